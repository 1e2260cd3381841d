"""An event that a pattern lets through, among all those that a partly known event may be."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice, takewhile
from typing import Any, Final

from scanner.filterpattern.evaluate import holds, outcome
from scanner.filterpattern.operands import number
from scanner.filterpattern.partial import ABSENT, Absent, Open, Text, completed
from scanner.filterpattern.pattern import (
    Atom,
    Compares,
    Json,
    Literal,
    Pattern,
    Selector,
    Terms,
    atoms,
    written,
)
from scanner.filterpattern.places import is_free, values
from scanner.unresolved import Unresolved

OTHER: Final = "something-else"
"""What a text says in an example where it may say anything."""

_MOST_TRIED: Final = 300
_MOST_COMPARED: Final = 10_000
"""So many comparisons are made for one event: a long pattern gets fewer tries."""

_MOST_TOLD: Final = 2

Choice = tuple[tuple[Selector, Any], ...]
"""What some values that were not known are in an example."""


def example(choice: Choice, event: dict[str, Any]) -> dict[str, Any]:
    """The event with these values, and nothing more than what was said of it."""
    whole = completed(_chosen(event, choice), OTHER)
    return whole if isinstance(whole, dict) else {}


def told(choice: Choice) -> str:
    """The choice in words, to go after what an event is called: " with $.awsRegion x"."""
    said = [
        f"without {written(selector)}"
        if isinstance(value, Absent)
        else f"with {written(selector)} {_short(value)}"
        for selector, value in choice[:_MOST_TOLD]
    ]
    said += ["so on"] if len(choice) > _MOST_TOLD else []
    return f" {' and '.join(said)}" if said else ""


def let_through(pattern: Pattern, event: dict[str, Any], known: Iterable[Choice]) -> Choice | None:
    """The choice for which an event surely does not match, the simplest first; None if none is.

    `known` are choices that were found for other events.
    """
    if type(event) is Unresolved:
        return None
    if isinstance(pattern, Json):
        condition = pattern.condition
        tests = atoms(condition)
        most = min(_MOST_TRIED, _MOST_COMPARED // len(tests))
        own = (each for each in known if all(_may_be(event, *pair) for pair in each))
        tried = chain(own, islice(_choices(tests, event), most))
        return next(
            (each for each in tried if holds(condition, _chosen(event, each)) is False), None
        )
    for filler in (OTHER, _excluded(pattern)):
        if outcome(pattern, completed(event, filler)) is False:
            return () if filler == OTHER else ((("userAgent",), filler),)
    return None


def _chosen(event: dict[str, Any], choice: Choice) -> dict[str, Any]:
    for selector, value in choice:
        event = _with(event, selector, value)
    return event


def _choices(tests: list[Atom], event: dict[str, Any]) -> Iterator[Choice]:
    """What the values may be that a condition asks for and that are not known."""
    free: dict[Selector, list[Any]] = {}
    for test in tests:
        if any(is_free(value) for value in values(test.selector, event)):
            path = tuple(takewhile(lambda step: isinstance(step, str), test.selector))
            named = _named(test) if path == test.selector else []
            free.setdefault(path, [OTHER]).extend(named)
    possible = {
        path: [each for each in dict.fromkeys((*named, ABSENT)) if _may_be(event, path, each)]
        for path, named in free.items()
    }
    for path, each in islice(_singly(possible), _MOST_TRIED // 10):
        yield ((path, each),)
    yield tuple((path, each[0]) for path, each in possible.items() if each)
    for one, other in combinations(_singly(possible), 2):
        if one[0] != other[0]:
            yield (one, other)


def _singly(possible: dict[Selector, list[Any]]) -> Iterator[tuple[Selector, Any]]:
    return ((path, each) for path, values_of in possible.items() for each in values_of)


def _may_be(event: dict[str, Any], selector: Selector, value: Any) -> bool:
    """Whether this may stand where the selector, which is all names, points."""
    found = values(selector, event)
    if not selector or not is_free(found[0] if found else None):
        return False
    if isinstance(found[0], Text):
        return isinstance(value, str) and value not in found[0].but
    return value is not ABSENT or not found[0].present


def _named(test: Atom) -> list[Any]:
    """The values that a test names, and some beside them."""
    if not isinstance(test, Compares) or not isinstance(test.operand, Literal):
        return []
    size = number(test.operand.text)
    beside = [] if size is None or test.operator in ("=", "!=") else [size - 1, size, size + 1]
    return [test.operand.text, *beside]


def _with(event: dict[str, Any], selector: Selector, value: Any) -> dict[str, Any]:
    """The event with a value where a selector of names points."""
    step, *rest = selector
    if rest:
        inner = event.get(str(step))
        if not isinstance(inner, dict) or type(inner) is Unresolved:
            inner = Open()
        value = _with(inner, tuple(rest), value)
    return type(event)({**event, str(step): value})


def _excluded(pattern: Pattern) -> str:
    return " ".join(term.text for term in pattern.excluded) if isinstance(pattern, Terms) else OTHER


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
