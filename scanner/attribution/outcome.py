"""What an event can have done to a value at fault."""

from typing import Any, Final, Literal

from msgspec import Struct

How = Literal["set", "emptied", "made", "begun", "otherwise", "bared", "part", "named", "may"]
"""It gave the value that was found; it took a part away, and nothing is left, unless nothing was
there before; it made the resource, and with it the value; it made the
resource, but the value may have changed without an event that shows it; it gave another value, or
took it away, so that something later must have brought it back; it took away what may have stood
before the value, and kept it from counting; it changed a part of the field, perhaps another one; it
gave the resource the name that it has, so that what came before was done under another one; or
nobody can tell."""
MAKING: Final = ("made", "begun")


class Effect(Struct, frozen=True):
    """What the event did, and the path in its record that says so, with what stands there."""

    how: How
    path: str
    value: Any = None

    @property
    def decides(self) -> bool:
        """Whether it tells what the value was after the event."""
        return self.how in ("set", "emptied", "otherwise", *MAKING)


def inverted(effect: Effect, *, making: bool) -> Effect | None:
    """The same effect on what is asked for because it is not there.

    A making that did not bring it left it out; what else tells by its name alone is no taking away.
    """
    match effect.how:
        case "set" | "emptied" | "made" | "begun":
            return Effect("otherwise", effect.path, effect.value)
        case "otherwise" if effect.path != "eventName":
            return Effect("set", effect.path, effect.value)
        case "otherwise":
            return Effect("made", effect.path, effect.value) if making else None
        case "bared":
            return None
        case "part" | "named" | "may":
            return effect
