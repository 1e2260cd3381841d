"""Whether a trail brings the events of a use case to a log group, and which one that is."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from scanner.filterpattern import USE_CASES
from scanner.monitoring.reading import Judged, alike, field, mistake_or_doubts, name_of
from scanner.trails import left_out
from scanner.trails.gap import Gap
from scanner.unresolved import Unresolved

_GROUP: Final = re.compile(r"arn:[^:]+:logs:([^:]+):([^:]*):log-group:([^:]+)(?::.*)?")
_LEFT_OUT: Final = ("kms.amazonaws.com", "rdsdata.amazonaws.com")
"""The services whose management events a basic selector can leave out.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
"""


class Group(Struct, frozen=True):
    """A log group: its account, Region and name, each unresolved where it is not known."""

    account: Any
    region: Any
    name: Any

    @property
    def plain(self) -> bool:
        """Whether all of it is known."""
        return type(self.account) is type(self.region) is type(self.name) is str


def carries(trail: Any, use_case: str) -> str | tuple[Unresolved, ...]:
    """Why a trail does not bring every event of a use case from every Region to a log group.

    Else everything that may keep it from that.
    """
    group = field(trail, "configuration.cloudWatchLogsLogGroupArn")
    if group in (None, ""):
        return f"the trail {name_of(trail)} delivers to no log group"
    return mistake_or_doubts(_judgements(trail, use_case, group))


def _judgements(trail: Any, use_case: str, group: Any) -> Iterator[Judged]:
    """What is said of a trail, what takes longest last: the first sure mistake is enough."""
    everywhere = field(trail, "configuration.isMultiRegionTrail")
    yield _flag(trail, everywhere, "is not of every Region")
    yield _logging(trail)
    yield _unrecorded(trail, use_case)
    yield group if isinstance(group, Unresolved) else None


def group_of(trail: Any) -> Group | Unresolved:
    """The log group that a trail delivers to."""
    arn = field(trail, "configuration.cloudWatchLogsLogGroupArn")
    if isinstance(arn, Unresolved):
        return Group(arn, arn, arn)
    found = _GROUP.fullmatch(arn) if isinstance(arn, str) else None
    if not found:
        return Unresolved(f"the trail {name_of(trail)} delivers to what is no log group")
    return Group(found[2], found[1], found[3])


def abroad(group: Group, trail: Any) -> str | None:
    """The account of a log group, where that is another one than the trail was read in."""
    own = field(trail, "accountId")
    return str(group.account) if alike(group.account, own) is False else None


def _flag(trail: Any, value: Any, fault: str) -> Judged:
    if value is True or isinstance(value, Unresolved):
        return None if value is True else value
    return f"the trail {name_of(trail)} {fault}"


def _logging(trail: Any) -> Judged:
    status = field(trail, "supplementaryConfiguration.TrailStatus")
    if status is None:
        return Unresolved(f"whether the trail {name_of(trail)} is logging was not read")
    return _flag(trail, field(status, "isLogging"), "is not logging")


def _unrecorded(trail: Any, use_case: str) -> Judged:
    """Which management events a trail leaves out, be they of the use case or not.

    Only what a selector may leave out as a whole service does not matter to calls of another one.
    """
    gaps = left_out(trail)
    sure = [each for each in gaps if not isinstance(each, Unresolved) and _matters(each, use_case)]
    if sure:
        return sure[0].what
    return next((each for each in gaps if isinstance(each, Unresolved)), None)


def _matters(gap: Gap, use_case: str) -> bool:
    service = gap.event.get("eventSource")
    named = [each.get("eventSource") for each in USE_CASES[use_case].must]
    elsewhere = all(isinstance(each, str) and each != service for each in named)
    return not (elsewhere and service in _LEFT_OUT)
