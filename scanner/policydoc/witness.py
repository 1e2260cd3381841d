"""One text that each of several groups of patterns matches, and none of others does."""

from collections.abc import Iterable
from typing import Final

from scanner.policydoc.automaton import MANY, State, accepts, after, step, tokens
from scanner.policydoc.glance import narrowed, shortest
from scanner.policydoc.matching import matches
from scanner.policydoc.patterns import Group, TooHard, head

_MOST_STATES: Final = 3000
_SPARE: Final = "xyzuvw0123456789abcdefghijklmnopqrst-_/.~"


def witness(wanted: tuple[Group, ...], unwanted: Group) -> str | None:
    """A short text that each wanted group matches and no unwanted pattern; None if there is none.

    Raises TooHard where that takes too long to find out.
    """
    for group in wanted:
        if all(each.fixed and not each.fold for each in group):
            found = (each.text for each in group if _fits(each.text, wanted, unwanted))
            return min(found, default=None, key=lambda text: (len(text), text))
    wanted, unwanted = narrowed(wanted, unwanted)
    if not all(wanted):
        return None
    text = None if unwanted else shortest(wanted)
    return _searched((*wanted, unwanted)) if text is None else text


def _fits(text: str, wanted: Iterable[Group], unwanted: Group) -> bool:
    return all(matches(group, text) for group in wanted) and not matches(unwanted, text)


def _searched(groups: tuple[Group, ...]) -> str | None:
    """The shortest text, breadth first: a state is how far each group, the last unwanted, is."""
    begun = _beginning(groups[:-1])
    todo = {tuple(after(group, begun) for group in groups): begun}
    seen = set(todo)
    while todo:
        following: dict[tuple[State, ...], str] = {}
        for states, text in todo.items():
            if _agreed(groups, states):
                return text
            for character in _telling(groups, states):
                reached = tuple(map(step, groups, states, character * len(groups)))
                if reached not in seen and _alive(groups, reached):
                    seen.add(reached)
                    following[reached] = text + character
        if len(seen) > _MOST_STATES:
            raise TooHard("its wildcards take too long to tell apart")
        todo = following
    return None


def _beginning(wanted: Iterable[Group]) -> str:
    """What the text has to begin with: the longest beginning that one group's patterns share."""
    plain = (group for group in wanted if not any(each.fold for each in group))
    return max(map(_shared, plain), default="", key=len)


def _shared(group: Group) -> str:
    heads = [head(each) for each in group]
    first, last = min(heads), max(heads)  # what these two share, those between them do too
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((place for place, (one, other) in pairs if one != other), len(first))]


def _agreed(groups: tuple[Group, ...], states: tuple[State, ...]) -> bool:
    *wanted, unwanted = map(accepts, groups, states)
    return all(wanted) and not unwanted


def _alive(groups: tuple[Group, ...], states: tuple[State, ...]) -> bool:
    """Whether a longer text may still be what is looked for."""
    unwanted = groups[-1]
    hopeless = any(tokens(unwanted[index])[position:] == (MANY,) for index, position in states[-1])
    return all(states[:-1]) and not hopeless


def _telling(groups: tuple[Group, ...], states: tuple[State, ...]) -> list[str]:
    """The characters that may lead somewhere different, and one for all others.

    A wanted group that can only go on with some characters leaves no others to be tried.
    """
    told = {":"}
    only: set[str] | None = None
    for number, (group, state) in enumerate(zip(groups, states, strict=True)):
        said, free = _said(group, state)
        told |= said
        if not free and number < len(groups) - 1:
            only = said if only is None else only & said
    if only is not None:
        return sorted(only)
    return [next((each for each in _SPARE if each not in told), "\1"), *sorted(told)]


def _said(group: Group, state: State) -> tuple[set[str], bool]:
    """The characters that a group's patterns say come next, and whether others may."""
    said: set[str] = set()
    free = False
    for index, position in state:
        asked = tokens(group[index])
        if position < len(asked):
            if len(asked[position]) == 1:
                said |= _cases(asked[position], group[index].fold)
            else:
                free = True
    return said, free


def _cases(character: str, fold: bool) -> set[str]:
    """A character, and in a pattern that folds case those of its forms that are one character."""
    if not fold:
        return {character}
    return {each for each in (character, character.upper()) if len(each) == 1}
