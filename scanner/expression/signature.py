"""What a function of the rule language takes and gives: what checks and help are made of."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import force_setattr

from scanner.unresolved import Unresolved

ANY = "any"
_SCALARS = {bool: "boolean", int: "number", float: "number", str: "string", type(None): "null"}


class Parameter(Struct, frozen=True):
    """One argument of a function.

    `kinds` are JMESPath's words: number, string, boolean, array, object, null, expref, any, or an
    array of one kind, such as "array[string]". `reads` names the fields that the function reads of
    each document passed, None where it may read all of it. `choices` are the only strings allowed.
    """

    name: str
    kinds: tuple[str, ...]
    optional: bool = False
    reads: tuple[str, ...] | None = None
    choices: tuple[str, ...] = ()
    repeats: bool = False
    elements: frozenset[type] | None = None
    """The Python types that the elements of an array may have, None for what is no array of one."""

    def __post_init__(self) -> None:
        inner = _parts(self.kinds[0])[1]
        single = len(self.kinds) == 1 and inner and not self.choices
        force_setattr(self, "elements", frozenset(_TYPES[inner]) if single else None)

    def plainly_fits(self, value: Any) -> bool:
        """Whether a value is right at first sight: a list of elements of the right types."""
        return type(value) is list and bool(
            self.elements and self.elements.issuperset(map(type, value))
        )


class Function(Struct, frozen=True):
    """A function: `run` takes the evaluated arguments; `result` is the kind of what it gives."""

    name: str
    parameters: tuple[Parameter, ...]
    result: str
    doc: str
    run: Callable[..., Any]

    @property
    def boolean(self) -> bool:
        """Whether it gives true or false, and nothing else but an unresolved value."""
        return self.result == "boolean"

    @property
    def fewest(self) -> int:
        """The number of arguments that cannot be left out."""
        return sum(not each.optional for each in self.parameters)

    @property
    def most(self) -> int | None:
        """The largest number of arguments, None where the last one may be repeated."""
        return None if any(each.repeats for each in self.parameters) else len(self.parameters)

    def parameter(self, position: int) -> Parameter:
        """The parameter that the argument at this position, counted from 0, is for."""
        return self.parameters[min(position, len(self.parameters) - 1)]


def kind(value: Any) -> str:
    """The JMESPath word for what a JSON value is; an array's is "array", whatever is in it."""
    if isinstance(value, list):
        return "array"
    return "object" if isinstance(value, dict) else _SCALARS.get(type(value), "expref")


def mistake(value: Any, parameter: Parameter) -> str | None:
    """What is wrong with a value as this argument, such as "null, not a number"; None if nothing.

    Unresolved elements of an array are not wrong: they may still turn out right.
    """
    if parameter.choices and isinstance(value, str) and value not in parameter.choices:
        return f"{value[:40]!r}, {_meant(value, parameter.choices)}"
    for each in parameter.kinds:
        if _is(value, each):
            return None
    given = kind(value)
    wanted = " or ".join(map(_with_article, parameter.kinds))
    if given == "array" and any(each.startswith("array[") for each in parameter.kinds):
        return f"an array of something else, not {wanted}"
    return f"{_with_article(given)}, not {wanted}"


def _meant(value: str, choices: tuple[str, ...]) -> str:
    """What is near to a text, or all there is."""
    close = get_close_matches(value[:200], choices, n=1, cutoff=0.7)
    return f"did you mean {close[0]!r}?" if close else f"not {' or '.join(map(repr, choices))}"


def _is(value: Any, wanted: str) -> bool:
    outer, inner = _parts(wanted)
    if outer == ANY:
        return kind(value) != "expref"
    if kind(value) != outer:
        return False
    return not inner or set(map(type, value)) <= _TYPES[inner]


@cache
def _parts(wanted: str) -> tuple[str, str]:
    """A kind and, for an array, the kind of its elements."""
    outer, _, inner = wanted.rstrip("]").partition("[")
    return outer, inner


_TYPES: Final[Mapping[str, set[type]]] = {
    "object": {dict, Unresolved},
    "string": {str, Unresolved},
    "number": {int, float, Unresolved},
    "boolean": {bool, Unresolved},
    "array": {list, Unresolved},
}
"""The Python types that an array's elements may have, an unresolved one among them."""


def _with_article(word: str) -> str:
    outer, _, inner = word.rstrip("]").partition("[")
    if outer in ("null", ANY):
        return word
    article = "an" if outer[0] in "aeo" else "a"
    return f"{article} {outer} of {inner}s" if inner else f"{article} {outer}"
