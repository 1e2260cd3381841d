"""A file's text, as CloudTrail hashed it: unpacked, from exactly one gzip member.

Digests hold the hashes of uncompressed text. What is not packed is taken as it is, so a log file
that somebody unpacked can still be proven.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from typing import Final

Read = Callable[[int], bytes]
"""At most so many bytes more; none at the end."""

GZIP: Final = b"\x1f\x8b"
PIECE: Final = 256 * 1024
UNPACKED_PIECE: Final = 1 << 20
BOMB_SIZE: Final = 64 << 20
BOMB_RATIO: Final = 200
"""JSON of events packs ten to twenty times; deflate at its best a thousand times."""
MOST: Final = 256 << 20
"""The longest digest: one that names a million log files."""


class BrokenError(Exception):
    """Content that CloudTrail cannot have delivered; the text says why."""


class BombError(Exception):
    """Content that is too much to unpack; the text says why."""


def text_of(read: Read) -> bytes:
    """All of a file's text. Raises BrokenError, and BombError for more than a digest can be."""
    given: list[bytes] = []
    size = 0
    for piece in unpacked(read):
        given.append(piece)
        size += len(piece)
        if size > MOST:
            raise BombError(f"more than {MOST >> 20} MB of text, which is no digest")
    return b"".join(given)


def hash_of(read: Read) -> str:
    """The SHA-256 of a file's text, hexadecimal. Raises BrokenError and BombError."""
    sha = hashlib.sha256()
    for piece in unpacked(read):
        sha.update(piece)
    return sha.hexdigest()


def unpacked(read: Read) -> Iterator[bytes]:
    """A file's text in pieces. Raises BrokenError and BombError."""
    first = read(PIECE)
    if len(first) == 1:
        first += read(PIECE)
    if first.startswith(GZIP):
        yield from _gunzipped(first, read)
        return
    while first:
        yield first
        first = read(PIECE)


def _gunzipped(first: bytes, read: Read) -> Iterator[bytes]:
    member = zlib.decompressobj(wbits=31)
    packed, taken, given = first, len(first), 0
    while True:
        text = _decompressed(member, packed)
        given += len(text)
        if given > BOMB_SIZE and given > BOMB_RATIO * taken:
            raise BombError(f"gzip that packs more than {BOMB_RATIO} times")
        if text:
            yield text
        if member.eof:
            break
        if not packed and not text:
            raise BrokenError("its gzip is cut short")
        packed = member.unconsumed_tail
        if not packed:
            packed = read(PIECE)
            taken += len(packed)
    if member.unused_data or read(1):
        raise BrokenError("bytes follow the end of its gzip")


def _decompressed(member: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return member.decompress(packed, UNPACKED_PIECE)
    except zlib.error as error:
        raise BrokenError("its gzip is broken") from error
