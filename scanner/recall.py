"""The events that may name some resources: all of log files, the Event history name by name."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from scanner import sources
from scanner.attribution.sessions import DEEPEST
from scanner.attribution.trace import Following
from scanner.errors import UserError
from scanner.event import Log
from scanner.model import Given, Needs, Problem
from scanner.progress import shown
from scanner.sources import files
from scanner.sources.reach import Reach

if TYPE_CHECKING:
    from scanner.sources.events.of_resources import OfResources

MOST_KEYS: Final = 50
"""So many sessions are looked up at most: AWS takes two look-ups a second, in each Region."""
NO_EVENT: Final = "no event of CloudTrail's, or none then"
ROUNDS: Final = 4
"""So often at most what turned up is asked for, the first names counted."""

_NO_EVENTS: Final = {
    sources.LIVE: "live AWS as it is has no events; aws-events has the Event history",
    sources.RECORDED: "AWS Config has no events; aws-events has the Event history",
}

Unknown = Callable[[], frozenset[str]]
"""The access keys of sessions of which it is not known, by now, who began them."""
Follow = Callable[[], Following]
"""The names that have turned up since it was last asked."""


def require(named: Sequence[str]) -> None:
    """Nothing; raises UserError where events cannot be in what is named, or it does not exist."""
    for each in named:
        if each in _NO_EVENTS:
            raise UserError(f"--who {each}: {_NO_EVENTS[each]}")
    files.require([each for each in named if not sources.is_remote(each)])


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
    logs = [each for each in named if each != sources.EVENTS or everything]
    with ExitStack() as stack:
        history = _entered(stack, reach, needs) if len(logs) < len(named) else None
        yield from _not_nothing(logs, _read(logs, needs, reach))
        if history:
            yield from history.problems
            yield from history.of(names)
        yield from _followed(logs, needs, reach, history, follow)
        if history:
            yield from sessions(history.of, unknown)


def _entered(stack: ExitStack, reach: Reach, needs: Needs) -> "OfResources":
    from scanner.sources.events.of_resources import OfResources  # it loads boto3

    return stack.enter_context(OfResources(reach, needs))


def _read(logs: Sequence[str], needs: Needs, reach: Reach) -> Iterator[Given]:
    if logs:
        progress = sources.Progress()
        yield from shown(sources.read(logs, needs, reach, progress), progress.told, sources.size)


def _not_nothing(logs: Sequence[str], found: Iterator[Given]) -> Iterator[Given]:
    """What was found; where that is no event, and nothing tells why, a problem that says so."""
    anything = not logs
    for each in found:
        anything = anything or isinstance(each, Log | Problem)
        yield each
    if not anything:
        yield Problem(", ".join(logs), NO_EVENT, blocks=False)


def _followed(
    logs: Sequence[str],
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
            yield from (each for each in _read(logs, needs, reach) if isinstance(each, Log))
        if history:
            again = history.of(found.names)
            yield from (each for each in again if isinstance(each, Log | Problem))


def sessions(of: Callable[[Sequence[str]], Iterator[Given]], unknown: Unknown) -> Iterator[Given]:
    """What `of` gives for the keys of unknown sessions, and of those that turn up with it."""
    asked: set[str] = set()
    for _ in range(DEEPEST):
        now = sorted(unknown() - asked)[: MOST_KEYS - len(asked)]
        if not now:
            break
        asked.update(now)
        yield from of(now)
    if len(asked) == MOST_KEYS and (left := unknown() - asked):
        yield Problem(sources.EVENTS, _left(len(left)), blocks=False)


def _left(number: int) -> str:
    return (
        f"who began {number:,} more {'session' if number == 1 else 'sessions'} was not asked, after"
        f" {MOST_KEYS}; log files tell it of all"
    )
