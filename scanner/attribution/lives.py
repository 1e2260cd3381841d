"""Which makings made something: an application may ask for its topic again at every start."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from scanner.attribution.being import is_end
from scanner.attribution.event import Event
from scanner.attribution.kind import Kind

Being = Literal["there", "asked", "gone", "unknown"]
"""What an event says of the resource's being: it was there; it was asked for, and may have been
there; it was taken away; nothing, since it may be about another one."""
ASKED: Final = "asked"


class Moment(NamedTuple):
    """An event, the second in which it happened, and what it says of the resource's being."""

    key: tuple[str, ...]
    second: str
    being: Being


def being(one: Event, kind: Kind, *, sure: bool) -> Being:
    """What an event says of the being of what it is about, surely or not."""
    if is_end(one, kind):
        return "gone"
    if kind.again and one.name in kind.made:
        return ASKED
    return "there" if sure else "unknown"


def repeated(
    moments: Iterable[Moment], *, there: bool, ends: bool = True
) -> frozenset[tuple[str, ...]]:
    """The keys of those that asked for what was there by then, and so made nothing.

    It is `there` before all of them, or not. Without `ends` events are missing: what was made once
    is taken to be there from then on.
    """
    found: list[tuple[str, ...]] = []
    second = attrgetter("second")
    for _, group in groupby(sorted(moments, key=second), key=second):
        at_once = list(group)
        said = {each.being for each in at_once}
        gone = ends and "gone" in said
        if there and not gone:
            found += [each.key for each in at_once if each.being == ASKED]
        there = ASKED in said or (not gone and (there or "there" in said))
    return frozenset(found)
