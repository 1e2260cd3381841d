"""CloudTrail's Event history, as LookupEvents gives it: 90 days of management events, live.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

from msgspec import Struct

from scanner.clock import utc
from scanner.event import EVENT, Log
from scanner.model import Needs, Place, Problem, SourceUse
from scanner.shape import Call
from scanner.sources.calling import Refused, streamed
from scanner.sources.clients import Pace
from scanner.sources.events import NO_RULE
from scanner.sources.events.reading import TYPES
from scanner.sources.events.record import Chunk, chunks
from scanner.sources.live import Entered
from scanner.sources.pool import Found, Pool, Task

NAME: Final = "aws-events"
LOOKUP: Final = Call("cloudtrail", "lookup_events")
PER_SECOND: Final = 2
"""So many calls a second AWS takes for an account in a Region; each gives 50 events at most."""
KEPT: Final = timedelta(days=90)
RECENT: Final = timedelta(days=1)
"""What is read of the Event history if nobody says from when."""

_ONE_DAY: Final = "the last 24 hours were read; say from when with --since"
_TOO_OLD: Final = "the Event history has 90 days only: what was before was not read"


class Times(Struct, frozen=True):
    """The first and the last moment to look up."""

    since: datetime
    until: datetime


def read_accounts(
    accounts: Sequence[Entered], needs: Needs, pool: Pool, *, now: datetime | None = None
) -> Iterator[Found | SourceUse]:
    """The Event history of accounts in all their Regions, several at a time, page by page.

    Without `needs.since` it is that of the last 24 hours. A Region that refuses or breaks off is a
    Problem of its place.
    """
    if EVENT not in needs.types:
        yield Problem(NAME, f"CloudTrail's Event history was not read; {NO_RULE}", blocks=False)
        return
    clock = now or datetime.now(UTC)
    yield from _said(needs, clock)
    times = _times(needs, clock)
    records: Counter[str] = Counter()
    if times.since <= times.until:
        spots = ((each, region) for each in accounts for region in sorted(set(each.regions)))
        for found in pool.run(_task(each, region, times, pool) for each, region in spots):
            if isinstance(found, Log):
                records[found.uri.split("/")[2]] += len(found.heads)
            yield found
    yield from (
        SourceUse(NAME, f"aws://{each.account}", items=records[each.account]) for each in accounts
    )


def looked_up(
    client: Any, region: str, name: str, since: str, until: str, account: str = ""
) -> Iterator[Log | Problem]:
    """What the Event history has of a resource, by its name or id as events have it.

    `since` and `until` are ISO-8601 UTC, "" for the first and the last that there is. The last one
    given is a Problem where the answer was refused or broke off.
    """
    arguments: dict[str, Any] = {
        "LookupAttributes": [{"AttributeKey": "ResourceName", "AttributeValue": name}]
    }
    if since:
        arguments["StartTime"] = datetime.fromisoformat(since)
    if until:
        arguments["EndTime"] = datetime.fromisoformat(until)
    pages = _Pages(client, (account, region), arguments)
    while pages.more:
        yield from pages.next()


def _times(needs: Needs, now: datetime) -> Times:
    until = datetime.fromisoformat(needs.until) if needs.until else now
    since = datetime.fromisoformat(needs.since) if needs.since else until - RECENT
    return Times(max(since, now - KEPT), until)


def _said(needs: Needs, now: datetime) -> Iterator[Problem]:
    """What is to be known of the time that is read."""
    if not needs.since:
        yield Problem(NAME, _ONE_DAY, blocks=False)
    elif needs.since < utc(now - KEPT):
        yield Problem(NAME, _TOO_OLD, TYPES)


def _task(entered: Entered, region: str, times: Times, pool: Pool) -> Task:
    place = (entered.account, region)
    return Task(place, EVENT, partial(_first, entered, place, times, pool))


def _first(entered: Entered, place: Place, times: Times, pool: Pool) -> Iterable[Found | Task]:
    client = pool.clients.client(entered.session, place[0], "cloudtrail", place[1])
    arguments = {"StartTime": times.since, "EndTime": times.until}
    return _next(_Pages(client, place, arguments))


def _next(pages: "_Pages") -> Iterable[Found | Task]:
    """What the next page gives, and a task for those behind it: no list holds all of them."""
    found: list[Found | Task] = [*pages.next()]
    if pages.more:
        found.append(Task(pages.place, EVENT, partial(_next, pages)))
    return found


class _Pages:
    """The pages of one look-up, taken one by one and not faster than AWS allows."""

    def __init__(self, client: Any, place: Place, arguments: dict[str, Any]) -> None:
        self.place = place
        self.more = True
        self._uri = f"aws://{'/'.join(part for part in place if part)}"
        self._number = 1
        _paced(client)
        self._pages = streamed(client, LOOKUP, arguments)

    def next(self) -> Iterator[Log | Problem]:
        """The events of the next page, and what is wrong with it."""
        page = next(self._pages, None)
        self.more = isinstance(page, dict) and bool(page.get("NextToken"))
        if isinstance(page, Refused):
            yield self._problem(str(page))
        elif page is None or page.get("Events") is None:
            self.more = False
            yield self._problem("cloudtrail:LookupEvents: IncompleteAnswer: without Events")
        else:
            yield from self._logs(page["Events"])

    def _logs(self, events: list[Any]) -> Iterator[Log | Problem]:
        texts = [(0, str(each.get("CloudTrailEvent") or "").encode()) for each in events]
        for each in chunks(texts) if texts else ():
            if isinstance(each, Chunk):
                yield Log(f"{self._uri}/event-history", self._number, each.heads, each.text)
                self._number += len(each.heads)
            else:
                yield self._problem(f"event {self._number} is no record: {each.what}")
                self._number += 1

    def _problem(self, what: str) -> Problem:
        return Problem(self._uri, what, TYPES, self.place if all(self.place) else None)


def _paced(client: Any) -> None:
    """Let a client look up no faster than AWS allows, however often this is said of it."""
    pace = Pace(PER_SECOND, burst=PER_SECOND)
    client.meta.events.register(
        "before-call.cloudtrail.LookupEvents",
        lambda **_: pace.wait(("cloudtrail", NAME)),
        unique_id="groma-event-history",
    )
