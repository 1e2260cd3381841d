"""What a call took away from what a trail or an event data store records, protects or tells.

A record says what a call set, not what was there before: a setting that was off stays so here.
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateEventDataStore.html
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct

from scanner.eventdoc.reading import inside, succeeded, text
from scanner.trails.coverage import left_out
from scanner.trails.gap import Gap
from scanner.unresolved import Unresolved

_SOURCE: Final = "cloudtrail.amazonaws.com"
_SWITCHES: Final[Mapping[str, Mapping[str, str]]] = {
    "UpdateTrail": {
        "isMultiRegionTrail": "does not record other Regions",
        "isOrganizationTrail": "does not record the organization's other accounts",
        "includeGlobalServiceEvents": "does not record the events of global services",
        "enableLogFileValidation": "does not sign its log files",
    },
    "UpdateEventDataStore": {
        "multiRegionEnabled": "does not record other Regions",
        "organizationEnabled": "does not record the organization's other accounts",
        "terminationProtectionEnabled": "can be deleted",
    },
}
"""By call the settings that are on or off, and what their being off means."""

_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "UpdateTrail": {
        "kmsKeyId": "does not encrypt its log files with a key of one's own",
        "cloudWatchLogsLogGroupArn": "does not deliver to a log group",
        "snsTopicName": "does not notify anybody of log files",
    },
}
"""By call the settings that name something, and what it means that one names nothing."""

_SELECTORS: Final = ("eventSelectors", "advancedEventSelectors")
_INSIGHTS: Final = "insightSelectors"


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


def weakens_trail(record: Any) -> Answer:
    """What a call took away from a trail or an event data store; [] is the good answer.

    Management events that a trail's new selectors leave out are found by what these mean. A
    refused call, and one of another kind, took nothing away. Unresolved where the record does not
    have the request.
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
    return read(record, parameters)


def _switched(record: Any, parameters: Mapping[str, Any]) -> Answer:
    """What a call switched off, and what it named no longer."""
    call = text(record, "eventName")
    found = [
        *(_said(parameters, *each, _is_off) for each in _SWITCHES[call].items()),
        *(_said(parameters, *each, _is_nothing) for each in _NAMES.get(call, {}).items()),
    ]
    return [each for each in found if each is not None]


def _is_off(value: Any) -> bool:
    return value is False or value == "false"


def _is_nothing(value: Any) -> bool:
    return isinstance(value, str) and not value


def _said(
    parameters: Mapping[str, Any], setting: str, meaning: str, bad: Callable[[Any], bool]
) -> Weakening | Unresolved | None:
    """What a parameter's value means; None for one that is well, or was not set."""
    value = parameters.get(setting)
    if type(value) is Unresolved:
        return value
    if not bad(value):
        return None
    resource = _named(parameters)
    return Weakening(f"{resource} {meaning}", resource, setting, value)


def _selected(_record: Any, parameters: Mapping[str, Any]) -> Answer:
    """The management events that new selectors leave out."""
    given = {name: parameters[name] for name in _SELECTORS if name in parameters}
    if not given:
        return [Unresolved("the record of PutEventSelectors does not have the selectors")]
    resource = _named(parameters)
    trail = {"resourceId": resource, "supplementaryConfiguration": {"EventSelectors": given}}
    setting = next(iter(given))
    return [
        Weakening(each.what, resource, setting, each.event) if isinstance(each, Gap) else each
        for each in left_out(trail)
    ]


def _insights(_record: Any, parameters: Mapping[str, Any]) -> Answer:
    value = parameters.get(_INSIGHTS)
    if type(value) is Unresolved:
        return [value]
    if value != []:
        return []
    resource = _named(parameters)
    what = f"{resource} does not look for unusual activity"
    return [Weakening(what, resource, _INSIGHTS, value)]


def _named(parameters: Mapping[str, Any]) -> str:
    """The trail or store that a call was about."""
    found = (text(parameters, name) for name in ("name", "trailName", "eventDataStore"))
    return next(filter(None, found), "the trail")


_READERS: Final[Mapping[str, Callable[[Any, Mapping[str, Any]], Answer]]] = {
    "UpdateTrail": _switched,
    "UpdateEventDataStore": _switched,
    "PutEventSelectors": _selected,
    "PutInsightSelectors": _insights,
}
