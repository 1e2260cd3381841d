"""What AWS Config has recorded, as its API tells: the types that rules need, Region by Region."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

from scanner.fields import is_global
from scanner.inventory.inventory import GLOBAL
from scanner.model import Coverage, Item, Needs, Place, Problem, SourceUse
from scanner.sources import aggregate
from scanner.sources.leftover import leftover, recorded, topped_up
from scanner.sources.live import Entered
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.query import Query
from scanner.sources.recorded_items import items_of, problems, uri
from scanner.sources.recorder_state import Recorder, recorder
from scanner.sources.recording import RECORDER
from scanner.sources.spot import Spot

__all__ = ["leftover", "read", "read_accounts", "topped_up"]

NAME: Final = "aws-config"
FIRST_FOR_GLOBAL: Final = "us-east-1"
"""The Region that is asked first for what AWS has once an account."""

States = Mapping[str, Recorder | str]
"""By Region its recorder, or why none can be believed."""


def read(
    session: Any,
    account: str,
    regions: Sequence[str],
    needs: Needs,
    *,
    aggregator: str | None = None,
    max_age: timedelta | None = None,
    now: datetime | None = None,
    pool: Pool | None = None,
) -> Iterator[Found | SourceUse]:
    """What AWS Config recorded of one account in its Regions, or an aggregator holds of it.

    What it never records is left to `leftover(needs)`. Raises UserError for an aggregator that
    does not exist.
    """
    with nullcontext(pool) if pool else Pool() as workers:
        if aggregator is None:
            entered = Entered(session, account, regions)
            yield from read_accounts([entered], needs, workers, max_age=max_age, now=now)
        else:
            asked = aggregate.Asked(session, account, aggregator, (account,), tuple(regions))
            yield from aggregate.read(asked, needs, workers, max_age=max_age, now=now)


def read_accounts(
    accounts: Sequence[Entered],
    needs: Needs,
    pool: Pool,
    *,
    max_age: timedelta | None = None,
    now: datetime | None = None,
) -> Iterator[Found | SourceUse]:
    """What AWS Config recorded of accounts, in all of them at a time.

    Coverage of each type that was read to the end where the recorder is on, well, not older than
    `max_age` and records the type; a Problem, and no items, for each that is not.
    """
    wanted = recorded(needs)
    clock = now or datetime.now(UTC)
    spots = {each.account: _spots(each, pool) for each in accounts}
    states: dict[Place, Recorder | str] = {}
    items: Counter[str] = Counter()
    yield from (Coverage(spot.place) for some in spots.values() for spot in some)
    yield from pool.run(
        Task(spot.place, RECORDER, partial(_state, spot, states, max_age, clock))
        for some in spots.values()
        for spot in some
    )
    tasks: list[Task] = []
    for some in spots.values():
        plan = _Plan(some, states, wanted, max_age)
        yield from plan.problems()
        tasks += plan.tasks()
    for found in pool.run(tasks):
        if isinstance(found, Item):
            items[found.account] += 1
        yield found
    yield from (SourceUse(NAME, f"aws://{name}", items=items[name]) for name in spots)


def _spots(entered: Entered, pool: Pool) -> list[Spot]:
    return [
        Spot(entered.session, entered.account, region, "aws", pool.clients)
        for region in sorted(set(entered.regions))
    ]


def _state(
    spot: Spot,
    states: dict[Place, Recorder | str],
    max_age: timedelta | None,
    now: datetime,
) -> Iterable[Found]:
    states[spot.place] = recorder(spot, max_age, now)
    return ()


class _Plan:
    """What is asked of one account: each type where it is recorded, global types in one Region."""

    def __init__(
        self,
        spots: Sequence[Spot],
        states: Mapping[Place, Recorder | str],
        needs: Needs,
        max_age: timedelta | None,
    ) -> None:
        self._needs = needs
        self._why: dict[tuple[Place, str], set[str]] = defaultdict(set)
        self._reads: list[tuple[Spot, str]] = []
        everywhere = sorted(spots, key=lambda spot: (spot.region != FIRST_FOR_GLOBAL, spot.region))
        for name in sorted(needs.types):
            lacks = [(spot, _lacks(states.get(spot.place), name, max_age)) for spot in everywhere]
            if is_global(name):
                self._once(name, lacks)
            else:
                self._everywhere(name, lacks)

    def _once(self, name: str, lacks: Sequence[tuple[Spot, str | None]]) -> None:
        """Read a type in the first Region that records it."""
        for spot, why in lacks:
            if why is None:
                self._reads.append((spot, name))
                return
        for spot, why in lacks[:1]:
            self._why[(spot.account, GLOBAL), f"{spot.region}: {why}"].add(name)

    def _everywhere(self, name: str, lacks: Sequence[tuple[Spot, str | None]]) -> None:
        for spot, why in lacks:
            if why is None:
                self._reads.append((spot, name))
            else:
                self._why[spot.place, why].add(name)

    def problems(self) -> Iterator[Problem]:
        """One for each place and reason for which something is not read, naming the types."""
        for (place, why), names in sorted(self._why.items()):
            yield Problem(uri(place), why, frozenset(names), place)

    def tasks(self) -> Iterator[Task]:
        """The queries."""
        for spot, name in self._reads:
            place = (spot.account, GLOBAL) if is_global(name) else spot.place
            yield Task(place, name, partial(_read, spot, place, name, self._needs.fields[name]))


def _lacks(state: Recorder | str | None, name: str, max_age: timedelta | None) -> str | None:
    if state is None:
        return "nobody asked the recorder: the scan was interrupted"
    return state if isinstance(state, str) else state.lacks(name, max_age)


def _read(spot: Spot, place: Place, name: str, fields: frozenset[str] | None) -> Iterator[Found]:
    """The items of a type in a place, and whether they are all."""
    faults: list[str] = []
    for each in items_of(name, Query(spot).rows(name, fields), fields):
        if isinstance(each, Item):
            yield each
        else:
            faults.append(each)
    if faults:
        yield from problems(faults, name, place, uri(place))
    else:
        yield Coverage(place, frozenset({name}))
