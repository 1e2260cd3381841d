"""What an event did to one element of a list: an entry of a network ACL, a route, a policy."""

from collections.abc import Mapping
from typing import Any

from scanner.attribution.culprit import Culprit, Fault
from scanner.attribution.event import Event
from scanner.attribution.kind import Element, Kind
from scanner.attribution.outcome import Effect
from scanner.attribution.sameness import same
from scanner.eventdoc.parameters import Setting

Row = dict[str, Setting]


def element_effect(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the event did to the element at fault, or to the list where no element is."""
    for each in kind.elements:
        if fault.field.startswith(each.path.lower()):
            if one.name in (*each.adds, *each.removes):
                return _changed(one, each, fault)
            return _made(one, kind, each, culprit, fault)
    return None


def _changed(one: Event, element: Element, fault: Fault) -> Effect | None:
    adds = one.name in element.adds
    for row in _rows(one, element.within):
        alike = _alike(row, element.keys, fault.element)
        if fault.element is not None and not alike:
            continue
        first = next((row[name] for name in element.keys if name in row), None)
        path, value = (first.path, first.value) if first else ("eventName", one.name)
        if fault.element is None:  # the list itself: an empty one was emptied by what takes away
            return Effect("otherwise" if adds and not fault.value else "set", path, value)
        if adds and _alike(row, element.also, fault.element, partly=True):
            return Effect("set", path, {name: each.value for name, each in row.items()})
        return Effect("otherwise", path, value)
    return None


def _rows(one: Event, within: str) -> list[Row]:
    """The elements that a request lists, or the request as one."""
    if not within:
        return [{each.name: each for each in one.asked}]
    rows: dict[str, Row] = {}
    for each in one.asked:
        if each.name == within or each.name.startswith(f"{within}."):
            start, _, rest = each.path.rpartition("]")
            rows.setdefault(start, {})[rest.lstrip(".").lower()] = each
    return list(rows.values())


def _alike(row: Row, names: Mapping[str, str], element: Any, *, partly: bool = False) -> bool:
    """Whether the parameters that there are say what the element says; some must unless partly."""
    compared = [
        same(_member(element, name), row[parameter].value)
        for parameter, name in names.items()
        if parameter in row
    ]
    return all(each is not False for each in compared) and (bool(compared) or partly)


def _member(element: Any, name: str) -> Any:
    if not name:
        return element
    return element.get(name) if type(element) is dict else None


def _made(
    one: Event, kind: Kind, element: Element, culprit: Culprit, fault: Fault
) -> Effect | None:
    """Whether the making brought the element, or the list as it is."""
    along = bool(culprit.vpc) and one.name in kind.along
    if one.name not in kind.made and not along:
        return None
    born = element.along if along else element.born
    brought = born is not None and all(
        _member(fault.element, name) in values for name, values in born.items()
    )
    if brought or (fault.element is None and not fault.value):
        return Effect("made", "eventName", one.name)
    return Effect("otherwise", "eventName", one.name)
