"""Where in a bucket CloudTrail's log files are that a URL asks for."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from scanner.errors import UserError
from scanner.sources.bucket import Bucket
from scanner.sources.deliveries import LOGS, is_account, is_organization
from scanner.sources.events.names import KINDS, Window, day, log_name

_CONFIG: Final = "Config"
_LAST: Final = "~"  # comes after everything that names are made of


class Where(Struct, frozen=True):
    """What a URL settles of AWSLogs/[o-id/]account/CloudTrail/region/2026/09/27; "" is not settled.

    `base` is what stands before the account, `date` is such as 2026/09.
    """

    base: str
    organization: str = ""
    account: str = ""
    kind: str = ""
    region: str = ""
    date: str = ""


class Folder(Struct, frozen=True):
    """The folder of one account and Region, and what it holds."""

    path: str
    account: str
    region: str
    kind: str

    def key(self, time: str) -> str:
        """What keys of log files begin with that were delivered in a minute."""
        return f"{self.path}{day(time)}/{self.account}_{self.kind}_{self.region}_{time[:13]}Z_"


def is_of_events(prefix: str) -> bool:
    """Whether a key or prefix is of CloudTrail's log files, and of nothing else."""
    return log_name(prefix) is not None or not {*_below(prefix)}.isdisjoint(KINDS)


def may_have_events(prefix: str) -> bool:
    """Whether CloudTrail's log files may be below a prefix."""
    return _CONFIG not in _below(prefix)


def where(url: str, prefix: str) -> Where:
    """What a prefix settles, which may end above AWSLogs or anywhere down to a day.

    Raises UserError for one that leads elsewhere.
    """
    parts = [part for part in prefix.split("/") if part]
    rest = _below(prefix)
    above = parts[: len(parts) - len(rest)] if LOGS in parts else [*parts, LOGS]
    organization = rest.pop(0) if rest and is_organization(rest[0]) else ""
    account = rest.pop(0) if rest and is_account(rest[0]) else ""
    kind = rest.pop(0) if rest and account else ""
    region = rest.pop(0) if rest else ""
    if kind not in ("", *KINDS) or len(rest) > 3 or not all(part.isdecimal() for part in rest):
        raise UserError(
            f"{url}: not where CloudTrail delivers to; name what stands before AWSLogs, or follow"
            " AWSLogs/ACCOUNT/CloudTrail/REGION/YEAR/MONTH/DAY"
        )
    base = "".join(f"{part}/" for part in above)
    return Where(base, organization, account, kind, region, "/".join(rest))


def _below(prefix: str) -> list[str]:
    """The names of the folders that a prefix leads through below AWSLogs."""
    parts = [part for part in prefix.split("/") if part]
    return parts[parts.index(LOGS) + 1 :] if LOGS in parts else []


def accounts(bucket: Bucket, at: Where) -> Iterator[tuple[str, str]]:
    """The id and the folder of each account, in their order. Raises NoList."""
    top = f"{at.base}{at.organization}{'/' * bool(at.organization)}"
    if at.account:
        yield at.account, f"{top}{at.account}/"
    else:
        yield from _accounts_in(bucket, top)


def _accounts_in(bucket: Bucket, folder: str) -> Iterator[tuple[str, str]]:
    for name in bucket.folders(folder):
        if is_account(name):
            yield name, f"{folder}{name}/"
        elif is_organization(name):
            yield from _accounts_in(bucket, f"{folder}{name}/")


def folders(bucket: Bucket, at: Where, account: str, above: str) -> list[Folder]:
    """The folders with log files of an account, by kind and Region. Raises NoList."""
    kinds = [at.kind] if at.kind else [each for each in bucket.folders(above) if each in KINDS]
    return [
        Folder(f"{above}{kind}/{region}/", account, region, kind)
        for kind in kinds
        for region in ([at.region] if at.region else bucket.folders(f"{above}{kind}/"))
    ]


def keys(bucket: Bucket, folder: Folder, date: str, window: Window) -> Iterator[str]:
    """The keys in a folder that may be of files with events of a time, in S3's order.

    It asks for no key before those, and for none after the page on which they end. Raises NoList.
    """
    first, last = window.first, window.last
    within = f"{folder.path}{date}{'/' * bool(date)}"
    if not date and first:
        within = f"{folder.path}{_shared(day(first), day(last))}"
    end = f"{folder.key(last)}{_LAST}"
    for key in bucket.keys_after(within, folder.key(first)[:-1] if first else ""):
        if key > end:
            return
        yield key


def _shared(first: str, last: str) -> str:
    """The folders that lead to both of two days."""
    found = ""
    for one, other in zip(first.split("/"), last.split("/"), strict=True):
        if one != other:
            break
        found += f"{one}/"
    return found
