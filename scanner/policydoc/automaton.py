"""Patterns as an automaton: which of a group's patterns have been matched up to where."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from scanner.policydoc.patterns import PARTS, Group, Pattern, head

_ONE: Final = "one"
MANY: Final = "many"
"""The token of any text at all."""

_ONE_INSIDE: Final = "one inside a part"
_MANY_INSIDE: Final = "many inside a part"
_MANIES: Final = (MANY, _MANY_INSIDE)

State = frozenset[tuple[int, int]]
"""Which patterns of a group have been matched up to which of their tokens."""


@lru_cache(maxsize=1 << 13)
def tokens(pattern: Pattern) -> tuple[str, ...]:
    """What a pattern asks for, one after the other: characters, or words for wildcards."""
    text = pattern.text.lower() if pattern.fold else pattern.text
    if not pattern.like:
        return tuple(text)
    found: list[str] = []
    part = 1
    for character in text:
        part += character == ":"
        inside = pattern.parts and part < PARTS
        if character == "*":
            many = _MANY_INSIDE if inside else MANY
            found += [many] if found[-1:] != [many] else []
        elif character == "?":
            found.append(_ONE_INSIDE if inside else _ONE)
        else:
            found.append(character)
    return tuple(found)


@lru_cache(maxsize=1 << 13)
def start(group: Group) -> State:
    """Where a group's patterns are before any character."""
    return _closed(group, ((index, 0) for index in range(len(group))))


def after(group: Group, text: str) -> State:
    """Where they are after a text."""
    if all(not each.fold and head(each).startswith(text) for each in group):
        return _closed(group, ((index, len(text)) for index in range(len(group))))
    state = start(group)
    for character in text:
        state = step(group, state, character)
    return state


def _closed(group: Group, reached: Iterable[tuple[int, int]]) -> State:
    """The positions and those behind each `*` that may be nothing."""
    found: set[tuple[int, int]] = set()
    for index, first in reached:
        said, position = tokens(group[index]), first
        found.add((index, position))
        while position < len(said) and said[position] in _MANIES:
            position += 1
            found.add((index, position))
    return frozenset(found)


def step(group: Group, state: State, character: str) -> State:
    """Where they are after one character more; no place at all if none of them goes on."""
    reached = []
    for index, position in state:
        said = tokens(group[index])
        if position == len(said):
            continue
        token = said[position]
        if token in (_MANY_INSIDE, _ONE_INSIDE) and character == ":":
            continue
        if token in _MANIES:
            reached.append((index, position))
        elif len(token) > 1 or token == character or _folds(group[index], token, character):
            reached.append((index, position + 1))
    return _closed(group, reached)


def _folds(pattern: Pattern, token: str, character: str) -> bool:
    return pattern.fold and token == character.lower()


def accepts(group: Group, state: State) -> bool:
    """Whether any of them is matched by what was read."""
    return any(position == len(tokens(group[index])) for index, position in state)
