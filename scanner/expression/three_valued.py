"""Truth, comparison and indexing where a value may be unresolved: a definite answer holds for every
value that the unresolved ones may turn out to have."""

import operator
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import Any, Final

from jmespath.exceptions import JMESPathError

from scanner.unresolved import IS, Unresolved, identity, merged

_ORDER: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}
_PLAIN: Final = frozenset({str, int, float, bool, type(None)})


def truth(value: Any) -> bool | Unresolved:
    """Whether JMESPath takes the value for true: all but null, false and what is empty.

    A list or an object that holds nothing but unresolved values may turn out empty.
    """
    if value is None or value is False:
        return False
    if value is True:
        return True
    if type(value) is Unresolved:
        return True if value.named else _doubt(value)
    if not isinstance(value, list | dict):
        return bool(value != "")
    return _filled(value.values() if isinstance(value, dict) else value) if value else False


def _doubt(value: Unresolved) -> Unresolved:
    """An unresolved truth: it is no text any more, and so has no token."""
    return merged([value]) if IS in value else value


def _filled(values: Iterable[Any]) -> bool | Unresolved:
    unresolved = []
    for each in values:
        if not several(each):
            return True
        unresolved.append(each)
    return merged(unresolved)


def negated(value: bool | Unresolved) -> bool | Unresolved:
    """The opposite of a truth."""
    return _doubt(value) if type(value) is Unresolved else not value


def equal(left: Any, right: Any) -> bool | Unresolved:
    """Whether two values are equal for JMESPath, to which 0 and 1 are not false and true."""
    if type(left) is type(right) and type(left) in _PLAIN:
        return bool(left == right)
    if _number(left) and left in (0, 1) and isinstance(right, bool):
        return False
    if _number(right) and right in (0, 1) and isinstance(left, bool):
        return False
    return same(left, right)


def same(left: Any, right: Any) -> bool | Unresolved:
    """Whether two values are the same in structure; one certain difference anywhere decides.

    A key with an unresolved value may be there or not. Two tokens are the same if they are equal,
    and two that are named only then. Walks with a stack: depth is no matter.
    """
    unresolved: list[Unresolved] = []
    todo = [(left, right)]
    while todo:
        one, other = todo.pop()
        if type(one) is Unresolved or type(other) is Unresolved:
            alike = _alike(one, other)
            if alike is False:
                return False
            if alike is None:
                unresolved += _unresolved_among((one, other))
        elif isinstance(one, dict) and isinstance(other, dict):
            todo += ((one.get(key, _ABSENT), other.get(key, _ABSENT)) for key in one | other)
        elif isinstance(one, list) and isinstance(other, list):
            if not _pair_up(one, other, todo, unresolved):
                return False
        elif one is not other and one != other:
            return False
    return merged(unresolved) if unresolved else True


def _alike(one: Any, other: Any) -> bool | None:
    """Whether two values, of which one is unresolved, are the same; None where nobody knows."""
    called = identity(one)
    if called is not None and called == identity(other):
        return True
    if type(one) is Unresolved and type(other) is Unresolved:
        return False if one.named and other.named else None
    unread, known = (one, other) if type(one) is Unresolved else (other, one)
    if known is None or known is _ABSENT:
        return False if unread.present else None
    return False if unread.named and type(known) is str else None


class _Absent:
    """Equal to nothing: what the other object has under this key."""


_ABSENT: Final = _Absent()


def _pair_up(
    one: list[Any], other: list[Any], todo: list[tuple[Any, Any]], unresolved: list[Unresolved]
) -> bool:
    """False where the lengths differ for certain; else the pairs to compare are added to `todo`."""
    here, there = list(filter(several, one)), list(filter(several, other))
    fewest, fewest_other = len(one) - len(here), len(other) - len(there)
    if (fewest > fewest_other and not there) or (fewest < fewest_other and not here):
        return False
    unresolved += here + there
    if not here and not there:
        todo += zip(one, other, strict=True)
        return True
    todo += zip(_definite_prefix(one), _definite_prefix(other), strict=False)
    todo += zip(_definite_prefix(one[::-1]), _definite_prefix(other[::-1]), strict=False)
    return True


def _definite_prefix(values: Iterable[Any]) -> Iterable[Any]:
    return takewhile(lambda each: not several(each), values)


def several(value: Any) -> bool:
    """Whether an element of a list stands for any number of them; the name of something is one."""
    return type(value) is Unresolved and not value.named


def _unresolved_among(values: Iterable[Any]) -> list[Unresolved]:
    return [each for each in values if type(each) is Unresolved]


def ordered(name: str, left: Any, right: Any) -> bool | Unresolved | None:
    """What `left < right` (lt, lte, gt, gte) gives: null unless both are numbers or both strings.

    Raises JMESPathError for a number beside a string, of which Python can make nothing either.
    """
    if type(left) is type(right) and type(left) in (int, str):
        return _ORDER[name](left, right)
    unresolved = _unresolved_among((left, right))
    if not all(_orderable(each) for each in (left, right) if type(each) is not Unresolved):
        return None
    if unresolved:
        return merged(unresolved)
    if isinstance(left, str) != isinstance(right, str):
        raise JMESPathError("a number and a string have no order: convert one with to_number()")
    return _ORDER[name](left, right)


def _orderable(value: Any) -> bool:
    return isinstance(value, str) or _number(value)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def element(value: Any, index: int) -> Any:
    """The element of a list at an index, null where there is none.

    It is certain only if no unresolved element, which is any number of them, can shift it.
    """
    if not isinstance(value, list):
        return merged([value]) if type(value) is Unresolved else None
    upto = value[: index + 1] if index >= 0 else value[index:]
    if Unresolved in map(type, upto) and any(map(several, upto)):
        return merged(filter(several, upto))
    return value[index] if -len(value) <= index < len(value) else None


def sliced(value: Any, start: int | None, stop: int | None, step: int | None) -> Any:
    """The slice of a list; `[Unresolved]` where an unresolved element can shift what is in it."""
    if not isinstance(value, list):
        return merged([value]) if type(value) is Unresolved else None
    if not any(map(several, value)) or _certain(value, start, stop, step):
        return value[start:stop:step]
    return [merged(filter(several, value))]


def _certain(value: list[Any], start: int | None, stop: int | None, step: int | None) -> bool:
    """Whether a slice counts only over resolved elements at the front of the list."""
    if (step is not None and step < 0) or (start or 0) < 0 or (stop or 0) < 0:
        return False
    if stop is None and step not in (None, 1):
        return False
    reach = start or 0 if stop is None else stop
    return reach <= len(value) and not any(map(several, value[:reach]))
