"""The whole scan as JSON, one finding a line; `report.schema.json` describes every field."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from reports.ascii_json import as_json
from reports.grouping import NO_CONTROL, counts, groups, unjudged
from reports.json_parts import evidence, listed, location, problem, resource, source
from scanner.finding import Finding, Scan
from scanner.model import Fix, Problem, Related, Resource, Waiver
from scanner.profile import Framework

if TYPE_CHECKING:
    from scanner.attribution.attribution import Attribution

VERSION: Final = 1
"""The version of this format: it grows when a field changes its meaning or goes away."""


def render(scan: Scan, *, by: Framework | None = None) -> Iterator[str]:
    """The report in pieces of about a line; `by` adds what the controls of a framework come to."""
    yield f'{{\n"version": {VERSION}'
    yield f',\n"started": {as_json(scan.started)}'
    yield f',\n"finished": {as_json(scan.finished)}'
    yield f',\n"profile": {as_json(scan.profile or None)}'
    yield from listed("sources", map(source, scan.sources))
    yield f',\n"counts": {as_json(scan.counts)}'
    if by is not None:
        yield f',\n"framework": {as_json(by.name)}'
        yield from listed("controls", _controls(scan, by))
    yield from listed("findings", map(_finding, scan.findings))
    yield from listed("problems", map(_problem, scan.problems))
    unheard = ({"rule": each.rule.id, "why": each.why} for each in scan.not_exercised)
    yield from listed("notExercised", unheard)
    yield "\n}\n"


def _controls(scan: Scan, by: Framework) -> Iterator[dict[str, Any]]:
    """Each control that rules of the scan serve, then those that none does."""
    for group in groups(scan.rules, by):
        rules = [rule.id for rule in group.rules]
        yield _control(group.control, group.title, rules, counts(scan, group))
    for each in unjudged(scan, by):
        said = _control(each.number, each.title, [], dict.fromkeys(scan.counts, 0))
        yield said | ({"manual": each.manual} if each.manual else {})


def _control(number: str, title: str, rules: list[str], found: dict[str, int]) -> dict[str, Any]:
    known = number != NO_CONTROL
    about = {"control": number if known else None, "title": title if known else ""}
    return about | {"rules": rules, "counts": found}


def _finding(finding: Finding) -> dict[str, Any]:
    rule, found = finding.rule, finding.attribution
    return ({} if found is None else _attributed(found)) | {
        "rule": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "verdict": finding.verdict.value,
        "resource": _resource(finding.resource),
        "location": location(finding.location),
        "extent": location(finding.extent),
        "evidence": [evidence(each) for each in finding.evidence],
        "related": [_related(each) for each in finding.related],
        "fix": finding.fix and _fix(finding.fix),
        "message": finding.message,
        "controls": {name: list(numbers) for name, numbers in rule.controls.items()},
        "fingerprint": finding.fingerprint,
        "waiver": finding.waiver and _waiver(finding.waiver),
    }


def _attributed(found: "Attribution") -> dict[str, Any]:
    from reports.change_json import attribution  # only where somebody asked for authors

    return {"attribution": attribution(found)}


def _resource(one: Resource) -> dict[str, Any]:
    return resource(one) | {"stack": one.stack or None}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"location": location(fix.location), "text": fix.text}


def _related(related: Related) -> dict[str, Any]:
    return {"what": related.what, "location": location(related.location)}


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "resource": waiver.resource,
        "reason": waiver.reason,
        "owner": waiver.owner,
        "expires": waiver.expires,
    }


def _problem(one: Problem) -> dict[str, Any]:
    return problem(one) | ({"permission": one.permission} if one.permission else {})
