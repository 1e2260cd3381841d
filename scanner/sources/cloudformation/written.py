"""A template as it is written: values with their places, functions still unevaluated."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from scanner.model import Location, Problem

MAX_DEPTH: Final = 100
MAX_VALUES: Final = 200_000  # with every alias written out: a "billion laughs" stops here


class TemplateError(Exception):
    """Why a text is no template at all, and the line and column, from 1, where that shows."""

    def __init__(self, what: str, line: int = 1, column: int = 1) -> None:
        super().__init__(what)
        self.what, self.line, self.column = what, line, column

    def problem(self, uri: str) -> Problem:
        """The same as a problem of the file."""
        return Problem(f"{uri}:{self.line}:{self.column}", self.what)


class Written(msgspec.Struct, gc=False):
    """A value as a template writes it; a short form such as `!Ref` is already the long one.

    `value` is a text, number, boolean, null, a list, or a mapping of names to more of the same;
    `keys` says where a mapping's names stand.
    """

    value: Any
    at: Location
    keys: dict[str, Location] = {}

    def member(self, name: str) -> "Written | None":
        """The member of a mapping that is so called; None without one, or if it is no mapping."""
        found: Written | None = self.value.get(name) if type(self.value) is dict else None
        return found

    def members(self) -> "Mapping[str, Written]":
        """All members of a mapping; none if it is no mapping."""
        return self.value if type(self.value) is dict else {}


class _Open(msgspec.Struct, gc=False):
    """A collection whose end has not been read yet."""

    value: Any
    line: int
    column: int
    function: str
    anchor: str
    before: int
    deepest: int
    keys: dict[str, Location]
    key: str | None = None
    merges: bool = False
    merged: list[Written] = []
    end: tuple[int, int] = (1, 1)


class _Anchored(msgspec.Struct, gc=False):
    """What an alias stands for, with the number of its values and how deep they nest."""

    written: Written
    size: int
    height: int


class Builder:
    """Puts together what a parser reads, with a stack of its own: depth cannot exhaust Python's."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.root: Written | None = None
        self.mistakes: list[TemplateError] = []
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._count = 0

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is a name in a mapping."""
        if not self._stack:
            return False
        top = self._stack[-1]
        return top.key is None and type(top.value) is dict

    def open(
        self, value: Any, line: int, column: int, function: str = "", anchor: str = ""
    ) -> None:
        """Begin a mapping or list, given empty; `function` is that of a short form's tag.

        Raises TemplateError where it is nested too deep, or stands where a name belongs.
        """
        depth = len(self._stack)
        if depth >= MAX_DEPTH:
            raise TemplateError(f"nested more than {MAX_DEPTH} deep; flatten it", line, column)
        if self.awaits_key:
            raise TemplateError("a key must be text, not a list or mapping", line, column)
        top = _Open(value, line, column, function, anchor, self._count, depth, {})
        self._stack.append(top)

    def key(self, name: str, at: Location, merges: bool = False) -> None:
        """Take a name of the open mapping; one that it has already is a mistake."""
        top = self._stack[-1]
        top.key, top.merges = name, merges
        if merges:
            return
        if name in top.keys:
            line = top.keys[name].line
            what = f"the key {name!r} stands already at line {line}; keep one"
            self.mistakes.append(TemplateError(what, at.line or 1, at.column or 1))
        else:
            top.keys[name] = at

    def scalar(self, value: Any, at: Location, function: str = "", anchor: str = "") -> None:
        """Take a value that is neither a mapping nor a list."""
        self._finish(Written(value, at), function, anchor, 1, len(self._stack))

    def close(self, end: tuple[int, int] | None = None) -> None:
        """End the open collection, at a line and column; None where its last value ends."""
        top = self._stack.pop()
        for source in top.merged:
            self._merge(top, source)
        end_line, end_column = end or top.end
        at = Location(self.uri, top.line, top.column, end_line, end_column)
        written = Written(top.value, at, top.keys)
        size = self._count - top.before + 1
        self._finish(written, top.function, top.anchor, size, top.deepest)

    def alias(self, name: str, at: Location) -> None:
        """Take an anchored value again, counted as if it were written out."""
        line, column = at.line or 1, at.column or 1
        known = self._anchors.get(name)
        if known is None:
            raise TemplateError(f"no anchor &{name} ends before *{name}", line, column)
        deepest = len(self._stack) + known.height
        if deepest > MAX_DEPTH:
            raise TemplateError(f"nested more than {MAX_DEPTH} deep; flatten it", line, column)
        self._count += known.size - 1
        written = Written(known.written.value, at, known.written.keys)
        self._finish(written, "", "", known.size, deepest)

    def _finish(
        self, written: Written, function: str, anchor: str, size: int, deepest: int
    ) -> None:
        """Put a finished value, or the call of a function with it, where one is waited for."""
        if function:
            written = Written({function: written}, written.at)
        if anchor:
            self._anchors[anchor] = _Anchored(written, size, deepest - len(self._stack))
        self._count += 1
        at = written.at
        if self._count > MAX_VALUES:
            what = f"more than {MAX_VALUES} values; split the file"
            raise TemplateError(what, at.line or 1, at.column or 1)
        if not self._stack:
            self.root = written
            return
        top = self._stack[-1]
        top.end = (at.end_line or 1, at.end_column or 1)
        top.deepest = max(top.deepest, deepest)
        self._put(top, written)

    def _put(self, top: _Open, written: Written) -> None:
        if type(top.value) is list:
            top.value.append(written)
        elif top.merges:
            top.merged = [*top.merged, written]
            top.key, top.merges = None, False
        else:
            top.value.setdefault(top.key, written)
            top.key = None

    def _merge(self, top: _Open, source: Written) -> None:
        """Add what `<<` names: the mapping's own names win, then the sources in their order."""
        for each in source.value if type(source.value) is list else [source]:
            for name, value in each.members().items():
                if name not in top.value:
                    top.value[name] = value
                    top.keys[name] = each.keys.get(name, each.at)
