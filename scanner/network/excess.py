"""What security groups open to the whole world beyond the ports that may be open."""

from functools import lru_cache
from typing import Any

from scanner.network import traffic
from scanner.network.opening import Answer, shown
from scanner.network.ranges import Ranges, minus, union
from scanner.network.world import opened_to_world


def open_beyond(groups: Any, tcp: Any, udp: Any) -> Answer:
    """The ingress permissions that admit the whole internet on TCP or UDP ports not listed.

    `tcp` and `udp` list port numbers and ranges such as "1020-1025". Protocols without ports are
    left out of account. Raises ValueError for what is neither a port nor a range of ports.
    """
    return opened_to_world(groups, _beyond(_texts(tcp, "tcp"), _texts(udp, "udp")))


def _texts(ports: Any, name: str) -> tuple[str, ...]:
    if not isinstance(ports, list | tuple):
        raise ValueError(f"{name} is not a list of ports")
    for each in ports:
        if type(each) is not int and not isinstance(each, str):
            raise ValueError(f"{name}: {shown(each)} is not a port or a range of ports")
    return tuple(str(each) for each in ports)


@lru_cache(maxsize=64)
def _beyond(tcp: tuple[str, ...], udp: tuple[str, ...]) -> Ranges:
    """All TCP and UDP traffic but that on the listed ports."""
    return union(
        stretch
        for protocol, ports in (("tcp", tcp), ("udp", udp))
        for stretch in minus(
            traffic.traffic(protocol, None, None).least,
            union(span for each in ports for span in _at(protocol, each)),
        )
    )


def _at(protocol: str, text: str) -> Ranges:
    """The traffic of a protocol on the ports that "443" or "1020-1025" means."""
    first, dash, last = (each.strip() for each in text.partition("-"))
    ends = [first, last if dash else first]
    if not all(each.isascii() and each.isdigit() and len(each) <= 5 for each in ends):
        raise ValueError(f"{shown(text)} is not a port or a range of ports")
    low, high = map(int, ends)
    if not low <= high <= 65535:
        raise ValueError(f"{shown(text)} is not a port or a range of ports")
    return traffic.traffic(protocol, low, high).least
