"""A draft's fields -> a document, and where each value of it is written."""

from collections.abc import Mapping
from typing import Any

from scanner.declared import Node
from scanner.model import Location
from scanner.schema import Shape
from scanner.unresolved import Unresolved


def assembled(fields: Mapping[str, Node], shape: Shape, kind: str) -> dict[str, Node]:
    """The document that fields such as "supplementaryConfiguration.TrailStatus.isLogging" make.

    An object that is put together from several of them has every field that its shape knows:
    those that none of the paths gives are unresolved, since `kind` does not say them.
    """
    root: dict[str, Any] = {}
    for path, node in fields.items():
        here = root
        *above, last = path.split(".")
        for name in above:
            here = here.setdefault(name, {})
        here[last] = node
    return {name: _finished(each, shape.field(name), kind, 0) for name, each in root.items()}


def _finished(value: Any, shape: Shape | None, kind: str, level: int) -> Node:
    if isinstance(value, Node):
        return value
    whole = {
        name: _finished(each, shape and shape.field(name), kind, level + 1)
        for name, each in value.items()
    }
    for name in shape.names if shape is not None and level else ():
        whole.setdefault(name, Node(Unresolved(f"{kind} does not say {name}")))
    return Node(whole)


def laid(document: Mapping[str, Node]) -> tuple[dict[str, Any], dict[str, Location]]:
    """The document without places, and the place of each value by its path."""
    lines: dict[str, Location] = {}
    return {name: _laid(each, name, lines) for name, each in document.items()}, lines


def _laid(node: Node, path: str, lines: dict[str, Location]) -> Any:
    if node.at is not None:
        lines[path] = node.at
    value = node.value
    if type(value) is dict:
        return {name: _laid(each, f"{path}.{name}", lines) for name, each in value.items()}
    if type(value) is list:
        return [_laid(each, f"{path}[{index}]", lines) for index, each in enumerate(value)]
    return value
