"""The policy that a data source `aws_iam_policy_document` writes, where its statements are known.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from typing import Any, Final

from scanner.declared import Node
from scanner.model import Location
from scanner.sources.terraform.source_blocks import properties
from scanner.sources.terraform.source_scope import Made
from scanner.unresolved import OPEN, Unresolved

POLICY: Final = "aws_iam_policy_document"
_LISTS: Final = {
    "actions": "Action",
    "not_actions": "NotAction",
    "resources": "Resource",
    "not_resources": "NotResource",
}
_PRINCIPALS: Final = {"principals": "Principal", "not_principals": "NotPrincipal"}
_ELSEWHERE: Final = (
    "source_json",
    "override_json",
    "source_policy_documents",
    "override_policy_documents",
)


def policy(made: Made, at: Location) -> Node:
    """The policy as an object, each part where its block says it."""
    said = properties(made.block.body, made.scope, made.instance.names)
    unread = [name for name in _ELSEWHERE if name in said and said[name].value not in (None, [])]
    statements = said.get("statement", Node([]))
    if unread or type(statements.value) is not list:
        why = f"{made.address} is put together from other policies"
        return Node(Unresolved(why, present=True, token=f"{OPEN}{made.address}.json"), at)
    version = said.get("version", Node("2012-10-17"))
    document = {
        "Version": version,
        "Statement": Node([_statement(each) for each in statements.value], at),
    }
    if "policy_id" in said:
        document["Id"] = said["policy_id"]
    return Node(document, at)


def _statement(node: Node) -> Node:
    if type(node.value) is not dict:
        return node
    said: dict[str, Node] = node.value
    made: dict[str, Node] = {"Effect": _given(said, "effect") or Node("Allow")}
    if (sid := _given(said, "sid")) is not None:
        made["Sid"] = sid
    for name, ours in _LISTS.items():
        if (listed := _given(said, name)) is not None:
            made[ours] = listed
    for name, ours in _PRINCIPALS.items():
        if name in said:
            made[ours] = _principals(said[name])
    if "condition" in said:
        made["Condition"] = _conditions(said["condition"])
    return Node(made, node.at)


def _given(said: dict[str, Node], name: str) -> Node | None:
    node = said.get(name)
    return None if node is None or node.value is None else node


def _principals(blocks: Node) -> Node:
    made: dict[str, Node] = {}
    for block in blocks.value if type(blocks.value) is list else [blocks]:
        kind, names = _members(block, "type", "identifiers")
        if kind is None or names is None or type(kind.value) is not str:
            return Node(Unresolved("the principals are known at plan time", present=True), block.at)
        if kind.value == "*" and _everybody(names):
            return Node("*", names.at)
        known = made.get(kind.value)
        made[kind.value] = names if known is None else _together(known, names)
    return Node(made, blocks.at)


def _everybody(names: Node) -> bool:
    return type(names.value) is list and [each.value for each in names.value] == ["*"]


def _conditions(blocks: Node) -> Node:
    made: dict[str, Node] = {}
    for block in blocks.value if type(blocks.value) is list else [blocks]:
        test, variable, values = _members(block, "test", "variable", "values")
        if test is None or variable is None or values is None:
            return Node(Unresolved("the conditions are known at plan time", present=True), block.at)
        if type(test.value) is not str or type(variable.value) is not str:
            return Node(Unresolved("the conditions are known at plan time", present=True), block.at)
        operator = made.setdefault(test.value, Node({}, block.at))
        operator.value[variable.value] = values
    return Node(made, blocks.at)


def _members(block: Node, *names: str) -> list[Node | None]:
    said: dict[str, Any] = block.value if type(block.value) is dict else {}
    return [said.get(name) for name in names]


def _together(one: Node, other: Node) -> Node:
    lists = [each.value if type(each.value) is list else [each] for each in (one, other)]
    return Node([each for values in lists for each in values], one.at)
