"""Bytes that stay in memory up to a bound, and go to a file beyond it."""

from io import BytesIO
from typing import IO


class Spool:
    """What is written at the end and read anywhere; close it to drop everything.

    As `tempfile.SpooledTemporaryFile`, without the five milliseconds that it takes to load.
    """

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._file: IO[bytes] = BytesIO()
        self._end = 0
        self._on_disk = False

    def add(self, data: bytes) -> int:
        """Write at the end, and tell where."""
        began = self._end
        self._end += len(data)
        if self._end > self._bound and not self._on_disk:
            self._roll_over()
        self._file.seek(began)
        self._file.write(data)
        return began

    def _roll_over(self) -> None:
        import tempfile  # few scans hold so much

        file = tempfile.TemporaryFile(prefix="groma-")  # noqa: SIM115 - see close
        self._file.seek(0)
        while part := self._file.read(1 << 20):
            file.write(part)
        self._file.close()
        self._file, self._on_disk = file, True

    def read(self, offset: int, length: int) -> bytes:
        """What stands there."""
        self._file.seek(offset)
        return self._file.read(length)

    def close(self) -> None:
        """Drop everything."""
        self._file.close()
