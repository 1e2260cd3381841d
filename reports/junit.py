"""JUnit XML, valid against the three published schemas: a suite for each rule or control, a case
for each resource. Ant's schema knows no `skipped`, so a file with a waived case differs.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape

from reports.ascii_json import as_json
from reports.escape import exact, flowing, visible
from reports.junit_room import Kept, counted, room, roomy
from reports.junit_suites import Suite, suites
from reports.subject import called, spot
from scanner.finding import Finding, Scan
from scanner.model import Evidence, Problem
from scanner.profile import Framework
from scanner.rule import Rule

UNREAD = "could not be read"
"""The name of the suite whose cases are the scan's problems."""


def render(scan: Scan, *, by: Framework | None = None) -> Iterator[str]:
    """The report in pieces of about a case; with `by` there is a suite for each control.

    A rule's cases then stand in the suite of each control that it serves.
    """
    of = suites(scan, by)
    kept = room(scan, _sizes(of), _size_without_cases(scan, of))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for number, suite in enumerate(of):
        yield _head(scan, suite, number, kept)
        for rule in suite.rules:
            yield from (_case(each, suite.prefix) for each in roomy(scan, rule, kept))
        yield _tail(scan, suite, kept)
    yield from _problems(scan, len(of))
    yield "</testsuites>\n"


def _sizes(of: Sequence[Suite]) -> Callable[[Finding], int]:
    """What tells how many bytes a finding takes in all suites together."""
    prefixes: dict[str, list[str]] = {}
    for suite in of:
        for rule in suite.rules:
            prefixes.setdefault(rule.id, []).append(suite.prefix)

    def size(finding: Finding) -> int:
        longest = max(prefixes[finding.rule.id], key=len)
        return len(prefixes[finding.rule.id]) * len(_case(finding, longest).encode())

    return size


def _size_without_cases(scan: Scan, of: Sequence[Suite]) -> int:
    """The bytes of all but the rules' cases, and some for what is said of cases left out."""
    frames = (
        len(_head(scan, suite, number, None).encode())
        + len(_tail(scan, suite, None).encode())
        + 200 * len(suite.rules)
        for number, suite in enumerate(of)
    )
    problems = _problems(scan, len(of))
    return 200 + sum(frames) + sum(len(piece.encode()) for piece in problems)


def _head(scan: Scan, suite: Suite, number: int, kept: Kept) -> str:
    held: Counter[str] = Counter()
    for rule in suite.rules:
        held.update(counted(scan, rule, kept))
    return _opening(suite.name, number, scan.started, held) + _written(scan, suite)


def _written(scan: Scan, suite: Suite) -> str:
    pairs = [*suite.properties, *([("profile", scan.profile)] if scan.profile else [])]
    lines = (
        _open("property", {"name": visible(name), "value": flowing(value)}, "/>\n")
        for name, value in pairs
    )
    return f"<properties>\n{''.join(lines)}</properties>\n"


def _tail(scan: Scan, suite: Suite, kept: Kept) -> str:
    said: list[str] = []
    for rule in suite.rules:
        told = _told(scan, rule, kept)
        said += [f"{rule.id}: {each}" for each in told] if suite.prefix else told
    return _ending(said)


def _told(scan: Scan, rule: Rule, kept: Kept) -> list[str]:
    total = sum(scan.findings.counts(rule).values())
    left_out = total - sum(counted(scan, rule, kept).values())
    said = [_said_of(scan, rule, total)]
    if left_out:
        said.append(
            f"{left_out:,} more cases are left out, those that passed first: GitLab takes no"
            " file above 30 MB. The json format lists all."
        )
    return said


def _opening(name: str, number: int, started: str, counts: Mapping[str, int]) -> str:
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


def _case(finding: Finding, prefix: str) -> str:
    of = exact(f"{prefix}{finding.rule.id}")
    opening = _open("testcase", {"name": _name(finding), "classname": of, "time": 0})
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
    message = f"{called(finding.resource)}: {finding.told}"
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
        return [finding.told]
    agreed = f"Waived until {waiver.expires} by {waiver.owner}: {waiver.reason}"
    return [agreed, finding.told]


def _said_of(scan: Scan, rule: Rule, total: int) -> str:
    for each in scan.not_exercised:
        if each.rule.id == rule.id:
            return f"Not exercised, which is not a pass: {each.why}"
    if not total:
        return "No resource was in this rule's scope: it says nothing, which is not a pass."
    return f"Why: {flowing(rule.why)}"


def _problems(scan: Scan, number: int) -> Iterator[str]:
    if not scan.problems:
        return
    cases = {_problem_name(each): each.what for each in scan.problems if each.blocks}
    notes = [f"{each.where}: {each.what}" for each in scan.problems if not each.blocks]
    yield _opening(UNREAD, number, scan.started, {"unknown": len(cases)})
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
