"""Whom a bucket's objects are copied to, announced to and shown to, as AWS Config writes it."""

from collections.abc import Iterator
from typing import Final

import msgspec

from scanner.declared import Node
from scanner.sources.declared.blocks import (
    as_the_service_has_it,
    elements,
    only,
    said,
)
from scanner.sources.declared.bucket_settings import setting
from scanner.sources.declared.mapping import About
from scanner.sources.declared.reading import noded
from scanner.unresolved import Unresolved

_TARGETS: Final = (
    ("Topic", "topicARN", ("TopicConfigurations", "topic"), ("Topic", "topic_arn")),
    ("Queue", "queueARN", ("QueueConfigurations", "queue"), ("Queue", "queue_arn")),
    (
        "LambdaFunction",
        "functionARN",
        ("LambdaConfigurations", "lambda_function"),
        ("Function", "lambda_function_arn"),
    ),
)
_CORS: Final = {
    "allowedHeaders": ("AllowedHeaders", "allowed_headers"),
    "allowedMethods": ("AllowedMethods", "allowed_methods"),
    "allowedOrigins": ("AllowedOrigins", "allowed_origins"),
    "exposedHeaders": ("ExposedHeaders", "expose_headers"),
    "id": ("Id", "id"),
    "maxAgeSeconds": ("MaxAge", "max_age_seconds"),
}

_ROUTING: Final = {"redirectRule": "redirect", "routingRuleCondition": "condition"}


def replication(node: Node, about: About) -> Node:
    """Where a bucket's objects are copied to, by the rules' names."""
    rules = said(node, "Rules", "rule", "rules")
    if isinstance(rules.value, Unresolved):
        return rules
    named: dict[str, Node] = {}
    for index, each in enumerate(elements(rules), 1):
        name = said(each, "Id", "id").value
        named[name if isinstance(name, str) else str(index)] = as_the_service_has_it(each)
    members = {"roleARN": said(node, "Role", "role"), "rules": Node(named, rules.at)}
    return setting("BucketReplicationConfiguration", members, node)


def notification(node: Node, about: About) -> Node:
    """Whom a bucket tells of its objects, by the configurations' names."""
    found: dict[str, Node] = {}
    for kind, target, lists, targets in _TARGETS:
        blocks = said(node, *lists)
        if isinstance(blocks.value, Unresolved):
            return blocks
        for index, each in enumerate(elements(blocks)):
            if isinstance(each.value, Unresolved):
                return each
            name = said(each, "Id", "id").value
            members = {
                "type": Node(f"{kind}Configuration"),
                target: said(each, *targets),
                "events": Node(elements(said(each, "Event", "events"))),
                "filter": _names_filter(each),
            }
            found[name if isinstance(name, str) else f"{kind}{index}"] = Node(members, each.at)
    return setting("BucketNotificationConfiguration", {"configurations": Node(found)}, node)


def _names_filter(node: Node) -> Node:
    written = said(said(said(node, "Filter"), "S3Key"), "Rules")
    rules = [as_the_service_has_it(each) for each in elements(written)]
    for name in ("prefix", "suffix"):
        value = said(node, f"filter_{name}")
        if value.value is not None:
            rules.append(Node({"name": Node(name), "value": value}, value.at))
    key = Node({"filterRules": Node(rules)})
    return Node({"key": key}) if rules else Node(None)


def cors(node: Node, about: About) -> Node:
    """Which other sites may read a bucket; a null where none may."""
    rules = said(node, "CorsRules", "cors_rule")
    if isinstance(rules.value, Unresolved):
        return rules
    made = [Node(dict(_cors_rule(each)), each.at) for each in elements(rules)]
    members = {"rules": Node(made, rules.at)}
    return setting("BucketCrossOriginConfiguration", members, node) if made else Node(None)


def _cors_rule(rule: Node) -> Iterator[tuple[str, Node]]:
    for ours, theirs in _CORS.items():
        value = said(rule, *theirs)
        if value.value is not None:
            yield ours, value


def website(node: Node, about: About) -> Node:
    """How a bucket is a site of its own; a null where it is none."""
    here = only(node)
    if here.value is None:
        return Node(None)
    elsewhere = said(here, "RedirectAllRequestsTo", "redirect_all_requests_to")
    members = {
        "indexDocumentSuffix": _named(said(here, "IndexDocument", "index_document"), "suffix"),
        "errorDocument": _named(said(here, "ErrorDocument", "error_document"), "key"),
        "redirectAllRequestsTo": _redirect(elsewhere),
        "routingRules": _routing(said(here, "RoutingRules", "routing_rule", "routing_rules")),
    }
    return setting("BucketWebsiteConfiguration", members, node)


def _named(node: Node, name: str) -> Node:
    return node if isinstance(node.value, str | Unresolved) else said(node, name)


def _redirect(node: Node) -> Node:
    if isinstance(node.value, str):
        protocol, divider, host = node.value.rpartition("://")
        made = {"hostName": host, "protocol": protocol if divider else None}
        return noded(made)
    return as_the_service_has_it(only(node))


def _routing(node: Node) -> Node:
    if isinstance(node.value, str):
        try:
            node = noded(msgspec.json.decode(node.value))
        except msgspec.DecodeError:
            return Node(Unresolved("the routing rules are no JSON"), node.at)
    rules = as_the_service_has_it(Node(elements(node)))
    return Node([_routing_rule(each) for each in rules.value])


def _routing_rule(rule: Node) -> Node:
    if type(rule.value) is not dict:
        return rule
    return Node({_ROUTING.get(name, name): each for name, each in rule.value.items()}, rule.at)
