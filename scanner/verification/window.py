"""The time whose digest and log files are verified, and which of them are too new to be proven."""

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from scanner.clock import utc
from scanner.sources.deliveries import compact

LATE: Final = timedelta(hours=1)
"""A log file stands in the digest of the hour in which it was delivered, or the next."""
SOON: Final = timedelta(hours=2)
"""So long after a log file its digest may be on its way."""
ALWAYS: Final = "99991231T235959Z"


class Window(Struct, frozen=True):
    """The time to verify, as file names have it, and what is now; "" for no first or last."""

    now: str
    since: str = ""
    until: str = ""

    @property
    def day(self) -> str:
        """The folder of the first day, "" for no first."""
        return f"{self.since[:4]}/{self.since[4:6]}/{self.since[6:8]}" if self.since else ""

    def has_digest(self, ended: str) -> bool:
        """Whether a digest that ended then may name log files of the time."""
        return self.since <= ended <= (_moved(self.until, LATE) if self.until else ALWAYS)

    def has_log(self, time: str) -> bool:
        """Whether a log file of a time is one to verify."""
        return self.since <= time <= (self.until or ALWAYS)

    def is_too_new(self, time: str, began: str, ended: str) -> bool:
        """Whether the digest of a log file may come after the last valid one, of these times.

        Not for all that is later than that: somebody may have taken the digests away.
        """
        is_last = self.until != "" and ended >= self.until
        return began != "" and time >= began and (is_last or time >= self._soon)

    @property
    def _soon(self) -> str:
        return _moved(self.now, -SOON)


def window(now: str, since: str = "", until: str = "") -> Window:
    """The window of times as `scanner.clock` has them."""
    return Window(*(compact(each) if each else "" for each in (now, since, until)))


def _moved(time: str, by: timedelta) -> str:
    try:
        return compact(utc(datetime.strptime(time, "%Y%m%dT%H%M%SZ") + by))
    except OverflowError:  # at the end of all times
        return time
