"""What AWS makes along with a VPC: its main route table, default ACL and default security group.

Nobody declares them, yet they will be there and judged; a template's own resources take their place
where they can. https://docs.aws.amazon.com/vpc/latest/userguide/create-vpc.html
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from scanner.declared import Declared, Node, member
from scanner.sources.declared.kinds import reference
from scanner.sources.declared.reading import noded
from scanner.unresolved import Unresolved, identity

_NETWORKS: Final = ("AWS::EC2::VPC", "aws_vpc")
_TAKEN_BY: Final = {
    "DefaultSecurityGroup": ("aws_default_security_group", "vpc_id"),
    "DefaultNetworkAcl": ("aws_default_network_acl", "default_network_acl_id"),
    "MainRouteTable": ("aws_default_route_table", "default_route_table_id"),
}
"""What Terraform takes over an implied resource with, and the property that leads to its VPC."""

_SUBNETS: Final = ("AWS::EC2::Subnet", "aws_subnet")
_ASSOCIATIONS: Final = ("AWS::EC2::SubnetNetworkAclAssociation", "aws_network_acl_association")
_ACLS: Final = ("aws_network_acl", "aws_default_network_acl")
_SIX: Final = ("AmazonProvidedIpv6CidrBlock", "assign_generated_ipv6_cidr_block", "ipv6_cidr_block")


def implied(resources: Sequence[Declared]) -> Iterator[Declared]:
    """The resources that come with each VPC, called "Network.DefaultSecurityGroup" and so on.

    As in CloudFormation's attributes of a VPC; each is said to stand where its VPC does. Of a VPC
    that is there already, as a plan may tell, nobody knows what became of them.
    """
    for vpc in resources:
        if vpc.kind not in _NETWORKS or type(_told(vpc, "id")) is str:
            continue
        own = reference(vpc.address, vpc.kind, "Ref" if "::" in vpc.kind else "id")
        for name, properties in _properties(vpc, own, resources).items():
            kind, _ = _TAKEN_BY[name]
            if not any(_takes(each, name, vpc) for each in resources):
                address = f"{vpc.address}.{name}"
                nodes = {key: noded(value) for key, value in properties.items()}
                yield Declared(kind, address, nodes, vpc.at, vpc.extent, vpc.condition)


def _takes(resource: Declared, name: str, vpc: Declared) -> bool:
    """Whether a resource is what is implied under a name of a VPC, or stands in its place."""
    kind, by = _TAKEN_BY[name]
    if name == "MainRouteTable" and resource.kind == "aws_main_route_table_association":
        by = "vpc_id"
    elif resource.kind != kind:
        return False
    value = resource.properties.get(by, Node(None)).value
    if not isinstance(value, Unresolved):
        return value is not None and value == _told(vpc, "id" if by == "vpc_id" else by)
    return vpc.address in (value.token, value.token.rpartition(".")[0])


def _told(vpc: Declared, name: str) -> Any:
    """What a plan tells of a VPC that is there already; None of one that is still to be made."""
    return vpc.properties.get(name, Node(None)).value


def _properties(
    vpc: Declared, own: Unresolved, resources: Sequence[Declared]
) -> dict[str, dict[str, Any]]:
    six = any(member(Node(vpc.properties), each).value for each in _SIX) or any(
        each.kind == "AWS::EC2::VPCCidrBlock" and _is_of(each, own) for each in resources
    )
    everything = {"from_port": 0, "to_port": 0, "protocol": "-1"}
    out = {**everything, "cidr_blocks": ["0.0.0.0/0"], "ipv6_cidr_blocks": ["::/0"] if six else []}
    entries = [{**everything, "rule_no": 100, "action": "allow", "cidr_block": "0.0.0.0/0"}]
    if six:
        entries.append({**everything, "rule_no": 101, "action": "allow", "ipv6_cidr_block": "::/0"})
    return {
        "DefaultSecurityGroup": {
            "vpc_id": own,
            "ingress": [{**everything, "self": True}],
            "egress": [out],
        },
        "DefaultNetworkAcl": {
            "default_network_acl_id": own,
            "ingress": entries,
            "egress": entries,
            "subnet_ids": _left(own, resources),
        },
        "MainRouteTable": {"default_route_table_id": own},
    }


def _left(vpc: Unresolved, resources: Sequence[Declared]) -> list[Any]:
    """The subnets of a VPC that no other ACL takes; unresolved where that is not known."""
    taken = [value for each in resources for value in _taken(each)]
    doubt = [each for each in taken if isinstance(each, Unresolved) and not each.named]
    known = {identity(each) for each in taken}
    found = [
        reference(each.address, each.kind, "Ref" if "::" in each.kind else "id")
        for each in resources
        if each.kind in _SUBNETS and _is_of(each, vpc)
    ]
    unknown = [Unresolved("which subnets other ACLs take is not known")] if doubt else []
    return [each for each in found if identity(each) not in known] + unknown


def _taken(resource: Declared) -> Iterator[Any]:
    node = Node(resource.properties)
    if resource.kind in _ASSOCIATIONS:
        yield member(node, "SubnetId", "subnet_id").value
    elif resource.kind in _ACLS:
        ids = member(node, "subnet_ids").value
        if isinstance(ids, Unresolved):
            yield ids
        for each in ids if type(ids) is list else ():
            yield each.value


def _is_of(resource: Declared, vpc: Unresolved) -> bool:
    said = member(Node(resource.properties), "VpcId", "vpc_id").value
    return isinstance(said, Unresolved) and said.token == vpc.token
