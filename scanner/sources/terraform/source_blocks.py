"""The body of a block -> properties: its arguments, and its nested blocks as lists of objects."""

from typing import Final

from scanner.declared import Node
from scanner.sources.terraform.hcl_tree import Block, Body
from scanner.sources.terraform.source_said import said
from scanner.sources.terraform.source_scope import Exhausted, Mistake, Names, Scope
from scanner.sources.terraform.source_spread import keyed
from scanner.unresolved import Unresolved

_NO_PROPERTIES: Final = frozenset(
    {"count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection"}
)


def properties(body: Body, scope: Scope, names: Names, *, top: bool = True) -> dict[str, Node]:
    """What a body says, as a plan's JSON would have it, each value where it is written.

    It raises nothing: what Terraform would refuse is unresolved.
    """
    unread = _NO_PROPERTIES if top else frozenset[str]()
    found = {
        name: said(value, scope, names)
        for name, value in body.arguments.items()
        if name not in unread
    }
    for block in body.blocks:
        if block.kind == "dynamic" and len(block.labels) == 1:
            _add(found, block.labels[0], _dynamic(block, scope, names), block)
        elif block.kind not in unread:
            inner = properties(block.body, scope, names, top=False)
            _add(found, block.kind, [Node(inner, block.extent)], block)
    return found


def _add(found: dict[str, Node], name: str, nodes: list[Node], block: Block) -> None:
    known = found.get(name)
    if known is None:
        found[name] = Node(nodes, block.extent)
    elif type(known.value) is list:
        found[name] = Node([*known.value, *nodes], known.at)


def _dynamic(block: Block, scope: Scope, names: Names) -> list[Node]:
    """The blocks that a `dynamic` block makes; one unresolved element where nobody knows."""
    content = next((each for each in block.body.blocks if each.kind == "content"), None)
    each = block.body.arguments.get("for_each")
    if content is None or each is None:
        return [Node(Unresolved("a dynamic block without for_each or content"), block.extent)]
    try:
        node = scope.run.evaluate(each, scope, names)
        pairs = _pairs(node)
    except (Mistake, Exhausted) as mistake:
        return [Node(Unresolved(str(mistake)), block.extent)]
    if isinstance(pairs, Unresolved):
        return [Node(Unresolved(pairs.why), block.extent)]
    return [_one(block, content, each_pair, scope, names) for each_pair in pairs]


def _pairs(node: Node) -> list[tuple[Node, Node]] | Unresolved:
    if type(node.value) is list:
        return [
            (Node(index), each)
            if not isinstance(each.value, Unresolved) or each.value.token
            else (each, each)
            for index, each in enumerate(node.value)
        ]
    found = keyed(node)
    if isinstance(found, Unresolved):
        return found
    return [(Node(key), value) for key, value in sorted(found.items())]


def _one(block: Block, content: Block, pair: tuple[Node, Node], scope: Scope, names: Names) -> Node:
    key, value = pair
    if isinstance(key.value, Unresolved):
        return Node(Unresolved(key.value.why), block.extent)
    iterator = block.body.arguments.get("iterator")
    name = getattr(iterator, "name", None) or block.labels[0]
    inner = {**names, name: Node({"key": key, "value": value})}
    return Node(properties(content.body, scope, inner, top=False), content.extent)
