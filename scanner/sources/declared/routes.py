"""What templates and Terraform say of routes, subnets and gateways -> AWS Config's form of it."""

from typing import Any, Final

from scanner.declared import Node, member
from scanner.shape import camel_case, lower_first
from scanner.sources.declared.kinds import kind_of, reference
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_NAMES: Final = {
    "vpcEndpointId": "gatewayId",  # EC2 tells gateway endpoints so
    "cidrBlock": "destinationCidrBlock",  # a `route` block of aws_route_table
    "ipv6CidrBlock": "destinationIpv6CidrBlock",
}
_GATEWAY: Final = "gatewayId"


def routes(node: Node, about: About) -> Node:
    """A table's own routes: the local one of its VPC, and those of Terraform's `route` blocks."""
    said = member(node, "route")
    if isinstance(said.value, Unresolved):
        return Node([said], said.at)
    blocks = said.value if type(said.value) is list else []
    return Node([_local(node, about), *(route(each, about) for each in blocks)], said.at)


def _local(node: Node, about: About) -> Node:
    named = member(node, "VpcId", "vpc_id", "default_route_table_id")
    vpc = about.find(named.value)
    cidr = member(Node(vpc.properties), "CidrBlock", "cidr_block") if vpc is not None else None
    where = cidr if cidr is not None and cidr.value is not None else None
    made = {
        "destinationCidrBlock": where or Node(Unresolved("the VPC's addresses are not known here")),
        _GATEWAY: Node("local"),
        "origin": Node("CreateRouteTable"),
        "state": Node("active"),
    }
    return Node(made)


def route(node: Node, about: About) -> Node:
    """A route; beside a gateway that is declared here stands its type, which its id would show."""
    if type(node.value) is not dict:
        return node
    made: dict[str, Node] = {}
    for name, each in node.value.items():
        if each.value in (None, ""):
            continue
        ours = camel_case(name) if name.islower() else lower_first(name)
        made[_NAMES.get(ours, ours)] = each
    made |= {"origin": Node("CreateRoute"), "state": Node("active")}
    gateway = made.get(_GATEWAY)
    declared = about.find(gateway.value) if gateway is not None else None
    if declared is not None:
        kind = kind_of(declared.kind)
        made["gatewayType"] = Node(kind.type.name if kind is not None else declared.kind)
    return Node(made, node.at)


def table_association(node: Node, about: About) -> Node:
    """A route table's association with a subnet or a gateway."""
    made = {"main": Node(False)}
    for ours, names in (
        ("subnetId", ("SubnetId", "subnet_id")),
        ("gatewayId", ("GatewayId", "gateway_id")),
    ):
        said = member(node, *names)
        if said.value not in (None, ""):
            made[ours] = said
    return Node(made, node.at)


def main_association(node: Node, about: About) -> Node:
    """A route table's association with its whole VPC."""
    return Node({"main": Node(True)}, node.at)


def gateway_attachment(node: Node, about: About) -> Node:
    """An internet gateway's attachment to a VPC."""
    vpc = member(node, "VpcId", "vpc_id")
    return Node({"vpcId": vpc, "state": Node("available")}, node.at)


def ipv6_blocks(node: Node, about: About) -> Node:
    """The IPv6 ranges of a subnet: the one that its own properties name, if they do."""
    said = member(node, "Ipv6CidrBlock", "ipv6_cidr_block")
    if said.value in (None, ""):
        return Node([])
    state = Node({"state": Node("associated")})
    return Node([Node({"ipv6CidrBlock": said, "ipv6CidrBlockState": state}, said.at)], said.at)


def vpc_of_default(node: Node, about: About) -> Node:
    """The VPC whose default resource an attribute such as `default_network_acl_id` names."""
    vpc = about.find(node.value)
    if vpc is None:
        return Node(Unresolved("its VPC is not declared here"))
    return Node(reference(vpc.address, vpc.kind, "Ref" if "::" in vpc.kind else "id"), node.at)


def one(node: Node, about: About) -> Node:
    """A list of the one value that is said."""
    return Node([node], node.at)


def as_it_is(node: Node, about: About) -> Node:
    """What is said, none of its names changed: a policy is a document of its own."""
    return node


def key_state(node: Node, about: About) -> Node:
    """A key's state from whether it is enabled."""
    on: Any = node.value
    return Node("Enabled" if on in (True, "true", "True") else "Disabled", node.at)
