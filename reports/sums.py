"""The table's sums: how many findings count as what, rule by rule or control by control."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reports.cells import cut, tabulated
from reports.escape import visible
from reports.grouping import counts, groups, unjudged
from reports.page import Page
from reports.subject import worst_first
from scanner.finding import Scan
from scanner.profile import Framework

SPACIOUS = 72  # cells, from which on there is room for the severity
OUTCOMES = {"fail": "Failed", "unknown": "Unknown", "waived": "Waived", "pass": "Passed"}


class _Row(NamedTuple):
    name: str
    counts: Mapping[str, int]
    severity: tuple[str, ...] = ()


def sums(scan: Scan, sheet: Page, *, by: Framework | None) -> Iterator[str]:
    """The section with a line for each rule that judged something, or for each control."""
    if by is None:
        yield from _of_rules(scan, sheet)
    else:
        yield from _of_controls(scan, sheet, by)
        yield from _unjudged(scan, sheet, by)


def _of_rules(scan: Scan, sheet: Page) -> Iterator[str]:
    unheard = {each.rule.id for each in scan.not_exercised}
    rules = [each for each in worst_first(scan.rules) if each.id not in unheard]
    severity = ["Severity"] if sheet.width >= SPACIOUS else []
    rows = [
        _Row(rule.id, scan.findings.counts(rule), (rule.severity,) if severity else ())
        for rule in rules
    ]
    yield from _table("Rules", ["Rule", *severity], rows, sheet)


def _of_controls(scan: Scan, sheet: Page, by: Framework) -> Iterator[str]:
    """A control none of whose rules judged anything has a line too: nothing is known of it."""
    rows = [_Row(group.heading, counts(scan, group)) for group in groups(scan.rules, by)]
    yield from _table(f"Controls of {visible(by.name)}", ["Control"], rows, sheet)


def _table(
    heading: str,
    headers: Sequence[str],
    rows: Sequence[_Row],
    sheet: Page,
) -> Iterator[str]:
    if not rows:
        return
    yield from ("", sheet.heading(heading), "")
    titles = [*headers, *OUTCOMES.values()]
    room = sheet.width - 2 - len("  ".join(["", *titles[1:]]))
    lines = [[cut(visible(row.name), room), *row.severity, *_numbers(row.counts)] for row in rows]
    for line in tabulated(titles, lines, right=4):
        yield f"  {line}"


def _numbers(found: Mapping[str, int]) -> Iterator[str]:
    numbers = (found.get(each, 0) for each in OUTCOMES)
    return (f"{number:,}" if number else "-" for number in numbers)


def _unjudged(scan: Scan, sheet: Page, by: Framework) -> Iterator[str]:
    """The controls that are not in the sums: nobody may take them for met."""
    left = unjudged(scan, by)
    manual = ", ".join(each.number for each in left if each.manual)
    others = ", ".join(each.number for each in left if not each.manual)
    if manual:
        said = f"Only people can tell, and `groma controls` says why: {manual}."
        yield from ("", *sheet.paragraph(said, most=12))
    if others:
        yield from ("", *sheet.paragraph(f"No rule of this scan is about {others}.", most=12))
