"""The permissions of security groups that a call added or took away, in AWS Config's shape.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

from msgspec import Struct

from scanner.eventdoc.reading import inside, listed, objects, succeeded, text
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
_SOURCES: Final = ("ipRanges", "ipv6Ranges", "prefixListIds", "groups", "userIdGroupPairs")
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
    rules = listed(inside(record, "responseElements", told_in), "a rule that was added")
    permissions = _each(_permission, inside(parameters, "ipPermissions"), "a permission")
    if any(inside(parameters, name) is not None for name in ("ipProtocol", "cidrIp")):
        permissions.append(_top(parameters))
    permissions = permissions or _each(_rule, rules, "")
    if not permissions:
        permissions = [Unresolved(f"the record of {text(record, 'eventName')} names no permission")]
    names = [text(parameters, "groupId"), *(text(each, "groupId") for each in rules)]
    group = next(filter(None, names), text(parameters, "groupName"))
    return Granted(group, direction, permissions)


def _each(
    form: Callable[[Document], Document | Unresolved], found: Any, what: str
) -> list[Document | Unresolved]:
    """Each element of a list in a form; what is no object is any number of them."""
    return [each if isinstance(each, Unresolved) else form(each) for each in listed(found, what)]


def _permission(found: Document) -> Document | Unresolved:
    """EC2's own form of a permission in a record, in AWS Config's."""
    if found.keys().isdisjoint(_SOURCES):
        return Unresolved("a permission names no source")
    four = _ranged(found.get("ipRanges"), "cidrIp")
    six = _ranged(found.get("ipv6Ranges"), "cidrIpv6")
    lists = _ranged(found.get("prefixListIds"), "prefixListId")
    groups = objects(found.get("groups")) or objects(found.get("userIdGroupPairs"))
    return _shaped(found, four, six, lists, groups)


def _top(found: Document) -> Document:
    """The old form: one range, or one group, beside the protocol and the ports."""
    name = text(found, "sourceSecurityGroupName")
    four = _one(found, "cidrIp", "cidrIp")
    return _shaped(found, four, [], [], [{"groupName": name}] if name else [])


def _rule(found: Document) -> Document | Unresolved:
    """A security group rule, as newer calls and answers have it: it has one source."""
    four = _one(found, "cidrIpv4", "cidrIp")
    six = _one(found, "cidrIpv6", "cidrIpv6")
    lists = _one(found, "prefixListId", "prefixListId")
    peer = text(found, "referencedGroupInfo", "groupId") or text(found, "referencedGroupId")
    if not (four or six or lists or peer):
        return Unresolved("a security group rule names no source")
    return _shaped(found, four, six, lists, [{"groupId": peer}] if peer else [])


def _one(found: Document, name: str, member: str) -> list[Document]:
    """The one range that stands in a member, whatever its type is; a text is most likely."""
    value = found.get(name)
    return [] if value is None or value == "" else [{member: value}]


def _ranged(found: Any, name: str) -> list[Document | Unresolved]:
    """The ranges of a permission, with their descriptions."""

    def form(each: Document) -> Document:
        return {key: each.get(key) for key in (name, "description") if key == name or each.get(key)}

    return _each(form, found, f"what should be an object with {name}")


def _shaped(
    found: Document,
    four: Sequence[Document],
    six: Sequence[Document],
    lists: Sequence[Document],
    groups: Sequence[Document],
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
    permissions = _each(_updated, given, "a modified rule")
    if not permissions:
        permissions = [Unresolved(f"the record of {_MODIFIES} names no permission")]
    group = text(request, "GroupId") or text(request, "groupId")
    return [Granted(group, IN, permissions, either=True)]


def _updated(update: Document) -> Document | Unresolved:
    rule = inside(update, "SecurityGroupRule") or inside(update, "securityGroupRule")
    if type(rule) is not dict:
        return rule if type(rule) is Unresolved else Unresolved("a modified rule is no object")
    return _rule({key[:1].lower() + key[1:]: value for key, value in rule.items()})
