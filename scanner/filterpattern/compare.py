"""Whether one value of an event compares so with what a pattern names.

Only texts and numbers compare: for null, true, false, arrays and objects even != does not hold,
nor does it where there is nothing.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
"""

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.filterpattern.operands import compiled, number
from scanner.filterpattern.partial import Text, json_text
from scanner.filterpattern.pattern import Compares, Literal, Operand, Regex, written
from scanner.unresolved import Unresolved

Held = bool | Unresolved

_ORDERS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compares(atom: Compares, value: Any) -> Held:
    """Whether a value compares so; an `Unresolved` for what is not known of it."""
    if type(value) is Unresolved:
        return value
    if isinstance(value, Text):
        return _free_text(atom, value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    if atom.operator in _ORDERS:
        return _ordered(atom, value)
    return _is(atom.operand, value) == (atom.operator == "=")


def contains(text: str, term: Operand) -> bool:
    """Whether a term stands anywhere in a text."""
    if isinstance(term, Literal):
        return term.text in text
    return _search(term, text)


def _ordered(atom: Compares, value: str | int | float) -> bool:
    bound = atom.operand.number if isinstance(atom.operand, Literal) else None
    size = number(value) if isinstance(value, str) else value
    return bound is not None and size is not None and _ORDERS[atom.operator](size, bound)


def _is(operand: Operand, value: str | int | float) -> bool:
    if isinstance(operand, Literal) and operand.number is not None and not isinstance(value, str):
        return value == operand.number
    text = value if isinstance(value, str) else json_text(value) or ""
    return _search(operand, text) if isinstance(operand, Regex) else _reads(operand, text)


def _reads(literal: Literal, text: str) -> bool:
    if literal.before and literal.after:
        return literal.text in text
    if literal.before:
        return text.endswith(literal.text)
    return text.startswith(literal.text) if literal.after else text == literal.text


def _search(regex: Regex, text: str) -> bool:
    expression = compiled(regex.text)
    readable = text.encode("utf-8", "replace").decode()  # half characters are none
    return expression is not None and expression.search(readable) is not None


def _free_text(atom: Compares, value: Text) -> Held:
    """Whether a text that may say nearly anything compares so."""
    literal = atom.operand
    if atom.operator in ("=", "!=") and isinstance(literal, Literal):
        if literal.anything:
            return atom.operator == "="
        if literal.text in value.but and not (literal.before or literal.after):
            return atom.operator == "!="
    return Unresolved(f"{written(atom.selector)} may say anything")
