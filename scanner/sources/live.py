"""What the AWS APIs say now of an account, type by type and Region by Region."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from scanner.inventory.inventory import GLOBAL
from scanner.model import Coverage, Item, SourceUse
from scanner.sources.listing import Together, listing
from scanner.sources.plan import Collection
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.spot import Spot

NAME: Final = "aws"


@dataclass(frozen=True, slots=True)
class Entered:
    """An account with a boto3 session that has entered it, and the Regions to read there."""

    session: Any
    account: str
    regions: Sequence[str]


def read_account(
    session: Any,
    account: str,
    regions: Sequence[str],
    collections: Iterable[Collection],
    pool: Pool,
) -> Iterator[Found | SourceUse]:
    """What collections say to read of one account in its Regions."""
    return read_accounts([Entered(session, account, regions)], collections, pool)


def read_accounts(
    accounts: Sequence[Entered], collections: Iterable[Collection], pool: Pool
) -> Iterator[Found | SourceUse]:
    """What collections say to read of accounts, in all of them at a time.

    An item of each resource as it is now, Coverage of each type that was listed to the end in a
    place, and a Problem for each list that was not. Global types are read once an account.
    """
    wanted = tuple(collections)
    items: Counter[str] = Counter()
    yield from _places(accounts, wanted)
    for found in pool.run(task for each in accounts for task in _tasks(each, wanted, pool)):
        if isinstance(found, Item):
            items[found.account] += 1
        yield found
    for each in accounts:
        yield SourceUse(NAME, f"aws://{each.account}", items=items[each.account])


def _places(accounts: Iterable[Entered], collections: Iterable[Collection]) -> Iterator[Coverage]:
    """Each place, of which nothing is read yet: one where all is refused must not be forgotten."""
    regional = {each.type.regional for each in collections}
    for each in accounts:
        for region in (*each.regions, *((GLOBAL,) if False in regional else ())):
            yield Coverage((each.account, region))


def _tasks(entered: Entered, collections: Iterable[Collection], pool: Pool) -> Iterator[Task]:
    """The list calls of an account: all others follow from what they give."""
    partition = _partition(entered)
    for collection in collections:
        regions = entered.regions if collection.type.regional else (GLOBAL,)
        spots = [
            Spot(entered.session, entered.account, region, partition, pool.clients)
            for region in regions
        ]
        if collection.type.home:
            together = Together(collection, len(spots))
            yield from (_task(spot, collection, together.listing) for spot in spots)
        elif collection.type.live is not None or collection.more:
            yield from (_task(spot, collection, listing) for spot in spots)


def _task(spot: Spot, collection: Collection, listing: Any) -> Task:
    return Task(spot.place, collection.type.name, partial(listing, spot, collection))


def _partition(entered: Entered) -> str:
    region = next(iter(entered.regions), entered.session.region_name or "us-east-1")
    name: str = entered.session.get_partition_for_region(region)
    return name
