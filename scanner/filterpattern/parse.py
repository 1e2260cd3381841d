"""A filter pattern from its text: JSON, words or terms, or the mistake in it and its place.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
"""

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from scanner.filterpattern.conditions import condition, json_selector
from scanner.filterpattern.operands import term
from scanner.filterpattern.pattern import (
    Condition,
    Json,
    Literal,
    Operand,
    Pattern,
    Selector,
    Terms,
    Words,
    atoms,
)
from scanner.filterpattern.reader import Reader, UnreadableError

LONGEST: Final = 4096
"""So many characters are read: four times what CloudWatch Logs takes."""

_FIELD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)


class Mistake(Struct, frozen=True):
    """What is wrong with a pattern's text, and at which character, counted from 0."""

    position: int
    what: str


@lru_cache(maxsize=1000)
def parse(text: str) -> Pattern | Mistake:
    """What a pattern says, or the first mistake in it.

    It takes a little more than CloudWatch Logs: EXISTS, words in lower case, any character but
    the signs of the syntax in bare texts, and as many wildcards as you like.
    """
    if len(text) > LONGEST:
        return Mistake(LONGEST, f"the pattern is longer than {LONGEST} characters")
    reader = Reader(text)
    try:
        if reader.sees("{"):
            found: Pattern = _json(reader)
        else:
            found = _words(reader) if reader.sees("[") else _terms(reader)
        if not reader.at_end:
            raise reader.wrong("this stands after the end of the pattern")
    except UnreadableError as error:
        return Mistake(error.position, error.what)
    return found


def _json(reader: Reader) -> Json:
    reader.needs("{")
    whole = condition(reader, json_selector)
    reader.needs("}", "&&, || or } is missing")
    return Json(whole)


def _terms(reader: Reader) -> Terms:
    kinds: dict[str, list[Operand]] = {"": [], "-": [], "?": []}
    while not reader.at_end:
        sign = next((sign for sign in "-?" if reader.takes(sign)), "")
        found = term(reader)
        if not isinstance(found, Literal) or found.text.strip():  # " " matches everything
            kinds[sign].append(found)
    alone = not kinds[""] and not kinds["-"]  # beside others, ?terms are ignored
    return Terms(tuple(kinds[""]), tuple(kinds["-"]), tuple(kinds["?"]) if alone else ())


def _words(reader: Reader) -> Words:
    reader.needs("[")
    fields: list[str | None] = []
    conditions: list[Condition] = []
    plain = True
    while True:
        name, about = _field(reader)
        if name is None and None in fields:
            raise reader.wrong("a pattern has one ... at most")
        fields.append(name)
        conditions += about
        plain = not about and name is not None
        if not reader.takes(","):
            break
    reader.needs("]", ", or ] is missing")
    _check_names(reader, fields, conditions)
    return Words(tuple(fields), tuple(conditions), plain and None not in fields)


def _field(reader: Reader) -> tuple[str | None, list[Condition]]:
    """The name of a field, None for an ellipsis, and the condition on it if there is one."""
    if reader.takes("..."):
        return None, []
    if reader.sees(",") or reader.sees("]"):
        return "", []
    start = reader.position
    found = reader.found(_FIELD)
    if found and (reader.sees(",") or reader.sees("]")):
        return found[0], []
    reader.position = start
    about = condition(reader, _field_name)
    return str(atoms(about)[0].selector[0]), [about]


def _field_name(reader: Reader) -> Selector:
    found = reader.found(_FIELD)
    if not found:
        raise reader.wrong("the name of a field is missing")
    return (found[0],)


def _check_names(reader: Reader, fields: list[str | None], conditions: list[Condition]) -> None:
    for about in conditions:
        for atom in atoms(about):
            if atom.selector[0] not in fields:
                raise reader.wrong(f"no field is called {atom.selector[0]}")
