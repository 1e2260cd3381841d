"""What AWS Config leaves out and the APIs must add: whole types, and facts of those it records."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from scanner.model import Coverage, Given, Item, Needs, Place, Problem
from scanner.shape import ResourceType
from scanner.sources.plan import declared
from scanner.sources.recorded_facts import unrecorded
from scanner.unresolved import KEY

PART: Final = "supplementaryConfiguration"


def leftover(needs: Needs) -> Needs:
    """What is to be read live beside AWS Config: whole types, and single supplementary facts."""
    kept: dict[str, frozenset[str] | None] = {}
    for name, fields in needs.fields.items():
        kind = declared().get(name)
        if kind is not None and not kind.recorded:
            kept[name] = fields
        elif kind is not None and (facts := _unrecorded(kind, fields)):
            kept[name] = frozenset(f"{PART}.{each}" for each in facts)
    return Needs(kept, needs.at)


def recorded(needs: Needs) -> Needs:
    """What AWS Config is asked for: every type but those that it never records."""
    known = declared()
    kept = {
        name: fields
        for name, fields in needs.fields.items()
        if not name.startswith("AWS::::") and (name not in known or known[name].recorded)
    }
    return Needs(kept, needs.at)


def _unrecorded(kind: ResourceType, fields: frozenset[str] | None) -> list[str]:
    """The supplementary facts of a recorded type that rules read and AWS Config leaves out."""
    whole = fields is None or PART in fields
    return [
        name
        for name in unrecorded(kind.name, kind.more)
        if name != "tags"
        and not name.startswith("configuration.")
        and (whole or f"{PART}.{name}" in (fields or ()))
    ]


def topped_up(given: Iterable[Given], live: Iterable[Given], needs: Needs) -> Iterator[Given]:
    """What AWS Config gave, with the facts that the APIs gave of the same resources added.

    `live` is what was read for `leftover(needs)`. What only one of the two could tell is unresolved
    where that one does not know the resource: nothing about it passes silently. Which resources
    there are is AWS Config's to say, so the API's own gaps and coverage of them do not count.
    """
    facts = _Facts(needs)
    for each in live:
        yield from facts.taken(each)
    for each in given:
        if isinstance(each, Item) and each.type in facts.lacking and not each.deleted:
            yield facts.added(each)
        else:
            yield each
    yield from facts.left()


class _Facts:
    """What the APIs gave of resources that AWS Config records, and why they gave nothing."""

    def __init__(self, needs: Needs) -> None:
        self.lacking = {
            name: sorted(each.partition(".")[2] for each in fields or ())
            for name, fields in leftover(needs).fields.items()
            if name in recorded(needs).fields
        }
        self._items: dict[tuple[str, ...], Item] = {}
        self._why: dict[tuple[Place | None, str], str] = {}

    def taken(self, each: Given) -> Iterator[Given]:
        """What is left of something that the API gave once the facts in it are taken."""
        match each:
            case Item() if each.type in self.lacking:
                self._items[_identity(each)] = each
                return
            case Coverage():
                each = replace(each, types=each.types - self.lacking.keys())
            case Problem():
                self._why |= {(each.place, name): each.what for name in each.types}
                each = replace(each, types=each.types - self.lacking.keys())
        yield each

    def added(self, item: Item) -> Item:
        """An item of AWS Config's with facts of the API's."""
        document = msgspec.json.decode(item.text)
        held = document.get(PART) or {}
        if KEY in held:
            return item
        live = self._items.pop(_identity(item), None)
        found = {} if live is None else msgspec.json.decode(live.text).get(PART) or {}
        untold = {KEY: self._untold(item)}
        document[PART] = held | {name: found.get(name, untold) for name in self.lacking[item.type]}
        return msgspec.structs.replace(item, text=msgspec.json.encode(document))

    def _untold(self, item: Item) -> str:
        known = self._why.get((item.place, item.type)) or self._why.get((None, item.type))
        return known or "AWS Config does not record this, and the API does not know the resource"

    def left(self) -> Iterator[Item]:
        """The resources that AWS Config has not recorded: they are there, and little is known."""
        for live in self._items.values():
            document = msgspec.json.decode(live.text)
            document["configuration"] = {KEY: "AWS Config has not recorded this resource"}
            document["tags"] = document["configuration"]
            yield msgspec.structs.replace(live, text=msgspec.json.encode(document))


def _identity(item: Item) -> tuple[str, ...]:
    return item.account, item.region, item.type, item.id
