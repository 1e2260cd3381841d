"""The report for people: what failed with its evidence, then what nobody knows, then the sums."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from reports import LISTED
from reports.cells import cells, tabulated, wrapped
from reports.escape import flowing, visible
from reports.grouping import groups
from reports.page import Page, page
from reports.subject import called, concerned, elsewhere, spot
from reports.sums import sums
from reports.tally import numbered, tally
from scanner.finding import Finding, NotExercised, Scan
from scanner.model import Problem, SourceUse
from scanner.profile import Framework
from scanner.rule import Rule

MOST_PROBLEMS = 25
MOST_SOURCES = 5
MOST_UNHEARD = 20
SID = "GromaMissing"


def render(
    scan: Scan, *, width: int | None = None, colour: bool = False, by: Framework | None = None
) -> Iterator[str]:
    """The report in pieces of lines, at most `width` cells wide (60 to 160; 80 if None).

    With `by` what failed stands under the controls of that framework, and the sums are theirs.
    """
    sheet = page(width, colour)
    failed, undecided = partial(_failed, by=by), partial(_undecided, by=by)
    sections = (_read, failed, undecided, _unread, partial(sums, by=by), _unheard, _total, _missing)
    for section in sections:
        for line in section(scan, sheet):
            yield f"{line}\n"


def _read(scan: Scan, sheet: Page) -> Iterator[str]:
    for source in scan.sources[:MOST_SOURCES]:
        yield from sheet.paragraph(_use(source), indent=0)
    if len(scan.sources) > MOST_SOURCES:
        yield f"… and {len(scan.sources) - MOST_SOURCES:,} more sources"
    if scan.profile:
        said = f"Judged by the profile {scan.profile}: {numbered(len(scan.rules), 'rule')}."
        yield from sheet.paragraph(said, indent=0)


def _use(source: SourceUse) -> str:
    counts = [numbered(source.files, "file")] if source.files else []
    counts += [numbered(source.items, "item")]
    counts += [f"{source.passed_over:,} passed over"] if source.passed_over else []
    return f"Read {source.where} ({source.name}): {', '.join(counts)}."


def _failed(scan: Scan, sheet: Page, *, by: Framework | None) -> Iterator[str]:
    yield from _outcome(scan, sheet, "fail", "Failed", by)


def _undecided(scan: Scan, sheet: Page, *, by: Framework | None) -> Iterator[str]:
    heading = "Could not be decided, which is not a pass"
    yield from _outcome(scan, sheet, "unknown", heading, by)


def _outcome(
    scan: Scan, sheet: Page, outcome: str, heading: str, by: Framework | None
) -> Iterator[str]:
    said: dict[str, str] = {}  # by rule the control below which it stands already
    for group in groups(scan.rules, by):
        rules = [each for each in group.rules if scan.findings.counts(each).get(outcome)]
        if rules and not said:
            yield from ("", sheet.heading(heading))
        if rules and by:
            yield ""
            yield from (
                sheet.painted(f"{line}", "bold")
                for line in sheet.paragraph(f"{group.heading}", indent=0)
            )
        for rule in rules:
            if rule.id in said:
                again = f"{rule.id}: see {said[rule.id]}, where it stands already"
                yield from ("", *sheet.paragraph(again))
                continue
            said[rule.id] = group.control
            yield ""
            yield from _rule(scan, rule, sheet, outcome)


def _rule(scan: Scan, rule: Rule, sheet: Page, outcome: str) -> Iterator[str]:
    counts = scan.findings.counts(rule)
    listed = list(islice(scan.findings.of(rule, frozenset({outcome})), LISTED["table"][outcome]))
    more = counts[outcome] - len(listed)
    same = _shared(listed)
    failed = outcome == "fail"
    number = f"{counts[outcome]:,} of {sum(counts.values()):,}"
    yield from _title(rule, sheet)
    facts = (
        rule.id,
        f"{number} {'failed' if failed else 'could not be decided'}",
        *([] if more else same),
    )
    yield from sheet.paragraph(" · ".join(facts), most=3)
    if failed:
        yield from sheet.paragraph(flowing(rule.why), most=3)
    yield ""
    if more and same:
        yield from sheet.paragraph(" · ".join([f"The first {len(listed)}", *same]))
        yield ""
    yield from _resources(listed, same, sheet, "What was found" if failed else "Why")
    if more:
        yield f"  … and {more:,} more (--format json lists all)"
    if failed:
        yield ""
        yield from sheet.paragraph(flowing(rule.fix), lead="Fix: ", most=6)


def _title(rule: Rule, sheet: Page) -> Iterator[str]:
    lead = f"{rule.severity.upper()}  "
    first, *others = sheet.paragraph(flowing(rule.title), indent=0, lead=lead, most=3)
    severity, title = first[: len(lead) - 2], first[len(lead) :]
    yield f"{sheet.painted(severity, rule.severity)}  {sheet.painted(title, 'bold')}"
    yield from (sheet.painted(line, "bold") for line in others)


def _shared(findings: Sequence[Finding]) -> list[str]:
    """The places that all these findings share: said once, not in every row."""
    others = [_places(each) for each in findings]
    return [place for place in others[0] if all(place in each for each in others)]


def _places(finding: Finding) -> list[str]:
    places, location = [elsewhere(finding)], finding.location
    if location and finding.resource.stack:
        places.insert(0, spot(location))
    elif location and location.line:  # a recording as a whole says nothing about the resource
        places.append(f"{location.uri}:{location.line}")
    return [place for place in places if place]


def _resources(
    findings: Sequence[Finding], same: Sequence[str], sheet: Page, found: str
) -> Iterator[str]:
    named = [
        [called(each.resource), *(place for place in _places(each) if place not in same)]
        for each in findings
    ]
    room = sheet.width - 4  # the indent, and the gap between the columns
    longest = max(cells(visible(text)) for texts in named for text in texts)
    left = max(min(longest, room * 2 // 5), len("Resource"))
    rows = [
        (_lines(texts, left), _said(finding, room - left))
        for texts, finding in zip(named, findings, strict=True)
    ]
    for line in tabulated(("Resource", found), rows):
        yield f"  {line}"


def _said(finding: Finding, width: int) -> str:
    """What was found, and who made it so: in full, as the event's id stands last."""
    said = _lines([finding.message], width), _lines([finding.author], width, most=12)
    return "\n".join(filter(None, said))


def _lines(texts: Sequence[str], width: int, most: int = 4) -> str:
    shown = (text for text in texts if text)
    return "\n".join(line for text in shown for line in wrapped(visible(text), width, most))


def _unread(scan: Scan, sheet: Page) -> Iterator[str]:
    blocking = [each for each in scan.problems if each.blocks]
    others = [each for each in scan.problems if not each.blocks and not each.permission]
    yield from _problems(blocking, sheet, "Could not be read, so the scan is incomplete")
    yield from _problems(others, sheet, "Worth knowing")


def _problems(problems: Sequence[Problem], sheet: Page, heading: str) -> Iterator[str]:
    if problems:
        yield from ("", sheet.heading(heading), "")
    for problem in problems[:MOST_PROBLEMS]:
        types = concerned(problem)
        yield from sheet.paragraph(f"{problem.where}: {problem.what}{types}")
    if len(problems) > MOST_PROBLEMS:
        yield f"  … and {len(problems) - MOST_PROBLEMS:,} more (--format json lists all)"


def _unheard(scan: Scan, sheet: Page) -> Iterator[str]:
    if scan.not_exercised:
        yield from ("", sheet.heading("Not exercised: these rules judged nothing"), "")
    for said in _unheard_told(scan.not_exercised):
        yield from sheet.paragraph(said, most=12)


def _unheard_told(idle: Sequence[NotExercised]) -> Iterator[str]:
    """By reason the rules; where there are many, of types that are not there only how many."""
    many = len(idle) > MOST_UNHEARD
    told: dict[str, Counter[str]] = {}
    for each in idle:
        kind = each.rule.resource
        absent = many and each.why.endswith(f" {kind}")
        why = each.why.removesuffix(f" {kind}") if absent else f"{each.why.rstrip('.')}:"
        told.setdefault(why, Counter())[kind if absent else each.rule.id] += 1
    for why, counted in told.items():
        listed = [f"{name} ({numbered(n, 'rule')})" for name, n in counted.items()]
        yield f"{why} {', '.join(counted if why.endswith(':') else listed)}"


def _total(scan: Scan, sheet: Page) -> Iterator[str]:
    counts = scan.counts
    open_ends = scan.incomplete or scan.not_exercised or not sum(counts.values())
    style = "bad" if counts["fail"] else "open" if open_ends else "good"
    yield ""
    yield from (sheet.painted(line, style) for line in sheet.paragraph(_totals(scan), indent=0))
    for number, advice in enumerate(_advice(scan)):
        yield from sheet.paragraph(advice, indent=0, lead="Also: " if number else "Next: ")


def _totals(scan: Scan) -> str:
    counts = scan.counts
    said = tally(scan)
    if not sum(counts.values()):
        return "; ".join(["No resource was judged, so nothing is known to be well", *said]) + "."
    if set(said) == {f"{counts['pass']:,} passed"}:
        return f"Everything that was judged passed: {numbered(counts['pass'], 'finding')}."
    return f"{', '.join(said)}."


def _advice(scan: Scan) -> Iterator[str]:
    counts = scan.counts
    if counts["fail"]:
        yield "mend what failed, from the top; `groma rules RULE` explains a rule."
        yield "what is agreed to stay as it is goes into a waiver file (--waivers FILE)."
    if scan.incomplete:
        yield "give the scan what it could not read or decide, as said above, and scan again."


def _missing(scan: Scan, sheet: Page) -> Iterator[str]:
    """The permissions that AWS refused, as a statement that fits into a policy."""
    actions = sorted({each.permission for each in scan.problems if each.permission})
    if actions:
        said = f"AWS refused {numbered(len(actions), 'permission')}; this lets the next scan read:"
        statement = {"Sid": SID, "Effect": "Allow", "Action": actions, "Resource": "*"}
        yield from ("", *sheet.paragraph(said, indent=0), "")
        yield json.dumps(statement, indent=2)  # not wrapped: it is to be pasted
