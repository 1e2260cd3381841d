"""What a variable is: what its module was given, its default, or what nobody knows."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.kinds import parameter
from scanner.sources.terraform.hcl_tree import Body, Call, Expression, Literal, Object
from scanner.sources.terraform.source_scope import Mistake, Scope
from scanner.unresolved import OPEN, Unresolved

_DEEPEST: Final = 20


def variable(scope: Scope, name: str) -> Node:
    """The value of a module's variable. Raises Mistake where it declares none of that name."""
    token = f"var.{name}"
    if token not in scope.known:
        body = scope.folder.variables.get(name)
        if body is None:
            raise Mistake(f"{token} is not declared")
        if token in scope.active:
            raise Mistake(f"{token} refers to itself")
        scope.active.add(token)
        try:
            scope.known[token] = _value(scope, name, body)
        finally:
            scope.active.discard(token)
    return scope.known[token]


def _value(scope: Scope, name: str, body: Body) -> Node:
    token = f"{scope.address}var.{name}"
    if _is(body, "sensitive", True):
        why = f"the variable {name} is sensitive"
        return Node(Unresolved(why, present=True, token=f"{OPEN}{token}"))
    given = scope.given.get(name)
    node = Node(None)
    if given is not None:
        node = scope.run.evaluate(given.expression, given.scope, given.names)
    default = body.arguments.get("default")
    if given is None or (node.value is None and _is(body, "nullable", False)):
        if default is None:
            why = f"the variable {name} has no default"
            return Node(parameter(token, why, present=False))
        node = scope.run.evaluate(default, scope, {})
    wanted = body.arguments.get("type")
    return _typed(node, wanted, scope, 0) if wanted is not None else node


def _is(body: Body, name: str, value: bool) -> bool:
    said = body.arguments.get(name)
    return isinstance(said, Literal) and said.value is value


def _typed(node: Node, wanted: Expression, scope: Scope, level: int) -> Node:
    """The value with what its type says of members that are not given: `optional(string, "a")`."""
    if not isinstance(wanted, Call) or not wanted.arguments or level > _DEEPEST:
        return node
    scope.run.spend()
    inner = wanted.arguments[0]
    if wanted.name == "optional":
        return _typed(node, inner, scope, level + 1)
    if wanted.name == "object" and isinstance(inner, Object) and type(node.value) is dict:
        return Node(_members(node.value, inner, scope, level), node.at)
    if wanted.name == "map" and type(node.value) is dict:
        of = {name: _typed(each, inner, scope, level + 1) for name, each in node.value.items()}
        return Node(of, node.at)
    if wanted.name in ("list", "set") and type(node.value) is list:
        return Node([_typed(each, inner, scope, level + 1) for each in node.value], node.at)
    return node


def _members(said: dict[str, Node], wanted: Object, scope: Scope, level: int) -> dict[str, Node]:
    made = dict(said)
    for key, kind in wanted.items:
        if not isinstance(key, Literal) or not isinstance(kind, Call):
            continue
        name = str(key.value)
        if kind.name == "optional" and (name not in made or made[name].value is None):
            has_default = len(kind.arguments) > 1
            made[name] = (
                scope.run.evaluate(kind.arguments[1], scope, {}) if has_default else Node(None)
            )
        if name in made:
            made[name] = _typed(made[name], kind, scope, level + 1)
    return made
