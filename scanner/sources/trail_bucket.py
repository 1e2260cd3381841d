"""CloudTrail's files in S3, where it delivered them; a digest's signature is in its metadata."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError

from scanner.integrity.chain import Home
from scanner.integrity.content import Read
from scanner.sources.bucket import GET, Bucket, NoList
from scanner.sources.calling import GARBLED, Refused, ask
from scanner.sources.deliveries import LOGS as AWS_LOGS
from scanner.sources.deliveries import address
from scanner.sources.files import FileError
from scanner.sources.files import Lost as NoFile
from scanner.sources.trail_files import AbsentError, CutOffError, ListingError, Opened, scope_of

ABSENT = ("NoSuchKey", "404")


def client(session: Any, connections: int) -> Any:
    """A client that reads a bucket with so many connections at a time."""
    patient = Config(
        connect_timeout=5,
        read_timeout=60,
        max_pool_connections=connections,
        retries={"mode": "standard", "total_max_attempts": 4},
        user_agent_extra="groma",
        parameter_validation=False,  # thousands of calls alike
        response_checksum_validation="when_required",  # we hash what we get
    )
    return session.client("s3", config=patient)


class TrailBucket:
    """A bucket, and what stands before AWSLogs in its keys."""

    def __init__(self, client: Any, url: str) -> None:
        name, prefix = address(url)
        parts = [part for part in prefix.split("/") if part]
        cut = parts.index(AWS_LOGS) if AWS_LOGS in parts else len(parts)
        self.scope = scope_of(url, parts[cut + 1 :])
        self._prefix = "".join(f"{part}/" for part in parts[:cut])
        self._bucket = Bucket(client, name)
        self.home = Home(name, self._prefix)

    def uri(self, key: str) -> str:
        """A file's s3:// URL, printable."""
        return self._bucket.uri(f"{self._prefix}{key}")

    def folders(self, folder: str) -> Sequence[str]:
        """The names of the folders in a folder, sorted. Raises ListingError and UserError."""
        try:
            return self._bucket.folders(f"{self._prefix}{folder}")
        except NoList as error:
            raise ListingError(self.uri(folder), str(error)) from error

    def keys(self, folder: str, day: str) -> Iterator[str | NoFile]:
        """The keys below a folder from a day on. Raises ListingError and UserError."""
        start = f"{self._prefix}{folder}"
        try:
            for key in self._bucket.keys_after(start, f"{start}{day}"):
                yield key[len(self._prefix) :]
        except NoList as error:
            raise ListingError(self.uri(folder), str(error)) from error

    @contextmanager
    def open(self, key: str) -> Iterator[Opened]:
        """An object; raises AbsentError and FileError."""
        arguments = {"Bucket": self._bucket.name, "Key": f"{self._prefix}{key}"}
        given = ask(self._bucket.client, GET, arguments)
        if isinstance(given, Refused):
            if given.code in ABSENT:
                raise AbsentError
            raise FileError(str(given))
        body = given[0]["Body"]
        try:
            yield Opened(_guarded(body), (given[0].get("Metadata") or {}).get("signature"))
        finally:
            body.close()


def _guarded(body: Any) -> Read:
    def read(size: int) -> bytes:
        try:
            given: bytes = body.read(size)
        except (BotoCoreError, *GARBLED) as error:
            raise CutOffError(f"s3:GetObject: {type(error).__name__}: cut off") from error
        return given

    return read
