"""What `for` and splats make of lists, maps and resources, of which some may not be known."""

from typing import Final

from scanner.declared import Node
from scanner.sources.terraform import hcl_tree as tree
from scanner.sources.terraform.source_operators import boolean, text, unknown
from scanner.sources.terraform.source_references import each_of
from scanner.sources.terraform.source_scope import Mistake, Names, Scope, Uncertain
from scanner.unresolved import Unresolved

ELEMENT: Final = "*"
"""What names the element that a splat is at."""


def splat(expression: tree.Splat, scope: Scope, names: Names) -> Node:
    """What is taken of every element: `of[*].name`."""
    of = each_of(scope.run.evaluate(expression.of, scope, names), scope)
    if isinstance(of, Unresolved):
        return Node([Node(of, expression.at)], expression.at)
    made = []
    for each in of:
        if isinstance(each.value, Unresolved) and not each.value.token:
            made.append(each)
        else:
            made.append(scope.run.evaluate(expression.each, scope, {**names, ELEMENT: each}))
    return Node(made, expression.at)


def looped(loop: tree.For, scope: Scope, names: Names) -> Node:
    """The list or object that a `for` makes; what is filtered by nobody knows what stays open."""
    collection = scope.run.evaluate(loop.collection, scope, names)
    pairs = _pairs(collection, scope)
    made: list[tuple[Node | None, Node]] = []
    for key, value in pairs:
        inner = {**names, loop.value: value, **({loop.key: key} if loop.key else {})}
        if isinstance(value.value, Unresolved) and not value.value.token:
            made.append((value, value))
            continue
        holds = (
            True
            if loop.condition is None
            else scope.run.evaluate(loop.condition, scope, inner).value
        )
        if isinstance(holds, Unresolved):
            made.append((Node(Unresolved(holds.why)), Node(Unresolved(holds.why), loop.at)))
        elif boolean(holds):
            name = scope.run.evaluate(loop.result_key, scope, inner) if loop.result_key else None
            made.append((name, scope.run.evaluate(loop.result, scope, inner)))
    if loop.result_key is None:
        return Node([value for _, value in made], loop.at)
    return _keyed(loop, made)


def _pairs(collection: Node, scope: Scope) -> list[tuple[Node, Node]]:
    value = collection.value
    if isinstance(value, Uncertain):
        value = Unresolved(value.why)
    if isinstance(value, Unresolved):
        nothing = Node(Unresolved(value.why), collection.at)
        return [(nothing, nothing)]
    if type(value) is dict:
        return [(Node(name, collection.at), each) for name, each in sorted(value.items())]
    if type(value) is list:
        return [(Node(index, collection.at), each) for index, each in enumerate(value)]
    raise Mistake("for goes through what is no list")


def _keyed(loop: tree.For, made: list[tuple[Node | None, Node]]) -> Node:
    found: dict[str, Node] = {}
    for name, value in made:
        if name is None or isinstance(name.value, Unresolved):
            doubt = name.value if name is not None else Unresolved("")
            return Node(unknown([doubt], present=True), loop.at)
        key = text(name.value)
        if loop.grouped:
            known = found.setdefault(key, Node([], loop.at))
            known.value.append(value)
        elif key in found:
            raise Mistake(f"the key {key[:60]} is made twice")
        else:
            found[key] = value
    return Node(found, loop.at)
