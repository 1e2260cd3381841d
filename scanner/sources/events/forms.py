"""The forms that JSON has around CloudTrail's records: log files, answers, envelopes, lists."""

import io
import re
from collections.abc import Callable, Generator, Iterator
from typing import Final

import msgspec
from msgspec import Struct

from scanner.sources.events.lines import PIECE, STAMP, blocks
from scanner.sources.events.record import (
    Chunk,
    chunk,
    chunks,
    of_entries,
    of_strings,
)
from scanner.sources.files import Read
from scanner.sources.split import NOT_DECODED, Broken, Text

DIGEST: Final = "digestStartTime"
_TOKENS: Final = ("NextToken", "nextToken")
_FIRST: Final = re.compile(rb'\s*\[\s*(?:(")|\{\s*"([^"\\]*)")')
_PAGES: Final = (b"Records", b"Events", b"events")
_ENTRIES: Final = (
    *(b"EventId", b"EventName", b"ReadOnly", b"AccessKeyId", b"EventTime", b"EventSource"),
    *(b"Username", b"Resources", b"CloudTrailEvent"),
    # of CloudWatch Logs
    *(b"logStreamName", b"timestamp", b"message", b"ingestionTime", b"eventId", b"id"),
)
_ENTRY: Final = re.compile(rb'\{\s*"(?:%b)"' % b"|".join(_ENTRIES))
_RECORD: Final = frozenset({"eventTime", "eventName", "eventSource", "eventID"})


class NotEvents(Exception):  # noqa: N818 - nobody made an error
    """The text is not CloudTrail's records; it says what it is, and whether that is well so."""

    def __init__(self, what: str, fine: bool = False) -> None:
        super().__init__(what)
        self.fine = fine


CLOSELY: Final = 512 * 1024
"""So many bytes of a log file are looked through for all keys that a record may not have twice.

CloudTrail writes none; looking for one key takes a twentieth of the time that a scan takes.
"""


class Cut(Struct, frozen=True):
    """The records go on elsewhere, and are missing here."""


Formed = Chunk | Broken | Cut


def array(head: bytes, text: Text) -> Iterator[Formed]:
    """The records of an array: of records, strings, entries, or whole answers.

    `head` is how the text begins, which tells which. Raises SplitError and NotEvents.
    """
    first = _FIRST.match(head)
    key = first[2] if first else None
    if first and first[1]:
        yield from _listed(text, of_strings)
    elif key in _ENTRIES:
        yield from _listed(text, of_entries)
    elif key in _PAGES:
        for _, page in text.elements():
            yield from objects(Text(io.BytesIO(page).read))
    else:
        yield from _listed(text, chunk)
    text.finish()


def objects(text: Text) -> Iterator[Formed]:
    """The records of one object or several in a row. Raises SplitError and NotEvents."""
    only_records = False
    while text.peek() and not only_records:
        only_records = yield from _object(text)
    pending: list[tuple[int, bytes]] = []
    size = 0
    while text.peek():
        pending.append((text.offset, text.value()))
        size += len(pending[-1][1])
        if size > PIECE:
            yield from chunks(pending)
            pending, size = [], 0
    if pending:
        yield from chunks(pending)


def lines_decoder(line: bytes) -> Callable[[bytes], list[Chunk]] | None:
    """What decodes an array of what a line is; None if it is neither a record nor an entry."""
    try:
        keys = msgspec.json.decode(_bare(line), type=dict[str, msgspec.Raw]).keys()
    except NOT_DECODED:  # or it goes on beyond what was read
        return of_entries if _ENTRY.match(_bare(line)) else None
    if not keys.isdisjoint(("CloudTrailEvent", "message")):
        return of_entries
    return chunk if "eventTime" in keys else None


def each_line(read: Read, decode: Callable[[bytes], list[Chunk]]) -> Iterator[Formed]:
    """The records of which each stands on a line of its own. Raises SplitError."""
    for at, block in blocks(read):
        found = [_bare(each) for each in block.splitlines() if each.strip()]
        if not found:
            continue
        try:
            decoded = decode(b"[%b]" % b",".join(found))
        except NOT_DECODED:
            decoded = []
        if sum(len(each.heads) for each in decoded) == len(found):
            yield from decoded
        else:
            yield from _line_by_line(at, block, decode)


def _line_by_line(
    at: int, block: bytes, decode: Callable[[bytes], list[Chunk]]
) -> Iterator[Formed]:
    for line in block.splitlines(keepends=True):
        if line.strip():
            try:
                decoded = decode(b"[%b]" % _bare(line))
            except NOT_DECODED as error:
                yield Broken(at, line, str(error))
            else:
                yield from decoded
        at += len(line)


def _bare(line: bytes) -> bytes:
    """A line without the time that CloudWatch Logs puts before it."""
    stamp = None if line.startswith(b"{") else STAMP.match(line)
    return line[stamp.end() :] if stamp else line


def _listed(text: Text, decode: Callable[[bytes], list[Chunk]]) -> Iterator[Formed]:
    for run in text.runs(decode):
        if isinstance(run, Broken):
            yield run
        else:
            yield from run


def _object(text: Text) -> Generator[Formed, None, bool]:
    """The records in an object; returns whether it was one itself. Raises NotEvents."""
    kept: dict[str, bytes] = {}
    known = cut = False
    offset = text.offset
    for key in text.members():
        reader = _READERS.get(key)
        if reader is not None and text.peek() == reader.opens:
            known = True
            yield from reader.read(text)
        elif key in _TOKENS:
            cut = text.value() not in (b"null", b'""')
        elif known:
            text.skip()
        else:
            kept[key] = text.value()
    if known:
        yield from [Cut()] if cut else []
        return False
    if not kept.keys() & _RECORD:
        raise _stranger(kept)
    written = (b"%b:%b" % (msgspec.json.encode(key), value) for key, value in kept.items())
    yield from chunks([(offset, b"{%b}" % b",".join(written))])
    return True


def _stranger(members: dict[str, bytes]) -> NotEvents:
    if DIGEST in members:
        return NotEvents("one of CloudTrail's digest files, which `groma verify` reads", fine=True)
    names = ", ".join(f"{key[:40]!a}" for key in [*members][:5])
    return NotEvents(f"an object with the keys {names}" if names else "an empty object")


def _records(text: Text) -> Iterator[Formed]:
    return _listed(text, lambda run: chunk(run, closely=text.offset < CLOSELY))


def _entries(text: Text) -> Iterator[Formed]:
    return _listed(text, of_entries)


def _detail(text: Text) -> Iterator[Formed]:
    yield from chunks([(text.offset, text.value())])


class _Reader(Struct, frozen=True):
    opens: bytes
    read: Callable[[Text], Iterator[Formed]]


_READERS: Final = {
    "Records": _Reader(b"[", _records),
    "Events": _Reader(b"[", _entries),  # of LookupEvents
    "events": _Reader(b"[", _entries),  # of CloudWatch Logs' FilterLogEvents
    "logEvents": _Reader(b"[", _entries),  # of its subscriptions
    "detail": _Reader(b"{", _detail),  # of EventBridge
}
