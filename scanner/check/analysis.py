"""What an expression reads, what it gives, and what in it can never be right."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct

from scanner.check import arguments
from scanner.check.missing import described, missing, named
from scanner.check.reading import Reading
from scanner.expression import CALLABLE, Expression, positions, walk
from scanner.expression.signature import Function
from scanner.schema import ANY, Form, Path, Shape, joined, kinds_of, made, tree_of

__all__ = ["Analysis", "Mistake", "Path", "Shape", "analyse", "kinds_of", "scope"]

Node = dict[str, Any]
_MOST_FORMS = 16  # different things that one value can be; beyond, it may be anything
_SIGNS: Final = {"eq": "==", "ne": "!=", "lt": "<", "lte": "<=", "gt": ">", "gte": ">="}


class Mistake(Struct, frozen=True):
    """Something that can never be right; `position` is an offset into the expression's text."""

    what: str
    position: int


class Analysis(Struct, frozen=True):
    """What an expression gives, the fields that it reads, and its mistakes.

    A path stands for all below it; the path of the whole document is ().
    """

    shape: Shape
    reads: frozenset[Path]
    mistakes: tuple[Mistake, ...]


def scope(resource: Shape, joins: Mapping[str, Shape], params: Mapping[str, Any]) -> Shape:
    """The shape of what a rule's expressions see: the item, the joined items, params and now."""
    document = resource.forms[0]
    trees = {name: tree_of(value) for name, value in params.items()}
    known = {name: "any" if tree == "null" else tree for name, tree in trees.items()}
    root = {
        **document.tree,
        **{name: _items(name, shape) for name, shape in joins.items()},
        "params": Shape((Form(known, ("params",), "params"),)),
        "now": made("string"),
    }
    return Shape((Form(root, (), document.owner),))


def _items(name: str, shape: Shape) -> Shape:
    """The list of a join's items, each of this shape."""
    item = Form(shape.forms[0].tree, (name,), shape.forms[0].owner)
    return Shape((Form([Shape((item,))], (name,)),))


def analyse(expression: Expression, root: Shape) -> Analysis:
    """What is known of an expression whose root has this shape, before any document is seen."""
    ast = expression.ast
    named_nodes = (node for node in walk(ast) if node["type"] in _NAMED)
    places = (offset for _, offset in positions(expression.text))
    steps = _Walk({id(node): at for node, at in zip(named_nodes, places, strict=False)})
    shape = steps.of(ast, root)
    steps.read.whole(shape)
    return Analysis(shape, frozenset(steps.read.paths), tuple(steps.mistakes))


class _Walk:
    """One pass over an expression, with shapes in place of values."""

    def __init__(self, offsets: Mapping[int, int]) -> None:
        self.offsets = offsets
        self.read = Reading()
        self.mistakes: list[Mistake] = []

    def of(self, node: Node, current: Shape) -> Shape:
        """The shape of a node's value where `@` has this shape."""
        shape = _STEPS[node["type"]](self, node, current)
        if len(shape.forms) <= _MOST_FORMS:
            return shape
        self.read.whole(shape)
        return ANY

    def wrong(self, what: str, node: Node) -> Shape:
        """Any value: the mistake is noted, and nothing that follows from it shall be."""
        self.mistakes.append(Mistake(what, self._offset(node)))
        return ANY

    def _offset(self, node: Node) -> int:
        """Where the value of a node gets its name, else where its first name stands."""
        if node["type"] == "subexpression":
            return self._offset(node["children"][-1])
        return next((self.offsets[id(n)] for n in walk(node) if id(n) in self.offsets), 0)

    def field(self, node: Node, current: Shape) -> Shape:
        found = current.field(node["value"])
        if found is None:
            self.read.whole(current)
            return self.wrong(missing(node["value"], current), node)
        return found

    def chain(self, node: Node, current: Shape) -> Shape:
        for child in node["children"]:
            current = self.of(child, current)
        return current

    def same(self, node: Node, current: Shape) -> Shape:
        return current

    def literal(self, node: Node, current: Shape) -> Shape:
        return made(tree_of(node["value"]))

    def indexed(self, node: Node, current: Shape) -> Shape:
        left, *parts = node["children"]
        base = self.of(left, current)
        for part in parts:
            element = self._element(base, left)
            sliced = part["type"] == "slice" and element is not ANY
            base = base if sliced else element
        return base

    def index(self, node: Node, current: Shape) -> Shape:
        return self._element(current, node)

    def flatten(self, node: Node, current: Shape) -> Shape:
        (child,) = node["children"]
        element = self._element(self.of(child, current), child)
        return made([joined(map(_flat, element.forms)) or ANY])

    def _element(self, base: Shape, node: Node) -> Shape:
        element = base.element()
        if element is None:
            self.read.whole(base)
            return self.wrong(f"{named(base)} is {described(base)}, not a list", node)
        return element

    def projection(self, node: Node, current: Shape) -> Shape:
        left, right = node["children"]
        return made([self.of(right, self._element(self.of(left, current), left))])

    def filtered(self, node: Node, current: Shape) -> Shape:
        left, right, condition = node["children"]
        element = self._element(self.of(left, current), left)
        self.read.count(self.of(condition, element))
        return made([self.of(right, element)])

    def values(self, node: Node, current: Shape) -> Shape:
        left, right = node["children"]
        base = self.of(left, current)
        self.read.whole(base)
        if not kinds_of(base) & {"object", "any", "null"}:
            self.wrong(f"{named(base)} is {described(base)}, and .* takes an object", left)
        element = joined(each.field(name) for each in base.forms for name in (*base.names, "*"))
        few = element is not None and len(element.forms) <= _MOST_FORMS
        return made([self.of(right, element if element and few else ANY)])

    def either(self, node: Node, current: Shape) -> Shape:
        left, right = (self.of(child, current) for child in node["children"])
        self.read.count(left)
        if node["type"] == "and_expression":  # the left value comes out only where it is empty
            left = Shape(tuple(map(_empty, left.forms)))
        return joined((right, left)) or ANY

    def negated(self, node: Node, current: Shape) -> Shape:
        self.read.count(self.of(node["children"][0], current))
        return made("boolean")

    def compared(self, node: Node, current: Shape) -> Shape:
        left, right = (self.of(child, current) for child in node["children"])
        self.read.whole(left)
        self.read.whole(right)
        what = _incomparable(_SIGNS[node["value"]], left, right)
        if what:
            self.wrong(what, node)
        return made("boolean")

    def listed(self, node: Node, current: Shape) -> Shape:
        parts = [self.of(child, current) for child in node["children"]]
        self.read.base(current, parts)
        return made([joined(parts) or ANY])

    def hashed(self, node: Node, current: Shape) -> Shape:
        parts = {each["value"]: self.of(each["children"][0], current) for each in node["children"]}
        self.read.base(current, parts.values())
        return made(parts)

    def call(self, node: Node, current: Shape) -> Shape:
        function = CALLABLE[node["value"]]
        shapes = self._arguments(node["children"], current)
        for what in arguments.misfits(function, shapes):
            self.wrong(what, node)
        self._passed(function, shapes)
        return arguments.result(function, shapes)

    def _arguments(self, nodes: list[Node], current: Shape) -> list[Shape]:
        """The arguments' shapes; that of `&key` is what the key gives for each element."""
        shapes = {id(each): self.of(each, current) for each in nodes if each["type"] != "expref"}
        elements = (shape.element() for shape in shapes.values())
        element = joined(elements) or ANY
        return [shapes.get(id(each)) or self.of(each["children"][0], element) for each in nodes]

    def _passed(self, function: Function, shapes: list[Shape]) -> None:
        """Note what a function reads of its arguments."""
        for index, shape in enumerate(shapes):
            reads = function.parameter(index).reads
            if function.name in ("length", "map") and kinds_of(shape) == {"array"}:
                self.read.count(shape)
            else:
                self.read.fields(shape, ("",) if reads is None else reads)


def _empty(form: Form) -> Form:
    """What is left of a value once it is known to be false, null or empty."""
    return Form(form.tree if isinstance(form.tree, str) else type(form.tree)())


def _flat(form: Form) -> Shape | None:
    return form.element() if isinstance(form.tree, list) else Shape((form,))


def _incomparable(sign: str, left: Shape, right: Shape) -> str | None:
    """Why a comparison can never hold, None if it can."""
    if sign not in ("==", "!="):
        numberless = [each for each in (left, right) if not kinds_of(each) & {"number", "any"}]
        found = [f"{named(each)} is {described(each)}" for each in numberless]
        return f"{sign} compares numbers; {found[0]}" if found else None
    kinds = kinds_of(left), kinds_of(right)
    if kinds[0] & kinds[1] or any({"any", "null"} & each for each in kinds):
        return None
    return (
        f"{named(left)} is {described(left)} and is compared with {described(right)}:"
        " the two are never equal"
    )


_NAMED: Final = frozenset({"field", "key_val_pair", "function_expression"})
_STEPS: Final[Mapping[str, Callable[[_Walk, Node, Shape], Shape]]] = {
    "field": _Walk.field,
    "subexpression": _Walk.chain,
    "pipe": _Walk.chain,
    "current": _Walk.same,
    "identity": _Walk.same,
    "literal": _Walk.literal,
    "index": _Walk.index,
    "index_expression": _Walk.indexed,
    "flatten": _Walk.flatten,
    "projection": _Walk.projection,
    "filter_projection": _Walk.filtered,
    "value_projection": _Walk.values,
    "or_expression": _Walk.either,
    "and_expression": _Walk.either,
    "not_expression": _Walk.negated,
    "comparator": _Walk.compared,
    "multi_select_list": _Walk.listed,
    "multi_select_dict": _Walk.hashed,
    "function_expression": _Walk.call,
}
