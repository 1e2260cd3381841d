"""Where items come from: one module a source, chosen by what the user names."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from scanner.errors import UserError
from scanner.event import Log
from scanner.model import Given, Needs
from scanner.sources.deployment import Deployment
from scanner.sources.reach import Reach

LIVE: Final = "aws"
RECORDED: Final = "aws-config"
EVENTS: Final = "aws-events"
BUCKET: Final = "s3://"


def is_remote(source: str) -> bool:
    """Whether a source is spoken to over the network; a file of that name is written ./aws."""
    return source in (LIVE, RECORDED, EVENTS) or source.startswith(BUCKET)


NOTHING: Final = Deployment()


class Progress(Struct):
    """How far the reading of live AWS has come; `calls` gives how many were made and throttled."""

    accounts: int = 0
    entered: int = 0
    calls: Callable[[], tuple[int, int]] = lambda: (0, 0)

    def told(self, items: int) -> str:
        """How far it has come, as text, after so many items and other values."""
        made, throttled = self.calls()
        parts = [f"{items} items read"]
        if made:
            parts.append(f"{made} calls")
            parts += [f"{self.entered} of {self.accounts} accounts"] * (self.accounts > 1)
            parts += [f"{throttled} throttled"] * bool(throttled)
        return ", ".join(parts)


def size(given: Given) -> int:
    """For how many a value counts where somebody is told how far the reading has come."""
    return len(given.heads) if isinstance(given, Log) else 1


def read(
    sources: Sequence[str],
    needs: Needs,
    reach: Reach,
    progress: Progress | None = None,
    deployment: Deployment = NOTHING,
    tables_first: bool = False,
) -> Iterator[Given]:
    """What all the sources give. Raises UserError before anything is read where one is amiss.

    `progress` is kept up to date meanwhile, for somebody who looks on from another thread. With
    `tables_first` events that CSVs tell in part come before those that are told in full.
    """
    from scanner.sources import files

    paths = [each for each in sources if not is_remote(each)]
    remote = [each for each in sources if is_remote(each)]
    files.require(paths)
    if needs.at is not None and {LIVE, RECORDED} & set(remote):
        raise UserError("--at: live AWS is read as it is now; name files or s3://… of histories")
    if {LIVE, RECORDED} <= set(remote):
        raise UserError("aws, aws-config: name one of them; aws-config asks the APIs for the rest")
    afar: Iterator[Given] = iter(())
    if remote:
        from scanner.sources import cloud  # it loads boto3, which files do without

        afar = cloud.read(remote, needs, reach, progress or Progress())
    if not (paths and tables_first):
        yield from afar
    if paths:
        from scanner.sources import local

        yield from local.read(paths, needs, deployment, afar if tables_first else None)
