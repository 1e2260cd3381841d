"""The stream of CloudTrail's events -> findings: each event once, in whatever order they come."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, Final

from scanner.evaluate import Spare, judged
from scanner.event import Head, Log
from scanner.finding import Finding
from scanner.inventory.partition import Entry, Partition
from scanner.model import DECLARED, Evidence, Problem, Verdict
from scanner.rule import Rule, Silence
from scanner.unresolved import Unresolved
from scanner.watch import verdicts
from scanner.watch.glance import Glance
from scanner.watch.held import Held
from scanner.watch.kinds import Kinds, Open
from scanner.watch.record import Broken, Records, sign
from scanner.watch.seen import Seen
from scanner.watch.tally import DAY, TIMELESS, Sign, Tally, key_of
from scanner.watch.times import Bounds, Span, seconds_of
from scanner.watch.together import of_silence, told

_NOWHERE: Final = ("", DECLARED)
_identity: Final = attrgetter("event_id", "event_time", "event_name")
"""What is the same of an event wherever it is told, if it has an id."""


class Watch:
    """One reading of events by some rules; `close` it to drop what it put down."""

    def __init__(
        self, rules: Sequence[Rule], now: str, *, since: str = "", until: str = ""
    ) -> None:
        """`now` is when the scan began; of `since` and `until` seconds count, both included.

        Raises UserError for a parameter that is no length or number.
        """
        self.records = 0
        self.problems: list[Problem] = []
        self.keyless: dict[str, int] = defaultdict(int)
        self._now = now
        self._bounds = Bounds(since, until)
        self._kinds = Kinds(rules, now)
        self._numbers = {rule.id: number for number, rule in enumerate(rules)}
        self._together = [rule for rule in rules if rule.together is not None]
        silences = [rule for rule in rules if isinstance(rule.together, Silence)]
        self._daily = {rule.id for rule in silences if _is_daily(rule)}
        self._span = Span() if silences else None
        self._strays: dict[str, set[int]] = defaultdict(set)
        self._seen = Seen()
        self._held: Held | None = None
        self._tally: Tally | None = Tally() if self._together else None
        self._alone = Partition(_NOWHERE, {}, {}, _no_gap, _no_gap, now=now)

    def findings(self, log: Log, spare: Spare = None) -> Iterator[Finding]:
        """The findings about single events of a log, without those that `spare` takes.

        A log that is not whole is kept back: at the end it tells what no other told in full.
        """
        self.records += len(log.heads)
        if log.whole:
            yield from self._judged(log, spare)
            self._settle(log)
        else:
            self._hold(log)

    def _hold(self, log: Log) -> None:
        self._held = self._held or Held()
        self._held.add(log)
        for head in log.heads:
            if head.event_id:
                self._held.note(_identity(head))

    def _settle(self, log: Log) -> None:
        """Take note of what is told in full of the events in logs that were kept back."""
        held = self._held
        if held is not None:
            for identity in map(_identity, log.heads):
                if identity in held:
                    self._seen.add(identity)

    def _judged(self, log: Log, spare: Spare) -> Iterator[Finding]:
        records = Records(log, self._now)
        asked_for = self._bounds.hold
        if self._span is not None:
            times = (each.event_time for each in log.heads if each.event_time)
            self._span.widen(filter(asked_for, times))
        for index, head in enumerate(log.heads):
            if not asked_for(head.event_time):
                continue
            for each in self._open(head, records, index):
                if each.said is True or each.glance.counts or not _spared(each, spare):
                    yield from self._further(each, records, index, spare)

    def _open(self, head: Head, records: Records, index: int) -> Sequence[Open]:
        """The rules that are not done with an event: none if it was seen before."""
        if not records.log.whole:
            return self._kinds.everything if self._is_new(head, records, index) else ()
        kind = self._kinds.of(head)
        return kind.opens(head) if kind.any and self._is_new(head, records, index) else ()

    def _is_new(self, head: Head, records: Records, index: int) -> bool:
        """Whether the event was not seen before; those of old versions have no id."""
        if not head.event_id:
            return self._seen.add(records.content(index))
        return self._seen.add(_identity(head))

    def _further(
        self, open_one: Open, records: Records, index: int, spare: Spare
    ) -> Iterator[Finding]:
        """What a rule says of an event that its head has not settled."""
        if open_one.said is Verdict.PASS and open_one.glance.counts:
            yield from self._counted(open_one.glance.rule, open_one.keys, records, index, spare)
        else:
            yield from self._closely(open_one.glance, records, index, spare)

    def _closely(
        self, glance: Glance, records: Records, index: int, spare: Spare
    ) -> Iterator[Finding]:
        """What a rule says of the whole event."""
        entry = records.entry(index)
        if isinstance(entry, Broken):
            self._broken(records, entry)
            return
        rule = glance.rule
        said, keys = glance.of(records.root(entry))
        if said is Verdict.PASS and glance.counts:
            yield from self._counted(rule, keys, records, index, spare)
            return
        if rule.together is not None and said is not False:
            self._strays[rule.id].update(range(len(rule.together.by)))
        if said is False or (said is not True and spare is not None and spare(rule, said)):
            return
        finding = judged(rule, entry, self._alone, spare if said is True else None)
        if finding is not None:
            yield records.told(finding, entry)

    def _broken(self, records: Records, broken: Broken) -> None:
        problem = records.problem(broken)
        if problem not in self.problems[-1:]:
            self.problems.append(problem)

    def _counted(
        self, rule: Rule, keys: Sequence[Any], records: Records, index: int, spare: Spare
    ) -> Iterator[Finding]:
        """Nothing for an event that was put down; a finding for one of which nobody knows how."""
        found = [key_of(each) for each in keys]
        if not any(found):
            self.keyless[rule.id] += 1
            return
        time = records.log.heads[index].event_time
        at = seconds_of(time)
        unknown = {by: each for by, each in enumerate(found) if isinstance(each, Unresolved)}
        self._strays[rule.id].update(unknown)
        if at is None:
            why = Unresolved(f"eventTime is {str(time)[:40]!r}, which is no time")
            unknown = {by: why for by, each in enumerate(found) if each is not None}
            at = TIMELESS
        if unknown and (spare is None or not spare(rule, Verdict.UNKNOWN)):
            yield from self._unknown(rule, records, index, *next(iter(unknown.items())))
        for by, key in enumerate(found):
            if isinstance(key, str):
                self._put_down(rule, sign(records, index, self._numbers[rule.id], by, key, at))

    def _put_down(self, rule: Rule, one: Sign) -> None:
        tally = self._tally
        assert tally is not None  # noqa: S101 - a rule that counts is there
        daily = rule.id in self._daily and one.at != TIMELESS
        (tally.add_of_day if daily else tally.add)(one)

    def _unknown(
        self, rule: Rule, records: Records, index: int, by: int, why: Unresolved
    ) -> Iterator[Finding]:
        entry: Entry | Broken = records.entry(index)
        if isinstance(entry, Broken):
            self._broken(records, entry)
            return
        asked = rule.together.by[by].text if rule.together is not None else ""
        evidence = (Evidence(asked, why, "to be known"),)
        yield records.unknown(rule, entry, evidence, f"{why.why}.")

    def ends(self, spare: Spare = None) -> Iterator[Finding]:
        """The findings once all logs have been read: about what came in part, and together."""
        for log in self._held.logs() if self._held is not None else ():
            yield from self._judged(log, spare)
        for rule in self._together if self._tally is not None else ():
            signs = self._tally.of(self._numbers[rule.id]) if self._tally else ()
            for each in told(rule, signs, self._span or Span(), self._strays[rule.id]):
                if spare is None or not spare(rule, verdicts.verdict(each)):
                    yield verdicts.finding(rule, each)

    def close(self) -> None:
        """Drop what was put down or kept back."""
        if self._held is not None:
            self._held.close()
        if self._tally is not None:
            self._tally.close()


def _spared(one: Open, spare: Spare) -> bool:
    return spare is not None and isinstance(one.said, Verdict) and spare(one.glance.rule, one.said)


def _is_daily(rule: Rule) -> bool:
    """Whether the first and the last event of each day tell of all silences."""
    return isinstance(rule.together, Silence) and of_silence(rule, rule.together) >= DAY


def _no_gap(_kind: str) -> None:
    return None
