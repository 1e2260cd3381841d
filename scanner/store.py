"""Items kept by account and Region, on disk beyond a budget of memory."""

import tempfile
from collections.abc import Iterator
from typing import IO

import msgspec

from scanner.model import Item, Place

BUDGET = 24 << 20  # bytes of document text held in memory


class Store:
    """Items by place. Add them all, then read place after place; close it to drop the file."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._size = 0
        self._held: dict[Place, list[Item]] = {}
        self._spilled: dict[Place, list[tuple[int, int]]] = {}
        self._file: IO[bytes] | None = None
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
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="groma-")  # noqa: SIM115 - see close
        for place, items in self._held.items():
            data = self._encode(items)
            self._spilled.setdefault(place, []).append((self._file.tell(), len(data)))
            self._file.write(data)
        self._held.clear()
        self._size = 0

    @property
    def places(self) -> set[Place]:
        """Where items are."""
        return self._held.keys() | self._spilled.keys()

    def items(self, place: Place) -> Iterator[Item]:
        """The items of a place, in the order in which they were added."""
        for offset, length in self._spilled.get(place, ()):
            assert self._file is not None  # noqa: S101 - something was spilled
            self._file.seek(offset)
            yield from self._decode(self._file.read(length))
        yield from self._held.get(place, ())

    def close(self) -> None:
        """Drop everything."""
        if self._file is not None:
            self._file.close()
        self._held.clear()
        self._spilled.clear()
