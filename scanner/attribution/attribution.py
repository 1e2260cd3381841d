"""The event that made a resource what it is: the newest that decides each value at fault."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from scanner.attribution.change import Change, Draft, change, shown
from scanner.attribution.culprit import ALL, BEING, Culprit, Fault
from scanner.attribution.lives import Being, Moment, repeated
from scanner.attribution.outcome import MAKING, Effect
from scanner.attribution.sessions import Sessions

MOST: Final = 20
"""So many changes are told of one finding."""
UNREAD: Final = "some of the logs could not be read"


class Attribution(Struct, frozen=True):
    """The events that made a finding so, the newest first: that one completed the fault.

    `sure` says that each value at fault has one event that surely set it; else `why` says what is
    doubtful or missing. `why` may also mention what could have touched it after that.
    """

    changes: tuple[Change, ...] = ()
    sure: bool = False
    why: str = ""


class Kept(Struct, frozen=True):
    """An event that touched a culprit, with what it did to each of its values at fault.

    It may be about a `namesake` where it says only a name that others may have.
    """

    draft: Draft
    effects: tuple[Effect | None, ...]
    namesake: bool = False
    being: Being = "there"

    @property
    def second(self) -> str:
        """When it happened: records have whole seconds."""
        return self.draft.time[:19]


class Touches(Struct):
    """What is known of one culprit's events beside those that are kept."""

    kept: dict[tuple[str, ...], Kept]
    any: bool = False  # whether one touched it, kept or not
    later: bool = False  # whether one did after it was captured
    forgotten: frozenset[int] = frozenset()  # the values of which only the newest are kept
    first: str = ""  # the second of the first that found it there

    def repeated(self, *, stood: bool) -> frozenset[tuple[str, ...]]:
        """The keys of the events that asked for it, and found it there."""
        moments = [Moment(key, each.second, each.being) for key, each in self.kept.items()]
        oldest = min((each.second for each in moments), default="")
        there = stood or bool(self.first and self.first < oldest)
        return repeated(moments, there=there, ends=not self.forgotten)


class _Told(Struct, frozen=True):
    """What is found out about one value; `open` if no event is known to have decided it."""

    kept: tuple[Kept, ...]
    sure: bool
    why: str = ""
    open: bool = False


def attributed(culprit: Culprit, touches: Touches, sessions: Sessions, begins: str) -> Attribution:
    """Who made the culprit so. `begins` is the time of the first event that was read, or ""."""
    faults = culprit.faults or (Fault(""),)
    nothing = touches.repeated(stood=culprit.stood)
    kept = [each for key, each in touches.kept.items() if key not in nothing]
    newest = sorted(kept, key=lambda each: _newest(each.draft), reverse=True)
    told = [_one(number, fault, newest, culprit.id == ALL) for number, fault in enumerate(faults)]
    why = [_why(number, each, culprit, touches, begins) for number, each in enumerate(told)]
    why.append(_left_out(culprit))
    found = {each.draft.key: each for one in told for each in one.kept}
    changes = [_change(each, culprit, sessions) for each in found.values()]
    changes.sort(key=attrgetter("time", "id"), reverse=True)
    return Attribution(
        changes=tuple(changes[:MOST]),
        sure=bool(changes) and not culprit.left_out and all(each.sure for each in told),
        why="; ".join(dict.fromkeys(each for each in why if each)),
    )


def doubted(found: Attribution) -> Attribution:
    """The same where some of the logs could not be read: what is in them may be newer."""
    why = "; ".join(each for each in (found.why, UNREAD) if each)
    return Attribution(found.changes, sure=False, why=why)


def merged(found: Sequence[Attribution]) -> Attribution:
    """One attribution for the several culprits of a finding."""
    if len(found) == 1:
        return found[0]
    changes = {(each.id, each.time, each.resource): each for one in found for each in one.changes}
    ordered = sorted(changes.values(), key=attrgetter("time", "id"), reverse=True)
    return Attribution(
        changes=tuple(ordered[:MOST]),
        sure=bool(ordered) and all(each.sure for each in found),
        why="; ".join(dict.fromkeys(each.why for each in found if each.why)),
    )


def _left_out(culprit: Culprit) -> str:
    """What is to be said of the values at fault that nobody asked about."""
    asked, more = len(culprit.faults), culprit.left_out
    return f"only {asked} of {asked + more} values at fault were asked about" if more else ""


def _newest(draft: Draft) -> tuple[str, str]:
    return draft.time, draft.id


def _one(number: int, fault: Fault, newest: list[Kept], gone: bool) -> _Told:
    """What decided one value: the newest event that did, and what cannot be told from it."""
    if not fault.path:
        return _last(newest, gone)
    effective = [each for each in newest if each.effects[number]]
    first = next((each for each in effective if _decides(each, number)), None)
    doubtful = [e for e in effective if not _decides(e, number) and _is_since(e, first)]
    if first:
        at_once = _at_once(number, first, newest)
        return _decided(number, fault, at_once, doubtful, _empty_before(number, first, effective))
    why = _doubt(number, fault, doubtful, None)
    unseen = [each for each in doubtful if not _is(each, number, "named")]
    return _Told(tuple(unseen[:1]), sure=False, why=why, open=True)


def _is_since(kept: Kept, first: Kept | None) -> bool:
    """Whether an event came after another one, or in the same second."""
    return first is None or kept.second >= first.second


def _last(newest: list[Kept], gone: bool) -> _Told:
    said = "the last write to it; which value is at fault is not known"
    said = "what was taken away last" if gone else said
    return _Told(tuple(newest[:1]), sure=False, why=said if newest else "")


def _at_once(number: int, first: Kept, newest: list[Kept]) -> list[Kept]:
    """The events of the same second that decide the value; those that name it before a making."""
    same = [each for each in newest if each.second == first.second and _decides(each, number)]
    named = [each for each in same if not _is(each, number, *MAKING)]
    return named or same


def _empty_before(number: int, first: Kept, effective: list[Kept]) -> list[Kept]:
    """What left nothing before the event that took something away: it may have found nothing."""
    older = [each for each in effective if each.second < first.second and _decides(each, number)]
    if not older or not _is(first, number, "emptied") or _is(older[0], number, "otherwise"):
        return []
    return older[:1]


def _decided(
    number: int, fault: Fault, at_once: list[Kept], doubtful: list[Kept], empty: list[Kept]
) -> _Told:
    good = [each for each in at_once if not _is(each, number, "otherwise")]
    if not good:
        return _left(number, fault, at_once[0], doubtful)
    said = [_doubt(number, fault, doubtful, at_once[0])] if doubtful else []
    if len(at_once) > 1:
        said.append(f"ambiguous: {_names(at_once)} happened in the same second")
    if fault.unsure:
        said.append(f"which of {fault.path.partition('[')[0]} is at fault is not known")
    if _is(good[0], number, "begun"):
        said.append(f"it was made so; whether {fault.path} was changed later is not known")
    if empty:
        said.append(f"{_names(empty)} may have left nothing of {fault.path} to take away")
    bared = [each for each in doubtful if _is(each, number, "bared")]
    return _Told((*good, *empty, *bared), sure=not said, why="; ".join(said))


def _left(number: int, fault: Fault, last: Kept, doubtful: list[Kept]) -> _Told:
    """The newest event that is known to have decided the value made it another one."""
    left = f"{last.draft.event} at {last.draft.time} left {fault.path} otherwise"
    doubtful = [each for each in doubtful if not _is(each, number, "bared")]
    if doubtful:
        why = f"{left}; {_doubt(number, fault, doubtful, last)}"
        unseen = [each for each in doubtful if not _is(each, number, "named")]
        return _Told(tuple(unseen[:1]), sure=False, why=why)
    return _Told((), sure=False, why=f"{left}: what changed it after that is not in the logs")


def _doubt(number: int, fault: Fault, doubtful: list[Kept], decided: Kept | None) -> str:
    """What makes doubtful who set the value: what may have, and what may have uncovered it."""
    bared = [each for each in doubtful if _is(each, number, "bared")]
    named = [each for each in doubtful if _is(each, number, "named")]
    unseen = [each for each in doubtful if each not in (*bared, *named)]
    said = []
    if unseen and decided:
        said.append(f"{_names(unseen)} {_when(unseen, decided)}, and could have set {fault.path}")
    elif unseen:
        said += _perhaps(number, fault, unseen)
    if named:
        said.append(f"{_names(named)} gave it its name: what was done under another is not known")
    if bared:
        said.append(f"{_names(bared)} may have taken away what stood before {fault.path}")
    return "; ".join(said)


def _perhaps(number: int, fault: Fault, unseen: list[Kept]) -> Iterator[str]:
    """Why nothing shows which of some events did it."""
    named = [each for each in unseen if each.namesake]
    parts = [each for each in unseen if each not in named and _is(each, number, "part")]
    hidden = [each for each in unseen if each not in (*named, *parts)]
    if hidden:
        yield f"the parameters of {_names(hidden)} are not recorded"
    if parts:
        yield f"{_names(parts)} changed {fault.path}, perhaps another part of it"
    if named:
        say = "says" if len(named) == 1 else "say"
        yield f"{_names(named)} {say} only a name that others may have"


def _when(kept: list[Kept], decided: Kept) -> str:
    later = [each.second > decided.second for each in kept]
    if all(later):
        return "came later"
    return "came then or later" if any(later) else "came in the same second"


def _decides(kept: Kept, number: int) -> bool:
    effect = kept.effects[number]
    return effect is not None and effect.decides


def _is(kept: Kept, number: int, *hows: str) -> bool:
    effect = kept.effects[number]
    return effect is not None and effect.how in hows


def _names(kept: list[Kept]) -> str:
    told = [f"{each.draft.event} at {each.draft.time}" for each in kept[:3]]
    more = f" and {len(kept) - 3} more" if len(kept) > 3 else ""
    return " and ".join(told) + more


def _change(kept: Kept, culprit: Culprit, sessions: Sessions) -> Change:
    effects = [each for each in kept.effects if each and each.how != "otherwise"]
    given = {each.path: each for each in effects if each.path != "eventName"}
    return change(
        kept.draft,
        sessions,
        given=tuple(shown(each.path, each.value) for each in given.values()),
        resource=culprit.id,
        created=any(each.how in MAKING for each in effects),
    )


def _why(number: int, told: _Told, culprit: Culprit, touches: Touches, begins: str) -> str:
    """What is to be said of one value beside its events."""
    why = told.why or ("" if told.kept else _none(culprit, touches, begins))
    if told.open and number in touches.forgotten:
        return f"{why}; only the newest events were compared, since there are too many"
    return why


def _none(culprit: Culprit, touches: Touches, begins: str) -> str:
    """Why no event is told."""
    name = culprit.id or culprit.name or culprit.arn
    being = next((each for each in culprit.faults if each.path == BEING), None)
    if culprit.id == ALL:
        said = f"no event took the last {culprit.type} away"
    elif being:
        said = f"no event took {name} away" if being.gone else f"no event made {name}"
    elif culprit.since and not touches.any:
        said = f"no event touched {name} between {culprit.since} and {culprit.captured}"
    elif touches.any:
        said = f"no event that touched {name} shows what is at fault"
    elif touches.later:
        said = f"{name} was touched only after it was recorded"
    else:
        said = f"no event touched {name}"
    return f"{said}; the logs begin at {begins}" if begins else f"{said}; the logs are empty"
