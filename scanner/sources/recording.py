"""Which resource types the items of AWS Config show to have been recorded."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from scanner.model import Coverage, Place

RECORDER: Final = "AWS::Config::ConfigurationRecorder"
GLOBAL_TYPES: Final = frozenset(
    {"AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::Policy"}
)
"""The types that a recorder records if it includes global resource types."""


class Recording:
    """What was seen of each account and Region."""

    def __init__(self) -> None:
        self._seen: dict[Place, set[str]] = defaultdict(set)
        self._not_recorded: dict[Place, set[str]] = defaultdict(set)
        self._recorders: dict[Place, tuple[str, bytes]] = {}

    def saw(self, place: Place, resource_type: str) -> None:
        """Take note of an item, deleted or not: its type is recorded."""
        self._seen[place].add(resource_type)

    def saw_unrecorded(self, place: Place, resource_type: str) -> None:
        """Take note of an item that AWS Config knows of and does not record."""
        self._not_recorded[place].add(resource_type)

    def saw_recorder(self, place: Place, captured: str, document: bytes) -> None:
        """Take note of a recorder's own item; empty if it is deleted. The newest counts."""
        known = self._recorders.get(place)
        if known is None or (captured, document) >= known:
            self._recorders[place] = (captured, document)

    def coverage(self) -> Iterator[Coverage]:
        """What is covered, sorted by account and Region."""
        found = [Coverage(place, frozenset(types)) for place, types in self._seen.items()]
        for place, (_, document) in self._recorders.items():
            found += _promised(place, document)
        for each in sorted(found, key=lambda coverage: coverage.place):
            missing = frozenset(self._not_recorded.get(each.place, ()))
            all_but = None if each.all_but is None else each.all_but | missing
            yield Coverage(each.place, each.types - missing, all_but)


def _promised(place: Place, document: bytes) -> list[Coverage]:
    """What a recorder's document promises, for its Region and for the global resource types."""
    configuration = msgspec.json.decode(document)["configuration"] if document else {}
    group = _get(configuration, "RecordingGroup")
    if _get(configuration, "Recording") is False or not isinstance(group, dict):
        return []
    account = place[0]
    named = _names(group)
    if not _records_everything(group):
        return [Coverage(place, named), Coverage((account, "global"), named & GLOBAL_TYPES)]
    excluded = _names(_get(group, "ExclusionByResourceTypes"))
    included = GLOBAL_TYPES if _get(group, "IncludeGlobalResourceTypes") is True else frozenset()
    return [
        Coverage(place, named, excluded | (GLOBAL_TYPES - included)),
        Coverage((account, "global"), included - excluded),
    ]


def _records_everything(group: Mapping[str, Any]) -> bool:
    strategy = _get(_get(group, "RecordingStrategy"), "UseOnly")
    if strategy is None:
        return _get(group, "AllSupported") is True
    return strategy in ("ALL_SUPPORTED_RESOURCE_TYPES", "EXCLUSION_BY_RESOURCE_TYPES")


def _names(group: Any) -> frozenset[str]:
    types = _get(group, "ResourceTypes")
    return (
        frozenset(each for each in types if isinstance(each, str))
        if isinstance(types, list)
        else frozenset()
    )


def _get(value: Any, name: str) -> Any:
    """A member in either spelling, RecordingGroup or recordingGroup; None if there is none."""
    if not isinstance(value, dict):
        return None
    return value.get(name, value.get(name[0].lower() + name[1:]))
