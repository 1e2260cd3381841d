"""The items that others join, as they stand at a moment; it remembers which ids were asked for."""

from typing import Any, NamedTuple

from scanner.expression import Expression, computed
from scanner.inventory.partition import Entry, Partners, ids
from scanner.model import Document, Item
from scanner.unresolved import Unresolved, identity

Key = tuple[str, str, str, str]
"""A resource: its type, account, Region and id."""


class Asked(NamedTuple):
    """What was asked for: the items of a type with an id, None for those with any id."""

    type: str
    theirs: str
    id: str | None


class Standing:
    """Items by resource; put in what comes, take out what goes.

    What changes tells which questions have another answer now.
    """

    def __init__(self) -> None:
        self.asked: set[Asked] = set()
        self._entries: dict[str, dict[Key, Entry]] = {}
        self._indexes: dict[tuple[str, str], _Index] = {}
        self._items: dict[int, Item] = {}

    def entry(self, key: Key) -> Entry | None:
        """What stands of a resource."""
        return self._entries.get(key[0], {}).get(key)

    def put(self, key: Key, entry: Entry | None) -> set[Asked]:
        """Have an entry stand in place of the one before, None for nothing; what that touches."""
        entries = self._entries.setdefault(key[0], {})
        before = entries.pop(key, None)
        touched: set[Asked] = set()
        if before is not None:
            del self._items[id(before[1])]
        if entry is not None:
            entries[key] = entry
            self._items[id(entry[1])] = entry[0]
        for (kind, theirs), index in self._indexes.items():
            if kind == key[0]:
                names = index.put(key, entry and entry[1])
                touched |= {Asked(kind, theirs, name) for name in names}
        return touched

    def partners(self, resource_type: str, theirs: Expression) -> "_Index":
        """The documents of a type by the ids that the expression `theirs` gives on them."""
        name = (resource_type, theirs.text)
        if name not in self._indexes:
            index = self._indexes[name] = _Index(resource_type, theirs, self.asked)
            for key, entry in self._entries.get(resource_type, {}).items():
                index.put(key, entry[1])
        return self._indexes[name]

    def item(self, document: Any) -> Item | None:
        """The item of one of the documents here, None for what is none of them."""
        return self._items.get(id(document))


class _Index:
    """The items of a type by their ids; those whose ids nobody knows may have any."""

    def __init__(self, resource_type: str, theirs: Expression, asked: set[Asked]) -> None:
        self._type = resource_type
        self._theirs = theirs
        self._asked = asked
        self._found: dict[str | None, dict[Key, None]] = {}
        self._known: dict[Key, tuple[Document, list[Any]]] = {}

    def put(self, key: Key, document: Document | None) -> set[str | None]:
        """Have a document in place of the one before; the ids that either has."""
        names: set[str | None] = set()
        if (before := self._known.pop(key, None)) is not None:
            for name in set(_names(before[1])):
                del self._found[name][key]
                names.add(name)
        if document is not None:
            called = ids(computed(self._theirs, document))
            self._known[key] = (document, called)
            for name in set(_names(called)):
                self._found.setdefault(name, {})[key] = None
                names.add(name)
        return names

    def of(self, one: Any) -> list[Any]:
        """The documents with an id, and an unresolved element where there may be more."""
        name = None if isinstance(one, Unresolved) else identity(one)
        self._asked.add(Asked(self._type, self._theirs.text, name))
        keys = self._known if name is None else {**self._at(name), **self._at(None)}
        partners = Partners()
        for key in sorted(keys, key=_by_id):
            document, called = self._known[key]
            for each in called:
                partners.add(each, document)
        return partners.of(one)

    def _at(self, name: str | None) -> dict[Key, None]:
        return self._found.get(name, {})


def _names(called: list[Any]) -> list[str | None]:
    """The ids of an item; None among them where it may have any."""
    return [None if isinstance(each, Unresolved) else identity(each) for each in called]


def _by_id(key: Key) -> tuple[str, Key]:
    return key[3], key
