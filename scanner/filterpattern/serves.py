"""Whether a filter pattern serves a use case: what slips through it, and what it counts wrongly."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct

from scanner.filterpattern.counterexample import Choice, example, let_through, told
from scanner.filterpattern.evaluate import outcome, readable
from scanner.filterpattern.pattern import Pattern
from scanner.filterpattern.usecases import USE_CASES
from scanner.unresolved import Unresolved, merged

_NAMED: Final = 3
_PATTERNS: Final = 2048  # times the use cases that are asked for each


class Slip(Struct, frozen=True):
    """Events that a pattern does not match but should, or matches but should not.

    `events` are what all of them are called, `example` is the first one, as a log has it.
    """

    what: str  # one English sentence without a full stop
    events: tuple[str, ...]
    example: dict[str, Any]

    def document(self) -> dict[str, Any]:
        """The slip as JSON, the keys always the same."""
        return {"what": self.what, "events": list(self.events), "event": self.example}


def serves(
    pattern: Any, must: Iterable[dict[str, Any]], must_not: Iterable[dict[str, Any]] = ()
) -> list[Slip | Unresolved]:
    """What keeps a pattern from serving: [] says that it matches every event that it must.

    An event that is only partly known must match whatever the rest of it is. An `Unresolved` at
    the end says that there may be more.
    """
    found = readable(pattern)
    if isinstance(found, Unresolved):
        return [found]
    slips, unknown = _missed(found, must)
    wrong = [event for event in must_not if outcome(found, event) is True]
    if wrong:
        slips.append(_slip("also matches", wrong, ()))
    return [*slips, *([merged(unknown)] if unknown else [])]


def filter_misses(pattern: Any, use_case: str) -> list[Slip | Unresolved]:
    """What keeps a pattern from serving one of the use cases by its name: [] if it serves.

    Raises ValueError for a name that no use case has.
    """
    if use_case not in USE_CASES:
        raise ValueError(f"no use case is called {use_case[:40]!r}")
    return list(_known(pattern, use_case)) if type(pattern) is str else _misses(pattern, use_case)


def _misses(pattern: Any, use_case: str) -> list[Slip | Unresolved]:
    case = USE_CASES[use_case]
    return serves(pattern, case.must, case.must_not)


@lru_cache(maxsize=_PATTERNS)
def _known(pattern: str, use_case: str) -> list[Slip | Unresolved]:
    """The same of a text: an organization has the same patterns in each of its accounts."""
    return _misses(pattern, use_case)


def _missed(
    pattern: Pattern, must: Iterable[dict[str, Any]]
) -> tuple[list[Slip | Unresolved], list[Unresolved]]:
    """The events that slip through, those of one reason together, and what is not known."""
    by_choice: dict[Choice, list[dict[str, Any]]] = {}
    unknown: list[Unresolved] = []
    for event in must:
        matched = outcome(pattern, event)
        if isinstance(matched, bool):
            if not matched:
                by_choice.setdefault((), []).append(event)
            continue
        choice = None if unknown else let_through(pattern, event, by_choice)
        if choice is None:
            unknown.append(matched)
        else:
            by_choice.setdefault(choice, []).append(event)
    return [_slip("misses", events, choice) for choice, events in by_choice.items()], unknown[:1]


def _slip(verb: str, events: Sequence[dict[str, Any]], choice: Choice) -> Slip:
    names = tuple(dict.fromkeys(_called(event) for event in events))
    more = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    what = f"the filter {verb} {listed}{told(choice)}"
    return Slip(what, names, example(choice, events[0]))


def _called(event: dict[str, Any]) -> str:
    """What a sentence calls an event: its name, else its error, else who acts."""
    identity = event.get("userIdentity")
    actor = identity.get("type") if isinstance(identity, dict) else None
    for name in (event.get("eventName"), event.get("errorCode"), actor):
        if isinstance(name, str):
            return name
    return "an event"
