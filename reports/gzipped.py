"""How large a text becomes when it is gzipped, told while the text is still being written."""

import zlib
from typing import Final

PENDING: Final = 256 * 1024  # bytes, more than zlib holds back before it gives something out


class Gauge:
    """Counts the compressed bytes of what it is given, against a limit in bytes.

    It compresses at zlib's fastest level, which is the least thorough one: who uploads the text
    compresses it at level 6 or better. Nothing is flushed, so up to PENDING bytes that zlib holds
    back are counted as if they were there; text that is smaller than the limit always fits.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._plain = 0
        self._written = 0
        self._compress = zlib.compressobj(1).compress

    def holds(self, text: str) -> bool:
        """Count the text, and say whether all that was counted is within the limit."""
        data = text.encode()
        self._plain += len(data)
        self._written += len(self._compress(data))
        return min(self._plain, self._written + PENDING) <= self._limit
