"""Which files those that a user named may lead to: what is in the same repository."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from scanner.tree import tree_around


def within(paths: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path is in the repository of one of these, or else below the folder of one.

    Wherever links lead.
    """
    roots = {root for path in paths for root in _roots(os.path.realpath(path))}

    def allowed(path: str) -> bool:
        real = os.path.realpath(path)
        return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)

    return allowed


def _roots(path: str) -> Iterable[str]:
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    yield folder
    yield tree_around(Path(folder)).root
