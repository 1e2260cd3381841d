"""Whether a setting is what was asked for: one that is off is like one that is not there."""

from typing import Any, Final

from scanner.attribution.sameness import same

_SWITCH: Final = {"true": True, "enabled": True, "false": False, "disabled": False, "": False}


def alike(found: Any, given: Any) -> bool | None:
    """Whether a parameter gave what was found; None where the two cannot be compared.

    Switches are true, "true" or "ENABLED"; `same` tells of all else.
    """
    is_on, was_on = _switch(found), _switch(given)
    if is_on is None or was_on is None:
        return same(found, given)
    return is_on is was_on


def _switch(value: Any) -> bool | None:
    """Whether a switch is on; None of what is no switch."""
    if value is None or isinstance(value, bool):
        return bool(value)
    return _SWITCH.get(value.lower()) if isinstance(value, str) else None
