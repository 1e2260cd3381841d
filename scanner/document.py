"""YAML text -> plain values, and the line and column where each of them stands."""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from msgspec import Struct, field

from scanner.errors import UserError

Path = tuple[str | int, ...]

MAX_DEPTH = 100
MAX_VALUES = 200_000  # with every alias written out: a "billion laughs" stops here

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Mark(Struct, frozen=True):
    """Where a value starts, both from 1; `inside` is how far its first character lies behind that.

    `inside` is None for text over several lines or with escapes, where columns cannot be counted.
    """

    line: int
    column: int
    inside: int | None = 0


class Parsed(Struct, frozen=True):
    """A YAML document: its value, and by path where values and keys start."""

    name: str
    value: Any
    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]
    mistakes: tuple[str, ...] = ()  # duplicate keys, tags: each with its place

    def at(self, path: Path, offset: int | None = None) -> str:
        """`name:line:column` of the value at a path, or of the nearest value around it."""
        while path not in self.values and path:
            path = path[:-1]
        mark = self.values.get(path, Mark(1, 1))
        shift = 0 if offset is None or mark.inside is None else mark.inside + offset
        return f"{self.name}:{mark.line}:{mark.column + shift}"

    def at_key(self, path: Path) -> str:
        """`name:line:column` of the key that ends a path."""
        mark = self.keys.get(path)
        return f"{self.name}:{mark.line}:{mark.column}" if mark else self.at(path)


class _Open(Struct):
    """A collection whose end has not been read yet."""

    path: Path
    value: Any
    key: str | None = None


class _Reader(Struct):
    """Builds values from YAML's events with a stack of its own: depth cannot exhaust Python's."""

    name: str
    stack: list[_Open] = field(default_factory=list)
    root: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)
    anchors: dict[str, Any] = field(default_factory=dict)
    count: int = 0

    def event(self, event: Any) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a scalar: a key where a mapping waits for one, else a value."""
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self.key(top, event)
            return
        self.refuse_tag(event)
        value = _resolved(event)
        self.remember(event.anchor, value)
        self.put(value, _mark(event))

    def key(self, top: _Open, event: yaml.ScalarEvent) -> None:
        """Take the next key of the mapping on top, refusing one that it has already."""
        path = (*top.path, event.value)
        if path in self.keys:
            first = self.keys[path]
            place = self.place(event)
            self.mistakes.append(
                f"{place}: the key {event.value!r} stands already at line {first.line}; keep one"
            )
        self.keys.setdefault(path, _mark(event))
        top.key = event.value

    def open(self, event: Any) -> None:
        """Take the start of a mapping or list."""
        if len(self.stack) >= MAX_DEPTH:
            raise UserError(f"{self.place(event)}: nested more than {MAX_DEPTH} deep; flatten it")
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            raise UserError(f"{self.place(event)}: a key must be text, not a list or mapping")
        self.refuse_tag(event)
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self.put(value, _mark(event))
        self.remember(event.anchor, value)
        self.stack.append(_Open(path, value))

    def alias(self, event: yaml.AliasEvent) -> None:
        """Take an alias: the anchored value again, counted as if it were written out."""
        if event.anchor not in self.anchors:
            raise UserError(f"{self.place(event)}: no anchor &{event.anchor} stands before it")
        value = self.anchors[event.anchor]
        if any(value is each.value for each in self.stack):
            raise UserError(f"{self.place(event)}: *{event.anchor} contains itself")
        self.put(self.written_out(value, event, len(self.stack)), _mark(event))

    def written_out(self, value: Any, event: yaml.AliasEvent, depth: int) -> Any:
        """A copy of the value, whose size and depth count against the bounds."""
        if depth > MAX_DEPTH:
            raise UserError(f"{self.place(event)}: nested more than {MAX_DEPTH} deep; flatten it")
        self.counted(event)
        if isinstance(value, dict):
            return {key: self.written_out(each, event, depth + 1) for key, each in value.items()}
        if isinstance(value, list):
            return [self.written_out(each, event, depth + 1) for each in value]
        return value

    def put(self, value: Any, mark: Mark) -> Path:
        """Put a value where the open collection waits for one; return its path."""
        self.counted(mark)
        if not self.stack:
            self.root = value
            path: Path = ()
        else:
            path = _placed(self.stack[-1], value)
        self.values[path] = mark
        return path

    def counted(self, where: Any) -> None:
        """Count one value against the bound."""
        self.count += 1
        if self.count > MAX_VALUES:
            raise UserError(f"{self.place(where)}: more than {MAX_VALUES} values; split the file")

    def remember(self, anchor: str | None, value: Any) -> None:
        """Keep an anchored value for its aliases."""
        if anchor:
            self.anchors[anchor] = value

    def refuse_tag(self, event: Any) -> None:
        """Note a tag such as `!!python/object`: values are plain here."""
        if event.tag not in (None, "!"):
            self.mistakes.append(f"{self.place(event)}: tags such as {event.tag} mean nothing here")

    def place(self, where: Any) -> str:
        """`name:line:column` of an event or mark."""
        mark = where if isinstance(where, Mark) else _mark(where)
        return f"{self.name}:{mark.line}:{mark.column}"


def _placed(top: _Open, value: Any) -> Path:
    if isinstance(top.value, list):
        top.value.append(value)
        return (*top.path, len(top.value) - 1)
    key, top.key = top.key, None
    assert key is not None  # noqa: S101 - the parser gives a key before each value
    top.value.setdefault(key, value)
    return (*top.path, key)


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    inside: int | None = 0
    if isinstance(event, yaml.ScalarEvent):
        inside = 1 if event.style else 0
        if start.line != end.line or end.column - start.column != len(event.value) + 2 * inside:
            inside = None
    return Mark(start.line + 1, start.column + 1, inside)


def _resolved(event: yaml.ScalarEvent) -> Any:
    """The scalar's value by YAML 1.2's core rules: only true and false are booleans.

    https://yaml.org/spec/1.2.2/#103-core-schema; a number with a leading zero stays text, since
    account ids have them.
    """
    text: str = event.value
    if event.style:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def parse(text: str, name: str) -> Parsed:
    """The one YAML document in a text. Raises UserError with the place of a syntax error.

    Nothing is constructed but text, numbers, booleans, null, lists and mappings with text as keys.
    """
    reader = _Reader(name)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise UserError(f"{reader.place(event)}: a second document; one file holds one")
            reader.event(event)
    except yaml.YAMLError as error:
        raise UserError(_syntax(error, name)) from None
    return Parsed(name, reader.root, reader.values, reader.keys, tuple(reader.mistakes))


def _syntax(error: yaml.YAMLError, name: str) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else f"{name}:1:1"
    return f"{place}: not YAML: {' '.join(str(what).split())}"


def read(path: str, limit: int = 8 << 20) -> str:
    """A text file's content. Raises UserError where it cannot be read, is huge or is not UTF-8."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise UserError(f"{path}: {error.strerror or error}") from None
    if len(data) > limit:
        raise UserError(f"{path}: larger than {limit >> 20} MB; a rule or waiver file is text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
