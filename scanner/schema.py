"""What is known of a value before it is read: its kinds, its fields, where it comes from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

Path = tuple[str, ...]

_KINDS: Final[Mapping[str, frozenset[str]]] = {
    "integer": frozenset({"number"}),
    "timestamp": frozenset({"string", "number"}),  # Config prints both ISO texts and epochs
}
_DEEPEST_LITERAL = 16


class Form(Struct, frozen=True):
    """One thing that a value can be.

    `tree` is a leaf's kind, a mapping of names or a list of one element, as in the field table; []
    is an empty list. Where the expression itself makes an object or a list, its parts are Shapes.
    `path` leads from the root to the value, without list levels; it is None for what no document
    holds. `owner` is the resource type (or "params") whose document has the value at `place`.
    """

    tree: Any
    path: Path | None = None
    owner: str = ""
    place: Path = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The JMESPath words for what the value can be, null aside."""
        if isinstance(self.tree, Mapping):
            return frozenset({"object"})
        if isinstance(self.tree, list):
            return frozenset({"array"})
        return _KINDS.get(self.tree) or frozenset({self.tree})

    def field(self, name: str) -> "Shape | None":
        """The shape of a field, None if the value cannot have it."""
        if not isinstance(self.tree, Mapping):
            return self._child(name, self.tree) if self.tree in ("any", "null") else None
        if name in self.tree:
            return self._child(name, self.tree[name])
        return self._child(name, self.tree["*"]) if "*" in self.tree else None

    def element(self) -> "Shape | None":
        """The shape of each element, None if the value cannot be a list."""
        if isinstance(self.tree, list):
            return self._within(self.tree[0]) if self.tree else None
        return Shape((self,)) if self.tree in ("any", "null") else None

    def parts(self) -> "Iterator[Shape]":
        """The shapes that the expression put together; nothing for what a document holds."""
        nodes = self.tree.values() if isinstance(self.tree, Mapping) else self.tree
        if self.path is None and not isinstance(self.tree, str):
            yield from (node for node in nodes if isinstance(node, Shape))

    def _child(self, name: str, node: Any) -> "Shape":
        if isinstance(node, Shape):
            return node
        path = None if self.path is None else (*self.path, name)
        return Shape((Form(node, path, self.owner, (*self.place, name)),))

    def _within(self, node: Any) -> "Shape":
        if isinstance(node, Shape):
            return node
        return Shape((Form(node, self.path, self.owner, self.place),))


class Shape(Struct, frozen=True):
    """What a value can be: at least one form."""

    forms: tuple[Form, ...]

    def field(self, name: str) -> "Shape | None":
        """The shape of a field, None if no form of the value can have it but null."""
        if len(self.forms) == 1:
            return self.forms[0].field(name)  # as nearly always
        some = [each for each in self.forms if each.tree != "null"]
        return joined(each.field(name) for each in some or self.forms)

    def element(self) -> "Shape | None":
        """The shape of each element, None if no form of the value can be a list."""
        return joined(each.element() for each in self.forms)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that the value is known to have."""
        trees = (form.tree for form in self.forms if isinstance(form.tree, Mapping))
        return tuple(dict.fromkeys(name for tree in trees for name in tree if name != "*"))


def joined(shapes: "Iterable[Shape | None]") -> Shape | None:
    """One shape with every form of several, None if there is none."""
    forms = dict.fromkeys(_Same(form) for shape in shapes if shape for form in shape.forms)
    return Shape(tuple(each.form for each in forms)) if forms else None


class _Same:
    """A form as a dictionary's key: the same value of the same document is the same."""

    __slots__ = ("form", "key")

    def __init__(self, form: Form) -> None:
        self.form = form
        simple = isinstance(form.tree, str)
        self.key = (form.tree if simple else id(form.tree), form.path, form.owner, form.place)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def made(tree: Any) -> Shape:
    """The shape of what an expression makes: its tree's parts may be Shapes."""
    return Shape((Form(tree),))


ANY: Final = made("any")


def kinds_of(shape: Shape) -> frozenset[str]:
    """The kinds that a value can have: string boolean number array object expref; or just any."""
    kinds = frozenset[str]().union(*(form.kinds for form in shape.forms))
    return frozenset({"any"}) if "any" in kinds else kinds


def tree_of(value: Any, depth: int = _DEEPEST_LITERAL) -> Any:
    """The tree of a JSON value as it stands; an empty list may hold anything."""
    match value:
        case bool():
            return "boolean"
        case None:
            return "null"
        case str():
            return "string"
        case dict() if depth:
            return {str(name): tree_of(each, depth - 1) for name, each in value.items()}
        case list() if depth:
            return [_elements(value, depth - 1)]
        case int() | float():
            return "number"
    return "any"


def _elements(values: list[Any], depth: int) -> Any:
    trees = [tree_of(each, depth) for each in values]
    return trees[0] if trees and all(tree == trees[0] for tree in trees) else "any"
