"""How CloudTrail names digest and log files, below AWSLogs/[o-id/]account/.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
"""

import re
from datetime import datetime
from typing import Final

from msgspec import Struct

LOGS: Final = "CloudTrail"
DIGESTS: Final = "CloudTrail-Digest"

_DIGEST = re.compile(
    r"(?P<account>\d{12})_CloudTrail-Digest_(?P<region>[a-z0-9-]+)_(?P<trail>[A-Za-z0-9._-]+)_"
    r"(?P<home>[a-z0-9-]+)_(?P<ended>\d{8}T\d{6}Z)(?P<backfill>_backfill)?\.json(?:\.gz)?"
)
_LOG = re.compile(r"\d{12}_CloudTrail_[a-z0-9-]+_(\d{8}T\d{4})Z_[A-Za-z0-9]+\.json(?:\.gz)?")
_OUTSIDE: Final = frozenset({"", ".", ".."})


class DigestName(Struct, frozen=True, gc=False):
    """What the name of a digest file tells; `ended` is such as 20260927T195818Z."""

    account: str
    region: str
    trail: str
    home: str
    ended: str
    backfill: bool


def digest_name(key: str) -> DigestName | None:
    """What a key tells of a digest file, None if it is not the key of one."""
    found = _DIGEST.fullmatch(key.rpartition("/")[2])
    if found is None or not _is_time(found["ended"]):
        return None
    account, region, trail, home, ended, backfill = found.groups()
    return DigestName(account, region, trail, home, ended, backfill is not None)


def _is_time(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y%m%dT%H%M%SZ")
    except ValueError:
        return False
    return True


def log_time(key: str) -> str | None:
    """The time in a log file's name, such as 20260927T195500Z; None for the name of none."""
    found = _LOG.fullmatch(key.rpartition("/")[2])
    return None if found is None else f"{found[1]}00Z"


def is_below(key: str) -> bool:
    """Whether a key leads to somewhere below where it starts, and nowhere else."""
    return _OUTSIDE.isdisjoint(key.split("/")) and not {"\\", "\0"} & set(key)
