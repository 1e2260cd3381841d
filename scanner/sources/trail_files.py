"""Where CloudTrail's digest and log files are: a copy on disk or a bucket, one like the other.

Files go by their keys from AWSLogs on: AWSLogs/[o-id/]account/CloudTrail-Digest/region/2026/09/27/…
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Final, Protocol, TypeVar

from msgspec import Struct

from scanner.errors import UserError
from scanner.integrity.chain import Fetched, Home
from scanner.integrity.content import BombError, BrokenError, Read, hash_of, text_of
from scanner.integrity.names import DIGESTS, LOGS
from scanner.integrity.verdict import Lost, Verdict
from scanner.sources.deliveries import LOGS as AWS_LOGS
from scanner.sources.deliveries import is_account, is_organization
from scanner.sources.files import FileError
from scanner.sources.files import Lost as NoFile

T = TypeVar("T")

TRIES: Final = 3


class AbsentError(Exception):
    """There is no file at a key."""


class CutOffError(FileError):
    """A connection that broke while a file was read; to read it again may help."""


class ListingError(Exception):
    """Keys that could not be listed; the text says why, `uri` below what."""

    def __init__(self, uri: str, why: str) -> None:
        super().__init__(why)
        self.uri = uri


class Opened(Struct, frozen=True):
    """A file as it is stored, and the signature that came with it if one did."""

    read: Read
    signature: str | None = None


class Scope(Struct, frozen=True):
    """What of all accounts and Regions is asked for; "" where all of them are."""

    organization: str = ""
    account: str = ""
    region: str = ""


class TrailFiles(Protocol):
    """A place with files of CloudTrail's."""

    @property
    def home(self) -> Home | None:
        """Where the files were delivered to, None for a copy: its digests tell."""

    @property
    def scope(self) -> Scope:
        """What of them is asked for."""

    def uri(self, key: str) -> str:
        """A file's path or URL, printable."""

    def folders(self, folder: str) -> Sequence[str]:
        """The names of the folders in a folder, sorted. Raises ListingError."""

    def keys(self, folder: str, day: str) -> Iterator[str | NoFile]:
        """The keys below a folder, at least those from a day such as 2026/09/27 on.

        What is there and is no file comes, too. Raises ListingError.
        """

    def open(self, key: str) -> AbstractContextManager[Opened]:
        """A file; raises AbsentError and FileError."""


class Place(Struct, frozen=True):
    """An account's Region, and the folder of the account."""

    account: str
    region: str
    folder: str


def scope_of(named: str, parts: Sequence[str]) -> Scope:
    """What the folders below AWSLogs in a path or URL ask for. Raises UserError for others."""
    rest = list(parts)
    organization = rest.pop(0) if rest and is_organization(rest[0]) else ""
    account = rest.pop(0) if rest and is_account(rest[0]) else ""
    if account and rest and rest.pop(0) not in (LOGS, DIGESTS):
        raise UserError(
            f"{named}: no folder of CloudTrail's; name AWSLogs/ACCOUNT, or what is above"
        )
    region = rest.pop(0) if account and rest else ""
    if rest:
        raise UserError(
            f"{named}: name no day but a Region or more, and days with --since, --until"
        )
    return Scope(organization, account, region)


def places(files: TrailFiles) -> list[Place]:
    """The accounts and Regions with digests or log files, sorted. Raises ListingError."""
    top = f"{AWS_LOGS}/{files.scope.organization}{'/' * bool(files.scope.organization)}"
    found = [
        Place(account, region, folder)
        for account, folder in _accounts(files, top)
        for region in _regions(files, folder)
    ]
    return sorted(found, key=lambda each: (each.account, each.region, each.folder))


def _accounts(files: TrailFiles, top: str) -> Iterator[tuple[str, str]]:
    for name in files.folders(top):
        if is_account(name):
            if files.scope.account in ("", name):
                yield name, f"{top}{name}/"
        elif is_organization(name):
            yield from _accounts(files, f"{top}{name}/")


def _regions(files: TrailFiles, folder: str) -> set[str]:
    found = {name for kind in (DIGESTS, LOGS) for name in files.folders(f"{folder}{kind}/")}
    return {name for name in found if files.scope.region in ("", name)}


def fetched(files: TrailFiles, key: str) -> Fetched | Lost:
    """A digest's text, or what its lack makes of it."""
    return _tried(files, key, lambda opened: Fetched(text_of(opened.read), opened.signature))


def hashed(files: TrailFiles, key: str) -> str | Lost:
    """The hash of a log file's text, or what its lack makes of the file."""
    return _tried(files, key, lambda opened: hash_of(opened.read))


def _tried(files: TrailFiles, key: str, work: Callable[[Opened], T]) -> T | Lost:
    for left in reversed(range(TRIES)):
        try:
            with files.open(key) as opened:
                return work(opened)
        except AbsentError:
            return Lost(Verdict.MISSING, "it is not there")
        except BrokenError as error:
            return Lost(Verdict.ALTERED, str(error))
        except CutOffError as error:
            if not left:
                return Lost(Verdict.UNREAD, str(error))
        except (FileError, BombError) as error:
            return Lost(Verdict.UNREAD, str(error))
    raise AssertionError("the last try gives something")
