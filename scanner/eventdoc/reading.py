"""A stranger's record taken apart without trusting the type of anything in it."""

from typing import Any, Final

from scanner.unresolved import Unresolved

LONGEST: Final = 2048
"""So many characters of a record's text are kept: an ARN has at most as many."""


def inside(value: Any, *names: str) -> Any:
    """What stands under one name after another; None where something is no object, or lacks it."""
    for name in names:
        if type(value) is not dict:
            return None
        value = value.get(name)
    return value


def text(value: Any, *names: str) -> str:
    """The text that stands there, cut where it is longer than anything of AWS's; "" for none."""
    found = inside(value, *names)
    return found[:LONGEST] if isinstance(found, str) else ""


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, of EC2's `{"items": […]}`, or one that stands for itself."""
    if type(value) is dict:
        value = value["items"] if type(value.get("items")) is list else [value] if value else []
    return [each for each in value if type(each) is dict] if type(value) is list else []


def listed(value: Any, what: str) -> list[dict[str, Any] | Unresolved]:
    """The same, but nothing is left out: what cannot be read as an object is an `Unresolved`.

    `what` names an element for the reason.
    """
    if type(value) is dict and "items" in value:
        value = value["items"]
    elements = value if type(value) is list else [] if value is None or value == {} else [value]
    return [
        each if type(each) in (dict, Unresolved) else Unresolved(f"{what} is no object")
        for each in elements
    ]


def read_only(record: Any) -> bool:
    """Whether a record says that its call changes nothing; older versions do not say."""
    return inside(record, "readOnly") in (True, "true")


def succeeded(record: Any) -> bool:
    """Whether the call was not refused, and did not fail."""
    return not inside(record, "errorCode")
