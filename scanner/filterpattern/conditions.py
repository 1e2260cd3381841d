"""Reading the conditions of a filter pattern: comparisons joined by && and ||, in parentheses.

The order is () before && before ||.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
"""

import re
from collections.abc import Callable
from typing import Final

from scanner.filterpattern.operands import operand
from scanner.filterpattern.pattern import (
    Atom,
    Both,
    Compares,
    Condition,
    Either,
    Exists,
    Is,
    Literal,
    Selector,
    Step,
)
from scanner.filterpattern.reader import Reader

MOST_NESTED: Final = 50
"""So many parentheses may stand in one another."""

Subject = Callable[[Reader], Selector]
"""Reads what a comparison is about: a selector in JSON, a field's name among words."""

_OPERATOR: Final = re.compile(r"!=|<=|>=|=|<|>")
_IS: Final = re.compile(r"IS\s+(NULL|TRUE|FALSE)\b", re.IGNORECASE)
_EXISTS: Final = re.compile(r"(NOT\s+)?EXISTS\b", re.IGNORECASE)
_CONSTANTS: Final = {"NULL": None, "TRUE": True, "FALSE": False}
_NAME: Final = re.compile(r"[A-Za-z0-9_@:$-]+")
_INDEX: Final = re.compile(r"\d{1,9}", re.ASCII)
_IN_QUOTES: Final = re.compile(r"'([^']*)'")


def condition(reader: Reader, subject: Subject, depth: int = 0) -> Condition:
    """The condition that comes next; raises `UnreadableError`."""
    parts = [_conjunction(reader, subject, depth)]
    while reader.takes("||"):
        parts.append(_conjunction(reader, subject, depth))
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def _conjunction(reader: Reader, subject: Subject, depth: int) -> Condition:
    parts = [_one(reader, subject, depth)]
    while reader.takes("&&"):
        parts.append(_one(reader, subject, depth))
    return parts[0] if len(parts) == 1 else Both(tuple(parts))


def _one(reader: Reader, subject: Subject, depth: int) -> Condition:
    if not reader.sees("("):
        return _atom(reader, subject)
    if depth == MOST_NESTED:
        raise reader.wrong(f"parentheses are nested more than {MOST_NESTED} deep")
    reader.needs("(")
    inner = condition(reader, subject, depth + 1)
    reader.needs(")")
    return inner


def _atom(reader: Reader, subject: Subject) -> Atom:
    selector = subject(reader)
    if found := reader.found(_IS):
        return Is(selector, _CONSTANTS[found[1].upper()])
    if found := reader.found(_EXISTS):
        return Exists(selector, wanted=not found[1])
    found = reader.found(_OPERATOR)
    if not found:
        raise reader.wrong("a comparison is missing")
    reader.skip()
    start = reader.position
    value = operand(reader)
    if found[0] not in ("=", "!=") and not (
        isinstance(value, Literal) and value.number is not None
    ):
        raise reader.wrong(f"{found[0]} compares with numbers only", start)
    return Compares(selector, found[0], value)


def json_selector(reader: Reader) -> Selector:
    """The selector of a value in a JSON event, such as `$.a.b[0]`, `$.a[*]`, `$.['a.b']`."""
    reader.needs("$", "a selector such as $.eventName is missing")
    steps: list[Step] = []
    while reader.position < len(reader.text) and reader.text[reader.position] in ".[":
        dotted = reader.takes(".")
        steps.append(_bracketed(reader) if reader.takes("[") else _named(reader, dotted=dotted))
    if not steps:
        raise reader.wrong("a name is missing after $")
    return tuple(steps)


def _named(reader: Reader, *, dotted: bool) -> Step:
    if dotted and reader.takes("*"):
        return None
    found = _NAME.match(reader.text, reader.position)
    if not found:
        raise reader.wrong("a name is missing after .")
    reader.position = found.end()
    return found[0]


def _bracketed(reader: Reader) -> Step:
    step: Step = None
    if found := reader.found(_INDEX):
        step = int(found[0])
    elif found := reader.found(_IN_QUOTES):
        step = found[1]
    elif not reader.takes("*"):
        raise reader.wrong("a number, * or a name in single quotation marks is missing")
    reader.needs("]")
    return step
