"""The CSV that the console's Event history gives: a few columns of each event.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-console.html
"""

import csv
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from scanner.event import EVENT, heads
from scanner.fields import document_shape
from scanner.sources.events.lines import lines
from scanner.sources.events.record import Chunk
from scanner.sources.files import Read
from scanner.sources.split import Broken, SplitError
from scanner.unresolved import KEY

ROWS: Final = 64
LACKING: Final = "the Event history's CSV does not have it"

_IDENTITY: Final = "userIdentity"
_COLUMNS: Final = {
    "event time": "eventTime",
    "event name": "eventName",
    "event source": "eventSource",
    "aws region": "awsRegion",
    "source ip address": "sourceIPAddress",
    "user agent": "userAgent",
    "error code": "errorCode",
    "request id": "requestID",
    "event id": "eventID",
    "read-only": "readOnly",
    "event type": "eventType",
    "recipient account id": "recipientAccountId",
    "event category": "eventCategory",
}
"""The fields of a record that columns have; the console lets its user choose columns."""

_USER: Final = "user name"
_ACCESS_KEY: Final = "aws access key"
_LONG_TERM: Final = "AKIA"
"""What the access key of a user begins with, and that of no role.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
"""
_ROOT: Final = "root"
_BOOLEAN: Final = {"true": True, "false": False}


class RowError(Exception):
    """A row that is no event; the text says why."""


class _Row(Struct, frozen=True):
    """A row as a record: what is known of it, and that with what is not."""

    known: dict[str, Any]
    record: dict[str, Any]


def is_header(line: str) -> bool:
    """Whether a file's first line names the columns of the Event history."""
    try:
        names = _names(next(csv.reader([line]), []))
    except csv.Error:
        return False
    return "event time" in names and "event name" in names


def chunks(read: Read) -> Iterator[Chunk | Broken]:
    """The events of a CSV as records that are not whole. Raises SplitError and FileError."""
    feed = _Feed(read)
    rows = csv.reader(feed, strict=True)
    names = _header(rows)
    lacking = _lacking(names)
    found: list[_Row] = []
    for row in _rows(rows, feed, names, lacking):
        if isinstance(row, _Row):
            found.append(row)
        if found and (len(found) == ROWS or isinstance(row, Broken)):
            yield _chunk(found)
            found = []
        if isinstance(row, Broken):
            yield row
    if found:
        yield _chunk(found)


class _Feed:
    """The lines of a file as text, and where the row began that was read last."""

    def __init__(self, read: Read) -> None:
        self._lines = lines(read)
        self._next = 0
        self.began = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        at, line = next(self._lines)
        self._next = at + len(line)
        return line.decode()

    def mark(self) -> None:
        """Take note that the next line begins a row."""
        self.began = self._next


def _rows(
    rows: Any, feed: _Feed, names: list[str], lacking: dict[str, Any]
) -> Iterator[_Row | Broken]:
    while True:
        feed.mark()
        try:
            cells = next(rows, None)
            if cells is None:
                return
            if cells:
                yield _row(names, cells, lacking)
        except (csv.Error, RowError, UnicodeDecodeError) as error:
            yield Broken(feed.began, b"", str(error))


def _header(rows: Any) -> list[str]:
    try:
        return _names(next(rows, []))
    except (csv.Error, UnicodeDecodeError) as error:
        raise SplitError(0, str(error)) from error


def _names(cells: list[str]) -> list[str]:
    return [each.strip().lower() for each in cells]


def _lacking(names: list[str]) -> dict[str, Any]:
    """A record of which nothing is known but what the columns will tell."""
    tree = document_shape(EVENT).forms[0].tree["configuration"]
    return {name: _unknown() for name in tree} | {
        _IDENTITY: {name: _unknown() for name in tree[_IDENTITY]}
    }


def _unknown(why: str = LACKING) -> dict[str, str]:
    return {KEY: why}


def _row(names: list[str], cells: list[str], lacking: dict[str, Any]) -> _Row:
    """A row as a record. Raises RowError."""
    if len(cells) != len(names):
        raise RowError(f"a row of {len(cells)} cells, and not of {len(names)}")
    given = dict(zip(names, cells, strict=True))
    record = dict(lacking)
    for column, name in _COLUMNS.items():
        if column in given:
            record[name] = _value(name, given[column])
    _check(record)
    known = {name: each for name, each in record.items() if not isinstance(each, dict)}
    identity = _identity(given)
    known[_IDENTITY] = {k: v for k, v in identity.items() if not isinstance(v, dict)}
    record[_IDENTITY] = record[_IDENTITY] | identity
    return _Row(known, record)


def _value(name: str, cell: str) -> Any:
    """What a cell says; an empty one that the event does not have it."""
    if name == "readOnly":
        return _BOOLEAN.get(cell.strip().lower(), _unknown())
    return cell or None


def _check(record: dict[str, Any]) -> None:
    """Nothing; raises RowError for what nobody could judge."""
    time = record["eventTime"]
    try:
        datetime.fromisoformat(time or "")
    except ValueError:
        raise RowError(f"{str(time)[:40]!a} is not a time") from None


def _identity(given: dict[str, str]) -> dict[str, Any]:
    """Who it was: the user name is that of a user, or the name that a role's session chose."""
    found: dict[str, Any] = {}
    key, name = given.get(_ACCESS_KEY), given.get(_USER)
    if key is not None:
        found["accessKeyId"] = key or None
    if name and name != _ROOT and (key or "").startswith(_LONG_TERM):
        found["userName"] = name
    elif name:
        found["userName"] = _unknown(
            f"the Event history's CSV says {name[:100]!a}, a user or a role's session"
        )
    return found


def _chunk(rows: list[_Row]) -> Chunk:
    known = heads(msgspec.json.encode([each.known for each in rows]))
    return Chunk(known, msgspec.json.encode([each.record for each in rows]), whole=False)
