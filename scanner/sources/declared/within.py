"""Which files those that a user named may lead to: what is in the same repository."""

import os
from collections.abc import Iterable
from pathlib import Path

from scanner.tree import tree_around


def roots_of(paths: Iterable[str]) -> list[str]:
    """The roots of the repositories of paths, and the folders of those that are in none."""
    return sorted({tree_around(Path(_folder(path))).root for path in paths})


def _folder(path: str) -> str:
    real = os.path.realpath(path)
    return real if os.path.isdir(real) else os.path.dirname(real)
