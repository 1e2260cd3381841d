"""What a call took away from what a trail or an event data store records, protects or tells.

A record says what a call set, not what was there before: a setting that was off stays so here.
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateEventDataStore.html
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from msgspec import Struct

from scanner.eventdoc.reading import inside, objects, succeeded, text
from scanner.network.opening import shown
from scanner.trails.coverage import left_out
from scanner.trails.gap import Gap
from scanner.unresolved import Unresolved

_SOURCE: Final = "cloudtrail.amazonaws.com"
_SWITCHES: Final[Mapping[str, str]] = {
    "isMultiRegionTrail": "does not record other Regions",
    "isOrganizationTrail": "does not record the organization's other accounts",
    "includeGlobalServiceEvents": "does not record the events of global services",
    "enableLogFileValidation": "does not sign its log files",
}
_OF_STORES: Final[Mapping[str, str]] = {
    "multiRegionEnabled": "does not record other Regions",
    "organizationEnabled": "does not record the organization's other accounts",
    "terminationProtectionEnabled": "can be deleted",
}
"""The settings of a trail or a store that are on or off, and what their being off means."""

_NAMES: Final[Mapping[str, str]] = {
    "kmsKeyId": "does not encrypt its log files with a key of one's own",
    "cloudWatchLogsLogGroupArn": "does not deliver to a log group",
    "snsTopicName": "does not notify anybody of log files",
}
"""The settings of a trail that name something, and what it means that one names nothing."""

_ADVANCED: Final = "advancedEventSelectors"
_SELECTORS: Final = ("eventSelectors", _ADVANCED)
_INSIGHTS: Final = "insightSelectors"
_BUCKET: Final = "s3BucketName"
_RETENTION: Final = "retentionPeriod"
_NO_CALLS: Final = ("Insight", "ConfigurationItem", "Evidence", "ActivityAuditLog")
"""The categories of events that are no API calls; a store has either these or calls.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
"""


class Ours(NamedTuple):
    """What is agreed: the buckets that keep logs, and for how many days stores keep events."""

    buckets: tuple[Any, ...]
    days: float


class Weakening(Struct, frozen=True):
    """Something that a trail or store does not do since a call; `setting` is its parameter."""

    what: str  # one English sentence without a full stop
    resource: str
    setting: str
    value: Any

    def document(self) -> dict[str, Any]:
        """The weakening as JSON, the keys always the same."""
        return {
            "what": self.what,
            "resource": self.resource,
            "setting": f"requestParameters.{self.setting}",
            "value": self.value,
        }


Answer = list[Weakening | Unresolved]


def weakens_trail(record: Any, buckets: Sequence[Any] | None = None, days: float = 0) -> Answer:
    """What a call took away from a trail or an event data store; [] is the good answer.

    Management events that new selectors leave out are found by what these mean. A refused call,
    and one of another kind, took nothing away. Unresolved where the record does not have the
    request. Log files belong into these `buckets`, and stores keep events for so many `days`:
    without either nobody knows whether a bucket is another's, or a time shorter than before.
    """
    for each in ("eventSource", "eventName", "errorCode"):
        if type(unknown := inside(record, each)) is Unresolved:
            return [unknown]
    read = _READERS.get(text(record, "eventName"))
    if read is None or text(record, "eventSource") != _SOURCE or not succeeded(record):
        return []
    parameters = inside(record, "requestParameters")
    if type(parameters) is Unresolved:
        return [parameters]
    if type(parameters) is not dict:
        return [Unresolved(f"the record of {text(record, 'eventName')} does not have the request")]
    return read(parameters, Ours(tuple(buckets or ()), days))


def _of_trail(parameters: Mapping[str, Any], ours: Ours) -> Answer:
    """What UpdateTrail switched off, what it named no longer, and whether logs go elsewhere."""
    found = [
        *(_said(parameters, *each, _is_off) for each in _SWITCHES.items()),
        *(_said(parameters, *each, _is_nothing) for each in _NAMES.items()),
        _redirected(parameters, ours.buckets),
    ]
    return [each for each in found if each is not None]


def _of_store(parameters: Mapping[str, Any], ours: Ours) -> Answer:
    """What UpdateEventDataStore switched off or no longer selects, and for how long it keeps."""
    found = [
        *(_said(parameters, *each, _is_off) for each in _OF_STORES.items()),
        _kept(parameters, ours.days),
    ]
    known = [each for each in found if each is not None]
    return [*known, *(_left_out(parameters) if _selects_calls(parameters) else [])]


def _is_off(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.lower() == "false")


def _is_nothing(value: Any) -> bool:
    return isinstance(value, str) and not value


def _said(
    parameters: Mapping[str, Any], setting: str, meaning: str, bad: Callable[[Any], bool]
) -> Weakening | Unresolved | None:
    """What a parameter's value means; None for one that is well, or was not set."""
    value = parameters.get(setting)
    if value is None or type(value) is Unresolved:
        return value
    if not isinstance(value, bool | str):
        return Unresolved(f"{setting} is {shown(value)}")
    return _weaker(parameters, meaning, setting) if bad(value) else None


def _redirected(
    parameters: Mapping[str, Any], ours: Sequence[Any]
) -> Weakening | Unresolved | None:
    """Whether log files go into a bucket that is none of ours."""
    bucket = parameters.get(_BUCKET)
    if bucket is None or type(bucket) is Unresolved:
        return bucket
    if not ours or (bucket not in ours and any(type(each) is Unresolved for each in ours)):
        what = f"nobody said whether {shown(bucket)} is one of the buckets that keep logs"
        return Unresolved(what)
    meaning = f"delivers to {shown(bucket)}, which is none of the buckets that keep logs"
    return None if bucket in ours else _weaker(parameters, meaning, _BUCKET)


def _kept(parameters: Mapping[str, Any], days: float) -> Weakening | Unresolved | None:
    """Whether a store keeps events for less than so many days."""
    value = parameters.get(_RETENTION)
    if value is None or type(value) is Unresolved:
        return value
    if type(value) not in (int, float) or not days:
        return Unresolved(f"nobody said whether {shown(value)} days of events are enough")
    meaning = f"keeps events for {value} days"
    return _weaker(parameters, meaning, _RETENTION) if value < days else None


def _weaker(parameters: Mapping[str, Any], meaning: str, setting: str) -> Weakening:
    resource = _named(parameters)
    return Weakening(f"{resource} {meaning}", resource, setting, parameters[setting])


def _selects_calls(parameters: Mapping[str, Any]) -> bool:
    """Whether a call gives a store selectors, and not all of them of what is no API call."""
    found = parameters.get(_ADVANCED)
    listed = found if type(found) is list else [found]
    return found is not None and not all(map(_selects_no_call, listed))


def _selects_no_call(selector: Any) -> bool:
    """Whether a selector is of a store that never had a management event."""
    for each in objects(inside(selector, "fieldSelectors")):
        wanted = each.get("equals")
        if each.get("field") == "eventCategory" and type(wanted) is list and wanted:
            return all(one in _NO_CALLS for one in wanted)
    return False


def _selected(parameters: Mapping[str, Any], _ours: Ours) -> Answer:
    """The management events that a trail's new selectors leave out."""
    if not any(name in parameters for name in _SELECTORS):
        return [Unresolved("the record of PutEventSelectors does not have the selectors")]
    return _left_out(parameters)


def _left_out(parameters: Mapping[str, Any]) -> Answer:
    given = {name: parameters[name] for name in _SELECTORS if name in parameters}
    resource = _named(parameters)
    trail = {"resourceId": resource, "supplementaryConfiguration": {"EventSelectors": given}}
    setting = next(iter(given))
    return [
        Weakening(each.what, resource, setting, each.event) if isinstance(each, Gap) else each
        for each in left_out(trail)
    ]


def _insights(parameters: Mapping[str, Any], _ours: Ours) -> Answer:
    value = parameters.get(_INSIGHTS)
    if type(value) is Unresolved:
        return [value]
    if type(value) is not list:
        return [Unresolved(f"{_INSIGHTS} is {shown(value)}")]
    return [] if value else [_weaker(parameters, "does not look for unusual activity", _INSIGHTS)]


def _named(parameters: Mapping[str, Any]) -> str:
    """The trail or store that a call was about."""
    found = (text(parameters, name) for name in ("name", "trailName", "eventDataStore"))
    return next(filter(None, found), "the trail")


_READERS: Final[Mapping[str, Callable[[Mapping[str, Any], Ours], Answer]]] = {
    "UpdateTrail": _of_trail,
    "UpdateEventDataStore": _of_store,
    "PutEventSelectors": _selected,
    "PutInsightSelectors": _insights,
}
