"""CloudTrail's log files in a bucket: several are fetched at a time and given in one order."""

import io
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Final

from msgspec import Struct

from scanner.event import EVENT, Log
from scanner.model import Needs, Place, Problem, SourceUse
from scanner.sources.bucket import Bucket, NoList, Object
from scanner.sources.events import NAME, NO_RULE
from scanner.sources.events.names import Window, log_name
from scanner.sources.events.reading import TYPES, logs
from scanner.sources.events.where import Folder, Where, accounts, folders, keys, where
from scanner.sources.files import Count, FileError, Read, unpacked
from scanner.sources.in_order import in_order

AHEAD: Final = 8
"""So many files, and so many folders' lists, are fetched before the first one is read."""
MOST: Final = 2 << 20
"""A file of more bytes is not fetched ahead, but read as it comes: most have far less."""
NO_TIME: Final = "CloudTrail's log files there were not read: say from when with --since"


class Listed(Struct, frozen=True):
    """The keys of a folder, and the problem that they are not all if there is one."""

    keys: list[str]
    problem: Problem | None = None


class Fetched(Struct, frozen=True):
    """An object whose bytes are here already; None if they are too many, or why they are not."""

    object: Object
    start: bytes | FileError | None

    @property
    def uri(self) -> str:
        """Its s3:// URL, printable."""
        return self.object.uri

    @property
    def named(self) -> bool:
        """Whether the user gave this very URL."""
        return self.object.named

    def open(self) -> AbstractContextManager[Read]:
        """What reads its text piece by piece, unpacked if it is gzipped. Raises FileError."""
        if isinstance(self.start, FileError):
            raise self.start
        if self.start is None:
            return self.object.open()
        return nullcontext(unpacked(io.BytesIO(self.start).read))


def read(
    bucket: Bucket, url: str, prefix: str, needs: Needs, workers: int
) -> Iterator[Log | Problem | SourceUse]:
    """The events in a bucket's log files that may be of the time that is wanted.

    Raises UserError for a prefix that leads elsewhere than CloudTrail delivers to.
    """
    if EVENT not in needs.types:
        yield Problem(url, f"CloudTrail's log files; {NO_RULE}", blocks=False)
        return
    at = None if log_name(prefix) else where(url, prefix)
    count = Count()
    with _readers(workers) as readers:
        try:
            named = (Listed([prefix]),)
            listed = named if at is None else _listed(bucket, at, needs, readers)
            yield from _files(bucket, at is None, listed, count, readers)
        except KeyboardInterrupt:
            yield Problem(bucket.uri(prefix), "the scan was interrupted", TYPES)
    yield SourceUse(NAME, bucket.uri(prefix), count.files, count.items, count.passed_over)


def unread(bucket: Bucket, url: str, prefix: str) -> Iterator[Problem]:
    """A problem that says how to read the log files in a bucket, if there are any."""
    at = where(url, prefix)
    try:
        if any(folders(bucket, at, *account) for account in accounts(bucket, at)):
            yield Problem(bucket.uri(prefix), NO_TIME, blocks=False)
    except NoList as error:
        yield Problem(bucket.uri(error.prefix), str(error), TYPES)


@contextmanager
def _readers(workers: int) -> Iterator[Executor]:
    """Threads that nobody waits for when the reading is over."""
    readers = ThreadPoolExecutor(workers, thread_name_prefix="groma-log")
    try:
        yield readers
    finally:
        readers.shutdown(wait=False, cancel_futures=True)


def _files(
    bucket: Bucket, named: bool, listed: Iterable[Listed], count: Count, readers: Executor
) -> Iterator[Log | Problem]:
    """What the files of lists give, list by list and key by key; the problems of lists at last."""
    problems: list[Problem] = []

    def fetches() -> Iterator[Callable[[], Fetched]]:
        for each in listed:
            problems.extend([each.problem] if each.problem else [])
            for key in each.keys:
                if log_name(key) is None:
                    count.passed_over += 1
                else:
                    yield partial(_fetched, Object(bucket, key, named))

    for file in in_order(fetches(), readers, AHEAD):
        yield from logs(file, count)
    yield from problems


def _fetched(file: Object) -> Fetched:
    try:
        start = file.stored(MOST + 1)
    except FileError as error:
        return Fetched(file, error)
    return Fetched(file, start if len(start) <= MOST else None)


def _listed(bucket: Bucket, at: Where, needs: Needs, readers: Executor) -> Iterator[Listed]:
    """The lists of all accounts and Regions, in their order."""
    window = Window(needs.since, needs.until)
    try:
        found = list(accounts(bucket, at))
    except NoList as error:
        yield Listed([], _refused(bucket, error))
        return
    tasks = (partial(_folders, bucket, at, *account) for account in found)
    lists = (
        partial(_keys, bucket, each, at.date, window)
        for some in in_order(tasks, readers, AHEAD)
        for each in some
    )
    yield from in_order(lists, readers, AHEAD)


def _folders(bucket: Bucket, at: Where, account: str, above: str) -> list[Folder | Listed]:
    try:
        return [*folders(bucket, at, account, above)]
    except NoList as error:
        return [Listed([], _refused(bucket, error))]


def _keys(bucket: Bucket, folder: Folder | Listed, date: str, window: Window) -> Listed:
    if isinstance(folder, Listed):
        return folder
    found: list[str] = []
    try:
        for key in keys(bucket, folder, date, window):
            found.append(key)
    except NoList as error:
        return Listed(found, _refused(bucket, error, (folder.account, folder.region)))
    return Listed(found)


def _refused(bucket: Bucket, error: NoList, place: Place | None = None) -> Problem:
    return Problem(bucket.uri(error.prefix), str(error), TYPES, place)
