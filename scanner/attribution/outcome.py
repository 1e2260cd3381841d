"""What an event can have done to a value at fault."""

from typing import Any, Final, Literal

from msgspec import Struct

How = Literal["set", "made", "begun", "otherwise", "part", "may"]
"""It gave the value that was found; it made the resource, and with it the value; it made the
resource, but the value may have changed without an event that shows it; it gave another value, or
took it away, so that something later must have brought it back; it changed a part, and nobody can
tell which; or nobody can tell what it changed."""
DOUBTFUL: Final = frozenset({"part", "may"})
MAKING: Final = frozenset({"made", "begun"})


class Effect(Struct, frozen=True):
    """What the event did, and the path in its record that says so, with what stands there."""

    how: How
    path: str
    value: Any = None


def inverted(effect: Effect) -> Effect | None:
    """The same effect on what is asked for because it is gone; a making takes nothing away."""
    match effect.how:
        case "set" | "made" | "begun":
            return Effect("otherwise", effect.path, effect.value)
        case "otherwise":
            return None if effect.path == "eventName" else Effect("set", effect.path, effect.value)
        case "part" | "may":
            return effect
