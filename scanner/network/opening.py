"""What a network question answers with: an opening, an example packet, and what was not known."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from msgspec import Struct

from scanner.unresolved import OPEN, Unresolved, merged

MOST: Final = 100
"""So many openings, and of each so many entries, are told: a stranger's document may have more."""

MOST_PLACES: Final = 20
"""So many places are told of each opening."""

_LONGEST: Final = 200
_REASONS: Final = 5


At = tuple[str, str]
"""What a document's resource is called, and the path in the document of what is written there."""


class Packet(Struct, frozen=True):
    """One packet of an opening; None where its protocol has no port, or where that is not known."""

    protocol: str | None
    port: int | None
    source: str
    destination: str


class Opening(Struct, frozen=True):
    """What lets (or keeps) something through that should not be: the evidence of a fault.

    `at` is where that is written, the most telling first.
    """

    what: str  # one English sentence without a full stop
    resource: str
    entries: tuple[str, ...]
    example: Packet
    at: tuple[At, ...]

    def document(self) -> dict[str, Any]:
        """The opening as JSON, the keys always the same."""
        packet = self.example
        return {
            "what": self.what,
            "resource": self.resource,
            "entries": list(self.entries),
            "example": {
                "protocol": packet.protocol,
                "port": packet.port,
                "source": packet.source,
                "destination": packet.destination,
            },
            "at": [{"resource": resource, "path": path} for resource, path in self.at],
        }


Answer = list[Opening | Unresolved]
"""The openings; an `Unresolved` at the end says that there may be more."""


def answer(openings: Iterable[Opening], unknown: Iterable[Unresolved]) -> Answer:
    """The first hundred openings and, if something is unknown, one value with its reasons."""
    found: Answer = list(islice(openings, MOST))
    if why := summed(unknown):
        found.append(why)
    return found


def summed(unknown: Iterable[Unresolved]) -> Unresolved | None:
    """One unresolved value with the first few distinct reasons of several; None if none is."""
    reasons = list(dict.fromkeys(each.why for each in unknown))
    if not reasons:
        return None
    if len(reasons) > _REASONS:
        reasons[_REASONS:] = [f"and {len(reasons) - _REASONS} more"]
    return merged(Unresolved(cut(reason)) for reason in reasons)


def cut(text: str) -> str:
    """The text, shortened where it is longer than anybody wants to read."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def shown(value: Any) -> str:
    """A stranger's value in a few characters, whatever it is."""
    if isinstance(value, str):
        return repr(value[:40])
    if value is None or isinstance(value, bool | float):
        return repr(value)
    return str(value) if isinstance(value, int) and abs(value) < 1 << 64 else "of no use"


def told(value: Any) -> str | None:
    """What a sentence calls an id: a text, or the name of a token; None for what nobody knows."""
    if isinstance(value, str):
        return value
    return value.token.removeprefix(OPEN) or None if type(value) is Unresolved else None


def id_of(document: Any) -> str:
    """The resource id of an item's document, for sentences."""
    found = document.get("resourceId") if isinstance(document, dict) else None
    return cut(told(found) or "a resource without an id")


def called(document: Any) -> str:
    """What the places of an opening call a resource: its id uncut, or the token of one, or ""."""
    found = document.get("resourceId") if isinstance(document, dict) else None
    if type(found) is Unresolved:
        return found.token
    return found if isinstance(found, str) else ""


def configured(document: Any, key: str) -> list[Any]:
    """The list under a key of a document's configuration; one `Unresolved` if there is none."""
    found = document
    for step in ("configuration", key):
        if type(found) is not dict:
            break
        found = found.get(step)
    else:
        if type(found) is list:
            return found
    if type(found) is Unresolved:
        return [found]
    what = f"has no {key}" if found is None else f"has no readable {key}"
    return [Unresolved(f"{id_of(document)} {what}")]


def elements(values: Any) -> list[Any]:
    """The elements of an argument that is a list, or unresolved as a whole."""
    return list(values) if isinstance(values, list | tuple) else [values]
