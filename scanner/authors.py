"""Who made what fails so: asked of CloudTrail's events once everything has been judged."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from scanner.at_fault import AtFault
from scanner.attribution.attribution import Attribution
from scanner.attribution.change import Change
from scanner.attribution.culprit import ALL, Culprit, culprit, wanted
from scanner.attribution.histories import Histories
from scanner.event import EVENT, Log
from scanner.finding import Finding, Findings
from scanner.inventory.inventory import ACCOUNT, REGION
from scanner.model import Given, Needs, Problem, Resource, SourceUse
from scanner.recall import Unknown
from scanner.rule import Rule

TOLD: Final = 3
"""So many events of a finding stand in its sentence."""
_PLACES: Final = frozenset({ACCOUNT, REGION})

Reading = Callable[[frozenset[str], bool, Unknown], Iterable[Given]]
"""Reads the events that may name resources by these names, or all events; see `recalled`."""


class Authors:
    """The authors of a scan's failures: hears of these, then reads, then adds them."""

    def __init__(self, reading: Reading, since: str = "", until: str = "") -> None:
        """Only events from `since` to `until` count."""
        self._reading = reading
        self._since, self._until = since, until
        self._culprits: dict[str, list[Culprit]] = {}
        self._known: Mapping[str, Attribution] = {}
        self.problems: list[Problem] = []
        self.sources: list[SourceUse] = []

    @staticmethod
    def needing(needs: Needs) -> Needs:
        """The same needs, with what tells the author of a resource's faults beside the faults."""
        fields = {
            kind: None if names is None else names | wanted(kind)
            for kind, names in needs.fields.items()
        }
        return replace(needs, fields=fields)

    def blame(self, finding: Finding, at_fault: Sequence[AtFault]) -> None:
        """Take note of a finding that fails, and of what is at fault."""
        self._culprits[finding.fingerprint] = culprits(finding, at_fault)

    def read(self) -> None:
        """Read the events, if there is anything to ask of them."""
        if not self._culprits:
            return
        histories = Histories(self._culprits, self._since, self._until)
        asked = [each for of in self._culprits.values() for each in of]
        names = frozenset(name for each in asked for name in (*each.called, each.vpc) if name)
        everything = not all(each.called or each.vpc for each in asked)
        for given in self._reading(names, everything, lambda: histories.sessions_unknown):
            if isinstance(given, Log):
                histories.add(given)
            elif isinstance(given, Problem):
                self.problems.append(given)
            elif isinstance(given, SourceUse):
                self.sources.append(given)
        self._known = {key: histories.attribution(key) for key in self._culprits}

    def over(self, findings: Findings) -> Findings:
        """The findings with their authors."""
        return _Attributed(findings, self._known)


class _Attributed:
    """Findings whose sentences tell who made them so, where that was asked."""

    def __init__(self, findings: Findings, known: Mapping[str, Attribution]) -> None:
        self._findings = findings
        self._known = known

    def __iter__(self) -> Iterator[Finding]:
        return map(self._with, self._findings)

    def of(self, rule: Rule, outcomes: frozenset[str] | None = None) -> Iterator[Finding]:
        """One rule's findings; with `outcomes` only those that count as one of them."""
        return map(self._with, self._findings.of(rule, outcomes))

    def counts(self, rule: Rule) -> Mapping[str, int]:
        """How many of one rule's findings count as pass, fail, unknown, waived."""
        return self._findings.counts(rule)

    def _with(self, finding: Finding) -> Finding:
        found = self._known.get(finding.fingerprint) if self._known else None
        if found is None:
            return finding
        return replace(finding, attribution=found, author=sentence(found))


def culprits(finding: Finding, at_fault: Sequence[AtFault]) -> list[Culprit]:
    """The resources at fault, each with the paths to its values that are.

    Where an account or a Region lacks something, that is what somebody took away.
    """
    by_document: dict[int, list[AtFault]] = {}
    for each in at_fault:
        by_document.setdefault(id(each.document), []).append(each)
    found = [
        _culprit(several) for several in by_document.values() if several[0].item.type not in _PLACES
    ]
    if found or finding.resource.type == EVENT:
        return found
    return [_missing(join.type, finding.resource) for join in finding.rule.join]


def _culprit(several: Sequence[AtFault]) -> Culprit:
    """One resource with all that is at fault in it."""
    item, document, *_ = several[0]
    there = (each.path for each in several if not each.lacking)
    lacking = ((each.path, each.lacking) for each in several if each.lacking)
    return culprit(document, there, item.captured, lacking)


def _missing(kind: str, place: Resource) -> Culprit:
    region = "" if place.type == ACCOUNT else place.region
    return Culprit(kind, ALL, account=place.account, region=region)


def sentence(found: Attribution) -> str:
    """Who made a finding so, in a sentence or two."""
    told = "; ".join(map(_told, found.changes[:TOLD]))
    more = f"; and {len(found.changes) - TOLD} more" if len(found.changes) > TOLD else ""
    why = f" ({found.why})" if found.why else ""
    if not found.changes:
        return f"Who made it so is not known: {found.why}."
    return f"{'Made so' if found.sure else 'Perhaps made so'} by {told}{more}{why}."


def _told(change: Change) -> str:
    origin = f" from {change.address}" if change.address else ""
    event = f", event {change.id}" if change.id else ""
    return f"{change.who}: {change.event} at {change.time}{origin}{event}"
