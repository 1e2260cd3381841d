"""The items of one resource type that AWS Config's API gives: a query's, and what that leaves out.

A query gives no rows for some types that AWS Config does record, and none of its rows for an empty
one either; so where it gives none the list of discovered resources says which of the two it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from scanner.model import Place
from scanner.shape import Call
from scanner.sources.calling import Refused
from scanner.sources.config_decode import SELECT, items_in, rows_in
from scanner.sources.config_head import Head
from scanner.sources.config_item import plain, unresolved
from scanner.sources.split import NOT_DECODED
from scanner.sources.spot import Spot

BATCH: Final = 100
FURTHER: Final = ("availabilityZone", "relationships", "resourceCreationTime", "version")
"""What a query selects only where a rule reads it."""
_NO_QUERY: Final = "InvalidExpressionException"
_NOTHING: Final = (b"", b"null", b'""', b"{}")
_NOT_IN_A_BATCH: Final = unresolved(
    "AWS Config's query gave no row, and its batches leave this out"
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """The calls that give items, and the members of a batch's answer; `key` names a resource."""

    select: Call
    discovered: Call
    batch: Call
    items: str
    unprocessed: str
    key: Mapping[str, str]


OWN: Final = Dialect(
    Call("config", "select_resource_config", "Results[]", {"Limit": 100}, {"Expression": "select"}),
    Call(
        *("config", "list_discovered_resources", "resourceIdentifiers[]", {"limit": 100}),
        each={"resourceType": "type"},
    ),
    Call("config", "batch_get_resource_config", each={"resourceKeys": "keys"}),
    items="baseConfigurationItems",
    unprocessed="unprocessedResourceKeys",
    key={"resourceType": "resource_type", "resourceId": "resource_id"},
)
_NAMED: Final = {"ConfigurationAggregatorName": "aggregator"}
AGGREGATE: Final = Dialect(
    Call(
        *("config", "select_aggregate_resource_config", "Results[]", {"Limit": 100}),
        each={"Expression": "select", **_NAMED},
    ),
    Call(
        *("config", "list_aggregate_discovered_resources", "ResourceIdentifiers[]", {"Limit": 100}),
        each={"ResourceType": "type", **_NAMED},
    ),
    Call(
        *(
            "config",
            "batch_get_aggregate_resource_config",
        ),
        each={"ResourceIdentifiers": "keys", **_NAMED},
    ),
    items="BaseConfigurationItems",
    unprocessed="UnprocessedResourceIdentifiers",
    key={
        "ResourceType": "resource_type",
        "ResourceId": "resource_id",
        "SourceAccountId": "account",
        "SourceRegion": "aws_region",
    },
)


@dataclass(slots=True)
class Rows:
    """Items as AWS Config spells them, and what could not be read: all there are if nothing."""

    heads: list[Head] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of AWS Config, and where.

    An aggregator holds more than is asked for: `where` narrows the query, `matters` what is listed.
    """

    spot: Spot
    dialect: Dialect = OWN
    aggregator: str | None = None
    where: str = ""
    matters: Callable[[Place], bool] = lambda _: True

    def rows(self, resource_type: str, fields: frozenset[str] | None) -> Rows:
        """The items of a type with, among others, these fields; None stands for all."""
        text = f"{expression(resource_type, fields)}{self.where}"
        given = self._ask(self.dialect.select, select=text)
        if isinstance(given, Refused) and given.code != _NO_QUERY:
            return Rows(faults=[str(given)])
        rows = _decoded([] if isinstance(given, Refused) else given)
        if not given or isinstance(given, Refused):
            return self._listed(resource_type)
        bare = [each for each in rows.heads if bytes(plain(each.configuration)) in _NOTHING]
        if bare:
            again = self._batches([self._key(each) for each in bare])
            return _mended(rows, bare, again)
        return rows

    def _listed(self, resource_type: str) -> Rows:
        """The items of a type that has no rows, as far as AWS Config has discovered any."""
        given = self._ask(self.dialect.discovered, type=resource_type)
        if isinstance(given, Refused):
            return Rows(faults=[str(given)])
        keys = [{name: each.get(name) for name in self.dialect.key} for each in given]
        rows = self._batches([key for key in keys if self._is_asked(key)])
        for each in rows.heads:
            each.tags = each.relationships = _NOT_IN_A_BATCH
        return rows

    def _is_asked(self, key: Mapping[str, Any]) -> bool:
        place = (str(key.get("SourceAccountId")), str(key.get("SourceRegion")))
        return self.matters(place)

    def _key(self, head: Head) -> dict[str, Any]:
        return {name: getattr(head, source) for name, source in self.dialect.key.items()}

    def _batches(self, keys: Sequence[dict[str, Any]]) -> Rows:
        """What AWS Config gives for keys; each that it does not process is a fault."""
        rows = Rows()
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            answer = self._ask(self.dialect.batch, keys=some)
            if isinstance(answer, Refused):
                rows.faults.append(str(answer))
                continue
            self._take(answer[0], some, rows)
        return rows

    def _take(self, answer: Mapping[str, Any], keys: Iterable[dict[str, Any]], rows: Rows) -> None:
        items = answer.get(self.dialect.items)
        try:
            heads = items_in(msgspec.json.encode(items or []))
        except NOT_DECODED as error:
            rows.faults.append(f"{self.dialect.batch.operation}: {error}")
            return
        rows.heads += heads
        given = {each.resource_id for each in heads}
        name = next(name for name, source in self.dialect.key.items() if source == "resource_id")
        for key in keys:
            if key[name] not in given:
                rows.faults.append(f"{self.dialect.batch.operation}: {key[name]} was not processed")

    def _ask(self, call: Call, **arguments: Any) -> list[Any] | Refused:
        return self.spot.ask(call, {"aggregator": self.aggregator, **arguments})


def expression(resource_type: str, fields: frozenset[str] | None) -> str:
    """The query for a resource type's items."""
    further = [each for each in FURTHER if fields is None or each in fields]
    status = ["configurationItemCaptureTime", "configurationItemStatus"]
    return f"{', '.join((SELECT, *status, *further))} WHERE resourceType = '{resource_type}'"


def _decoded(texts: Iterable[str]) -> Rows:
    rows = Rows()
    for number, text in enumerate(texts, 1):
        try:
            rows.heads += rows_in(msgspec.json.encode([text]))
        except NOT_DECODED as error:
            rows.faults.append(f"row {number} of the query: {error}")
    return rows


def _mended(rows: Rows, bare: Sequence[Head], again: Rows) -> Rows:
    """The rows, with those that lack a configuration as batches have them, but for their tags."""
    known = {_identity(each): each for each in again.heads}
    lacking = {_identity(each) for each in bare}
    for row in bare:
        if (found := known.get(_identity(row))) is not None:
            found.tags = row.tags
            found.relationships = row.relationships
    kept = [
        known.get(_identity(each), each) if _identity(each) in lacking else each
        for each in rows.heads
    ]
    return Rows(kept, rows.faults + again.faults)


def _identity(head: Head) -> tuple[str, str, str]:
    return head.account, head.aws_region, head.resource_id
