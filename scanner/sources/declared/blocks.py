"""CloudFormation's objects and Terraform's blocks, read alike."""

from collections.abc import Mapping
from typing import Any

from scanner.declared import Node, member
from scanner.fields import document_shape
from scanner.schema import Shape
from scanner.shape import camel_case, lower_first
from scanner.sources.declared.fit import fitted
from scanner.unresolved import Unresolved


def only(node: Node) -> Node:
    """The object that a list of one block holds, a null where the list is empty."""
    if type(node.value) is not list:
        return node
    if len(node.value) > 1:
        return Node(Unresolved("there are several blocks where AWS has one object"), node.at)
    return only(node.value[0]) if node.value else Node(None, node.at)


def said(node: Node, *names: str) -> Node:
    """The first of some members that is set, a null where none is or it is an empty text.

    Of an object that is unresolved each member is: not the same value, so without its token.
    """
    here = only(node)
    if isinstance(here.value, Unresolved):
        return Node(Unresolved(here.value.why), here.at)
    found = member(here, *names)
    return Node(None, found.at) if found.value == "" else found


def elements(node: Node) -> list[Node]:
    """The elements of a list; one that is not in a list is the only one, a null is none."""
    if type(node.value) is list:
        return node.value
    return [] if node.value in (None, "") else [node]


def without_nulls(members: Mapping[str, Node]) -> dict[str, Node]:
    """The members that are set."""
    return {name: each for name, each in members.items() if each.value not in (None, "", [])}


def flag(node: Node, on: str = "Enabled") -> Node:
    """Whether a word is the one that stands for on; a boolean, null or unresolved as it is."""
    if isinstance(node.value, str) and node.value.lower() not in ("true", "false"):
        return Node(node.value == on, node.at)
    return node


def of_kinds(node: Node, resource_type: str, path: str) -> Node:
    """The value of a field with numbers and booleans that were written as text, and the reverse."""
    shape: Shape | None = document_shape(resource_type)
    for name in path.split("."):
        shape = shape.field(name) if shape is not None else None
    return fitted(node, shape, str)


def as_the_service_has_it(node: Node) -> Node:
    """A tree with names in AWS's spelling, lower case first; of Terraform the blocks as objects."""
    value: Any = node.value
    if type(value) is list:
        return Node([as_the_service_has_it(each) for each in value], node.at)
    if type(value) is not dict:
        return node
    return Node({_spelt(name): _inner(each) for name, each in value.items() if _set(each)}, node.at)


def _spelt(name: str) -> str:
    return camel_case(name) if name.islower() else lower_first(name)


def _set(node: Node) -> bool:
    return node.value is not None and node.value != []


def _inner(node: Node) -> Node:
    blocks = node.value if type(node.value) is list else []
    if len(blocks) == 1 and type(blocks[0].value) is dict:
        return as_the_service_has_it(blocks[0])
    return as_the_service_has_it(node)
