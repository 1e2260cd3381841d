"""Who made each change: asked of CloudTrail's events between one version and the next.

An event belongs to the first version that was captured after it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from scanner.attribution.attribution import Attribution, merged
from scanner.attribution.culprit import BEING, MOST, Culprit, Fault, culprit
from scanner.attribution.histories import Histories
from scanner.event import Log
from scanner.model import Document, Given, Needs, Problem, SourceUse
from scanner.timeline.change import Change, Edit, Timeline, with_authors
from scanner.timeline.faults import faults
from scanner.timeline.versions import Version, Versions

Reading = Callable[[frozenset[str], Callable[[], frozenset[str]]], Iterable[Given]]
"""Reads the events that may name resources by these names; see `recalled`."""
LAST = "the newest write to it, whose parameters do not show what changed"


class _Spot(NamedTuple):
    """What is asked of a change: one edit, or the verdicts that fail from now on.

    Of an edit its own values are asked for first, and then any write.
    """

    track: int
    change: int
    edit: int = -1
    exact: bool = True


Culprits = dict[_Spot, tuple[Culprit, ...]]


def authored(timeline: Timeline, versions: Versions, needs: Needs, reading: Reading) -> Timeline:
    """The timeline with the authors of its changes, and with what was read to find them.

    `needs` is what the rules read.
    """
    culprits = {
        spot: found
        for track, of in enumerate(timeline.tracks)
        for number, change in enumerate(of.changes)
        for spot, found in _culprits(_Spot(track, number), change, versions, needs)
        if found
    }
    if not culprits:
        return timeline
    histories = Histories(culprits)
    every = {each for found in culprits.values() for each in found}
    names = {name for each in every for name in (*each.called, each.vpc) if name}
    problems, uses = [*timeline.problems], [*timeline.sources]
    for given in reading(frozenset(names), lambda: histories.sessions_unknown):
        if isinstance(given, Log):
            histories.add(given)
        elif isinstance(given, Problem):
            problems.append(given)
            histories.miss(given)
        elif isinstance(given, SourceUse):
            uses.append(given)
    problems += histories.sessions.problems
    tracks = (
        replace(of, changes=with_authors(of.changes, partial(_author, histories, culprits, track)))
        for track, of in enumerate(timeline.tracks)
    )
    ordered = sorted(problems, key=lambda each: (each.where, each.what, sorted(each.types)))
    return replace(timeline, tracks=tuple(tracks), problems=tuple(ordered), sources=tuple(uses))


def _culprits(
    spot: _Spot, change: Change, versions: Versions, needs: Needs
) -> Iterator[tuple[_Spot, tuple[Culprit, ...]]]:
    """What to ask of a change: who made what fails, or else each edit."""
    if blamed := change.blamed:
        then = (replace(each, captured=each.captured or change.time) for each in _some(blamed))
        yield spot, tuple(then)
        return
    for number, edit in enumerate(change.edits):
        if (one := _culprit(edit, change.time, versions, needs)) is not None:
            yield spot._replace(edit=number), (one,)
            if edit.what in ("changed", "deleted"):
                loose = replace(one, faults=(), left_out=0)
                yield spot._replace(edit=number, exact=False), (loose,)


def _some(blamed: tuple[Culprit, ...]) -> tuple[Culprit, ...]:
    """As many culprits as are asked about; the last says how many values the others have."""
    *asked, last = blamed[:MOST]
    more = sum((len(each.faults) or 1) + each.left_out for each in blamed[MOST:])
    return (*asked, replace(last, left_out=last.left_out + more))


def _culprit(edit: Edit, time: str, versions: Versions, needs: Needs) -> Culprit | None:
    """What an edit changed, with the time in which it was; None where nobody changes it."""
    it = edit.resource
    if it.type.startswith("AWS::::") or edit.what == "unreadable":
        return None
    until_then = [
        each
        for each in versions.of((it.type, it.account, it.region, it.id))
        if each.captured <= time
    ]
    if not until_then:
        return None
    version, before = until_then[-1], until_then[-2] if len(until_then) > 1 else None
    new = _document(version, versions)
    old = _document(before, versions) if before else {}
    asked = _faults(edit, old, new, needs)
    one = culprit(old if edit.what == "deleted" else new, (), version.captured)
    since = before.captured if before and edit.what != "first" else ""
    return replace(
        one,
        type=it.type,
        id=it.id,
        account=it.account,
        region=it.region,
        name=one.name or it.name or "",
        arn=one.arn or it.arn or "",
        faults=asked[:MOST],
        left_out=len(asked[MOST:]),
        since=since,
    )


def _faults(edit: Edit, old: Document, new: Document, needs: Needs) -> tuple[Fault, ...]:
    match edit.what:
        case "changed":
            return faults(edit.resource.type, old, new, needs.fields.get(edit.resource.type))
        case "deleted":
            return (Fault(BEING, gone=True),)
        case _:
            return (Fault(BEING, edit.resource.id),)


def _document(version: Version, versions: Versions) -> Document:
    try:
        return versions.item(version).document()
    except (msgspec.DecodeError, RecursionError):  # the timeline's problems tell of it
        return {}


def _author(
    histories: Histories[_Spot], culprits: Culprits, track: int, number: int, change: Change
) -> Attribution | None:
    """Who made a change; None where nobody can be asked for."""
    spot = _Spot(track, number)
    if spot in culprits:
        return histories.attribution(spot)
    edits = (spot._replace(edit=each) for each in range(len(change.edits)))
    found = [_of_edit(each, culprits, histories) for each in edits if each in culprits]
    return merged(found) if found else None


def _of_edit(exact: _Spot, culprits: Culprits, histories: Histories[_Spot]) -> Attribution:
    """The events that show what changed, else the newest that may have."""
    found, loose = histories.attribution(exact), exact._replace(exact=False)
    if found.changes or loose not in culprits:
        return found
    last = histories.attribution(loose)
    return replace(last, why=LAST) if last.changes else last
