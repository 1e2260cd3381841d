"""What AWS Config once recorded in another shape than the one that rules are written for."""

from collections.abc import Callable
from typing import Any, Final

import msgspec
from msgspec import Raw

_encode = msgspec.json.Encoder().encode


def fixed(resource_type: str, members: dict[str, Raw]) -> None:
    """Bring the members of a `configuration` into today's shape, in place."""
    fixes = _FIXES.get(resource_type, _EC2 if resource_type.startswith(_IN_EC2) else _NONE)
    for name, fix in fixes.items():
        if name in members:
            members[name] = fix(members[name])


def _with_ipv4_ranges(raw: Raw) -> Raw:
    """Permissions with `ipv4Ranges`, which items before version 1.3 have only as `ipRanges`."""
    text = bytes(raw)
    if text.count(b'"ipRanges"') <= text.count(b'"ipv4Ranges"'):
        return raw
    permissions = msgspec.json.decode(text)
    for each in permissions if isinstance(permissions, list) else []:
        old = each.get("ipRanges") if isinstance(each, dict) else None
        if isinstance(old, list) and each.get("ipv4Ranges") is None:
            each["ipv4Ranges"] = [_range(cidr) for cidr in old]
    return Raw(_encode(permissions))


def _range(cidr: Any) -> Any:
    return {"cidrIp": cidr} if isinstance(cidr, str) else cidr


def _unwrapped(raw: Raw) -> Raw:
    """A plain value where AWS wrote `{"value": "available"}`."""
    if bytes(raw)[:1] != b"{":
        return raw
    members = msgspec.json.decode(raw, type=dict[str, Raw])
    return members["value"] if members.keys() == {"value"} else raw


Fixes = dict[str, Callable[[Raw], Raw]]
_IN_EC2: Final = "AWS::EC2::"
_NONE: Final[Fixes] = {}
_EC2: Final[Fixes] = {"state": _unwrapped}
_FIXES: Final[dict[str, Fixes]] = {
    "AWS::EC2::SecurityGroup": {
        "ipPermissions": _with_ipv4_ranges,
        "ipPermissionsEgress": _with_ipv4_ranges,
    },
}
