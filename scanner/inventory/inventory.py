"""Everything that sources gave, one account and Region at a time, and what was read completely."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import msgspec

from scanner.inventory.anywhere import Anywhere
from scanner.inventory.partition import NOTHING, Entry, Partition, by_type
from scanner.inventory.store import Store
from scanner.model import DECLARED, Coverage, Document, Given, Item, Place, Problem, SourceUse
from scanner.unresolved import Unresolved

ACCOUNT = "AWS::::Account"
REGION = "AWS::::Region"
GLOBAL = "global"
CHAIN = "AWS::CloudTrail::DigestChain"
_OURS = frozenset({ACCOUNT, REGION, CHAIN})
"""Types of ours: what there is of them nobody records, it is made of what was read."""


class Inventory:
    """Everything that the sources gave. Add it all, then take the partitions."""

    def __init__(
        self,
        shared: Iterable[str] = (),
        *,
        complete: bool = False,
        is_global: Callable[[str], bool],
        anywhere: Iterable[str] = (),
        now: str,
    ) -> None:
        """`shared` types are lent to account items; with `complete` what is absent is not there.

        Items of the types `anywhere` are joined across accounts and Regions. `now` is when the scan
        began.
        """
        self.now = now
        self._anywhere = frozenset(anywhere)
        self._everywhere = Anywhere()
        self.problems: list[Problem] = []
        self.sources: list[SourceUse] = []
        self._shared = frozenset(shared)
        self._complete = complete
        self._is_global = is_global
        self._store = Store()
        self._coverage: dict[Place, list[Coverage]] = defaultdict(list)
        self.seen: Counter[str] = Counter()
        """How many items of each type the partitions so far had."""

    def add(self, given: Given) -> None:
        """Take what a source yields."""
        if type(given) is Item:
            self._store.add(given)
            if given.type in self._anywhere and given.region != DECLARED:
                self._everywhere.add(given)
        elif isinstance(given, Problem):
            self.problems.append(given)
        elif isinstance(given, Coverage):
            self._coverage[given.place].append(given)
        elif isinstance(given, SourceUse):
            self.sources.append(given)

    @property
    def places(self) -> list[Place]:
        """The accounts and Regions about which something is known, sorted."""
        return sorted(self._store.places | self._coverage.keys())

    def partitions(self) -> Iterator[Partition]:
        """Each account's Regions in order, and after them the account itself."""
        for account, places in groupby(self.places, key=itemgetter(0)):
            lent: list[Entry] = []
            given: list[Entry] = []
            places_of = list(places)
            for place in places_of:
                entries = list(self._decoded_all(self._newest(place)))
                self.seen.update(entry[0].type for entry in entries)
                lent += [entry for entry in entries if entry[0].type in self._shared]
                given += [entry for entry in entries if entry[0].type == ACCOUNT]
                yield self._regional(place, entries)
            if any(place[1] != DECLARED for place in places_of):
                yield self._whole_account(account, given, lent)

    def _decoded_all(self, items: Iterable[Item]) -> Iterator[Entry]:
        for item in items:
            yield from self._decoded(item)

    def _newest(self, place: Place) -> Iterator[Item]:
        newest: dict[tuple[str, str], Item] = {}
        for item in self._store.items(place):
            known = newest.get((item.type, item.id))
            if known is None or (item.captured, item.text) >= (known.captured, known.text):
                newest[item.type, item.id] = item
        for item in newest.values():
            if not item.deleted:
                yield item

    def _decoded(self, item: Item) -> Iterator[Entry]:
        try:
            yield item, item.document()
        except (msgspec.DecodeError, RecursionError) as error:
            what = f"{item.type} {item.id}: {error}"
            self.problems.append(Problem(item.uri, what, frozenset({item.type}), item.place))

    def _regional(self, place: Place, entries: list[Entry]) -> Partition:
        if place[1] not in (GLOBAL, DECLARED) and all(entry[0].type != REGION for entry in entries):
            entries = [*entries, _made(REGION, place[1], place)]
        items = by_type(entries)
        own = {name: each for name, each in items.items() if name != ACCOUNT}
        declared = place[1] == DECLARED
        return Partition(
            place,
            own,
            items,
            lambda kind: self.gap(kind, place),
            lambda kind: self.unread(kind, place),
            frozenset[str]().union(*(each.names for each in self._coverage.get(place, ()))),
            anywhere=NOTHING if declared else self._everywhere,
            unique=frozenset() if declared else self._anywhere,
            wide_gap=self._gap_anywhere,
            now=self.now,
        )

    def _whole_account(self, account: str, given: list[Entry], lent: list[Entry]) -> Partition:
        place = (account, GLOBAL)
        newest = sorted(given, key=lambda entry: (entry[0].captured, entry[0].text))[-1:]
        return Partition(
            place,
            by_type(newest or [_made(ACCOUNT, account, place)]),
            by_type(lent),
            lambda kind: self._account_gap(kind, account),
            lambda kind: None,
            now=self.now,
        )

    def expected(self, resource_type: str, place: Place) -> bool:
        """Whether items of a type would be found in this place: global types in "global"."""
        if place[1] == DECLARED:
            return True
        return self._is_global(resource_type) == (place[1] == GLOBAL)

    def gap(self, resource_type: str, place: Place) -> str | None:
        """Why items of a type may be missing in a place; None where all are known."""
        for problem in self.problems:
            if resource_type in problem.types and problem.place in (None, place):
                return f"{problem.where}: {problem.what}"
        return self.unrecorded(resource_type, place)

    def unread(self, resource_type: str, place: Place) -> str | None:
        """Why nobody knows the items of a type in a place at all; None where somebody does.

        The reason is what went wrong, where that is known.
        """
        if not self.expected(resource_type, place) or not self.unrecorded(resource_type, place):
            return None
        return self.gap(resource_type, place)

    def unrecorded(self, resource_type: str, place: Place) -> str | None:
        """Why nothing shows that a type was read in a place; None where something does."""
        if self._complete or place[1] == DECLARED or resource_type in _OURS:
            return None  # what a template does not declare is not its own
        for coverage in self._coverage.get(place, ()):
            everything = coverage.all_but is not None and resource_type not in coverage.all_but
            if everything or resource_type in coverage.types:
                return None
        return f"nothing shows that {resource_type} was recorded in {place[0]}/{place[1]}"

    def _account_gap(self, resource_type: str, account: str) -> str | None:
        return self._first_gap(resource_type, [p for p in self.places if p[0] == account])

    def _gap_anywhere(self, resource_type: str) -> str | None:
        return self._first_gap(resource_type, [p for p in self.places if p[1] != DECLARED])

    def _first_gap(self, resource_type: str, places: Iterable[Place]) -> str | None:
        for place in places:
            if self.expected(resource_type, place):
                gap = self.gap(resource_type, place)
                if gap is not None:
                    return gap
        return None

    def close(self) -> None:
        """Drop everything."""
        self._store.close()
        self._everywhere.close()


def _made(resource_type: str, name: str, place: Place) -> Entry:
    """The item of an account or Region itself, of which no source has told more than that."""
    untold = Unresolved(f"no source gave {resource_type} of {place[0]}/{place[1]}")
    document: Document = {
        "resourceType": resource_type,
        "resourceId": name,
        "resourceName": name,
        "accountId": place[0],
        "awsRegion": place[1],
        "configuration": untold,
        "supplementaryConfiguration": untold,
    }
    text = msgspec.json.encode(document)
    return Item(resource_type, name, *place, text=text, uri=""), document
