"""What security groups, network ACLs and routes let through, as exact set arithmetic.

These are the questions that rules ask. Each answers with what is at fault, an empty list being
the good answer; an `Unresolved` among the answers says that there may be more.
"""

from typing import Any

from scanner.network.acl_world import nacl_open_to_world
from scanner.network.acls import nacl_admits, nacl_blocks, nacl_lets_out
from scanner.network.addresses import asked, range_of
from scanner.network.default_routes import routes_to_world
from scanner.network.excess import open_beyond
from scanner.network.from_balancers import balancers_reach
from scanner.network.from_internet import internet_reaches
from scanner.network.hops import Connection, Reach
from scanner.network.opening import Opening, Packet, elements
from scanner.network.peers import sg_admits
from scanner.network.permissions import not_a_range
from scanner.network.ranges import minus
from scanner.network.subnets import public_subnets
from scanner.network.world import open_to_world
from scanner.unresolved import Unresolved, merged

__all__ = [
    "Connection",
    "Opening",
    "Packet",
    "Reach",
    "balancers_reach",
    "cidrs_outside",
    "internet_reaches",
    "nacl_admits",
    "nacl_blocks",
    "nacl_lets_out",
    "nacl_open_to_world",
    "open_beyond",
    "open_to_world",
    "public_subnets",
    "routes_to_world",
    "sg_admits",
]


def cidrs_outside(cidrs: Any, allowed: Any) -> list[str | Unresolved]:
    """Those of the CIDRs that are not wholly inside the union of the allowed ones.

    What is no CIDR stays as an `Unresolved`. Raises ValueError for a text in `allowed` that is
    not an address range.
    """
    inside = asked(allowed, "allowed")
    found: list[str | Unresolved] = []
    for cidr in elements(cidrs):
        addresses = range_of(cidr) if isinstance(cidr, str) else None
        if addresses is None:
            found.append(merged([cidr]) if type(cidr) is Unresolved else not_a_range(cidr))
        elif minus((addresses,), inside.most):
            found.append(cidr)
        elif minus((addresses,), inside.least):
            found.append(merged(inside.why))
    return found
