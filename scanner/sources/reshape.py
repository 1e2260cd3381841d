"""One describe answer -> AWS Config's spelling of it, by botocore's model of the answer."""

import base64
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from scanner.clock import utc
from scanner.shape import Call, ResourceType, respelt

_SIMPLE: Final = frozenset({str, int, float, bool, type(None)})


def reshaped(value: Any, shape: Any, resource_type: ResourceType) -> Any:
    """A value of an answer with its fields renamed, its dates and bytes as text.

    Only fields are renamed: the keys of a map, such as the names of tags, are the user's own.
    """
    if type(value) in _SIMPLE:
        return value
    kind = shape.type_name
    if kind == "structure" and isinstance(value, Mapping) and not _is_free(shape):
        members = shape.members
        return {
            respelt(name, resource_type): reshaped(each, members[name], resource_type)
            for name, each in value.items()
            if name in members
        }
    if kind == "list" and isinstance(value, list):
        return [reshaped(each, shape.member, resource_type) for each in value]
    if kind == "map" and isinstance(value, Mapping):
        return {
            str(name): reshaped(each, shape.value, resource_type) for name, each in value.items()
        }
    return plain(value)


def shape_of(client: Any, call: Call) -> Any:
    """botocore's model of what a call's `items` leads to."""
    name = client.meta.method_to_api_mapping[call.operation]
    shape = client.meta.service_model.operation_model(name).output_shape
    for step in filter(None, call.items.split(".")):
        shape = shape.members[step.removesuffix("[]")]
        shape = shape.member if step.endswith("[]") else shape
    return shape


def _is_free(shape: Any) -> bool:
    """Whether a shape is of a value that may hold anything."""
    return bool(getattr(shape, "is_document_type", False))


def plain(value: Any) -> Any:
    """Any value of an answer as JSON has it, its names as they are."""
    match value:
        case dict():
            return {str(name): plain(each) for name, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case datetime():
            return utc(value)
        case bytes() | bytearray():
            return base64.b64encode(value).decode()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
    return value


def tag_map(tags: Any) -> dict[str, str] | None:
    """Tags as a map, whichever way a service lists them; None for what is no list of tags."""
    if isinstance(tags, Mapping):
        return {str(name): str(value) for name, value in tags.items()}
    if not isinstance(tags, list):
        return None
    pairs = [{name.lower(): each for name, each in tag.items()} for tag in tags]
    return {
        str(tag.get("key", tag.get("tagkey"))): str(tag.get("value", tag.get("tagvalue")) or "")
        for tag in pairs
    }
