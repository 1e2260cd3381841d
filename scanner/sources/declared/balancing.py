"""A load balancer's attributes, which AWS tells by key with every default among them."""

from collections.abc import Iterator
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, only, said
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_BOTH: Final = {
    "access_logs.s3.enabled": "false",
    "access_logs.s3.bucket": "",
    "access_logs.s3.prefix": "",
    "deletion_protection.enabled": "false",
}
_APPLICATION: Final = {
    "idle_timeout.timeout_seconds": "60",
    "load_balancing.cross_zone.enabled": "true",
    "routing.http.desync_mitigation_mode": "defensive",
    "routing.http.drop_invalid_header_fields.enabled": "false",
    "routing.http.preserve_host_header.enabled": "false",
    "routing.http.xff_header_processing.mode": "append",
    "routing.http2.enabled": "true",
    "waf.fail_open.enabled": "false",
}
_NETWORK: Final = {"load_balancing.cross_zone.enabled": "false"}
"""https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"""
_OTHERS: Final = Unresolved("attributes with defaults that are not listed here")
_ARGUMENTS: Final = {
    "enable_deletion_protection": "deletion_protection.enabled",
    "idle_timeout": "idle_timeout.timeout_seconds",
    "enable_cross_zone_load_balancing": "load_balancing.cross_zone.enabled",
    "desync_mitigation_mode": "routing.http.desync_mitigation_mode",
    "drop_invalid_header_fields": "routing.http.drop_invalid_header_fields.enabled",
    "preserve_host_header": "routing.http.preserve_host_header.enabled",
    "xff_header_processing_mode": "routing.http.xff_header_processing.mode",
    "enable_http2": "routing.http2.enabled",
    "enable_waf_fail_open": "waf.fail_open.enabled",
}


def balancer_attributes(node: Node, about: About) -> Node:
    """The attributes of a load balancer: those said, then the defaults of its kind."""
    listed = said(node, "LoadBalancerAttributes")
    if isinstance(listed.value, Unresolved):
        return listed
    pairs = [(said(each, "Key"), said(each, "Value")) for each in elements(listed)]
    if any(not isinstance(key.value, str) for key, _ in pairs):
        return Node(Unresolved("its attributes are known after deployment"), listed.at)
    found = {key.value: value for key, value in pairs} | dict(_arguments(node))
    kind = said(node, "Type", "load_balancer_type").value or "application"
    for key, default in _defaults(kind).items():
        found.setdefault(key, Node(default))
    return Node([*(_attribute(*each) for each in found.items()), Node(_OTHERS)], listed.at)


def _defaults(kind: Any) -> dict[str, str]:
    if kind == "application":
        return _BOTH | _APPLICATION
    return _BOTH | _NETWORK if kind == "network" else {}


def _arguments(node: Node) -> Iterator[tuple[str, Node]]:
    for name, key in _ARGUMENTS.items():
        value = said(node, name)
        if value.value is not None:
            yield key, value
    logs = said(node, "access_logs")
    if only(logs).value is None:
        return
    for name in ("enabled", "bucket", "prefix"):
        value = said(logs, name)
        if value.value is not None:
            yield f"access_logs.s3.{name}", value


def _attribute(key: str, node: Node) -> Node:
    value = node.value
    if isinstance(value, bool | int | float):
        value = str(value).lower()
    return Node({"key": Node(key), "value": Node(value, node.at)}, node.at)


def listener_certificate(node: Node, about: About) -> Node:
    """The certificates of a listener of Terraform's: the one that it names."""
    named = said(node, "certificate_arn")
    made = [] if named.value is None else [Node({"CertificateArn": named}, named.at)]
    return Node(made, named.at)


def balancer_scheme(node: Node, about: About) -> Node:
    """Whether a load balancer is for the internet or not."""
    internal = node.value in (True, "true", "True")
    return Node("internal" if internal else "internet-facing", node.at)


def listener_rule(node: Node, about: About) -> Node:
    """A rule of a listener: what it does, without what it does it for."""
    actions = said(node, "Actions", "action")
    made = [_action(each) for each in elements(actions)]
    members = {"Actions": Node(made, actions.at), "IsDefault": Node(False)}
    return Node({**members, "Priority": said(node, "Priority", "priority")}, node.at)


def _action(node: Node) -> Node:
    kind = said(node, "Type", "type")
    redirect = said(node, "RedirectConfig", "redirect")
    members = {"Type": kind}
    if redirect.value is not None:
        protocol = said(redirect, "Protocol", "protocol")
        members["RedirectConfig"] = Node({"Protocol": protocol}, redirect.at)
    return node if isinstance(node.value, Unresolved) else Node(members, node.at)
