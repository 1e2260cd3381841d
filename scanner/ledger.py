"""The findings of a scan, written down as they come and read back rule by rule."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from scanner.finding import Finding
from scanner.model import Evidence, Fix, Location, Related, Resource, Verdict, Waiver
from scanner.rule import Rule
from scanner.spool import Spool

NOTHING: Mapping[str, int] = MappingProxyType({})
IN_MEMORY = 8 << 20  # bytes, before the ledger goes to disk


class _Record(msgspec.Struct, array_like=True, gc=False):
    """A finding without its rule."""

    resource: Resource
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    message: str
    location: Location | None
    waiver: Waiver | None
    related: tuple[Related, ...]
    fix: Fix | None
    extent: Location | None


class Ledger:
    """Findings in the order of rules' ids, and for each rule in the order in which they came.

    `listed` says how many of a rule's findings the reports list at most, by what they count as;
    those beyond are only counted. What is not in it is listed wholly.
    """

    def __init__(self, rules: Sequence[Rule], listed: Mapping[str, int] = NOTHING) -> None:
        self._listed = listed
        self._rules = sorted(rules, key=lambda rule: rule.id)
        self._counts: dict[str, Counter[str]] = {rule.id: Counter() for rule in rules}
        self._places: dict[tuple[str, str], array[int]] = {}
        self._spool = Spool(IN_MEMORY)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(_Record).decode

    def list_more(self, listed: Mapping[str, int]) -> None:
        """Take that reports list, from now on, as `listed` says."""
        self._listed = listed

    def spare(self, rule: Rule, verdict: Verdict) -> bool:
        """Whether no report will list another finding of this verdict; if so it is counted."""
        if not self.is_spare(rule, verdict):
            return False
        self._counts[rule.id][verdict] += 1
        return True

    def is_spare(self, rule: Rule, verdict: Verdict, waiting: int = 0) -> bool:
        """Whether no report will list another finding of this verdict.

        `waiting` findings of it were made that are yet to be written down.
        """
        most = self._listed.get(verdict)
        return most is not None and self._counts[rule.id][verdict] + waiting >= most

    def count(self, rule_id: str, verdict: Verdict, number: int) -> None:
        """Count so many findings that no report will list."""
        self._counts[rule_id][verdict] += number

    def add(self, finding: Finding) -> None:
        """Write a finding down."""
        outcome = finding.outcome
        self._counts[finding.rule.id][outcome] += 1
        data = self._encode(
            _Record(
                finding.resource,
                finding.verdict,
                finding.evidence,
                finding.message,
                finding.location,
                finding.waiver,
                finding.related,
                finding.fix,
                finding.extent,
            )
        )
        key = (finding.rule.id, outcome)
        if key not in self._places:
            self._places[key] = array("Q")
        self._places[key].extend((self._spool.add(data), len(data)))

    def __iter__(self) -> Iterator[Finding]:
        """Every finding that was kept."""
        for rule in self._rules:
            yield from self.of(rule)

    def of(self, rule: Rule, outcomes: frozenset[str] | None = None) -> Iterator[Finding]:
        """One rule's findings; with `outcomes` only those that count as one of them."""
        places: list[tuple[int, int]] = []
        for (rule_id, outcome), numbers in self._places.items():
            if rule_id == rule.id and (outcomes is None or outcome in outcomes):
                places += zip(numbers[::2], numbers[1::2], strict=True)
        for offset, length in sorted(places):
            record = self._decode(self._spool.read(offset, length))
            yield Finding(
                rule,
                record.resource,
                record.verdict,
                record.evidence,
                record.message,
                record.location,
                record.waiver,
                record.related,
                record.fix,
                record.extent,
            )

    def counts(self, rule: Rule) -> Mapping[str, int]:
        """How many of one rule's findings count as pass, fail, unknown, waived."""
        return self._counts.get(rule.id, NOTHING)

    def close(self) -> None:
        """Drop everything."""
        self._spool.close()
