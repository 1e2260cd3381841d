"""What decided one value at fault: the newest event that did, and what makes it doubtful."""

from collections.abc import Iterator

from msgspec import Struct

from scanner.attribution.culprit import Fault
from scanner.attribution.kept import Kept
from scanner.attribution.outcome import MAKING


class Told(Struct, frozen=True):
    """What is found out about one value; `open` if no event is known to have decided it."""

    kept: tuple[Kept, ...]
    sure: bool
    why: str = ""
    open: bool = False


def decided(number: int, fault: Fault, newest: list[Kept], gone: bool) -> Told:
    """What decided one value: the newest event that did, and what cannot be told from it."""
    if not fault.path:
        return _last(newest, gone)
    effective = [each for each in newest if each.effects[number]]
    first = next((each for each in effective if _decides(each, number)), None)
    doubtful = [e for e in effective if not _decides(e, number) and _is_since(e, first)]
    if first:
        at_once = _at_once(number, first, newest)
        return _settled(number, fault, at_once, doubtful, _empty_before(number, first, effective))
    why = _doubt(number, fault, doubtful, None)
    unseen = [each for each in doubtful if not _is(each, number, "named")]
    return Told(tuple(unseen[:1]), sure=False, why=why, open=True)


def _is_since(kept: Kept, first: Kept | None) -> bool:
    """Whether an event came after another one, or in the same second."""
    return first is None or kept.second >= first.second


def _last(newest: list[Kept], gone: bool) -> Told:
    said = "the last write to it; which value is at fault is not known"
    said = "what was taken away last" if gone else said
    return Told(tuple(newest[:1]), sure=False, why=said if newest else "")


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


def _settled(
    number: int, fault: Fault, at_once: list[Kept], doubtful: list[Kept], empty: list[Kept]
) -> Told:
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
    return Told((*good, *empty, *bared), sure=not said, why="; ".join(said))


def _left(number: int, fault: Fault, last: Kept, doubtful: list[Kept]) -> Told:
    """The newest event that is known to have decided the value made it another one."""
    left = f"{last.draft.event} at {last.draft.time} left {fault.path} otherwise"
    doubtful = [each for each in doubtful if not _is(each, number, "bared")]
    if doubtful:
        why = f"{left}; {_doubt(number, fault, doubtful, last)}"
        unseen = [each for each in doubtful if not _is(each, number, "named")]
        return Told(tuple(unseen[:1]), sure=False, why=why)
    return Told((), sure=False, why=f"{left}: what changed it after that is not in the logs")


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
