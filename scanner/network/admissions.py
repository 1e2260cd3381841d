"""What security groups let through, source by source (or destination by destination), as bounds."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from scanner.network import traffic
from scanner.network.addresses import EVERYWHERE, WORLD, may_be_public, range_of
from scanner.network.opening import At, cut, id_of, told
from scanner.network.permissions import (
    cidrs,
    may_meet,
    members,
    not_a_known_list,
    not_a_range,
    permissions,
    ports,
    readable,
    unreadable,
    words,
)
from scanner.network.ranges import Bounds, Range, Ranges, common, union
from scanner.network.spots import of_source
from scanner.unresolved import Unresolved, identity


class Peers(NamedTuple):
    """The groups of those at the other end: ids and tokens, and why there may be others."""

    ids: frozenset[str]
    unknown: tuple[Unresolved, ...]  # any of them may be any group


class Admission(NamedTuple):
    """A source of a permission: what traffic it admits, and with which addresses."""

    group: Any
    key: str
    permission: Any
    number: int  # among the sources of the permission
    traffic: Bounds
    addresses: Bounds
    source: str

    def addresses_at(self, stretch: Range) -> Bounds:
        """The addresses that it admits to some of a stretch of traffic."""
        least = self.addresses.least if common(self.traffic.least, (stretch,)) else ()
        most = self.addresses.most if common(self.traffic.most, (stretch,)) else ()
        return Bounds(least, most, self.traffic.why + self.addresses.why)

    @property
    def text(self) -> str:
        """The admission in a few words: `sg-1: tcp port 22 from 0.0.0.0/0`."""
        way = "from" if self.key == "ipPermissions" else "to"
        return cut(f"{id_of(self.group)}: {words(self.traffic)} {way} {self.source}")

    @property
    def at(self) -> tuple[At, ...]:
        """Where the source is written."""
        return of_source(self.group, self.key, self.permission, self.number)


def peers(ids: Iterable[Any]) -> Peers:
    """The groups with these ids; of one that a parameter names it is only known what it may be."""
    listed = list(ids)
    return Peers(
        frozenset(key for each in listed if (key := identity(each)) is not None),
        tuple(each for each in listed if type(each) is Unresolved and not each.named),
    )


_NOBODY: Final = Peers(frozenset(), ())


def admissions(groups: Any, key: str, wanted: Ranges, others: Peers) -> Iterator[Admission]:
    """Every source below `key` of groups that may admit some of the traffic wanted.

    A reference to a group admits every address of its members, which `others` are or are not.
    """
    for group, permission in permissions(groups, key):
        if may_meet(permission, wanted):
            yield from _of_permission(group, key, permission, others)


def strangers(groups: Any, wanted: Ranges) -> Iterator[Admission]:
    """The sources of groups' ingress with public addresses, for some of the traffic wanted.

    The members of groups are no strangers.
    """
    for group, permission in permissions(groups, "ipPermissions"):
        if may_meet(permission, wanted) and _may_be_public(permission):
            for each in _of_permission(group, "ipPermissions", permission, _NOBODY):
                if common(each.addresses.most, WORLD):
                    yield each


def _may_be_public(permission: Any) -> bool:
    """A quick look: most permissions of databases name private addresses only."""
    if not readable(permission) or permission.get("prefixListIds"):
        return True
    return any(type(text) is not str or may_be_public(text) for text, _, _ in cidrs(permission))


def _of_permission(group: Any, key: str, permission: Any, others: Peers) -> Iterator[Admission]:
    if not readable(permission):
        nothing = (unreadable(group, permission),)
        doubt = Bounds((), traffic.ALL, nothing), Bounds((), EVERYWHERE, nothing)
        yield Admission(group, key, permission, 0, *doubt, "?")
        return
    stretch = ports(permission)
    for number, each in enumerate(_sources(permission, others)):
        if each[0].most:
            yield Admission(group, key, permission, number, stretch, *each)


def admitted(found: Iterable[Admission], stretch: Range) -> Bounds:
    """The addresses that admissions together let through."""
    each = [one.addresses_at(stretch) for one in found]
    return Bounds(
        union(at for one in each for at in one.least),
        union(at for one in each for at in one.most),
        tuple(why for one in each for why in one.why),
    )


def _sources(permission: dict[str, Any], others: Peers) -> Iterator[tuple[Bounds, str]]:
    """The addresses of each source, counted as `spots` counts them, and the source in words."""
    for text, family, _ in cidrs(permission):
        found = range_of(text) if isinstance(text, str) else None
        if found:
            yield Bounds((found,), (found,)), str(text)
        else:
            why = text if isinstance(text, Unresolved) else not_a_range(text)
            yield Bounds((), family, (why,)), "?"
    for text, _ in members(permission.get("prefixListIds"), "prefixListId"):
        yield Bounds((), EVERYWHERE, (not_a_known_list(text),)), told(text) or "?"
    pairs = permission.get("userIdGroupPairs")
    if pairs and type(pairs) is not list:
        why = pairs if type(pairs) is Unresolved else Unresolved("userIdGroupPairs is not a list")
        yield _perhaps(why, others), "?"
        return
    for pair in pairs or ():
        yield _members(pair, others)


def _members(pair: Any, others: Peers) -> tuple[Bounds, str]:
    """The addresses of a referenced group's members, as far as the others are these."""
    if type(pair) is not dict:
        why = pair if type(pair) is Unresolved else Unresolved("a group pair is not an object")
        return _perhaps(why, others), "?"
    group_id = pair.get("groupId")
    name, key = told(group_id) or "?", identity(group_id)
    if key is not None and key in others.ids:
        return Bounds(EVERYWHERE, EVERYWHERE), name
    if type(group_id) is Unresolved and not group_id.named:
        return _perhaps(group_id, others), name
    if key is None:
        return _perhaps(Unresolved("a group pair has no groupId"), others), name
    return Bounds((), EVERYWHERE if others.unknown else (), others.unknown), name


def _perhaps(why: Unresolved, others: Peers) -> Bounds:
    """The addresses of a group that nobody knows, where there are others that may be in it."""
    return Bounds((), EVERYWHERE, (why,)) if others.ids or others.unknown else Bounds((), ())
