"""What a call set, whatever form its service writes parameters in: each value with its path.

EC2 wraps lists as `{"items": […]}`, booleans as `{"value": …}`, and newer operations' parameters
in one object named after the request; S3 has `{"content": …, "tag": 1}` and XML's name spaces.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from msgspec import Struct

from scanner.eventdoc.omitted import is_omitted
from scanner.eventdoc.reading import inside
from scanner.unresolved import KEY

MOST: Final = 50_000
"""What has more values is taken for not recorded; a field of a record has 100 KB at most."""
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


class Parameters(Struct, frozen=True):
    """What a call asked for, and what was answered; [] also for what the record does not have.

    It is `told` where the record has the request, and the whole of both: else nobody knows what it
    set.
    """

    asked: list[Setting]
    answered: list[Setting]
    told: bool


def parameters(record: Any) -> Parameters:
    """The request and the answer of a record, taken apart."""
    asked, answered = _settings(record, "requestParameters"), _settings(record, "responseElements")
    has_it = type(inside(record, "requestParameters")) is dict
    told = has_it and asked is not None and answered is not None
    return Parameters(asked or [], answered or [], told)


def _settings(record: Any, field: str) -> list[Setting] | None:
    """The values of a field, None where CloudTrail left them out or they are too many."""
    root = inside(record, field)
    if type(root) is not dict:
        return []
    if is_omitted(root) or KEY in root:
        return None
    found = list(islice(_walk(root, field), MOST + 1))
    return found if len(found) <= MOST else None


def _walk(root: Any, path: str) -> Iterator[Setting]:
    todo: list[tuple[str, str, Any, int]] = [("", path, root, 0)]
    while todo:
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
