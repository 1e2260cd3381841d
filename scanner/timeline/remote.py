"""The past as AWS has it: AWS Config's API in accounts that can be entered, or a bucket."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scanner.model import Given, Problem, Resource, SourceUse
from scanner.rule import Rule
from scanner.sources.accounts import entered, members
from scanner.sources.clients import Clients
from scanner.sources.pool import Pool
from scanner.sources.reach import Reach
from scanner.sources.signin import Caller, signed_in
from scanner.sources.spot import Spot
from scanner.timeline.asking import Asking, Question, tails
from scanner.timeline.delivered import delivered
from scanner.timeline.reading import Wish
from scanner.timeline.sightings import Sightings
from scanner.waive import is_called

NAME: Final = "aws-config"


class Recorded:
    """One reading of AWS Config's API."""

    def __init__(
        self, wish: Wish, rules: Sequence[Rule], reach: Reach, sightings: Sightings
    ) -> None:
        self._wish = wish
        self._joins = _joins(rules)
        self._reach = reach
        self._sightings = sightings
        self._asking: Asking | None = None

    def read(self) -> Iterator[Given]:
        """What is recorded. Raises UserError where AWS lets nobody in."""
        caller = signed_in(self._reach.regions)
        with Pool(max_workers=self._reach.max_workers) as pool:
            spots: list[Spot] = []
            for account in members(caller, self._reach, pool.clients):
                found = self._entered(caller, account, pool.clients)
                spots += [each for each in found if isinstance(each, Spot)]
                yield from (each for each in found if isinstance(each, Problem))
            wish = self._wish
            question = Question(_is_wanted(wish.wanted), self._joins, wish.needs, wish.since)
            self._asking = Asking(question, spots, self._sightings)
            yield from self._asking.run(pool)
        for each in sorted({spot.account for spot in spots}):
            yield SourceUse(NAME, f"aws://{each}")

    def names(self) -> Iterator[str]:
        """What the resources are called that could have been chosen."""
        if self._asking is not None:
            yield from self._asking.names()

    def _entered(self, caller: Caller, account: str, clients: Clients) -> list[Spot | Problem]:
        found = entered(caller, account, self._reach, self._wish.needs, clients)
        if isinstance(found, tuple):
            return [*found]
        return [
            Spot(found.session, account, region, caller.partition, clients)
            for region in sorted(set(found.regions))
        ]


def _joins(rules: Sequence[Rule]) -> dict[str, frozenset[str]]:
    """The types that rules judge, each with those that they join."""
    found: dict[str, frozenset[str]] = {}
    for rule in rules:
        types = frozenset(join.type for join in rule.join)
        found[rule.resource] = found.get(rule.resource, frozenset()) | types
    return found


def _is_wanted(wanted: Sequence[str]) -> Callable[[Resource], bool]:
    globs = tails(wanted)
    return lambda resource: any(is_called(each, resource) for each in globs)


def bucket(url: str, wish: Wish, reach: Reach, sightings: Sightings) -> Iterator[Given]:
    """What AWS Config delivered to a bucket. Raises UserError where AWS lets nobody in."""
    caller = signed_in(reach.regions)
    clients = Clients(reach.max_workers)
    client = clients.client(caller.session, caller.account, "s3", caller.home)
    yield from delivered(client, url, wish, sightings)
