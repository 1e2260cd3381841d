"""What is said of a digest file, of a log file, and of a time that no digest covers."""

from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

Kind = Literal["digest", "log"]


class Verdict(StrEnum):
    """What is known of a file. Only `valid` is proof."""

    VALID = "valid"
    ALTERED = "altered"
    MISSING = "missing"
    UNSIGNED = "unsigned"  # a digest whose signature, or the key to it, is not at hand
    NOT_COVERED = "not covered"  # a log file that no valid digest names
    UNREAD = "unread"


INVALID: Final = frozenset({Verdict.ALTERED, Verdict.MISSING})


class Lost(Struct, frozen=True, gc=False):
    """A file without content to look at, and what that makes of it."""

    verdict: Verdict
    why: str


class Chain(Struct, frozen=True, order=True, gc=False):
    """The digests of one trail in one account and Region; "" for a trail of none.

    Backfill digests, for log files that earlier digests left out, are a chain of their own.
    """

    where: str
    account: str
    region: str
    trail: str = ""
    home: str = ""
    backfill: bool = False

    @property
    def name(self) -> str:
        """What a person calls it."""
        trail = f"trail {self.trail}" if self.trail else "no trail"
        return f"{self.account} {self.region} {trail}{' (backfill)' * self.backfill}"


class Checked(Struct, frozen=True, gc=False):
    """A file and its verdict; a digest that was read has the time that it covers.

    `expected` is a log file so new that its digest cannot have been read.
    """

    chain: Chain
    kind: Kind
    uri: str
    verdict: Verdict
    why: str = ""
    since: str = ""
    until: str = ""
    expected: bool = False


class Gap(Struct, frozen=True, gc=False):
    """A time between two valid digests of a chain that no valid digest covers, and why."""

    chain: Chain
    since: str
    until: str
    why: str
