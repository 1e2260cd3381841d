"""Where an instance stands: its VPC, its public addresses, and what volumes are attached to it."""

from typing import Any, Final

from scanner.declared import Declared, Node
from scanner.sources.declared.blocks import elements, only, said, without_nulls
from scanner.sources.declared.kinds import reference
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_ADDRESS: Final = Unresolved("its public address is known after deployment", present=True)
_TEMPLATE: Final = Unresolved("the launch template may decide it")
_SUBNET: Final = Unresolved("its subnet, which is not declared here, decides it")
_DEFAULT_VPC: Final = Unresolved("it is in the default VPC, or where a template says", present=True)
_DEVICE: Final = Unresolved("the instance says it of each of its volumes")
_OTHERS: Final = Unresolved("interfaces of their own may have public addresses")


def vpc_of_subnet(node: Node, about: About) -> Node:
    """The VPC of an instance: that of its subnet, or else the default one.

    There is no network outside VPCs any more:
    https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-classic-platform.html
    """
    subnet = _subnet(node)
    if subnet.value is None:
        return Node(_DEFAULT_VPC)
    declared = about.find(subnet.value)
    vpc = said(Node(declared.properties), "VpcId", "vpc_id") if declared is not None else Node(None)
    why = Unresolved("its subnet is not declared here", present=True)
    return Node(why, subnet.at) if vpc.value is None else vpc


def public_address(node: Node, about: About) -> Node:
    """The public address of an instance: none, one that nobody knows yet, or nobody knows whether.

    What its first interface does not say its subnet does.
    https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
    """
    wanted = _wanted(node)
    if wanted.value is None:
        wanted = _of_subnet(node, about)
    if isinstance(wanted.value, Unresolved):
        return Node(Unresolved(wanted.value.why), wanted.at)
    return Node(_ADDRESS if _true(wanted.value) else None, wanted.at)


def _wanted(node: Node) -> Node:
    """What the instance says itself of a public address."""
    own = said(node, "associate_public_ip_address")
    if own.value is not None:
        return own
    interfaces = said(node, "NetworkInterfaces", "network_interface")
    if isinstance(interfaces.value, Unresolved):
        return interfaces
    flags = [said(each, "AssociatePublicIpAddress") for each in elements(interfaces)]
    asked = [each for each in flags if each.value is not None and not _is_false(each.value)]
    return next(iter(asked or flags), Node(None))


def _of_subnet(node: Node, about: About) -> Node:
    template = said(node, "LaunchTemplate", "launch_template")
    if only(template).value is not None:
        return Node(_TEMPLATE)
    declared = about.find(_subnet(node).value)
    if declared is None:
        return Node(_SUBNET)
    return _assigned(declared)


def _assigned(subnet: Declared) -> Node:
    """Whether a subnet gives public addresses to what is launched in it; it does not if unsaid."""
    found = said(Node(subnet.properties), "MapPublicIpOnLaunch", "map_public_ip_on_launch")
    return Node(False, subnet.at) if found.value is None else found


def _subnet(node: Node) -> Node:
    """The subnet of an instance, or of its first interface."""
    own = said(node, "SubnetId", "subnet_id")
    interfaces = said(node, "NetworkInterfaces")
    if own.value is not None or isinstance(interfaces.value, Unresolved):
        return own
    return next((said(each, "SubnetId") for each in elements(interfaces)), own)


def further_interfaces(node: Node, about: About) -> Node:
    """The interfaces of an instance: those made with it tell no addresses beyond its own.

    Terraform has no interfaces of their own beside a word on the instance's public address.
    """
    if type(said(node, "associate_public_ip_address").value) is bool:
        return Node([])
    interfaces = said(node, "NetworkInterfaces", "network_interface")
    if isinstance(interfaces.value, Unresolved):
        return interfaces
    named = [
        said(each, "NetworkInterfaceId", "network_interface_id") for each in elements(interfaces)
    ]
    if any(each.value is not None for each in named):
        return Node(_OTHERS, interfaces.at)
    return Node([])


def volume_attachment(node: Node, about: About) -> Node:
    """A volume's attachment to an instance, which does not delete it when the instance ends.

    https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html
    """
    members = {
        "instanceId": said(node, "InstanceId", "instance_id"),
        "device": said(node, "Device", "device_name"),
        "state": Node("attached"),
    }
    return Node({**without_nulls(members), "deleteOnTermination": Node(False)}, node.at)


def own_attachment(node: Node, about: About) -> Node:
    """The attachment of a volume that an instance lists itself."""
    members = {
        "instanceId": _named(about, "InstanceId"),
        "device": Node(_DEVICE),
        "state": Node("attached"),
        "deleteOnTermination": Node(False),
    }
    return Node(members, said(node, "Volumes").at)


def association(node: Node, about: About) -> Node:
    """The id of an address's association, which there is once it is deployed."""
    return _named(about, "AssociationId")


def _named(about: About, attribute: str) -> Node:
    declared = about.declared
    return Node(reference(declared.address, declared.kind, attribute), declared.at)


def _true(value: Any) -> bool:
    return value in (True, "true", "True")


def _is_false(value: Any) -> bool:
    return value in (False, "false", "False")
