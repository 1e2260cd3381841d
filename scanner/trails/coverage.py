"""Which events no trail records: all of a kind must be recorded by one trail of those asked about.

What trails there must be elsewhere does not matter: one that records everything is enough.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from scanner.network.opening import called, cut, elements, id_of, shown, summed
from scanner.trails import selectors, unrecorded
from scanner.trails.destinations import delivers
from scanner.trails.gap import Answer, Gap
from scanner.trails.selectors import selectors_of
from scanner.trails.unrecorded import PARTITION, SOURCES, Unrecorded
from scanner.unresolved import Unresolved

_WHERE: Final = "supplementaryConfiguration.EventSelectors"
_KINDS: Final = {"all": ("false", "true"), "writeonly": ("false",), "readonly": ("true",)}
_WORDS: Final = {"false": "write", "true": "only read"}
_ALL_BUCKETS: Final = ("?*",)


class _Judged(NamedTuple):
    """What one trail leaves out for sure, and why it may leave out more."""

    gaps: list[Gap]
    why: list[Unresolved]


def management_gaps(trails: Any, events: Any = "All", destinations: Any = ()) -> Answer:
    """The management events that no trail records, of all services; empty if one records them all.

    `events` is All, ReadOnly or WriteOnly. With `destinations` (a bucket's name, a topic's ARN and
    a log group's ARN, "" for any) only trails count that deliver there. Of several trails the gaps
    of the one with the fewest are told. Raises ValueError for other `events`.
    """
    kinds = _kinds(events)

    def judged(trail: Any) -> _Judged:
        return _judged(trail, unrecorded.management(selectors_of(trail), kinds))

    return _best(trails, judged, destinations)


def left_out(trail: Any) -> Answer:
    """The management events that one trail does not record: `management_gaps` of it alone."""
    if type(trail) is Unresolved:
        return [trail]
    gaps, why = _judged(trail, unrecorded.management(selectors_of(trail), _KINDS["all"]))
    if gaps or not why:
        return list(gaps)
    reason = summed(why)
    return [reason] if reason else []


def s3_object_gaps(trails: Any, events: Any, buckets: Any = ()) -> Answer:
    """The object-level events of S3 that no trail records, of these buckets or else of all.

    `events` is All, ReadOnly or WriteOnly. Raises ValueError for another text.
    """
    kinds = _kinds(events)
    named = elements(buckets)
    names = tuple(each for each in named if isinstance(each, str)) if named else _ALL_BUCKETS
    unread = [each for each in named if type(each) is Unresolved]

    def judged(trail: Any) -> _Judged:
        missing = unrecorded.objects(selectors_of(trail), kinds, _partition(trail), names)
        found = _judged(trail, missing)
        return found._replace(why=[*found.why, *unread])

    return _best(trails, judged, ())


def delivering_trails(trails: Any, destinations: Any) -> list[Any]:
    """The ids of the trails that deliver to a bucket, a topic and a log group, "" being any."""
    found: list[Any] = []
    for trail in elements(trails):
        answer = trail if type(trail) is Unresolved else delivers(trail, destinations)
        if answer is True:
            found.append(called(trail))
        elif type(answer) is Unresolved:
            found.append(Unresolved(answer.why))
    return found


def _best(trails: Any, judged: Callable[[Any], _Judged], destinations: Any) -> Answer:
    """What the best of the trails leaves out; that there is none is a gap too."""
    best: list[Gap] | None = None
    unsure: list[Unresolved] = []
    for trail in elements(trails):
        there = trail if type(trail) is Unresolved else delivers(trail, destinations)
        if there is False:
            continue
        gaps, why = judged(trail) if there is True else _Judged([], [_reason(there)])
        if not gaps and not why:
            return []
        unsure += [] if gaps else why
        best = gaps if gaps and (best is None or len(gaps) < len(best)) else best
    if reason := summed(unsure):
        return [reason]
    return list(best or [Gap("there is no such trail", "", {})])


def _judged(trail: Any, missing: Unrecorded) -> _Judged:
    """What a trail with such selectors leaves out, in words."""
    at = ((called(trail), _WHERE),)
    gaps = [
        Gap(cut(f"{id_of(trail)} does not record {_named(each)}"), called(trail), dict(each), at)
        for each in missing.events
    ]
    return _Judged(_distinct(gaps) if gaps else [], list(missing.why))


def _named(event: Mapping[str, str]) -> str:
    """What a sentence calls an event and those like it."""
    word = _WORDS[event[selectors.READ_ONLY]]
    if selectors.ARN in event:
        return f"events that {word} objects such as {event[selectors.ARN]}"
    source, name = event.get(selectors.SOURCE, SOURCES[0]), event.get("eventName")
    whose = "" if source == SOURCES[0] else f" of {source}"
    return f"management events{whose} that {word}" + (f", such as {name}" if name else "")


def _distinct(gaps: list[Gap]) -> list[Gap]:
    """The gaps, each once, and none of single services where those of all are not recorded."""
    whole = {each.event[selectors.READ_ONLY] for each in gaps if _of_all(each)}
    kept: dict[str, Gap] = {}
    for each in gaps:
        if _of_all(each) or each.event[selectors.READ_ONLY] not in whole:
            kept.setdefault(each.what, each)
    return list(kept.values())


def _of_all(gap: Gap) -> bool:
    return gap.event.get(selectors.SOURCE, SOURCES[0]) == SOURCES[0]


def _partition(trail: Any) -> str:
    """The partition of AWS that a trail's own ARN tells."""
    found = trail.get("configuration") if type(trail) is dict else None
    configuration = found if type(found) is dict else {}
    arns = (PARTITION.match(str(configuration.get(each))) for each in ("arn", "trailARN"))
    return next((each[1] for each in arns if each), "aws")


def _kinds(events: Any) -> tuple[str, ...]:
    kinds = _KINDS.get(events.lower()) if isinstance(events, str) else None
    if kinds is None:
        raise ValueError(f"events are {shown(events)}, not All, ReadOnly or WriteOnly")
    return kinds


def _reason(found: Any) -> Unresolved:
    return found if type(found) is Unresolved else Unresolved("a trail is not readable")
