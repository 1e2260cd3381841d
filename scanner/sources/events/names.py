"""What the names of CloudTrail's log files tell, and which of them may hold events of a time.

AWSLogs/[o-id/]account/CloudTrail/region/2026/09/27/account_CloudTrail_region_20260927T1955Z_….json.gz
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
"""

import re
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from scanner.clock import utc
from scanner.sources.deliveries import compact

KINDS: Final = ("CloudTrail", "CloudTrail-Insight")
"""The folders of an account that hold events."""

LATE: Final = timedelta(days=1)
"""So long after an event its log file may come.

AWS names the time of delivery, "any point before" which an event may be of: five minutes on
average and nothing guaranteed. A day is far beyond what was ever seen, and costs one day's files.
"""
EARLY: Final = timedelta(minutes=15)
"""So much later than the time in a file's name an event in it may be: names have no seconds."""

_AGAIN: Final = r"(?: ?\(\d+\))?"  # what browsers put into the name of a second download
_NAME: Final = re.compile(
    r"(?P<account>\d{12})_CloudTrail(?:-Insight)?_(?P<region>[a-z0-9-]+)_(?P<time>\d{8}T\d{4})Z_"
    rf"[A-Za-z0-9]+{_AGAIN}\.json{_AGAIN}(?:\.gz)?{_AGAIN}(?:\.\d+)?"
)
_ALWAYS: Final = "99991231T235959Z"


class LogName(Struct, frozen=True, gc=False):
    """What a log file's name tells; `time` is when it was delivered, such as 20260927T195500Z."""

    account: str
    region: str
    time: str


def log_name(key: str) -> LogName | None:
    """What a path or key tells of a log file, None if it is not that of one."""
    found = _NAME.fullmatch(re.split(r"[/\\]", key)[-1])
    return LogName(found["account"], found["region"], f"{found['time']}00Z") if found else None


class Window(Struct, frozen=True):
    """A time whose events are wanted, as `scanner.clock` has it; "" for no first or last."""

    since: str = ""
    until: str = ""

    @property
    def first(self) -> str:
        """The earliest time in the name of a file that may matter, "" if all may."""
        return _moved(self.since, -EARLY) if self.since else ""

    @property
    def last(self) -> str:
        """The latest time in the name of a file that may matter."""
        return _moved(self.until, LATE) if self.until else _ALWAYS

    def has(self, key: str) -> bool:
        """Whether a file may hold events of the time; one whose name does not tell may."""
        name = log_name(key)
        return name is None or self.first <= name.time <= self.last


def day(time: str) -> str:
    """The folder of a time such as 20260927T195500Z: 2026/09/27."""
    return f"{time[:4]}/{time[4:6]}/{time[6:8]}" if time else ""


def _moved(moment: str, by: timedelta) -> str:
    try:
        return compact(utc(datetime.fromisoformat(moment) + by))
    except OverflowError:  # at the beginning or the end of all times
        return "" if by < timedelta() else _ALWAYS
