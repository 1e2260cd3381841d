"""What wildcards match, and one text that matches some of them and none of others.

`*` is any text and `?` any one character. In an ARN condition neither reaches over a colon, but for
the last of its six parts. Case counts unless a pattern folds it.
Source: reference_policies_elements_condition_operators.html of IAM's user guide
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple


class TooHard(Exception):  # noqa: N818 - it is no error of anybody's
    """Something takes too long to decide."""


_MOST_STATES: Final = 3000
_SPARE: Final = "xyzuvw0123456789abcdefghijklmnopqrst-_/.~"
_PARTS: Final = 6

_ONE: Final = "one"
_MANY: Final = "many"
_ONE_INSIDE: Final = "one inside a part"
_MANY_INSIDE: Final = "many inside a part"
_MANIES: Final = (_MANY, _MANY_INSIDE)


class Pattern(NamedTuple):
    """A text to match: `like` gives wildcards a meaning, `parts` keeps them inside ARN parts."""

    text: str
    like: bool = False
    parts: bool = False
    fold: bool = False

    @property
    def fixed(self) -> bool:
        """Whether it matches one text only, but for case."""
        return not self.like or not {"*", "?"} & set(self.text)


EVERYTHING: Final = (Pattern("*", like=True),)

_State = frozenset[tuple[int, int]]
"""Which patterns of a group have been matched up to which of their tokens."""


def like(text: str, fold: bool = False) -> Pattern:
    """The pattern of a text in which wildcards count."""
    return Pattern(text, like=True, fold=fold)


def matches(patterns: Iterable[Pattern], text: str) -> bool:
    """Whether any of the patterns matches a text."""
    group = tuple(patterns)
    state = _start(group)
    for character in text:
        if not state:
            return False
        state = _step(group, state, character)
    return _accepts(group, state)


@lru_cache(maxsize=1 << 12)
def witness(wanted: tuple[tuple[Pattern, ...], ...], unwanted: tuple[Pattern, ...]) -> str | None:
    """A short text that each wanted group matches and no unwanted pattern; None if there is none.

    Raises TooHard where that takes too long to find out.
    """
    fixed = [group for group in wanted if all(each.fixed and not each.fold for each in group)]
    if fixed:
        found = (each.text for each in fixed[0] if _fits(each.text, wanted, unwanted))
        return min(found, default=None, key=lambda text: (len(text), text))
    return _searched((*wanted, unwanted))


def _fits(text: str, wanted: Iterable[tuple[Pattern, ...]], unwanted: tuple[Pattern, ...]) -> bool:
    return all(matches(group, text) for group in wanted) and not matches(unwanted, text)


def _searched(groups: tuple[tuple[Pattern, ...], ...]) -> str | None:
    """The shortest text, breadth first: a state is how far each group, the last unwanted, is."""
    todo = {tuple(map(_start, groups)): ""}
    seen = set(todo)
    while todo:
        following: dict[tuple[_State, ...], str] = {}
        for states, text in todo.items():
            if _agreed(groups, states):
                return text
            for character in _telling(groups, states):
                after = tuple(map(_step, groups, states, character * len(groups)))
                if after not in seen and _alive(groups, after):
                    seen.add(after)
                    following[after] = text + character
        if len(seen) > _MOST_STATES:
            raise TooHard("its wildcards take too long to tell apart")
        todo = following
    return None


def _agreed(groups: tuple[tuple[Pattern, ...], ...], states: tuple[_State, ...]) -> bool:
    *wanted, unwanted = map(_accepts, groups, states)
    return all(wanted) and not unwanted


def _alive(groups: tuple[tuple[Pattern, ...], ...], states: tuple[_State, ...]) -> bool:
    """Whether a longer text may still be what is looked for."""
    unwanted = groups[-1]
    hopeless = any(
        _tokens(unwanted[index])[position:] == (_MANY,) for index, position in states[-1]
    )
    return all(states[:-1]) and not hopeless


def _telling(groups: tuple[tuple[Pattern, ...], ...], states: tuple[_State, ...]) -> Iterator[str]:
    """The characters that may lead somewhere different, and one for all others."""
    told = {":"}
    for group, state in zip(groups, states, strict=True):
        for index, position in state:
            tokens = _tokens(group[index])
            if position < len(tokens) and len(tokens[position]) == 1:
                told |= _cases(tokens[position], group[index].fold)
    yield next((each for each in _SPARE if each not in told), "\1")
    yield from sorted(told)


def _cases(character: str, fold: bool) -> set[str]:
    """A character, and in a pattern that folds case those of its forms that are one character."""
    if not fold:
        return {character}
    return {each for each in (character, character.upper()) if len(each) == 1}


@lru_cache(maxsize=1 << 13)
def _tokens(pattern: Pattern) -> tuple[str, ...]:
    text = pattern.text.lower() if pattern.fold else pattern.text
    if not pattern.like:
        return tuple(text)
    tokens: list[str] = []
    part = 1
    for character in text:
        part += character == ":"
        inside = pattern.parts and part < _PARTS
        if character == "*":
            many = _MANY_INSIDE if inside else _MANY
            tokens += [many] if tokens[-1:] != [many] else []
        elif character == "?":
            tokens.append(_ONE_INSIDE if inside else _ONE)
        else:
            tokens.append(character)
    return tuple(tokens)


@lru_cache(maxsize=1 << 13)
def _start(group: tuple[Pattern, ...]) -> _State:
    return _closed(group, ((index, 0) for index in range(len(group))))


def _closed(group: tuple[Pattern, ...], reached: Iterable[tuple[int, int]]) -> _State:
    """The positions and those behind each `*` that may be nothing."""
    found: set[tuple[int, int]] = set()
    for index, first in reached:
        tokens, position = _tokens(group[index]), first
        found.add((index, position))
        while position < len(tokens) and tokens[position] in _MANIES:
            position += 1
            found.add((index, position))
    return frozenset(found)


def _step(group: tuple[Pattern, ...], state: _State, character: str) -> _State:
    reached = []
    for index, position in state:
        tokens = _tokens(group[index])
        if position == len(tokens):
            continue
        token = tokens[position]
        if token in (_MANY_INSIDE, _ONE_INSIDE) and character == ":":
            continue
        if token in _MANIES:
            reached.append((index, position))
        elif len(token) > 1 or token == character or _folds(group[index], token, character):
            reached.append((index, position + 1))
    return _closed(group, reached)


def _folds(pattern: Pattern, token: str, character: str) -> bool:
    return pattern.fold and token == character.lower()


def _accepts(group: tuple[Pattern, ...], state: _State) -> bool:
    return any(position == len(_tokens(group[index])) for index, position in state)
