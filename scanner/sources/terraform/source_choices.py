"""Terraform's functions that choose among values, or say one in another kind."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.terraform.source_functions import Function, elements, open_, open_ended
from scanner.sources.terraform.source_operators import boolean, number, text, unknown
from scanner.sources.terraform.source_scope import Mistake
from scanner.unresolved import Unresolved


def _coalesce(arguments: list[Node]) -> Any:
    for each in arguments:
        if isinstance(each.value, Unresolved):
            return each.value if each.value.present and each.value.named else unknown([each.value])
        if each.value not in (None, ""):
            return each.value
    raise Mistake("all arguments are null")


def _coalesce_list(arguments: list[Node]) -> Any:
    for each in arguments:
        if isinstance(each.value, Unresolved):
            return unknown([each.value])
        if elements(each):
            return each.value
    raise Mistake("all lists are empty")


def _same_kind(convert: Callable[[Any], Any]) -> Function:
    def converted(arguments: list[Node]) -> Any:
        (one,) = arguments
        known = isinstance(one.value, Unresolved) or one.value is None
        return one.value if known else convert(one.value)

    return converted


def _itself(arguments: list[Node]) -> Any:
    return arguments[0].value


def _sensitive(arguments: list[Node]) -> Any:
    return Unresolved("the value is sensitive", present=True)


def _one(arguments: list[Node]) -> Any:
    (where,) = arguments
    found = elements(where)
    doubt = open_ended(found)
    if doubt:
        return unknown(doubt)
    if len(found) > 1:
        raise Mistake("the list has more than one element")
    return found[0].value if found else None


def _compact(arguments: list[Node]) -> Any:
    (one,) = arguments
    return [open_(each) for each in elements(one) if each.value not in (None, "")]


CHOICES: Final[Mapping[str, Function]] = {
    "tomap": _itself,
    "tostring": _same_kind(text),
    "tonumber": _same_kind(number),
    "tobool": _same_kind(boolean),
    "coalesce": _coalesce,
    "coalescelist": _coalesce_list,
    "compact": _compact,
    "one": _one,
    "sensitive": _sensitive,
    "nonsensitive": _itself,
}
