"""Which sources hold CloudTrail's digests, so that their log files can be proven."""

import os
from collections.abc import Sequence

from msgspec import Struct

from scanner.sources import BUCKET

_FOLDER = "CloudTrail-Digest"


class Provable(Struct, frozen=True):
    """Buckets whose events are read, and folders that hold digests."""

    urls: Sequence[str]
    folders: Sequence[str]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.urls or self.folders)


def provable(sources: Sequence[str], since: str) -> Provable:
    """Those of the sources whose log files can be proven; `since` as `Needs` has it."""
    urls = [each for each in sources if each.startswith(BUCKET)]
    return Provable(
        [each for each in urls if since or "/CloudTrail" in each],
        [each for each in sources if os.path.isdir(each) and _has_digests(each)],
    )


def _has_digests(folder: str) -> bool:
    return any(_FOLDER in names for _, names, _ in os.walk(folder))
