"""IPv4 and IPv6 addresses on one line of integers, and the part of it that is the internet."""

import ipaddress
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from socket import AF_INET, AF_INET6, inet_pton
from typing import Any, Final

from scanner.network.ranges import Bounds, Range, Ranges, common, minus, size, union
from scanner.unresolved import Unresolved

_IPV6: Final = 1 << 128  # IPv6 addresses stand at their number plus this, IPv4 addresses at theirs
_MAPPED: Final = (
    0xFFFF  # the first 96 bits of ::ffff:10.0.0.1, which is 10.0.0.1: RFC 4291, 2.5.5.2
)
_LAST_IPV4: Final = (1 << 32) - 1
LONGEST: Final = 50
"""So many characters at most make an address range."""


@lru_cache(maxsize=1 << 14)
def _parsed(text: str) -> Range | None:
    address, slash, prefix = text.partition("/")
    family, bits, above = (AF_INET6, 128, _IPV6) if ":" in address else (AF_INET, 32, 0)
    if slash and not (prefix.isascii() and prefix.isdigit() and int(prefix) <= bits):
        return None  # a netmask, or nonsense: AWS writes neither
    try:
        number = int.from_bytes(inet_pton(family, address), "big")  # five times ip_network's speed
    except (OSError, ValueError):
        return None
    if above and not slash and number >> 32 == _MAPPED:
        return number & _LAST_IPV4, number & _LAST_IPV4
    host = (1 << (bits - int(prefix))) - 1 if slash else 0
    return (number & ~host) + above, (number | host) + above


def range_of(text: str) -> Range | None:
    """The addresses that `10.0.0.0/8`, `::/0` or a bare address means; None if it means none."""
    return _parsed(text) if len(text) <= LONGEST else None


def _ranges(*texts: str) -> Ranges:
    return union(found for text in texts if (found := range_of(text)))


IPV4: Final = _ranges("0.0.0.0/0")
IPV6: Final = _ranges("::/0")
EVERYWHERE: Final = IPV4 + IPV6

WORLD4: Final = minus(
    IPV4,
    _ranges(
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    ),
)
"""The public IPv4 addresses: all but IANA's special-purpose ranges."""

WORLD6: Final = minus(
    _ranges("2000::/3"),
    _ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
)
"""The public IPv6 addresses: global unicast without what IANA keeps for special purposes."""

WORLD: Final = WORLD4 + WORLD6
_SIZE4: Final = size(WORLD4)
_SIZE6: Final = size(WORLD6)


def share_of_world(text: str) -> float:
    """How much of its family's public addresses a range holds, 1.0 being all (or unreadable).

    Ranges whose shares come to less than 0.999 together do not cover the world: a quick no.
    """
    found = range_of(text)
    if found is None:
        return 1.0
    world, whole = (WORLD6, _SIZE6) if found[0] >= _IPV6 else (WORLD4, _SIZE4)
    public = common(world, (found,))
    return size(public) / whole if public else 0.0


@lru_cache(maxsize=1 << 12)
def _is_public(text: str) -> bool:
    found = range_of(text)
    return found is None or bool(common(WORLD, (found,)))


def may_be_public(text: str) -> bool:
    """Whether a range has public addresses, or cannot be read."""
    return len(text) > LONGEST or _is_public(text)


def asked(cidrs: Any, name: str) -> Bounds:
    """The addresses that an argument's list of CIDRs names; an `Unresolved` in it may be any.

    Raises ValueError, naming the argument, for a text that is not an address range.
    """
    if type(cidrs) is Unresolved:
        cidrs = [cidrs]
    if not isinstance(cidrs, list | tuple | set | frozenset):
        raise ValueError(f"{name} is not a list of address ranges")
    why = tuple(each for each in cidrs if type(each) is Unresolved)
    if not why and all(type(each) is str for each in cidrs):
        return _asked_texts(tuple(cidrs), name)
    least = union(_asked(each, name) for each in cidrs if type(each) is not Unresolved)
    return Bounds(least, EVERYWHERE if why else least, why)


@lru_cache(maxsize=256)
def _asked_texts(cidrs: tuple[str, ...], name: str) -> Bounds:
    """The addresses of texts alone: a parameter is asked about for each resource."""
    least = union(_asked(each, name) for each in cidrs)
    return Bounds(least, least)


def _asked(cidr: Any, name: str) -> Range:
    if not isinstance(cidr, str):
        raise ValueError(f"{name} holds something that is not a text")
    found = range_of(cidr)
    if found is None:
        raise ValueError(f"{name}: {cidr[:LONGEST]!r} is not an address range")
    return found


@lru_cache(maxsize=1024)
def sample(addresses: Ranges) -> str:
    """One address of a set that has one, as text: a public one if there is one."""
    number = (common(addresses, WORLD) or addresses)[0][0]
    return str(_address(number))


@lru_cache(maxsize=1024)
def written(addresses: Ranges, most: int = 4) -> str:
    """The set as a list of CIDRs, with `…` after the first few."""
    texts = list(islice(_cidrs(addresses), most + 1))
    return ", ".join(texts if len(texts) <= most else [*texts[:most], "…"])


def _cidrs(addresses: Ranges) -> Iterator[str]:
    for low, high in addresses:
        while low <= high:
            room = (low & -low).bit_length() - 1 if low else _IPV6.bit_length()
            bits = min(room, (high - low + 1).bit_length() - 1)
            yield f"{_address(low)}/{(128 if low >= _IPV6 else 32) - bits}"
            low += 1 << bits


def _address(number: int) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    if number >= _IPV6:
        return ipaddress.IPv6Address(number - _IPV6)
    return ipaddress.IPv4Address(number)
