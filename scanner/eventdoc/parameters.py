"""What a call set, whatever form its service writes parameters in: each value with its path.

EC2 wraps lists as `{"items": […]}`, booleans as `{"value": …}`, and newer operations' parameters
in one object named after the request; S3 has `{"content": …, "tag": 1}` and XML's name spaces.
"""

from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from scanner.eventdoc.omitted import is_omitted
from scanner.eventdoc.reading import inside
from scanner.unresolved import KEY

MOST: Final = 5_000
"""So many values of a record are looked at."""
DEEPEST: Final = 30
_NO_NAMES: Final = frozenset({"items", "item", "value", "content", "member"})
_NOISE: Final = frozenset({"xmlns", "xmlns:xsi", "xsi:type", "tag"})


class Setting(Struct, frozen=True):
    """One value of a call: `name` is its path without wrappers and indexes, in lower case.

    `path` is where the record has it. Empty lists and objects count as values.
    """

    name: str
    path: str
    value: Any

    @property
    def last(self) -> str:
        """The last step of the name."""
        return self.name.rpartition(".")[2]


def asked(record: Any) -> list[Setting]:
    """What the request says; [] also where the record does not have it: see `is_told`."""
    return list(_settings(inside(record, "requestParameters"), "requestParameters"))


def answered(record: Any) -> list[Setting]:
    """What the answer says."""
    return list(_settings(inside(record, "responseElements"), "responseElements"))


def is_told(record: Any) -> bool:
    """Whether the record has the request: without, nobody knows what it set."""
    found = inside(record, "requestParameters")
    return type(found) is dict and KEY not in found and not is_omitted(found)


def _settings(root: Any, path: str) -> Iterator[Setting]:
    if type(root) is not dict:
        return
    todo: list[tuple[str, str, Any, int]] = [("", path, root, 0)]
    for _ in range(MOST):
        if not todo:
            return
        name, path, value, depth = todo.pop()
        below = _below(name, path, value, depth) if depth < DEEPEST else []
        if below:
            todo += reversed(below)
        elif name:
            yield Setting(name, path, value)


def _below(name: str, path: str, value: Any, depth: int) -> list[tuple[str, str, Any, int]]:
    if type(value) is dict:
        return [
            (_joined(name, key, depth), f"{path}.{key}", each, depth + 1)
            for key, each in value.items()
            if key.lower() not in _NOISE
        ]
    if type(value) is list:
        return [(name, f"{path}[{n}]", each, depth + 1) for n, each in enumerate(value)]
    return []


def _joined(name: str, key: str, depth: int) -> str:
    key = key.lower()
    if key in _NO_NAMES and name:
        return name
    if depth == 0 and key.endswith(("request", "response")) and key not in ("request", "response"):
        return ""
    return f"{name}.{key}" if name else key
