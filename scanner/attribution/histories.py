"""The events of logs, streamed once, as far as they may have made one of the culprits so."""

import heapq
from collections.abc import Hashable, Mapping, Sequence
from typing import Final, Generic, TypeVar

import msgspec

from scanner.attribution.attribution import Attribution, attributed, doubted, merged
from scanner.attribution.change import Draft, draft
from scanner.attribution.culprit import BEING, Culprit, Fault
from scanner.attribution.effect import effect
from scanner.attribution.event import Event, event, is_then
from scanner.attribution.index import UNDECLARED, Index, Touch, Turn, may_happen_in
from scanner.attribution.kept import Kept, Touches
from scanner.attribution.lives import being
from scanner.attribution.outcome import Effect
from scanner.attribution.sessions import Sessions
from scanner.event import Log
from scanner.eventdoc.reading import text
from scanner.model import Place, Problem

MOST: Final = 50
"""So many events are kept of one value at fault: the newest."""
Key = TypeVar("Key", bound=Hashable)
_decode: Final = msgspec.json.Decoder().decode

_Alike = dict[tuple[int, Turn, str], tuple[Effect | None, ...]]
"""What one event that could be anybody's did to all culprits of a kind with the same faults."""


class Histories(Generic[Key]):
    """Who made each finding so: give it the culprits, then every log, then ask for each finding.

    A finding has several culprits where it judges several resources together; the same one may be
    several findings'. The order of the logs does not matter, and what arrives twice counts once.
    """

    def __init__(
        self, culprits: Mapping[Key, Sequence[Culprit]], since: str = "", until: str = ""
    ) -> None:
        """Only events from `since` to `until` count, times as `scanner.clock` has them."""
        self._since, self._until = since, until
        self._culprits = list(dict.fromkeys(each for of in culprits.values() for each in of))
        numbers = {each: number for number, each in enumerate(self._culprits)}
        self._of = {key: [numbers[each] for each in of] for key, of in culprits.items()}
        self._index = Index(self._culprits)
        self._shapes = [_shape(each) for each in self._culprits]
        self._touches = [Touches({}) for _ in self._culprits]
        self._begins: dict[str, str] = {}
        self._unread: set[Place | None] = set()
        self.sessions = Sessions()
        self.records = 0

    def add(self, log: Log) -> None:
        """Look at the records of a log; only what may matter is decoded."""
        self.sessions.add(log)
        self._note(log)
        found = [
            number
            for number, head in enumerate(log.heads)
            if is_then(head, self._since, self._until) and self._index.may_matter(head)
        ]
        if not found:
            return
        texts = log.texts()
        for number in found:
            self._add(event(_decode(texts[number]), log.uri, log.first + number))

    def miss(self, problem: Problem) -> None:
        """Know that events may be missing: of what they may be about nothing is sure."""
        if problem.blocks:
            self._unread.add(problem.place)

    def attribution(self, key: Key) -> Attribution:
        """Who made the finding so, of all that was added until now."""
        found = []
        for number in self._of[key]:
            culprit = self._culprits[number]
            begins = self._begins.get(culprit.account) or min(self._begins.values(), default="")
            told = attributed(culprit, self._touches[number], self.sessions, begins)
            unread = any(may_happen_in(place, culprit) for place in self._unread)
            found.append(doubted(told) if unread else told)
        return merged(found) if found else Attribution(why="nothing to ask about is known")

    @property
    def sessions_unknown(self) -> frozenset[str]:
        """The access keys of sessions that did something, if nobody is known to have begun them."""
        kept = (each for touches in self._touches for each in touches.kept.values())
        return self.sessions.unknown(each.draft.actor for each in kept)

    def _note(self, log: Log) -> None:
        self.records += len(log.heads)
        for head in log.heads:
            account = head.recipient_account_id or ""
            if (time := head.event_time) and time < self._begins.get(account, "~"):
                self._begins[account] = time

    def _add(self, one: Event) -> None:
        kept, time = draft(one), text(one.record, "eventTime")[:19]
        alike: _Alike = {}
        for touch in self._index.touched(one):
            self._touch(touch, one, kept, time, alike)

    def _touch(self, touch: Touch, one: Event, kept: Draft, time: str, alike: _Alike) -> None:
        culprit, touches = self._culprits[touch.number], self._touches[touch.number]
        if culprit.captured and time > culprit.captured[:19]:
            touches.later = True
            return
        if kept.key in touches.kept or not time or time <= culprit.since[:19]:
            return
        touches.any = True
        life = being(one, touch.kind, sure=touch.sure)
        if life in ("there", "asked"):
            touches.first = min(time, touches.first or time)
        effects = self._effects(touch, one, alike)
        namesake = not touch.sure and one.told
        if any(effects) or (not culprit.faults and (touch.sure or namesake)):
            touches.kept[kept.key] = Kept(kept, effects, namesake, life)
            if len(touches.kept) > 2 * MOST * max(len(effects), 1):
                _drop_oldest(touches, len(effects), stood=culprit.stood)

    def _effects(self, touch: Touch, one: Event, alike: _Alike) -> tuple[Effect | None, ...]:
        """What the event did to each value at fault."""
        if touch.sure or one.told:
            return _all_effects(one, touch, self._culprits[touch.number])
        shape = (id(touch.kind), touch.turn, self._shapes[touch.number])
        if shape not in alike:
            alike[shape] = _all_effects(one, touch, self._culprits[touch.number])
        return alike[shape]


def _shape(culprit: Culprit) -> str:
    """What of a culprit an event's effects depend on, if nobody can tell whose the event is."""
    return repr((culprit.type, culprit.faults, culprit.vpc and culprit.id, bool(culprit.since)))


def _all_effects(one: Event, touch: Touch, culprit: Culprit) -> tuple[Effect | None, ...]:
    return tuple(_effect(one, touch, culprit, fault) for fault in culprit.faults)


def _effect(one: Event, touch: Touch, culprit: Culprit, fault: Fault) -> Effect | None:
    found = effect(one, touch.kind, culprit, fault)
    if touch.turn:
        found = _turned(touch.turn, one, fault, found)
    if found and not touch.sure:
        return Effect("may", found.path, found.value)
    if found or touch.kind is not UNDECLARED:
        return found
    return Effect("begun" if one.name.startswith("Create") else "may", "eventName", one.name)


def _turned(turn: Turn, one: Event, fault: Fault, found: Effect | None) -> Effect | None:
    """The effect of an event that renamed something to what the culprit is called, or from it.

    To what had the name before nothing that is found now was done; and of what has it now it is
    not known what was done before, but for what the event itself decided.
    """
    if fault.path == BEING:
        return Effect("may", "eventName", one.name)
    if turn == "taken":
        return Effect("otherwise", "eventName", one.name)
    return found if found and found.decides else Effect("named", "eventName", one.name)


def _drop_oldest(touches: Touches, faults: int, *, stood: bool) -> None:
    """Keep the newest of each value at fault: what was done to others drops none of its events."""
    if repeated := touches.repeated(stood=stood):
        touches.forgotten |= frozenset(range(faults))
        touches.kept = {key: each for key, each in touches.kept.items() if key not in repeated}
    kept: dict[tuple[str, ...], Kept] = {}
    for number in range(max(faults, 1)):
        found = {
            key: each
            for key, each in touches.kept.items()
            if not faults or each.effects[number] is not None
        }
        newest = heapq.nlargest(MOST, found.items(), key=lambda each: each[1].draft.time)
        kept.update(newest)
        if len(newest) < len(found):
            touches.forgotten |= {number}
    touches.kept = kept
