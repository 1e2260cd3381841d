"""The records in a file of CloudTrail's, whichever of the known forms the file has."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Final

from msgspec import Struct

from scanner.event import Head
from scanner.sources.events.forms import (
    Cut,
    Formed,
    NotEvents,
    array,
    each_line,
    lines_decoder,
    objects,
)
from scanner.sources.events.lines import BOM, STAMP
from scanner.sources.events.record import chunk
from scanner.sources.files import FileError, Read
from scanner.sources.split import Broken, SplitError, Text

Open = Callable[[], AbstractContextManager[Read]]

HEAD: Final = 64 * 1024
CUT: Final = "the output was cut: the pages that its NextToken leads to are missing"


class Batch(Struct, frozen=True):
    """Some records that follow one another, and the number of the first, counted from 1."""

    first: int
    heads: list[Head]
    text: bytes
    whole: bool


class Fault(Struct, frozen=True):
    """What of a file could not be read; `where` is "" for the file itself."""

    where: str
    what: str


def contents(source: Open) -> Iterator[Batch | Fault]:
    """The records of a file, and what of it could not be read.

    Raises NotEvents before the first one is given, FileError where it cannot be opened.
    """
    number = 1
    with source() as read:
        patient = _Patient(read)
        try:
            for each in _formed(patient.read):
                if isinstance(each, Cut):
                    yield Fault("", CUT)
                elif isinstance(each, Broken):
                    what = each.what.replace("`$[0]", "`$")
                    yield Fault(f"record {number} (byte {each.offset})", what)
                    number += 1
                else:
                    yield Batch(number, each.heads, each.text, each.whole)
                    number += len(each.heads)
        except SplitError as error:
            if patient.error is None:
                yield Fault("", str(error))
        except NotEvents as error:
            if number == 1 and patient.error is None:
                raise
            yield Fault("", f"it goes on with {error}")
        if patient.error is not None:
            yield Fault("", str(patient.error))


class _Patient:
    """What reads a file as if it ended where it breaks: what was read by then is still good."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self.error: FileError | None = None

    def read(self, size: int) -> bytes:
        """At most so many bytes more; none at the end, or where it breaks."""
        if self.error is None:
            try:
                return self._read(size)
            except FileError as error:
                self.error = error
        return b""


def _formed(read: Read) -> Iterator[Formed]:
    """What a file has, by how it begins. Raises SplitError and NotEvents."""
    head = _head(read)
    again = _again(head, read)
    start = head.removeprefix(BOM).lstrip()
    if not start:
        raise SplitError(0, "the file is empty")
    if start[:1] == b"[":
        return array(start, Text(again))
    if start[:1] == b"{":
        decode = lines_decoder(start.partition(b"\n")[0])
        return objects(Text(again)) if decode is None else each_line(again, decode)
    if stamp := STAMP.search(start):
        first = start[stamp.end() :].partition(b"\n")[0]
        return each_line(again, lines_decoder(first) or chunk)
    Text(_again(head, io.BytesIO().read))  # tells UTF-16
    from scanner.sources.events import history_csv  # few have one, and it reads what fields exist

    if history_csv.is_header(start.partition(b"\n")[0].decode("utf-8", "replace")):
        return history_csv.chunks(again)
    raise NotEvents("neither JSON nor the Event history's CSV")


def _head(read: Read) -> bytes:
    head = b""
    while len(head) < HEAD and (more := read(HEAD - len(head))):
        head += more
    return head


def _again(head: bytes, rest: Read) -> Read:
    """What reads bytes that were read already, and then what follows them."""
    first = io.BytesIO(head).read
    return lambda size: first(size) or rest(size)
