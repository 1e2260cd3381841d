"""The seven operators of a clause: what they say of a value, and which wanted values fit them."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from scanner.expression.signature import kind as kind_of
from scanner.unresolved import Unresolved, merged

MAX_WANTED = 300  # characters of a wanted value in a sentence

Held = bool | Unresolved
"""True, False, or why it cannot be told."""


def _equals(found: Any, wanted: Any) -> Held:
    """What a declared resource will be called is none of the words that a rule asks for."""
    if type(found) is Unresolved:
        return False if found.named else found
    if isinstance(found, dict) and isinstance(wanted, dict):
        if found.keys() != wanted.keys():
            return False
        return _all([_equals(found[key], wanted[key]) for key in wanted])
    if isinstance(found, list) and isinstance(wanted, list):
        missing = [each for each in found if type(each) is Unresolved]
        if missing:
            return merged(missing)
        if len(found) != len(wanted):
            return False
        return _all([_equals(*pair) for pair in zip(found, wanted, strict=True)])
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    return bool(found == wanted)


def _all(parts: list[Held]) -> Held:
    if any(part is False for part in parts):
        return False
    missing = [part for part in parts if isinstance(part, Unresolved)]
    return merged(missing) if missing else True


def _in(found: Any, wanted: list[Any]) -> Held:
    """What is listed may be the ids of resources that were deployed before, so tokens may match."""
    if type(found) is Unresolved:
        return found
    answers = [_equals(found, each) for each in wanted]
    if any(answer is True for answer in answers):
        return True
    missing = [answer for answer in answers if isinstance(answer, Unresolved)]
    return merged(missing) if missing else False


def _exists(found: Any, wanted: bool) -> Held:
    if type(found) is Unresolved and not found.present:
        return found
    return (found is not None) is wanted


def _empty(found: Any, wanted: bool) -> Held:
    """Null, "", [] and {} are empty; a list of nothing but unresolved elements is undecided.

    What a declared resource will be called is a text, and one element.
    """
    if type(found) is Unresolved:
        return found if not found.named else wanted is False
    if isinstance(found, list) and found:
        missing = [each for each in found if type(each) is Unresolved and not each.named]
        if len(missing) == len(found):
            return merged(missing)
    size = len(found) if isinstance(found, list | dict | str) else found is not None
    return (not size) is wanted


def _matches(found: Any, wanted: str) -> Held:
    if type(found) is Unresolved:
        return found
    return isinstance(found, str) and pattern(wanted).search(found) is not None


def _at_least(found: Any, wanted: float) -> Held:
    if type(found) is Unresolved:
        return found
    return is_number(found) and bool(found >= wanted)


def _at_most(found: Any, wanted: float) -> Held:
    if type(found) is Unresolved:
        return found
    return is_number(found) and bool(found <= wanted)


def is_number(value: Any) -> bool:
    """Whether a JSON value is a number; true and false are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


@lru_cache(maxsize=1000)
def pattern(text: str) -> Any:
    """The compiled RE2 expression; RE2 takes linear time on any text. Raises `re2.error`.

    https://github.com/google/re2/wiki/Syntax
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    return re2.compile(text, options)


OPERATORS: Mapping[str, Callable[[Any, Any], Held]] = {
    "equals": _equals,
    "in": _in,
    "exists": _exists,
    "empty": _empty,
    "matches": _matches,
    "at_least": _at_least,
    "at_most": _at_most,
}


def comparison(operator: str, wanted: Any) -> Callable[[Any], Held]:
    """What an operator says of a value for this wanted one: the same, with less to look at."""
    compare = OPERATORS[operator]
    if operator == "in" and all(type(each) is str for each in wanted):
        words = frozenset(wanted)
        return lambda found: found in words if type(found) is str else compare(found, wanted)
    if operator == "equals" and (wanted is None or type(wanted) in (bool, str)):
        kind = type(wanted)
        return lambda found: found == wanted if type(found) is kind else compare(found, wanted)
    return lambda found: compare(found, wanted)


_PHRASES: Mapping[tuple[str, Any], str] = {
    ("exists", True): "to be set",
    ("exists", False): "not to be set",
    ("empty", True): "to be empty",
    ("empty", False): "not to be empty",
}
_VERBS = {
    "equals": "to be",
    "in": "to be one of",
    "matches": "to match",
    "at_least": "to be at least",
    "at_most": "to be at most",
}


def wanted_phrase(operator: str, wanted: Any) -> str:
    """What is wanted, as in "to be at least 8"."""
    if operator in ("exists", "empty"):
        return _PHRASES[operator, bool(wanted)]
    listed = "; ".join(map(_json, wanted)) if operator == "in" else _json(wanted)
    return f"{_VERBS[operator]} {listed if len(listed) < MAX_WANTED else listed[:MAX_WANTED] + '…'}"


def misfit(operator: str, wanted: Any, kinds: frozenset[str]) -> str | None:
    """Why an operator and its wanted value cannot judge a value of these kinds; None if they can.

    Kinds are JSON's: string boolean number array object, and any.
    """
    if "any" in kinds:
        return None
    listed = " or ".join(sorted(kinds))
    if operator == "equals" and wanted is not None and kind_of(wanted) not in kinds:
        return f"the value is a {listed}, so it never equals the {kind_of(wanted)} {_json(wanted)}"
    if operator == "in":
        strangers = [each for each in wanted if each is not None and kind_of(each) not in kinds]
        if strangers:
            return f"the value is a {listed}, so it is never {_json(strangers[0])}"
    if operator == "matches" and "string" not in kinds:
        return f"the value is a {listed}; matches takes text"
    if operator in ("at_least", "at_most") and "number" not in kinds:
        return f"the value is a {listed}; {operator} takes a number"
    return None


def same_kind(value: Any, default: Any) -> bool:
    """Whether a value can stand for a parameter's default: the same JSON kind, elements too."""
    if default is None:
        return True
    if kind_of(value) != kind_of(default):
        return False
    if isinstance(default, list) and default:
        return all(any(same_kind(each, one) for one in default) for each in value)
    return True


def _json(value: Any) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()
