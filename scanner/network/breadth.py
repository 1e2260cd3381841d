"""How much of the world security groups may admit: a quick no for those that cannot admit it all.

The shares of permissions can only add up. Where they come to less than the whole, no exact
arithmetic is needed.
"""

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network.addresses import share_of_world
from scanner.network.opening import configured
from scanner.network.permissions import may_meet, readable
from scanner.network.ranges import Ranges
from scanner.network.same import Same

_ENOUGH: Final = 0.999  # shares of the world are floats
_NARROW: Final = 0.001
_BYTE: Final = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_SMALL: Final = re.compile(rf"(?:{_BYTE}\.){{3}}{_BYTE}/(?:1[2-9]|2[0-9]|3[0-2])")
_SHARE_OF_SMALL: Final = 0.0003  # of 3.7 billion public addresses a /12 holds no more


class _Breadth(NamedTuple):
    """What a group's permissions may admit on any port: each wide one's share, that of the rest."""

    rest: float
    wide: tuple[tuple[float, Any], ...]


def may_admit_the_world(groups: list[Any], wanted: Ranges) -> bool:
    """False only if groups surely do not let the whole world in to any of the traffic wanted."""
    total = 0.0
    for group in groups:
        rest, wide = _breadth(Same(group))
        total += rest
        for much, permission in wide:
            if may_meet(permission, wanted):
                total += much
    return total >= _ENOUGH


@lru_cache(maxsize=512)
def _breadth(group: Same) -> _Breadth:
    """The breadth of a group: many rules ask of the same one, and many databases share it."""
    rest = 0.0
    wide: list[tuple[float, Any]] = []
    for permission in configured(group.document, "ipPermissions"):
        much = _share(permission)
        if much < _NARROW:
            rest += much
        else:
            wide.append((much, permission))
    return _Breadth(rest, tuple(wide))


def _share(permission: Any) -> float:
    """The share that a permission admits at most; 1.0 if that is not known."""
    if not readable(permission) or permission.get("prefixListIds"):
        return 1.0
    four = permission.get("ipv4Ranges") or permission.get("ipRanges")
    total = _sum(four, "cidrIp") if four else 0.0
    six = permission.get("ipv6Ranges")
    return total + _sum(six, "cidrIpv6") if six else total


def _sum(ranges: Any, member: str) -> float:
    if type(ranges) is not list:
        return 1.0
    total = 0.0
    for each in ranges:
        text = each.get(member) if type(each) is dict else each
        if type(text) is not str:
            return 1.0
        total += _SHARE_OF_SMALL if _SMALL.fullmatch(text) else share_of_world(text)
    return total
