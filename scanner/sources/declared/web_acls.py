"""What a web ACL protects, and its rules, which Terraform writes as blocks or as one JSON text."""

import re
from typing import Any, Final

from scanner.declared import Declared, Node, member
from scanner.sources.declared.blocks import elements, said
from scanner.sources.declared.mapping import About
from scanner.unresolved import OPEN, Unresolved

_STAGE: Final = "AWS::ApiGateway::Stage"
_OF_STAGE: Final = re.compile(r"[?]arn:.*:/restapis/(?:\$\{(\w+)\}|\w+)/stages/(\$\{\w+\}|[\w$-]+)")
"""The ARN of a stage, put together from an API and the stage or its name."""


def protected_resource(node: Node, about: About) -> Node:
    """What a web ACL is associated with: the stage, where its ARN is put together here.

    Such an ARN is never what another reference gives. One that leads to no stage of the stack may
    be that of any.
    """
    found = said(node, "ResourceArn", "resource_arn")
    value: Any = found.value
    if not isinstance(value, Unresolved) or value.named or "restapis" not in value.token:
        return found
    stage = _stage(value.token, about)
    if stage is None:
        return Node(Unresolved(value.why), found.at)
    token = f"{stage.address}.arn"
    return Node(Unresolved(f"{token} is known after deployment", token=token), found.at)


def _stage(token: str, about: About) -> Declared | None:
    """The stage that an ARN is of, its API being the one that the ARN names."""
    named = _OF_STAGE.fullmatch(token)
    if named is None or not token.startswith(OPEN):
        return None
    api, name = named[1], named[2]
    if name.startswith("${"):
        return about.find(Unresolved("", token=name[2:-1]))
    stage = about.find(name, _STAGE)
    if stage is None:
        return None
    its = member(Node(stage.properties), "RestApiId", "rest_api_id").value
    same = isinstance(its, Unresolved) and its.token == api
    return stage if same else None


def web_acl_rules(node: Node, about: About) -> Node:
    """The rules by name and priority; unresolved where a JSON text says them."""
    if said(node, "rule_json").value is not None:
        return Node(Unresolved("the rules are said in a text of their own"), node.at)
    blocks = said(node, "rule")
    return Node([_rule(each) for each in elements(blocks)], blocks.at)


def _rule(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    return Node({"name": said(node, "name"), "priority": said(node, "priority")}, node.at)
