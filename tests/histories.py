"""Histories as AWS Config's files have them, and the timelines of what is in them."""

import json
from pathlib import Path

from scanner.authors import culprits
from scanner.scan import needs_of
from scanner.timeline.authorship import authored
from scanner.timeline.reading import gathered, local, wide
from scanner.timeline.replay import Past
from scanner.timeline.sightings import Sightings
from scanner.timeline.telling import told
from scanner.timeline.versions import Versions
from tests.attributions import log

ACCOUNT = "111122223333"
HERE = (ACCOUNT, "eu-west-1")
TRAIL, KEY = "AWS::CloudTrail::Trail", "AWS::KMS::Key"
END = "2026-12-31T00:00:00.000Z"


def day(number):
    return f"2026-01-{number:02}T00:00:00.000Z"


def version(type, id, time, configuration=None, place=HERE, status="OK", **changes):
    """A version of a resource, captured on a day of January."""
    return {
        "configurationItemVersion": "1.3",
        "configurationItemCaptureTime": time if isinstance(time, str) else day(time),
        "configurationItemStatus": status,
        "awsAccountId": place[0],
        "awsRegion": place[1],
        "resourceType": type,
        "resourceId": id,
        "configuration": {"name": id, **(configuration or {})},
        "supplementaryConfiguration": {},
        **changes,
    }


def deleted(type, id, time, place=HERE):
    return version(type, id, time, place=place, status="ResourceDeleted") | {"configuration": None}


def trail(time, id="main", place=HERE, **configuration):
    return version(TRAIL, id, time, configuration, place)


def key(time, arn="arn:aws:kms:eu-west-1:111122223333:key/k", place=HERE, **configuration):
    return version(KEY, arn, time, {"arn": arn, **configuration}, place)


def written(folder, *items, name="history.json"):
    path = Path(folder) / name
    path.write_text(json.dumps({"fileVersion": "1.0", "configurationItems": list(items)}))
    return str(path)


def timeline(rules, path, *wanted, since="", until=END, complete=False, events=None, unread=()):
    """The timelines of what is in a file; with `events` also who made the changes."""
    needs = needs_of(rules)
    judged = frozenset(rule.resource for rule in rules)
    sightings = Sightings(needs.types)
    versions = Versions(wanted or ("*",), judged)
    try:
        problems, uses = gathered(
            local(str(path), wide(needs, judged, until), sightings),
            needs.types, versions, sightings,
        )  # fmt: skip
        blaming = None if events is None else culprits
        past = Past(
            versions, sightings.in_order(), problems, needs, since, until, complete, blaming
        )
        found = told(rules, past, uses)
        if events is None:
            return found
        return authored(found, versions, needs, lambda names, unknown: [log(*events), *unread])
    finally:
        versions.close()


def verdicts_at(found, moment):
    """{(rule, region, id): verdict} as the timeline has them at a moment."""
    state = {}
    for track in found.tracks:
        it = track.resource
        for change in track.changes:
            if change.time <= moment:
                for turn in change.turns:
                    state[turn.rule.id, it.region, it.id] = turn.new
    return {name: verdict.value for name, verdict in state.items() if verdict is not None}


def turned(found):
    """The turns of all resources, as (time, rule, old, new)."""
    return [
        (change.time, turn.rule.id, turn.old and turn.old.value, turn.new and turn.new.value)
        for track in found.tracks
        for change in track.changes
        for turn in change.turns
    ]
