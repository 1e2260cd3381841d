"""SARIF 2.1.0 within what GitHub's code scanning takes: what failed and what nobody could decide.

Passes are counted, not listed: code scanning shows every result as an alert, whatever its kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

from reports.artifact import Tree, artifact_uri
from reports.ascii_json import as_json
from reports.escape import flowing, visible
from reports.markdown import addresses, help_of, plain_help_of
from reports.subject import called, worst_first
from scanner import __version__
from scanner.finding import Finding, Scan
from scanner.model import Location, Problem
from scanner.rule import Rule

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MAX_RESULTS: Final = 25_000  # a run with more is refused by code scanning
MAX_NOTICES: Final = 1_000
MAX_TAGS: Final = 10  # of the 20 that code scanning takes it keeps 10
MAX_TEXT: Final = 1_000  # characters of a message, so that the file stays below 10 MB gzipped
LEVELS: Final = {"critical": "error", "high": "error", "medium": "warning"}
SCORES: Final = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0", "info": "0.0"}
PLAIN_TREE: Final = Tree("/-", "/-")


def render(scan: Scan, *, tree: Tree | None = None) -> Iterator[str]:
    """The report in pieces of about a result; paths become relative to the root of `tree`.

    Without a tree, paths are taken as relative to the root already.
    """
    places = _Places(scan, tree or PLAIN_TREE)
    yield f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n'
    yield f'"tool": {{"driver": {as_json(_driver(scan))}}},\n'
    yield f'"invocations": [{as_json(_invocation(scan))}],\n'
    yield f'"originalUriBaseIds": {as_json(_BASES)},\n"columnKind": "unicodeCodePoints",\n'
    yield f'"properties": {as_json({"counts": scan.counts, "notExercised": _unheard(scan)})},\n'
    yield '"results": ['
    before = "\n"
    for result in _results(scan, places):
        yield before + as_json(result)
        before = ",\n"
    yield "\n]\n}]\n}\n"


_BASES = {"%SRCROOT%": {"description": {"text": "The root of the repository that was scanned"}}}


class _Places:
    """Where findings are shown: their own file, or the first source's where they have none."""

    def __init__(self, scan: Scan, tree: Tree) -> None:
        self._tree = tree
        self._default = Location(scan.sources[0].where if scan.sources else "")

    def physical(self, location: Location | None) -> dict[str, Any]:
        """The artifact location and region that code scanning needs on every result."""
        place = location or self._default
        region = {"startLine": max(place.line or 1, 1)}
        if place.line and place.column:
            region["startColumn"] = max(place.column, 1)
        uri = artifact_uri(place.uri, self._tree)
        return {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region}


def _driver(scan: Scan) -> dict[str, Any]:
    return {
        "name": "Groma",
        "semanticVersion": __version__,
        "rules": [_rule(each) for each in scan.rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    links = addresses(rule.references)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": _short(flowing(rule.title))},
        "fullDescription": {"text": _short(flowing(rule.why))},
        "help": {"text": plain_help_of(rule), "markdown": help_of(rule)},
        **({"helpUri": links[0]} if links else {}),
        "defaultConfiguration": {"level": LEVELS.get(rule.severity, "note")},
        "properties": {
            "tags": _tags(rule),
            "precision": "very-high",
            "problem.severity": LEVELS.get(rule.severity, "recommendation"),
            "security-severity": SCORES[rule.severity],
        },
    }


def _tags(rule: Rule) -> list[str]:
    controls = (f"{name}/{each}" for name, numbers in rule.controls.items() for each in numbers)
    return list(islice(dict.fromkeys(chain(["security", "aws"], controls)), MAX_TAGS))


def _results(scan: Scan, places: _Places) -> Iterator[dict[str, Any]]:
    """What failed, then what could not be decided, then what was waived; each from the worst."""
    numbers = {rule.id: number for number, rule in enumerate(scan.rules)}
    wanted = (
        finding
        for outcome in ("fail", "unknown", "waived")
        for rule in worst_first(scan.rules)
        for finding in scan.findings.of(rule, frozenset({outcome}))
    )
    for finding in islice(wanted, MAX_RESULTS):
        yield _result(finding, numbers[finding.rule.id], places)


def _result(finding: Finding, number: int, places: _Places) -> dict[str, Any]:
    unknown = finding.outcome == "unknown"
    level = "none" if unknown else LEVELS.get(finding.rule.severity, "note")
    result = {
        "ruleId": finding.rule.id,
        "ruleIndex": number,
        "kind": "open" if unknown else "fail",
        "level": level,  # the standard wants "none" wherever the kind is not "fail"
        "message": {"text": _sentence(finding)},
        "locations": [_location(finding, places)],
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:1"},
    }
    return result | _suppressions(finding)


def _sentence(finding: Finding) -> str:
    it = finding.resource
    place = "/".join(part for part in (it.account, it.region) if part)
    subject = f"{called(it)} in {place}" if place else called(it)
    undecided = "could not be decided: " if finding.outcome == "unknown" else ""
    text = f"{subject}: {undecided}{finding.message}"
    return _short(visible(text)).replace("](", "] (")  # or a stranger's name becomes a link


def _location(finding: Finding, places: _Places) -> dict[str, Any]:
    it = finding.resource
    logical = {
        "name": _short(it.name or it.id),
        "fullyQualifiedName": _short(it.arn or it.id),
        "kind": "resource",
    }
    return {"physicalLocation": places.physical(finding.location), "logicalLocations": [logical]}


def _suppressions(finding: Finding) -> dict[str, Any]:
    waiver = finding.waiver
    if waiver is None:
        return {}
    agreed = f"{waiver.reason} ({waiver.owner}, until {waiver.expires})"
    accepted = {"kind": "external", "status": "accepted", "justification": _short(visible(agreed))}
    return {"suppressions": [accepted]}


def _invocation(scan: Scan) -> dict[str, Any]:
    return {
        "executionSuccessful": not scan.incomplete,
        "startTimeUtc": scan.started,
        "endTimeUtc": scan.finished,
        "toolExecutionNotifications": [*_cut(scan), *_notices(scan.problems)],
    }


def _cut(scan: Scan) -> Iterator[dict[str, Any]]:
    listed = sum(number for outcome, number in scan.counts.items() if outcome != "pass")
    if listed > MAX_RESULTS:
        text = (
            f"Only the {MAX_RESULTS:,} most severe of {listed:,} results are listed, the most that"
            " GitHub's code scanning takes; the json format lists all."
        )
        yield {"level": "warning", "message": {"text": text}}


def _notices(problems: Sequence[Problem]) -> Iterator[dict[str, Any]]:
    yield from map(_notice, problems[:MAX_NOTICES])
    if len(problems) > MAX_NOTICES:
        text = f"{len(problems) - MAX_NOTICES:,} more problems; the json format lists all."
        yield {"level": "error", "message": {"text": text}}


def _notice(problem: Problem) -> dict[str, Any]:
    types = f" ({', '.join(sorted(problem.types))})" if problem.types else ""
    text = _short(visible(f"{problem.where}: {problem.what}{types}"))
    return {"level": "error" if problem.blocks else "note", "message": {"text": text}}


def _unheard(scan: Scan) -> list[Mapping[str, str]]:
    return [{"rule": each.rule.id, "why": each.why} for each in scan.not_exercised]


def _short(text: str) -> str:
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"
