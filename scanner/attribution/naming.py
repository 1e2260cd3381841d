"""What one event calls a resource that it changes: ids, names and labels, tied to one another."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from scanner.attribution.arn import tail
from scanner.attribution.event import Event, called, listed
from scanner.attribution.kind import Kind
from scanner.attribution.kinds import ALL
from scanner.eventdoc.parameters import Setting
from scanner.eventdoc.reading import LONGEST, text

FOLDED: Final = frozenset(each.type for each in ALL if each.folded)
"""The types whose names are the same in capitals and small letters."""
_SPECIFIED: Final = ("tagspecificationset.", "tagspecification.")

Spot = tuple[str, str, str]
"""Where names are given once at a time: a type, an account and a Region, "" for anywhere."""


class Naming(Struct, frozen=True):
    """All that an event calls one resource, as it is written there.

    Later requests call the resource by `ids` and `names`; nobody does by `labels`.
    """

    spot: Spot
    ids: frozenset[str]
    names: frozenset[str]
    labels: frozenset[str]

    @property
    def texts(self) -> frozenset[str]:
        """All of it."""
        return self.ids | self.names | self.labels


def folded(type: str, name: str) -> str:
    """A name, or an ARN's last part, so that two that are the same are equal."""
    name = tail(name)
    return name.lower() if type in FOLDED else name


def namings(one: Event, kind: Kind) -> Iterator[Naming]:
    """What the event calls each resource of a kind that it changes.

    Where it changes several, nothing tells which name is whose: each id and each name stands alone.
    """
    region = "" if kind.anywhere else text(one.record, "awsRegion")
    spot = (kind.type, one.account, region)
    by_path = [_at(one, kind, (path,)) for path in (*kind.ids, *kind.names, *kind.renamed)]
    by_path.append(frozenset(listed(one, kind)))
    ids = _of_type(kind, _at(one, kind, kind.ids)) | by_path[-1]
    names = _at(one, kind, kind.names) | _at(one, kind, kind.renamed)
    labels = _at(one, kind, kind.labels) | frozenset(_name_tags(one, kind))
    if all(len({folded(kind.type, each) for each in some}) < 2 for some in by_path):
        if ids or names:
            yield Naming(spot, ids, names, labels)
        return
    yield from (Naming(spot, frozenset({each}), frozenset(), labels) for each in sorted(ids))
    yield from (Naming(spot, frozenset(), frozenset({each}), frozenset()) for each in sorted(names))


def _of_type(kind: Kind, ids: Iterable[str]) -> frozenset[str]:
    return frozenset(each for each in ids if tail(each).startswith(kind.prefix))


def _at(one: Event, kind: Kind, paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        called(one, kind, each.value)[:LONGEST]
        for each in (*one.asked, *one.answered)
        if each.name in paths and isinstance(each.value, str) and each.value
    )


def _name_tags(one: Event, kind: Kind) -> Iterator[str]:
    """The values of tags called "Name" that the event gives the resource, or says it has."""
    if not kind.tagged:
        return
    inside = {path.rpartition(".")[0] for path in kind.ids}
    own = {f"{each}.tagset.key".removeprefix(".") for each in inside}
    told = {each.path.lower(): each.value for each in (*one.asked, *one.answered)}
    for each in one.asked:
        specified = each.name.startswith(_SPECIFIED) and _is_for(each, kind, told)
        if specified or (each.name == "tagset.key" and one.name == "CreateTags"):
            yield from _value(each, told)
    for each in one.answered:
        if each.name in own:
            yield from _value(each, told)


def _value(key: Setting, told: dict[str, object]) -> Iterator[str]:
    """What stands beside a tag's key."""
    if key.last == "key" and key.value == "Name":
        value = told.get(key.path.lower().removesuffix("key") + "value")
        if isinstance(value, str) and value:
            yield value[:LONGEST]


def _is_for(key: Setting, kind: Kind, told: dict[str, object]) -> bool:
    """Whether the specification that a tag stands in is for the type."""
    path = key.path.lower()
    while "." in path:
        path = path.rpartition(".")[0]
        if f"{path}.resourcetype" in told:
            return told[f"{path}.resourcetype"] == kind.tagged
    return False
