"""What somebody on the internet can open a connection to: in by a gateway, and the answer out.

A stranger has any public address and sends from any port. A packet for a public address comes in by
the internet gateway, passes the subnet's ACL and one of the target's groups; the answer passes the
ACL once more, on the port that the stranger sent from, and is sent out by the subnet's route table.
A group knows that it is an answer. What only a NAT or an egress-only gateway leads out of lets
nobody in, and what an appliance lets through is not known.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from scanner.network import sieve, traffic
from scanner.network.acl_passing import TCP, Passing, passing
from scanner.network.addresses import EVERYWHERE, IPV4, IPV6, WORLD, range_of, sample
from scanner.network.admissions import Admission, strangers
from scanner.network.hops import Connection, Reach, Step
from scanner.network.opening import MOST, called, cut, elements, id_of, summed, told
from scanner.network.owners import Owners
from scanner.network.ranges import Bounds, Range, Ranges, common, union
from scanner.network.rooms import is_closed, room
from scanner.network.routes import is_inspected, route_to, sent_out
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_ANY_PORT: Final[Ranges] = ((TCP, TCP + 65535),)
_FAMILIES: Final = {"IPV4": IPV4, "IPV6": IPV6, "DUAL": EVERYWHERE}
_NAMED: Final = 4  # subnets that a sentence names


class Routing(NamedTuple):
    """What a subnet's table, if it is known, sends out by an internet gateway."""

    table: Same | None
    out: Bounds
    inspected: bool

    def hop(self, address: Range) -> Step:
        """The gateway and the route by which answers go out, and where the route is written."""
        found = self.table and route_to(self.table, self.inspected, address)
        if not (self.table and found):
            return (), ()
        position, route = found
        document = self.table.document
        destination = route.get("destinationCidrBlock") or route.get("destinationIpv6CidrBlock")
        path = f"configuration.routes[{position}]"
        hops = (
            ("route", cut(f"{id_of(document)}: {destination}")),
            ("gateway", cut(told(route.get("gatewayId")) or "an internet gateway")),
        )
        return hops, ((called(document), path),)


class Way(NamedTuple):
    """A subnet's way in for some traffic: who gets as far as the groups, and back."""

    subnet: Any
    stretch: Range
    routing: Routing
    inward: Passing
    outward: Passing
    sets: tuple[Bounds, ...]


def internet_reaches(
    groups: Any,
    subnets: Any,
    route_tables: Any,
    acls: Any,
    port: Any = None,
    networks: Any = ("DUAL",),
) -> list[Reach | Unresolved]:
    """The permissions by which the internet connects by TCP to what has a public address.

    It has all of the groups, stands in any of the subnets and listens on the port, or on any.
    `networks` says, as RDS does, of which families it has addresses: IPV4 (a null as well), IPV6 or
    DUAL. Raises ValueError for what is no port, or no such family.
    """
    wanted = _ANY_PORT if port is None else traffic.at("tcp", port)
    doors = list(strangers(groups, wanted))
    if not doors:
        return []
    tables = elements(route_tables)
    routing = partial(_routing, Owners(tables, "route table"), is_inspected(tables))
    acl_of = Owners(elements(acls), "network ACL")
    spoken = _spoken(elements(networks) or ["DUAL"])
    ways = [
        way
        for subnet in elements(subnets)
        for way in _ways(subnet, wanted, spoken, routing(subnet), acl_of)
    ]
    return _answer(doors, ways)


def _spoken(networks: list[Any]) -> Bounds:
    """The addresses of the families of which something has addresses."""
    why = tuple(each for each in networks if type(each) is Unresolved)
    names = ["IPV4" if each is None else each for each in networks if type(each) is not Unresolved]
    if not all(isinstance(each, str) and each in _FAMILIES for each in names):
        raise ValueError("networks holds something else than IPV4, IPV6 and DUAL")
    sure = union(at for each in names for at in _FAMILIES[each])
    return Bounds(sure or (IPV4 if why else ()), EVERYWHERE if why else sure, why)


def _routing(tables: Owners, inspected: bool, subnet: Any) -> Routing:
    """What is sent out by whichever table of those that the subnet may have."""
    candidates = tables.of(subnet)
    each = [
        Bounds((), EVERYWHERE, (one,)) if isinstance(one, Unresolved) else sent_out(one, inspected)
        for one in candidates
    ]
    out = Bounds(
        sieve.least(each, EVERYWHERE),
        union(at for one in each for at in one.most),
        tuple(why for one in each for why in one.why)
        or (Unresolved(f"which route table {id_of(subnet)} has is not known"),),
    )
    first = candidates[0]
    return Routing(first if isinstance(first, Same) else None, out, inspected)


def _ways(
    subnet: Any, wanted: Ranges, spoken: Bounds, routing: Routing, acl_of: Owners
) -> Iterator[Way]:
    own = acl_of.of(subnet)
    inward, outward = passing(own, egress=False), passing(own, egress=True)
    back = spoken, _from_outside(subnet), routing.out, outward.addresses_on_any(_ANY_PORT)
    if not sieve.most(back, WORLD):
        return
    for stretch in inward.parts(wanted):
        yield Way(subnet, stretch, routing, inward, outward, (*back, inward.addresses(stretch)))


def _from_outside(subnet: Any) -> Bounds:
    """The addresses that talk to the subnet's by an internet gateway, if anything lets them."""
    return Bounds((), ()) if is_closed(subnet) else room(Same(subnet)).families


def _answer(doors: list[Admission], ways: list[Way]) -> list[Reach | Unresolved]:
    found: list[Reach | Unresolved] = []
    unknown: list[Unresolved] = []
    for door in doors:
        through = [(way, (door.addresses_at(way.stretch), *way.sets)) for way in ways]
        reached = [(way, sure) for way, sets in through if (sure := sieve.least(sets, WORLD))]
        if reached and len(found) < MOST:
            found.append(_reach(door, reached))
        elif not reached:
            unknown += [why for _, sets in through for why in sieve.doubts(sets, WORLD)]
    why = summed(unknown)
    return [*found, why] if why else found


def _reach(door: Admission, reached: list[tuple[Way, Ranges]]) -> Reach:
    way, sure = reached[0]
    source = sample(sure)
    address = range_of(source) or (0, 0)
    at = common(door.traffic.least, (way.stretch,))[0][0]
    back = way.outward.port_to(address, _ANY_PORT)
    route, route_at = way.routing.hop(address)
    inward, inward_at = way.inward.hop(way.stretch, address)
    outward, outward_at = way.outward.hop(back, address)
    names = list(dict.fromkeys(id_of(each.subnet) for each, _ in reached))
    where = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    group = id_of(door.group)
    return Reach(
        what=cut(f"{group} lets the internet connect to tcp port {at - TCP} in {where}"),
        resource=group,
        example=Connection(source, back[0] - TCP, names[0], at - TCP),
        hops=(*route[1:], *inward, ("group", door.text)),
        back=(*outward, *route),
        at=tuple(dict.fromkeys((*door.at, *inward_at, *route_at, *outward_at))),
    )
