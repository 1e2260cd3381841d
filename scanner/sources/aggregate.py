"""What an aggregator of AWS Config holds of many accounts, as its API tells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

import msgspec

from scanner.clock import utc
from scanner.errors import UserError
from scanner.inventory.inventory import GLOBAL
from scanner.model import Coverage, Item, Needs, Place, Problem, SourceUse
from scanner.shape import Call
from scanner.sources.calling import Refused
from scanner.sources.leftover import recorded
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.query import AGGREGATE, Query
from scanner.sources.recorded_items import items_of, problems, uri
from scanner.sources.recording import RECORDER, Recording
from scanner.sources.spot import MAIN_REGIONS, Spot

NAME: Final = "aws-config"
AGGREGATORS: Final = Call(
    *("config", "describe_configuration_aggregators", "ConfigurationAggregators[]"),
    each={"ConfigurationAggregatorNames[]": "@"},
)
SOURCES: Final = Call(
    *("config", "describe_configuration_aggregator_sources_status", "AggregatedSourceStatusList[]"),
    each={"ConfigurationAggregatorName": "@"},
)
MOST_NAMED: Final = 50
"""So many accounts or Regions a query names; of more everything is asked, and sorted out here."""
ANY: Final = "*"
"""Stands for every account: which an organization has is not told."""
_SETTINGS: Final = frozenset({"configuration.Recording", "configuration.RecordingGroup"})


@dataclass(frozen=True, slots=True)
class Asked:
    """An aggregator, who asks it, and the accounts and Regions that matter: none stand for all."""

    session: Any
    caller: str
    aggregator: str
    accounts: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """What narrows a query."""
        regions = (*self.regions, GLOBAL) if self.regions else ()
        return _among("accountId", self.accounts) + _among("awsRegion", regions)

    def matters(self, place: Place) -> bool:
        """Whether an account and Region are among those that are asked for."""
        account, region = place
        return (not self.accounts or account in self.accounts) and (
            not self.regions or region == GLOBAL or region in self.regions
        )


def read(
    asked: Asked,
    needs: Needs,
    pool: Pool,
    *,
    max_age: timedelta | None = None,
    now: datetime | None = None,
) -> Iterator[Found | SourceUse]:
    """What the aggregator holds of the accounts, with Coverage by what their recorders say.

    Nothing is taken from a place that the aggregator could not bring up to date, or whose recorder
    is off: that is a Problem. Raises UserError where there is no such aggregator.
    """
    region = asked.session.region_name or MAIN_REGIONS["aws"]
    spot = Spot(asked.session, asked.caller, region, "aws", pool.clients)
    query = Query(spot, AGGREGATE, asked.aggregator, asked.where, asked.matters)
    wanted = _Wanted(asked, recorded(needs), query)
    yield from wanted.left_out(_aggregator(spot, asked.aggregator))
    yield from wanted.stale(spot, max_age, now or datetime.now(UTC))
    yield from wanted.recorders()
    items = 0
    for found in pool.run(wanted.tasks()):
        items += isinstance(found, Item)
        yield found
    yield from wanted.coverage()
    yield SourceUse(NAME, f"{uri(spot.place)}: {asked.aggregator}", items=items)


def _aggregator(spot: Spot, name: str) -> Mapping[str, Any]:
    found = spot.ask(AGGREGATORS, name)
    if isinstance(found, Refused) and found.code != "NoSuchConfigurationAggregatorException":
        raise UserError(f"--aggregator {name}: {found}")
    if isinstance(found, Refused) or not found:
        raise UserError(
            f"--aggregator {name}: there is none in {spot.region} of account {spot.account};"
            " set AWS_REGION to the Region that it is in"
        )
    return dict(found[0])


class _Wanted:
    """What is wanted of an aggregator, and what is known by now of where it can be had."""

    def __init__(self, asked: Asked, needs: Needs, query: Query) -> None:
        self._asked = asked
        self._fields = dict(needs.fields)
        self._query = query
        self._recording = Recording()
        self._not_to_be_had: set[Place] = set()
        self._incomplete = set(needs.fields)

    def left_out(self, aggregator: Mapping[str, Any]) -> Iterator[Problem]:
        """The types that the aggregator is told to leave out."""
        kept = ((aggregator.get("AggregatorFilters") or {}).get("ResourceType") or {}).get("Value")
        if kept is None:
            return
        for name in sorted(self._fields.keys() - set(kept)):
            del self._fields[name]
            what = f"the aggregator leaves out {name}"
            yield Problem(uri(self._query.spot.place), what, frozenset({name}))

    def stale(self, spot: Spot, max_age: timedelta | None, now: datetime) -> Iterator[Problem]:
        """The accounts and Regions of which the aggregator has nothing that is up to date."""
        sources = spot.ask(SOURCES, self._asked.aggregator)
        types = frozenset(self._fields)
        if isinstance(sources, Refused):
            yield Problem(uri(spot.place), str(sources), types)
            return
        for each in sources:
            if (why := _outdated(each, max_age, now)) is not None:
                for place in self._places(each):
                    self._not_to_be_had.add(place)
                    told = None if place[0] == ANY else place
                    yield Problem(uri(place), why, types, told)

    def _places(self, source: Mapping[str, Any]) -> list[Place]:
        """The places that a source stands for: an organization for any account."""
        region = str(source.get("AwsRegion") or GLOBAL)
        if source.get("SourceType") != "ACCOUNT":
            return [(ANY, region), (ANY, GLOBAL)]
        found = [(str(source.get("SourceId")), name) for name in (region, GLOBAL)]
        return [place for place in dict.fromkeys(found) if self._asked.matters(place)]

    def recorders(self) -> Iterator[Problem]:
        """Take note of what the recorders' own items promise; those that are off are problems."""
        for each in items_of(RECORDER, self._query.rows(RECORDER, _SETTINGS), _SETTINGS):
            if isinstance(each, str):
                what = f"nobody knows which recorders are off: {each}"
                yield Problem(uri(self._query.spot.place), what, frozenset(self._fields))
                continue
            if not self._can_be_had(each.place):
                continue
            self._recording.saw_recorder(each.place, each.captured, each.text)
            settings = msgspec.json.decode(each.text)["configuration"]
            if settings.get("Recording") is False:
                why = f"the recorder {each.id} is off"
                self._not_to_be_had.add(each.place)
                yield Problem(uri(each.place), why, frozenset(self._fields), each.place)

    def _can_be_had(self, place: Place) -> bool:
        bad = {place, (ANY, place[1])} & self._not_to_be_had
        return self._asked.matters(place) and not bad

    def tasks(self) -> Iterator[Task]:
        """The queries, one a type."""
        for name in sorted(self._fields):
            yield Task(self._query.spot.place, name, partial(self._read, name))

    def _read(self, name: str) -> Iterator[Found]:
        faults: list[str] = []
        for each in items_of(name, self._query.rows(name, self._fields[name]), self._fields[name]):
            if isinstance(each, str):
                faults.append(each)
            elif self._can_be_had(each.place):
                self._recording.saw(each.place, name)
                yield each
        if not faults:
            self._incomplete.discard(name)
        yield from problems(faults, name, None, uri(self._query.spot.place))

    def coverage(self) -> Iterator[Coverage]:
        """What the aggregator holds completely; places of which it holds nothing are named, too."""
        yield from (Coverage(place) for place in sorted(self._not_to_be_had) if place[0] != ANY)
        for account in self._asked.accounts:
            yield from (Coverage((account, name)) for name in (*self._asked.regions, GLOBAL))
        for each in self._recording.coverage():
            if self._can_be_had(each.place):
                all_but = None if each.all_but is None else each.all_but | self._incomplete
                yield Coverage(each.place, each.types - self._incomplete, all_but)
            else:
                yield Coverage(each.place)


def _outdated(source: Mapping[str, Any], max_age: timedelta | None, now: datetime) -> str | None:
    """Why what the aggregator has of a source cannot be believed; None if it can."""
    status = source.get("LastUpdateStatus")
    if status != "SUCCEEDED":
        code, told = source.get("LastErrorCode"), source.get("LastErrorMessage")
        parts = [
            f"the aggregator's last update: {status}",
            *(str(each) for each in (code, told) if each),
        ]
        return ": ".join(parts)[:400]
    last = source.get("LastUpdateTime")
    if max_age is None or (isinstance(last, datetime) and now - last <= max_age):
        return None
    when = utc(last) if isinstance(last, datetime) else "nobody knows when"
    return f"the aggregator's last update was {when}: older than --max-age"


def _among(name: str, values: Iterable[str]) -> str:
    texts = [f"'{each}'" for each in values]
    return f" AND {name} IN ({', '.join(texts)})" if 0 < len(texts) <= MOST_NAMED else ""
