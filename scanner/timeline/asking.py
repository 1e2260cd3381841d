"""The past as AWS Config's API has it: of the resources asked for, and of what rules join."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from msgspec import Struct

from scanner.fields import is_anywhere, is_global
from scanner.inventory.inventory import ACCOUNT, GLOBAL, REGION
from scanner.model import Needs, Place, Problem, Resource
from scanner.shape import Call
from scanner.sources.calling import Refused
from scanner.sources.config_item import Form
from scanner.sources.leftover import recorded
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.recording import RECORDER
from scanner.sources.spot import Spot
from scanner.timeline.answers import Wanted, past
from scanner.timeline.sightings import Sightings

MOST_JOINED: Final = 200
"""Of so many resources of a joined type in an account and Region the histories are read."""
FIRST_FOR_GLOBAL: Final = "us-east-1"
DISCOVERED: Final = Call(
    "config",
    "list_discovered_resources",
    "resourceIdentifiers[]",
    fixed={"limit": 100, "includeDeletedResources": True},
    each={"resourceType": "type"},
)


class Question(Struct, frozen=True):
    """What is asked for.

    `joins` are the types that rules judge, each with those that these rules join; `is_wanted` says
    whether a resource may be one that somebody asks for, by its id and name. `needs` is all to
    read, up to `needs.at`.
    """

    is_wanted: Callable[[Resource], bool]
    joins: Mapping[str, frozenset[str]]
    needs: Needs
    since: str

    @property
    def until(self) -> str:
        """The last moment that matters."""
        return self.needs.at or ""


class Asking:
    """One reading of the past of some resources, in some accounts and Regions."""

    def __init__(self, question: Question, spots: Iterable[Spot], sightings: Sightings) -> None:
        self._question = question
        order = sorted(spots, key=lambda spot: (spot.region != FIRST_FOR_GLOBAL, spot.region))
        self._spots = sorted(order, key=lambda spot: spot.account)
        self._sightings = sightings
        self._recorded = recorded(question.needs).types
        self._listed: dict[tuple[Place, str], dict[str, str | None]] = {}
        self._chosen: dict[Place, set[tuple[str, str]]] = defaultdict(set)

    def run(self, pool: Pool) -> Iterator[Found]:
        """Every version of what is asked for, and of what it is judged with as far as is read."""
        yield from pool.run(self._lists({spot.place: self._question.joins for spot in self._spots}))
        self._choose()
        joined = self._joined()
        yield from pool.run(self._lists(joined))
        tasks: list[Task] = []
        for spot in self._spots:
            for kind in sorted(self._question.needs.types):
                yield from self._too_many(spot, kind, joined)
                tasks += self._histories(spot, kind, joined)
        yield from pool.run(tasks)

    def names(self) -> Iterator[str]:
        """What the resources are called that could have been chosen."""
        for (_, kind), some in self._listed.items():
            if kind in self._question.joins:
                yield from some
                yield from (name for name in some.values() if name)

    def _lists(self, types: Mapping[Place, Iterable[str]]) -> Iterator[Task]:
        """What AWS Config has discovered of types in each place; of global ones in one Region."""
        seen: set[tuple[Place, str]] = set()
        for spot in self._spots:
            for name in sorted(self._recorded.intersection(types.get(spot.place, ()))):
                place = _place(spot, name)
                if (place, name) not in self._listed and (place, name) not in seen:
                    seen.add((place, name))
                    yield Task(spot.place, name, partial(self._list, spot, name))

    def _list(self, spot: Spot, name: str) -> Iterator[Found]:
        place, types = _place(spot, name), frozenset({name})
        given = spot.ask(DISCOVERED, {"type": name})
        if isinstance(given, Refused):
            yield Problem(spot.uri, str(given), types, place)
            return
        named = {each.get("resourceId"): each.get("resourceName") for each in given}
        known = {one: name for one, name in named.items() if isinstance(one, str) and one}
        if len(known) < len(named):
            yield Problem(spot.uri, f"{name}: a discovered resource without its id", types, place)
        self._listed[place, name] = known

    def _choose(self) -> None:
        """Find the resources that are asked for; accounts and Regions are some as well."""
        for (place, kind), some in self._listed.items():
            for one, name in some.items():
                self._offer(place, Resource(kind, one, *place, name=name))
        for spot in self._spots:
            self._offer(spot.place, Resource(REGION, spot.region, *spot.place))
            self._offer((spot.account, GLOBAL), Resource(ACCOUNT, spot.account, *spot.place))

    def _offer(self, place: Place, resource: Resource) -> None:
        if resource.type in self._question.joins and self._question.is_wanted(resource):
            self._chosen[place].add((resource.type, resource.id))

    def _joined(self) -> dict[Place, set[str]]:
        """By place the types that are joined there by the rules of what is chosen."""
        joins = self._question.joins
        found: dict[Place, set[str]] = defaultdict(set)
        wide = {
            each
            for some in self._chosen.values()
            for kind, _ in some
            for each in joins[kind]
            if is_anywhere(each)
        }
        for spot in self._spots if self._chosen else ():
            whole = {kind for kind, _ in self._chosen.get((spot.account, GLOBAL), ())}
            here = {kind for kind, _ in self._chosen.get(spot.place, ())}
            found[spot.place] = wide.union(*(joins[kind] for kind in whole | here))
            found[spot.place] |= {RECORDER} if found[spot.place] else set()
        return found

    def _too_many(
        self, spot: Spot, kind: str, joined: Mapping[Place, set[str]]
    ) -> Iterator[Problem]:
        number = len(self._listed.get((spot.place, kind), ()))
        if kind in joined.get(spot.place, ()) and number > MOST_JOINED:
            what = f"the histories of {number} {kind} were not read: they are too many"
            yield Problem(spot.uri, what, frozenset({kind}), spot.place)

    def _histories(self, spot: Spot, kind: str, joined: Mapping[Place, set[str]]) -> Iterator[Task]:
        """The reading of what is chosen of a type in a place, and of all where it is joined."""
        place = _place(spot, kind)
        known = self._listed.get((place, kind), {})
        if place != spot.place and spot is not self._first(spot.account):
            return
        every = kind in joined.get(spot.place, ()) and len(known) <= MOST_JOINED
        form = Form(kind, self._question.needs.fields[kind])
        for one in sorted(known):
            if every or (kind, one) in self._chosen.get(place, ()):
                wanted = Wanted(kind, one, place, self._question.since, self._question.until)
                run = partial(past, spot, wanted, form, self._sightings)
                yield Task(spot.place, kind, run)

    def _first(self, account: str) -> Spot:
        return next(spot for spot in self._spots if spot.account == account)


def _place(spot: Spot, resource_type: str) -> Place:
    """Where the items of a type lie that are asked for here."""
    return (spot.account, GLOBAL) if is_global(resource_type) else spot.place


def tails(wanted: Sequence[str]) -> list[str]:
    """What is asked for, of an ARN also what it ends in: AWS Config lists only ids and names."""
    ends = [each.replace("/", ":").rpartition(":")[2] for each in wanted if each.startswith("arn:")]
    return [*wanted, *ends]
