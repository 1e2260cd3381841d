"""Which permissions a scan lacked, found in the reasons that sources give for what is not known."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, TypeVar

from scanner.model import Item, Problem
from scanner.unresolved import KEY

T = TypeVar("T")

_CODE: Final = (
    r"(?:Client\.)?(?:AccessDenied(?:Exception|Fault)?|UnauthorizedOperation|UnauthorizedAccess"
    r"|AuthorizationError(?:Exception)?|NotAuthorized(?:Exception)?|UnauthorizedException"
    r"|Forbidden(?:Exception)?|403)\b"
)
_OPERATION: Final = r"([a-z0-9-]+):([A-Z][A-Za-z0-9]+)"
_LISTED: Final = rf"{_OPERATION}: {_CODE}"
_ASKED: Final = rf"{_OPERATION} in (\d+/[a-z0-9-]+): {_CODE}"
_REASON: Final = re.compile(rb'"' + re.escape(KEY.encode()) + rb'":"([^"\\]*)"')
_LIVE: Final = "aws://"


class Refusals:
    """The calls that were refused for lack of a permission, told by what sources give."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], set[str]] = defaultdict(set)

    def seen(self, given: Iterable[T]) -> Iterator[T]:
        """The same values, once they are looked at."""
        for each in given:
            if isinstance(each, Item):
                self._look_into(each)
            elif isinstance(each, Problem):
                self._look_at(each)
            yield each

    def _look_at(self, problem: Problem) -> None:
        found = re.search(_LISTED, problem.what)
        if found and problem.where.startswith(_LIVE):
            self._places[found[1], found[2]].add(problem.where.removeprefix(_LIVE))

    def _look_into(self, item: Item) -> None:
        if KEY.encode() not in item.text or not item.uri.startswith(_LIVE):
            return
        for reason in _REASON.findall(item.text):
            for client, operation, place in re.findall(_ASKED, reason.decode()):
                self._places[client, operation].add(place)

    def problems(self) -> Iterator[Problem]:
        """One for each missing permission, by its name; they are no further gaps of the scan."""
        places: dict[str, set[str]] = defaultdict(set)
        for (client, operation), where in self._places.items():
            if (action := _action(client, operation)) is not None:
                places[action] |= where
        for action in sorted(places):
            first, *others = sorted(places[action])
            more = f" here, nor elsewhere ({1 + len(others):,} places)" if others else ""
            yield Problem(
                f"{_LIVE}{first}", f"{action} is not allowed{more}", blocks=False, permission=action
            )


def _action(client: str, operation: str) -> str | None:
    """The IAM action of an operation, None for what no scan calls: nobody pastes a stranger's."""
    return _actions().get((client, operation))


@cache
def _actions() -> dict[tuple[str, str], str]:
    """The action of every operation that some scan reads with, by its names in AWS's spelling."""
    from scanner.permissions import action
    from scanner.sources.plan import api_names

    found = {}
    for client, operation in _operations():
        found[client, api_names(client)[1][operation]] = action(client, operation)
    return found


def _operations() -> set[tuple[str, str]]:
    """The boto3 client and operation of every declared call."""
    from scanner.sources import aggregate, query, recorder_state
    from scanner.sources.events.history import LOOKUP
    from scanner.sources.plan import Collection, calls_of, declared
    from scanner.sources.reach import ENABLED, EVERYBODY, IN_UNIT, UNITS

    calls = [
        *(ENABLED, EVERYBODY, IN_UNIT, UNITS, recorder_state.RECORDERS, recorder_state.STATUS),
        *(aggregate.AGGREGATORS, aggregate.SOURCES, LOOKUP),
        *(call for each in (query.OWN, query.AGGREGATE)
          for call in (each.select, each.discovered, each.batch)),
    ]  # fmt: skip
    for kind in declared().values():
        calls += [call for call, _ in calls_of(Collection(kind, tuple(kind.more), True))]
    return {(call.client, call.operation) for call in calls}
