"""Items that are joined wherever they are: on disk, until something names one of them."""

from collections import defaultdict
from typing import Any, NamedTuple

import msgspec

from scanner.expression import Expression, computed
from scanner.inventory.partition import ids
from scanner.model import Document, Item
from scanner.spool import Spool
from scanner.unresolved import Unresolved, identity

IN_MEMORY = 4 << 20  # bytes


class _Kept(NamedTuple):
    """Where an item stands in the file."""

    captured: str
    deleted: bool
    offset: int
    length: int


class Anywhere:
    """Items of types whose ids are unique. Add them all, then ask; close it to drop the file."""

    def __init__(self) -> None:
        self._spool = Spool(IN_MEMORY)
        self._newest: dict[tuple[str, str, str, str], _Kept] = {}
        self._indexes: dict[tuple[str, str], _Index] = {}
        self._read: dict[int, tuple[Item, Document]] = {}
        self._items: dict[int, Item] = {}
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Item).decode

    def add(self, item: Item) -> None:
        """Keep an item, unless a newer version of it is kept."""
        key = (item.type, item.account, item.region, item.id)
        known = self._newest.get(key)
        if known is not None and self._is_older(item, known):
            return
        data = self._encode(item)
        self._newest[key] = _Kept(item.captured, item.deleted, self._spool.add(data), len(data))

    def _is_older(self, item: Item, known: _Kept) -> bool:
        if item.captured != known.captured:
            return item.captured < known.captured
        return item.text < self._item(known).text

    def partners(self, resource_type: str, theirs: Expression) -> "_Index":
        """The documents of a type by the ids that the expression `theirs` gives on them."""
        key = (resource_type, theirs.text)
        if key not in self._indexes:
            self._indexes[key] = self._indexed(resource_type, theirs)
        return self._indexes[key]

    def _indexed(self, resource_type: str, theirs: Expression) -> "_Index":
        index = _Index(self)
        for key, kept in self._newest.items():
            if key[0] == resource_type and not kept.deleted:
                try:
                    document = self._item(kept).document()
                except (msgspec.DecodeError, RecursionError):
                    continue  # the inventory says so, where it reads the item
                for one in ids(computed(theirs, document)):
                    index.add(one, kept)
        return index

    def _item(self, kept: _Kept) -> Item:
        return self._decode(self._spool.read(kept.offset, kept.length))

    def document(self, kept: _Kept) -> Document:
        """The document of an item, the same one each time."""
        if kept.offset not in self._read:
            item = self._item(kept)
            document = item.document()
            self._read[kept.offset] = (item, document)
            self._items[id(document)] = item
        return self._read[kept.offset][1]

    def item(self, document: Any) -> Item | None:
        """The item of one of the documents that were given, None for what is none of them."""
        return self._items.get(id(document))

    def close(self) -> None:
        """Drop everything."""
        self._spool.close()


class _Index:
    """Where the items of a type stand, by id; those whose ids nobody knows may have any."""

    def __init__(self, shelf: Anywhere) -> None:
        self._shelf = shelf
        self._found: dict[str, list[_Kept]] = defaultdict(list)
        self._unread: list[Unresolved] = []

    def add(self, one: Any, kept: _Kept) -> None:
        """An item under one of its ids."""
        key = identity(one)
        if key is not None:
            self._found[key].append(kept)
        elif isinstance(one, Unresolved):
            self._unread.append(one)

    def of(self, one: Any) -> list[Any]:
        """The documents with an id, and an unresolved element where there may be more."""
        found = self._found.get(identity(one) or "", ())
        return [*(self._shelf.document(each) for each in found), *self._unread]
