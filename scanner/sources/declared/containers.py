"""The containers of a task, which Terraform says as one JSON text."""

from typing import Any

import msgspec

from scanner.declared import Node
from scanner.fields import document_shape
from scanner.model import Location
from scanner.shape import upper_first
from scanner.sources.declared.fit import fitted
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved


def containers_of_text(node: Node, about: About) -> Node:
    """The containers in a text, as AWS Config spells them; each stands where the text does."""
    try:
        found = msgspec.json.decode(node.value)
    except (msgspec.DecodeError, TypeError):
        return Node(Unresolved("its containers are no JSON text"), node.at)
    shape = document_shape("AWS::ECS::TaskDefinition").field("configuration")
    shape = shape.field("ContainerDefinitions") if shape is not None else None
    return fitted(_placed(found, node.at), shape, upper_first)


def _placed(value: Any, at: Location | None) -> Node:
    if type(value) is list:
        return Node([_placed(each, at) for each in value], at)
    if type(value) is dict:
        return Node({name: _placed(each, at) for name, each in value.items()}, at)
    return Node(value, at)
