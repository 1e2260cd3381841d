"""What values are compared with: quoted and bare texts, wildcards, numbers, regular expressions.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
"""

import re
from functools import lru_cache
from typing import Any, Final

from scanner.filterpattern.pattern import Literal, Operand, Regex
from scanner.filterpattern.reader import Reader

_BARE: Final = re.compile(r'[^\s(){}\[\],"&|=!<>%]+')
_TERM: Final = re.compile(r'[^\s"]+')
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE: Final = re.compile(r'\\(["\\])')
_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_NOT_IN_REGEX: Final = re.compile(r"[^A-Za-z0-9:_#=@/;, \-^$?\[\]{}|\\*+.]")


def number(text: str) -> float | None:
    """What a text is as a number, None where it is none."""
    return float(text) if _NUMBER.fullmatch(text) else None


def operand(reader: Reader) -> Operand:
    """The value that a comparison names, next in the text."""
    if reader.sees("%"):
        return _regex(reader)
    if reader.sees('"'):
        return _with_wildcards(_quoted(reader), quoted=True)
    bare = reader.found(_BARE)
    if not bare:
        raise reader.wrong("a value is missing")
    return _with_wildcards(bare[0], quoted=False)


def term(reader: Reader) -> Operand:
    """The term that comes next in a pattern of terms; there * is no wildcard."""
    if reader.sees("%"):
        return _regex(reader)
    if reader.sees('"'):
        return Literal(_quoted(reader))
    bare = reader.found(_TERM)
    if not bare:
        raise reader.wrong("a term is missing")
    return Literal(bare[0])


def _quoted(reader: Reader) -> str:
    found = reader.found(_QUOTED)
    if not found:
        raise reader.wrong("the quotation mark is never closed")
    return _ESCAPE.sub(r"\1", found[1])


def _with_wildcards(text: str, *, quoted: bool) -> Literal:
    """The text without the * at its ends: in the middle * is a character like any other."""
    before, after = text.startswith("*"), text.endswith("*")
    inner = text.strip("*") if before and after else text
    inner = inner.lstrip("*") if before else inner
    inner = inner.rstrip("*") if after else inner
    counted = None if quoted or before or after else number(text)
    return Literal(inner, counted, before, after)


def _regex(reader: Reader) -> Regex:
    start = reader.position + 1
    end = reader.text.find("%", start)
    if end < 0:
        raise reader.wrong("the % is never closed")
    text = reader.text[start:end]
    strange = _NOT_IN_REGEX.search(text)
    if strange:
        what = f"{strange[0]!r} cannot stand in a regular expression"
        raise reader.wrong(what, start + strange.start())
    if compiled(text) is None:
        raise reader.wrong("this is no regular expression")
    reader.position = end + 1
    return Regex(text)


@lru_cache(maxsize=1000)
def compiled(text: str) -> Any:
    """The compiled RE2 expression, which takes linear time on any text; None if it is none."""
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(text, options)
    except re2.error:
        return None
