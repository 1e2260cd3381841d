"""Every recorded version of the items that rules need: indexed in memory, documents on disk."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec import Struct

from scanner.inventory.inventory import ACCOUNT, GLOBAL, REGION
from scanner.model import Item, Place, Resource
from scanner.spool import Spool
from scanner.timeline.standing import Key
from scanner.waive import is_called

IN_MEMORY = 24 << 20  # bytes of documents


class Version(NamedTuple):
    """A version of a resource, and where it stands in the file; versions sort by time."""

    captured: str
    key: Key
    deleted: bool
    offset: int
    length: int


class _Named(Struct, rename="camel"):
    """What a document calls its resource."""

    resource_name: str | None = None
    arn: str | None = None


class Versions:
    """The versions that sources gave, those of one moment once. Close it to drop the file.

    `wanted` are ids, names or ARNs, as a user wrote them, with `*` and `?` for anything.
    """

    def __init__(self, wanted: Sequence[str], judged: frozenset[str]) -> None:
        """`judged` are the types that some rule judges; only such resources are chosen."""
        self.chosen: set[Key] = set()
        self.fitting: set[str] = set()
        """Those of `wanted` that a resource was found for."""
        self._wanted = wanted
        self._judged = judged
        self._known: dict[Key, dict[str, Version]] = {}
        self._spool = Spool(IN_MEMORY)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Item).decode

    def add(self, item: Item) -> None:
        """Keep a version; of two of one moment the one that an inventory would keep."""
        key = (item.type, item.account, item.region, item.id)
        if item.type in self._judged:
            self.choose(key, resource_of(item))
        versions = self._known.setdefault(key, {})
        known = versions.get(item.captured)
        if known is not None and self.item(known).text >= item.text:
            return
        text = self._encode(item)
        offset = self._spool.add(text)
        versions[item.captured] = Version(item.captured, key, item.deleted, offset, len(text))

    def choose(self, key: Key, resource: Resource) -> None:
        """Have a resource be one of those that are judged, if it is called as somebody wants."""
        found = [each for each in self._wanted if is_called(each, resource)]
        if found:
            self.chosen.add(key)
            self.fitting.update(found)

    def choose_place(self, place: Place) -> None:
        """The same for an account and a Region, which are resources as well."""
        account, region = place
        for kind, name, home in ((ACCOUNT, account, GLOBAL), (REGION, region, region)):
            if kind in self._judged and name != GLOBAL:
                self.choose((kind, account, home, name), Resource(kind, name, account, home, name))

    def item(self, version: Version) -> Item:
        """The item of a version."""
        return self._decode(self._spool.read(version.offset, version.length))

    def of(self, key: Key) -> list[Version]:
        """The versions of a resource, the oldest first."""
        return [each for _, each in sorted(self._known.get(key, {}).items())]

    @property
    def keys(self) -> Sequence[Key]:
        """All resources of which there is a version, sorted."""
        return sorted(self._known)

    def names(self) -> Iterator[str]:
        """What the resources that could have been chosen are called."""
        for key, versions in self._known.items():
            if key[0] in self._judged:
                called = resource_of(self.item(max(versions.values())))
                yield from (each for each in (called.id, called.name, called.arn) if each)

    def close(self) -> None:
        """Drop everything."""
        self._spool.close()


def resource_of(item: Item) -> Resource:
    """What a report calls the resource of an item."""
    try:
        named = msgspec.json.decode(item.text, type=_Named)
    except (msgspec.DecodeError, RecursionError):  # a name that is unresolved, or worse
        named = _Named()
    return Resource(item.type, item.id, item.account, item.region, named.resource_name, named.arn)
