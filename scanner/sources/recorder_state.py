"""Whether AWS Config's recorder of a Region can be believed, and which types it records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from scanner.clock import utc
from scanner.shape import Call
from scanner.sources.calling import Refused
from scanner.sources.recording import GLOBAL_TYPES
from scanner.sources.spot import Spot

RECORDERS: Final = Call("config", "describe_configuration_recorders", "ConfigurationRecorders[]")
STATUS: Final = Call(
    "config", "describe_configuration_recorder_status", "ConfigurationRecordersStatus[]"
)

RECORD_GLOBAL: Final = frozenset(
    [
        "af-south-1",
        "ap-east-1",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-northeast-3",
        "ap-south-1",
        "ap-southeast-1",
        "ap-southeast-2",
        "ca-central-1",
        "cn-north-1",
        "cn-northwest-1",
        "eu-central-1",
        "eu-north-1",
        "eu-south-1",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "me-south-1",
        "sa-east-1",
        "us-east-1",
        "us-east-2",
        "us-gov-east-1",
        "us-gov-west-1",
        "us-west-1",
        "us-west-2",
    ]
)
"""The Regions that AWS Config was in before February 2022: only there it records IAM."""
RECORDED_IN: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(GLOBAL_TYPES, RECORD_GLOBAL),
    "AWS::CloudFront::Distribution": frozenset({"us-east-1"}),
}
"""By type the only Regions in which AWS Config records it."""
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Recorder:
    """A recorder that is on and well: its name, and what describe_configuration_recorders says."""

    name: str
    region: str
    said: Mapping[str, Any]

    def lacks(self, resource_type: str, max_age: timedelta | None) -> str | None:
        """Why nothing can be said of a type by what this recorder recorded; None if it can."""
        if not self._records(resource_type):
            return f"the recorder {self.name} does not record the type"
        if self.region not in RECORDED_IN.get(resource_type, (self.region,)):
            return "AWS Config does not record the type in this Region"
        if max_age is not None and max_age < DAY and self._frequency(resource_type) == "DAILY":
            return f"the recorder {self.name} records the type once a day: beyond --max-age"
        return None

    def _records(self, resource_type: str) -> bool:
        group = self.said.get("recordingGroup") or {}
        named = group.get("resourceTypes") or ()
        excluded = (group.get("exclusionByResourceTypes") or {}).get("resourceTypes") or ()
        match (group.get("recordingStrategy") or {}).get("useOnly"):
            case "EXCLUSION_BY_RESOURCE_TYPES":
                return resource_type not in excluded
            case "ALL_SUPPORTED_RESOURCE_TYPES":
                everything = True
            case _:
                everything = group.get("allSupported") is True
        if resource_type in GLOBAL_TYPES and group.get("includeGlobalResourceTypes") is not True:
            everything = False
        return everything or resource_type in named

    def _frequency(self, resource_type: str) -> Any:
        mode = self.said.get("recordingMode") or {}
        for each in mode.get("recordingModeOverrides") or ():
            if resource_type in (each.get("resourceTypes") or ()):
                return each.get("recordingFrequency")
        return mode.get("recordingFrequency")


def recorder(spot: Spot, max_age: timedelta | None, now: datetime) -> Recorder | str:
    """The recorder of an account's Region, or why nothing that it recorded can be believed."""
    recorders = spot.ask(RECORDERS)
    if isinstance(recorders, Refused):
        return str(recorders)
    own = [each for each in recorders if not _is_a_services(each)]
    if not own:
        return "there is no configuration recorder"
    said = min(own, key=lambda each: str(each.get("name")))
    states = spot.ask(STATUS)
    if isinstance(states, Refused):
        return str(states)
    name = str(said.get("name"))
    state: Mapping[str, Any] = next((each for each in states if each.get("name") == name), {})
    fault = _fault(state, max_age, now)
    return Recorder(name, spot.region, said) if fault is None else f"the recorder {name} {fault}"


def _is_a_services(said: Mapping[str, Any]) -> bool:
    """Whether a recorder is one that an AWS service has for itself."""
    return bool(said.get("servicePrincipal")) or said.get("recordingScope") == "INTERNAL"


def _fault(state: Mapping[str, Any], max_age: timedelta | None, now: datetime) -> str | None:
    if not state:
        return "has no status"
    if state.get("recording") is not True:
        stopped = state.get("lastStopTime")
        return f"is off since {utc(stopped)}" if isinstance(stopped, datetime) else "is off"
    last = str(state.get("lastStatus"))
    if last.casefold() != "success":
        told = [
            str(state[each]) for each in ("lastErrorCode", "lastErrorMessage") if state.get(each)
        ]
        return ": ".join((f"does not work: its last status is {last}", *told))[:400]
    changed = state.get("lastStatusChangeTime")
    if max_age is not None and not (
        isinstance(changed, datetime) and _is_young(changed, max_age, now)
    ):
        since = utc(changed) if isinstance(changed, datetime) else "nobody knows when"
        return f"has recorded nothing since {since}: older than --max-age"
    return None


def _is_young(moment: datetime, max_age: timedelta, now: datetime) -> bool:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return now - aware <= max_age
