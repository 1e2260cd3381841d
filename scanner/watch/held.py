"""Logs that are kept back until all others have come: those that tell their events in part.

Of an event that another log tells in full these say nothing.
"""

from array import array
from collections.abc import Hashable, Iterator
from typing import Final

import msgspec

from scanner.event import Log
from scanner.spool import Spool
from scanner.watch.seen import Seen

MOST: Final = 1 << 20  # bytes in memory

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Log).decode


class Held:
    """Logs on disk beyond a bound, and the identities of their events; close it to drop them."""

    def __init__(self) -> None:
        self._spool = Spool(MOST)
        self._lengths = array("Q")
        self._identities = Seen()

    def add(self, log: Log) -> None:
        """Keep a log back."""
        text = _encode(log)
        self._spool.add(text)
        self._lengths.append(len(text))

    def note(self, identity: Hashable) -> None:
        """Take note of an event in one of the logs."""
        self._identities.add(identity)

    def __contains__(self, identity: Hashable) -> bool:
        return identity in self._identities

    def logs(self) -> Iterator[Log]:
        """The logs in the order in which they came."""
        at = 0
        for length in self._lengths:
            yield _decode(self._spool.read(at, length))
            at += length

    def close(self) -> None:
        """Drop everything."""
        self._spool.close()
