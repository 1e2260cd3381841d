"""CloudTrail's records in JSON text, many at a time, and what makes text no record of its."""

from typing import Final

import msgspec
from msgspec import Raw, Struct

from scanner.event import Head, heads
from scanner.sources.split import NOT_DECODED, Broken

ONCE: Final = (b'"eventName"', b'"eventTime"', b'"userIdentity"', b'"errorCode"')
"""Keys that are looked for twice in a record, the first one in every record.

JSON's readers disagree on which one of two counts. CloudTrail writes none twice; to look for all
keys would cost more than to read them.
"""
_NOTIFIED: Final = "aws:"
"""What the eventSource of a notification begins with, which has much of a record's form."""


class Chunk(Struct, frozen=True, gc=False):
    """Some records that follow one another, and the JSON array that they were read from."""

    heads: list[Head]
    text: bytes
    whole: bool = True


class Entry(Struct, gc=False):
    """What holds a record as a JSON string: LookupEvents' and CloudWatch Logs' answers."""

    event: str | None = msgspec.field(name="CloudTrailEvent", default=None)
    message: str | None = None


_members = msgspec.json.Decoder(dict[str, Raw]).decode
_texts = msgspec.json.Decoder(list[Raw]).decode
_entries = msgspec.json.Decoder(list[Entry]).decode
_strings = msgspec.json.Decoder(list[str]).decode


def chunk(text: bytes, *, closely: bool = True) -> list[Chunk]:
    """The records of an array in JSON text, in one chunk; raises one of NOT_DECODED.

    A record with two names of its event is none; only `closely` is it looked for all of `ONCE`.
    """
    if not text.isascii():
        text.decode()  # what heads leave out has to be UTF-8, too
    found = heads(text)
    for each in found:
        if each.event_time is None or each.event_id is None:
            _no_stranger(each)
    if any(text.count(key) > len(found) for key in (ONCE if closely else ONCE[:1])):
        for one in _texts(text):
            _no_repetition(bytes(one))
    return [Chunk(found, text)]


def of_entries(text: bytes) -> list[Chunk]:
    """The records in the entries of an array, in one chunk; raises one of NOT_DECODED."""
    found = [each.event or each.message for each in _entries(text)]
    if not all(found):
        raise msgspec.ValidationError("an entry without CloudTrailEvent")
    return of_texts([each.encode() for each in found if each])


def of_strings(text: bytes) -> list[Chunk]:
    """The records in an array of JSON strings, in one chunk; raises one of NOT_DECODED."""
    return of_texts([each.encode() for each in _strings(text)])


def of_texts(texts: list[bytes]) -> list[Chunk]:
    """The records that texts are, one each, in one chunk; raises one of NOT_DECODED."""
    found = chunk(b"[%b]" % b",".join(texts))
    if len(found[0].heads) != len(texts):
        raise msgspec.ValidationError("not one record")
    return found


def chunks(texts: list[tuple[int, bytes]]) -> list[Chunk | Broken]:
    """The records that texts are, each with its offset: all at once, else one by one."""
    try:
        return [*of_texts([text for _, text in texts])]
    except NOT_DECODED as error:
        if len(texts) == 1:
            return [Broken(*texts[0], str(error))]
    return [each for one in texts for each in chunks([one])]


def _no_stranger(head: Head) -> None:
    if head.event_time is None:
        raise msgspec.ValidationError("no record of CloudTrail's: it has no eventTime")
    if (head.event_source or "").startswith(_NOTIFIED):
        raise msgspec.ValidationError("a notification, and no record of CloudTrail's")


def _no_repetition(text: bytes) -> None:
    """Nothing; raises ValidationError for a record that has one of the keys twice."""
    members = _members(text)
    for key in ONCE:
        name = key[1:-1].decode()
        below = sum(bytes(each).count(key) for each in members.values())
        if name in members and text.count(key) - below > 1:
            raise msgspec.ValidationError(f"the key {name!r} stands there twice")
