"""The event that made a resource what it is: the newest that decides each value at fault."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from scanner.attribution.change import Change, Draft, change, shown
from scanner.attribution.culprit import ALL, BEING, Culprit, Fault
from scanner.attribution.deciding import Told, decided
from scanner.attribution.kept import Kept, Touches
from scanner.attribution.outcome import MAKING
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


def attributed(culprit: Culprit, touches: Touches, sessions: Sessions, begins: str) -> Attribution:
    """Who made the culprit so. `begins` is the time of the first event that was read, or ""."""
    faults = culprit.faults or (Fault(""),)
    nothing = touches.repeated(stood=culprit.stood)
    kept = [each for key, each in touches.kept.items() if key not in nothing]
    newest = sorted(kept, key=lambda each: _newest(each.draft), reverse=True)
    told = [
        decided(number, fault, newest, culprit.id == ALL) for number, fault in enumerate(faults)
    ]
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


def _why(number: int, told: Told, culprit: Culprit, touches: Touches, begins: str) -> str:
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
