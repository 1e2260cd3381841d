"""Who may call a function: a permission of Lambda's -> the policy statement that it makes.

https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
"""

import re
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.declared.blocks import said
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_CONDITIONS: Final = (
    ("ArnLike", "AWS:SourceArn", ("SourceArn", "source_arn")),
    ("StringEquals", "AWS:SourceAccount", ("SourceAccount", "source_account")),
    ("StringEquals", "aws:PrincipalOrgID", ("PrincipalOrgID", "principal_org_id")),
    (
        "StringEquals",
        "lambda:FunctionUrlAuthType",
        ("FunctionUrlAuthType", "function_url_auth_type"),
    ),
    ("StringEquals", "lambda:EventSourceToken", ("EventSourceToken", "event_source_token")),
)
_SERVICE: Final = re.compile(r"[a-z0-9.-]+\.amazonaws\.com(\.cn)?|[a-z0-9-]+\.[a-z]+\.aws")


def invocation(node: Node, about: About) -> Node:
    """The statement that a permission adds to the policy of its function."""
    conditions: dict[str, dict[str, Node]] = {}
    for operator, key, names in _CONDITIONS:
        value = said(node, *names)
        if value.value is not None:
            conditions.setdefault(operator, {})[key] = value
    members = {
        "Effect": Node("Allow"),
        "Principal": _principal(said(node, "Principal", "principal")),
        "Action": said(node, "Action", "action"),
        "Resource": Node("*"),
    }
    if conditions:
        members["Condition"] = Node({name: Node(each) for name, each in conditions.items()})
    return Node(members, node.at)


def _principal(node: Node) -> Node:
    value: Any = node.value
    if isinstance(value, Unresolved) or value == "*":
        return node
    kind = "Service" if _SERVICE.fullmatch(str(value)) else "AWS"
    return Node({kind: node}, node.at)
