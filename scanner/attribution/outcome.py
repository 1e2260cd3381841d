"""What an event can have done to a value at fault."""

from typing import Any, Literal

from msgspec import Struct

How = Literal["set", "made", "otherwise", "may"]
"""It gave the value that was found; it made the resource, and with it the value; it gave another
value, or took it away, so that something later must have brought it back; or nobody can tell."""


class Effect(Struct, frozen=True):
    """What the event did, and the path in its record that says so, with what stands there."""

    how: How
    path: str
    value: Any = None


def inverted(effect: Effect) -> Effect | None:
    """The same effect on what is asked for because it is gone; a making takes nothing away."""
    match effect.how:
        case "set" | "made":
            return Effect("otherwise", effect.path, effect.value)
        case "otherwise":
            return None if effect.path == "eventName" else Effect("set", effect.path, effect.value)
        case "may":
            return effect
