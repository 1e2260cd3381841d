"""One recorded event, read once: what it asked for, what was answered, and whom it names."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from scanner.attribution.arn import function_name, resource_of
from scanner.attribution.kind import Kind, plain
from scanner.event import Head
from scanner.eventdoc.parameters import Setting, parameters
from scanner.eventdoc.reading import inside, objects, text


class Event(Struct, frozen=True, eq=False):
    """A record with its parameters taken apart; `name` is without the API's version.

    It is `told` where the record has the whole of its parameters.
    """

    record: Any
    source: str
    name: str
    asked: list[Setting]
    answered: list[Setting]
    told: bool
    uri: str = ""
    number: int = 0

    @property
    def account(self) -> str:
        """The account in which it happened."""
        found = text(self.record, "recipientAccountId")
        return found or text(self.record, "userIdentity", "accountId")


def event(record: Any, uri: str = "", number: int = 0) -> Event:
    """The record as an event; `number` is its place in the file, from 1."""
    found = parameters(record)
    return Event(
        record=record,
        source=text(record, "eventSource"),
        name=plain(text(record, "eventName")),
        asked=found.asked,
        answered=found.answered,
        told=found.told,
        uri=uri,
        number=number,
    )


def is_then(head: Head, since: str, until: str) -> bool:
    """Whether an event is of the time; records have whole seconds."""
    time = (head.event_time or "")[:19]
    return (not since or time >= since[:19]) and (not until or time <= until[:19])


def named(one: Event, kind: Kind) -> Iterator[str]:
    """What the event calls the resources of a kind that it changes: by ids if it has any.

    A name alone may have been another one's before: a database that was deleted and made again.
    """
    yield from identified(one, kind) or by_name(one, kind)
    yield from listed(one, kind)


def identified(one: Event, kind: Kind) -> list[str]:
    """The ids of the resources of a kind that the event changes, as far as it says them."""
    return _named(one, kind, kind.ids)


def by_name(one: Event, kind: Kind) -> list[str]:
    """The names of the resources of a kind that the event changes."""
    found = _named(one, kind, kind.names)
    if found or one.name not in kind.own or text(one.record, "userIdentity", "type") != "IAMUser":
        return found
    caller = text(one.record, "userIdentity", "userName")
    return [caller] if caller else []


def renamed(one: Event, kind: Kind) -> list[str]:
    """The names that the event gives to resources which it calls by other names, and by no id."""
    new, old = _named(one, kind, kind.renamed), by_name(one, kind)
    is_new = new and not identified(one, kind) and set(new) != set(old)
    return new if is_new else []


def called(one: Event, kind: Kind, name: str) -> str:
    """The name of a resource in what the event calls it; of an ARN, the ARN."""
    return function_name(name, one.account) if kind.qualified else name


def mentioned(one: Event) -> Iterator[str]:
    """Every whole text in the parameters and the answer, and the ARNs of the resources."""
    for each in (*one.asked, *one.answered):
        if isinstance(each.value, str):
            yield each.value
    yield from (text(each, "ARN") for each in objects(inside(one.record, "resources")))


def listed(one: Event, kind: Kind) -> Iterator[str]:
    """The ARNs of the kind that stand in the record's own list of resources."""
    if kind.resources:
        for each in objects(inside(one.record, "resources")):
            arn = text(each, "ARN")
            if resource_of(arn).startswith(kind.resources):
                yield arn


def _named(one: Event, kind: Kind, paths: tuple[str, ...]) -> list[str]:
    found = [
        called(one, kind, each.value)
        for each in (*one.asked, *one.answered)
        if each.name in paths and isinstance(each.value, str)
    ]
    return [each.lower() for each in found] if kind.folded else found
