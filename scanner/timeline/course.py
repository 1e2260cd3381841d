"""One resource on its way through time: what each rule says of it, and the changes so far."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from scanner.finding import Finding
from scanner.inventory.partition import Entry
from scanner.model import Resource, Verdict
from scanner.rule import Rule, asked
from scanner.timeline.change import Cause, Change, Edit, Track, Turn, What
from scanner.timeline.standing import Key

CLOCK: Final = "now"
"""What a rule reads that looks at the clock."""
MOST_EDITS: Final = 10
"""So many edits of other resources are told with one change."""

Said = tuple[Rule, Finding | None]
"""What a rule says of the resource; None where it does not judge it."""


class Course:
    """What is known of one resource by now.

    `default` is the item that stands for one of its own: few sources tell of accounts and Regions.
    `checked` is by rule that looks at the clock the time up to which its verdict is known.
    """

    def __init__(self, key: Key, rules: Sequence[Rule]) -> None:
        self.key = key
        self.rules = rules
        self.clocked = [rule for rule in rules if _is_clocked(rule)]
        self.default: Entry | None = None
        self.checked: dict[str, str] = {}
        self.resource = Resource(key[0], key[3], key[1], key[2])
        self._verdicts: dict[str, Verdict | None] = {rule.id: None for rule in rules}
        self._reasons: dict[str, Turn] = {}
        self._changes: list[Change] = []
        self._stood = False
        self._stands = False
        self._versions = 0
        self._quiet = 0

    def what(self, entry: Entry | None, *, unreadable: bool) -> What | None:
        """What a new version is to those before; None for an end that nothing came before."""
        if unreadable:
            return "unreadable"
        if entry is None:
            return "deleted" if self._stands else None
        if self._stands:
            return "changed"
        return "recreated" if self._stood else "first"

    def turns(self, said: Iterable[Said]) -> tuple[Turn, ...]:
        """The rules whose verdict is another now, by id; remembers the new ones."""
        found = []
        for rule, finding in sorted(said, key=lambda each: each[0].id):
            old, new = self._verdicts[rule.id], finding.verdict if finding else None
            self._verdicts[rule.id] = new
            message, evidence = (finding.message, finding.evidence) if finding else ("", ())
            self._reasons[rule.id] = Turn(rule, old, new, message, evidence)
            if new is not old:
                found.append(self._reasons[rule.id])
        return tuple(found)

    def take(
        self,
        time: str,
        cause: Cause,
        own: Edit | None,
        others: Sequence[Edit],
        turns: Sequence[Turn],
    ) -> None:
        """Take note of a moment: a change if a verdict turned, or the resource came or went."""
        if own is not None:
            self._own(own)
        if turns or (own is not None and own.what != "changed"):
            edits = (*([own] if own else []), *others[:MOST_EDITS])
            more = max(len(others) - MOST_EDITS, 0)
            change = Change(time, self.resource, edits, tuple(turns), cause, more, self._quiet)
            self._changes.append(change)
            self._quiet = 0
        elif own is not None:
            self._quiet += 1

    def _own(self, own: Edit) -> None:
        self._stands = own.what != "deleted"
        self._stood = self._stood or self._stands
        self._versions += self._stands
        if own.what not in ("deleted", "unreadable"):  # these may lack a name
            self.resource = own.resource

    def track(self) -> Track:
        """All of it, as a report has it."""
        gone = self._stood and not self._stands
        changes = tuple(sorted(self._changes, key=lambda each: each.time))
        track = Track(self.resource, self._versions, changes, self._quiet, gone)
        return replace(track, reasons=tuple(self._other_reasons(track)))

    def _other_reasons(self, track: Track) -> Iterator[Turn]:
        for turn in track.last:
            now = self._reasons[turn.rule.id]
            if now.new is not Verdict.PASS and now.message != turn.message:
                yield now


def _is_clocked(rule: Rule) -> bool:
    values = [*asked(rule), *(join.ours for join in rule.join)]
    return any(CLOCK in value.names for value in values)
