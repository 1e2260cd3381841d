"""Which files that AWS Config delivered to a bucket matter: the newest, or those of a moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from scanner.model import Coverage, Needs, Place, Problem
from scanner.sources.bucket import Bucket, NoList
from scanner.sources.deliveries import (
    Delivery,
    Layout,
    compact,
    delivery,
    is_account,
    is_organization,
)
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.recording import RECORDER

ALWAYS: Final = "99991231T235959Z"
EVERYTHING: Final = "*"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What matters of an account's Region, and the folder that it is in.

    The snapshots come first: one, or none at all. No files at all are possible, too.
    """

    place: Place
    folder: str
    files: tuple[Delivery, ...] = ()


class Search:
    """A search of a bucket for the files that matter."""

    def __init__(self, bucket: Bucket, where: Layout, needs: Needs) -> None:
        self._bucket = bucket
        self._where = where
        self._types = needs.types
        self._wanted = needs.types | {RECORDER}
        self._until = ALWAYS if needs.at is None else compact(needs.at)
        self._last_day = _day_after(self._until)
        self._folders: list[Chosen] = []
        self._chosen: list[Chosen] = []

    def run(self, pool: Pool) -> Iterator[Found]:
        """A problem for each list of keys that is missing. Raises NoList for that of accounts."""
        accounts = self._accounts()
        yield from pool.run(
            Task((account, ""), EVERYTHING, partial(self._regions, account, folder))
            for account, folder in accounts
        )
        yield from pool.run(
            Task(each.place, EVERYTHING, partial(self._newest, each)) for each in self._folders
        )

    @property
    def chosen(self) -> list[Chosen]:
        """What matters of each account and Region, in their order, once the search has run."""
        return sorted(self._chosen, key=lambda each: (each.place, each.folder))

    def _accounts(self) -> list[tuple[str, str]]:
        """The id and the folder of each account. Raises NoList."""
        where = self._where
        above = (
            [where.base] if where.organization is None else [f"{where.base}{where.organization}/"]
        )
        if where.account is not None:
            return [(where.account, f"{above[0]}{where.account}/")]
        return [found for folder in above for found in self._accounts_in(folder)]

    def _accounts_in(self, folder: str) -> Iterator[tuple[str, str]]:
        for name in self._bucket.folders(folder):
            if is_account(name):
                yield name, f"{folder}{name}/"
            elif is_organization(name):
                yield from self._accounts_in(f"{folder}{name}/")

    def _regions(self, account: str, folder: str) -> Iterator[Problem]:
        config = f"{folder}Config/"
        try:
            found = [self._where.region] if self._where.region else self._bucket.folders(config)
        except NoList as error:
            yield Problem(self._bucket.uri(error.prefix), str(error), self._types)
        else:
            self._folders += [Chosen((account, name), f"{config}{name}/") for name in found]

    def _newest(self, empty: Chosen) -> Iterator[Found]:
        try:
            self._chosen.append(replace(empty, files=tuple(self._files(empty.folder))))
        except NoList as error:
            where = self._bucket.uri(error.prefix)
            yield Problem(where, str(error), self._types, empty.place)
            yield Coverage(empty.place)  # of nothing, lest the place be forgotten

    def _files(self, folder: str) -> list[Delivery]:
        """The newest snapshot in a folder, and the histories of wanted types that go beyond it."""
        histories: list[Delivery] = []
        for day in self._days(folder, ()):
            given = self._delivered(day)
            histories += [each for each in given if each.type in self._wanted]
            taken = [each for each in given if each.type is None]
            if taken:
                newest = max(each.ended for each in taken)
                snapshots = [each for each in taken if each.ended == newest]
                return snapshots + _in_order(each for each in histories if each.ended >= newest)
        return _in_order(histories)

    def _delivered(self, day: str) -> list[Delivery]:
        """What was delivered on a day about the time up to the moment. Raises NoList."""
        given = [delivery(key) for key in self._bucket.keys(day)]
        return [each for each in given if each is not None and each.began <= self._until]

    def _days(self, prefix: str, date: tuple[int, ...]) -> Iterator[str]:
        """The folders of days, the newest first. Raises NoList."""
        if len(date) == 3:
            yield prefix
            return
        for number in self._numbers(prefix, date):
            yield from self._days(f"{prefix}{number}/", (*date, number))

    def _numbers(self, prefix: str, date: tuple[int, ...]) -> list[int]:
        """The years, months or days in a folder, the newest first, up to the last that matters."""
        if len(date) < len(self._where.date):
            return [self._where.date[len(date)]]
        found = {int(name) for name in self._bucket.folders(prefix) if name.isdecimal()}
        level = len(date) + 1
        return sorted((n for n in found if (*date, n) <= self._last_day[:level]), reverse=True)


def _in_order(histories: Iterable[Delivery]) -> list[Delivery]:
    return sorted(histories, key=lambda each: (each.ended, each.key))


def _day_after(moment: str) -> tuple[int, int, int]:
    """The day after a moment: what happened late in a day may be delivered early in the next."""
    if moment == ALWAYS:
        return 9999, 12, 31
    day = datetime.strptime(moment[:8], "%Y%m%d") + timedelta(days=1)
    return day.year, day.month, day.day
