"""Terraform's functions on texts, numbers and addresses that are all known."""

import base64
import binascii
import ipaddress
import json
import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.terraform.source_operators import composed, number, short, text
from scanner.sources.terraform.source_scope import DEEPEST, MOST_TEXT, Mistake
from scanner.unresolved import Unresolved

_VERBS: Final = "sdvqfgtxX"


def _replace(whole: Any, old: Any, new: Any) -> str:
    if len(text(old)) > 1 and text(old).startswith("/") and text(old).endswith("/"):
        raise Mistake("a replacement by regular expression is not evaluated")
    made, wanted = text(whole), text(old)
    grown = len(made) + made.count(wanted) * len(text(new))
    if grown > MOST_TEXT:
        raise Mistake("so long a text is not evaluated")
    return made.replace(wanted, text(new))


def _split(separator: Any, whole: Any) -> list[str]:
    return text(whole).split(text(separator)) if separator != "" else list(text(whole))


def _substr(whole: Any, offset: Any, length: Any) -> str:
    start, size = int(number(offset)), int(number(length))
    made = text(whole)
    start = start if start >= 0 else len(made) + start
    return made[start:] if size < 0 else made[start : start + size]


def _network(prefix: Any) -> Any:
    try:
        return ipaddress.ip_network(text(prefix), strict=False)
    except ValueError:
        raise Mistake("not a range of addresses") from None


def _cidr_subnet(prefix: Any, more: Any, which: Any) -> str:
    network = _network(prefix)
    length = network.prefixlen + int(number(more))
    index = int(number(which))
    if not network.prefixlen <= length <= network.max_prefixlen:
        raise Mistake("the range has no room for that")
    if not 0 <= index < 1 << (length - network.prefixlen):
        raise Mistake("the range has not so many parts")
    first = int(network.network_address) + (index << (network.max_prefixlen - length))
    return str(ipaddress.ip_network((first, length)) if network.version == 6 else
               ipaddress.IPv4Network((first, length)))  # fmt: skip


def _cidr_subnets(prefix: Any, *more: Any) -> list[str]:
    network = _network(prefix)
    start, made = int(network.network_address), []
    for each in more:
        length = network.prefixlen + int(number(each))
        if not network.prefixlen <= length <= network.max_prefixlen:
            raise Mistake("the range has no room for that")
        size = 1 << (network.max_prefixlen - length)
        start = -(-start // size) * size
        if start + size - 1 > int(network.broadcast_address):
            raise Mistake("the range has no room for that")
        made.append(str(type(network)((start, length))))
        start += size
    return made


def _cidr_host(prefix: Any, which: Any) -> str:
    network, index = _network(prefix), int(number(which))
    if not -network.num_addresses <= index < network.num_addresses:
        raise Mistake("the range has not so many addresses")
    return str(network[index])


def _cidr_netmask(prefix: Any) -> str:
    return str(_network(prefix).netmask)


def _decoded(document: Any) -> Any:
    try:
        found = json.loads(text(document), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Mistake("not JSON") from None
    _refuse_what_is_deep(found)
    return found


def _refuse_what_is_deep(value: Any) -> None:
    todo = [(value, 0)]
    while todo:
        here, depth = todo.pop()
        if depth > DEEPEST:
            raise Mistake("nested too deep to be evaluated")
        inside = here.values() if isinstance(here, dict) else here
        todo.extend((each, depth + 1) for each in inside if isinstance(each, dict | list))


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _encoded64(whole: Any) -> str:
    return base64.b64encode(text(whole).encode("utf-8", "replace")).decode()


def _decoded64(whole: Any) -> str:
    try:
        return base64.b64decode(text(whole), validate=True).decode()
    except (binascii.Error, ValueError):
        raise Mistake("not base64") from None


def _numbers(values: tuple[Any, ...]) -> list[int | float]:
    if not values:
        raise Mistake("no numbers")
    return [number(each) for each in values]


def _title(whole: Any) -> str:
    return " ".join(each[:1].upper() + each[1:] for each in text(whole).split(" "))


PLAIN: Final[Mapping[str, Callable[..., Any]]] = {
    "lower": lambda one: text(one).lower(),
    "upper": lambda one: text(one).upper(),
    "title": _title,
    "trimspace": lambda one: text(one).strip(),
    "chomp": lambda one: text(one).rstrip("\r\n"),
    "trim": lambda one, cut: text(one).strip(text(cut)),
    "trimprefix": lambda one, cut: text(one).removeprefix(text(cut)),
    "trimsuffix": lambda one, cut: text(one).removesuffix(text(cut)),
    "startswith": lambda one, start: text(one).startswith(text(start)),
    "endswith": lambda one, end: text(one).endswith(text(end)),
    "strcontains": lambda one, part: text(part) in text(one),
    "replace": _replace,
    "split": _split,
    "substr": _substr,
    "min": lambda *given: min(_numbers(given)),
    "max": lambda *given: max(_numbers(given)),
    "abs": lambda one: abs(number(one)),
    "ceil": lambda one: math.ceil(number(one)),
    "floor": lambda one: math.floor(number(one)),
    "sum": lambda given: sum(_numbers(tuple(given))),
    "parseint": lambda one, base: _parsed_integer(text(one), int(number(base))),
    "cidrsubnet": _cidr_subnet,
    "cidrsubnets": _cidr_subnets,
    "cidrhost": _cidr_host,
    "cidrnetmask": _cidr_netmask,
    "jsondecode": _decoded,
    "base64encode": _encoded64,
    "base64decode": _decoded64,
}
"""Functions of plain values. They raise Mistake for what Terraform refuses."""


def _parsed_integer(whole: str, base: int) -> int:
    try:
        return int(whole[:300], base)
    except ValueError:
        raise Mistake("not a number") from None


def encoded(value: Any) -> str:
    """The value as `jsonencode` writes it."""
    return short(json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False))


def formatted(arguments: list[Node]) -> str | Unresolved:
    """What `format` makes: `%s`, `%d`, `%v`, `%q` and numbers padded with zeros."""
    pattern, *given = arguments
    if isinstance(pattern.value, Unresolved):
        return Unresolved(pattern.value.why, present=True)
    parts: list[Node] = []
    rest = text(pattern.value)
    while "%" in rest:
        before, _, rest = rest.partition("%")
        flags = rest[: len(rest) - len(rest.lstrip("0123456789.+-"))]
        verb, rest = rest[len(flags) : len(flags) + 1], rest[len(flags) + 1 :]
        parts.append(Node(before))
        if verb == "%":
            parts.append(Node("%"))
        elif verb not in _VERBS or verb == "" or not given:
            raise Mistake("such a format is not evaluated")
        else:
            parts.append(_verb(given.pop(0), verb, flags))
    return composed([*parts, Node(rest)])


def _verb(node: Node, verb: str, flags: str) -> Node:
    if isinstance(node.value, Unresolved):
        return node if not flags and verb != "q" else Node(Unresolved(node.value.why, present=True))
    if verb == "q":
        return Node(json.dumps(text(node.value), ensure_ascii=False))
    if not flags and verb in "sv":
        return Node(text(node.value))
    if verb == "d" and flags.isdecimal() and len(flags) < 4:
        return Node(f"{int(number(node.value)):{flags}d}")
    if verb == "d" and not flags:
        return Node(str(int(number(node.value))))
    raise Mistake("such a format is not evaluated")
