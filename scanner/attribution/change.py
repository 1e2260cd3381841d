"""What is told of an event that changed a resource: who, when, from where, and what it set."""

from typing import Any, Final

from msgspec import Struct

from scanner.attribution.event import Event
from scanner.attribution.sessions import Sessions
from scanner.clip import clipped
from scanner.eventdoc.actor import Actor, actor, told
from scanner.eventdoc.reading import text

MOST: Final = 10
"""So many parameters are told of one event."""


class Given(Struct, frozen=True):
    """A parameter and its value, bounded and with secrets masked."""

    path: str
    value: Any


class Change(Struct, frozen=True):
    """A recorded event that changed a resource; "" is what the record does not say.

    `who` is the actor in a phrase, unwound to whoever assumed the roles as far as the logs tell:
    `behind` are those, the first of all last. `given` is what shows that it is this event;
    `created` that it made the resource.
    """

    event: str
    source: str
    time: str
    region: str
    account: str
    id: str
    uri: str
    number: int
    who: str
    actor: Actor
    behind: tuple[Actor, ...]
    address: str
    agent: str
    resource: str = ""
    given: tuple[Given, ...] = ()
    created: bool = False
    error: str = ""


class Draft(Struct, frozen=True):
    """What is kept of an event while others are still read: it may be another that matters."""

    event: str
    source: str
    time: str
    region: str
    account: str
    id: str
    uri: str
    number: int
    actor: Actor
    address: str
    agent: str
    error: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same of an event that arrived twice."""
        return (self.id,) if self.id else (self.time, self.event, self.uri, str(self.number))


def draft(one: Event) -> Draft:
    """What an event is told by, small enough to keep."""
    record = one.record
    return Draft(
        event=_short(one, "eventName"),
        source=one.source,
        time=_short(one, "eventTime"),
        region=_short(one, "awsRegion"),
        account=one.account,
        id=_short(one, "eventID"),
        uri=one.uri,
        number=one.number,
        actor=actor(record),
        address=_short(one, "sourceIPAddress"),
        agent=_short(one, "userAgent"),
        error=_short(one, "errorCode"),
    )


def change(
    kept: Draft,
    sessions: Sessions,
    given: tuple[Given, ...] = (),
    resource: str = "",
    created: bool = False,
) -> Change:
    """The event as it is told, its actor unwound by the sessions that are known by now."""
    behind = sessions.behind(kept.actor)
    return Change(
        event=kept.event,
        source=kept.source,
        time=kept.time,
        region=kept.region,
        account=kept.account,
        id=kept.id,
        uri=kept.uri,
        number=kept.number,
        who=told(kept.actor, *behind),
        actor=kept.actor,
        behind=behind,
        address=kept.address,
        agent=kept.agent,
        resource=resource,
        given=given[:MOST],
        created=created,
        error=kept.error,
    )


def shown(path: str, value: Any) -> Given:
    """A parameter fit for a report: whatever is named like a secret is masked."""
    return Given(path[:300], clipped(value, path))


def _short(one: Event, name: str) -> str:
    return text(one.record, name)[:300]
