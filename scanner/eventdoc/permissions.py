"""The permissions of security groups that a call added or took away, in AWS Config's shape.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
"""

from typing import Any, Final, Literal

from msgspec import Struct

from scanner.eventdoc.reading import inside, objects, succeeded, text
from scanner.network import open_to_world
from scanner.network.opening import Answer, Opening
from scanner.unresolved import Unresolved, merged

Document = dict[str, Any]
Direction = Literal["ipPermissions", "ipPermissionsEgress"]
IN: Final[Direction] = "ipPermissions"
OUT: Final[Direction] = "ipPermissionsEgress"
_EC2: Final = "ec2.amazonaws.com"
_TOLD: Final = ("eventSource", "eventName", "errorCode")
_ADDS: Final[dict[str, Direction]] = {
    "AuthorizeSecurityGroupIngress": IN,
    "AuthorizeSecurityGroupEgress": OUT,
}
_REMOVES: Final[dict[str, Direction]] = {
    "RevokeSecurityGroupIngress": IN,
    "RevokeSecurityGroupEgress": OUT,
}
_MODIFIES: Final = "ModifySecurityGroupRules"
_WRAPPED: Final = "ModifySecurityGroupRulesRequest"


class Granted(Struct, frozen=True):
    """Permissions that a call was about; an `Unresolved` is any number of them.

    Where the record does not say in which `direction` they let traffic, it is `either`.
    """

    group: str
    direction: Direction
    permissions: list[Document | Unresolved]
    either: bool = False


def added(record: Any) -> list[Granted]:
    """What a call added to security groups, or put in the place of a permission; refused: none."""
    name = _name(record)
    if name == _MODIFIES:
        return _modified(record)
    return [_granted(record, _ADDS[name], "securityGroupRuleSet")] if name in _ADDS else []


def removed(record: Any) -> list[Granted]:
    """What a call took away, as far as it says; of a modified permission the old one is unknown."""
    name = _name(record)
    if name in _REMOVES:
        return [_granted(record, _REMOVES[name], "revokedSecurityGroupRuleSet")]
    return []


def opened(record: Any) -> list[Document]:
    """The security groups that a call added to, each with just what it added; refused: none."""
    found: dict[str, Document] = {}
    for each in added(record):
        document = found.setdefault(each.group, _group(each.group))
        document["configuration"][each.direction] += each.permissions
    return list(found.values())


def opens_to_world(record: Any, ports: Any = None) -> Answer:
    """What a call opened to every public IPv4 or IPv6 address, as `network.open_to_world` tells.

    Halves of the world that two calls add are seen where the group itself is judged, not here.
    ModifySecurityGroupRules does not say whether a rule lets in or out: what it opens is unknown.
    """
    unknown = [
        each for each in (inside(record, name) for name in _TOLD) if type(each) is Unresolved
    ]
    if unknown:
        return [merged(unknown)]
    found = open_to_world(opened(record), ports)
    return found if _name(record) != _MODIFIES else [_one_way(each) for each in found]


def _one_way(found: Opening | Unresolved) -> Unresolved:
    if isinstance(found, Unresolved):
        return found
    return Unresolved(f"{found.what}, or out: the record of {_MODIFIES} does not say which way")


def _name(record: Any) -> str:
    if text(record, "eventSource") != _EC2 or not succeeded(record):
        return ""
    return text(record, "eventName")


def _group(group: str) -> Document:
    configuration: Document = {"groupId": group, IN: [], OUT: []}
    return {
        "resourceType": "AWS::EC2::SecurityGroup",
        "resourceId": group,
        "configuration": configuration,
    }


def _granted(record: Any, direction: Direction, told_in: str) -> Granted:
    parameters = inside(record, "requestParameters")
    rules = objects(inside(record, "responseElements", told_in))
    asked = [_permission(each) for each in objects(inside(parameters, "ipPermissions"))]
    if text(parameters, "ipProtocol") or text(parameters, "cidrIp"):
        asked.append(_top(parameters))
    permissions: list[Document | Unresolved] = [*asked] or [_rule(each) for each in rules]
    if not permissions:
        permissions = [Unresolved(f"the record of {text(record, 'eventName')} names no permission")]
    group = text(parameters, "groupId") or next((text(each, "groupId") for each in rules), "")
    return Granted(group or text(parameters, "groupName"), direction, permissions)


def _permission(found: Document) -> Document:
    """EC2's own form of a permission in a record, in AWS Config's."""
    four = [_ranged(each, "cidrIp") for each in objects(found.get("ipRanges"))]
    six = [_ranged(each, "cidrIpv6") for each in objects(found.get("ipv6Ranges"))]
    lists = [_ranged(each, "prefixListId") for each in objects(found.get("prefixListIds"))]
    groups = objects(found.get("groups")) or objects(found.get("userIdGroupPairs"))
    return _shaped(found, four, six, lists, groups)


def _top(found: Document) -> Document:
    """The old form: one range, or one group, beside the protocol and the ports."""
    four = [{"cidrIp": found["cidrIp"]}] if text(found, "cidrIp") else []
    name = text(found, "sourceSecurityGroupName")
    return _shaped(found, four, [], [], [{"groupName": name}] if name else [])


def _rule(found: Document) -> Document:
    """A security group rule, as newer calls and answers have it."""
    four = [{"cidrIp": found["cidrIpv4"]}] if text(found, "cidrIpv4") else []
    six = [{"cidrIpv6": found["cidrIpv6"]}] if text(found, "cidrIpv6") else []
    lists = [{"prefixListId": found["prefixListId"]}] if text(found, "prefixListId") else []
    peer = text(found, "referencedGroupInfo", "groupId") or text(found, "referencedGroupId")
    return _shaped(found, four, six, lists, [{"groupId": peer}] if peer else [])


def _ranged(found: Document, name: str) -> Document:
    kept: Document = {name: found.get(name)}
    return kept | ({"description": found["description"]} if text(found, "description") else {})


def _shaped(
    found: Document,
    four: list[Document],
    six: list[Document],
    lists: list[Document],
    groups: list[Document],
) -> Document:
    ports = {
        name: found[name]
        for name in ("fromPort", "toPort")
        if isinstance(found.get(name), int) and found.get("ipProtocol") != "-1"
    }
    return {
        "ipProtocol": found.get("ipProtocol"),
        **ports,
        "ipv4Ranges": four,
        "ipv6Ranges": six,
        "prefixListIds": lists,
        "userIdGroupPairs": groups,
    }


def _modified(record: Any) -> list[Granted]:
    """What ModifySecurityGroupRules put in: which direction a rule has only the group knows."""
    parameters = inside(record, "requestParameters")
    request = inside(parameters, _WRAPPED) or parameters
    given = inside(request, "SecurityGroupRule") or inside(request, "securityGroupRules")
    rules = [_renamed(each) for each in objects(given)]
    permissions: list[Document | Unresolved] = [_rule(each) for each in rules if each]
    if not permissions:
        permissions = [Unresolved(f"the record of {_MODIFIES} names no permission")]
    group = text(request, "GroupId") or text(request, "groupId")
    return [Granted(group, IN, permissions, either=True)]


def _renamed(update: Document) -> Document:
    rule = inside(update, "SecurityGroupRule") or inside(update, "securityGroupRule")
    if type(rule) is not dict:
        return {}
    return {key[:1].lower() + key[1:]: value for key, value in rule.items()}
