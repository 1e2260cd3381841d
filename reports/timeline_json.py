"""The timelines of resources as JSON, one resource a line."""

from collections.abc import Iterator
from typing import Any, Final

from msgspec import UNSET

from reports.ascii_json import as_json
from reports.change_json import attribution
from reports.json_parts import evidence, listed, problem, resource, source
from scanner.model import Verdict
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
    yield from listed("sources", map(source, timeline.sources))
    yield from listed("rules", map(_rule, timeline.rules))
    yield from listed("resources", map(_track, timeline.tracks))
    yield from listed("problems", map(problem, timeline.problems))
    yield "\n}\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {"id": rule.id, "title": rule.title, "severity": rule.severity}


def _track(track: Track) -> dict[str, Any]:
    return {
        "resource": resource(track.resource),
        "versions": track.versions,
        "gone": track.gone,
        "verdicts": {turn.rule.id: turn.new and turn.new.value for turn in track.last},
        "changes": [_change(each) for each in track.changes],
        "quiet": track.quiet,
        "reasons": [_turn(each) for each in track.reasons],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "time": change.time,
        "cause": change.cause,
        "author": change.author and attribution(change.author),
        "quiet": change.quiet,
        "edits": [_edit(each) for each in change.edits],
        "moreEdits": change.more,
        "verdicts": [_turn(each) for each in change.turns],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "resource": resource(edit.resource),
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
        "evidence": [] if good else [evidence(each) for each in turn.evidence],
    }
