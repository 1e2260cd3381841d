"""One bucket: the folders and keys in it, and its objects as text that is read in pieces."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import BotoCoreError

from scanner.errors import UserError
from scanner.shape import Call
from scanner.sources.calling import GARBLED, Refused, ask, streamed
from scanner.sources.files import FileError, Read, printable, unpacked

LIST: Final = Call("s3", "list_objects_v2")
GET: Final = Call("s3", "get_object")
ABSENT: Final = ("NoSuchBucket", "InvalidBucketName", "ParamValidationError")
TRIES: Final = 3


class NoList(Exception):  # noqa: N818 - it is what it says
    """Keys that could not be listed; the text says why, `prefix` below which."""

    def __init__(self, prefix: str, refused: Refused) -> None:
        super().__init__(str(refused))
        self.prefix = prefix


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket and the client that reads it."""

    client: Any
    name: str

    def uri(self, key: str) -> str:
        """The s3:// URL of a key or prefix, printable."""
        return printable(f"s3://{self.name}/{key}")

    def folders(self, prefix: str) -> list[str]:
        """The names of the folders right below a prefix that ends with a slash, sorted."""
        found = [
            each["Prefix"][len(prefix) : -1]
            for page in self._pages(prefix, Delimiter="/")
            for each in page.get("CommonPrefixes", ())
        ]
        return sorted(found)

    def keys(self, prefix: str) -> list[str]:
        """The keys that begin with a prefix, sorted."""
        return sorted(self.keys_after(prefix, ""))

    def keys_after(self, prefix: str, after: str) -> Iterator[str]:
        """The keys that begin with a prefix and come after a key, page by page, in S3's order."""
        for page in self._pages(prefix, **({"StartAfter": after} if after else {})):
            yield from (each["Key"] for each in page.get("Contents", ()))

    def _pages(self, prefix: str, **more: Any) -> Iterator[dict[str, Any]]:
        arguments = {"Bucket": self.name, "Prefix": prefix, **more}
        for page in streamed(self.client, LIST, arguments):
            if isinstance(page, Refused):
                if page.code in ABSENT:
                    raise UserError(f"s3://{self.name}: there is no such bucket")
                raise NoList(prefix, page)
            if "IsTruncated" not in page:
                lacking = "an answer without IsTruncated"
                raise NoList(prefix, Refused("s3:ListObjectsV2", "IncompleteAnswer", lacking))
            yield page


@dataclass(frozen=True, slots=True)
class Object:
    """An object: like a file, it can be opened as often as need be."""

    bucket: Bucket
    key: str
    named: bool = True

    @property
    def uri(self) -> str:
        """Its s3:// URL, printable."""
        return self.bucket.uri(self.key)

    def stored(self, size: int) -> bytes:
        """At most so many of its bytes, as they are stored. Raises FileError."""
        body = _Body(self.bucket, self.key)
        found = b""
        try:
            while len(found) < size and (more := body.read(size - len(found))):
                found += more
        finally:
            body.close()
        return found

    @contextmanager
    def open(self) -> Iterator[Read]:
        """What reads its text piece by piece, unpacked if it is gzipped. Raises FileError."""
        body = _Body(self.bucket, self.key)
        try:
            yield unpacked(body.read)
        finally:
            body.close()


class _Body:
    """An object's bytes; a connection that breaks is made anew from where it broke."""

    def __init__(self, bucket: Bucket, key: str) -> None:
        self._bucket = bucket
        self._key = key
        self._at = 0
        self._tag: str | None = None
        self._tries = TRIES
        self._stream = self._opened()

    def read(self, size: int) -> bytes:
        """At most so many bytes more; none at the end."""
        while True:
            try:
                new: bytes = self._stream.read(size)
            except (BotoCoreError, *GARBLED) as error:
                self._again(error)
            else:
                self._at += len(new)
                return new

    def close(self) -> None:
        """Let the connection go."""
        self._stream.close()

    def _again(self, error: Exception) -> None:
        self._tries -= 1
        if not self._tries:
            what = f"s3:GetObject: {type(error).__name__}: cut off after {self._at} bytes"
            raise FileError(what) from error
        self.close()
        self._stream = self._opened()

    def _opened(self) -> Any:
        more = {"Range": f"bytes={self._at}-", "IfMatch": self._tag} if self._at else {}
        arguments = {"Bucket": self._bucket.name, "Key": self._key, **more}
        given = ask(self._bucket.client, GET, arguments)
        if isinstance(given, Refused):
            raise FileError(str(given))
        self._tag = given[0].get("ETag")
        return given[0]["Body"]
