"""Expressions -> values, each with its place; what cannot be known is unresolved, and says why."""

from typing import Any, Final

from scanner.declared import Node, plain
from scanner.model import Location
from scanner.sources.declared.reading import noded
from scanner.sources.terraform import hcl_tree as tree
from scanner.sources.terraform.source_choices import CHOICES
from scanner.sources.terraform.source_functions import COLLECTIONS, elements, open_ended
from scanner.sources.terraform.source_loops import ELEMENT, looped, splat
from scanner.sources.terraform.source_operators import (
    binary,
    boolean,
    composed,
    holes,
    logical,
    same,
    text,
    unary,
    unknown,
)
from scanner.sources.terraform.source_references import found, taken
from scanner.sources.terraform.source_said import finished
from scanner.sources.terraform.source_scope import (
    MOST_LEVELS,
    MOST_TEXT,
    Mistake,
    Names,
    Scope,
    moved,
)
from scanner.sources.terraform.source_texts import PLAIN, encoded, formatted
from scanner.unresolved import Unresolved


def evaluate(expression: tree.Expression, scope: Scope, names: Names) -> Node:
    """The value of an expression. Raises Mistake for what Terraform would refuse."""
    run = scope.run
    run.spend()
    if run.levels >= MOST_LEVELS:
        raise Mistake("nested too deep to be evaluated")
    run.levels += 1
    try:
        return _evaluated(expression, scope, names)
    finally:
        run.levels -= 1


def _evaluated(expression: tree.Expression, scope: Scope, names: Names) -> Node:
    at = expression.at
    match expression:
        case tree.Literal(value):
            return Node(value, at)
        case tree.Name() | tree.Attribute() | tree.Index() | tree.Element():
            return _reference(expression, scope, names)
        case tree.Template(parts):
            return _template(parts, at, scope, names)
        case tree.Tuple(items):
            return Node([evaluate(each, scope, names) for each in items], at)
        case tree.Object(items):
            return _object(items, at, scope, names)
        case tree.Call():
            return _call(expression, scope, names)
        case tree.Conditional():
            return _conditional(expression, scope, names)
        case tree.Splat():
            return splat(expression, scope, names)
        case tree.For():
            return looped(expression, scope, names)
        case tree.Unread(why):
            return Node(Unresolved(why), at)
        case tree.Unary(sign, operand):
            return Node(unary(sign, evaluate(operand, scope, names)), at)
        case tree.Binary():
            return _binary(expression, scope, names)


def _reference(expression: tree.Expression, scope: Scope, names: Names) -> Node:
    at = expression.at
    match expression:
        case tree.Element():
            return names[ELEMENT]
        case tree.Name(name) if name in names:
            return moved(names[name], at, scope.run)
        case tree.Name(name):
            raise Mistake(f"{name} is not declared here")
        case tree.Attribute(tree.Attribute(tree.Name("data"), kind), name) if "data" not in names:
            return found(scope, "data", (kind, name), at)
        case tree.Attribute(tree.Name(head), name) if head not in names:
            return found(scope, head, (name,), at)
        case tree.Attribute(of, name):
            return taken(evaluate(of, scope, names), Node(name), at, scope)
        case tree.Index(of, key):
            where, which = evaluate(of, scope, names), evaluate(key, scope, names)
            return taken(where, which, at, scope)
        case _:
            raise Mistake("no reference")


def _template(parts: tuple[Any, ...], at: Location, scope: Scope, names: Names) -> Node:
    nodes = [
        Node(each) if isinstance(each, str) else evaluate(each, scope, names) for each in parts
    ]
    if len(nodes) == 1:
        return moved(nodes[0], at, scope.run)
    return Node(composed(nodes), at)


def _object(items: Any, at: Location, scope: Scope, names: Names) -> Node:
    made: dict[str, Node] = {}
    for key, value in items:
        name = evaluate(key, scope, names).value
        if isinstance(name, Unresolved):
            return Node(unknown([name], present=True), at)
        made[text(name)] = evaluate(value, scope, names)
    return Node(made, at)


def _binary(expression: tree.Binary, scope: Scope, names: Names) -> Node:
    sign = expression.sign
    left = evaluate(expression.left, scope, names)
    right = evaluate(expression.right, scope, names)
    if sign in ("&&", "||"):
        return Node(logical(sign, left.value, right.value), expression.at)
    return Node(binary(sign, left, right), expression.at)


def _conditional(expression: tree.Conditional, scope: Scope, names: Names) -> Node:
    test = evaluate(expression.test, scope, names).value
    if not isinstance(test, Unresolved):
        chosen = expression.yes if boolean(test) else expression.no
        return Node(evaluate(chosen, scope, names).value, expression.at)
    either = [_or_nothing(each, scope, names) for each in (expression.yes, expression.no)]
    yes, no = either
    if yes is not None and no is not None and same(yes, no) is True:
        return Node(yes.value, expression.at)
    present = all(each is not None and _is_present(each.value) for each in either)
    return Node(unknown([test], present=present), expression.at)


def _or_nothing(expression: tree.Expression, scope: Scope, names: Names) -> Node | None:
    try:
        return evaluate(expression, scope, names)
    except Mistake:
        return None  # the branch that is not taken may be wrong


def _is_present(value: Any) -> bool:
    return value.present if isinstance(value, Unresolved) else value is not None


def _call(call: tree.Call, scope: Scope, names: Names) -> Node:
    if call.name in ("try", "can"):
        return _tried(call, scope, names)
    if call.name not in _KNOWN:
        return Node(Unresolved(f"the function {call.name[:60]} is not evaluated"), call.at)
    arguments = [evaluate(each, scope, names) for each in call.arguments]
    if call.spread and arguments:
        last = arguments.pop()
        if isinstance(last.value, Unresolved) or open_ended(elements(last)):
            return Node(unknown(holes(last)), call.at)
        arguments.extend(elements(last))
    _weigh(arguments, scope)
    return _applied(call.name, arguments, call.at)


_OVER_NODES: Final = {**COLLECTIONS, **CHOICES, "format": formatted}
_KNOWN: Final = frozenset({*_OVER_NODES, *PLAIN, "jsonencode"})


def _applied(name: str, arguments: list[Node], at: Location) -> Node:
    try:
        if name in _OVER_NODES:
            return Node(_OVER_NODES[name](arguments), at)
        arguments = [finished(each) for each in arguments]
        doubt = [hole for each in arguments for hole in holes(each)]
        if name == "jsonencode" and doubt:
            return Node(arguments[0].value, at)
        if doubt:
            return Node(unknown(doubt), at)
        function = encoded if name == "jsonencode" else PLAIN[name]
        return Node(noded(function(*(plain(each) for each in arguments))).value, at)
    except (TypeError, ValueError, IndexError, OverflowError):
        raise Mistake(f"{name} was given what it does not take") from None


def _weigh(arguments: list[Node], scope: Scope) -> None:
    """Count what a function has to look at."""
    size, todo = 0, list(arguments)
    while todo:
        value = todo.pop().value
        scope.run.spend()
        if isinstance(value, str):
            size += len(value)
        elif type(value) is dict:
            size += sum(map(len, value))
            todo.extend(value.values())
        elif type(value) is list:
            todo.extend(value)
        if size > MOST_TEXT:
            raise Mistake("so long a text is not evaluated")


def _tried(call: tree.Call, scope: Scope, names: Names) -> Node:
    for each in call.arguments:
        try:
            node = evaluate(each, scope, names)
        except Mistake:
            continue
        if call.name == "can":
            doubt = node.value if isinstance(node.value, Unresolved) else None
            return Node(True if doubt is None or doubt.named else Unresolved(doubt.why), call.at)
        if isinstance(node.value, Unresolved) and not node.value.named:
            return Node(Unresolved(node.value.why), call.at)  # the next one may turn out to hold
        return moved(node, call.at, scope.run)
    if call.name == "can":
        return Node(False, call.at)
    raise Mistake("none of the expressions of try holds")
