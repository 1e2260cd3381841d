"""CloudTrail's files on disk, as `aws s3 sync` copies them.

S3's metadata stay behind: the signature of a digest is then in the digest after it only. One can
be kept in a file beside the digest, of the same name and `.signature`.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Final

from scanner.errors import UserError
from scanner.integrity.chain import Home
from scanner.sources import files
from scanner.sources.deliveries import ENDINGS
from scanner.sources.deliveries import LOGS as AWS_LOGS
from scanner.sources.files import FileError, printable
from scanner.sources.trail_files import AbsentError, ListingError, Opened, Scope, scope_of

SIDECAR: Final = ".signature"
LONGEST: Final = 4096  # characters of a signature: RSA keys of 16,384 bits


def folders_of(path: str) -> list["TrailFolder"]:
    """The folders that hold an AWSLogs at, above or below a path. Raises UserError."""
    files.require([path])
    parts = Path(os.path.abspath(path)).parts
    if AWS_LOGS in parts:
        cut = parts.index(AWS_LOGS)
        above = _near(os.path.join(*parts[:cut]))
        return [TrailFolder(above, scope_of(path, parts[cut + 1 :]))]
    found = sorted(_above_logs(path))
    if not found:
        raise UserError(f"{printable(path)}: no folder AWSLogs, which CloudTrail's files are in")
    return [TrailFolder(each) for each in found]


def _above_logs(path: str) -> Iterator[str]:
    for here, names, _ in os.walk(path):
        if AWS_LOGS in names:
            names.remove(AWS_LOGS)  # and nobody looks for another one in it
            yield here


def _near(path: str) -> str:
    """A path from the working directory on, if it is below that."""
    below = os.path.relpath(path)
    return path if below.startswith(os.pardir) else below


class TrailFolder:
    """A folder with an AWSLogs in it. Nothing tells which bucket it was copied from."""

    home: Final[Home | None] = None

    def __init__(self, path: str, scope: Scope | None = None) -> None:
        self.scope = scope or Scope()
        self._path = path

    def uri(self, key: str) -> str:
        """A file's path, printable."""
        return printable(self._at(key))

    def folders(self, folder: str) -> Sequence[str]:
        """The names of the folders in a folder, sorted. Raises ListingError."""
        try:
            with os.scandir(self._at(folder)) as found:
                return sorted(each.name for each in found if each.is_dir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ListingError(self.uri(folder), error.strerror or str(error)) from error

    def keys(self, folder: str, day: str) -> Iterator[str | files.Lost]:
        """The keys below a folder. A file that was unpacked has the key that it had."""
        path = self._at(folder)
        if not os.path.isdir(path):
            return
        for each in files.found(path, files.ending(*ENDINGS)):
            if isinstance(each, files.Lost):
                yield each
                continue
            below = os.path.relpath(each.path, self._path).replace(os.sep, "/")
            yield below if below.endswith(".gz") else f"{below}.gz"

    @contextmanager
    def open(self, key: str) -> Iterator[Opened]:
        """A file, packed or not; raises AbsentError and FileError."""
        path = self._at(key)
        try:
            with _file(path) as file:
                yield Opened(lambda size: file.read(size) or b"", _beside(path))
        except (OSError, ValueError) as error:
            raise FileError(getattr(error, "strerror", None) or str(error)) from error

    def _at(self, key: str) -> str:
        return os.path.normpath(os.path.join(self._path, *key.split("/")))


def _file(path: str) -> FileIO:
    """A file that is opened, or the one that it was unpacked to. Raises AbsentError and others."""
    for each in (path, path.removesuffix(".gz")):
        try:
            if not stat.S_ISREG(os.stat(each).st_mode):
                raise FileError("not a file")
            return open(each, "rb", buffering=0)
        except (FileNotFoundError, NotADirectoryError):
            continue
    raise AbsentError


def _beside(path: str) -> str | None:
    """The signature that is kept beside a digest, if one is."""
    beside = f"{path}{SIDECAR}"
    if not os.path.isfile(beside):
        return None
    with open(beside, encoding="ascii", errors="replace") as file:
        return file.read(LONGEST).strip()
