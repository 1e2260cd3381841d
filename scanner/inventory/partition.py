"""The items that can be judged and joined together, by type and by what they are called."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, Protocol

from scanner.expression import Expression, computed
from scanner.model import DECLARED, Document, Item, Place
from scanner.unresolved import Unresolved, identity

Entry = tuple[Item, Document]


ByType = Mapping[str, list[Entry]]

_OF_PLACES: Final = frozenset({"accountId", "awsRegion"})
"""What all items of an account or Region have in common."""

Gap = Callable[[str], str | None]
"""Why something about a resource type is not known; None where all is known."""


class Found(Protocol):
    """What gives the documents with an id, and an unresolved element where there may be more."""

    def of(self, one: Any, /) -> list[Any]:
        """The documents with this id."""


class Shelf(Protocol):
    """Items that others join, found by their ids."""

    def partners(self, resource_type: str, theirs: Expression, /) -> Found:
        """The documents of a type by the ids that the expression gives on them."""

    def item(self, document: Any, /) -> Item | None:
        """The item of one of the documents here."""


class Joinable:
    """Items that others join, found by their ids; each index is made when it is first asked."""

    def __init__(self, items: ByType) -> None:
        self._items = items
        self._partners: dict[tuple[str, str], Partners] = {}
        self._of: dict[int, Item] | None = None

    def partners(self, resource_type: str, theirs: Expression) -> "Partners":
        """The documents of a type by the ids that the expression `theirs` gives on them."""
        key = (resource_type, theirs.text)
        if key not in self._partners:
            found = self._partners[key] = Partners()
            for _, document in self._items.get(resource_type, ()):
                for one in ids(computed(theirs, document)):
                    found.add(one, document)
        return self._partners[key]

    def item(self, document: Any) -> Item | None:
        """The item of one of the documents here, None for what is none of them."""
        if self._of is None:
            entries = (entry for each in self._items.values() for entry in each)
            self._of = {id(each): item for item, each in entries}
        return self._of.get(id(document))


NOTHING: Final = Joinable({})


class Partition:
    """The items that can be judged and joined together: those of an account and Region.

    That of an account as a whole has the Region "global", one item of its own, and only joins the
    items of every Region. `gap` says why a type may have more items than those here, `unread` why
    nobody knows that the type was read here at all.
    """

    def __init__(
        self,
        place: Place,
        own: ByType,
        joinable: ByType,
        gap: Gap,
        unread: Gap,
        names: frozenset[str] = frozenset(),
        *,
        anywhere: Shelf = NOTHING,
        unique: frozenset[str] = frozenset(),
        wide_gap: Gap = lambda kind: None,
        now: str,
        near: Shelf | None = None,
    ) -> None:
        """`names` are what the resources of a stack are called, where that is written out.

        Items of the types `unique` are joined from `anywhere`: an id of theirs has one item, and
        `wide_gap` says why there may be more of them somewhere. `now` is when the scan began, as
        `clock.utc` writes it. `near` may stand in place of what is `joinable`.
        """
        self.place = place
        self.now = now
        self.declared = place[1] == DECLARED
        self.names = names
        self._gap = cache(gap)
        self._wide_gap = cache(wide_gap)
        self.unread = unread
        self._own = own
        self._near: Shelf = Joinable(joinable) if near is None else near
        self._anywhere = anywhere
        self._unique = unique

    @property
    def types(self) -> Iterable[str]:
        """The types of the items that are judged here."""
        return self._own

    def own(self, resource_type: str) -> list[Entry]:
        """The items of a type that are judged here, by id, each with its document."""
        return self._own.get(resource_type, [])

    def partners(self, resource_type: str, theirs: Expression) -> Found:
        """The documents of a type by the ids that the expression `theirs` gives on them."""
        wide = self.unique(resource_type, theirs)
        shelf: Shelf = self._anywhere if wide else self._near
        return shelf.partners(resource_type, theirs)

    def unique(self, resource_type: str, theirs: Expression) -> bool:
        """Whether what `theirs` gives on the items of a type is had by one item at most."""
        return resource_type in self._unique and theirs.text not in _OF_PLACES

    def gap(self, resource_type: str, theirs: Expression) -> str | None:
        """Why a join may not find all items of a type that there are; None where it does."""
        wide = self.unique(resource_type, theirs)
        return (self._wide_gap if wide else self._gap)(resource_type)

    def item(self, document: Any) -> Item | None:
        """The item of one of the documents here, None for what is none of them."""
        return self._near.item(document) or self._anywhere.item(document)


class Partners:
    """Documents by id.

    One whose ids could not be read may have any: it is found below every id, as unresolved. What a
    parameter of a template says may be any id that no resource of the template has.
    """

    def __init__(self) -> None:
        self._found: dict[str, list[Document]] = defaultdict(list)
        self._unread: list[Unresolved] = []
        self._open: list[tuple[str, Unresolved]] = []
        self._texts: list[str] = []

    def add(self, one: Any, document: Document) -> None:
        """A document under one of its ids."""
        key = identity(one)
        if key is not None:
            self._found[key].append(document)
        if type(one) is str:
            self._texts.append(one)
        elif isinstance(one, Unresolved) and not one.token:
            self._unread.append(one)
        elif isinstance(one, Unresolved) and not one.named:
            self._open.append((key or "", one))

    def of(self, one: str | Unresolved) -> list[Any]:
        """The documents with an id, and an unresolved element where there may be more."""
        key = identity(one) or ""
        found = self._found.get(key)
        result: list[Any] = [*found, *self._unread] if found else [*self._unread]
        if isinstance(one, Unresolved) and one.named:
            return result
        if self._open:
            result += [each for token, each in self._open if token != key]
        if isinstance(one, Unresolved) and self._texts:
            result.append(one)
        return result


def by_type(entries: Iterable[Entry]) -> ByType:
    """The items of each type by id."""
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry[0].id):
        grouped[entry[0].type].append(entry)
    return grouped


def ids(value: Any) -> list[Any]:
    """The ids in what a join's expression gives: texts and unresolved values, lists flattened."""
    if type(value) is str:
        return [value]
    if type(value) is list:
        return (
            value if set(map(type, value)) <= _IDS else [one for each in value for one in ids(each)]
        )
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]
    return [] if value is None else [value]


_IDS: Final = {str, Unresolved}
