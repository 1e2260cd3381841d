"""Which route tables send the rest of the world through an internet gateway."""

from itertools import islice
from typing import Any, Final

from scanner.network.addresses import WORLD4, WORLD6, sample
from scanner.network.opening import (
    MOST_PLACES,
    Answer,
    At,
    Opening,
    Packet,
    answer,
    called,
    elements,
    id_of,
)
from scanner.network.ranges import Ranges, common, size
from scanner.network.routes import route_to, sent_out
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_FAMILIES: Final = (("IPv4", WORLD4), ("IPv6", WORLD6))


def routes_to_world(route_tables: Any) -> Answer:
    """The route tables that send more of the internet through an internet gateway than elsewhere.

    One opening for each of IPv4 and IPv6. The longest prefix decides, as it does in AWS, and of a
    family all public addresses count.
    """
    openings: list[Opening] = []
    unknown: list[Unresolved] = []
    for table in elements(route_tables):
        bounds = sent_out(Same(table), False)
        for family, world in _FAMILIES:
            least, most = common(bounds.least, world), common(bounds.most, world)
            if 2 * size(least) > size(world):
                openings.append(_opening(table, family, least))
            elif 2 * size(most) > size(world):
                unknown += bounds.why
    return answer(openings, unknown)


def _opening(table: Any, family: str, out: Ranges) -> Opening:
    name = id_of(table)
    routes = _routes(table, out)
    return Opening(
        f"{name} sends most of the {family} internet to an internet gateway",
        name,
        tuple(f"{name}: {destination}" for _, destination in routes),
        Packet(None, None, name, sample(out)),
        tuple(at for at, _ in routes),
    )


def _routes(table: Any, out: Ranges) -> list[tuple[At, str]]:
    """Where the routes are by which addresses are sent out, and to where they are."""
    found: dict[int, tuple[At, str]] = {}
    for low, _ in islice(out, MOST_PLACES):
        chosen = route_to(Same(table), False, (low, low))
        if chosen is not None:
            position, route = chosen
            at = called(table), f"configuration.routes[{position}].gatewayId"
            to = route.get("destinationCidrBlock") or route.get("destinationIpv6CidrBlock")
            found.setdefault(position, (at, str(to)))
    return list(found.values())
