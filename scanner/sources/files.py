"""The files that a user's paths lead to, read in pieces, gzipped or not."""

import os
import stat
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Final

from msgspec import Struct

from scanner.errors import UserError
from scanner.sources import EVENTS, LIVE, RECORDED

Read = Callable[[int], bytes]
"""At most so many bytes more; none at the end."""

GZIP: Final = b"\x1f\x8b"
PIECE: Final = 1 << 20
PACKED_PIECE: Final = 64 * 1024
BOMB_SIZE: Final = 64 * 2**20
BOMB_RATIO: Final = 200


class NotConfig(Exception):  # noqa: N818 - nobody made an error
    """The JSON is not AWS Config's; the text says what it is."""


class Count(Struct):
    """How much was read of a source, and how many files were none of AWS Config's."""

    files: int = 0
    items: int = 0
    passed_over: int = 0


class FileError(Exception):
    """A file or directory that cannot be read; the text says why."""


class Found(Struct, frozen=True):
    """A file: `named` if the user gave this very path rather than a directory above it."""

    path: str
    named: bool

    @property
    def uri(self) -> str:
        """The path as text that can be printed, whatever bytes it holds."""
        return printable(self.path)

    def open(self) -> AbstractContextManager[Read]:
        """What `opened` gives for the path."""
        return opened(self.path)

    def content(self) -> bytes:
        """All of it at once; raises FileError."""
        with self.open() as read:
            return b"".join(iter(lambda: read(PIECE), b""))


class Lost(Struct, frozen=True):
    """A path below those given that leads to no readable file, and why."""

    uri: str
    what: str


def printable(path: str) -> str:
    """A path without the bytes that are not UTF-8, so that any report can hold it."""
    return os.fsencode(path).decode("utf-8", "replace")


def require(paths: Sequence[str]) -> None:
    """Nothing; raises UserError that names each path that does not exist."""
    missing = [path for path in paths if _missing(path)]
    if missing:
        raise UserError("\n".join(map(_lacking, missing)))


def _lacking(path: str) -> str:
    from scanner.fields import nearest  # only where somebody made a mistake

    best = nearest(path, (LIVE, RECORDED, EVENTS)) if "/" not in path and "." not in path else None
    hint = f"; did you mean {best}?" if best else ""
    return f"{printable(path)}: no such file or directory{hint}"


def _missing(path: str) -> bool:
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False  # it is there and cannot be read: told when it is its turn
    return False


def ending(*endings: str) -> Callable[[str], bool]:
    """What tells whether a path ends with one of these, in whatever case."""
    return lambda path: path.lower().endswith(endings)


def found(
    path: str, wanted: Callable[[str], bool], skipped: frozenset[str] = frozenset()
) -> Iterator[Found | Lost]:
    """The file at a path, or those below it that are wanted, in the order of their names.

    Directories that are links are followed, each directory once, but none that is called as one of
    those skipped.
    """
    walked: set[tuple[int, int]] = set()
    todo = [path]
    while todo:
        here = todo.pop()
        try:
            status = os.stat(here)
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) not in walked:
                    walked.add((status.st_dev, status.st_ino))
                    names = sorted(set(os.listdir(here)) - skipped, reverse=True)
                    todo += [os.path.join(here, each) for each in names]
                continue
        except OSError as error:
            if here == path or wanted(here) or os.path.isdir(here):
                yield Lost(printable(here), error.strerror or str(error))
            continue
        if here == path or wanted(here):
            regular = stat.S_ISREG(status.st_mode)
            yield Found(here, here == path) if regular else Lost(printable(here), "not a file")


@contextmanager
def opened(path: str) -> Iterator[Read]:
    """What reads a file's bytes piece by piece, unpacked if it is gzipped.

    Raises FileError, when opening as well as when reading.
    """
    try:
        with open(path, "rb", buffering=0) as file:
            yield unpacked(_guarded(file.read))
    except OSError as error:
        raise FileError(error.strerror or str(error)) from error


def _guarded(read: Callable[[int], bytes | None]) -> Read:
    return lambda size: read(size) or b""


def unpacked(read: Read) -> Read:
    """What reads the same bytes, unpacked if they are gzipped. Raises FileError when reading."""
    first = read(PACKED_PIECE)
    if len(first) == 1:
        first += read(PACKED_PIECE)
    again = _Again(first, read).read
    return _Gunzip(again).read if first.startswith(GZIP) else again


class _Again:
    """Bytes that were read already, and what follows them."""

    def __init__(self, first: bytes, rest: Read) -> None:
        self._first = first
        self._rest = rest

    def read(self, size: int) -> bytes:
        """At most so many bytes more; none at the end."""
        if not self._first:
            return self._rest(size)
        given, self._first = self._first[:size], self._first[size:]
        return given


class _Gunzip:
    """What gzip packed: one member or several, neither cut short nor a bomb."""

    def __init__(self, packed: Read) -> None:
        self._packed = packed
        self._pending = b""
        self._member = zlib.decompressobj(wbits=31)
        self._taken = self._given = 0

    def read(self, size: int) -> bytes:
        """At most so many bytes more; none at the end."""
        while True:
            new = self._pending or self._more()
            if self._member.eof:
                if not new:
                    return b""
                self._pending = new = new.lstrip(b"\0")  # some tools pad the end
                if not new:
                    continue
                self._member = zlib.decompressobj(wbits=31)
            text = self._unpacked(new, size)
            if text:
                return self._counted(text)
            if not new and not self._member.eof:
                raise FileError(f"gzip cut short, after {self._given} bytes of text")

    def _more(self) -> bytes:
        new = self._packed(PACKED_PIECE)
        self._taken += len(new)
        return new

    def _unpacked(self, new: bytes, size: int) -> bytes:
        try:
            text = self._member.decompress(new, size)
        except zlib.error as error:
            raise FileError(f"broken gzip, after {self._given} bytes of text: {error}") from error
        self._pending = self._member.unconsumed_tail or self._member.unused_data
        return text

    def _counted(self, text: bytes) -> bytes:
        self._given += len(text)
        if self._given > BOMB_SIZE and self._given > BOMB_RATIO * self._taken:
            raise FileError(
                f"gzip that packs more than {BOMB_RATIO} times, after {self._given} bytes of text;"
                " unpack it yourself if you trust it"
            )
        return text
