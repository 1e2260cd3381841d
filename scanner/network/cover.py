"""Where on one line of integers a heap of rectangles covers the whole of another line."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from scanner.network.ranges import Range, Ranges, common, union

Rectangle = tuple[Ranges, Ranges]
"""Every pair of an integer of the first set and an integer of the second."""


def covered(rectangles: Iterable[Rectangle], whole: Ranges) -> Ranges:
    """The integers of the first line beside which the rectangles hold all of `whole`.

    The first line is swept while a tree counts how often each stretch of `whole` is covered:
    n rectangles cost n log n, whatever their order.
    """
    inside = [(first, common(second, whole)) for first, second in rectangles]
    inside = [(first, second) for first, second in inside if first and second]
    if all(second == whole for _, second in inside):
        return union(stretch for first, _ in inside for stretch in first)
    stretches = _stretches(inside, whole)
    tree = _CoverTree(len(stretches))
    found: list[Range] = []
    since = None
    for at, change, second in sorted(_events(inside)):
        for low, high in second:
            tree.add(bisect_left(stretches, low), bisect_left(stretches, high + 1), change)
        if tree.depth and since is None:
            since = at
        elif not tree.depth and since is not None:
            found.append((since, at - 1))
            since = None
    return union((low, high) for low, high in found if low <= high)


def _stretches(rectangles: Iterable[Rectangle], whole: Ranges) -> list[int]:
    """Where, in `whole`, a stretch begins throughout which the same rectangles lie."""
    begins = {low for low, _ in whole}
    ends = {high + 1 for _, high in whole}
    for _, second in rectangles:
        begins.update(low for low, _ in second)
        begins.update(high + 1 for _, high in second if high + 1 not in ends)
    return sorted(begins)


def _events(rectangles: Iterable[Rectangle]) -> Iterator[tuple[int, int, Ranges]]:
    """Where a rectangle begins (+1) and where it has ended (-1) on the first line."""
    for first, second in rectangles:
        for low, high in first:
            yield low, 1, second
            yield high + 1, -1, second


class _CoverTree:
    """How often the least covered of some stretches is covered, kept up to date in log n."""

    def __init__(self, stretches: int) -> None:
        self.stretches = stretches
        self.least = [0] * (2 * stretches)
        self.added = [0] * stretches

    @property
    def depth(self) -> int:
        """How often the least covered stretch is covered."""
        return self.least[1]

    def add(self, first: int, end: int, change: int) -> None:
        """Count the stretches from `first` to before `end` as covered once more, or less."""
        low, high = first + self.stretches, end + self.stretches
        edges = low, high - 1
        while low < high:
            if low & 1:
                self._change(low, change)
                low += 1
            if high & 1:
                high -= 1
                self._change(high, change)
            low, high = low >> 1, high >> 1
        for edge in edges:
            self._refresh(edge >> 1)

    def _change(self, node: int, change: int) -> None:
        self.least[node] += change
        if node < self.stretches:
            self.added[node] += change

    def _refresh(self, node: int) -> None:
        while node >= 1:
            below = min(self.least[2 * node], self.least[2 * node + 1])
            self.least[node] = below + self.added[node]
            node >>= 1
