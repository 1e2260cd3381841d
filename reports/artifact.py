"""Where a file lies in its repository: relative to the root, as code hosts insist on it."""

import os.path
from typing import Final
from urllib.parse import quote

from scanner.tree import Tree

NOWHERE: Final = "groma-scan"
"""What stands for the file where a scan had none."""
LONGEST: Final = 4096  # characters: no file system has a longer path
PLAIN_TREE: Final = Tree("/-", "/-")
"""The tree of paths that are relative to its root already."""


def artifact_path(path: str, tree: Tree) -> str:
    """The path relative to the tree's root; never absolute, never empty.

    A file outside the repository goes by its name alone, which is the same on every machine.
    `s3://bucket/key` becomes `s3/bucket/key`: code scanning refuses every scheme.
    """
    if len(path) > LONGEST:
        return NOWHERE
    path = path.replace("\0", "\ufffd")  # no file system has it, and no path function takes it
    scheme, separator, rest = path.partition("://")
    if separator and scheme.isalnum():
        return os.path.normpath(f"/{scheme}/{rest}").lstrip("/") or NOWHERE
    return (_inside(path, tree) if path else "") or NOWHERE


def artifact_uri(path: str, tree: Tree) -> str:
    """The same as `artifact_path`, percent-encoded as a relative URI."""
    return quote(artifact_path(path, tree), safe="/", errors="backslashreplace")


def _inside(path: str, tree: Tree) -> str:
    absolute = os.path.normpath(os.path.join(tree.here, path))
    relative = os.path.relpath(absolute, tree.root).replace(os.sep, "/")
    if relative == "." or relative.split("/", 1)[0] == "..":
        return os.path.basename(absolute) if relative != "." else ""
    return relative
