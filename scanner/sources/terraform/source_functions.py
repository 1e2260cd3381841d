"""Terraform's functions on collections, of which some elements may not be known."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.declared import Node, plain
from scanner.sources.terraform.source_operators import (
    composed,
    holes,
    number,
    same,
    text,
    unknown,
)
from scanner.sources.terraform.source_scope import MOST_INSTANCES, Mistake
from scanner.unresolved import Unresolved

Function = Callable[[list[Node]], Any]
"""Takes arguments, gives what the value of a node may be. Raises Mistake for wrong arguments."""


def elements(node: Node) -> list[Node]:
    """The elements of a list; of one that is not known, one that stands for any number of them."""
    if isinstance(node.value, Unresolved):
        return [Node(Unresolved(node.value.why), node.at)]
    if type(node.value) is dict:
        return list(node.value.values())
    if type(node.value) is not list:
        raise Mistake("not a list")
    return node.value


def open_ended(nodes: list[Node]) -> list[Unresolved]:
    """The elements of a list that stand for any number of them."""
    values = (each.value for each in nodes)
    return [each for each in values if isinstance(each, Unresolved) and not each.token]


def _mapping(node: Node) -> dict[str, Node]:
    if type(node.value) is not dict:
        raise Mistake("not an object")
    return node.value


def _concat(arguments: list[Node]) -> Any:
    return [each for one in arguments for each in elements(one)]


def _merge(arguments: list[Node]) -> Any:
    made: dict[str, Node] = {}
    for each in arguments:
        if isinstance(each.value, Unresolved):
            return unknown([each.value], present=True)
        made |= _mapping(each) if each.value is not None else {}
    return made


def _lookup(arguments: list[Node]) -> Any:
    where, key, *default = arguments
    for each in (where, key):
        if isinstance(each.value, Unresolved):
            return unknown([each.value])
    found = _mapping(where).get(text(key.value))
    if found is None and not default:
        raise Mistake(f"there is no {text(key.value)[:60]}")
    return (found or default[0]).value


def _length(arguments: list[Node]) -> Any:
    (one,) = arguments
    if isinstance(one.value, Unresolved):
        return unknown([one.value], present=True)
    if type(one.value) is list and (doubt := open_ended(one.value)):
        return unknown(doubt, present=True)
    if not isinstance(one.value, str | list | dict):
        raise Mistake("nothing that has a length")
    return len(one.value)


def _as_list(arguments: list[Node]) -> Any:
    (one,) = arguments
    return one.value if isinstance(one.value, Unresolved) else elements(one)


def _distinct(arguments: list[Node]) -> Any:
    (one,) = arguments
    if isinstance(one.value, Unresolved):
        return one.value
    kept: list[Node] = []
    for each in elements(one):
        if len(kept) > MOST_INSTANCES:
            raise Mistake("so long a list is not evaluated")
        if not any(same(each, known) is True for known in kept):
            kept.append(each)
    return [open_(each) for each in kept] if len(kept) > 1 else kept


def open_(node: Node) -> Node:
    """The element, or any number of them where it may turn out to be equal to another one."""
    if isinstance(node.value, Unresolved) and not node.value.named:
        return Node(Unresolved(node.value.why), node.at)
    return node


def _flatten(arguments: list[Node]) -> Any:
    (one,) = arguments
    made: list[Node] = []
    for each in elements(one):
        made.extend(_flatten([each]) if type(each.value) is list else [each])
    return made


def _keys(arguments: list[Node]) -> Any:
    (one,) = arguments
    if isinstance(one.value, Unresolved):
        return unknown([one.value], present=True)
    return [Node(name, one.at) for name in sorted(_mapping(one))]


def _values(arguments: list[Node]) -> Any:
    (one,) = arguments
    if isinstance(one.value, Unresolved):
        return unknown([one.value], present=True)
    return [each for _, each in sorted(_mapping(one).items())]


def _element(arguments: list[Node]) -> Any:
    where, index = arguments
    found = elements(where)
    doubt = open_ended(found) + holes(index)
    if doubt:
        return unknown(doubt)
    if not found:
        raise Mistake("an empty list has no element")
    return found[int(number(index.value)) % len(found)].value


def _slice(arguments: list[Node]) -> Any:
    where, start, end = arguments
    found = elements(where)
    doubt = open_ended(found) + holes(start) + holes(end)
    if doubt:
        return unknown(doubt, present=True)
    first, last = int(number(start.value)), int(number(end.value))
    if not 0 <= first <= last <= len(found):
        raise Mistake("the list is shorter than that")
    return found[first:last]


def _join(arguments: list[Node]) -> Any:
    separator, *lists = arguments
    found = [each for one in lists for each in elements(one)]
    doubt = open_ended(found)
    if doubt:
        return unknown(doubt, present=True)
    parts = [part for each in found for part in (separator, each)]
    return composed(parts[1:])


def _contains(arguments: list[Node]) -> Any:
    where, wanted = arguments
    found = [same(each, wanted) for each in elements(where)]
    if True in found:
        return True
    doubt = [each for each in found if isinstance(each, Unresolved)]
    return unknown(doubt, present=True) if doubt else False


def _zipmap(arguments: list[Node]) -> Any:
    names, values = (elements(each) for each in arguments)
    doubt = open_ended(names) + open_ended(values) + holes(arguments[0])
    if doubt:
        return unknown(doubt, present=True)
    return {text(name.value): value for name, value in zip(names, values, strict=False)}


def _range(arguments: list[Node]) -> Any:
    doubt = [hole for each in arguments for hole in holes(each)]
    if doubt:
        return unknown(doubt, present=True)
    numbers = [number(each.value) for each in arguments]
    if not all(isinstance(each, int) for each in numbers) or not 1 <= len(numbers) <= 3:
        raise Mistake("range of what is no whole number")
    made = range(*(int(each) for each in numbers))
    if len(made) > MOST_INSTANCES:
        raise Mistake("so long a range is not evaluated")
    return [Node(each) for each in made]


def _sort(arguments: list[Node]) -> Any:
    (one,) = arguments
    if found := holes(one):
        return unknown(found, present=True)
    return sorted(elements(one), key=lambda each: text(plain(each)))


COLLECTIONS: Final[Mapping[str, Function]] = {
    "concat": _concat,
    "merge": _merge,
    "lookup": _lookup,
    "length": _length,
    "tolist": _as_list,
    "toset": _distinct,
    "flatten": _flatten,
    "distinct": _distinct,
    "keys": _keys,
    "values": _values,
    "element": _element,
    "slice": _slice,
    "join": _join,
    "contains": _contains,
    "zipmap": _zipmap,
    "range": _range,
    "sort": _sort,
    "setunion": lambda arguments: _distinct([Node(_concat(arguments))]),
}
