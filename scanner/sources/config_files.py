"""The items in a file of AWS Config's, whichever of its formats the file has."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Struct

from scanner.sources.config_decode import items_in, rows_in, types_of
from scanner.sources.config_head import Head
from scanner.sources.config_item import unresolved
from scanner.sources.files import FileError, NotConfig, Read
from scanner.sources.split import NOT_DECODED, Broken, SplitError, Text

T = TypeVar("T")

Open = Callable[[], AbstractContextManager[Read]]
"""Opens the same text from its beginning, as often as it is called."""

CLOSELY: Final = 512 * 1024
"""So many bytes of each list are looked through for keys that an item has twice.

JSON's readers disagree on which one counts. AWS writes none; looking for them everywhere would
cost more than the scan, so further on the last one counts.
"""
_DEEPEST_WRAPPER = 3
_MARK = b"configurationItem"
_TOO_LARGE = unresolved("too large for the notification; AWS Config put the item into S3")


class Batch(Struct, frozen=True):
    """Some items that follow one another, and the number of the first, counted from 1.

    `selected` are the fields that a query selected, None where the items are whole.
    """

    first: int
    heads: list[Head]
    selected: frozenset[str] | None = None


class Fault(Struct, frozen=True):
    """What of the file could not be read, and the types concerned, None if nobody knows."""

    where: str
    what: str
    types: frozenset[str] | None = None


def contents(source: Open, wrapped: int = 0) -> Iterator[Batch | Fault]:
    """The items of a file. Raises NotConfig before the first, SplitError and FileError anywhere."""
    with source() as read:
        text = Text(read)
        match text.peek():
            case b"[":
                yield from _array(text, source)
            case b"{":
                yield from _object(text, source, wrapped)
            case b"":
                raise SplitError(0, "the file is empty")
            case _:
                _decoded(text, object)
                text.finish()
                raise NotConfig("one JSON value that is neither an object nor an array")
        text.finish()


def _array(text: Text, source: Open) -> Iterator[Batch | Fault]:
    with source() as read:
        first = next(Text(read).elements(), (0, b""))[1]
    if first[:1] == b'"' and b"resourceType" in first:
        yield from _numbered(text, rows_in, frozenset())
    elif _looks_like_an_item(first):
        yield from _numbered(text, items_in)
    else:
        raise NotConfig("an array of something else than configuration items")


def _looks_like_an_item(text: bytes) -> bool:
    try:
        keys = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).keys()
    except NOT_DECODED:
        return b'"resourceType"' in text
    return "resourceType" in keys and bool(keys & {"resourceId", "awsAccountId", "accountId"})


def _object(text: Text, source: Open, wrapped: int) -> Iterator[Batch | Fault]:
    names: list[str] = []
    known = cut = False
    item_like = 0
    for key in text.members():
        name = key[:1].lower() + key[1:]
        names += [f"{key[:40]!a}"] if len(names) < 5 else []
        item_like += name in ("resourceType", "resourceId")
        if name == "nextToken":
            cut = text.value() not in (b"null", b'""')
        elif name in _READERS:
            try:
                yield from _READERS[name](text, source, wrapped)
                known = True
            except NotConfig:
                continue
        else:
            text.skip()
    if not known and item_like < 2:
        raise NotConfig(
            f"an object with the keys {', '.join(names)}" if names else "an empty object"
        )
    if not known:
        with source() as read:
            yield _item(Text(read))
    if cut:
        yield Fault("", "the output was cut: the pages that its nextToken leads to are missing")


def _list(text: Text, _source: Open, _wrapped: int) -> Iterator[Batch | Fault]:
    yield from _numbered(text, items_in)


def _query(text: Text, source: Open, _wrapped: int) -> Iterator[Batch | Fault]:
    selected = _selected(source)
    if selected is None:
        text.skip()
        raise NotConfig
    yield from _numbered(text, rows_in, selected)


def _single(text: Text, _source: Open, _wrapped: int) -> Iterator[Batch | Fault]:
    if text.peek() == b"n":
        text.skip()
    else:
        yield _item(text)


def _summary(text: Text, _source: Open, _wrapped: int) -> Iterator[Batch | Fault]:
    for given in _single(text, _source, _wrapped):
        for head in given.heads if isinstance(given, Batch) else ():
            head.configuration = _TOO_LARGE
            head.supplementary_configuration = _TOO_LARGE
        yield given


def _unprocessed(text: Text, _source: Open, _wrapped: int) -> Iterator[Batch | Fault]:
    for key in _decoded(text, list[dict[str, Any]]):
        kind = str(key.get("resourceType", key.get("ResourceType", "")))[:200]
        name = str(key.get("resourceId", key.get("ResourceId", "")))[:200]
        types = frozenset({kind}) if kind else None
        yield Fault(
            "", f"AWS Config did not give {kind} {name}: an unprocessed resource key", types
        )


def _wrapper(text: Text, _source: Open, wrapped: int) -> Iterator[Batch | Fault]:
    quoted = text.peek() == b'"'
    value = _decoded(text, str).encode() if quoted else text.value()
    if wrapped == _DEEPEST_WRAPPER or value.lstrip()[:1] != b"{" or _MARK not in value:
        raise NotConfig
    yield from contents(lambda: nullcontext(io.BytesIO(value).read), wrapped + 1)


def _decoded(text: Text, kind: type[T]) -> T:
    """The value that comes next as a Python value; raises SplitError."""
    text.peek()
    offset = text.offset
    try:
        return msgspec.json.decode(text.value(), type=kind)
    except NOT_DECODED as error:
        raise SplitError(offset, str(error)) from error


_READERS: Final = {
    "configurationItems": _list,
    "baseConfigurationItems": _list,
    "unprocessedResourceKeys": _unprocessed,
    "unprocessedResourceIdentifiers": _unprocessed,
    "results": _query,
    "configurationItem": _single,
    "configurationItemSummary": _summary,
    "message": _wrapper,  # of SNS, as mail, HTTP and queues deliver it
    "invokingEvent": _wrapper,  # of a Config rule's Lambda function
    "detail": _wrapper,  # of EventBridge
}


def _selected(source: Open) -> frozenset[str] | None:
    """The fields that a query selected, none if the file lost them; None if it holds no query's."""
    texts = False
    with source() as read:
        text = Text(read)
        try:
            for key in text.members():
                if key in ("queryInfo", "QueryInfo"):
                    return _fields(text.value())
                if key in ("results", "Results"):
                    for _, value in text.elements():
                        texts = texts or value[:1] == b'"'
                else:
                    text.skip()
        except (SplitError, FileError):
            pass  # told where the items are read
    return frozenset() if texts else None


class _Field(Struct):
    name: str = msgspec.field(name="Name")


class _QueryInfo(Struct):
    fields: list[_Field] = msgspec.field(name="SelectFields", default_factory=list)


def _fields(text: bytes) -> frozenset[str]:
    try:
        return frozenset(each.name for each in msgspec.json.decode(text, type=_QueryInfo).fields)
    except NOT_DECODED:
        return frozenset()


def _numbered(
    text: Text, decode: Callable[[bytes], list[Head]], selected: frozenset[str] | None = None
) -> Iterator[Batch | Fault]:
    number = 1
    for run in text.runs(decode, singly=CLOSELY):
        if isinstance(run, Broken):
            yield _fault(f"item {number} (byte {run.offset})", run.text, run.what)
            number += 1
        else:
            yield Batch(number, run, selected)
            number += len(run)


def _item(text: Text) -> Batch | Fault:
    offset, value = text.offset, text.value()
    try:
        return Batch(1, items_in(b"[%b]" % value))
    except NOT_DECODED as error:
        return _fault(f"the item (byte {offset})", value, str(error))


def _fault(where: str, text: bytes, what: str) -> Fault:
    return Fault(where, what.replace("`$[0]", "`$"), types_of(text))
