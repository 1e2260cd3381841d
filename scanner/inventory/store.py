"""Items kept by account and Region, on disk beyond a budget of memory."""

from collections.abc import Iterator

import msgspec

from scanner.model import Item, Place
from scanner.spool import Spool

BUDGET = 24 << 20  # bytes of document text held in memory


class Store:
    """Items by place. Add them all, then read place after place; close it to drop the file."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._size = 0
        self._held: dict[Place, list[Item]] = {}
        self._spilled: dict[Place, list[tuple[int, int]]] = {}
        self._spool = Spool(0)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(list[Item]).decode

    def add(self, item: Item) -> None:
        """Keep an item."""
        place = item.place
        held = self._held.get(place)
        if held is None:
            held = self._held[place] = []
        held.append(item)
        self._size += len(item.text) + 200
        if self._size > self._budget:
            self._spill()

    def _spill(self) -> None:
        for place, items in self._held.items():
            data = self._encode(items)
            self._spilled.setdefault(place, []).append((self._spool.add(data), len(data)))
        self._held.clear()
        self._size = 0

    @property
    def places(self) -> set[Place]:
        """Where items are."""
        return self._held.keys() | self._spilled.keys()

    def items(self, place: Place) -> Iterator[Item]:
        """The items of a place, in the order in which they were added."""
        for offset, length in self._spilled.get(place, ()):
            yield from self._decode(self._spool.read(offset, length))
        yield from self._held.get(place, ())

    def close(self) -> None:
        """Drop everything."""
        self._spool.close()
        self._held.clear()
        self._spilled.clear()
