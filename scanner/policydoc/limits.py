"""What one condition says of one key of a request, and a value that several such limits leave."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache, reduce
from itertools import pairwise
from typing import Any, Final, NamedTuple

from scanner.network.addresses import EVERYWHERE, range_of, sample
from scanner.network.ranges import Range, Ranges, common, minus, union
from scanner.policydoc.matching import matches
from scanner.policydoc.patterns import EVERYTHING, Pattern, TooHard
from scanner.policydoc.witness import witness

TEXT: Final = "text"
ADDRESS: Final = "address"
NUMBER: Final = "number"
ANY: Final = "any"

_LARGE: Final = 1e18


class Limit(NamedTuple):
    """A set of values of a key: those in `values`, or if `negated` all others.

    `absent` is whether a request without the key is in it. The `values` are patterns, ranges of
    addresses, or pairs of the least and the largest number; any value is one of the kind ANY.
    """

    kind: str
    values: tuple[Any, ...]
    negated: bool
    absent: bool

    def admits(self, value: str | None) -> bool:
        """Whether a value, None for a key that is absent, is in the set."""
        if value is None:
            return self.absent
        return self._holds(value) != self.negated

    def _holds(self, value: str) -> bool:
        if self.kind == TEXT:
            return matches(self.values, value)
        if self.kind == ADDRESS:
            address = range_of(value)
            return address is not None and not minus((address,), union(self.values))
        number = number_of(value) if self.kind == NUMBER else None
        return self.kind == ANY or (
            number is not None and any(low <= number <= high for low, high in self.values)
        )


ALWAYS: Final = Limit(ANY, (), False, True)
NEVER: Final = Limit(ANY, (), True, False)
PRESENT: Final = Limit(ANY, (), False, False)
ABSENT: Final = Limit(ANY, (), True, True)


def outside(limit: Limit) -> Limit:
    """Exactly what is not in a set."""
    return Limit(limit.kind, limit.values, not limit.negated, not limit.absent)


def one_of(patterns: Iterable[Pattern], absent: bool = False) -> Limit:
    """The texts that any of the patterns matches."""
    return Limit(TEXT, tuple(patterns), False, absent)


def number_of(text: str) -> float | None:
    """The number that a text says, of a date the seconds since 1970; None if it says none."""
    try:
        found = float(text)
    except ValueError:
        try:
            date = datetime.fromisoformat(text)
            found = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            return None
    return found if abs(found) < _LARGE else None


def left(limits: tuple[Limit, ...]) -> tuple[str | None] | None:
    """A value, or (None,) for the key's absence, that all the limits admit; None if none is.

    Raises TooHard where that cannot be decided, or not in time.
    """
    for each in limits:
        if not each.absent:
            break
    else:
        return (None,)
    telling: list[Limit] = []
    for each in limits:
        if each.kind != ANY:
            telling.append(each)
        elif each.negated:
            return None
    found = _left(tuple(telling))
    return None if found is None else (found,)


@lru_cache(maxsize=1 << 12)
def _left(telling: tuple[Limit, ...]) -> str | None:
    kinds = {each.kind for each in telling}
    if len(kinds) > 1:
        raise TooHard("it compares one key as text and as something else")
    return _LEFT[min(kinds, default=TEXT)](telling)


def _text_left(limits: Sequence[Limit]) -> str | None:
    unwanted = [pattern for each in limits if each.negated for pattern in each.values]
    wanted = [each.values for each in limits if not each.negated] or [EVERYTHING]
    return witness(tuple(wanted), tuple(unwanted))


def _address_left(limits: Sequence[Limit]) -> str | None:
    addresses: Ranges = reduce(_narrowed, limits, EVERYWHERE)
    return sample(addresses) if addresses else None


def _narrowed(addresses: Ranges, limit: Limit) -> Ranges:
    ranges: Iterable[Range] = limit.values
    return (minus if limit.negated else common)(addresses, union(ranges))


def _number_left(limits: Sequence[Limit]) -> str | None:
    """One of the bounds, or of the numbers around and between them: no other says anything new."""
    bounds = sorted({bound for each in limits for pair in each.values for bound in pair})
    bounds = [each for each in bounds if abs(each) < _LARGE] or [0.0]
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    for number in sorted({*bounds, *between, bounds[0] - 1, bounds[-1] + 1}, key=abs):
        text = f"{number:g}" if float(f"{number:g}") == number else repr(number)
        if all(each.admits(text) for each in limits):
            return text
    return None


_LEFT: Final = {TEXT: _text_left, ADDRESS: _address_left, NUMBER: _number_left}
