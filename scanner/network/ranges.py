"""Sets of integers as sorted disjoint ranges: exact union, intersection and difference."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from scanner.unresolved import Unresolved

Range = tuple[int, int]
"""The first and the last integer of a stretch, both in it."""

Ranges = tuple[Range, ...]
"""Sorted, disjoint, and no two adjacent: equal sets are equal tuples."""


class Bounds(NamedTuple):
    """What a set holds at least, what at most, and what was unresolved where the two differ."""

    least: Ranges
    most: Ranges
    why: tuple[Unresolved, ...] = ()


def union(ranges: Iterable[Range]) -> Ranges:
    """The set of all integers of ranges that come in any order and may overlap."""
    merged: list[Range] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return tuple(merged)


def common(one: Ranges, other: Ranges) -> Ranges:
    """The integers that are in both sets."""
    if not one or not other or one[-1][1] < other[0][0] or other[-1][1] < one[0][0]:
        return ()
    if len(other) == 1:
        return _within(one, *other[0])
    if len(one) == 1:
        return _within(other, *one[0])
    found: list[Range] = []
    i = j = 0
    while i < len(one) and j < len(other):
        low, high = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if low <= high:
            found.append((low, high))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def _within(ranges: Ranges, low: int, high: int) -> Ranges:
    """The integers of a set from `low` to `high`."""
    if low <= ranges[0][0] and ranges[-1][1] <= high:
        return ranges
    first, end = _touched(ranges, low, high)
    if first == end:
        return ()
    begin, last = ranges[first][0], ranges[end - 1][1]
    if low <= begin and last <= high:
        return ranges[first:end]
    begin, last = max(low, begin), min(high, last)
    if end - first == 1:
        return ((begin, last),)
    return (
        (begin, ranges[first][1]),
        *ranges[first + 1 : end - 1],
        (ranges[end - 1][0], last),
    )


def _touched(ranges: Ranges, low: int, high: int) -> tuple[int, int]:
    """Which of the set's stretches have an integer from `low` to `high`: the first, and the end."""
    first = bisect_left(ranges, (low,))
    if first and ranges[first - 1][1] >= low:
        first -= 1
    return first, bisect_left(ranges, (high + 1,), first)


def minus(one: Ranges, other: Ranges) -> Ranges:
    """The integers of one set that are not in the other."""
    if not one or not other or one[-1][1] < other[0][0] or other[-1][1] < one[0][0]:
        return one
    if len(other) == 1:
        return _without(one, *other[0])
    left: list[Range] = []
    j = 0
    for low, high in one:
        while j < len(other) and other[j][1] < low:
            j += 1
        k = j
        while k < len(other) and other[k][0] <= high:
            if low < other[k][0]:
                left.append((low, other[k][0] - 1))
            low = other[k][1] + 1
            k += 1
        if low <= high:
            left.append((low, high))
    return tuple(left)


def _without(ranges: Ranges, low: int, high: int) -> Ranges:
    """The integers of a set but those from `low` to `high`."""
    first, end = _touched(ranges, low, high)
    if first == end:
        return ranges
    begin, last = ranges[first][0], ranges[end - 1][1]
    before = ((begin, low - 1),) if begin < low else ()
    after = ((high + 1, last),) if high < last else ()
    return (*ranges[:first], *before, *after, *ranges[end:])


def size(ranges: Ranges) -> int:
    """How many integers the set holds."""
    return sum(high - low + 1 for low, high in ranges)
