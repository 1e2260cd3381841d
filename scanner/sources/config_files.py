"""The items in a file of AWS Config's, whichever of its formats the file has."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Struct

from scanner.sources.config_item import Head, unresolved
from scanner.sources.files import FileError, Read
from scanner.sources.split import NOT_DECODED, Broken, SplitError, Text

T = TypeVar("T")

Open = Callable[[], AbstractContextManager[Read]]
"""Opens the same text from its beginning, as often as it is called."""

SELECT: Final = (
    "SELECT resourceId, resourceName, resourceType, arn, accountId, awsRegion, tags, configuration,"
    " supplementaryConfiguration"
)
_DEEPEST_WRAPPER = 3
_TOO_LARGE = unresolved("too large for the notification; AWS Config put the item into S3")


class NotConfig(Exception):  # noqa: N818 - nobody made an error
    """The JSON is not AWS Config's; the text says what it is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some items that follow one another, and the number of the first, counted from 1.

    `selected` are the fields that a query selected, None where the items are whole.
    """

    first: int
    heads: list[Head]
    selected: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
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
                text.skip()
                text.finish()
                raise NotConfig("one JSON value that is neither an object nor an array")
        text.finish()


def _array(text: Text, source: Open) -> Iterator[Batch | Fault]:
    with source() as read:
        first = next(Text(read).elements(), (0, b""))[1]
    if first[:1] == b'"' and b"resourceType" in first:
        yield from _numbered(text, _rows, frozenset())
    elif _looks_like_an_item(first):
        yield from _numbered(text, _items)
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
    yield from _numbered(text, _items)


def _query(text: Text, source: Open, _wrapped: int) -> Iterator[Batch | Fault]:
    selected = _selected(source)
    if selected is None:
        text.skip()
        raise NotConfig
    yield from _numbered(text, _rows, selected)


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
    if wrapped == _DEEPEST_WRAPPER or b"configurationItem" not in value:
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
    for run in text.runs(decode):
        if isinstance(run, Broken):
            yield _fault(f"item {number} (byte {run.offset})", run.text, run.what)
            number += 1
        else:
            yield Batch(number, run, selected)
            number += len(run)


def _item(text: Text) -> Batch | Fault:
    offset, value = text.offset, text.value()
    try:
        return Batch(1, _items(b"[%b]" % value))
    except NOT_DECODED as error:
        return _fault(f"the item (byte {offset})", value, str(error))


def _fault(where: str, text: bytes, what: str) -> Fault:
    return Fault(where, what.replace("`$[0]", "`$"), _types_of(text))


class _Typed(Struct, rename="camel"):
    resource_type: str


def _types_of(text: bytes) -> frozenset[str] | None:
    """The type of an item that has something wrong; None if that, too, is not to be trusted."""
    try:
        text = msgspec.json.decode(text, type=str).encode() if text[:1] == b'"' else text
        kind = msgspec.json.decode(text, type=_Typed).resource_type
    except NOT_DECODED:
        return None
    return frozenset({kind}) if _repeated(text) != "resourceType" else None


_HEADS = msgspec.json.Decoder(list[Head])
_HEAD = msgspec.json.Decoder(Head)
_ROWS = msgspec.json.Decoder(list[str])


def _items(text: bytes) -> list[Head]:
    heads = _HEADS.decode(text)
    if len(heads) == 1:
        _no_repetition(text[1:-1])
    elif text.count(b'"configuration"') > len(heads):
        raise msgspec.ValidationError("one of the items may have two configurations")
    return heads


def _rows(text: bytes) -> list[Head]:
    heads = []
    for row in _ROWS.decode(text):
        try:
            head = _HEAD.decode(row)
        except msgspec.ValidationError as error:
            raise msgspec.ValidationError(f"{error}; the query should be {SELECT} …") from error
        if not head.account:
            raise msgspec.ValidationError(
                f"a row without accountId; the query should be {SELECT} …"
            )
        _no_repetition(row.encode())
        heads.append(head)
    return heads


def _no_repetition(text: bytes) -> None:
    if (key := _repeated(text)) is not None:
        raise msgspec.ValidationError(f"the key {key[:40]!a} stands there twice")


def _repeated(text: bytes) -> str | None:
    """A key that an item, or the configuration in it, has more than once."""
    item = Text(io.BytesIO(text).read)
    try:
        return _twice(item, deeper=True)
    except SplitError as error:
        raise msgspec.ValidationError(error.what) from error


def _twice(text: Text, deeper: bool) -> str | None:
    seen: set[str] = set()
    for key in text.members():
        if key in seen:
            return key
        seen.add(key)
        if deeper and key == "configuration" and text.peek() == b"{":
            if (inner := _twice(text, deeper=False)) is not None:
                return inner
        else:
            text.skip()
    return None
