"""What an event did that changes a part of a setting: a statement of a policy, an access key.

Which part it was is told in many ways, or not at all. So the event may have set what is at fault,
and surely did only where it gave everybody what everybody has, or took away all that there was.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from scanner.attribution.culprit import Fault
from scanner.attribution.event import Event
from scanner.attribution.outcome import Effect
from scanner.attribution.sameness import decoded
from scanner.eventdoc.parameters import Setting

_GIVES: Final = ("Add", "Attach", "Create", "Enable", "Tag")
_TAKES: Final = ("Deactivate", "Delete", "Detach", "Disassociate", "Remove", "Untag")
_SHOWS: Final = {
    "principal": "*",
    "awsaccountid": "*",
    "awsaccountids": "*",
    "createvolumepermission.add.group": "all",
    "valuestoadd": "all",
    "setasdefault": True,
}
"""Parameters that show what everybody has from then on, or what holds."""
_NARROWS: Final = frozenset(
    {
        "eventsourcetoken",
        "functionurlauthtype",
        "invokedviafunctionurl",
        "principalorgid",
        "qualifier",
        "sourceaccount",
        "sourcearn",
    }
)
"""Parameters with which a permission is not everybody's, or not the function's own."""
_LABELS: Final = frozenset({"label", "statementid"})
"""Parameters that name a statement of a policy."""
_NAMES: Final = _LABELS | {"accesskeyid", "accesskey.accesskeyid"}
_VALUES: Final = re.compile(r"valuesto(add|remove)|createvolumepermission\.\w+\.(group|userid)")
"""Parameters that name the part."""


def part_effect(one: Event, field: str, fault: Fault, *, changed: bool) -> Effect | None:
    """What the event did to the value, which is the `field` that it changes, or is inside of it.

    What is there was not put there by what takes away, nor by what gave something that is not
    there. But where it is known to have `changed`, that may be what is meant.
    """
    part = Effect("part", "eventName", one.name)
    if fault.gone:
        return part
    if _empty(fault.value):
        return _emptied(one) or part if fault.field == field else part
    named = _naming(one)
    there = any(_holds(fault.value, each.value) for each in named)
    whole = fault.field == field or _lists(fault, named)
    if (named and not there and whole) or (not there and _takes(one)):
        return part if changed else None
    return _shown(one, fault) or part


def _lists(fault: Fault, named: list[Setting]) -> bool:
    """Whether the value is the list of what the event names, added or taken away."""
    return type(fault.value) is list and all(_VALUES.fullmatch(each.name) for each in named)


def _emptied(one: Event) -> Effect | None:
    """What the event did where nothing is left."""
    if _takes(one):
        return Effect("emptied", "eventName", one.name)
    return Effect("otherwise", "eventName", one.name) if one.name.startswith(_GIVES) else None


def _shown(one: Event, fault: Fault) -> Effect | None:
    """The giving of what everybody has, if it is there."""
    by_name = [each.value for each in one.asked if each.name in _NAMES]
    if any(each.name in _NARROWS for each in one.asked) or _is_narrow(one, fault):
        return None
    for each in one.asked:
        shows = each.name in _SHOWS and each.value == _SHOWS[each.name]
        if shows and all(_holds(fault.value, given) for given in (each.value, *by_name)):
            return Effect("set", each.path, each.value)
    return None


def _is_narrow(one: Event, fault: Fault) -> bool:
    """Whether the statements that the event names, as they were found, do not let everybody in."""
    labels = [each.value for each in one.asked if each.name in _LABELS]
    named = [each for each in _statements(fault.value) if each.get("Sid") in labels]
    return bool(named) and not any(_holds(each.get("Principal"), "*") for each in named)


def _statements(found: Any) -> Iterator[dict[str, Any]]:
    """The statements of a policy that was found, as text or taken apart."""
    policy = decoded(found)
    if type(policy) is not dict:
        return
    told = policy.get("Statement")
    yield from (each for each in (told if type(told) is list else [told]) if type(each) is dict)
    if told is None:
        yield from (one for each in policy.values() for one in _statements(each))


def _takes(one: Event) -> bool:
    return one.name.startswith(_TAKES)


def _naming(one: Event) -> list[Setting]:
    return [
        each
        for each in (*one.asked, *one.answered)
        if each.name in _NAMES or _VALUES.fullmatch(each.name)
    ]


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _holds(found: Any, given: Any) -> bool:
    """Whether what was found has a text in it; what holds is not told by a text."""
    if type(found) is dict:
        return any(_holds(each, given) for each in found.values())
    if type(found) is list:
        return any(_holds(each, given) for each in found)
    if isinstance(given, bool):
        return True
    return found == given or (isinstance(found, str) and f'"{given}"' in found)
