"""Text that is read in pieces -> its lines, many at a time and none too long."""

import re
from collections.abc import Iterator
from typing import Final

from scanner.sources.files import Read
from scanner.sources.kind_of_file import STAMPED
from scanner.sources.split import SplitError

PIECE: Final = 64 * 1024
LONGEST: Final = 64 * 2**20
BOM: Final = b"\xef\xbb\xbf"
STAMP: Final = re.compile(STAMPED.encode())


def blocks(read: Read) -> Iterator[tuple[int, bytes]]:
    """Whole lines, about 64 KB of them at a time, and where they begin, in bytes.

    Raises SplitError for a line of more than 64 MB.
    """
    at, rest = 0, b""
    while new := read(max(PIECE, len(rest))):
        text = rest + new
        if at == 0 and text.startswith(BOM):
            at, text = len(BOM), text[len(BOM) :]
        end = text.rfind(b"\n") + 1
        if end:
            yield at, text[:end]
            at += end
        rest = text[end:]
        if len(rest) > LONGEST:
            raise SplitError(at, "a line longer than 64 MB")
    if rest:
        yield at, rest


def lines(read: Read) -> Iterator[tuple[int, bytes]]:
    """Each line with its end, and where it begins, in bytes. Raises SplitError."""
    for at, block in blocks(read):
        for line in block.splitlines(keepends=True):
            yield at, line
            at += len(line)
