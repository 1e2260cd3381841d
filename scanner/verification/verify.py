"""All digest and log files of CloudTrail's in some places: read, judged, in a fixed order."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Final

from scanner.integrity.verdict import Checked, Gap
from scanner.model import Problem
from scanner.sources.in_order import in_order
from scanner.sources.trail import KeysOf
from scanner.sources.trail_files import ListingError, TrailFiles, places
from scanner.verification.region import Region
from scanner.verification.window import Window

WORKERS: Final = 32
READERS: Final = 4
"""So many digests are read at a time, while the log files of others are."""
AHEAD: Final = 4
"""So many log files for each worker are begun before the first one's result is taken."""

Found = Checked | Gap | Problem


class Verification:
    """One verification: how far it has come, for somebody who looks on."""

    def __init__(
        self,
        sources: Sequence[TrailFiles],
        keys_of: KeysOf,
        when: Window,
        workers: int = WORKERS,
    ) -> None:
        self.listed = 0
        self._sources = sources
        self._keys_of = keys_of
        self._when = when
        self._workers = workers

    def run(self) -> Iterator[Found]:
        """Every file with its verdict, the gaps, and what could not be listed."""
        readers = ThreadPoolExecutor(READERS)
        hashers = ThreadPoolExecutor(self._workers)
        try:
            for files in self._sources:
                yield from self._source(files, readers, hashers)
        finally:
            readers.shutdown(wait=False, cancel_futures=True)
            hashers.shutdown(wait=False, cancel_futures=True)

    def _source(self, files: TrailFiles, readers: Executor, hashers: Executor) -> Iterator[Found]:
        try:
            found = places(files)
        except ListingError as error:
            yield Problem(error.uri, str(error))
            return
        for place in found:
            one = Region(files, place, self._when)
            yield from one.listing()
            self.listed += one.size
            tasks = one.tasks(self._keys_of, readers)
            yield from in_order(tasks, hashers, self._workers * AHEAD)
            yield from one.left()
