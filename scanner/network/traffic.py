"""Protocols and ports on one line of integers: protocol number times 65,536, plus the port.

ICMP has types and codes instead of ports: type times 256, plus the code. Of all other protocols
AWS looks at no port, so they fill their whole stretch.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from scanner.network.opening import shown
from scanner.network.ranges import Bounds, Range, Ranges, common, union
from scanner.unresolved import Unresolved

ALL: Final[Ranges] = ((0, (256 << 16) - 1),)

_NUMBERS: Final = {
    "all": -1,
    "icmp": 1,
    "igmp": 2,
    "tcp": 6,
    "udp": 17,
    "gre": 47,
    "esp": 50,
    "ah": 51,
    "icmpv6": 58,
    "ipv6-icmp": 58,
    "sctp": 132,
}
_NAMES: Final = {1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6"}
_WITH_PORTS: Final = (6, 17)
_ICMP: Final = (1, 58)
_PLAIN: Final = (int, type(None))


def protocol_number(protocol: Any) -> int | None:
    """0 to 255, or -1 for every protocol; None for what is neither a number nor a known name."""
    if isinstance(protocol, str):
        number = _NUMBERS.get(protocol.lower())
        return integer(protocol, 255) if number is None else number
    return integer(protocol, 255)


def integer(value: Any, most: int) -> int | None:
    """The integer from -1 to `most` that a value is, or spells in ASCII digits; None otherwise."""
    if isinstance(value, str):
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 5):
            return None
        value = int(value)
    return value if type(value) is int and -1 <= value <= most else None


def is_icmp(protocol: Any) -> bool:
    """Whether a protocol has types and codes in place of ports."""
    return protocol_number(protocol) in _ICMP


def traffic(protocol: Any, first: Any, last: Any) -> Bounds:
    """What a protocol with its first and last port, or ICMP type and code, stands for.

    No ports, or -1 and -1, are all of them. A value that is unresolved or that AWS would not
    accept gives bounds.
    """
    if type(protocol) is str and type(first) in _PLAIN and type(last) in _PLAIN:
        return _remembered(protocol[:20], first, last)
    return _traffic(protocol, first, last)


def may_meet(protocol: Any, first: Any, last: Any, wanted: Ranges) -> bool:
    """Whether what a protocol with its ports stands for may be some of the traffic wanted."""
    if type(protocol) is str and type(first) in _PLAIN and type(last) in _PLAIN:
        return _meeting(protocol[:20], first, last, wanted)
    return bool(common(_traffic(protocol, first, last).most, wanted))


@lru_cache(maxsize=4096)
def _meeting(protocol: str, first: int | None, last: int | None, wanted: Ranges) -> bool:
    return bool(common(_traffic(protocol, first, last).most, wanted))


@lru_cache(maxsize=4096)
def _remembered(protocol: str, first: int | None, last: int | None) -> Bounds:
    return _traffic(protocol, first, last)


def _traffic(protocol: Any, first: Any, last: Any) -> Bounds:
    number = protocol_number(protocol)
    if number is None:
        return Bounds((), ALL, (_unreadable(protocol, "protocol"),))
    if number == -1:
        return Bounds(ALL, ALL)
    if number in _WITH_PORTS:
        least, most = _ports(first, last)
    elif number in _ICMP:
        least, most = _types(first, last)
    else:
        least = most = (0, 65535)
    why = (
        () if least == most else (_why(first, last, "ports" if number in _WITH_PORTS else "type"),)
    )
    return Bounds(_at(number, least), _at(number, most), why)


def _at(number: int, stretch: Range | None) -> Ranges:
    return ((stretch[0] + (number << 16), stretch[1] + (number << 16)),) if stretch else ()


def _ports(first: Any, last: Any) -> tuple[Range | None, Range]:
    low, high = integer(first, 65535), integer(last, 65535)
    if (first is None and last is None) or (low == -1 and high == -1):
        return (0, 65535), (0, 65535)
    match low, high:
        case int(), int() if 0 <= low <= high:
            return (low, high), (low, high)
        case int(), None if low >= 0 and type(last) is Unresolved:
            return (low, low), (low, 65535)
        case None, int() if high >= 0 and type(first) is Unresolved:
            return (high, high), (0, high)
    return None, (0, 65535)


def _types(first: Any, last: Any) -> tuple[Range | None, Range]:
    kind = -1 if first is None else integer(first, 255)
    code = -1 if last is None else integer(last, 255)
    match kind, code:
        case -1, -1:
            return (0, 65535), (0, 65535)
        case int(), -1 if kind >= 0:
            return (kind << 8, (kind << 8) + 255), (kind << 8, (kind << 8) + 255)
        case int(), int() if kind >= 0:
            return ((kind << 8) + code,) * 2, ((kind << 8) + code,) * 2
        case int(), None if kind >= 0 and type(last) is Unresolved:
            return None, (kind << 8, (kind << 8) + 255)
    return None, (0, 65535)


def _why(first: Any, last: Any, what: str) -> Unresolved:
    for each in (first, last):
        if type(each) is Unresolved:
            return each
    return Unresolved(f"{shown(first)} to {shown(last)} is not a range of {what}")


def _unreadable(value: Any, what: str) -> Unresolved:
    if type(value) is Unresolved:
        return value
    return Unresolved(f"{shown(value)} is not a {what}")


def at(protocol: Any, port: Any) -> Ranges:
    """An argument's protocol at one port, which matters only to TCP and UDP.

    Raises ValueError for what is no protocol, or no port from 0 to 65535.
    """
    number = protocol_number(protocol)
    if number is None:
        raise ValueError(f"{shown(protocol)} is not a protocol")
    if number not in _WITH_PORTS:
        return traffic(number, None, None).least
    _check_port(port)
    return traffic(number, port, port).least


def _check_port(port: Any) -> None:
    if type(port) is not int or not 0 <= port <= 65535:
        raise ValueError(f"{shown(port)} is not a port number")


def at_ports(ports: Any) -> Ranges:
    """TCP and UDP on the ports of an argument's list, which must be integers from 0 to 65535."""
    if not isinstance(ports, list | tuple | set | frozenset) or not ports:
        raise ValueError("ports is not a list of port numbers")
    if set(map(type, ports)) != {int} or min(ports) < 0 or max(ports) > 65535:
        for port in ports:
            _check_port(port)
    return _at_ports(tuple(ports))


@lru_cache(maxsize=64)
def _at_ports(ports: tuple[int, ...]) -> Ranges:
    return union((at, at) for port in ports for at in ((6 << 16) + port, (17 << 16) + port))


def by_protocol(stretches: Ranges) -> Iterator[Range]:
    """The stretches cut where a protocol ends, except that all traffic stays in one piece."""
    for low, high in stretches:
        if (low, high) == ALL[0]:
            yield low, high
            continue
        for number in range(low >> 16, (high >> 16) + 1):
            yield max(low, number << 16), min(high, (number << 16) + 65535)


@lru_cache(maxsize=1024)
def named(stretch: Range) -> str:
    """A stretch that `by_protocol` gives, in words: `all traffic`, `tcp port 22`, `icmp`."""
    if stretch == ALL[0]:
        return "all traffic"
    number, low, high = stretch[0] >> 16, stretch[0] & 0xFFFF, stretch[1] & 0xFFFF
    name = _NAMES.get(number, f"protocol {number}")
    if (low, high) == (0, 65535):
        return f"{name}, all ports" if number in _WITH_PORTS else name
    if number not in _WITH_PORTS:
        return f"{name} type {low >> 8}"
    return f"{name} port {low}" if low == high else f"{name} ports {low} to {high}"


def example(stretch: Range) -> tuple[str, int | None]:
    """The protocol and the port (None where the protocol has none) of one packet in a stretch."""
    low, high = max(stretch[0], 6 << 16), min(stretch[1], (6 << 16) + 65535)
    if low > high:  # no TCP in it
        low, high = stretch[0], min(stretch[1], stretch[0] | 0xFFFF)
    number = low >> 16
    port = min(max(low, (number << 16) + 1), high) & 0xFFFF  # port 0 only if there is no other
    return _NAMES.get(number, str(number)), port if number in _WITH_PORTS else None
