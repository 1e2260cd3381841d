"""A declared resource -> the document of its configuration item, each value still in its place."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol

from msgspec import Struct, field

from scanner.declared import Declared, Node
from scanner.fields import document_shape
from scanner.shape import Given
from scanner.sources.declared.fit import fitted
from scanner.sources.declared.kinds import Kind, reference
from scanner.sources.declared.reading import GROWS, TAGS, Field, Reading, reading
from scanner.sources.declared.tags import tags_of
from scanner.unresolved import Unresolved


class Find(Protocol):
    """Finds the declared resource that a reference is to, or that has the name that is said."""

    def __call__(self, value: Any, resource_type: str = "") -> Declared | None:
        """None if there is none in this stack; a name needs the type of what it is of."""
        ...


PARTS = ("configuration", "supplementaryConfiguration")


class About(Struct, frozen=True):
    """What a form may ask besides the value: the resource that says it, and the others."""

    declared: Declared
    find: Find


Form = Callable[[Node, About], Node]


class Draft(Struct):
    """A document in the making: its fields by path, such as "configuration.vpcId"."""

    declared: Declared
    kind: Kind
    fields: dict[str, Node] = field(default_factory=dict)
    names: dict[str, Node] = field(default_factory=dict)  # what others call it, read or not
    parts: list[Declared] = field(default_factory=list)
    defaults: set[str] = field(default_factory=set)  # lists that stand only while nothing is added


class Mapper:
    """Maps the resources of a stack; `wanted` names what rules read of each type, None for all."""

    def __init__(
        self,
        forms: Callable[[str], Form],
        wanted: Mapping[str, frozenset[str] | None],
        find: Find,
    ) -> None:
        """`forms` gives the form of a name."""
        self._forms = forms
        self._wanted = wanted
        self._find = find

    def draft(self, declared: Declared, kind: Kind) -> Draft:
        """The fields that a resource's own properties say, and those that nobody says."""
        draft = Draft(declared, kind)
        read = self._reading(kind)
        self._take(draft, declared, kind)
        draft.names = _names(draft)
        draft.fields |= {path: draft.names[path] for path in read.names if path in draft.names}
        if read.tagged and TAGS not in draft.fields:
            draft.fields[TAGS] = tags_of(declared)
        draft.fields = {**read.untold, **draft.fields}
        return draft

    def orphan(self, part: Declared, kind: Kind) -> Draft:
        """The document of what a resource is a part of, where that is not declared here."""
        draft = Draft(part, kind)
        why = f"only {part.address} of it is declared here"
        fields = {name: Node(Unresolved(why)) for name in self._read(kind.type.name)}
        draft.fields = fields | {f"configuration.{kind.type.id}": _own(draft, kind.type.id)}
        return draft

    def add(self, draft: Draft, part: Declared, kind: Kind, doubt: str = "") -> None:
        """Put what a resource says that is a part of another one into the other's document.

        With `doubt` it may be a part of something else, and what it says is unknown here.
        """
        draft.parts.append(part)
        self._take(draft, part, kind, doubt)

    def _take(self, draft: Draft, declared: Declared, kind: Kind, doubt: str = "") -> None:
        if declared.condition != draft.declared.condition:
            doubt = doubt or declared.condition
        properties = dict(declared.properties)
        properties.pop(kind.spelt.part_of, None)
        whole = Node(properties, declared.at)
        for each in self._reading(kind).fields:
            holds = _applies(declared, each.given)
            if holds is False:
                continue
            node = self._said(declared, whole, each)
            if doubt:
                why = f"{declared.address} is there only if {doubt}"
                node = Node(Unresolved(why), declared.at)
            elif isinstance(holds, Unresolved):
                node = Node(holds, declared.at)
            _put(draft, each.path, node, each.given)

    def _said(self, declared: Declared, whole: Node, field: Field) -> Node:
        given = field.given
        found = _at(whole, field.steps) if given.by is not None else None
        if found is None or found.value is None or (found.value == "" and field.empty):
            return field.default
        if isinstance(found.value, Unresolved) and not (given.follow and found.value.named):
            return found
        if given.form:
            return self._forms(given.form)(found, About(declared, self._find))
        return fitted(found, field.shape, field.rename)

    def _reading(self, kind: Kind) -> Reading:
        return reading(kind.spelt.kind, kind.type.name, self._read(kind.type.name))

    def _read(self, resource_type: str) -> frozenset[str]:
        """The second-level names that rules read, every one of the type's if they read it whole."""
        names = self._wanted.get(resource_type, frozenset())
        if names is not None and not names & set(PARTS):
            return names
        return _every(resource_type) | (names or frozenset()) - set(PARTS)


def _names(draft: Draft) -> dict[str, Node]:
    """What the resource is called where no property says it: what references to it give."""
    kind = draft.kind
    found = {}
    for name in {kind.type.id, *kind.spelt.refers.values()} - {""}:
        path = f"configuration.{name}"
        node = draft.fields.get(path)
        if node is None and path in kind.spelt.fields:
            given = kind.spelt.fields[path]
            by = given.by if isinstance(given, Given) else given
            node = _at(Node(draft.declared.properties), by.split(".")) if by else None
        if node is None or node.value in (None, ""):
            node = _attributed(draft.declared, kind, name)
        found[path] = node or _own(draft, name)
    return found


@cache
def _every(resource_type: str) -> frozenset[str]:
    """All second-level names of a type's document, and its tags."""
    shape = document_shape(resource_type)
    parts = ((part, shape.field(part)) for part in PARTS)
    names = (f"{part}.{name}" for part, below in parts if below for name in below.names)
    return frozenset([*names, TAGS])


def _attributed(declared: Declared, kind: Kind, name: str) -> Node | None:
    """What an attribute of a resource that is there already says of a field, as plans have it."""
    for attribute in _attributes(kind, name) if "::" not in kind.spelt.kind else ():
        node = declared.properties.get(attribute)
        if node is not None and type(node.value) is str and node.value:
            return node
    return None


def _attributes(kind: Kind, name: str) -> list[str]:
    """The attributes of references that give a field."""
    found = [attribute for attribute, field in kind.spelt.refers.items() if field == name]
    if name != kind.type.id:
        return found
    main = "Ref" if "::" in kind.spelt.kind else "id"
    return found if main in kind.spelt.refers else [*found, main]


def _own(draft: Draft, name: str) -> Node:
    declared = draft.declared
    return Node(reference(declared.address, declared.kind, _attribute(draft.kind, name)))


def _attribute(kind: Kind, name: str) -> str:
    """An attribute of references that gives a field."""
    found = _attributes(kind, name)
    return found[0] if found else name


def _at(node: Node, steps: list[str]) -> Node | None:
    """The node that property names lead to; an `Unresolved` on the way is what is found."""
    here: Node | None = node
    for step in steps:
        if here is None or isinstance(here.value, Unresolved):
            return here
        if type(here.value) is list:  # Terraform's blocks, of which there is one
            here = here.value[0] if len(here.value) == 1 else None
        if here is not None and isinstance(here.value, Unresolved):
            return here
        here = here.value.get(step) if here is not None and type(here.value) is dict else None
    return here


def _applies(declared: Declared, given: Given) -> bool | Unresolved:
    """Whether a field is for this resource at all."""
    if given.only is None:
        return True
    name, wanted = given.only
    node = declared.properties.get(name)
    if node is not None and isinstance(node.value, Unresolved):
        return node.value
    return node is not None and node.value == wanted


def _put(draft: Draft, path: str, node: Node, given: Given) -> None:
    """Place a field: into a growing list, or over what was there."""
    if path.endswith(GROWS):
        where = path.removesuffix(GROWS)
        known = draft.fields.get(where)
        if known is None or where in draft.defaults or not known.value:
            known = Node([])
        elif isinstance(known.value, Unresolved):
            known = Node([known])
        draft.defaults.discard(where)
        more = node.value if type(node.value) is list else [node]
        draft.fields[where] = Node([*known.value, *more], known.at or node.at)
        return
    path, _, inner = path.partition("[].")
    draft.fields[path] = _each(node, inner.split(".")) if inner else node
    if given.alone and node.at is None:
        draft.defaults.add(path)


def _each(node: Node, names: list[str]) -> Node:
    """The elements of a list, each put below names of its own."""
    if type(node.value) is not list:
        return node
    return Node([_below(each, names) for each in node.value], node.at)


def _below(node: Node, names: list[str]) -> Node:
    if isinstance(node.value, Unresolved) and not node.value.token:
        return node  # any number of elements
    for name in reversed(names):
        node = Node({name: node}, node.at)
    return node
