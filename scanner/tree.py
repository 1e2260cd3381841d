"""Where a repository begins, so that its files are called the same from every directory."""

import os.path
from pathlib import Path

from msgspec import Struct


class Tree(Struct, frozen=True):
    """A repository's `root` and the directory `here` from which paths are given; both absolute."""

    root: str
    here: str

    def inside(self, path: str) -> str:
        """A path relative to the root, with slashes; that of a file elsewhere as it was given."""
        absolute = os.path.normpath(os.path.join(self.here, path))
        relative = os.path.relpath(absolute, self.root).replace(os.sep, "/")
        return path if relative.split("/", 1)[0] == ".." else relative


def tree_around(here: Path) -> Tree:
    """The tree of the nearest directory with a `.git`, from `here` upwards; else `here` itself."""
    here = here.resolve()
    roots = (each for each in (here, *here.parents) if (each / ".git").exists())
    return Tree(str(next(roots, here)), str(here))
