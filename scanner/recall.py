"""The events that may name some resources: all of log files, the Event history name by name."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from scanner import sources
from scanner.attribution.sessions import DEEPEST
from scanner.attribution.trace import Following
from scanner.event import Log
from scanner.model import Given, Needs, Problem
from scanner.progress import shown
from scanner.sources.reach import Reach

if TYPE_CHECKING:
    from scanner.sources.events.of_resources import OfResources

MOST_KEYS: Final = 50
"""So many sessions are looked up at most: AWS takes two look-ups a second."""
ROUNDS: Final = 4
"""So often at most what turned up is asked for, the first names counted."""

Unknown = Callable[[], frozenset[str]]
"""The access keys of sessions of which it is not known, by now, who began them."""
Follow = Callable[[], Following]
"""The names that have turned up since it was last asked."""


def recalled(
    named: Sequence[str],
    needs: Needs,
    reach: Reach,
    names: frozenset[str],
    unknown: Unknown,
    *,
    everything: bool = False,
    follow: Follow = Following,
) -> Iterator[Given]:
    """What the sources give of resources that events call by one of these names.

    The Event history is asked for each name, then for those that `follow` gives, and then for
    whoever began the sessions that come up; with `everything` it is read as a whole, as files are.
    Files are read again where that is needed. Raises UserError as `sources.read` does.
    """
    files = [each for each in named if each != sources.EVENTS or everything]
    with ExitStack() as stack:
        history = _entered(stack, reach, needs) if len(files) < len(named) else None
        yield from _read(files, needs, reach)
        if history:
            yield from history.problems
            yield from history.of(names)
        yield from _followed(files, needs, reach, history, follow)
        if history:
            yield from _sessions(history, unknown)


def _entered(stack: ExitStack, reach: Reach, needs: Needs) -> "OfResources":
    from scanner.sources.events.of_resources import OfResources  # it loads boto3

    return stack.enter_context(OfResources(reach, needs))


def _read(files: Sequence[str], needs: Needs, reach: Reach) -> Iterator[Given]:
    if files:
        progress = sources.Progress()
        yield from shown(sources.read(files, needs, reach, progress), progress.told, sources.size)


def _followed(
    files: Sequence[str],
    needs: Needs,
    reach: Reach,
    history: "OfResources | None",
    follow: Follow,
) -> Iterator[Given]:
    """The events of other names; what is read again tells its problems only once."""
    for _ in range(1, ROUNDS):
        found = follow()
        if not found.names:
            return
        if found.again:
            yield from (each for each in _read(files, needs, reach) if isinstance(each, Log))
        if history:
            again = history.of(found.names)
            yield from (each for each in again if isinstance(each, Log | Problem))


def _sessions(history: "OfResources", unknown: Unknown) -> Iterator[Given]:
    asked: set[str] = set()
    for _ in range(DEEPEST):
        keys = unknown() - asked
        if not keys or len(asked) > MOST_KEYS:
            return
        asked |= keys
        yield from history.of(keys)
