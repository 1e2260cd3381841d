"""Items in JSON text -> what every item has, and what makes an item not to be trusted."""

import io
from typing import Final

import msgspec
from msgspec import Struct

from scanner.sources.config_head import Head
from scanner.sources.split import NOT_DECODED, SplitError, Text

SELECT: Final = (
    "SELECT resourceId, resourceName, resourceType, arn, accountId, awsRegion, tags, configuration,"
    " supplementaryConfiguration"
)

_HEADS = msgspec.json.Decoder(list[Head])
_HEAD = msgspec.json.Decoder(Head)
_ROWS = msgspec.json.Decoder(list[str])


class _Typed(Struct, rename="camel"):
    resource_type: str


def types_of(text: bytes) -> frozenset[str] | None:
    """The type of an item or row that has something wrong; None if nobody can be sure of it."""
    try:
        text = msgspec.json.decode(text, type=str).encode() if text[:1] == b'"' else text
        kind = msgspec.json.decode(text, type=_Typed).resource_type
        return None if _repeated(text) == "resourceType" else frozenset({kind})
    except NOT_DECODED:
        return None


def items_in(text: bytes) -> list[Head]:
    """The items of an array in JSON text; raises one of NOT_DECODED.

    A single item is looked at more closely: a key that it has twice is an error.
    """
    heads = _HEADS.decode(text)
    if len(heads) == 1:
        _no_repetition(text[1:-1])
    return heads


def rows_in(text: bytes) -> list[Head]:
    """The items in an array of JSON texts, a query's rows; raises one of NOT_DECODED."""
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
