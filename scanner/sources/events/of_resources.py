"""What CloudTrail's Event history has of named resources: all 90 days of it in a few calls."""

from collections.abc import Iterable, Iterator
from functools import partial
from types import TracebackType

from scanner.event import EVENT
from scanner.model import Given, Needs, Problem
from scanner.sources.accounts import entered, members
from scanner.sources.events.history import looked_up
from scanner.sources.live import Entered
from scanner.sources.pool import Found, Pool, Task
from scanner.sources.reach import Reach
from scanner.sources.signin import signed_in


class OfResources:
    """The Event history of the accounts and Regions of a reach, to be asked for names.

    Use it with `with`. Raises UserError where AWS lets nobody in.
    """

    def __init__(self, reach: Reach, needs: Needs) -> None:
        self._needs = needs
        self._pool = Pool(max_workers=reach.max_workers)
        caller = signed_in(reach.regions)
        found = [
            entered(caller, each, reach, needs, self._pool.clients)
            for each in members(caller, reach, self._pool.clients)
        ]
        self._inside = [each for each in found if isinstance(each, Entered)]
        self.problems = [
            problem for each in found if not isinstance(each, Entered) for problem in each
        ]

    def __enter__(self) -> "OfResources":
        self._pool.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.__exit__(kind, error, trace)

    def of(self, names: Iterable[str]) -> Iterator[Given]:
        """The events that have one of these names among their resources, place by place.

        A resource's name is what an event calls it: an id, a name or an ARN. Of a session of
        a role it is the access key.
        """
        asked = sorted(set(names))
        if asked:
            yield from self._pool.run(
                Task((each.account, region), EVENT, partial(self._looked_up, each, region, asked))
                for each in self._inside
                for region in sorted(set(each.regions))
            )

    def _looked_up(self, inside: Entered, region: str, names: list[str]) -> Iterable[Found]:
        client = self._pool.clients.client(inside.session, inside.account, "cloudtrail", region)
        found: list[Found] = []
        for name in names:
            since, until = self._needs.since, self._needs.until
            found += looked_up(client, region, name, since, until, inside.account)
            if found and isinstance(found[-1], Problem):
                break  # what was refused for one name is refused for the others
        return found
