"""Whether an event matches a filter pattern: true, false, or not known and why."""

import json
from collections.abc import Iterable
from typing import Any

from scanner.filterpattern.compare import Held, compares, contains
from scanner.filterpattern.parse import Mistake, parse
from scanner.filterpattern.partial import is_whole, json_text, known_parts
from scanner.filterpattern.pattern import (
    Both,
    Compares,
    Condition,
    Either,
    Exists,
    Is,
    Json,
    Operand,
    Pattern,
    Terms,
    Words,
)
from scanner.filterpattern.places import is_free, values
from scanner.filterpattern.words import fields
from scanner.unresolved import Unresolved, merged


def matches(pattern: Any, event: Any) -> bool | Unresolved:
    """Whether a log event, as text or as a JSON object, matches the text of a filter pattern.

    Unresolved where the pattern is, or cannot be read, or where what is not known of the event
    decides.
    """
    found = readable(pattern)
    return found if isinstance(found, Unresolved) else outcome(found, event)


def readable(pattern: Any) -> Pattern | Unresolved:
    """What a pattern says; an `Unresolved` for one that is not known or cannot be read."""
    if type(pattern) is Unresolved:
        return merged([pattern])
    if not isinstance(pattern, str):
        return Unresolved("the filter pattern is no text")
    found = parse(pattern)
    if isinstance(found, Mistake):
        where = f"at character {found.position + 1}"
        return Unresolved(f"the filter pattern cannot be read {where}: {found.what}")
    return found


def outcome(pattern: Pattern, event: Any) -> Held:
    """Whether an event matches a pattern that has been read."""
    if type(event) is Unresolved:
        return merged([event])
    if isinstance(pattern, Json):
        return holds(pattern.condition, _document(event))
    if isinstance(pattern, Terms) and not is_whole(event):
        return _among(pattern, known_parts(event))
    text = event if isinstance(event, str) else json_text(event) if is_whole(event) else None
    if text is None:
        return Unresolved("the text of the event is not known")
    return _in_words(pattern, text) if isinstance(pattern, Words) else _in_text(pattern, text)


def holds(condition: Condition, event: Any) -> Held:
    """Whether a condition holds for a JSON event; it never does for what is no object."""
    if not isinstance(event, dict):
        return False
    return _holds(condition, event)


def _holds(condition: Condition, event: dict[str, Any]) -> Held:
    match condition:
        case Both(parts):
            return _negated(_any(_negated(_holds(part, event)) for part in parts))
        case Either(parts):
            return _any(_holds(part, event) for part in parts)
        case Exists(selector, wanted):
            found = _any(_is_there(value) for value in values(selector, event))
            return found if wanted else _negated(found)
        case Is(selector, constant):
            return _any(_is_constant(value, constant) for value in values(selector, event))
        case Compares():
            return _any(compares(condition, value) for value in values(condition.selector, event))


def _any(held: Iterable[Held]) -> Held:
    """True as soon as one is; else what is not known; else false."""
    unknown: list[Unresolved] = []
    for each in held:
        if each is True:
            return True
        if type(each) is Unresolved and len(unknown) < 5:
            unknown.append(each)
    return merged(unknown) if unknown else False


def _negated(held: Held) -> Held:
    return not held if isinstance(held, bool) else held


def _is_there(value: Any) -> Held:
    return value if type(value) is Unresolved and not value.present else True


def _is_constant(value: Any, constant: bool | None) -> Held:
    if type(value) is Unresolved:
        return value
    return not is_free(value) and value is constant


def _document(event: Any) -> Any:
    """The JSON of an event that is a text, None where it is no JSON."""
    if not isinstance(event, str):
        return event
    try:
        return json.loads(event)
    except (ValueError, RecursionError):
        return None


def _in_words(pattern: Words, text: str) -> Held:
    named = fields(pattern, text)
    return named is not None and all(
        _holds(condition, named) is True for condition in pattern.conditions
    )


def _in_text(pattern: Terms, text: str) -> bool:
    return (
        all(contains(text, term) for term in pattern.included)
        and not any(contains(text, term) for term in pattern.excluded)
        and (not pattern.optional or any(contains(text, term) for term in pattern.optional))
    )


def _among(pattern: Terms, parts: list[str]) -> Held:
    """Whether a text matches of which only these parts are known."""

    def stands(term: Operand) -> Held:
        surely = any(contains(part, term) for part in parts)
        return surely or Unresolved(f"{term.text[:40]!r} may stand in what is not known")

    wrong = [_negated(stands(term)) for term in pattern.included]
    wrong += [stands(term) for term in pattern.excluded]
    if pattern.optional:
        wrong.append(_negated(_any(stands(term) for term in pattern.optional)))
    return _negated(_any(wrong))
