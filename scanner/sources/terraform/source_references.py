"""What references give: variables, locals, resources, outputs, and the steps into them."""

import re
from typing import Any, Final

from scanner.declared import Node
from scanner.filling import ACCOUNT, PARTITION, REGION, SUFFIX
from scanner.model import Location
from scanner.sources.declared.kinds import parameter, reference, told_by
from scanner.sources.terraform.hcl_tree import Block, Body, Expression, Literal
from scanner.sources.terraform.source_modules import child
from scanner.sources.terraform.source_operators import number, text
from scanner.sources.terraform.source_policy import POLICY, policy
from scanner.sources.terraform.source_scope import (
    Made,
    Mistake,
    Scope,
    Uncertain,
    moved,
    suffix,
)
from scanner.sources.terraform.source_spread import spread
from scanner.sources.terraform.source_variables import variable
from scanner.unresolved import OPEN, Unresolved

_PROPERTY: Final = re.compile(r"[a-z0-9_]+")
_DEPLOYED: Final = {
    ("aws_caller_identity", "account_id"): ACCOUNT,
    ("aws_caller_identity", "id"): ACCOUNT,
    ("aws_region", "name"): REGION,
    ("aws_region", "region"): REGION,
    ("aws_region", "id"): REGION,
    ("aws_partition", "partition"): PARTITION,
    ("aws_partition", "id"): PARTITION,
    ("aws_partition", "dns_suffix"): SUFFIX,
}
"""What data sources without arguments say of where all of a module is deployed."""


def found(scope: Scope, head: str, names: tuple[str, ...], at: Location) -> Node:
    """What `var.x`, `local.x`, `module.x`, `data.kind.x` or `aws_kind.x` gives."""
    match head:
        case "var":
            return moved(variable(scope, names[0]), at, scope.run)
        case "local":
            return moved(_local(scope, names[0]), at, scope.run)
        case "module":
            return _every(scope, scope.folder.modules.get(names[0]), f"module.{names[0]}", at)
        case "data":
            key = (names[0], names[-1])
            return _every(scope, scope.folder.data.get(key), ".".join(("data", *key)), at)
        case "path" | "terraform" | "self":
            return Node(Unresolved(f"{head}.{names[0]} is known when Terraform runs"), at)
        case "each" | "count":
            raise Mistake(f"{head}.{names[0]} is used where there is no {head}")
        case _:
            block = scope.folder.resources.get((head, names[0]))
            return _every(scope, block, f"{head}.{names[0]}", at)


def _local(scope: Scope, name: str) -> Node:
    token = f"local.{name}"
    if token not in scope.known:
        expression = scope.folder.locals.get(name)
        if expression is None:
            raise Mistake(f"{token} is not declared")
        scope.known[token] = _guarded(scope, token, expression)
    return scope.known[token]


def _guarded(scope: Scope, token: str, expression: Expression) -> Node:
    if token in scope.active:
        raise Mistake(f"{token} refers to itself")
    scope.active.add(token)
    try:
        return scope.run.evaluate(expression, scope, {})
    finally:
        scope.active.discard(token)


def _every(scope: Scope, block: Block | None, name: str, at: Location) -> Node:
    """What a block makes: one value, or a list or map of them."""
    if block is None:
        raise Mistake(f"{name} is not declared here")
    all_ = spread(scope, block)
    scope.run.spend(len(all_.instances))
    made = [(each.key, Node(Made(block, scope, each), at)) for each in all_.instances]
    if all_.doubt:
        return Node(Uncertain(made[0][1].value, f"{name}: {all_.doubt}"), at)
    if all_.how == "":
        return made[0][1]
    if all_.how == "count":
        return Node([node for _, node in made], at)
    return Node({str(key): node for key, node in made}, at)


def each_of(node: Node, scope: Scope) -> list[Node] | Unresolved:
    """The elements that a splat goes through: those of a list, one for a single value, or none."""
    value = node.value
    if isinstance(value, Uncertain):
        return Unresolved(value.why)
    if isinstance(value, Unresolved):
        return Unresolved(value.why)
    if value is None:
        return []
    return value if type(value) is list else [node]


def taken(node: Node, key: Node, at: Location, scope: Scope) -> Node:
    """A member of an object, an element of a list, or an attribute of a resource."""
    value, which = node.value, key.value
    if isinstance(which, Unresolved):
        return Node(Unresolved(which.why), at)
    if isinstance(value, Uncertain):
        return _of_uncertain(value, which, at)
    if isinstance(value, Made):
        return _attribute(value, text(which), at)
    if isinstance(value, Unresolved):
        return Node(_below(value, which), at)
    if type(value) is dict:
        if text(which) not in value:
            raise Mistake(f"there is no {text(which)[:60]}")
        return moved(value[text(which)], at, scope.run)
    if type(value) is list:
        return _element(value, which, at, scope)
    raise Mistake(f"{str(which)[:60]} of what is no object or list")


def _of_uncertain(value: Uncertain, which: Any, at: Location) -> Node:
    how = spread(value.of.scope, value.of.block).how
    if how == "count" and isinstance(which, str) and not which.isdecimal():
        raise Mistake(f"{value.of.address} has a count: it takes an index")
    return Node(value.of, at)


def _element(value: list[Node], which: Any, at: Location, scope: Scope) -> Node:
    index = number(which)
    if not isinstance(index, int) or index < 0:
        raise Mistake("no such index")
    for each in value[: index + 1]:
        if isinstance(each.value, Unresolved) and not each.value.token:
            return Node(Unresolved(each.value.why), at)
    if index >= len(value):
        raise Mistake(f"the list has no element {index}")
    return moved(value[index], at, scope.run)


def _below(value: Unresolved, which: Any) -> Unresolved:
    """What is inside of something that nobody knows: it may be equal to anything."""
    step = suffix(which) if isinstance(which, int) else f".{text(which)}"
    token = f"{OPEN}{value.token.removeprefix(OPEN)}{step}" if value.token else ""
    return Unresolved(value.why, token=token)


def _attribute(made: Made, name: str, at: Location) -> Node:
    match made.block.kind:
        case "resource":
            return _of_resource(made, name, at)
        case "data":
            return _of_data(made, name, at)
        case _:
            return _output(made, name, at)


def _of_resource(made: Made, name: str, at: Location) -> Node:
    kind = made.block.labels[0]
    told = told_by(kind, name)
    body = made.block.body
    if told is None or not _PROPERTY.fullmatch(told):
        told = name
    if told in body.arguments:
        node = _argument(made, told)
        if node.value not in (None, ""):
            return moved(node, at, made.scope.run)
    elif any(told in (each.kind, *each.labels) for each in body.blocks):
        why = f"{told} of {made.address} is not looked into"
        return Node(Unresolved(why, token=f"{OPEN}{made.address}.{told}"), at)
    return Node(reference(made.address, kind, name), at)


def _argument(made: Made, name: str) -> Node:
    scope, token = made.scope, f"{made.address}.{name}"
    if token in scope.active:
        raise Mistake(f"{token} refers to itself")
    if token not in scope.known:
        scope.active.add(token)
        try:
            arguments = made.block.body.arguments
            scope.known[token] = scope.run.evaluate(arguments[name], scope, made.instance.names)
        finally:
            scope.active.discard(token)
    return scope.known[token]


def _of_data(made: Made, name: str, at: Location) -> Node:
    if made.block.labels[0] == POLICY and name == "json":
        return policy(made, at)
    deployed = _DEPLOYED.get((made.block.labels[0], name))
    if deployed and not made.block.body.arguments:
        return Node(parameter(deployed, f"{made.address} is read at plan time"), at)
    why = f"{made.address} is read at plan time"
    return Node(Unresolved(why, token=f"{OPEN}{made.address}.{name}"), at)


def _output(made: Made, name: str, at: Location) -> Node:
    scope = child(made)
    if scope is None:
        why = f"{made.address} is a module that is not read"
        return Node(Unresolved(why, token=f"{OPEN}{made.address}.{name}"), at)
    body = scope.folder.outputs.get(name)
    if body is None or "value" not in body.arguments:
        raise Mistake(f"{made.address} has no output {name[:60]}")
    if is_true(body, "sensitive"):
        token = f"{OPEN}{made.address}.{name}"
        return Node(Unresolved(f"{made.address}.{name} is sensitive", present=True, token=token))
    known = f"output.{name}"
    if known not in scope.known:
        scope.known[known] = _guarded(scope, known, body.arguments["value"])
    return moved(scope.known[known], at, scope.run)


def is_true(body: Body, name: str) -> bool:
    """Whether an argument is the literal `true`."""
    said = body.arguments.get(name)
    return isinstance(said, Literal) and said.value is True
