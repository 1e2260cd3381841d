"""Where a trail delivers: its bucket, the topic that it notifies, and its log group."""

from typing import Any, Final

from scanner.network.opening import elements
from scanner.unresolved import Unresolved, identity

_FIELDS: Final = ("s3BucketName", "snsTopicARN", "cloudWatchLogsLogGroupArn")


def delivers(trail: Any, destinations: Any) -> bool | Unresolved:
    """Whether a trail delivers to a bucket, a topic and a log group, each "" where any will do."""
    configuration = trail.get("configuration") if type(trail) is dict else trail
    unsure: list[Unresolved] = []
    for field, wanted in zip(_FIELDS, elements(destinations), strict=False):
        if wanted in ("", None):
            continue
        there = configuration.get(field) if type(configuration) is dict else configuration
        same = _same(there, wanted)
        if same is False:
            return False
        if type(same) is Unresolved:
            unsure.append(same)
    return unsure[0] if unsure else True


def _same(found: Any, wanted: Any) -> bool | Unresolved:
    for value in (found, wanted):
        if type(value) is Unresolved and identity(found) != identity(wanted):
            return Unresolved(value.why)
    if type(found) is Unresolved:
        return True
    return type(found) is str and _plain(found) == _plain(str(wanted))


def _plain(text: str) -> str:
    """An ARN of a log group with or without what stands for all its streams."""
    return text.removesuffix(":*")
