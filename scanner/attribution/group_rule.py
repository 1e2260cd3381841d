"""One rule of a security group: a protocol, its ports and one source, so that two compare."""

import ipaddress
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.eventdoc.reading import objects

_PROTOCOLS: Final = {"6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6", "all": "-1"}
_SOURCES: Final = {
    "ipv4Ranges": "cidrIp",
    "ipv6Ranges": "cidrIpv6",
    "prefixListIds": "prefixListId",
    "userIdGroupPairs": "groupId",
}


class GroupRule(NamedTuple):
    """A permission for one source: equal where EC2 takes two for the same rule."""

    protocol: str
    ports: tuple[Any, Any]
    source: str


def group_rules(permission: Any) -> Iterator[GroupRule]:
    """The rules that a permission in AWS Config's shape stands for, one for each source."""
    if type(permission) is not dict:
        return
    protocol = str(permission.get("ipProtocol", "-1")).lower()
    protocol = _PROTOCOLS.get(protocol, protocol)
    ports = (_port(permission.get("fromPort")), _port(permission.get("toPort")))
    for name, member in _SOURCES.items():
        for each in objects(permission.get(name)):
            source = each.get(member) or each.get("groupName")
            if isinstance(source, str):
                yield GroupRule(
                    protocol, (None, None) if protocol == "-1" else ports, _same(source)
                )


def narrowed(permission: dict[str, Any]) -> list[dict[str, Any]]:
    """The permission once for each of its sources; item version 1.2 has only `ipRanges`."""
    plain = {name: permission.get(name) for name in ("ipProtocol", "fromPort", "toPort")}
    four = permission.get("ipv4Ranges") or [
        {"cidrIp": each} for each in permission.get("ipRanges") or [] if isinstance(each, str)
    ]
    sources = {**permission, "ipv4Ranges": four}
    return [{**plain, name: [each]} for name in _SOURCES for each in objects(sources.get(name))]


def _port(value: Any) -> Any:
    """A port; whatever else stands there as a text, so that rules can be looked up."""
    return value if value is None or isinstance(value, int | str) else str(value)


@lru_cache(maxsize=4096)
def _same(source: str) -> str:
    """An address range as EC2 keeps it: 10.0.0.1/8 is 10.0.0.0/8."""
    try:
        return str(ipaddress.ip_network(source, strict=False))
    except ValueError:
        return source
