"""What load balancers may reach, and whether some of which nothing is known may reach it."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import sieve
from scanner.network.addresses import EVERYWHERE
from scanner.network.admissions import admissions, peers
from scanner.network.owners import Owners
from scanner.network.passages import passages
from scanner.network.ranges import Bounds, Range, Ranges, common, union
from scanner.network.rooms import FAMILIES
from scanner.network.same import Same
from scanner.unresolved import Unresolved, identity


class Target(NamedTuple):
    """What may be reached: the documents of its groups and subnets, and the port."""

    groups: list[Any]
    subnets: list[Any]
    port: Ranges


_ANYBODY: Final = Unresolved("nothing is known of a load balancer")
_NOBODY_KNOWS: Final = Same(_ANYBODY)
_ANYTHING: Final = Bounds((), EVERYWHERE, (_ANYBODY,))


def may_be_reached(target: Target, acls: list[Any]) -> bool:
    """Whether a load balancer may reach a target, whatever its groups and its subnets are."""
    return _may_be(_keys(target.groups), _keys(target.subnets), _keys(acls), target.port)


def _keys(documents: list[Any]) -> tuple[Same, ...]:
    """The documents as keys: those of which nothing is known are all alike."""
    return tuple(
        _NOBODY_KNOWS if type(each) is Unresolved and identity(each) is None else Same(each)
        for each in documents
    )


@lru_cache(maxsize=256)
def _may_be(
    groups: tuple[Same, ...], subnets: tuple[Same, ...], acls: tuple[Same, ...], port: Ranges
) -> bool:
    documents = [each.document for each in groups]
    return any(
        common(door.addresses.most, _senders(subnet, acls, port[0]))
        for door in admissions(documents, "ipPermissions", port, peers([_ANYBODY]))
        for subnet in subnets
    )


@lru_cache(maxsize=256)
def _senders(subnet: Same, acls: tuple[Same, ...], at: Range) -> Ranges:
    """The addresses from which packets may get into a subnet, and their answers out of it."""
    acl_of = _owners(acls)
    return union(
        address
        for way in passages(_ANYBODY, subnet.document, _ANYTHING, at, acl_of)
        for family in FAMILIES
        if way.target.maybe(sieve.most(way.receivers, family))
        for address in sieve.most(way.senders, family)
    )


@lru_cache(maxsize=64)
def _owners(acls: tuple[Same, ...]) -> Owners:
    return Owners([each.document for each in acls], "network ACL")
