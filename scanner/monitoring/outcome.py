"""What became of following a chain: it is whole, perhaps it is, or a link is missing."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Final

from msgspec import Struct

from scanner.monitoring.reading import Judged, reasons
from scanner.unresolved import Unresolved

LINKS: Final = ("trail", "log group", "filter", "metric", "alarm", "action", "subscription")
"""The links of a chain in order."""

_MOST_LACKS: Final = 3


class Lack(Struct, frozen=True):
    """A link that is missing, or does not hold: which one, why, and the resources before it."""

    link: str
    what: str  # one English sentence without a full stop
    resources: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """The missing link as JSON, the keys always the same."""
        return {"what": self.what, "link": self.link, "resources": list(self.resources)}


class Whole(Struct, frozen=True):
    """Everything holds, whatever else is not known."""


class Perhaps(Struct, frozen=True, dict=True):
    """Nobody knows: what was not read decides.

    `parts` say what that is. They are put into words only when somebody asks.
    """

    parts: "tuple[Unresolved | Perhaps, ...]"

    @cached_property
    def why(self) -> Unresolved:
        """What was not read, in a few distinct reasons."""
        return reasons(each if isinstance(each, Unresolved) else each.why for each in self.parts)


class Missing(Struct, frozen=True):
    """Surely no chain, and which links of those that got farthest are missing."""

    lacks: tuple[Lack, ...]


Outcome = Whole | Perhaps | Missing


def best(outcomes: Iterable[Outcome], otherwise: Lack) -> Outcome:
    """The best of several ways; `otherwise` is what is missing where there is none at all.

    A whole one decides. One that may be whole keeps the others from being a sure failure.
    """
    unknown: list[Perhaps] = []
    lacks: tuple[Lack, ...] = ()
    for each in outcomes:
        if isinstance(each, Whole):
            return each
        if isinstance(each, Perhaps):
            if not unknown or each != unknown[-1]:  # nearly all are alike where a type was not read
                unknown.append(each)
        else:
            lacks = _farthest(lacks, each.lacks)
    return Perhaps(tuple(unknown)) if unknown else Missing(lacks or (otherwise,))


def _farthest(one: tuple[Lack, ...], other: tuple[Lack, ...]) -> tuple[Lack, ...]:
    """The missing links of those ways that get farther, the first few of both if none does."""
    farther = _reach(other) - _reach(one)
    if farther > 0:
        return other
    if farther < 0 or len(one) == _MOST_LACKS:
        return one
    return tuple(dict.fromkeys((*one, *other)))[:_MOST_LACKS]


def _reach(lacks: tuple[Lack, ...]) -> int:
    """The place of the missing links in the chain, which is one for all of them; -1 for none."""
    return LINKS.index(lacks[0].link) if lacks else -1


def after(
    judged: Judged | tuple[Unresolved, ...], link: str, outcome: Outcome, *before: str
) -> Outcome:
    """A way that goes through a link of which this is said, and then has this outcome."""
    if isinstance(judged, str):
        return Missing((Lack(link, judged, before),))
    if not judged or isinstance(outcome, Missing):
        return outcome
    doubt = Perhaps(judged) if isinstance(judged, tuple) else judged
    return Perhaps((doubt, outcome) if isinstance(outcome, Perhaps) else (doubt,))


def answer(outcome: Outcome) -> list[Lack | Unresolved]:
    """What a question answers with: [] for a whole chain."""
    match outcome:
        case Whole():
            return []
        case Perhaps():
            return [outcome.why]
        case Missing(lacks):
            return list(lacks)
