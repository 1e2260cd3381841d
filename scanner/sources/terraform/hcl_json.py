"""The text of a `.tf.json` file -> the blocks and arguments that the same in HCL would be.

https://developer.hashicorp.com/terraform/language/syntax/json
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from scanner.model import Location
from scanner.sources.terraform.hcl_text import template
from scanner.sources.terraform.hcl_tree import (
    Block,
    Body,
    Broken,
    Expression,
    Literal,
    Object,
    Tuple,
    place_of,
)

_LABELS: Final = {
    "resource": 2,
    "data": 2,
    "variable": 1,
    "output": 1,
    "module": 1,
    "provider": 1,
    "locals": 0,
    "terraform": 0,
}
_COMMENT: Final = "//"
_DEEPEST: Final = 60
_NUMBER: Final = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?([eE][-+]?[0-9]{1,2})?")
_WORDS: Final = {"true": True, "false": False, "null": None}


def parsed_json(text: str, uri: str) -> Body:
    """The blocks of a `.tf.json` file. Raises Broken with the place of a syntax error."""
    body = Body()
    for name, value in _pairs(_root(text, uri)):
        for labels, at, inner in _labelled(value, _LABELS.get(name, 0), ()):
            if not isinstance(inner, yaml.MappingNode):
                raise Broken(place_of(_place(inner, uri)), f"{name} is not an object")
            extent = _place(inner, uri)
            header = Location(uri, *at) if at is not None else extent
            body.blocks.append(Block(name, labels, _body(inner, uri), header, extent))
    return body


def json_values(text: str, uri: str) -> dict[str, Expression]:
    """The values of a `.tfvars.json` file, in which `${` means nothing."""
    root = _root(text, uri)
    return {name: _expression(value, uri, 0, holes=False) for name, value in _pairs(root)}


def _root(text: str, uri: str) -> Any:
    try:
        # JSON may indent with tabs, YAML may not
        root = _composed(text.replace("\t", " "), uri)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{uri}:{mark.line + 1}:{mark.column + 1}" if mark else f"{uri}:1:1"
        raise Broken(where, f"not JSON: {getattr(error, 'problem', None) or 'no text'}") from None
    if not isinstance(root, yaml.MappingNode):
        raise Broken(f"{uri}:1:1", "not a JSON object")
    return root


def _composed(text: str, uri: str) -> Any:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            where = place_of(_place(event, uri))
            raise Broken(where, "nested too deep, or not JSON")
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _place(node: Any, uri: str) -> Location:
    start, end = node.start_mark, node.end_mark
    return Location(uri, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _pairs(node: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if key.value != _COMMENT and isinstance(key, yaml.ScalarNode):
            yield key.value, value


def _labelled(node: Any, levels: int, labels: tuple[str, ...]) -> Iterator[Any]:
    """Each block below the labels: its labels, where the last one stands, and what is in it."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _labelled(each, levels, labels)
    elif levels == 0:
        yield labels, None, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value == _COMMENT:
                continue
            for found, at, inner in _labelled(value, levels - 1, (*labels, key.value)):
                start, end = key.start_mark, key.end_mark
                own = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
                yield found, at or own, inner


def _body(node: Any, uri: str) -> Body:
    body = Body()
    for name, value in _pairs(node):
        if name == "dynamic":
            body.blocks.extend(_dynamic(value, uri))
        elif name in ("lifecycle", "provisioner", "connection"):
            continue
        elif name not in body.arguments:
            body.arguments[name] = _expression(value, uri, 0, holes=True)
    return body


def _dynamic(node: Any, uri: str) -> Iterator[Block]:
    for labels, at, inner in _labelled(node, 1, ()):
        body = _body(inner, uri)
        content = next((value for name, value in _pairs(inner) if name == "content"), None)
        if content is not None:
            where = _place(content, uri)
            body.blocks.append(Block("content", (), _body(content, uri), where, where))
        yield Block("dynamic", labels, body, Location(uri, *at), _place(inner, uri))


def _expression(node: Any, uri: str, depth: int, *, holes: bool) -> Expression:
    at = _place(node, uri)
    if depth > _DEEPEST:
        raise Broken(place_of(at), "nested too deep")
    if isinstance(node, yaml.SequenceNode):
        return Tuple(
            tuple(_expression(each, uri, depth + 1, holes=holes) for each in node.value), at
        )
    if isinstance(node, yaml.MappingNode):
        return Object(
            tuple(
                (Literal(name, at), _expression(value, uri, depth + 1, holes=holes))
                for name, value in _pairs(node)
            ),
            at,
        )
    return _scalar(node, at, holes)


def _scalar(node: Any, at: Location, holes: bool) -> Expression:
    text: str = node.value
    if node.style:
        if node.style != '"':
            raise Broken(place_of(at), "not JSON: a text in other quotes")
        return template(text, at) if holes else Literal(text, at)
    if text in _WORDS:
        return Literal(_WORDS[text], at)
    if _NUMBER.fullmatch(text) is None:
        raise Broken(place_of(at), "not JSON: a text without quotes")
    return Literal(float(text) if text.strip("-0123456789") else int(text), at)
