"""Sources that AWS has to be asked for: who asks, which accounts are entered, what each gives."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final

from scanner.inventory.inventory import ACCOUNT, GLOBAL, REGION
from scanner.model import Given, Needs, Problem
from scanner.sources import BUCKET, EVENTS, LIVE, RECORDED, Progress, live
from scanner.sources.accounts import entered, members
from scanner.sources.clients import Clients
from scanner.sources.events import of_state
from scanner.sources.leftover import leftover, topped_up
from scanner.sources.live import Entered
from scanner.sources.plan import collections
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.reach import Reach
from scanner.sources.signin import Caller, signed_in

YOURS: Final = "your account"


def read(named: Sequence[str], needs: Needs, reach: Reach, progress: Progress) -> Iterator[Given]:
    """What AWS's words and buckets give. Raises UserError where AWS lets nobody in."""
    caller = signed_in(reach.regions)
    with Pool(max_workers=reach.max_workers) as pool:
        progress.calls = lambda: (pool.clients.calls, pool.clients.throttled)
        accounts = {LIVE, RECORDED, EVENTS} & set(named)
        ids = members(caller, reach, pool.clients) if accounts else ()
        for url in named:
            if url.startswith(BUCKET):
                yield from _bucket(caller, url, needs, reach)
        progress.accounts = len(ids)
        if ids:
            inside: list[Entered] = []
            for each in _into(caller, ids, needs, reach, pool, inside):
                progress.entered = len(inside)
                yield each
            progress.entered = len(inside)
            if accounts - {EVENTS}:
                state, recorded = of_state(needs), RECORDED in named
                yield from _accounts(caller, ids, inside, state, reach, pool, recorded)
            if EVENTS in named:
                yield from _events(inside, needs, pool)


def places(needs: Needs, reach: Reach) -> Iterator[Entered | Problem]:
    """The accounts that a scan would read with their Regions, by id; those named need no call."""
    caller = None if reach.regions and not reach.everybody else signed_in(reach.regions)
    if caller is None:
        for each in sorted(set(reach.accounts) - set(reach.excluded)) or [YOURS]:
            yield Entered(None, each, reach.regions)
        return
    clients = Clients()
    for each in members(caller, reach, clients):
        found = (
            Entered(None, each, reach.regions)
            if reach.regions
            else entered(caller, each, reach, needs, clients)
        )
        yield from (found,) if isinstance(found, Entered) else found


def _bucket(caller: Caller, url: str, needs: Needs, reach: Reach) -> Iterator[Given]:
    from scanner.sources import s3

    session: Any = caller.session  # its stubs know services by literal names only
    yield from s3.read(session, url, needs, max_age=_age(reach), max_workers=reach.max_workers)


def _events(inside: Sequence[Entered], needs: Needs, pool: Pool) -> Iterator[Given]:
    from scanner.sources.events import history

    yield from history.read_accounts(inside, needs, pool)


def _age(reach: Reach) -> timedelta | None:
    return None if reach.max_age is None else timedelta(hours=reach.max_age)


def _into(
    caller: Caller,
    ids: Sequence[str],
    needs: Needs,
    reach: Reach,
    pool: Pool,
    inside: list[Entered],
) -> Iterator[Given]:
    """Problems of accounts that cannot be entered; the others are then `inside`, by id."""
    yield from pool.run(
        Task((each, GLOBAL), ACCOUNT, partial(_enter, caller, each, reach, needs, pool, inside))
        for each in ids
        if reach.role or each == caller.account
    )
    inside.sort(key=lambda each: each.account)


def _accounts(
    caller: Caller,
    ids: Sequence[str],
    inside: Sequence[Entered],
    needs: Needs,
    reach: Reach,
    pool: Pool,
    recorded: bool,
) -> Iterator[Given]:
    """What accounts give: what AWS Config recorded if that is wanted, and what the APIs say."""
    rest = leftover(needs) if recorded else needs
    yield from _unlisted(rest)
    said: Iterator[Given] = live.read_accounts(inside, collections(rest), pool)
    if recorded:
        held = _held(caller, ids, inside, needs, reach, pool)
        said = topped_up(held, said, needs)
    yield from said


def _held(
    caller: Caller,
    ids: Sequence[str],
    inside: Sequence[Entered],
    needs: Needs,
    reach: Reach,
    pool: Pool,
) -> Iterator[Given]:
    """What AWS Config holds of the accounts, or an aggregator of all that it has or of those."""
    from scanner.sources import aggregate, recorder

    age = _age(reach)
    if reach.aggregator is None:
        return recorder.read_accounts(inside, needs, pool, max_age=age)
    named = tuple(ids) if reach.accounts or reach.everybody else ()
    asked = aggregate.Asked(caller.session, caller.account, reach.aggregator, named, reach.regions)
    return aggregate.read(asked, needs, pool, max_age=age)


def _enter(
    caller: Caller,
    account: str,
    reach: Reach,
    needs: Needs,
    pool: Pool,
    inside: list[Entered],
) -> Iterable[Found]:
    """Nothing for an account that is then `inside`, problems for one that cannot be entered."""
    found = entered(caller, account, reach, needs, pool.clients)
    if isinstance(found, Entered):
        inside.append(found)
        return ()
    return found


def _unlisted(needs: Needs) -> Iterator[Problem]:
    """The types that rules need and no call lists: nothing covers them, so they are unknown."""
    listed = {each.type.name for each in collections(needs)} | {ACCOUNT, REGION}
    for name in sorted(needs.types - listed):
        yield Problem("aws://", f"no API call is declared that lists {name}")
