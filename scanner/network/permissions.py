"""A security group's permissions as bounds: what traffic, from or to which addresses."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from scanner.network import traffic
from scanner.network.addresses import EVERYWHERE, IPV4, IPV6, range_of, written
from scanner.network.opening import configured, cut, elements, id_of, shown, told
from scanner.network.ranges import Bounds, Range, Ranges, union
from scanner.unresolved import Unresolved

_SOURCES: Final = ("ipv4Ranges", "ipRanges", "ipv6Ranges", "prefixListIds", "userIdGroupPairs")


class Permission(NamedTuple):
    """A permission of a group: what its ports and its address ranges let through."""

    group: str
    traffic: Bounds
    addresses: Bounds
    source: tuple[Any, Any]  # the documents of the group and the permission

    @property
    def why(self) -> tuple[Unresolved, ...]:
        """What of it is not known."""
        return self.traffic.why + self.addresses.why

    @property
    def text(self) -> str:
        """The permission in a few words: `sg-1: tcp port 22 from 0.0.0.0/0`."""
        return cut(f"{self.group}: {words(self.traffic)} from {written(self.addresses.least)}")


def permissions(groups: Any, key: str) -> list[tuple[Any, Any]]:
    """Each permission with its group's document; an `Unresolved` is any number of them."""
    return [
        (group, permission) for group in elements(groups) for permission in configured(group, key)
    ]


def read(group: Any, permission: Any) -> Permission:
    """A permission as bounds; of what is no permission at all, nothing is known."""
    name = id_of(group)
    if not readable(permission):
        why = (unreadable(group, permission),)
        nothing = Bounds((), traffic.ALL, why), Bounds((), EVERYWHERE, why)
        return Permission(name, *nothing, (group, permission))
    return Permission(name, ports(permission), _addresses(permission), (group, permission))


def readable(permission: Any) -> bool:
    """Whether it is a permission: an object that names sources (or destinations), if only none."""
    return type(permission) is dict and not permission.keys().isdisjoint(_SOURCES)


def unreadable(group: Any, permission: Any) -> Unresolved:
    """Why what stands in the place of a permission cannot be read."""
    if type(permission) is Unresolved:
        return permission
    return Unresolved(f"a permission of {id_of(group)} names no source or destination")


def ports(permission: dict[str, Any]) -> Bounds:
    """The traffic of a permission."""
    of = permission.get
    return traffic.traffic(of("ipProtocol"), of("fromPort"), of("toPort"))


def may_meet(permission: Any, wanted: Ranges) -> bool:
    """Whether a permission may be for some of the traffic wanted."""
    if wanted is traffic.ALL or not readable(permission):
        return True
    of = permission.get
    return traffic.may_meet(of("ipProtocol"), of("fromPort"), of("toPort"), wanted)


def words(stretch: Bounds) -> str:
    """The traffic of a permission or an ACL entry in words."""
    return traffic.named(stretch.least[0]) if stretch.least == stretch.most else "unknown traffic"


def cidrs(permission: dict[str, Any]) -> Iterator[tuple[str | Unresolved, Ranges, bool]]:
    """Each address range: its text, the family it can only be of, and whether it is there at all.

    Items of version 1.2 have only `ipRanges`, newer ones the same ranges twice.
    """
    four = permission.get("ipv4Ranges") or permission.get("ipRanges")
    for value, sure in members(four, "cidrIp"):
        yield value, IPV4, sure
    for value, sure in members(permission.get("ipv6Ranges"), "cidrIpv6"):
        yield value, IPV6, sure


def members(found: Any, member: str) -> Iterator[tuple[str | Unresolved, bool]]:
    """The text of each object in a list (or each text in it), and whether it is surely there."""
    if not found:
        return
    if type(found) is not list:
        why = f"what should list each {member} is not a list"
        yield found if type(found) is Unresolved else Unresolved(why), False
        return
    for each in found:
        value = each.get(member) if type(each) is dict else each
        if isinstance(value, str):
            yield value, True
        elif type(value) is Unresolved:
            yield value, type(each) is dict
        else:
            yield Unresolved(f"a permission's element has no {member}"), False


def _addresses(permission: dict[str, Any]) -> Bounds:
    least: list[Range] = []
    most: list[Range] = []
    why: list[Unresolved] = []
    for text, family, _ in cidrs(permission):
        found = range_of(text) if isinstance(text, str) else None
        if found:
            least.append(found)
        else:
            why.append(text if isinstance(text, Unresolved) else not_a_range(text))
            most += family
    for text, _ in members(permission.get("prefixListIds"), "prefixListId"):
        why.append(not_a_known_list(text))
        most += EVERYWHERE
    known = union(least)
    return Bounds(known, union([*most, *known]) if most else known, tuple(why))


def not_a_range(value: Any) -> Unresolved:
    """Why a value in a document says nothing about addresses."""
    return Unresolved(f"{shown(value)} is not an address range")


def not_a_known_list(prefix_list: str | Unresolved) -> Unresolved:
    """Why a prefix list says nothing about addresses."""
    name = told(prefix_list)
    if isinstance(prefix_list, Unresolved) and not name:
        return prefix_list
    return Unresolved(f"what {(name or '')[:50]} holds is not known")
