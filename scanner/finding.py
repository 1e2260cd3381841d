"""A finding, and the scan that reports render."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from scanner.model import (
    Evidence,
    Fix,
    Location,
    Problem,
    Related,
    Resource,
    SourceUse,
    Verdict,
    Waiver,
)
from scanner.rule import Rule

if TYPE_CHECKING:
    from scanner.attribution.attribution import Attribution


class Finding(msgspec.Struct, frozen=True):
    """What one rule says of one resource. A waived finding stays a fail that does not count."""

    rule: Rule
    resource: Resource
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    message: str = ""  # one sentence
    location: Location | None = None  # of the value at fault, else of the resource
    waiver: Waiver | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    extent: Location | None = None  # all that is written of the resource, where a file declares it
    attribution: "Attribution | None" = None  # who made it so, where somebody asked
    author: str = ""  # the same in a sentence or two

    @property
    def told(self) -> str:
        """The finding in a sentence, and who made it so if somebody asked."""
        return f"{self.message.rstrip('.')}. {self.author}" if self.author else self.message

    @property
    def fingerprint(self) -> str:
        """Thirty-two hex digits that stay the same wherever and whenever the finding is made."""
        it = self.resource
        place = (it.stack,) if it.stack else (it.account, it.region)
        parts = (self.rule.id, *place, it.type, it.id)
        import hashlib  # few formats want it

        return hashlib.sha256(ascii(parts).encode()).hexdigest()[:32]

    @property
    def outcome(self) -> str:
        """`pass`, `fail`, `unknown` or `waived`: what the finding counts as."""
        return "waived" if self.waiver else self.verdict.value


class NotExercised(Struct, frozen=True):
    """A rule that judged nothing, and why: it is not a pass."""

    rule: Rule
    why: str


class Findings(Protocol):
    """The findings of a scan, ordered by rule id, account, Region, type and resource id.

    They may lie on disk: iterate as often as needed, keep none that is not needed.
    """

    def __iter__(self) -> Iterator[Finding]:
        """Every finding."""
        ...

    def of(self, rule: Rule, outcomes: frozenset[str] | None = None) -> Iterator[Finding]:
        """One rule's findings; with `outcomes` only those that count as one of them."""
        ...

    def counts(self, rule: Rule) -> Mapping[str, int]:
        """How many of one rule's findings count as pass, fail, unknown, waived."""
        ...


class Scan(Struct, frozen=True):
    """Everything a report can say. `started` and `finished` are ISO-8601 UTC times."""

    started: str
    finished: str
    sources: tuple[SourceUse, ...]
    rules: tuple[Rule, ...]  # by id
    findings: Findings
    problems: tuple[Problem, ...]
    not_exercised: Sequence[NotExercised]
    profile: str = ""  # what chose the rules, "" if they were named one by one

    @property
    def counts(self) -> dict[str, int]:
        """How many findings count as pass, fail, unknown and waived, in that order."""
        total = dict.fromkeys(("pass", "fail", "unknown", "waived"), 0)
        for rule in self.rules:
            for outcome, number in self.findings.counts(rule).items():
                total[outcome] += number
        return total

    @property
    def incomplete(self) -> bool:
        """Whether something could not be read or decided."""
        return bool(self.counts["unknown"]) or any(each.blocks for each in self.problems)
