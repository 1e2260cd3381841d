"""Workflow commands that GitHub Actions turns into annotations: the worst that it keeps.

Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from reports.artifact import PLAIN_TREE, artifact_path
from reports.escape import bounded, flowing, visible
from reports.subject import concerned, graded, sentence, worst_first, written_at
from reports.tally import numbered, tally
from scanner.finding import Finding, Scan
from scanner.model import Location, Problem
from scanner.rule import Rule
from scanner.tree import Tree

MOST: Final = 10
"""Of each level GitHub keeps 10 annotations a step, and 50 of all a job.

Source: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md, limitations.
"""
MAX_TITLE: Final = 255  # characters that the API for check runs takes
MAX_MESSAGE: Final = 4_000  # characters; the runner cuts at 4,096
LEVELS: Final = {"critical": "error", "high": "error", "medium": "warning"}


def render(scan: Scan, *, tree: Tree | None = None) -> Iterator[str]:
    """The commands, a line each; paths become relative to the root of `tree`."""
    tree = tree or PLAIN_TREE
    totals = _totals(scan)
    rooms = _rooms(totals)
    for level, room in rooms.items():
        yield from islice(_commands(scan, level, tree), room)
    more = sum(max(0, total - rooms[level]) for level, total in totals.items())
    if more:
        yield _rest(scan, more)


def _rooms(totals: dict[str, int]) -> dict[str, int]:
    """How many annotations of each level there are: one less where a last notice is needed."""
    cut = any(total > MOST for total in totals.values())
    return {"error": MOST, "warning": MOST, "notice": MOST - cut}


def _totals(scan: Scan) -> dict[str, int]:
    """How many annotations of each level there would be without a limit."""
    totals = {"error": 0, "warning": sum(each.blocks for each in scan.problems), "notice": 0}
    for rule in scan.rules:
        counts = scan.findings.counts(rule)
        totals[_level(rule)] += counts.get("fail", 0)
        totals["warning"] += counts.get("unknown", 0)
    return totals


def _level(rule: Rule) -> str:
    return LEVELS.get(rule.severity, "notice")


def _commands(scan: Scan, level: str, tree: Tree) -> Iterator[str]:
    """All of a level: what failed, what could not be read, what could not be decided."""
    for rule in worst_first(scan.rules):
        if _level(rule) == level:
            for finding in scan.findings.of(rule, frozenset({"fail"})):
                yield _command(level, _place(finding.location, tree), *_texts(finding))
    if level == "warning":
        for problem in scan.problems:
            if problem.blocks:
                place = _place(written_at(problem), tree)
                yield _command(level, place, "Could not be read", _unread(problem))
        for finding in graded(scan, "unknown"):
            yield _command(level, _place(finding.location, tree), *_texts(finding))


def _texts(finding: Finding) -> tuple[str, str]:
    rule = finding.rule
    title = f"{rule.severity.upper()} {rule.id}: {flowing(rule.title)}"
    fix = f" Fix: {flowing(rule.fix)}" if finding.outcome == "fail" else ""
    return title, f"{bounded(sentence(finding), MAX_MESSAGE // 2)}{fix}"


def _unread(problem: Problem) -> str:
    types = concerned(problem)
    return f"{problem.where}: {problem.what}{types}"


def _rest(scan: Scan, more: int) -> str:
    text = (
        f"{numbered(more, 'annotation')} more than GitHub keeps. In all: {', '.join(tally(scan))}."
    )
    return _command("notice", {}, "Groma found more", text)


def _place(location: Location | None, tree: Tree) -> dict[str, str | int]:
    """The file and the region in it; columns only within one line, as GitHub wants them."""
    if location is None or "://" in location.uri:
        return {}
    found: dict[str, str | int] = {"file": artifact_path(location.uri, tree)}
    if not location.line:
        return found
    line, column = location.line, location.column
    end_line, end_column = location.end_line or line, location.end_column
    found |= {"line": line, "endLine": max(line, end_line)}
    if column and end_line == line:
        found["col"] = column
        if end_column and end_column >= column:
            found["endColumn"] = end_column
    return found


def _command(level: str, place: dict[str, str | int], title: str, message: str) -> str:
    properties = place | {"title": bounded(visible(bounded(title, MAX_TITLE)), MAX_TITLE)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    shown = bounded(visible(bounded(message, MAX_MESSAGE)), MAX_MESSAGE)
    return f"::{level} {written}::{_data(shown)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str | int) -> str:
    return _data(visible(str(value))).replace(":", "%3A").replace(",", "%2C")
