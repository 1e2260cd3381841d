"""What there is of a resource type in one place, and what is still to be asked about each."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from threading import Lock
from typing import Any, Final

import msgspec

from scanner.model import Coverage, Item
from scanner.sources.calling import Refused
from scanner.sources.live_item import items_of, problem
from scanner.sources.plan import Collection
from scanner.sources.pool import Found, Task
from scanner.sources.spot import Spot

Listed = list[Any] | Refused

_NO_HOST: Final = ("EndpointConnectionError", "ConnectTimeoutError")


def listing(spot: Spot, collection: Collection) -> Iterator[Found | Task]:
    """What a list call gives in one place: items, or a task for each that needs more calls."""
    listed = _listed(spot, collection)
    yield _covered(spot, collection, listed)
    yield from _read(spot, collection, listed)


def _listed(spot: Spot, collection: Collection) -> Listed:
    call = collection.type.live
    if call is None:  # the account itself, or the Region: there is one of it
        return [{}]
    listed = spot.ask(call)
    if isinstance(listed, Refused):
        nowhere = listed.code in _NO_HOST and spot.lacks(call.client)
        return [] if nowhere else listed
    if not listed and call.form:
        return [None]
    return listed


def _covered(spot: Spot, collection: Collection, listed: Listed) -> Found:
    if isinstance(listed, Refused):
        return problem(spot, collection.type, listed)
    return Coverage(spot.place, frozenset({collection.type.name}))


def _read(spot: Spot, collection: Collection, listed: Listed) -> Iterator[Found | Task]:
    things = [] if isinstance(listed, Refused) else listed
    if collection.detail or collection.more:
        for each in things:
            run = partial(items_of, spot, collection, each)
            yield Task(spot.place, collection.type.name, run)
        return
    found = [item for each in things for item in items_of(spot, collection, each)]
    times = Counter(each.id for each in found if isinstance(each, Item))
    for item in found:
        yield _by_arn(item) if isinstance(item, Item) and times[item.id] > 1 else item


def _by_arn(item: Item) -> Item:
    """An item whose id another one of the same list has, too: its ARN is its own."""
    document = msgspec.json.decode(item.text)
    arn = document.get("arn") or item.id
    text = msgspec.json.encode({**document, "resourceId": arn})
    return msgspec.structs.replace(item, id=arn, text=text)


class Together:
    """The lists of a type that names the same resource in several Regions, as shadows of a trail.

    A resource is read where it is at home; if that is no Region of the scan, or one whose list was
    refused, in the first Region that names it. Nothing is given before the last list is read.
    """

    def __init__(self, collection: Collection, places: int) -> None:
        self._name, self._home = collection.type.home or ("", "")
        self._places = places
        self._listed: dict[str, tuple[Spot, Listed]] = {}
        self._lock = Lock()

    def listing(self, spot: Spot, collection: Collection) -> Iterator[Found | Task]:
        """What a list call gives in one place, once all have been made."""
        listed = _listed(spot, collection)
        with self._lock:
            self._listed[spot.region] = (spot, listed)
            last = len(self._listed) == self._places
        for region in sorted(self._listed) if last else ():
            at, found = self._listed[region]
            yield _covered(at, collection, found)
            yield from _read(at, collection, self._own(region))

    def _own(self, region: str) -> Listed:
        """What is named in a Region and to be read there."""
        listed = self._listed[region][1]
        if isinstance(listed, Refused):
            return listed
        return [each for each in listed if self._reader(each) == region]

    def _reader(self, resource: Any) -> str:
        """The Region to read a resource in."""
        name, home = resource.get(self._name), resource.get(self._home)
        having = [
            region
            for region, (_, listed) in sorted(self._listed.items())
            if not isinstance(listed, Refused)
            and any(each.get(self._name) == name for each in listed)
        ]
        return home if home in having else having[0]
