"""What instances and the ways of their packets are in AWS, from where they are declared."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, only, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_METADATA: Final = {
    "httpEndpoint": (("HttpEndpoint", "http_endpoint"), "enabled"),
    "httpProtocolIpv6": (("HttpProtocolIpv6", "http_protocol_ipv6"), "disabled"),
    "httpPutResponseHopLimit": (
        ("HttpPutResponseHopLimit", "http_put_response_hop_limit"),
        Unresolved("the image and the account decide the hop limit"),
    ),
    "httpTokens": (
        ("HttpTokens", "http_tokens"),
        Unresolved("the image and the account decide whether tokens are required"),
    ),
    "instanceMetadataTags": (("InstanceMetadataTags", "instance_metadata_tags"), "disabled"),
}
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-instance-metadataoptions.html"""
_FROM_TEMPLATE: Final = Unresolved("the launch template decides it")
_DEFAULT_GROUP: Final = Unresolved("no security group is named: it has the default one of its VPC")

_OTHER_GROUPS: Final = ("SecurityGroups", "security_groups", "network_interface")


def flow_log_resource(node: Node, about: About) -> Node:
    """What a flow log is of, which Terraform names by an argument of its own for each kind."""
    return said(
        node, "vpc_id", "subnet_id", "eni_id", "transit_gateway_id", "transit_gateway_attachment_id"
    )


def metadata_options(node: Node, about: About) -> Node:
    """How an instance gives its credentials: where it says nothing the account decides."""
    options = said(node, "MetadataOptions", "metadata_options")
    if isinstance(options.value, Unresolved):
        return options
    if only(options).value is None:
        return Node(Unresolved("the image and the account decide the metadata options"))
    members = {}
    for ours, (theirs, default) in _METADATA.items():
        value = said(options, *theirs)
        members[ours] = Node(default) if value.value is None else value
    whole = Node(members, options.at)
    return of_kinds(whole, "AWS::EC2::Instance", "configuration.metadataOptions")


def instance_profile(node: Node, about: About) -> Node:
    """The instance profile of an instance: AWS tells its ARN, where declarations tell its name."""
    name = said(node, "IamInstanceProfile", "iam_instance_profile")
    if name.value is None:
        return _by_template(node)
    if isinstance(name.value, Unresolved) and not name.value.present:
        return name
    why = Unresolved("the profile's ARN is known after deployment", present=True)
    return Node({"arn": Node(why), "id": Node(why)}, name.at)


def _by_template(node: Node) -> Node:
    template = said(node, "LaunchTemplate", "launch_template")
    return Node(None) if only(template).value is None else Node(_FROM_TEMPLATE)


def group_ids(node: Node, about: About) -> Node:
    """The security groups of an instance, by id: its own, or those of its first interface."""
    groups = said(node, "SecurityGroupIds", "vpc_security_group_ids")
    if groups.value is None:
        interfaces = elements(said(node, "NetworkInterfaces"))
        groups = said(interfaces[0], "GroupSet") if interfaces else groups
    if isinstance(groups.value, Unresolved):
        return groups
    if not groups.value and any(said(node, each).value for each in _OTHER_GROUPS):
        return Node(Unresolved("its security groups are told by name or by interface"))
    if not groups.value:
        return Node([_by_template(node) if _by_template(node).value else Node(_DEFAULT_GROUP)])
    return groups


def monitoring(node: Node, about: About) -> Node:
    """Whether an instance is watched each minute, as EC2 calls it; it costs, so unsaid it is not.

    https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
    """
    on = _flag(node, "Monitoring", "monitoring")
    if isinstance(on.value, Unresolved):
        return on
    return Node("enabled" if on.value else "disabled", on.at)


def optimized(node: Node, about: About) -> Node:
    """Whether an instance asks for a network of its own to its volumes: it does not if unsaid.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
    """
    return _flag(node, "EbsOptimized", "ebs_optimized")


def _flag(node: Node, *names: str) -> Node:
    """What an instance says of a flag, else what its launch template does, else false."""
    on = said(node, *names)
    if isinstance(on.value, Unresolved):
        return on
    if on.value is not None:
        return Node(on.value in (True, "true", "True"), on.at)
    template = _by_template(node)
    return Node(False) if template.value is None else template


def nat_address(node: Node, about: About) -> Node:
    """The addresses of a NAT gateway: the one that it is given, or as AWS chooses."""
    given = said(node, "AllocationId", "allocation_id")
    if given.value is None:
        return Node(Unresolved("its addresses are known after deployment"))
    return Node([Node({"allocationId": given}, given.at)], given.at)


def prefix_entry(node: Node, about: About) -> Node:
    """One range of a prefix list."""
    members = {
        "Cidr": said(node, "Cidr", "cidr"),
        "Description": said(node, "Description", "description"),
    }
    return Node(without_nulls(members), node.at)
