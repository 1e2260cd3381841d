"""The comments of a template or Terraform file that speak to Groma."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

TERRAFORM: Final = (".tf", ".tofu")

_WORD: Final = "groma"
_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # YAML's: what the parser counts by
_OURS: Final = re.compile(r"groma\s*:|groma\W*waive", re.IGNORECASE)

_Mark = tuple[int, int]
"""A line and column, both from 0."""


class Comment(Struct, frozen=True):
    """A comment to Groma, without its marks; `alone` where its line holds nothing else.

    `line` and `column` count from 1; `below` is the first line after it that is no comment.
    """

    line: int
    column: int
    end_column: int
    said: str
    alone: bool
    below: int


def comments(uri: str, text: str) -> list[Comment]:
    """The comments that begin with "groma:", or try to, in the order of the file.

    JSON has none. A file that is no YAML or Terraform source has none either: what is wrong with
    it is for its source to say.
    """
    if _WORD not in text.casefold():
        return []
    text = text.removeprefix("\ufeff")  # no column counts it
    terraform = uri.endswith(TERRAFORM)
    lines = text.split("\n") if terraform else _BREAK.split(text)
    found = _in_terraform(text) if terraform else _in_yaml(text, lines)
    ours = [(line, column) for line, column in found if _OURS.match(_bare(lines[line][column:]))]
    below = _below(lines) if ours else []
    return [_comment(lines[line], line, column, below[line]) for line, column in ours]


def _comment(whole: str, line: int, column: int, below: int) -> Comment:
    end = len(whole.rstrip())
    alone = not whole[:column].strip()
    return Comment(line + 1, column + 1, end + 1, _bare(whole[column:end]), alone, below + 1)


def _bare(comment: str) -> str:
    return comment.lstrip("#/ \t")


def _below(lines: list[str]) -> list[int]:
    """For each line the next one that is not a comment alone, counted from 0."""
    found = [0] * len(lines)
    following = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        found[number] = following
        if not lines[number].lstrip().startswith(("#", "//")):
            following = number
    return found


def _in_terraform(text: str) -> Iterator[_Mark]:
    from scanner.before_merge.comments_hcl import comment_starts

    line, start = 0, 0
    for at in comment_starts(text):
        line += text.count("\n", start, at)
        start = at
        yield line, at - (text.rfind("\n", 0, at) + 1)


def _in_yaml(text: str, lines: list[str]) -> Iterator[_Mark]:
    """Where a comment begins in a line that names us: at the first # that is in no scalar."""
    scalars = _scalars(text)
    starts = [start for start, _ in scalars]
    for number, line in enumerate(lines):
        if _WORD not in line.casefold():
            continue
        for column, mark in enumerate(line):
            if mark == "#" and line[column - 1 : column] in ("", " ", "\t"):
                before = bisect_right(starts, (number, column)) - 1
                if before < 0 or scalars[before][1] <= (number, column):
                    yield number, column
                    break


def _scalars(text: str) -> list[tuple[_Mark, _Mark]]:
    """From where to where each scalar goes; one scalar over all of what is not YAML."""
    import yaml

    found: list[tuple[_Mark, _Mark]] = []
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                block = token.style in ("|", ">")  # a comment may stand behind the sign
                begin = (start.line + 1, 0) if block else (start.line, start.column)
                found.append((begin, (end.line, end.column)))
    except yaml.YAMLError:
        return [((0, 0), (len(text) + 1, 0))]
    return found
