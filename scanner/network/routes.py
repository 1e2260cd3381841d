"""Where a route table sends packets: the longest prefix wins, and a black hole swallows them.

https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network.addresses import EVERYWHERE, IPV4, IPV6, range_of
from scanner.network.opening import configured, id_of
from scanner.network.owners import text
from scanner.network.permissions import not_a_known_list, not_a_range
from scanner.network.ranges import Bounds, Range, Ranges, common, minus, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

INTERNET_GATEWAY: Final = "AWS::EC2::InternetGateway"

Outcome = bool | Unresolved
"""Whether a route, or a route table, leads to an internet gateway."""

_DESTINATIONS: Final = (
    ("destinationCidrBlock", IPV4),
    ("destinationIpv6CidrBlock", IPV6),
    ("destinationPrefixListId", EVERYWHERE),
)
_APPLIANCES: Final = ("networkInterfaceId", "instanceId")
_ENDPOINT: Final = "AWS::EC2::VPCEndpoint"
_MOST_ROUTES: Final = 1100  # AWS allows 1,000 and 100 that are propagated
_PROPAGATED: Final = "EnableVgwRoutePropagation"


class Route(NamedTuple):
    """A route: where to (None: an address of `family`, nobody knows which), and whether it is out.

    `position` is that in the document's list.
    """

    destination: Range | None
    family: Ranges
    out: Outcome
    why: Unresolved | None
    propagated: bool
    position: int

    def rank(self) -> tuple[int, bool]:
        """A key to sort by: the most specific first, and of equal ones what somebody wrote."""
        low, high = self.destination or (0, 0)
        return high - low, self.propagated


@lru_cache(maxsize=256)
def leads_out(same: Same) -> Outcome:
    """Whether a table has an active route to an internet gateway."""
    table = same.document
    outcomes = [_leads_out(route, table) for route in configured(table, "routes")]
    unknown = [each for each in outcomes if isinstance(each, Unresolved)]
    return True in outcomes or (unknown[0] if unknown else False)


def _leads_out(route: Any, table: Any) -> Outcome:
    gateway, state = text(route, "gatewayId"), text(route, "state")
    if state == "blackhole" or gateway is None:
        return False
    to_internet = _is_internet_gateway(gateway, route)
    if to_internet is False:
        return False
    for each in (to_internet, state):
        if type(each) is Unresolved:
            return each
    return to_internet or Unresolved(f"a route of {id_of(table)} has an unreadable gateway")


def _is_internet_gateway(gateway: Any, route: Any) -> Outcome | None:
    """Whether a gateway is one, by its id, or its type where a template declares it."""
    if isinstance(gateway, str):
        return gateway.startswith("igw-")
    if type(gateway) is not Unresolved:
        return None
    kind = text(route, "gatewayType")  # Groma's own key: what the id of another one would show
    return kind == INTERNET_GATEWAY if isinstance(kind, str) else gateway


def is_inspected(tables: Iterable[Any]) -> bool:
    """Whether an internet gateway has, or may have, a table that sends what comes in elsewhere."""
    for table in tables:
        for each in configured(table, "associations"):
            gateway = text(each, "gatewayId")
            if type(gateway) is Unresolved or str(gateway).startswith("igw-"):
                return True
    return False


@lru_cache(maxsize=256)
def sent_out(table: Same, inspected: bool) -> Bounds:
    """The addresses to which a table sends packets through an internet gateway.

    Where the gateway's own table is `inspected`, what goes to an appliance may get there as well.
    """
    found = _routes(table, inspected)
    if isinstance(found, Unresolved):
        return Bounds((), EVERYWHERE, (found,))
    least, most = _by_prefix(found, surely=True), _by_prefix(found, surely=False)
    for route in found:
        if route.destination is None and route.out is not True:
            least = minus(least, route.family)
        if route.destination is None and route.out is not False:
            most = union(most + route.family)
    return Bounds(least, most, tuple(each.why for each in found if each.why))


def _by_prefix(found: list[Route], *, surely: bool) -> Ranges:
    """What routes with a known destination send out, each what no longer prefix takes."""
    taken: Ranges = ()
    out: Ranges = ()
    for route in sorted(found, key=Route.rank):
        if route.destination is not None:
            left = minus((route.destination,), taken)
            taken = union((*taken, route.destination))
            if route.out is True or (not surely and route.out is not False):
                out = union(out + left)
    return out


def _routes(same: Same, inspected: bool) -> list[Route] | Unresolved:
    """The routes of a table that matter; an `Unresolved` if there may be any others."""
    found: list[Route] = []
    listed = configured(same.document, "routes")
    if len(listed) > _MOST_ROUTES:
        return Unresolved(f"{id_of(same.document)} has {len(listed)} routes, more than AWS allows")
    for position, route in enumerate(listed):
        if type(route) is not dict:
            return route if type(route) is Unresolved else Unresolved("a route is not an object")
        read = _read(route, same.document, inspected, position)
        if read is not None:
            found.append(read)
    return found


def _read(route: dict[str, Any], table: Any, inspected: bool, position: int) -> Route | None:
    """A route; None for one to the VPC's own addresses, where these are not known, or to S3.

    A gateway endpoint's list holds addresses of S3 or DynamoDB, of which AWS lets no stranger
    open a connection.
    """
    out = _leads_out(route, table)
    if inspected and out is False and _to_appliance(route):
        out = Unresolved(f"what an appliance behind {id_of(table)} lets through is not known")
    key, family = next(((key, family) for key, family in _DESTINATIONS if route.get(key)), ("", ()))
    said = route.get(key) if key else Unresolved(f"a route of {id_of(table)} has no destination")
    destination = range_of(said) if isinstance(said, str) else None
    gateway = str(route.get("gatewayId"))
    if destination is None and (
        gateway == "local" or (key == "destinationPrefixListId" and gateway.startswith("vpce-"))
    ):
        return None
    why = out if isinstance(out, Unresolved) else None
    if destination is None:
        why = why or _unknown(key, said)
    propagated = route.get("origin") == _PROPAGATED
    return Route(destination, family or EVERYWHERE, out, why, propagated, position)


def _to_appliance(route: dict[str, Any]) -> bool:
    endpoint = str(route.get("gatewayId")).startswith("vpce-")
    declared = route.get("gatewayType") == _ENDPOINT
    return endpoint or declared or any(route.get(each) for each in _APPLIANCES)


def _unknown(key: str, said: Any) -> Unresolved:
    if key == "destinationPrefixListId" and isinstance(said, str | Unresolved):
        return not_a_known_list(said)
    return said if type(said) is Unresolved else not_a_range(said)


def route_to(table: Same, inspected: bool, address: Range) -> tuple[int, dict[str, Any]] | None:
    """The place in its list, and the route by which a table surely sends an address somewhere."""
    found = _routes(table, inspected)
    known = [] if isinstance(found, Unresolved) else sorted(found, key=Route.rank)
    for route in known:
        if route.destination and common((route.destination,), (address,)):
            chosen = configured(table.document, "routes")[route.position]
            return route.position, chosen
    return None
