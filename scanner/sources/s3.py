"""What AWS Config delivered to a bucket: of each account and Region the newest state, no more.

CloudTrail's events are read from a bucket, too: those of a time, or where the URL is of them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from botocore.config import Config
from msgspec.structs import replace

from scanner.clock import utc
from scanner.errors import UserError
from scanner.event import EVENT, Log
from scanner.fields import is_global
from scanner.inventory.inventory import GLOBAL
from scanner.model import Coverage, Given, Item, Needs, Problem, SourceUse
from scanner.sources.bucket import Bucket, NoList, Object
from scanner.sources.config import Reading
from scanner.sources.deliveries import ENDINGS, Delivery, address, compact, delivery, layout
from scanner.sources.events import delivered, of_state
from scanner.sources.events.reading import logs
from scanner.sources.events.where import is_of_events, may_have_events
from scanner.sources.files import Count, NotConfig
from scanner.sources.newest import Chosen, Search
from scanner.sources.pool import WORKERS, Pool
from scanner.sources.recording import RECORDER


class Session(Protocol):
    """What makes clients, as boto3's Session does."""

    def client(self, service_name: str, *, config: Config) -> Any: ...  # noqa: D102


def read(
    session: Session,
    url: str,
    needs: Needs,
    *,
    max_age: timedelta | None = None,
    now: datetime | None = None,
    max_workers: int = WORKERS,
) -> Iterator[Given]:
    """The items that rules need, as the newest snapshot and the histories after it have them.

    With `needs.at` both are taken as they were then. A place whose newest delivery is older than
    `max_age` is a problem and not read. Events are read with `needs.since`, or where the URL is of
    CloudTrail's files. Raises UserError for a URL that leads to no bucket, or elsewhere than AWS
    Config and CloudTrail deliver to.
    """
    name, prefix = address(url)
    bucket = Bucket(_client(session, max_workers), name)
    if is_of_events(prefix):
        yield from delivered.read(bucket, url, prefix, needs, max_workers)
        return
    oldest = _oldest(needs, max_age, now)
    if prefix.endswith(ENDINGS):
        reading = _Reading(bucket, needs, oldest)
        yield from reading.named(prefix)
        yield from reading.told(bucket.uri(prefix))
        return
    state = of_state(needs)
    has_events = EVENT in needs.types and may_have_events(prefix)
    if state.types or not has_events:
        whole = has_events and needs.since != ""
        yield from _state(bucket, url, prefix, state, oldest, max_workers, whole)
    elif not needs.since:
        raise UserError(f"{url}: say with --since from when events are to be read")
    if has_events and needs.since:
        yield from delivered.read(bucket, url, prefix, needs, max_workers)
    elif has_events:
        yield from delivered.unread(bucket, url, prefix)


def _state(
    bucket: Bucket,
    url: str,
    prefix: str,
    needs: Needs,
    oldest: str,
    workers: int,
    has_more: bool,
) -> Iterator[Given]:
    """What AWS Config delivered; with `has_more` nothing is said where it delivered nothing."""
    reading = _Reading(bucket, needs, oldest)
    search = Search(bucket, layout(url, prefix), needs)
    try:
        with Pool(max_workers=workers) as pool:
            yield from search.run(pool)
        for found in () if pool.interrupted else search.chosen:
            yield from reading.chosen(found)
    except NoList as error:
        yield Problem(bucket.uri(error.prefix), str(error), needs.types)
    except KeyboardInterrupt:
        yield Problem(bucket.uri(prefix), "the scan was interrupted", needs.types)
    if search.chosen or not has_more:
        yield from reading.told(bucket.uri(prefix))


def _client(session: Session, connections: int) -> Any:
    patient = Config(
        connect_timeout=5,
        read_timeout=60,
        max_pool_connections=connections,
        retries={"mode": "standard", "total_max_attempts": 4},
        user_agent_extra="groma",
    )
    return session.client("s3", config=patient)


def _oldest(needs: Needs, max_age: timedelta | None, now: datetime | None) -> str:
    """The moment before which a delivery is too old, as file names have it; "" for none."""
    if max_age is None:
        return ""
    moment = now or datetime.now(UTC) if needs.at is None else datetime.fromisoformat(needs.at)
    return compact(utc(moment - max_age))


class _Reading:
    """One reading of a bucket."""

    def __init__(self, bucket: Bucket, needs: Needs, oldest: str) -> None:
        self._bucket = bucket
        self._needs = needs
        self._types = needs.types
        self._oldest = oldest
        self._inner = Reading(needs)
        self._count = Count()

    def named(self, key: str) -> Iterator[Item | Log | Problem]:
        """What the very object gives that the user named, however old it is."""
        known = delivery(key)
        if known is not None:
            yield from self._file(known)
            return
        file = Object(self._bucket, key)
        try:
            yield from self._inner.recorded(file, self._count)
        except NotConfig as other:
            if EVENT in self._needs.types:
                yield from logs(file, self._count)
            else:
                self._count.files += 1
                yield self._inner.stranger(file, other)

    def chosen(self, found: Chosen) -> Iterator[Item | Problem | Coverage]:
        """What the files of an account and Region give."""
        yield Coverage(found.place)  # none yet: a place of which nothing is read is not forgotten
        if (why := self._lacking(found.files)) is not None:
            yield Problem(self._bucket.uri(found.folder), why, self._types, found.place)
        if not self._too_old(found.files):
            for each in found.files:
                yield from self._file(each)

    def _lacking(self, files: tuple[Delivery, ...]) -> str | None:
        if not files:
            return "AWS Config delivered no snapshot, and no history of what rules need"
        if self._too_old(files):
            newest = max(each.ended for each in files)
            return f"the newest that AWS Config delivered is of {newest}: older than --max-age"
        if files[0].kind != "ConfigSnapshot":
            return "AWS Config delivered no snapshot: what its histories leave out is not known"
        return None

    def _too_old(self, files: tuple[Delivery, ...]) -> bool:
        return all(each.ended < self._oldest for each in files)

    def _file(self, known: Delivery) -> Iterator[Item | Problem]:
        """What a file gives; its problems with the account and Region that its key tells.

        Global items have a place of their own: where a file has some, they may be incomplete, too.
        """
        lost: list[Problem] = []
        whole_account = known.type is not None and is_global(known.type)
        for each in self._inner.file(Object(self._bucket, known.key), self._count):
            if isinstance(each, Item):
                whole_account = whole_account or each.region == GLOBAL
                yield each
            else:
                types = each.types if known.type in (None, RECORDER) else each.types & {known.type}
                lost.append(replace(each, types=types, place=known.place))
        yield from lost
        if whole_account:
            yield from (replace(each, place=(known.place[0], GLOBAL)) for each in lost)

    def told(self, url: str) -> Iterator[SourceUse | Coverage]:
        """How much was read, and what was recorded as far as that shows."""
        count = self._count
        yield SourceUse("s3", url, count.files, count.items, count.passed_over)
        yield from self._inner.recording.coverage()
