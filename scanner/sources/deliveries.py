"""How AWS Config names what it delivers to S3: AWSLogs/[o-id/]account/Config/region/2026/9/27/…"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from scanner.errors import UserError
from scanner.model import Place

Kind = Literal["ConfigSnapshot", "ConfigHistory"]

LOGS: Final = "AWSLogs"
ENDINGS: Final = (".json", ".json.gz")

_MOMENT = r"(\d{8}T\d{6}Z)"
_NAME = re.compile(
    r"(?P<account>\d{12})_Config_(?P<region>[a-z0-9-]+)_"
    rf"(?:(?P<snapshot>ConfigSnapshot)_(?P<taken>{_MOMENT})_[^/]+"
    rf"|ConfigHistory_(?P<type>\w+::\w+::\w+)_(?P<began>{_MOMENT})_(?P<ended>{_MOMENT})_[^/]+)"
    r"\.json(?:\.gz)?"
)
_ORGANIZATION = re.compile(r"o-[a-z0-9]{10,32}")
_ACCOUNT = re.compile(r"\d{12}")
_URL = re.compile(r"s3://(?P<bucket>[^/?#]+)(?:/(?P<prefix>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivered file, as its key tells: times as 20260927T195818Z, which sorts as text.

    A snapshot began and ended at one moment, and has no one `type`.
    """

    key: str
    kind: Kind
    place: Place
    began: str
    ended: str
    type: str | None = None


def delivery(key: str) -> Delivery | None:
    """What a key is of AWS Config's; None for anything but a snapshot or a history."""
    named = _NAME.fullmatch(key.rpartition("/")[2])
    if named is None:
        return None
    place = (named["account"], named["region"])
    if named["snapshot"]:
        return Delivery(key, "ConfigSnapshot", place, named["taken"], named["taken"])
    return Delivery(key, "ConfigHistory", place, named["began"], named["ended"], named["type"])


def compact(moment: str) -> str:
    """A moment such as 2026-09-27T19:58:18.000Z as file names have it."""
    return re.sub(r"[-:]", "", moment[:19]) + "Z"


def is_account(name: str) -> bool:
    """Whether a folder below AWSLogs is an account's."""
    return _ACCOUNT.fullmatch(name) is not None


def is_organization(name: str) -> bool:
    """Whether a folder below AWSLogs is an organization's, with those of accounts in it."""
    return _ORGANIZATION.fullmatch(name) is not None


def address(url: str) -> tuple[str, str]:
    """The bucket and the prefix of an s3:// URL. Raises UserError."""
    found = _URL.fullmatch(url)
    if found is None:
        raise UserError(f"{url}: write it as s3://bucket or s3://bucket/prefix")
    return found["bucket"], found["prefix"] or ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a prefix settles of the layout: where it begins, and the names that are given."""

    base: str
    organization: str | None = None
    account: str | None = None
    region: str | None = None
    date: tuple[int, ...] = ()


def layout(url: str, prefix: str) -> Layout:
    """The layout below a prefix, which may end above AWSLogs or anywhere down to a day.

    Raises UserError for a prefix that leads elsewhere.
    """
    parts = [part for part in prefix.split("/") if part]
    if LOGS not in parts:
        return Layout("".join(f"{part}/" for part in (*parts, LOGS)))
    cut = parts.index(LOGS) + 1
    base, rest = "".join(f"{part}/" for part in parts[:cut]), parts[cut:]
    organization = rest.pop(0) if rest and is_organization(rest[0]) else None
    account = rest.pop(0) if rest and is_account(rest[0]) else None
    if rest and (account is None or rest.pop(0) != "Config"):
        raise _elsewhere(url)
    region = rest.pop(0) if rest else None
    if len(rest) > 3 or not all(part.isdecimal() for part in rest):
        raise _elsewhere(url)
    return Layout(base, organization, account, region, tuple(map(int, rest)))


def _elsewhere(url: str) -> UserError:
    return UserError(
        f"{url}: not where AWS Config delivers to; name what stands before AWSLogs, or follow"
        " AWSLogs/ACCOUNT/Config/REGION/YEAR/MONTH/DAY"
    )
