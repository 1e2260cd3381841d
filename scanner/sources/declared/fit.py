"""What a property says -> the names and kinds that a field of the document has."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from scanner.declared import Node
from scanner.schema import Form, Shape
from scanner.shape import SPELLINGS, ResourceType, Spelt, camel_case, upper_first

Rename = Callable[[str], str]

_BOOLEANS: Final = {"true": True, "false": False}


def renaming(resource_type: ResourceType, spelt: Spelt, names: Mapping[str, str]) -> Rename:
    """How the names inside a property become those of the document."""
    ours = SPELLINGS[resource_type.spelling]
    if "::" not in spelt.kind:
        pascal = resource_type.spelling in ("identity", "upperFirst")
        ours = _pascal if pascal else camel_case
    return lambda name: names.get(name) or ours(name)


def _pascal(name: str) -> str:
    return upper_first(camel_case(name))


def fitted(node: Node, shape: Shape | None, rename: Rename) -> Node:
    """The value respelt, and of the kind that its field has where it says the same in another one.

    Templates write numbers and booleans as text and text as numbers; Terraform writes one block
    where AWS has an object, and "" where AWS has nothing.
    """
    form = shape.forms[0] if shape is not None else None
    value = node.value
    if type(value) is list and form is not None and isinstance(form.tree, Mapping):
        return fitted(value[0], shape, rename) if len(value) == 1 else _none_of(node)
    if type(value) is dict:
        if form is not None and "*" in _names(form):
            return node  # a map's keys are the user's own
        return Node({rename(name): _member(each, rename(name), shape, rename)
                     for name, each in value.items()}, node.at)  # fmt: skip
    if type(value) is list:
        element = shape.element() if shape is not None else None
        return Node([fitted(each, element, rename) for each in value], node.at)
    return Node(_scalar(value, form.tree if form is not None else "any"), node.at)


def _none_of(node: Node) -> Node:
    return Node(None, node.at) if not node.value else node


def _names(form: Form) -> Mapping[str, Any]:
    return form.tree if isinstance(form.tree, Mapping) else {}


def _member(node: Node, name: str, shape: Shape | None, rename: Rename) -> Node:
    return fitted(node, shape.field(name) if shape is not None else None, rename)


def _scalar(value: Any, kind: Any) -> Any:
    match kind:
        case "boolean" if isinstance(value, str):
            return _BOOLEANS.get(value.lower(), value)
        case "integer" | "number" if isinstance(value, str):
            return _number(value)
        case "integer" if isinstance(value, float) and value.is_integer():
            return int(value)
        case "string" if isinstance(value, bool):
            return str(value).lower()
        case "string" if isinstance(value, int | float):
            return str(value)
    return value


def _number(text: str) -> Any:
    for kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return text
