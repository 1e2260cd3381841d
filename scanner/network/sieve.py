"""What gets through several sets one after another, and what of them leaves that in doubt."""

from collections.abc import Iterator, Sequence

from scanner.network.ranges import Bounds, Ranges, common, minus
from scanner.unresolved import Unresolved


def least(sets: Sequence[Bounds], start: Ranges) -> Ranges:
    """What of `start` is surely in all the sets."""
    for each in sets:
        start = common(start, each.least)
    return start


def most(sets: Sequence[Bounds], start: Ranges) -> Ranges:
    """What of `start` may be in all the sets."""
    for each in sets:
        start = common(start, each.most)
    return start


def doubts(sets: Sequence[Bounds], start: Ranges) -> Iterator[Unresolved]:
    """Why some of `start` may be in all the sets and is not surely."""
    possible = most(sets, start)
    for each in sets:
        if minus(possible, each.least):
            yield from each.why
