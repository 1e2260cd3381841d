"""What stands in one account and Region, or in a whole account, as time goes by."""

from typing import NamedTuple

import msgspec

from scanner.inventory.inventory import GLOBAL
from scanner.inventory.partition import Entry, Partition
from scanner.model import Place, Problem
from scanner.timeline.sightings import Known
from scanner.timeline.standing import Asked, Key, Standing
from scanner.timeline.versions import Version, Versions


class Scope(NamedTuple):
    """Where resources are judged together: an account and Region, "" for an account as a whole."""

    account: str
    region: str

    @property
    def place(self) -> Place:
        """As items have it."""
        return self.account, self.region or GLOBAL

    def sees(self, place: Place) -> bool:
        """Whether a place is part of it."""
        return place[0] == self.account and self.region in ("", place[1])


class Applied(NamedTuple):
    """A version that came, what stood before and what does now, and which questions it touches."""

    version: Version
    old: Entry | None
    new: Entry | None
    touched: frozenset[Asked]

    @property
    def key(self) -> Key:
        """The resource that it is a version of."""
        return self.version.key

    @property
    def unreadable(self) -> bool:
        """Whether there is a version that cannot be read."""
        return self.new is None and not self.version.deleted


class Stage:
    """The items of a scope that rules judge and join, and what is known to be recorded."""

    def __init__(self, scope: Scope, joined: frozenset[str], unique: frozenset[str]) -> None:
        """`joined` types are joined in the scope, and `unique` ones wherever they are."""
        self.scope = scope
        self._joined = joined
        self._unique = unique if scope.region else frozenset[str]()
        self._near = Standing()
        self._wide = Standing()
        self._near.asked = self._wide.asked
        self._own: dict[Key, Entry] = {}

    def needs(self, key: Key) -> bool:
        """Whether the versions of a resource matter to what is judged here."""
        return key[0] in self._unique or self._is_near(key)

    def _is_near(self, key: Key) -> bool:
        return key[0] in self._joined and self.scope.sees((key[1], key[2]))

    def apply(self, version: Version, versions: Versions, known: Known) -> Applied:
        """Have a version stand. One that cannot be decoded is a problem, and its type unknown."""
        key = version.key
        old, new = self._own.pop(key, None), _entry(version, versions, known)
        if new is not None:
            self._own[key] = new
        touched: set[Asked] = set()
        if self._is_near(key):
            touched |= self._near.put(key, new)
        if key[0] in self._unique:
            touched |= self._wide.put(key, new)
        return Applied(version, old, new, frozenset(touched))

    def standing(self, key: Key) -> Entry | None:
        """What stands of a resource."""
        return self._own.get(key)

    def partition(self, known: Known, now: str) -> Partition:
        """What can be joined now, for a rule to ask."""
        place = self.scope.place
        account = self.scope.account if not self.scope.region else ""
        return Partition(
            place,
            {},
            {},
            lambda kind: known.gap_in_account(kind, account) if account else known.gap(kind, place),
            lambda kind: None,
            anywhere=self._wide,
            unique=self._unique,
            wide_gap=known.gap_anywhere,
            now=now,
            near=self._near,
        )

    def asked(self) -> frozenset[Asked]:
        """What was asked of joined items since the last time."""
        found = frozenset(self._wide.asked)
        self._wide.asked.clear()
        return found


def _entry(version: Version, versions: Versions, known: Known) -> Entry | None:
    known.broken.pop(version.key, None)
    if version.deleted:
        return None
    item = versions.item(version)
    try:
        return item, item.document()
    except (msgspec.DecodeError, RecursionError) as error:
        what = f"{item.type} {item.id}: {error}"
        known.broke(version.key, Problem(item.uri, what, frozenset({item.type}), item.place))
        return None
