"""The text of a template in JSON -> what is written in it, each value with its place."""

import json
import re
from bisect import bisect_right
from typing import Any, Final

from scanner.model import Location
from scanner.sources.cloudformation.scalars import number
from scanner.sources.cloudformation.written import Builder, TemplateError

_TOKEN: Final = re.compile(
    r'[ \t\r\n]*(?:("[^"\\]*(?:\\.[^"\\]*)*")|([{}\[\],:])|([^\s,:{}\[\]"]+))'
)
_BREAK: Final = re.compile(r"\r\n|\n|\r")
_NUMBER: Final = re.compile(r"-?[0-9][0-9.eE+-]*")
_WORDS: Final = {"true": True, "false": False, "null": None}


def read_json(text: str, builder: Builder) -> None:
    """Have a builder put together the value of a text.

    Raises TemplateError at the place of a syntax error and of what is nested too deep or too large.
    """
    _check(text)
    reader = _Reader(text, builder)
    for token in _TOKEN.finditer(text):
        reader.take(token)


def _check(text: str) -> None:
    """Refuse what is not JSON; numbers stay text, so that no size of one can be trouble."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise TemplateError(f"not JSON: {error.msg}", error.lineno, error.colno) from None
    except RecursionError:
        raise TemplateError("not read: it is nested too deep; flatten it") from None


class _Reader:
    """Hands the tokens of a text that is known to be JSON to a builder."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._builder = builder
        self._starts = [0, *(each.end() for each in _BREAK.finditer(text))]

    def take(self, token: re.Match[str]) -> None:
        """Take the next token."""
        text, mark, word = token.groups()
        if mark:
            self._mark(mark, token)
            return
        at = self._place(token, 1 if text else 3)
        if not text:
            self._builder.scalar(_value(word, at), at)
        elif self._builder.awaits_key:
            self._builder.key(_decoded(text), at)
        else:
            self._builder.scalar(_decoded(text), at)

    def _mark(self, mark: str, token: re.Match[str]) -> None:
        if mark in "{[":
            line, column = self._point(token.start(2))
            self._builder.open({} if mark == "{" else [], line, column)
        elif mark in "}]":
            self._builder.close(self._point(token.end(2)))

    def _place(self, token: re.Match[str], group: int) -> Location:
        start, end = token.span(group)
        line, column = self._point(start)
        return Location(self._builder.uri, line, column, line, column + end - start)

    def _point(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def _value(word: str, at: Location) -> Any:
    if word in _WORDS:
        return _WORDS[word]
    if _NUMBER.fullmatch(word):
        return number(word)
    raise TemplateError(f"not JSON: {word}", at.line or 1, at.column or 1)


def _decoded(text: str) -> str:
    """A string without its quotes; half a surrogate pair, which no file can hold, becomes "?"."""
    if "\\" not in text:
        return text[1:-1]
    decoded: str = json.loads(text)
    return decoded.encode("utf-8", "replace").decode()
