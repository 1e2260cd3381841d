"""The files of CloudTrail's of one account and Region: its chains, and what no digest names."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from functools import partial
from typing import Final, TypeVar

from msgspec.structs import replace

from scanner.integrity import chain
from scanner.integrity.digest import LogFile
from scanner.integrity.keys import Keys
from scanner.integrity.names import DIGESTS, LOGS, digest_name, is_below, log_time
from scanner.integrity.verdict import Chain, Checked, Gap, Lost, Verdict
from scanner.model import Problem
from scanner.sources.deliveries import compact
from scanner.sources.files import printable
from scanner.sources.in_order import in_order
from scanner.sources.trail_files import ListingError, Place, TrailFiles, fetched, hashed
from scanner.verification.window import Window

T = TypeVar("T")

AHEAD: Final = 8
"""So many digests are read before the first one is judged."""


class Region:
    """The files of one account and Region."""

    def __init__(self, files: TrailFiles, place: Place, when: Window) -> None:
        self._files = files
        self._place = place
        self._when = when
        self._digests: dict[Chain, list[tuple[str, str]]] = defaultdict(list)
        self._logs: set[str] = set()
        self._newest = ("", "")

    @property
    def size(self) -> int:
        """How many files there are."""
        return len(self._logs) + sum(map(len, self._digests.values()))

    def listing(self) -> Iterator[Problem]:
        """Find out which files there are."""
        yield from self._keys(DIGESTS, self._take_digest)
        yield from self._keys(LOGS, self._take_log)

    def _keys(self, kind: str, take: Callable[[str], None]) -> Iterator[Problem]:
        folder = f"{self._place.folder}{kind}/{self._place.region}/"
        try:
            for each in self._files.keys(folder, self._when.day):
                if isinstance(each, str):
                    take(each)
                else:
                    yield Problem(each.uri, each.what)
        except ListingError as error:
            yield Problem(error.uri, str(error))

    def _take_digest(self, key: str) -> None:
        name = digest_name(key)
        if name and self._when.has_digest(name.ended):
            of = self._chain(name.trail, name.home, name.backfill)
            self._digests[of].append((name.ended, key))

    def _take_log(self, key: str) -> None:
        time = log_time(key)
        if time and self._when.has_log(time):
            self._logs.add(key)

    def _chain(self, trail: str = "", home: str = "", backfill: bool = False) -> Chain:
        at = self._place
        where = self._files.uri(at.folder)
        return Chain(where, at.account, at.region, trail, home, backfill)

    def tasks(
        self, keys_of: Callable[[str, str], Keys], readers: Executor
    ) -> Iterator[Callable[[], Checked | Gap]]:
        """What gives the verdicts of all digests, and of the log files that valid ones name."""
        if not self._digests:
            return
        first = min(ended for found in self._digests.values() for ended, _ in found)
        keys = keys_of(self._place.region, first)
        there = frozenset(key for found in self._digests.values() for _, key in found)
        for of, found in sorted(self._digests.items()):
            newest_first = [key for _, key in sorted(found, reverse=True)]
            reads = (partial(_link, self._files, key) for key in newest_first)
            links = in_order(reads, readers, AHEAD)
            for each in chain.judged(links, keys, self._files.home, there, self._when.since):
                yield from self._judged(of, each)

    def _judged(
        self, of: Chain, each: chain.Judged | chain.Hole
    ) -> Iterator[Callable[[], Checked | Gap]]:
        if isinstance(each, chain.Hole):
            yield partial(_same, Gap(of, each.since, each.until, each.why))
            return
        uri, digest = self._files.uri(each.key), each.digest
        since = digest.digest_start_time if digest else ""
        until = digest.digest_end_time if digest else ""
        yield partial(_same, Checked(of, "digest", uri, each.verdict, each.why, since, until))
        if digest is None or each.home is None or each.verdict not in chain.TAKEN:
            return
        best = Checked(of, "log", "", Verdict.VALID)
        if each.verdict is Verdict.UNSIGNED:
            best = replace(best, verdict=Verdict.NOT_COVERED, why="its digest is unsigned")
        else:
            self._newest = max(self._newest, (compact(since), compact(until)))
        for log in digest.log_files:
            yield self._log(best, each.home, log)

    def _log(self, best: Checked, home: chain.Home, log: LogFile) -> Callable[[], Checked]:
        """What gives a log file's verdict; it counts as covered from now on."""
        key = home.inside(log.s3_bucket, log.s3_object)
        if key is None or not is_below(key):
            uri = printable(f"s3://{log.s3_bucket}/{log.s3_object}")
            why = "its digest names it, but it is elsewhere"
            return partial(_same, replace(best, uri=uri, verdict=Verdict.UNREAD, why=why))
        self._logs.discard(key)
        return partial(_checked, self._files, key, log, replace(best, uri=self._files.uri(key)))

    def left(self) -> Iterator[Checked]:
        """The log files that no valid digest names."""
        of = self._chain()
        for key in sorted(self._logs):
            new = self._when.is_too_new(log_time(key) or "", *self._newest)
            why = "its digest is not there yet" if new else "no valid digest names it"
            uri = self._files.uri(key)
            yield Checked(of, "log", uri, Verdict.NOT_COVERED, why, expected=new)


def _link(files: TrailFiles, key: str) -> chain.Link:
    return chain.Link(key, fetched(files, key))


def _checked(files: TrailFiles, key: str, log: LogFile, best: Checked) -> Checked:
    """A log file's verdict; `best` is what it is if its hash is right."""
    if log.hash_algorithm != "SHA-256":
        why = f"its hash is made by {log.hash_algorithm}, which is not known"
        return replace(best, verdict=Verdict.UNREAD, why=why)
    found = hashed(files, key)
    if isinstance(found, Lost):
        return replace(best, verdict=found.verdict, why=found.why)
    if found != log.hash_value.lower():
        why = "its hash is not the one in the digest"
        return replace(best, verdict=Verdict.ALTERED, why=why)
    return best


def _same(given: T) -> T:
    return given
