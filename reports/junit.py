"""JUnit XML, valid against the three published schemas: a suite for each rule, a case for each
resource. Ant's schema knows no `skipped`, so a file with a waived case differs from that one.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape

from reports.ascii_json import as_json
from reports.escape import exact, flowing, visible
from reports.junit_room import Kept, counted, room, roomy
from reports.subject import called, spot
from scanner.finding import Finding, Scan
from scanner.model import Evidence, Problem
from scanner.rule import Rule

UNREAD = "could not be read"
"""The name of the suite whose cases are the scan's problems."""


def render(scan: Scan) -> Iterator[str]:
    """The report in pieces of about a case."""
    kept = room(scan, lambda finding: len(_case(finding).encode()), _size_without_cases(scan))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for number, rule in enumerate(scan.rules):
        yield _head(scan, rule, number, kept)
        yield from map(_case, roomy(scan, rule, kept))
        yield _tail(scan, rule, kept)
    yield from _problems(scan)
    yield "</testsuites>\n"


def _size_without_cases(scan: Scan) -> int:
    """The bytes of all but the rules' cases, and some for what is said of cases left out."""
    frames = (
        len(_head(scan, rule, number, None).encode()) + len(_tail(scan, rule, None).encode()) + 200
        for number, rule in enumerate(scan.rules)
    )
    return 200 + sum(frames) + sum(len(piece.encode()) for piece in _problems(scan))


def _head(scan: Scan, rule: Rule, number: int, kept: Kept) -> str:
    return _suite(rule.id, number, scan.started, counted(scan, rule, kept)) + _properties(rule)


def _tail(scan: Scan, rule: Rule, kept: Kept) -> str:
    total = sum(scan.findings.counts(rule).values())
    left_out = total - sum(counted(scan, rule, kept).values())
    said = [_said_of(scan, rule, total)]
    if left_out:
        said.append(
            f"{left_out:,} more cases are left out, those that passed first: GitLab takes no"
            " file above 30 MB. The json format lists all."
        )
    return _ending(said)


def _suite(name: str, number: int, started: str, counts: Mapping[str, int]) -> str:
    waived = counts.get("waived", 0)
    attributes = {
        "name": exact(name),
        "package": "groma",
        "id": number,
        "timestamp": started[:19],  # Ant's schema allows no zone and no fraction
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
    """Account, Region, type and id, or stack, type and id.

    No two resources share it, whatever they are called: only a stack has a bare # behind it.
    """
    it = finding.resource
    kind = _place(it.type) if it.stack else _place(it.account, it.region, it.type)
    stack = f"{_unmarked(it.stack)}#" if it.stack else ""
    return f"{stack}{kind}/{_unmarked(it.id)}"


@lru_cache(maxsize=1_000)
def _place(*parts: str) -> str:
    return "/".join(_unmarked(part).replace("/", r"\/") for part in parts)


def _unmarked(text: str) -> str:
    return exact(text).replace("#", r"\#")


def _outcome(element: str, finding: Finding) -> str:
    kind = finding.rule.severity if element == "failure" else "unknown"
    message = f"{called(finding.resource)}: {finding.message}"
    place = finding.location
    lines = [
        message,
        *([f"At {spot(place)}"] if place and place.line else []),
        *map(_looked_at, finding.evidence),
        *(f"See {each.what} ({spot(each.location)})" for each in finding.related),
        f"Fix: {flowing(finding.rule.fix)}",
    ]
    opening = _open(element, {"message": visible(message), "type": kind})
    return f"{opening}{_text(lines)}</{element}>"


def _looked_at(evidence: Evidence) -> str:
    found = as_json(evidence.found)
    place = evidence.location
    at = f" ({spot(place)})" if place else ""
    return f"{evidence.value} is {found}, wanted {evidence.wanted}{at}"


def _waived(finding: Finding) -> list[str]:
    waiver = finding.waiver
    if waiver is None:
        return [finding.message]
    agreed = f"Waived until {waiver.expires} by {waiver.owner}: {waiver.reason}"
    return [agreed, finding.message]


def _said_of(scan: Scan, rule: Rule, total: int) -> str:
    for each in scan.not_exercised:
        if each.rule.id == rule.id:
            return f"Not exercised, which is not a pass: {each.why}"
    if not total:
        return "No resource was in this rule's scope: it says nothing, which is not a pass."
    return f"Why: {flowing(rule.why)}"


def _problems(scan: Scan) -> Iterator[str]:
    if not scan.problems:
        return
    cases = {_problem_name(each): each.what for each in scan.problems if each.blocks}
    notes = [f"{each.where}: {each.what}" for each in scan.problems if not each.blocks]
    yield _suite(UNREAD, len(scan.rules), scan.started, {"unknown": len(cases)})
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
