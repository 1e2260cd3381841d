"""The text of a template in YAML -> what is written in it, each value with its place."""

import re
from typing import Any, Final

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scanner.model import Location
from scanner.sources.cloudformation.scalars import plain_value
from scanner.sources.cloudformation.written import Builder, TemplateError

_CORE: Final = "tag:yaml.org,2002:"
_PLAIN: Final = ("int", "float", "bool", "null")
_KNOWN: Final = ("", "str", "map", "seq", *_PLAIN)
_UNNAMED: Final = ("Ref", "Condition")
_SHORT: Final = re.compile(r"!(\w+(?:::\w+)*)")
_ANCHOR: Final = re.compile(r"&\S+[ \t]+")
_UNPRINTABLE: Final = r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def read_yaml(text: str, builder: Builder) -> None:
    """Have a builder put together the one document of a text.

    Raises TemplateError at the place of a syntax error, of a second document and of what is
    nested too deep or too large.
    """
    reader = _Reader(text, builder)
    try:
        parser = yaml.CSafeLoader(text)
        while (event := parser.get_event()) is not None:
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        raise _refused(error) from None
    except yaml.YAMLError as error:
        raise _unreadable(text, error) from None


class _Reader:
    """Hands a parser's events to a builder."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._text = text
        self._builder = builder
        self._flow: list[bool] = []
        self._documents = 0

    def take(self, event: Event) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent:
            self._open(event, {})
        elif kind is SequenceStartEvent:
            self._open(event, [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            mark = event.start_mark
            what = "a second document begins; one file holds one template"
            raise TemplateError(what, mark.line + 1, mark.column + 1)

    def _scalar(self, event: Any) -> None:
        builder, text = self._builder, event.value
        at = self._place(event)
        if builder.awaits_key:
            builder.key(text, at, merges=text == "<<" and not event.style)
            return
        function = self._function(event) if event.tag else ""
        kept = event.style or (event.tag and event.tag.removeprefix(_CORE) not in _PLAIN)
        builder.scalar(text if kept else plain_value(text), at, function, event.anchor or "")

    def _open(self, event: Any, empty: Any) -> None:
        mark = event.start_mark
        function = self._function(event) if event.tag else ""
        self._builder.open(empty, mark.line + 1, mark.column + 1, function, event.anchor or "")
        self._flow.append(event.flow_style)

    def _close(self, event: Any) -> None:
        mark = event.end_mark
        self._builder.close((mark.line + 1, mark.column + 1) if self._flow.pop() else None)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        if self._builder.awaits_key:
            raise TemplateError("a key must be text, no alias", start.line + 1, start.column + 1)
        self._builder.alias(event.anchor, self._between(start, end))

    def _function(self, event: Any) -> str:
        """The long name of a short form's tag; "" for YAML's own tags."""
        tag: str = event.tag
        short = _SHORT.fullmatch(tag)
        if short is not None:
            return short[1] if short[1] in _UNNAMED else f"Fn::{short[1]}"
        if tag != "!" and tag.removeprefix(_CORE) not in _KNOWN:
            mark = event.start_mark
            what = f"the tag {tag} means nothing in a template"
            self._builder.mistakes.append(TemplateError(what, mark.line + 1, mark.column + 1))
        return ""

    def _place(self, event: Any) -> Location:
        start, end = event.start_mark, event.end_mark
        if event.style not in ("|", ">"):
            place = self._between(start, end)
            return place if not event.anchor or event.tag else self._behind_anchor(event, place)
        # the parser also counts the empty lines behind a block scalar
        written = self._text[start.index : end.index].rstrip()
        line, last = start.line + 1, written.rpartition("\n")[2]
        more = written.count("\n")
        column = len(last) + 1 if more else start.column + len(last) + 1
        return Location(self._builder.uri, line, start.column + 1, line + more, column)

    def _behind_anchor(self, event: Any, place: Location) -> Location:
        """The place without the anchor: who writes something else there leaves that alone."""
        anchor = _ANCHOR.match(self._text, event.start_mark.index)
        if anchor is None or place.column is None:
            return place
        return msgspec.structs.replace(place, column=place.column + len(anchor[0]))

    def _between(self, start: Any, end: Any) -> Location:
        return Location(
            self._builder.uri, start.line + 1, start.column + 1, end.line + 1, end.column + 1
        )


def _refused(error: yaml.MarkedYAMLError) -> TemplateError:
    mark = error.problem_mark or error.context_mark
    what = " ".join(str(error.problem or error.context or "it cannot be read").split())
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return TemplateError(f"not YAML: {what}", line, column)


def _unreadable(text: str, error: yaml.YAMLError) -> TemplateError:
    """The error of a character that YAML does not allow: the first one of these."""
    found = re.search(_UNPRINTABLE, text)
    before = text[: found.start()] if found is not None else ""
    what = " ".join(str(getattr(error, "reason", error)).split())
    column = len(before.rpartition("\n")[2]) + 1
    return TemplateError(f"not YAML: {what}", before.count("\n") + 1, column)
