"""Which events were seen already: several trails may deliver one, and a file be read twice."""

from array import array
from collections.abc import Hashable
from typing import Final

_FREE: Final = 0
_FIRST: Final = 1 << 12


class Seen:
    """A set of 64-bit hashes, eight to sixteen bytes each: a set of Python's has ten times that.

    Of a million different events two have one hash with a probability of 1 to 30,000,000; which
    those are nobody can arrange, since Python's hashes of texts are salted anew in each process.
    """

    def __init__(self) -> None:
        self._size = 0
        self._mask = _FIRST - 1
        self._table = array("q", [_FREE]) * _FIRST

    def __len__(self) -> int:
        return self._size

    def add(self, identity: Hashable) -> bool:
        """Whether what has this identity is new; it is not so a second time."""
        known = hash(identity) or 1
        table, mask = self._table, self._mask
        at = known & mask
        while (there := table[at]) != _FREE:
            if there == known:
                return False
            at = (at + 1) & mask
        table[at] = known
        self._size += 1
        if self._size * 3 > mask * 2:
            self._grow()
        return True

    def __contains__(self, identity: Hashable) -> bool:
        known = hash(identity) or 1
        at = known & self._mask
        while (there := self._table[at]) not in (_FREE, known):
            at = (at + 1) & self._mask
        return there == known

    def _grow(self) -> None:
        old = self._table
        self._mask = mask = len(old) * 2 - 1
        self._table = table = array("q", [_FREE]) * (mask + 1)
        for known in old:
            if known != _FREE:
                at = known & mask
                while table[at] != _FREE:
                    at = (at + 1) & mask
                table[at] = known
