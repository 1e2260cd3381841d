"""SARIF 2.1.0 within what GitHub's code scanning takes: what failed and what nobody could decide.

Passes are counted, not listed: code scanning shows every result as an alert, whatever its kind.
The invocation comes last, because it says how many results found room.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

from reports.artifact import PLAIN_TREE
from reports.ascii_json import as_json
from reports.escape import bounded, flowing, remark
from reports.gzipped import Gauge
from reports.markdown import addresses, help_of, plain_help_of
from reports.sarif_places import BASES, Places
from reports.subject import graded, sentence
from scanner import __version__
from scanner.finding import Finding, Scan
from scanner.model import Problem
from scanner.rule import Rule
from scanner.tree import Tree

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MAX_RESULTS: Final = 25_000  # a run with more is refused by code scanning
MAX_NOTICES: Final = 1_000
MAX_TAGS: Final = 10  # of the 20 that code scanning takes it keeps 10
MAX_RELATED: Final = 100  # of the 1,000 locations that code scanning takes it keeps 100
MAX_LINKS: Final = 5  # related places that a message links to
MAX_BYTES: Final = 9_500_000  # gzipped; code scanning takes 10 MB
MAX_TEXT: Final = 1_000  # characters of a message
LEVELS: Final = {"critical": "error", "high": "error", "medium": "warning"}
SCORES: Final = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0", "info": "0.0"}


def render(scan: Scan, *, tree: Tree | None = None) -> Iterator[str]:
    """The report in pieces of about a result; paths become relative to the root of `tree`.

    Without a tree, paths are taken as relative to the root already.
    """
    places = Places(scan, tree or PLAIN_TREE)
    gauge = Gauge(MAX_BYTES)
    listed = 0
    head = _head(scan)
    gauge.holds(f"{head}{as_json(_invocation(scan, 0))}")
    yield head
    for result in islice(_results(scan, places), MAX_RESULTS):
        text = f"{',' if listed else ''}\n{as_json(result)}"
        if not gauge.holds(text):
            break
        listed += 1
        yield text
    yield f'\n],\n"invocations": [{as_json(_invocation(scan, listed))}]\n}}]\n}}\n'


def _head(scan: Scan) -> str:
    """All that comes before the results."""
    said = {"counts": scan.counts, "notExercised": _unheard(scan)}
    counts = as_json(said | ({"profile": scan.profile} if scan.profile else {}))
    return (
        f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n'
        f'"tool": {{"driver": {as_json(_driver(scan))}}},\n'
        f'"originalUriBaseIds": {as_json(BASES)},\n"columnKind": "unicodeCodePoints",\n'
        f'"properties": {counts},\n"results": ['
    )


_LINK_MARKS = re.compile(r"([\[\]\\])")  # what the standard wants escaped in a link's text
_ESCAPED = r"\\\1"


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


def _results(scan: Scan, places: Places) -> Iterator[dict[str, Any]]:
    """What failed, then what could not be decided, then what was waived; each from the worst."""
    numbers = {rule.id: number for number, rule in enumerate(scan.rules)}
    for finding in graded(scan, "fail", "unknown", "waived"):
        yield _result(finding, numbers[finding.rule.id], places)


def _result(finding: Finding, number: int, places: Places) -> dict[str, Any]:
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
    return result | _related(finding, places) | _fixes(finding, places) | _suppressions(finding)


def _fixes(finding: Finding, places: Places) -> dict[str, Any]:
    """The literal at fault and what to write in its place, where the finding has one."""
    fix = finding.fix
    if fix is None or len(fix.text) > MAX_TEXT:
        return {}
    change = places.change(fix)
    text = f"Write {remark(fix.text, MAX_TEXT)} here."
    return {"fixes": [{"description": {"text": text}, "artifactChanges": [change]}]}


def _related(finding: Finding, places: Places) -> dict[str, Any]:
    """The other places that were looked at, by the numbers with which the message links to them."""
    related = [
        {
            "id": number,
            "message": {"text": remark(each.what, MAX_TEXT)},
            "physicalLocation": places.physical(each.location),
        }
        for number, each in enumerate(finding.related[:MAX_RELATED], 1)
    ]
    return {"relatedLocations": related} if related else {}


def _sentence(finding: Finding) -> str:
    """The message; code scanning shows a related place only where the message links to it."""
    links = [
        f"[{_LINK_MARKS.sub(_ESCAPED, remark(each.what, MAX_TEXT))}]({number})"
        for number, each in enumerate(finding.related[:MAX_LINKS], 1)
    ]
    said = remark(sentence(finding), MAX_TEXT)
    return f"{said} See {', '.join(links)}." if links else said


def _location(finding: Finding, places: Places) -> dict[str, Any]:
    it = finding.resource
    logical = {
        "name": _short(it.id if it.stack else it.name or it.id),
        "fullyQualifiedName": _short(it.id if it.stack else it.arn or it.id),
        "kind": "resource",
    }
    return {"physicalLocation": places.physical(finding.location), "logicalLocations": [logical]}


def _suppressions(finding: Finding) -> dict[str, Any]:
    waiver = finding.waiver
    if waiver is None:
        return {}
    agreed = f"{waiver.reason} ({waiver.owner}, until {waiver.expires})"
    accepted = {"kind": "external", "status": "accepted", "justification": remark(agreed, MAX_TEXT)}
    return {"suppressions": [accepted]}


def _invocation(scan: Scan, listed: int) -> dict[str, Any]:
    return {
        "executionSuccessful": not scan.incomplete,
        "startTimeUtc": scan.started,
        "endTimeUtc": scan.finished,
        "toolExecutionNotifications": [*_cut(scan, listed), *_notices(scan.problems)],
    }


def _cut(scan: Scan, listed: int) -> Iterator[dict[str, Any]]:
    total = sum(number for outcome, number in scan.counts.items() if outcome != "pass")
    if listed < total:
        why = "results" if listed == MAX_RESULTS else "bytes"
        text = (
            f"Only the {listed:,} most severe of {total:,} results are listed: GitHub's code"
            f" scanning takes no more {why}; the json format lists all."
        )
        yield {"level": "warning", "message": {"text": text}}


def _notices(problems: Sequence[Problem]) -> Iterator[dict[str, Any]]:
    yield from map(_notice, problems[:MAX_NOTICES])
    if len(problems) > MAX_NOTICES:
        text = f"{len(problems) - MAX_NOTICES:,} more problems; the json format lists all."
        yield {"level": "error", "message": {"text": text}}


def _notice(problem: Problem) -> dict[str, Any]:
    types = f" ({', '.join(sorted(problem.types))})" if problem.types else ""
    text = remark(f"{problem.where}: {problem.what}{types}", MAX_TEXT)
    return {"level": "error" if problem.blocks else "note", "message": {"text": text}}


def _unheard(scan: Scan) -> list[Mapping[str, str]]:
    return [{"rule": each.rule.id, "why": each.why} for each in scan.not_exercised]


def _short(text: str) -> str:
    return bounded(text, MAX_TEXT)
