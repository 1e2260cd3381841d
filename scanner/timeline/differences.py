"""What two versions of an item do not share, value by value, fit for a report."""

import json
from collections.abc import Iterator
from typing import Any, Final

from msgspec import UNSET

from scanner.clip import clipped
from scanner.model import Document
from scanner.timeline.change import Difference
from scanner.unresolved import Unresolved

MOST: Final = 20
"""So many differences of two versions are listed, those first that rules read."""
PARTS: Final = ("configuration", "supplementaryConfiguration", "tags", "resourceName")

Found = tuple[str, Any, Any]


def differences(
    old: Document, new: Document, read: frozenset[str] | None
) -> tuple[tuple[Difference, ...], int]:
    """The first differences, and how many more there are.

    `read` are the fields that rules read, as `Needs` has them; None is all.
    """
    found = [(not is_read(path, read), path, *values) for path, *values in between(old, new)]
    found.sort(key=lambda each: each[:2])
    listed = tuple(_difference(*each) for each in found[:MOST])
    return listed, len(found) - len(listed)


def between(old: Document, new: Document) -> Iterator[Found]:
    """Each path at which they differ, with what stands there in either, whole."""
    for part in PARTS:
        yield from _between(part, old.get(part, UNSET), new.get(part, UNSET))


def _difference(unread: bool, path: str, old: Any, new: Any) -> Difference:
    return Difference(path, _small(old, path), _small(new, path), read=not unread)


def _small(value: Any, path: str) -> Any:
    return value if value is UNSET else clipped(value, path)


def is_read(path: str, read: frozenset[str] | None) -> bool:
    """Whether a path is, or stands in, one of the fields that rules read."""
    return read is None or any(path == each or path.startswith((f"{each}.", f"{each}["))
                               for each in read)  # fmt: skip


def _between(path: str, old: Any, new: Any) -> Iterator[Found]:
    if _is_walked(old) and _is_walked(new):
        for name in sorted(old.keys() | new.keys()):
            yield from _between(f"{path}.{name}", old.get(name, UNSET), new.get(name, UNSET))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _in_lists(f"{path}[]", old, new)
    elif old is not new and (old is UNSET or new is UNSET or _text(old) != _text(new)):
        yield path, old, new


def _is_walked(value: Any) -> bool:
    """Whether a value is an object to look into.

    A `{"name": "DB_PASSWORD", "value": …}` is not: the name tells that the value is a secret.
    """
    if not isinstance(value, dict) or isinstance(value, Unresolved):
        return False
    names = {each.lower() for each in value}
    return "value" not in names or not {"name", "key"} & names


def _in_lists(path: str, old: list[Any], new: list[Any]) -> Iterator[Found]:
    """The elements that only one of two lists has; their order is no matter."""
    before, after = without(old, new), without(new, old)
    if len(before) == len(after) == 1:
        yield from _between(path, before[0], after[0])
        return
    yield from ((path, each, UNSET) for each in before)
    yield from ((path, UNSET, each) for each in after)


def without(these: list[Any], those: list[Any]) -> list[Any]:
    """The elements of a list that stand more often in `these` than in `those`."""
    counts: dict[str, int] = {}
    for each in those:
        text = _text(each)
        counts[text] = counts.get(text, 0) + 1
    left = []
    for each in these:
        text = _text(each)
        if counts.get(text):
            counts[text] -= 1
        else:
            left.append(each)
    return left


def _text(value: Any) -> str:
    """What is equal for values that JSON cannot tell apart; true and 1 are not."""
    return json.dumps(value, sort_keys=True)
