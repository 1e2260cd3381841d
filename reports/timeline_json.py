"""The timelines of resources as JSON, one resource a line."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import UNSET

from reports.ascii_json import as_json
from reports.change_json import change as event
from scanner.attribution.attribution import Attribution
from scanner.model import Evidence, Location, Problem, Resource, SourceUse, Verdict
from scanner.rule import Rule
from scanner.timeline.change import Change, Difference, Edit, Timeline, Track, Turn

VERSION: Final = 1
"""The version of this format: it grows when a field changes its meaning or goes away."""


def render(timeline: Timeline) -> Iterator[str]:
    """The report in pieces of about a line."""
    yield f'{{\n"version": {VERSION}'
    yield f',\n"since": {as_json(timeline.since or None)}'
    yield f',\n"until": {as_json(timeline.until)}'
    yield f',\n"profile": {as_json(timeline.profile or None)}'
    yield f',\n"counts": {as_json(timeline.counts)}'
    yield from _list("sources", map(_source, timeline.sources))
    yield from _list("rules", map(_rule, timeline.rules))
    yield from _list("resources", map(_track, timeline.tracks))
    yield from _list("problems", map(_problem, timeline.problems))
    yield "\n}\n"


def _list(name: str, values: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = f',\n"{name}": [\n'
    for value in values:
        yield before + as_json(value)
        before = ",\n"
    yield f',\n"{name}": []' if before.startswith(',\n"') else "\n]"


def _source(source: SourceUse) -> dict[str, Any]:
    return {
        "name": source.name,
        "where": source.where,
        "files": source.files,
        "items": source.items,
        "passedOver": source.passed_over,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {"id": rule.id, "title": rule.title, "severity": rule.severity}


def _track(track: Track) -> dict[str, Any]:
    return {
        "resource": _resource(track.resource),
        "versions": track.versions,
        "gone": track.gone,
        "verdicts": {turn.rule.id: turn.new and turn.new.value for turn in track.last},
        "changes": [_change(each) for each in track.changes],
        "quiet": track.quiet,
    }


def _resource(resource: Resource) -> dict[str, Any]:
    return {
        "type": resource.type,
        "id": resource.id,
        "name": resource.name,
        "arn": resource.arn,
        "account": resource.account,
        "region": resource.region,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "time": change.time,
        "cause": change.cause,
        "author": change.author and _attribution(change.author),
        "quiet": change.quiet,
        "edits": [_edit(each) for each in change.edits],
        "moreEdits": change.more,
        "verdicts": [_turn(each) for each in change.turns],
    }


def _attribution(found: Attribution) -> dict[str, Any]:
    return {
        "sure": found.sure,
        "why": found.why,
        "changes": [event(each) for each in found.changes],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "resource": _resource(edit.resource),
        "what": edit.what,
        "differences": [_difference(each) for each in edit.differences],
        "more": edit.more,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    values = {"old": difference.old, "new": difference.new}
    known = {name: value for name, value in values.items() if value is not UNSET}
    return {"path": difference.path, **known, "read": difference.read}


def _turn(turn: Turn) -> dict[str, Any]:
    good = turn.new is Verdict.PASS
    return {
        "rule": turn.rule.id,
        "old": turn.old and turn.old.value,
        "new": turn.new and turn.new.value,
        "message": turn.message,
        "evidence": [] if good else [_evidence(each) for each in turn.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "value": evidence.value,
        "found": evidence.found,
        "wanted": evidence.wanted,
        "location": _location(evidence.location),
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    return None if location is None else {"uri": location.uri}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"where": problem.where, "what": problem.what, "types": sorted(problem.types)}
