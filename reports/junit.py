"""JUnit XML, valid against the three published schemas: a suite for each rule, a case for each
resource. Ant's schema knows no `skipped`, so a file with a waived case differs from that one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape

from reports.ascii_json import as_json
from reports.escape import exact, flowing, visible
from reports.subject import called
from scanner.finding import Finding, Scan
from scanner.model import Evidence, Problem
from scanner.rule import Rule

UNREAD = "could not be read"
"""The name of the suite whose cases are the scan's problems."""


def render(scan: Scan) -> Iterator[str]:
    """The report in pieces of about a case."""
    unheard = {each.rule.id: each.why for each in scan.not_exercised}
    stamp = scan.started[:19]  # Ant's schema allows no zone and no fraction
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for number, rule in enumerate(scan.rules):
        counts = scan.findings.counts(rule)
        yield _suite(rule.id, number, stamp, counts)
        yield _properties(rule)
        yield from map(_case, scan.findings.of(rule))
        yield _ending([_said_of(rule, counts, unheard.get(rule.id))])
    if scan.problems:
        yield from _problems(scan.problems, len(scan.rules), stamp)
    yield "</testsuites>\n"


def _suite(name: str, number: int, stamp: str, counts: Mapping[str, int]) -> str:
    waived = counts.get("waived", 0)
    attributes = {
        "name": exact(name),
        "package": "groma",
        "id": number,
        "timestamp": stamp,
        "hostname": "groma",
        "tests": sum(counts.values()),
        "failures": counts.get("fail", 0),
        "errors": counts.get("unknown", 0),
        "time": 0,
    }
    return f"{_open('testsuite', attributes | ({'skipped': waived} if waived else {}))}\n"


def _properties(rule: Rule) -> str:
    pairs = [("title", rule.title), ("severity", rule.severity), ("resource", rule.resource)]
    pairs += [
        (f"control:{framework}", ", ".join(numbers)) for framework, numbers in rule.controls.items()
    ]
    lines = (_open("property", {"name": visible(name), "value": flowing(value)}, "/>\n")
             for name, value in pairs)  # fmt: skip
    return f"<properties>\n{''.join(lines)}</properties>\n"


def _case(finding: Finding) -> str:
    opening = _open(
        "testcase", {"name": _name(finding), "classname": exact(finding.rule.id), "time": 0}
    )
    match finding.outcome:
        case "fail":
            inside = _outcome("failure", finding)
        case "unknown":
            inside = _outcome("error", finding)
        case "waived":
            inside = f"<skipped>{_text(_waived(finding))}</skipped>"
        case _:
            return f"{opening[:-1]}/>\n"
    return f"{opening}{inside}</testcase>\n"


def _name(finding: Finding) -> str:
    """Account, Region, type and id: no two resources share it, whatever they are called."""
    it = finding.resource
    return f"{_place(it.account, it.region, it.type)}/{exact(it.id)}"


@lru_cache(maxsize=1_000)
def _place(*parts: str) -> str:
    return "/".join(exact(part).replace("/", r"\/") for part in parts)


def _outcome(element: str, finding: Finding) -> str:
    kind = finding.rule.severity if element == "failure" else "unknown"
    message = f"{called(finding.resource)}: {finding.message}"
    lines = [message, *map(_looked_at, finding.evidence), f"Fix: {flowing(finding.rule.fix)}"]
    opening = _open(element, {"message": visible(message), "type": kind})
    return f"{opening}{_text(lines)}</{element}>"


def _looked_at(evidence: Evidence) -> str:
    found = as_json(evidence.found)
    place = evidence.location
    at = f" ({place.uri}:{place.line or 1})" if place else ""
    return f"{evidence.value} is {found}, wanted {evidence.wanted}{at}"


def _waived(finding: Finding) -> list[str]:
    waiver = finding.waiver
    if waiver is None:
        return [finding.message]
    agreed = f"Waived until {waiver.expires} by {waiver.owner}: {waiver.reason}"
    return [agreed, finding.message]


def _said_of(rule: Rule, counts: Mapping[str, int], unheard: str | None) -> str:
    if unheard is not None:
        return f"Not exercised, which is not a pass: {unheard}"
    if not sum(counts.values()):
        return "No resource was in this rule's scope: it says nothing, which is not a pass."
    return f"Why: {flowing(rule.why)}"


def _problems(problems: Iterable[Problem], number: int, stamp: str) -> Iterator[str]:
    cases = {_problem_name(each): each.what for each in problems if each.blocks}
    notes = [f"{each.where}: {each.what}" for each in problems if not each.blocks]
    yield _suite(UNREAD, number, stamp, {"unknown": len(cases)})
    yield '<properties>\n<property name="title" value="Everything could be read"/>\n</properties>\n'
    for name, what in cases.items():
        opening = _open("testcase", {"name": name, "classname": UNREAD, "time": 0})
        error = _open("error", {"message": visible(what), "type": "unread"})
        yield f"{opening}{error}{_text([name])}</error></testcase>\n"
    yield _ending(notes)


def _problem_name(problem: Problem) -> str:
    types = f" [{', '.join(sorted(problem.types))}]" if problem.types else ""
    return exact(f"{problem.where}: {problem.what}{types}")


def _ending(lines: list[str]) -> str:
    return f"<system-out>{_text(lines)}</system-out>\n<system-err/>\n</testsuite>\n"


def _open(element: str, attributes: Mapping[str, object], end: str = ">") -> str:
    pairs = "".join(f' {name}="{escape(str(value))}"' for name, value in attributes.items())
    return f"<{element}{pairs}{end}"


def _text(lines: list[str]) -> str:
    return "\n".join(escape(visible(line)) for line in lines)
