"""Events of which only a part is known: what a use case says of an event, and no more."""

import json
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

from msgspec import Struct

from scanner.unresolved import Unresolved


class Open(dict[str, Any]):
    """An object that may have other members than these, with any value."""


class Text(Struct, frozen=True):
    """A text that is always there and may say anything but these."""

    but: tuple[str, ...] = ()


class Absent(Enum):
    """What stands in an open object for a member that is known not to be there."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


def is_whole(event: Any) -> bool:
    """Whether everything in an event is known."""
    return not any(
        isinstance(each, Open | Text | Absent) or type(each) is Unresolved for each in _all(event)
    )


def completed(event: Any, filler: str) -> Any:
    """The event as it may be: each free text says this, and nothing else is added."""
    if isinstance(event, Text):
        return filler
    if isinstance(event, list):
        return [completed(each, filler) for each in event if type(each) is not Unresolved]
    if isinstance(event, dict):
        return {
            key: completed(value, filler)
            for key, value in event.items()
            if value is not ABSENT and type(value) is not Unresolved
        }
    return event


def json_text(value: Any) -> str | None:
    """The compact JSON of a value, as a log has it; None for what has none."""
    try:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return None


def known_parts(event: Any) -> list[str]:
    """Pieces of JSON that surely stand in the text of an event: members with known values."""
    parts = []
    for each in _all(event):
        if isinstance(each, dict) and type(each) is not Unresolved:
            for key, value in each.items():
                if value is not ABSENT and not _may_be_absent(value):
                    parts.append(f"{json_text(key)}:{_scalar(value)}")
    return parts


def _may_be_absent(value: Any) -> bool:
    return type(value) is Unresolved and not value.present


def _scalar(value: Any) -> str:
    known = isinstance(value, str | int | float | bool) or value is None
    return (json_text(value) or "") if known else ""


def _all(event: Any) -> Iterator[Any]:
    """The event and everything in it, found with a stack."""
    todo = [event]
    while todo:
        each = todo.pop()
        yield each
        if type(each) is Unresolved:
            continue
        if isinstance(each, dict):
            todo += each.values()
        elif isinstance(each, list):
            todo += each
