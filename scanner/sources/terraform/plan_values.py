"""A planned resource's values -> nodes: what only the apply tells is unresolved, or a reference."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from scanner.declared import Node
from scanner.sources.declared.kinds import kind_of, reference, told_by
from scanner.sources.terraform.plan_modules import Own, Scope
from scanner.sources.terraform.plan_records import Record, Records
from scanner.sources.terraform.plan_references import Hidden, References, Target
from scanner.sources.terraform.plan_written import mapping, written_for, written_for_rows
from scanner.unresolved import Unresolved

AFTER_APPLY: Final = "known after apply"
MAY_BE_MORE: Final = "a plan alone does not show whether more is listed: scan its source with it"
"""Why a list of references goes on: of `[aws_a.b.id, "sg-1"]` a plan shows only `aws_a.b.id`."""
_SECRET: Final = "the value is sensitive"  # noqa: S105 - no password
_ONE: Final = re.compile(
    r"(\w+_)?(arn|bucket)|\w+_(id|identifier|name)|role|topic|user|group|kms_key|destination|queue_url"
)
_MANY: Final = re.compile(
    r"\w+_(ids|arns|names)|(security_)?groups|subnets|\w+_actions|layers|roles|users"
)
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "gateway_id": ("aws_internet_gateway", "aws_vpn_gateway"),
    "nat_gateway_id": ("aws_nat_gateway",),
    "egress_only_gateway_id": ("aws_egress_only_internet_gateway",),
    "transit_gateway_id": ("aws_ec2_transit_gateway",),
    "vpc_endpoint_id": ("aws_vpc_endpoint",),
    "vpc_peering_connection_id": ("aws_vpc_peering_connection",),
    "network_interface_id": ("aws_network_interface",),
    "security_groups": ("aws_security_group", "aws_default_security_group"),
}
"""What may be meant where one expression is for several members: `ingress` and `route` are so."""
_NEVER_COMPUTED: Final = frozenset(
    {
        *("event_selector", "advanced_event_selector", "insight_selector", "metric_query"),
        *("metric_transformation", "versioning_configuration", "rule", "rotation_rules"),
        *("default_action", "destination_options", "vpc_config"),
    }
)
"""Blocks that the provider never fills in: one that is unknown is of a `dynamic` block."""
_DEEPEST: Final = 60
_LEFT_OUT: Final = Node(None)


class Told(NamedTuple):
    """What a plan tells of one value: the value, what of it is unknown, and what is sensitive."""

    after: Any
    unknown: Any
    sensitive: Any

    def member(self, name: str) -> "Told":
        """The same of a member of an object."""
        return Told(*(mapping(each).get(name) for each in self))

    def settled(self) -> dict[str, Node]:
        """The members that are plainly known: most of them, and so worth a shorter way."""
        marked = {**mapping(self.unknown), **mapping(self.sensitive)}
        return {
            name: Node(value)
            for name, value in mapping(self.after).items()
            if name not in marked and not isinstance(value, dict | list)
        }

    def rows(self) -> "list[Told]":
        """The same of each element of a list."""
        lists = [each if isinstance(each, list) else [] for each in self]
        length = max(len(lists[0]), len(lists[1]))
        return [
            Told(*(each[at] if at < len(each) else None for each in lists)) for at in range(length)
        ]


class Values:
    """Makes the nodes of resources, of one plan."""

    def __init__(self, records: Records, references: References) -> None:
        self._records = records
        self._references = references

    def properties(
        self, record: Record, expressions: dict[str, Any], scope: Scope, own: Own
    ) -> dict[str, Node]:
        """What a plan says of a resource's arguments and attributes.

        Left out is what is unknown and not in the source: the provider or AWS decides on it.
        """
        unknown = record.unknown
        if not record.exact:
            unknown = {each: True for each in expressions if each not in record.after}
        maker = _Maker(self._records, self._references, scope, own)
        nodes = maker.members(Told(record.after, unknown, record.sensitive), expressions, 0)
        return _named(record, nodes)


class _Maker:
    """The nodes of one resource."""

    def __init__(self, records: Records, references: References, scope: Scope, own: Own) -> None:
        self._records = records
        self._references = references
        self._scope = scope
        self._own = own

    def members(self, told: Told, written: Any, deep: int) -> dict[str, Node]:
        """The nodes of an object's members, without those that are left out."""
        found = told.settled()
        for name in {**mapping(told.after), **mapping(told.unknown)}:
            if name in found:
                continue
            node = self._node(name, told.member(name), written_for(written, name), deep + 1)
            if node is _LEFT_OUT and (written is None or name in _NEVER_COMPUTED):
                node = _known_later()
            if node is not _LEFT_OUT:
                found[name] = node
        return found

    def _node(self, name: str, told: Told, written: Any, deep: int) -> Node:
        after, unknown, sensitive = told
        if unknown is True:
            return self._unknown(name, written)
        if sensitive is True:
            return Node(None if after is None else Unresolved(_SECRET, present=True))
        if deep > _DEEPEST:
            return Node(Unresolved("it is nested too deeply"))
        if isinstance(after, dict) or isinstance(unknown, dict):
            return Node(self.members(told, written, deep))
        if isinstance(after, list) or isinstance(unknown, list):
            return Node(self._elements(name, told.rows(), written, deep))
        return Node(after)

    def _elements(self, name: str, rows: list[Told], written: Any, deep: int) -> list[Node]:
        written = written_for_rows(written, [row.unknown for row in rows])
        missing = [at for at, row in enumerate(rows) if row.unknown is True]
        named = self._many(name, written)[0] if missing else []
        if len(named) != len(missing):
            named = [_known_later() for _ in missing]
        filled = dict(zip(missing, named, strict=True))
        return [
            filled[at] if at in filled else self._node(name, row, written, deep + 1)
            for at, row in enumerate(rows)
        ]

    def _unknown(self, name: str, written: Any) -> Node:
        """What the apply tells: the reference that it is, where the source makes that certain."""
        if written is None:
            return _LEFT_OUT
        if _MANY.fullmatch(name):
            named, why = self._many(name, written)
            return Node([*named, Node(Unresolved(why))]) if named else Node(Unresolved(why))
        return self._single(name, written) if _ONE.fullmatch(name) else _known_later()

    def _single(self, name: str, written: Any) -> Node:
        targets = self._candidates(name, written)
        if len(targets) != 1:
            return _known_later()
        if isinstance(targets[0], Hidden):
            return Node(Unresolved(targets[0].why))
        instances = self._instances(targets[0])
        return (
            self._refer(instances[0], name, targets[0]) if len(instances) == 1 else _known_later()
        )

    def _many(self, name: str, written: Any) -> tuple[list[Node], str]:
        """The references of a list, and why it may have more elements."""
        targets = self._candidates(name, written) if _MANY.fullmatch(name) else []
        hidden = [each.why for each in targets if isinstance(each, Hidden)]
        nodes = [
            self._refer(instance, name, each)
            for each in targets
            if isinstance(each, Target)
            for instance in self._instances(each)
        ]
        return nodes, "; ".join(hidden) or (MAY_BE_MORE if nodes else AFTER_APPLY)

    def _candidates(self, name: str, written: Any) -> list[Target | Hidden]:
        """What is referred to that the plan does not know, in the blocks that may be meant."""
        found: dict[Target | Hidden, None] = {}
        for each in written if isinstance(written, list) else [written]:
            found |= dict.fromkeys(self._references.reached(each, self._scope, self._own))
        known = [each for each in found if isinstance(each, Hidden) or self._is_open(each, name)]
        kinds = _KINDS.get(name, ())
        if len(known) < 2 or not kinds:
            return known
        return [each for each in known if isinstance(each, Hidden) or each.block[1] in kinds]

    def _is_open(self, target: Target, name: str) -> bool:
        attribute = target.attribute or _attribute(name)
        return not all(each.knows(attribute) for each in self._instances(target))

    def _instances(self, target: Target) -> list[Record]:
        found = self._records.instances(target.block)
        return [found[target.key]] if target.key in found else list(found.values())

    def _refer(self, to: Record, name: str, target: Target) -> Node:
        attribute = target.attribute or _attribute(name)
        told = told_by(to.type, attribute)
        said = to.after.get(told) if told and to.knows(told) else None
        if isinstance(said, str) and said and not to.sensitive.get(told or ""):
            return Node(said)
        return Node(reference(to.address, to.type, attribute))


def _known_later() -> Node:
    return Node(Unresolved(AFTER_APPLY))


def _attribute(name: str) -> str:
    """The attribute that a reference most likely gives, where the plan hides which it is."""
    ending = name.rstrip("s").rpartition("_")[2]
    return ending if ending in ("arn", "name") else "id"


def _named(record: Record, nodes: dict[str, Node]) -> dict[str, Node]:
    """The properties; a name that nobody knows yet is what references to the resource call it."""
    for name, attribute in _naming(record.type).items():
        value = nodes[name].value if name in nodes else None
        if isinstance(value, Unresolved) and not value.token:
            nodes[name] = Node(reference(record.address, record.type, attribute))
    return nodes


@cache
def _naming(kind: str) -> Mapping[str, str]:
    """The properties that say what a kind of resource is called, each with such an attribute."""
    known = kind_of(kind)
    attributes = ("id", *known.spelt.refers) if known is not None else ()
    told = {attribute: told_by(kind, attribute) for attribute in reversed(attributes)}
    return {name: attribute for attribute, name in told.items() if name}
