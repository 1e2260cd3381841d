"""Whether an event is one of a use case: the other side of what a filter pattern has to match."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from scanner.filterpattern.partial import ABSENT, Text
from scanner.filterpattern.usecases import USE_CASES, Like
from scanner.unresolved import Unresolved, merged

Held = bool | Unresolved

_LATER: Final = frozenset({"readOnly", "eventType", "eventCategory", "managementEvent"})
"""Fields that CloudTrail did not always write: an event of an old version is judged without."""


def belongs(event: Any, use_case: str) -> Held:
    """Whether an event, as a JSON object, is one of those of a use case by its name.

    Unresolved where what is not known of the event decides. Raises ValueError for a name that no
    use case has.
    """
    if use_case not in USE_CASES:
        raise ValueError(f"no use case is called {use_case[:40]!r}")
    return _any(_is(event, known, top=True) for known in _candidates(event, use_case))


def _candidates(event: Any, use_case: str) -> Iterable[dict[str, Any]]:
    """The events of a use case that an event may be: nearly all differ in their names."""
    case = USE_CASES[use_case]
    events = (*case.must, *case.also)
    name = event.get("eventName") if isinstance(event, dict) else None
    if not isinstance(name, str):
        return events
    return [
        each for each in events if each["eventName"] == name or isinstance(each["eventName"], Text)
    ]


def _is(found: Any, known: Any, *, top: bool = False) -> Held:
    """Whether what an event has is what is known of the events of a use case."""
    if type(found) is Unresolved:
        return False if known is ABSENT and found.present else found
    if known is ABSENT:
        return found is None
    if isinstance(known, Text):
        return found is None or (isinstance(found, str) and found not in known.but)
    if isinstance(known, Like):
        return known.fits(found)
    if isinstance(known, Mapping):
        return _all_of(found, known, top=top)
    return bool(found == known) and isinstance(found, bool) is isinstance(known, bool)


def _all_of(found: Any, known: Mapping[str, Any], *, top: bool) -> Held:
    """Whether an object has each of the known members; it may have others.

    One that is not there has no members: some events have no userIdentity.
    """
    found = {} if found is None else found
    if not isinstance(found, Mapping):
        return False
    answers: list[Unresolved] = []
    for name, wanted in known.items():
        value = found.get(name)
        if value is None and top and name in _LATER:
            continue
        held = _is(value, wanted)
        if held is False:
            return False
        if isinstance(held, Unresolved):
            answers.append(held)
    return merged(answers) if answers else True


def _any(answers: Iterable[Held]) -> Held:
    missing: list[Unresolved] = []
    for held in answers:
        if held is True:
            return True
        if isinstance(held, Unresolved):
            missing.append(held)
    return merged(missing) if missing else False
