"""Which cases find room in a JUnit file that GitLab takes: failures before what passed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from reports.subject import graded
from scanner.finding import Finding, Scan
from scanner.rule import Rule

MAX_BYTES = 30_000_000
"""GitLab shows no JUnit file of more; its 500,000 cases a report are more than fit in.

Source: https://docs.gitlab.com/ci/testing/unit_test_reports/, file requirements.
"""
FEW = 100  # findings, of which none is so large that all together could be too much
ORDER = ("fail", "unknown", "waived", "pass")

Kept = Mapping[tuple[str, str], int] | None
"""How many of a rule's findings that count as an outcome find room; None where all of all do."""


def room(scan: Scan, size: Callable[[Finding], int], taken: int) -> Kept:
    """Which cases find room beside `taken` bytes of other text; `size` is a case's in bytes.

    Of those that do not, what passed goes first and the worst failures go last.
    """
    if sum(scan.counts.values()) <= FEW:
        return None
    kept: Counter[tuple[str, str]] = Counter()
    for finding in graded(scan, *ORDER):
        taken += size(finding)
        if taken > MAX_BYTES:
            return kept
        kept[finding.rule.id, finding.outcome] += 1
    return None


def roomy(scan: Scan, rule: Rule, kept: Kept) -> Iterator[Finding]:
    """The rule's findings that find room, in their order."""
    if kept is None:
        yield from scan.findings.of(rule)
        return
    seen: Counter[str] = Counter()
    for finding in scan.findings.of(rule):
        seen[finding.outcome] += 1
        if seen[finding.outcome] <= kept.get((rule.id, finding.outcome), 0):
            yield finding


def counted(scan: Scan, rule: Rule, kept: Kept) -> Mapping[str, int]:
    """How many of the rule's findings that find room count as what."""
    if kept is None:
        return scan.findings.counts(rule)
    return {outcome: kept.get((rule.id, outcome), 0) for outcome in ORDER}
