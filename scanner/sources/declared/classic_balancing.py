"""What AWS tells of a load balancer of the first generation otherwise than it is declared."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_TYPE: Final = "AWS::ElasticLoadBalancing::LoadBalancer"
_MODE: Final = "elb.http.desyncmitigationmode"
_LISTENER: Final = {
    "instancePort": ("InstancePort", "instance_port"),
    "instanceProtocol": ("InstanceProtocol", "instance_protocol"),
    "loadBalancerPort": ("LoadBalancerPort", "lb_port"),
    "protocol": ("Protocol", "lb_protocol"),
    "sslcertificateId": ("SSLCertificateId", "ssl_certificate_id"),
}


def classic_listeners(node: Node, about: About) -> Node:
    """The listeners of a load balancer, each with the names of the policies that it follows."""
    made = [_listener(each) for each in elements(node)]
    return of_kinds(Node(made, node.at), _TYPE, "configuration.listenerDescriptions")


def _listener(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    told = {ours: said(node, *theirs) for ours, theirs in _LISTENER.items()}
    for name in ("protocol", "instanceProtocol"):
        told[name] = _capitals(told[name])
    listener = Node(without_nulls(told), node.at)
    policies = said(node, "PolicyNames")
    names = Node([], node.at) if policies.value is None else policies
    return Node({"listener": listener, "policyNames": names}, node.at)


def _capitals(node: Node) -> Node:
    return Node(node.value.upper(), node.at) if isinstance(node.value, str) else node


def classic_policies(node: Node, about: About) -> Node:
    """The policies that a template gives a load balancer, their attributes by name."""
    return Node([_policy(each) for each in elements(node)], node.at)


def _policy(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    attributes = said(node, "Attributes")
    told = [
        Node({"attributeName": said(each, "Name"), "attributeValue": said(each, "Value")}, each.at)
        for each in elements(attributes)
    ]
    members = {
        "policyName": said(node, "PolicyName"),
        "policyTypeName": said(node, "PolicyType"),
        "policyAttributeDescriptions": Node(told, attributes.at),
    }
    return Node(members, node.at)


def classic_access_log(node: Node, about: About) -> Node:
    """Where the access log goes; a block of Terraform's is on unless it says not.

    https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/elb.html.markdown
    """
    if not elements(node):
        return Node({"enabled": Node(False)}, node.at)
    enabled = said(node, "enabled")
    members = {
        "enabled": Node(True, node.at) if enabled.value is None else enabled,
        "s3BucketName": said(node, "bucket"),
        "s3BucketPrefix": said(node, "bucket_prefix"),
        "emitInterval": said(node, "interval"),
    }
    path = "supplementaryConfiguration.LoadBalancerAttributes.accessLog"
    return of_kinds(Node(without_nulls(members), node.at), _TYPE, path)


def classic_desync_mode(node: Node, about: About) -> Node:
    """The one attribute that AWS tells by its key: how ambiguous requests are treated."""
    mode = said(node, "desync_mitigation_mode")
    value = Node("defensive") if mode.value is None else mode
    return Node([Node({"key": Node(_MODE), "value": value}, mode.at)], mode.at)
