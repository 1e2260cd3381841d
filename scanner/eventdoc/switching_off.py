"""What a call switched off, by the values in its request: a detector, or one of its sources.

A record says what a call set, not what was there before: what was off stays so here.
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateDetector.html
https://docs.aws.amazon.com/macie/latest/APIReference/macie.html
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from scanner.eventdoc.reading import inside, text
from scanner.unresolved import Unresolved

_OFF: Final = frozenset({"false", "disabled", "paused"})
_SWITCHES: Final = re.compile(r"(?i).*(?:enabled?|status|state|on|active)(?:\[\d+\])*")
"""What settings are called that are on or off; names and tags may be any text."""
_REQUEST: Final = "requestParameters"


class Off(Struct, frozen=True):
    """A setting that a call switched off: its path in the record, and what it was set to."""

    setting: str
    value: Any

    def document(self) -> dict[str, Any]:
        """The setting as JSON, the keys always the same."""
        what = f"{self.setting.removeprefix(_REQUEST + '.')} is switched off"
        return {"what": what, "setting": self.setting, "value": self.value}


def switched_off(record: Any) -> list[Off | Unresolved]:
    """What a call switched off; Unresolved where the record does not have the request."""
    given = inside(record, _REQUEST)
    if type(given) is Unresolved:
        return [given]
    if type(given) is not dict:
        return [Unresolved(f"the record of {text(record, 'eventName')} does not have the request")]
    return list(_found(given))


def _found(given: Any) -> Iterator[Off | Unresolved]:
    """What is off in a request, and what of it is not known; found with a stack."""
    todo: list[tuple[str, Any]] = [(_REQUEST, given)]
    while todo:
        path, value = todo.pop()
        if type(value) is Unresolved:
            yield value
        elif type(value) is dict:
            todo += reversed([(f"{path}.{key}", each) for key, each in value.items()])
        elif type(value) is list:
            todo += reversed([(f"{path}[{n}]", each) for n, each in enumerate(value)])
        elif _is_off(path, value):
            yield Off(path, value)


def _is_off(path: str, value: Any) -> bool:
    if value is False:
        return True
    switch = path.rpartition(".")[2]
    return isinstance(value, str) and value.lower() in _OFF and bool(_SWITCHES.fullmatch(switch))
