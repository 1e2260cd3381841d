"""What the intrinsic functions give that only need their arguments' values."""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.declared import Node, plain
from scanner.sources.cloudformation.cidr import blocks
from scanner.sources.cloudformation.composed import composed
from scanner.sources.cloudformation.scalars import text_of
from scanner.unresolved import Unresolved

Function = Callable[[Node], Any]
"""From an argument to what it gives: a value, plain or of nodes, or an `Unresolved`."""


class MisusedError(Exception):
    """A function has arguments that CloudFormation refuses, and how so."""


def join(argument: Node) -> Any:
    """Fn::Join: texts with a delimiter between them."""
    delimiter, listed = _arguments(argument, 2, 2)
    if type(delimiter.value) is not str:
        return _unknown(delimiter) or _misused("the delimiter is not a text")
    elements = _elements(listed)
    if isinstance(elements, Unresolved):
        return Unresolved(elements.why, present=True)
    between = delimiter.value
    pieces = [piece for each in elements for piece in (between, each.value)][1:]
    made = composed(pieces)
    if _of_any_number(elements) is not None:
        return Unresolved(made.why, present=True)
    return made


def split(argument: Node) -> Any:
    """Fn::Split: the parts of a text between delimiters."""
    delimiter, text = _arguments(argument, 2, 2)
    if isinstance(text.value, Unresolved):
        return Unresolved(text.value.why, present=True)
    said = text_of(text.value)
    if said is None or type(delimiter.value) is not str or not delimiter.value:
        return _unknown(delimiter) or _misused("it wants a delimiter and a text")
    return said.split(delimiter.value)


def select(argument: Node) -> Any:
    """Fn::Select: the element of a list at an index from 0."""
    index, listed = _arguments(argument, 2, 2)
    elements = _elements(listed)
    if isinstance(elements, Unresolved):
        return Unresolved(elements.why, present=True)
    place = _integer(index)
    if isinstance(place, Unresolved):
        return Unresolved(place.why, present=True)
    hidden = _of_any_number(elements[: place + 1])
    if hidden is not None:
        return Unresolved(hidden.why, present=True)
    if not 0 <= place < len(elements):
        raise MisusedError(f"there is no element {place} in a list of {len(elements)}")
    return elements[place].value


def cidr(argument: Node) -> Any:
    """Fn::Cidr: ranges cut from a block of addresses."""
    given = _arguments(argument, 2, 3)
    unknown = next(filter(None, map(_unknown, given)), None)
    if unknown is not None:
        return Unresolved(unknown.why, present=True)
    if len(given) < 3:
        return Unresolved("Fn::Cidr does not say how many bits its ranges have", present=True)
    block, count, bits = given
    try:
        return blocks(str(block.value), int(str(count.value)), int(str(bits.value)))
    except ValueError as error:
        raise MisusedError(str(error)) from None


def base64(argument: Node) -> Any:
    """Fn::Base64: the text, encoded."""
    if isinstance(argument.value, Unresolved):
        return Unresolved(argument.value.why, present=True)
    text = text_of(argument.value)
    return b64encode(text.encode()).decode() if text is not None else _misused("it wants a text")


def length(argument: Node) -> Any:
    """Fn::Length: how many elements a list has."""
    elements = _elements(argument)
    hidden = elements if isinstance(elements, Unresolved) else _of_any_number(elements)
    return Unresolved(hidden.why, present=True) if hidden is not None else len(elements)


def to_json_string(argument: Node) -> Any:
    """Fn::ToJsonString: a mapping or list as JSON in a text."""
    hidden = _hidden(argument)
    if hidden is not None:
        return Unresolved(hidden.why, present=True)
    if type(argument.value) not in (dict, list):
        raise MisusedError("it wants a mapping or a list")
    return json.dumps(plain(argument), ensure_ascii=False, separators=(",", ":"))


FUNCTIONS: Final[Mapping[str, Function]] = {
    "Fn::Join": join,
    "Fn::Split": split,
    "Fn::Select": select,
    "Fn::Cidr": cidr,
    "Fn::Base64": base64,
    "Fn::Length": length,
    "Fn::ToJsonString": to_json_string,
}
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html"""


def _arguments(argument: Node, least: int, most: int) -> list[Node]:
    if type(argument.value) is not list or not least <= len(argument.value) <= most:
        wanted = f"{least}" if least == most else f"{least} to {most}"
        raise MisusedError(f"it wants a list of {wanted} values")
    found: list[Node] = argument.value
    return found


def _elements(node: Node) -> list[Node] | Unresolved:
    if isinstance(node.value, Unresolved):
        return node.value
    if type(node.value) is not list:
        raise MisusedError("it wants a list")
    found: list[Node] = node.value
    return found


def _of_any_number(elements: list[Node]) -> Unresolved | None:
    """An element of a list that may stand for none or several."""
    found = (each.value for each in elements if isinstance(each.value, Unresolved))
    return next((each for each in found if not each.token), None)


def _unknown(node: Node) -> Unresolved | None:
    return node.value if isinstance(node.value, Unresolved) else None


def _integer(node: Node) -> int | Unresolved:
    if isinstance(node.value, Unresolved):
        return node.value
    try:
        return int(str(node.value))
    except ValueError:
        raise MisusedError(f"{str(node.value)[:40]!r} is not a number") from None


def _hidden(node: Node) -> Unresolved | None:
    """An unresolved value anywhere inside."""
    value = node.value
    if isinstance(value, Unresolved):
        return value
    inside = value.values() if type(value) is dict else value if type(value) is list else ()
    return next(filter(None, map(_hidden, inside)), None)


def _misused(how: str) -> Any:
    raise MisusedError(how)
