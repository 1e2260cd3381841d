"""What load balancers can open a connection to, in the subnets of their VPC.

A load balancer sends from any ephemeral port and any address of its subnets. A packet passes one of
its groups, the ACL of its subnet, that of the target's, and one of the target's groups; the answer
passes both ACLs once more, on the port that was sent from. A way into another VPC is not followed.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from scanner.network import traffic
from scanner.network.acl_passing import TCP
from scanner.network.addresses import EVERYWHERE, range_of
from scanner.network.admissions import Admission, admissions, admitted, peers
from scanner.network.balancers import Balancer, balancer, ids_of
from scanner.network.hops import Connection, Reach, Step
from scanner.network.opening import MOST, cut, elements, id_of, summed
from scanner.network.owners import Owners, configured_text
from scanner.network.passages import Passage, doubts, family, passages
from scanner.network.ranges import Bounds, Range, Ranges, minus
from scanner.network.sieve import least
from scanner.network.targets import Target, may_be_reached
from scanner.unresolved import Unresolved, identity

_ANYTHING: Final = Bounds(EVERYWHERE, EVERYWHERE)


def balancers_reach(
    balancers: Any,
    balancer_groups: Any,
    balancer_subnets: Any,
    groups: Any,
    subnets: Any,
    acls: Any,
    port: Any,
    allowed: Any = (),
) -> list[Reach | Unresolved]:
    """The permissions by which load balancers connect by TCP to a port of what has the groups.

    It stands in any of the subnets. `balancer_groups` and `balancer_subnets` are the documents of
    all groups and subnets that the balancers name. Those that are `allowed`, by name, are left out.
    Raises ValueError for what is no port.
    """
    target = Target(elements(groups), elements(subnets), traffic.at("tcp", port))
    of_acls = elements(acls)
    acl_of: Owners | None = None
    found: list[Reach | Unresolved] = []
    unknown: list[Unresolved] = []
    pools = elements(balancer_groups), elements(balancer_subnets)
    for document in elements(balancers):
        if type(document) is Unresolved and identity(document) is None:
            unknown += [document] if may_be_reached(target, of_acls) else []
            continue
        acl_of = acl_of or Owners(of_acls, "network ACL")
        each = balancer(document, *pools)
        may = _may(document, elements(allowed))
        for reach in _reached(each, target, acl_of) if each and may is not True else ():
            if isinstance(may, Unresolved):
                unknown.append(may)
            elif isinstance(reach, Unresolved):
                unknown.append(reach)
            elif len(found) < MOST:
                found.append(reach)
    why = summed(unknown)
    return [*found, why] if why else found


def _may(document: Any, allowed: list[Any]) -> bool | Unresolved:
    """Whether a load balancer is allowed by its name, as far as that and the names are known."""
    name = configured_text(document, "loadBalancerName")
    if isinstance(name, str) and name in allowed:
        return True
    doubt = [each for each in (name, *allowed) if type(each) is Unresolved]
    return doubt[0] if allowed and doubt else False


def _reached(sender: Balancer, target: Target, acl_of: Owners) -> Iterator[Reach | Unresolved]:
    """The permissions that surely let a balancer in, and why others may."""
    doors = list(admissions(target.groups, "ipPermissions", target.port, peers(sender.ids)))
    others = peers(each for group in target.groups for each in ids_of(group))
    exits = list(admissions(sender.groups, "ipPermissionsEgress", target.port, others))
    if not doors or (sender.groups and not exits):
        return
    at = target.port[0]
    let_out = admitted(exits, at) if sender.groups else _ANYTHING
    ways = [
        way
        for source in sender.subnets
        for goal in target.subnets
        for way in passages(source, goal, let_out, at, acl_of)
    ]
    for door in doors:
        bounds = door.addresses_at(at)
        sure = next(((way, both) for way in ways if (both := family(way, bounds))), None)
        if sure:
            yield _reach(sender, exits, door, *sure, at)
        else:
            yield from chain.from_iterable(doubts(way, bounds) for way in ways)


def _reach(
    sender: Balancer, exits: list[Admission], door: Admission, way: Passage, both: Ranges, at: Range
) -> Reach:
    """The evidence that a door lets a balancer in, with addresses of one family at both ends."""
    source, goal = _ends(least((door.addresses_at(at), *way.senders), both), way, both)
    ends = range_of(goal) or both[0], range_of(source) or both[0]
    back = way.back[0], way.back[0]
    there = [_exit(exits, ends[0], at), *_hops(way.there, at, ends)]
    answer = _hops(way.answer, back, ends[::-1])
    group = id_of(door.group)
    what = f"{group} lets the load balancer {sender.name} connect to tcp port {at[0] - TCP}"
    return Reach(
        what=cut(f"{what} in {way.target.name}"),
        resource=group,
        example=Connection(source, back[0] - TCP, goal, at[0] - TCP),
        hops=(*(hop for hops, _ in there for hop in hops), ("group", door.text)),
        back=tuple(hop for hops, _ in answer for hop in hops),
        at=tuple(
            dict.fromkeys((*door.at, *(at for _, each in there[::-1] + answer for at in each)))
        ),
    )


def _ends(senders: Ranges, way: Passage, both: Ranges) -> tuple[str, str]:
    """An address of each end, not the same one, or what is called so where it is not known."""
    source, receivers = way.source.one(senders), least(way.receivers, both)
    others = minus(receivers, (range_of(source) or (-1, -1),))
    if way.target.maybe(others):
        return source, way.target.one(others)
    goal = way.target.one(receivers)
    return way.source.one(minus(senders, (range_of(goal) or (-1, -1),))), goal


def _hops(acls: tuple[Any, ...], at: Range, ends: tuple[Range, ...]) -> list[Step]:
    """The entries of the ACLs on a way: the first is for an address that is left, then entered."""
    return [acl.hop(at, end) for acl, end in zip(acls, ends, strict=False)]


def _exit(exits: list[Admission], address: Range, at: Range) -> Step:
    """The permission by which the balancer's own groups let it send there."""
    for each in exits:
        if not minus((address,), each.addresses_at(at).least):
            return (("group", each.text),), each.at
    return (), ()
