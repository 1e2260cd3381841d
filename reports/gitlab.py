"""GitLab's Code Quality report: what failed, what could not be read and what nobody could decide.

Its parser takes nothing of what follows an entry that lacks a field, so each has all of them.
Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from reports.artifact import PLAIN_TREE, artifact_path
from reports.ascii_json import as_json
from reports.escape import remark
from reports.subject import graded, sentence, standing, written_at
from scanner.finding import Finding, Scan
from scanner.model import Location, Problem
from scanner.tree import Tree

SEVERITIES: Final = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "info": "info",
}
OPEN: Final = "major"
"""The severity of what is not known."""
UNREAD: Final = "could-not-be-read"
"""The name of the check that stands for the scan's problems."""
MAX_TEXT: Final = 1_000  # characters of a description


def render(scan: Scan, *, tree: Tree | None = None) -> Iterator[str]:
    """The report in pieces of an entry; paths become relative to the root of `tree`."""
    before = "[\n"
    for entry in _entries(scan, tree or PLAIN_TREE):
        yield before + as_json(entry)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _entries(scan: Scan, tree: Tree) -> Iterator[dict[str, Any]]:
    """What failed, what could not be read, what could not be decided; each from the worst."""
    for finding in graded(scan, "fail"):
        yield _finding(finding, scan, tree)
    problems = {_fingerprint(each): each for each in scan.problems if each.blocks}
    for fingerprint, problem in problems.items():
        yield _problem(problem, fingerprint, tree)
    for finding in graded(scan, "unknown"):
        yield _finding(finding, scan, tree)


def _finding(finding: Finding, scan: Scan, tree: Tree) -> dict[str, Any]:
    unknown = finding.outcome == "unknown"
    return {
        "description": remark(sentence(finding), MAX_TEXT),
        "check_name": finding.rule.id,
        "fingerprint": finding.fingerprint,
        "severity": OPEN if unknown else SEVERITIES[finding.rule.severity],
        "location": _location(standing(finding, scan), tree),
    }


def _problem(problem: Problem, fingerprint: str, tree: Tree) -> dict[str, Any]:
    return {
        "description": remark(f"{problem.where} could not be read: {problem.what}", MAX_TEXT),
        "check_name": UNREAD,
        "fingerprint": fingerprint,
        "severity": OPEN,
        "location": _location(written_at(problem), tree),
    }


def _fingerprint(problem: Problem) -> str:
    parts = (UNREAD, problem.where, problem.what, sorted(problem.types))
    return hashlib.sha256(ascii(parts).encode()).hexdigest()[:32]


def _location(place: Location, tree: Tree) -> dict[str, Any]:
    return {
        "path": artifact_path(place.uri, tree),
        "lines": {"begin": max(place.line or 1, 1)},
    }
