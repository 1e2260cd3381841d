"""Whether a text is matched by patterns: with the methods of texts, or character by character."""

from collections.abc import Iterable

from scanner.policydoc.automaton import accepts, after
from scanner.policydoc.patterns import PARTS, Pattern


def matches(patterns: Iterable[Pattern], text: str) -> bool:
    """Whether any of the patterns matches a text."""
    return any(_matches(each, text) for each in patterns)


def _matches(pattern: Pattern, text: str) -> bool:
    if not pattern.fold:
        if pattern.fixed:
            return pattern.text == text
        if "?" not in pattern.text:
            return (
                _in_parts(pattern.text, text) if pattern.parts else _in_pieces(pattern.text, text)
            )
    return _walked(pattern, text)


def _in_parts(pattern: str, text: str) -> bool:
    """Whether a text matches part by part, `*` being any text within one, and in the last all."""
    ours, theirs = pattern.split(":", PARTS - 1), text.split(":", PARTS - 1)
    if len(ours) < PARTS and len(theirs) == PARTS:
        return False
    return len(ours) == len(theirs) and all(map(_in_pieces, ours, theirs))


def _in_pieces(pattern: str, text: str) -> bool:
    """Whether a text has the pieces between each `*` one after the other: the first found do."""
    first, *pieces = pattern.split("*")
    if not pieces:
        return text == first
    last = pieces.pop()
    place, end = len(first), len(text) - len(last)
    if place > end or not (text.startswith(first) and text.endswith(last)):
        return False
    for piece in pieces:
        found = text.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def _walked(pattern: Pattern, text: str) -> bool:
    return accepts((pattern,), after((pattern,), text))
