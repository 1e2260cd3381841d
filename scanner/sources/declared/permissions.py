"""A security group's rules, as templates and Terraform write them -> AWS Config's permissions."""

from collections.abc import Iterable
from typing import Any, Final

from scanner.declared import Node, member
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
    protocol = _protocol(member(node, "IpProtocol", "protocol", "ip_protocol"))
    made = {"ipProtocol": protocol}
    if protocol.value != _NO_PORTS:
        made["fromPort"] = _number(member(node, "FromPort", "from_port"))
        made["toPort"] = _number(member(node, "ToPort", "to_port"))
    four = _sources(node, "cidrIp", "CidrIp", "cidr_blocks", "cidr_ipv4")
    made["ipRanges"] = Node([_text_of(each) for each in four])
    made["ipv4Ranges"] = Node(four)
    made["ipv6Ranges"] = Node(
        _sources(node, "cidrIpv6", "CidrIpv6", "ipv6_cidr_blocks", "cidr_ipv6")
    )
    lists = ("SourcePrefixListId", "DestinationPrefixListId", "prefix_list_ids", "prefix_list_id")
    made["prefixListIds"] = Node(_sources(node, "prefixListId", *lists))
    made["userIdGroupPairs"] = Node(_pairs(node, about))
    return Node(made, node.at)


def _text_of(one: Node) -> Node:
    return one.value["cidrIp"] if type(one.value) is dict else one


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


def _sources(rule: Node, name: str, *properties: str) -> list[Node]:
    """The address ranges or lists of a rule, each as the object that has it under a name."""
    found = [each for one in properties for each in _elements(member(rule, one))]
    return [_described(each, name, rule) for each in found]


def _elements(node: Node) -> Iterable[Node]:
    if node.value in (None, ""):
        return ()
    return node.value if type(node.value) is list else (node,)


def _described(node: Node, name: str, rule: Node) -> Node:
    if isinstance(node.value, Unresolved) and not node.value.token:
        return node  # any number of them
    description = member(rule, "Description", "description")
    made = {name: node}
    if description.value not in (None, ""):
        made["description"] = description
    return Node(made, node.at)


def _pairs(node: Node, about: About) -> list[Node]:
    found = _sources(node, "groupId", *_GROUP_IDS)
    name = member(node, "SourceSecurityGroupName")
    owner = member(node, "SourceSecurityGroupOwnerId")
    if name.value is not None:
        found.append(Node({"groupName": name}, name.at))
    if owner.value is not None:
        found = [_owned(each, owner) for each in found]
    itself = member(node, "self")
    if itself.value is True:
        found.append(Node({"groupId": _own_id(about)}, itself.at))
    elif isinstance(itself.value, Unresolved):
        found.append(Node(Unresolved(itself.value.why), itself.at))
    return found


def _owned(pair: Node, owner: Node) -> Node:
    return Node({**pair.value, "userId": owner}, pair.at) if type(pair.value) is dict else pair


def _own_id(about: About) -> Node:
    """The id of the group that a rule with `self` is of."""
    named: Any = about.declared.properties.get("security_group_id")
    declared = about.declared
    return named or Node(reference(declared.address, declared.kind, "id"))
