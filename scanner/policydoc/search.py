"""A request that one box holds and none of others does, looked for by going out of each in turn."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from typing import Final, NamedTuple

from scanner.policydoc import keys, limits
from scanner.policydoc.limits import ALWAYS, PRESENT, Limit, one_of, outside
from scanner.policydoc.patterns import Pattern, TooHard
from scanner.policydoc.statements import Box

_MOST_STEPS: Final = 400
_BOOLEAN: Final = one_of((Pattern("true"), Pattern("false")))

Request = dict[str, str | None]
"""What each key of a request holds, None where it is absent."""

_Region = dict[str, tuple[Limit, ...]]


class _Steps(NamedTuple):
    """How many places have been looked at: shared by a search, so that it ends."""

    taken: "count[int]"

    def take(self) -> None:
        if next(self.taken) > _MOST_STEPS:
            raise TooHard("its Deny statements take too long to work out")


def request_in(box: Box, without: Iterable[Box]) -> Request | None:
    """A request within all limits of a box and outside of each other box; None if there is none.

    Raises TooHard where that takes too long to find out.
    """
    others = tuple(without)
    region: _Region = {}
    for key, limit in box:
        region[key] = (*(region.get(key) or _any(key)), limit)
    for each in others:
        for key, _ in each:
            if key not in region:
                region[key] = (*_any(key), ALWAYS)
    if any(limits.left(each) is None for each in region.values() if _plain(each)):
        return None
    point: Request = {}
    for key, of_key in region.items():
        found = limits.left(of_key)
        if found is None:
            return None
        point[key] = found[0]
    return _outside(region, point, others, _Steps(count()))


@lru_cache(maxsize=1 << 8)
def _any(key: str) -> tuple[Limit, ...]:
    there = (PRESENT,) if key in keys.ALWAYS_THERE else ()
    return (*there, _BOOLEAN._replace(absent=not there)) if key in keys.BOOLEANS else there


def _plain(of_key: tuple[Limit, ...]) -> bool:
    """Whether a key has to be one text, as the account often has: that is told at once."""
    single = False
    for kind, values, negated, _ in of_key:
        if kind == limits.TEXT:
            alone = not negated and len(values) == 1
            single = single or (alone and values[0].fixed and not values[0].fold)
        elif kind != limits.ANY:
            return False
    return single


def _outside(
    region: _Region, point: Request, boxes: tuple[Box, ...], steps: _Steps
) -> Request | None:
    """The point, or one like it in the region that no box holds."""
    steps.take()
    held = next((box for box in boxes if _holds(box, point)), None)
    if held is None:
        return point
    for key, limit in held:
        narrowed = (*region[key], outside(limit))
        found = limits.left(narrowed)
        if found is not None:
            after = {**region, key: narrowed}
            request = _outside(after, {**point, key: found[0]}, boxes, steps)
            if request is not None:
                return request
        region = {**region, key: (*region[key], limit)}  # the rest is in the box by this key
    return None


def _holds(box: Box, point: Request) -> bool:
    return all(limit.admits(point[key]) for key, limit in box)
