"""A security group's rules, as templates and Terraform write them -> AWS Config's permissions."""

from collections.abc import Iterable
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.declared.kinds import reference
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_PROTOCOLS: Final = {"6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6", "all": "-1"}
"""EC2 names these four; every other protocol it gives by number, "-1" being all of them.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html"""
_NO_PORTS: Final = "-1"
_GROUP_IDS: Final = (
    "SourceSecurityGroupId",
    "DestinationSecurityGroupId",
    "security_groups",
    "source_security_group_id",
    "referenced_security_group_id",
)


def permissions(node: Node, about: About) -> Node:
    """A group's list of rules, each as a permission of its own."""
    if type(node.value) is not list:
        return permissions(Node([node], node.at), about)
    return Node([rule_permission(each, about) for each in node.value], node.at)


def permission(node: Node, about: About) -> Node:
    """The permission that a resource makes which is one rule."""
    return rule_permission(node, about)


def rule_permission(node: Node, about: About) -> Node:
    """A rule as a permission: of CloudFormation, or of any of Terraform's three resources."""
    if type(node.value) is not dict:
        return node
    said = node.value
    protocol = _protocol(_first(said, "IpProtocol", "protocol", "ip_protocol"))
    made = {"ipProtocol": protocol}
    if protocol.value != _NO_PORTS:
        made["fromPort"] = _number(_first(said, "FromPort", "from_port"))
        made["toPort"] = _number(_first(said, "ToPort", "to_port"))
    four = _sources(said, "cidrIp", "CidrIp", "cidr_blocks", "cidr_ipv4")
    made["ipRanges"] = Node([each.value["cidrIp"] for each in four])
    made["ipv4Ranges"] = Node(four)
    made["ipv6Ranges"] = Node(
        _sources(said, "cidrIpv6", "CidrIpv6", "ipv6_cidr_blocks", "cidr_ipv6")
    )
    lists = ("SourcePrefixListId", "DestinationPrefixListId", "prefix_list_ids", "prefix_list_id")
    made["prefixListIds"] = Node(_sources(said, "prefixListId", *lists))
    made["userIdGroupPairs"] = Node(_pairs(said, about))
    return Node(made, node.at)


def _first(said: dict[str, Node], *names: str) -> Node:
    found = (said[name] for name in names if name in said)
    return next((each for each in found if each.value is not None), Node(None))


def _protocol(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    text = str(node.value).lower()
    return Node(_PROTOCOLS.get(text, text), node.at)


def _number(node: Node) -> Node:
    if isinstance(node.value, str):
        try:
            return Node(int(node.value), node.at)
        except ValueError:
            return node
    return node


def _sources(said: dict[str, Node], member: str, *names: str) -> list[Node]:
    """The address ranges or lists of a rule, each as the object that has it."""
    found = [each for name in names if name in said for each in _elements(said[name])]
    return [_described(each, member, said) for each in found]


def _elements(node: Node) -> Iterable[Node]:
    if node.value in (None, ""):
        return ()
    return node.value if type(node.value) is list else (node,)


def _described(node: Node, member: str, said: dict[str, Node]) -> Node:
    description = _first(said, "Description", "description")
    made = {member: node}
    if description.value not in (None, ""):
        made["description"] = description
    return Node(made, node.at)


def _pairs(said: dict[str, Node], about: About) -> list[Node]:
    found = _sources(said, "groupId", *_GROUP_IDS)
    name = _first(said, "SourceSecurityGroupName")
    owner = _first(said, "SourceSecurityGroupOwnerId")
    if name.value is not None:
        found.append(Node({"groupName": name}, name.at))
    if owner.value is not None:
        found = [Node({**each.value, "userId": owner}, each.at) for each in found]
    itself = _first(said, "self")
    if itself.value is True:
        found.append(Node({"groupId": _own_id(said, about)}, itself.at))
    elif isinstance(itself.value, Unresolved):
        found.append(Node(Unresolved(itself.value.why), itself.at))
    return found


def _own_id(said: dict[str, Node], about: About) -> Node:
    """The id of the group that a rule with `self` is of."""
    named: Any = about.declared.properties.get("security_group_id")
    declared = about.declared
    return named or Node(reference(declared.address, declared.kind, "id"))
