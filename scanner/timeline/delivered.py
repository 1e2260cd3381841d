"""Which of the files that AWS Config delivered to a bucket tell of a time, and what is in them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from scanner.model import Given, Problem, SourceUse
from scanner.sources.bucket import Bucket, NoList, Object
from scanner.sources.config import Reading
from scanner.sources.deliveries import (
    ENDINGS,
    Delivery,
    Layout,
    address,
    compact,
    delivery,
    is_account,
    is_organization,
    layout,
)
from scanner.sources.files import Count
from scanner.sources.recording import RECORDER
from scanner.timeline.reading import Wish
from scanner.timeline.sightings import Sightings

ALWAYS: Final = "99991231T235959Z"


def delivered(client: Any, url: str, wish: Wish, sightings: Sightings) -> Iterator[Given]:
    """Every version in the files that tell of the time that is asked for.

    Raises UserError for a URL that leads to no bucket, or elsewhere than AWS Config delivers to.
    """
    name, prefix = address(url)
    bucket, count = Bucket(client, name), Count()
    reading = Reading(wish.needs, sightings.saw)
    if prefix.endswith(ENDINGS):
        yield from reading.file(Object(bucket, prefix), count)
    else:
        where = layout(url, prefix)
        for folder in _folders(bucket, where, wish.needs.types):
            if isinstance(folder, Problem):
                yield folder
                continue
            found = _files(bucket, folder, wish)
            if isinstance(found, Problem):
                yield found
                continue
            for each in found:
                yield from reading.file(Object(bucket, each.key), count)
    yield SourceUse("s3", bucket.uri(prefix), count.files, count.items, count.passed_over)


def _folders(bucket: Bucket, where: Layout, types: frozenset[str]) -> Iterator[str | Problem]:
    """The folders of Regions, down to a year, month or day if the URL names one."""
    date = "".join(f"{each}/" for each in where.date)
    try:
        for account in _accounts(bucket, where):
            regions = [where.region] if where.region else bucket.folders(f"{account}Config/")
            yield from (f"{account}Config/{each}/{date}" for each in regions)
    except NoList as error:
        yield Problem(bucket.uri(error.prefix), str(error), types)


def _accounts(bucket: Bucket, where: Layout) -> Iterator[str]:
    """The folders of accounts. Raises NoList."""
    todo = [where.base if where.organization is None else f"{where.base}{where.organization}/"]
    if where.account is not None:
        yield f"{todo[0]}{where.account}/"
        return
    while todo:
        above = todo.pop()
        for name in bucket.folders(above):
            if is_account(name):
                yield f"{above}{name}/"
            elif is_organization(name):
                todo.append(f"{above}{name}/")


def _files(bucket: Bucket, folder: str, wish: Wish) -> list[Delivery] | Problem:
    """The files in a Region's folder that matter."""
    try:
        keys = bucket.keys(folder)
    except NoList as error:
        return Problem(bucket.uri(error.prefix), str(error), wish.needs.types)
    found = [each for each in map(delivery, keys) if each is not None]
    return chosen(found, wish)


def chosen(found: Iterable[Delivery], wish: Wish) -> list[Delivery]:
    """The last snapshot before the time that is asked for, and every history after it.

    Where none is before, the first one of all. The last one up to the end as well: histories may
    have left something out.
    """
    first = compact(wish.since) if wish.since else ""
    last = ALWAYS if wish.needs.at is None else compact(wish.needs.at)
    wanted = wish.needs.types | {RECORDER}
    within = [each for each in found if each.began <= last]
    snapshots = sorted((e for e in within if e.type is None), key=lambda each: each.ended)
    start = _start(snapshots, first)
    histories = [each for each in within if each.type in wanted and each.ended >= start]
    taken = [each for each in snapshots if each.ended == start] or snapshots[:1]
    taken += snapshots[-1:]
    return sorted({each.key: each for each in [*taken, *histories]}.values(), key=_by_time)


def _start(snapshots: Sequence[Delivery], first: str) -> str:
    """When the snapshot was taken that the time begins with; "" if all is told by histories."""
    before = [each.ended for each in snapshots if each.ended <= first]
    if before:
        return before[-1]
    return "" if first or not snapshots else snapshots[0].ended


def _by_time(each: Delivery) -> tuple[str, str]:
    return each.ended, each.key
