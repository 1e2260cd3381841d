"""Sets of integers as sorted disjoint ranges: exact union, intersection and difference."""

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
    for inner, outer in ((one, other), (other, one)):
        if len(outer) == 1 and outer[0][0] <= inner[0][0] and inner[-1][1] <= outer[0][1]:
            return inner
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


def minus(one: Ranges, other: Ranges) -> Ranges:
    """The integers of one set that are not in the other."""
    if not one or not other:
        return one
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


def size(ranges: Ranges) -> int:
    """How many integers the set holds."""
    return sum(high - low + 1 for low, high in ranges)
