"""The histories of resources of one name, told apart: whose each event is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from scanner.attribution.arn import tail
from scanner.attribution.bearers import Bearer, Bearers
from scanner.attribution.change import Change, Draft, Given, change
from scanner.attribution.kinds import BY_TYPE
from scanner.attribution.naming import Naming
from scanner.attribution.sessions import Sessions

MOST_BORNE: Final = 50
"""So many resources that bear one name are followed by their other names."""


class Done(Struct, frozen=True):
    """One write to a resource; `type` is what it was done to, "" where no type declares it.

    `shared` is how many resources it may have been done to, where it says only a name that several
    of them bear; else 0.
    """

    change: Change
    type: str
    shared: int = 0


class History(Struct, frozen=True):
    """What was done to one resource, the newest first.

    It is known by its `id` and `also` called the others; what no type declares has "" for both, and
    only the `service`.
    """

    type: str
    account: str
    region: str
    service: str
    id: str = ""
    also: tuple[str, ...] = ()
    done: tuple[Done, ...] = ()


class Kept(Struct, frozen=True):
    """An event that called the resource somehow: by namings, or by texts anywhere in it."""

    draft: Draft
    namings: tuple[Naming, ...]
    about: frozenset[str]
    given: tuple[Given, ...]


def meant(bearers: Bearers, texts: frozenset[str]) -> list[Bearer]:
    """The resources that are called by one of the texts."""
    return [each for each in bearers if each.bears(texts)]


def histories(
    kept: Iterable[Kept], bearers: Bearers, texts: frozenset[str], sessions: Sessions, named: str
) -> list[History]:
    """The history of each resource that is called by one of the `texts`, by type, place and id.

    `named` is what somebody calls them all.
    """
    known = meant(bearers, texts)
    found: dict[Bearer, list[Done]] = {each: [] for each in known}
    loose: dict[tuple[str, str], list[Done]] = defaultdict(list)
    for each in kept:
        told = change(each.draft, sessions, each.given, named)
        owners = _owners(each, bearers, found)
        for owner, shared in owners.items():
            type = owner.type if each.namings else ""
            found[owner].append(Done(told, type, shared if shared > 1 else 0))
        if not owners:
            loose[each.draft.source, each.draft.account].append(Done(told, ""))
    whose = (_history(each, texts, done) for each, done in found.items() if done)
    others = (
        History("", account, "", service, done=_newest(done))
        for (service, account), done in sorted(loose.items())
    )
    return [*sorted(whose, key=_order), *others]


def _owners(kept: Kept, bearers: Bearers, known: Iterable[Bearer]) -> dict[Bearer, int]:
    """The resources that an event changed, each with how many that name may be."""
    owners: dict[Bearer, int] = {}
    for naming in kept.namings:
        found = bearers.of(naming, kept.draft.time)
        owners.update((each, len(found)) for each in found if each in known)
    if kept.namings:
        return owners
    near = [each for each in known if _is_near(each, kept.draft)]
    named = [each for each in near if not {*map(tail, each.ids)}.isdisjoint(map(tail, kept.about))]
    return dict.fromkeys(named or (near if len(near) == 1 else []), 1)


def _is_near(bearer: Bearer, draft: Draft) -> bool:
    """Whether an event is of the service and the account of a resource."""
    return bearer.spot[1] == draft.account and draft.source in services(bearer.type)


def services(type: str) -> Iterator[str]:
    """The services whose events change resources of the type, as records name them."""
    return (each.event_source for each in BY_TYPE.get(type, ()))


def _history(bearer: Bearer, texts: frozenset[str], done: Sequence[Done]) -> History:
    others = {*bearer.ids, *bearer.names, *bearer.labels} - texts
    return History(
        *bearer.spot,
        service=next(services(bearer.type), ""),
        id=bearer.id,
        also=tuple(sorted(others, key=lambda each: (each.startswith("arn:"), each))),
        done=_newest(done),
    )


def _newest(done: Iterable[Done]) -> tuple[Done, ...]:
    return tuple(sorted(done, key=attrgetter("change.time", "change.id"), reverse=True))


def _order(history: History) -> tuple[str, str, str, str]:
    return history.type, history.account, history.region, history.id
