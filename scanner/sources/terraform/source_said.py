"""What an argument of a block says, as a value that nobody needs to evaluate further."""

from scanner.declared import Node
from scanner.sources.terraform.hcl_tree import Expression
from scanner.sources.terraform.source_scope import (
    Exhausted,
    Made,
    Mistake,
    Names,
    Scope,
    Uncertain,
)
from scanner.unresolved import Unresolved


def said(expression: Expression, scope: Scope, names: Names) -> Node:
    """What an argument says. It raises nothing: what Terraform would refuse is unresolved."""
    try:
        node = finished(scope.run.evaluate(expression, scope, names))
    except (Mistake, Exhausted) as mistake:
        return Node(Unresolved(str(mistake)), expression.at)
    return Node(node.value, expression.at)


def finished(node: Node) -> Node:
    """The value without what only evaluation knows: a whole resource, all instances of one."""
    value = node.value
    if isinstance(value, Made | Uncertain):
        address = value.address if isinstance(value, Made) else value.of.address
        return Node(Unresolved(f"{address} is known after deployment", present=True), node.at)
    if type(value) is list:
        return Node([finished(each) for each in value], node.at)
    if type(value) is dict:
        return Node({name: finished(each) for name, each in value.items()}, node.at)
    return node
