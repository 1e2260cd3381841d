"""How many resources, data sources or modules a block makes, and what they are called."""

from typing import Final

from scanner.declared import Node
from scanner.sources.terraform.hcl_tree import Block, Expression
from scanner.sources.terraform.source_operators import holes, number, text
from scanner.sources.terraform.source_scope import (
    MOST_INSTANCES,
    Exhausted,
    Instance,
    Mistake,
    Scope,
    Spread,
    Uncertain,
)
from scanner.unresolved import Unresolved

COUNT: Final = "count"
FOR_EACH: Final = "for_each"
_ONE: Final = Spread((Instance(None, {}),))


def spread(scope: Scope, block: Block) -> Spread:
    """The instances of a block, evaluated once; of one that nobody knows, one stands for all."""
    known = scope.spread.get(id(block))
    if known is None:
        if f"spread {id(block)}" in scope.active:
            raise Mistake(f"{'.'.join(block.labels)} depends on how many of it there are")
        scope.active.add(f"spread {id(block)}")
        try:
            known = _spread(scope, block)
        finally:
            scope.active.discard(f"spread {id(block)}")
        scope.spread[id(block)] = known
    return known


def _spread(scope: Scope, block: Block) -> Spread:
    count = block.body.arguments.get(COUNT)
    each = block.body.arguments.get(FOR_EACH)
    try:
        if count is not None:
            return _counted(scope, count)
        if each is not None:
            return _for_each(scope, each)
    except (Mistake, Exhausted) as mistake:
        return _doubtful(COUNT if count is not None else FOR_EACH, str(mistake))
    return _ONE


def _doubtful(how: str, why: str) -> Spread:
    nobody = Node(Unresolved(f"{how} is not known: {why}"))
    names = {
        COUNT: {COUNT: Node({"index": nobody})},
        FOR_EACH: {"each": Node({"key": nobody, "value": nobody})},
    }[how]
    return Spread((Instance(None, names),), how, f"its {how}, which only a plan knows, makes it")


def _counted(scope: Scope, expression: Expression) -> Spread:
    value = scope.run.evaluate(expression, scope, {}).value
    if isinstance(value, Unresolved):
        return _doubtful(COUNT, value.why)
    if isinstance(value, bool):
        raise Mistake("count is no number")
    size = number(value)
    if not isinstance(size, int) or size < 0:
        raise Mistake("count is no whole number")
    if size > MOST_INSTANCES:
        return _doubtful(COUNT, f"{size} are too many to look at each")
    made = (Instance(index, {COUNT: Node({"index": Node(index)})}) for index in range(size))
    return Spread(tuple(made), COUNT)


def _for_each(scope: Scope, expression: Expression) -> Spread:
    pairs = keyed(scope.run.evaluate(expression, scope, {}))
    if isinstance(pairs, Unresolved):
        return _doubtful(FOR_EACH, pairs.why)
    if len(pairs) > MOST_INSTANCES:
        return _doubtful(FOR_EACH, f"{len(pairs)} are too many to look at each")
    made = (
        Instance(key, {"each": Node({"key": Node(key), "value": value})})
        for key, value in sorted(pairs.items())
    )
    return Spread(tuple(made), FOR_EACH)


def keyed(node: Node) -> dict[str, Node] | Unresolved:
    """The values that `for_each` goes through, by key; of a set each is its own key."""
    value = node.value
    if isinstance(value, Uncertain):
        return Unresolved(value.why)
    if isinstance(value, Unresolved):
        return value
    if type(value) is dict:
        return value
    if type(value) is not list:
        raise Mistake("for_each goes through what is no map or set")
    for each in value:
        if isinstance(each.value, Unresolved):
            return each.value
    if any(holes(each) for each in value):
        return Unresolved("for_each goes through what is not known")
    return {text(each.value): each for each in value}
