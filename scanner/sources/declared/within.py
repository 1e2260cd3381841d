"""Which files those that a user named may lead to, and which of them nothing else leads to."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from scanner.tree import tree_around


def roots_of(paths: Iterable[str]) -> list[str]:
    """The roots of the repositories of paths, and the folders of those that are in none."""
    return sorted({tree_around(Path(folder_of(path))).root for path in paths})


def folder_of(path: str) -> str:
    """The true path of a folder, or of the one that a file is in."""
    real = os.path.realpath(path)
    return real if os.path.isdir(real) else os.path.dirname(real)


def below(roots: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path is one of the roots or below one, wherever links lead."""
    allowed = tuple(os.path.realpath(each) for each in roots)

    def is_below(path: str) -> bool:
        real = os.path.realpath(path)
        return any(real == one or real.startswith(one.rstrip(os.sep) + os.sep) for one in allowed)

    return is_below


def outermost(calls: Mapping[str, Collection[str]]) -> list[str]:
    """Those that no other one calls; of those that call one another in a circle, each."""
    called = {each for one, others in calls.items() for each in others if each != one}
    roots = [each for each in calls if each not in called]
    reached, todo = set(roots), list(roots)
    while todo:
        new = {each for each in calls[todo.pop()] if each in calls} - reached
        reached |= new
        todo += new
    return [each for each in calls if each in roots or each not in reached]
