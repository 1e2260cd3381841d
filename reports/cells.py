"""Text measured in a terminal's cells: wide characters take two of them, combining marks none."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from tabulate import tabulate

_STAND_IN = 0xF0000  # private use, which `visible` lets nobody else bring in
_FILL = chr(0x10FFFD)


def cells(text: str) -> int:
    """How many cells the text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cut(text: str, width: int) -> str:
    """The text, or as much of its start as leaves room for an ellipsis."""
    text = _bounded(text, width)
    return text if cells(text) <= width else f"{_start(text, width - 1)}…"


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The text in lines of at most `width` cells; after `most` lines an ellipsis ends it."""
    lines: list[str] = []
    line = ""
    for word in _bounded(text, width * most).split(" "):
        if line and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while cells(line) > width:
            head = _start(line, width)
            lines.append(head)
            line = line[len(head) :]
    lines.append(line)
    return lines if len(lines) <= most else [*lines[: most - 1], _ended(lines[most - 1], width)]


def tabulated(headers: Sequence[str], rows: Sequence[Sequence[str]], right: int = 0) -> list[str]:
    """The lines of a table; its last `right` columns hold numbers and are aligned to the right.

    Tabulate counts characters. So whatever does not take one cell a character goes through it as
    private-use characters that do, and is put back afterwards. The headers go as a row: tabulate
    would widen their columns.
    """
    stand_ins: dict[str, str] = {}
    swapped = [[_swap(cell, stand_ins) for cell in row] for row in (headers, *rows)]
    columns = zip(*swapped, strict=True)
    widths = (max(len(line) for cell in each for line in cell.split("\n")) for each in columns)
    swapped.insert(1, ["-" * width for width in widths])
    aligned = ["left"] * (len(headers) - right) + ["right"] * right
    text = tabulate(swapped, tablefmt="plain", disable_numparse=True, colalign=aligned)
    back = {ord(stand_in): cluster for cluster, stand_in in stand_ins.items()}
    lines = text.replace(_FILL, "").translate(back).split("\n")
    return [line.rstrip() for line in lines]


def _swap(text: str, stand_ins: dict[str, str]) -> str:
    if text.isascii():
        return text
    return "".join(_stand_in(cluster, stand_ins) for cluster in _clusters(text))


def _stand_in(cluster: str, stand_ins: dict[str, str]) -> str:
    width = cells(cluster)
    if len(cluster) == width == 1:
        return cluster
    stand_in = stand_ins.setdefault(cluster, chr(_STAND_IN + len(stand_ins)))
    return stand_in + _FILL * (width - 1)


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for character in text:
        if _width(character):
            clusters.append(character)
        elif clusters and clusters[-1] != "\n":
            clusters[-1] += character
    return clusters


@cache
def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _start(text: str, width: int) -> str:
    if text.isascii():
        return text[: max(width, 0)]
    taken = 0
    for number, character in enumerate(text):
        taken += _width(character)
        if taken > width:
            return text[:number]
    return text


def _bounded(text: str, width: int) -> str:
    """Enough characters for `width` cells and to see that there are more, however long it is."""
    most = 4 * width + 4
    return text if len(text) <= most else f"{text[:most]}…"


def _ended(line: str, width: int) -> str:
    return f"{_start(line, width - 1)}…"
