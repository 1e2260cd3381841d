"""A statement's conditions as limits on keys: each what it admits surely, and what at most.

Source: reference_policies_elements_condition_operators.html of IAM's user guide
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.filling import wild
from scanner.network.addresses import range_of
from scanner.network.opening import cut, shown
from scanner.policydoc import limits
from scanner.policydoc.limits import ALWAYS, NEVER, Limit
from scanner.policydoc.patterns import EVERYTHING, Pattern, like
from scanner.unresolved import Unresolved, identity

_OPERATOR: Final = re.compile(r"(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?")
_VARIABLE: Final = re.compile(r"\$\{([^}]*)\}")
_LITERAL: Final = {"*": "*", "?": "?", "$": "$"}
ALL: Final = "forallvalues"
SOME: Final = "foranyvalue"
_LARGEST: Final = float("inf")
_MOST_VALUES: Final = 500

_TEXTS: Final = {
    "stringequals": Pattern(""),
    "stringequalsignorecase": Pattern("", fold=True),
    "stringlike": Pattern("", like=True),
    "arnequals": Pattern("", like=True, parts=True),
    "arnlike": Pattern("", like=True, parts=True),
    "binaryequals": Pattern(""),
    "bool": Pattern("", fold=True),
}
_NUMBERS: Final = {
    "equals": (0, 0),
    "lessthan": (-1, -1),
    "lessthanequals": (-1, 0),
    "greaterthan": (1, 1),
    "greaterthanequals": (0, 1),
}


class Condition(NamedTuple):
    """One key of one operator: `least` is what it surely admits, `most` what it may."""

    key: str
    least: Limit
    most: Limit
    quantifier: str  # ALL, or that any one will do, of the values that a request has
    values: tuple[str, ...]
    text: str
    why: tuple[Unresolved, ...] = ()


def conditions(block: Any, variables: bool) -> list[Condition]:
    """The conditions of a block, all of which must hold; `variables` tells if `${…}` is one."""
    if block is None:
        return []
    if type(block) is not dict:
        return [_unknown("", "", _reason(block, "a Condition is not an object"))]
    return [
        each for operator, keys in block.items() for each in _of(str(operator), keys, variables)
    ]


def _of(operator: str, keys: Any, variables: bool) -> Iterator[Condition]:
    parts = _OPERATOR.fullmatch(operator.lower())
    if parts is None or type(keys) is not dict:
        why = f"{shown(operator)} is not understood"
        yield _unknown("", operator, _reason(keys, why))
        return
    for key, values in keys.items():
        listed = tuple(values) if type(values) is list else (values,)
        if all(type(each) is str for each in listed):
            yield _plainly(str(key).lower(), operator, listed, variables)
        else:
            yield _read(str(key).lower(), operator, values, variables)


@lru_cache(maxsize=1 << 10)
def _plainly(key: str, operator: str, texts: tuple[str, ...], variables: bool) -> Condition:
    """A condition of which all is known: many policies have the same."""
    return _read(key, operator, list(texts), variables)


def _read(key: str, operator: str, values: Any, variables: bool) -> Condition:
    listed = values if type(values) is list else [values]
    parts = _OPERATOR.fullmatch(operator.lower())
    if parts is None or not listed or len(listed) > _MOST_VALUES:
        return _unknown(key, operator, Unresolved(f"the values of {shown(key)} are not understood"))
    quantifier, name, optional = parts.groups()
    known = [_text(each) for each in listed]
    why = tuple(
        _reason(value, f"{shown(value)} is no value of a condition")
        for value, text in zip(listed, known, strict=True)
        if text is None
    )
    texts = tuple(text for text in known if text is not None)
    half = tuple(
        text
        for each, known_ in zip(listed, known, strict=True)
        if known_ is None and (text := wild(each)) is not None
    )
    bounds = _bounds(name, texts, half if len(half) == len(why) else None, variables)
    if bounds is None:
        return _unknown(key, operator, Unresolved(f"{shown(operator)} is not understood"))
    if quantifier or optional:
        absent = bool(optional) or quantifier == ALL
        bounds = bounds[0]._replace(absent=absent), bounds[1]._replace(absent=absent)
    if bounds[0] != bounds[1] and not why:
        why = (Unresolved(f"what {shown(key)} is compared with is decided by each request"),)
    values = (*texts, *half)
    return Condition(key, *bounds, quantifier or "", values, _shown(operator, key, listed), why)


def _bounds(
    name: str, texts: tuple[str, ...], half: tuple[str, ...] | None, variables: bool
) -> tuple[Limit, Limit] | None:
    """What a comparison admits at least and at most; None for one that is not known.

    `half` are wildcards for values of which only a part is known; None where one is not at all.
    """
    open_ = half is None or bool(half)
    if name == "null":
        return _existence(texts, open_)
    negated = "not" in name
    name = name.replace("not", "", 1)
    kind, least, most = _sets(name, texts, variables)
    if not kind:
        return None
    smallest, largest = Limit(kind, least, False, False), Limit(kind, most, False, False)
    if half is None or (half and kind != limits.TEXT):
        largest = limits.PRESENT
    elif half:
        wide = patterns(half, like("", _TEXTS[name].fold), variables)[1]
        largest = largest._replace(values=(*most, *wide))
    if negated:
        return limits.outside(largest), limits.outside(smallest)
    return smallest, largest


def _sets(
    name: str, texts: tuple[str, ...], variables: bool
) -> tuple[str, tuple[Any, ...], tuple[Any, ...]]:
    """The kind of a comparison with its values, surely and at most; no kind if it is not known."""
    if name in _TEXTS:
        form = _TEXTS[name]
        if form.parts and any(text.count(":") < 5 for text in texts):
            return limits.TEXT, (), EVERYTHING  # no ARN: AWS does not say what it matches
        least, most = patterns(texts, form, variables)
        return limits.TEXT, least, most
    if name == "ipaddress":
        ranges = tuple(found for text in texts if (found := range_of(text)))
        return (limits.ADDRESS if len(ranges) == len(texts) else ""), ranges, ranges
    sides = _NUMBERS.get(name.removeprefix("numeric").removeprefix("date"))
    numbers = [limits.number_of(text) for text in texts]
    if sides and None not in numbers:
        pairs = tuple(_pair(*sides, number) for number in numbers if number is not None)
        return limits.NUMBER, pairs, pairs
    return "", (), ()


def patterns(
    texts: tuple[str, ...], form: Pattern, variables: bool
) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    """The texts as patterns of one form: what they surely match, and what they may."""
    least: list[Pattern] = []
    most: list[Pattern] = []
    for text in texts:
        found = _VARIABLE.findall(text) if variables and "${" in text else []
        if all(each in _LITERAL for each in found):
            plain = _VARIABLE.sub(lambda match: _LITERAL[match[1]], text) if found else text
            pattern = Pattern(plain, form.like, form.parts, form.fold)
            if not form.like or not found:
                least.append(pattern)
            most.append(pattern)
        else:
            most.append(form._replace(text=_VARIABLE.sub("*", text), like=True))
    return tuple(least), tuple(most)


def _existence(texts: tuple[str, ...], open_: bool) -> tuple[Limit, Limit] | None:
    wanted = {text.lower() for text in texts}
    if open_ or len(wanted) != 1 or not wanted <= {"true", "false"}:
        return NEVER, ALWAYS
    found = limits.ABSENT if wanted == {"true"} else limits.PRESENT
    return found, found


def _pair(low: int, high: int, number: float) -> tuple[float, float]:
    """The numbers from a bound on: a step past it where the bound itself is left out."""
    step = max(abs(number) * 1e-12, 1e-9)
    first = -_LARGEST if low < 0 else number + step if low > 0 else number
    last = _LARGEST if high > 0 else number - step if high < 0 else number
    return first, last


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value) if abs(value) < 1 << 64 else None
    return identity(value) if type(value) is not Unresolved or value.named else None


def _unknown(key: str, operator: str, why: Unresolved) -> Condition:
    return Condition(key, NEVER, ALWAYS, "", (), cut(f"{operator} {key}".strip()), (why,))


def _reason(value: Any, why: str) -> Unresolved:
    return value if type(value) is Unresolved else Unresolved(why)


def _shown(operator: str, key: str, values: list[Any]) -> str:
    listed = ", ".join(str(_text(each) or "?").replace("\0", "") for each in values[:5])
    return cut(f"{operator} {key}: {listed}{', …' if len(values) > 5 else ''}")
