"""Findings about events, put down as these are read, until all else that is judged has been."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from scanner.event import Log
from scanner.finding import Finding
from scanner.ledger import Ledger
from scanner.model import Problem, Verdict
from scanner.rule import Rule

if TYPE_CHECKING:
    from scanner.watch.watching import Watch


class EventFindings:
    """What some rules say of the events that a scan meets; close it to drop everything."""

    def __init__(
        self,
        rules: Sequence[Rule],
        whole: Ledger,
        now: str,
        since: str,
        until: str,
    ) -> None:
        """`whole` is the ledger of the scan, for what is only counted; times as `Watch` has them.

        Raises UserError for a parameter that is no length or number, even if no event comes.
        """
        if any(rule.together for rule in rules):
            from scanner.watch.together import check

            for rule in rules:
                check(rule)
        self._rules = rules
        self._whole = whole
        self._spared: dict[tuple[str, Verdict], int] = {}
        self._when = (now, since, until)
        self._watch: Watch | None = None
        self._ledger: Ledger | None = None

    def add(self, log: Log) -> None:
        """Judge the events of a log."""
        if self._watch is None or self._ledger is None:
            from scanner.watch.watching import Watch  # few scans read events

            now, since, until = self._when
            self._watch = Watch(self._rules, now, since=since, until=until)
            self._ledger = Ledger(self._rules)
        for finding in self._watch.findings(log, self._spare):
            self._ledger.add(finding)

    def _spare(self, rule: Rule, verdict: Verdict) -> bool:
        key = (rule.id, verdict)
        if key in self._spared:  # once one is, so are all that follow
            self._spared[key] += 1
            return True
        if self._asked(rule, verdict):
            self._spared[key] = 1
            return True
        return False

    def _asked(self, rule: Rule, verdict: Verdict) -> bool:
        made = self._ledger.counts(rule).get(verdict, 0) if self._ledger is not None else 0
        return self._whole.is_spare(rule, verdict, made)

    @property
    def records(self) -> int:
        """How many events were met."""
        return self._watch.records if self._watch is not None else 0

    @property
    def problems(self) -> Sequence[Problem]:
        """What of them could not be read."""
        return self._watch.problems if self._watch is not None else ()

    @property
    def keyless(self) -> Mapping[str, int]:
        """By rule how many events were in its scope and had nothing to put them together by."""
        return self._watch.keyless if self._watch is not None else {}

    def findings(self) -> Iterator[Finding]:
        """The findings, for each rule in the order in which events came, once all have come."""
        if self._watch is None or self._ledger is None:
            return
        for finding in self._watch.ends(self._spare):
            self._ledger.add(finding)
        for (rule_id, verdict), number in self._spared.items():
            self._whole.count(rule_id, verdict, number)
        self._spared.clear()
        yield from self._ledger

    def close(self) -> None:
        """Drop everything."""
        if self._watch is not None and self._ledger is not None:
            self._watch.close()
            self._ledger.close()
