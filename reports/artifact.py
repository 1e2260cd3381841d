"""Where a file lies in its repository, as the relative URI that code scanning insists on."""

import os.path
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

NOWHERE = "groma-scan"
"""What stands for the file where a scan had none."""
LONGEST = 4096  # characters: no file system has a longer path


@dataclass(frozen=True, slots=True)
class Tree:
    """A repository's `root` and the directory `here` from which paths are given; both absolute."""

    root: str
    here: str


def tree_around(here: Path) -> Tree:
    """The tree of the nearest directory with a `.git`, from `here` upwards; else `here` itself."""
    here = here.resolve()
    roots = (each for each in (here, *here.parents) if (each / ".git").exists())
    return Tree(str(next(roots, here)), str(here))


def artifact_uri(path: str, tree: Tree) -> str:
    """The path as a percent-encoded URI relative to the tree's root; never absolute, never empty.

    A file outside the repository goes by its name alone, which is the same on every machine.
    `s3://bucket/key` becomes `s3/bucket/key`: code scanning refuses every scheme.
    """
    if len(path) > LONGEST:
        return NOWHERE
    scheme, separator, rest = path.partition("://")
    inside = f"{scheme}/{rest.lstrip('/')}" if separator else _inside(path, tree)
    return quote(inside, safe="/", errors="backslashreplace") or NOWHERE


def _inside(path: str, tree: Tree) -> str:
    if "\0" in path or not path:
        return path
    absolute = os.path.normpath(os.path.join(tree.here, path))
    relative = os.path.relpath(absolute, tree.root).replace(os.sep, "/")
    if relative == "." or relative.split("/", 1)[0] == "..":
        return os.path.basename(absolute) if relative != "." else ""
    return relative
