"""A pull request's summary in Markdown: the verdict, what failed by severity, the rest folded.

Whatever the scan met stands as code, which GitHub and GitLab take for nothing but text: no markup,
no link, nobody mentioned. A rule's own prose stands as text, letter for letter.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from reports.artifact import PLAIN_TREE, artifact_path
from reports.escape import bounded
from reports.grouping import Group, counts, groups, unjudged
from reports.markdown import addresses, code, quiet
from reports.subject import called, elsewhere, graded, spot, worst_first, written_at
from reports.tally import numbered, tally
from scanner.finding import Finding, Scan
from scanner.model import Problem
from scanner.profile import Framework
from scanner.rule import SEVERITIES, Rule
from scanner.tree import Tree

MAX_BYTES: Final = 1_000_000
"""GitHub takes no step summary above 1 MiB; of a comment it takes 65,536 characters.

Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""
FRAMES: Final = 20_000  # bytes for all that is not a row
MAX_NAME: Final = 200  # characters
MAX_TEXT: Final = 600


class _Section(Struct, frozen=True):
    """A table: what stands before it, its rows, how many there are, and what stands behind it."""

    before: str
    rows: Iterator[str]
    total: int
    behind: str = "\n"


def render(scan: Scan, *, tree: Tree | None = None, by: Framework | None = None) -> Iterator[str]:
    """The summary in pieces of a row; paths become relative to the root of `tree`.

    With `by` what failed stands under the controls of that framework, not by severity.
    Once the rows take as much as a step summary may, no more come; each table says how many.
    """
    yield f"## Groma: {_verdict(scan)}\n\n"
    yield f"{', '.join(tally(scan))}.\n\n" if tally(scan) else ""
    if scan.profile:
        yield f"Judged by the profile {code(scan.profile)}.\n\n"
    room = MAX_BYTES - FRAMES
    for section in _sections(scan, tree or PLAIN_TREE, by):
        yield section.before
        listed = 0
        for row in section.rows:
            room -= len(row.encode())
            if room < 0:
                break
            yield row
            listed += 1
        if listed < section.total:
            more = numbered(section.total - listed, "row")
            yield f"\n… and {more} for which there is no room here (the json format lists all).\n"
        yield section.behind


def _verdict(scan: Scan) -> str:
    counts = scan.counts
    total = sum(counts.values())
    if counts["fail"]:
        return f"{counts['fail']:,} of {numbered(total, 'finding')} failed"
    if not total:
        return "nothing was judged, so nothing is known to be well"
    if scan.incomplete:
        return "nothing failed, but not everything is known"
    return "nothing failed" if counts["waived"] else "everything that was judged passed"


def _sections(scan: Scan, tree: Tree, by: Framework | None) -> Iterator[_Section]:
    if by is None:
        for severity in SEVERITIES:
            rules = [each for each in worst_first(scan.rules) if each.severity == severity]
            yield from _failed(scan, tree, severity.capitalize(), rules)
    else:
        for group in groups(scan.rules, by):
            yield from _failed(scan, tree, _control(group.heading), group.rules)
        yield from _controls(scan, by)
    yield from _mending(scan)
    yield from _folded_findings(scan, tree, "unknown", "Could not be decided, which is not a pass")
    yield from _unread(scan, tree)
    yield from _folded_findings(scan, tree, "waived", "Waived")
    yield from _worth_knowing(scan)
    yield from _unheard(scan)


def _failed(scan: Scan, tree: Tree, title: str, rules: Sequence[Rule]) -> Iterator[_Section]:
    total = sum(scan.findings.counts(each).get("fail", 0) for each in rules)
    if total:
        failed = (each for rule in rules for each in scan.findings.of(rule, frozenset({"fail"})))
        heading = f"### {title}: {total:,} failed\n\n"
        table = _table("Rule", "Resource", "Where", "What was found")
        yield _Section(heading + table, (_finding(each, tree) for each in failed), total)


def _controls(scan: Scan, by: Framework) -> Iterator[_Section]:
    """What each control comes to, and those that nothing judges: nobody may take them for met."""
    judged, left = groups(scan.rules, by), unjudged(scan, by)
    sums = (_row(_control(each.heading), *_numbers(scan, each)) for each in judged)
    table = _table("Control", "Failed", "Unknown", "Waived", "Passed")
    yield from _folded(f"Controls of {quiet(by.name)}", table, sums, len(judged))
    reasons = (
        _row(_control(f"{each.number} {each.title}"), quiet(each.manual or "no rule of this scan"))
        for each in left
    )
    yield from _folded(
        "Controls that nothing here judges", _table("Control", "Why"), reasons, len(left)
    )


def _control(heading: str) -> str:
    return quiet(bounded(heading, MAX_NAME))


def _numbers(scan: Scan, group: Group) -> Iterator[str]:
    found = counts(scan, group)
    return (f"{found[each]:,}" for each in ("fail", "unknown", "waived", "pass"))


def _folded_findings(scan: Scan, tree: Tree, outcome: str, title: str) -> Iterator[_Section]:
    found = (_finding(each, tree) for each in graded(scan, outcome))
    last = "Agreed" if outcome == "waived" else "Why"
    table = _table("Rule", "Resource", "Where", last)
    yield from _folded(title, table, found, scan.counts[outcome])


def _mending(scan: Scan) -> Iterator[_Section]:
    failed = [each for each in worst_first(scan.rules) if scan.findings.counts(each).get("fail")]
    rows = (_row(_rule(rule), _fix(rule)) for rule in failed)
    yield from _folded("How to mend what failed", _table("Rule", "Fix"), rows, len(failed))


def _unread(scan: Scan, tree: Tree) -> Iterator[_Section]:
    problems = [each for each in scan.problems if each.blocks]
    rows = (
        _row(
            _code(_where(each, tree), MAX_NAME),
            _code(each.what, MAX_TEXT),
            _code(", ".join(sorted(each.types)), MAX_TEXT) if each.types else "",
        )
        for each in problems
    )
    table = _table("Where", "What", "Concerns")
    yield from _folded("Could not be read, so the scan is incomplete", table, rows, len(problems))


def _where(problem: Problem, tree: Tree) -> str:
    place = written_at(problem)
    return problem.where if "://" in place.uri else spot(place, artifact_path(place.uri, tree))


def _worth_knowing(scan: Scan) -> Iterator[_Section]:
    notes = [each for each in scan.problems if not each.blocks]
    rows = (_row(_code(each.where, MAX_NAME), _code(each.what, MAX_TEXT)) for each in notes)
    yield from _folded("Worth knowing", _table("Where", "What"), rows, len(notes))


def _unheard(scan: Scan) -> Iterator[_Section]:
    rows = (_row(_rule(each.rule), _code(each.why, MAX_TEXT)) for each in scan.not_exercised)
    title = "Not exercised: these rules judged nothing"
    yield from _folded(title, _table("Rule", "Why"), rows, len(scan.not_exercised))


def _folded(title: str, table: str, rows: Iterable[str], total: int) -> Iterator[_Section]:
    if total:
        before = f"<details><summary>{title}: {total:,}</summary>\n\n{table}"
        yield _Section(before, iter(rows), total, "\n</details>\n\n")


def _finding(finding: Finding, tree: Tree) -> str:
    return _row(
        _rule(finding.rule),
        _code(called(finding.resource), MAX_NAME),
        "<br>".join(_code(each, MAX_NAME) for each in _places(finding, tree)),
        _code(_said(finding), MAX_TEXT),
    )


def _places(finding: Finding, tree: Tree) -> Iterator[str]:
    stack, location = finding.resource.stack, finding.location
    if location and (stack or location.line):
        yield spot(location, artifact_path(location.uri, tree))
    if where := elsewhere(finding):
        yield where


def _said(finding: Finding) -> str:
    waiver = finding.waiver
    if waiver is None:
        return finding.told
    return f"{waiver.reason} ({waiver.owner}, until {waiver.expires})"


def _rule(rule: Rule) -> str:
    return f"{quiet(bounded(rule.title, MAX_NAME))}<br>{_code(rule.id, MAX_NAME)}"


def _fix(rule: Rule) -> str:
    links = (f"<{each}>" for each in addresses(rule.references) if len(each) <= MAX_NAME)
    return "<br>".join([quiet(bounded(rule.fix, MAX_TEXT)), *links])


def _code(text: str, most: int) -> str:
    return code(bounded(text, most))


def _table(*headers: str) -> str:
    return _row(*headers) + _row(*("---" for _ in headers))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"
