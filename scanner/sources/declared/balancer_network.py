"""Where a load balancer stands, as AWS tells it: its subnets by Zone, and their VPC."""

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, said
from scanner.sources.declared.databases import vpc_of_subnets
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved


def balancer_zones(node: Node, about: About) -> Node:
    """The Zones of a load balancer, each with its subnet, which is all that is said of it."""
    subnets = _subnets(node)
    if type(subnets.value) is not list:
        return subnets
    made = [each if _is_any_number(each) else Node({"subnetId": each}) for each in subnets.value]
    return Node(made, subnets.at)


def balancer_vpc(node: Node, about: About) -> Node:
    """The VPC of a load balancer: that of its subnets, where one of them is declared here."""
    return vpc_of_subnets(Node({"subnet_ids": _subnets(node)}), about)


def _subnets(node: Node) -> Node:
    """The ids of the subnets that a load balancer names, in a list or each with its addresses."""
    listed = said(node, "Subnets", "subnets")
    if listed.value:
        return listed
    mapped = said(node, "SubnetMappings", "subnet_mapping")
    ids = [_mapped(each) for each in elements(mapped)]
    return Node(ids or [Node(Unresolved("no subnet is named"))], mapped.at)


def _mapped(node: Node) -> Node:
    return node if isinstance(node.value, Unresolved) else said(node, "SubnetId", "subnet_id")


def _is_any_number(node: Node) -> bool:
    return isinstance(node.value, Unresolved) and not node.value.token
