"""Which files a template may name as nested in it, and their bytes."""

import os
import stat
from collections.abc import Callable, Iterable

from msgspec import Struct

from scanner.sources.cloudformation.template import MAX_BYTES
from scanner.sources.declared.within import below, folder_of


class Files(Struct, frozen=True):
    """What opens files: `allowed` says whether a path may be read at all.

    `read` gives the bytes of a path and raises OSError where it cannot.
    """

    allowed: Callable[[str], bool]
    read: Callable[[str], bytes]


def files_below(roots: Iterable[str]) -> Files:
    """The files below some directories, wherever links lead; none of them larger than a template.

    A root that is a file stands for the directory that it is in.
    """
    return Files(below(map(folder_of, roots)), _read)


def no_files() -> Files:
    """No files at all: what is nested is not judged."""
    return Files(lambda path: False, _read)


def _read(path: str) -> bytes:
    """A regular file's bytes, one more at most than a template may have."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with open(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("it is no regular file")
        return stream.read(MAX_BYTES + 1)
