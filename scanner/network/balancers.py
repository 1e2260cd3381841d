"""What load balancers say of themselves: their groups, and the subnets that they send from."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from scanner.network.opening import elements, id_of, told
from scanner.network.owners import configured_text, subnet_id, text
from scanner.unresolved import Unresolved, identity


class Balancer(NamedTuple):
    """A load balancer: what it is called, its groups' ids, and what documents it is made of."""

    name: str
    ids: list[Any]
    groups: list[Any]
    subnets: list[Any]


def balancer(document: Any, groups: list[Any], subnets: list[Any]) -> Balancer | None:
    """A load balancer with those that are its own of many groups' and subnets' documents.

    None for one that hands packets to appliances, and opens no connection.
    """
    if configured_text(document, "type") == "gateway":
        return None
    ids = configured_text(document, "securityGroups")
    named = [] if ids is None else elements(ids)
    return Balancer(
        _name(document),
        named,
        _found(named, [(one, each) for each in groups for one in ids_of(each)], "security group"),
        _found(_subnets_of(document), [(subnet_id(each), each) for each in subnets], "subnet"),
    )


def ids_of(group: Any) -> list[Any]:
    """The ids of a group, and an `Unresolved` of one that nobody knows."""
    if type(group) is Unresolved:
        return [group]
    ids = (text(group, "resourceId"), configured_text(group, "groupId"))
    return [each for each in ids if identity(each) is not None]


def _name(document: Any) -> str:
    name = told(configured_text(document, "loadBalancerName")) or id_of(document)
    return name if type(document) is dict else "that is not known"


def _subnets_of(document: Any) -> list[Any]:
    """The ids of a load balancer's subnets: of newer ones by Zone, of classic ones in a list."""
    listed = configured_text(document, "subnets")
    zones = configured_text(document, "availabilityZones")
    if type(listed) is not list and type(zones) is list:
        listed = [text(each, "subnetId") for each in zones]
    found = [] if listed is None else elements(listed)
    return found or [Unresolved(f"the load balancer {_name(document)} has no subnets")]


def _found(named: Iterable[Any], pool: list[tuple[Any, Any]], what: str) -> list[Any]:
    """The documents with these ids; an `Unresolved` for an id that none has."""
    by_id = {key: each for one, each in pool if (key := identity(one)) is not None}
    return [by_id.get(identity(each) or "") or _missing(each, what) for each in named]


def _missing(one: Any, what: str) -> Unresolved:
    if type(one) is Unresolved:
        return one
    return Unresolved(
        f"{one} is no known {what}" if isinstance(one, str) else f"a {what} has no id"
    )
