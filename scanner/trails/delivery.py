"""Whether a trail logs and delivers, as its status tells. AWS Config does not record the status.

Source: docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
"""

from datetime import UTC, datetime
from typing import Any, Final

from scanner.network.opening import cut, shown
from scanner.trails.gap import Answer, Gap
from scanner.unresolved import Unresolved

_WHAT: Final = {
    "Delivery": "log files",
    "CloudWatchLogsDelivery": "events to CloudWatch Logs",
    "DigestDelivery": "digests",
    "Notification": "notifications",
}
_HOUR: Final = 3600


def logging_faults(status: Any) -> Answer:
    """That a trail is not logging; empty if it is."""
    if type(status) is not dict:
        return [_unread(status)]
    logging = status.get("isLogging")
    if type(logging) is Unresolved:
        return [logging]
    return [] if logging is True else [Gap("the trail is not logging", "", {})]


def delivery_faults(status: Any, kind: Any, hours: Any, now: Any) -> Answer:
    """Why a trail does not deliver: its last error, or that the last success is too long ago.

    `kind` is Delivery (of log files), CloudWatchLogsDelivery, DigestDelivery or Notification.
    Raises ValueError for another one, and where `hours` or `now` are none.
    """
    if kind not in _WHAT:
        raise ValueError(f"{shown(kind)} is none of {', '.join(_WHAT)}")
    if type(status) is not dict:
        return [_unread(status)]
    error, last = status.get(f"latest{kind}Error"), status.get(f"latest{kind}Time")
    found = _failed(error, kind) + _late(last, kind, hours, now)
    sure: Answer = [each for each in found if not isinstance(each, Unresolved)]
    return sure or found


def _failed(error: Any, kind: str) -> Answer:
    if type(error) is Unresolved:
        return [error]
    if not error:
        return []
    return [Gap(cut(f"the last delivery of {_WHAT[kind]} failed: {error}"), "", {})]


def _late(last: Any, kind: str, hours: Any, now: Any) -> Answer:
    if type(last) is Unresolved:
        return [last]
    if not last:
        return [Gap(f"the trail has never delivered {_WHAT[kind]}", "", {})]
    passed = (_moment(now) - _moment(last)).total_seconds() / _HOUR
    if passed <= float(hours):
        return []
    what = f"the last delivery of {_WHAT[kind]} was {passed:.0f} hours ago"
    return [Gap(what, "", {"time": str(last)})]


def _moment(text: Any) -> datetime:
    moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    if moment is None:
        raise ValueError(f"{shown(text)} is not a time")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _unread(status: Any) -> Unresolved:
    if type(status) is Unresolved:
        return status
    return Unresolved("the trail's status was not recorded")
