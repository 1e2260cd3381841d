"""What an event did to one element of a list: an entry of a network ACL, a route, a policy."""

from collections.abc import Mapping
from typing import Any, Final

from scanner.attribution.culprit import Culprit, Fault, at
from scanner.attribution.event import Event
from scanner.attribution.kind import Element, Kind
from scanner.attribution.outcome import Effect, How
from scanner.attribution.sameness import same, same_text
from scanner.eventdoc.parameters import Setting

Row = dict[str, Setting]
_TEXTS: Final = ("policydocument",)
"""Parameters with JSON that IAM keeps as it is given."""


def element_effect(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the event did to the element at fault, or to the list where no element is."""
    for each in kind.elements:
        if fault.field.startswith(each.path.lower()):
            if one.name in (*each.adds, *each.removes, *each.changes):
                return _changed(one, each, fault)
            return _made(one, kind, each, culprit, fault)
    return None


def _changed(one: Event, element: Element, fault: Fault) -> Effect | None:
    for row in _rows(one, element):
        first = next((row[name] for name in element.keys if name in row), None)
        path, value = (first.path, first.value) if first else ("eventName", one.name)
        if one.name in element.changes:
            another = _alike(row, element.keys, fault.element) is False
            return None if another and fault.element is not None else Effect("part", path, value)
        if fault.element is None:
            return Effect(_of_empty(one, element, fault), path, value)
        if _alike(row, element.keys, fault.element):
            if one.name in element.adds:
                shown = {name: each.value for name, each in row.items()}
                return Effect(_added(row, element, fault), path, shown)
            return Effect("otherwise", path, value)
    return _ahead(one, element, fault)


def _of_empty(one: Event, element: Element, fault: Fault) -> How:
    """What the event did to the list itself: an empty one was emptied by what takes away."""
    if fault.value:
        return "may"
    return "otherwise" if one.name in element.adds else "set"


def _added(row: Row, element: Element, fault: Fault) -> How:
    """Whether what was put there is what was found; nobody can tell where nothing says so."""
    alike = _alike(row, element.also, fault.element)
    if alike is None:
        return "may" if element.also else "set"
    return "set" if alike else "otherwise"


def _ahead(one: Event, element: Element, fault: Fault) -> Effect | None:
    """Whether the event took away, or replaced, what is asked before the element."""
    order = element.keys.get(element.order)
    replaces = one.name in element.removes or one.name.startswith("Replace")
    if not order or not replaces or fault.gone or fault.element is None:
        return None
    row = {each.name: each for each in one.asked}
    others = {name: each for name, each in element.keys.items() if name != element.order}
    given, found = row.get(element.order), at(fault.element, order)
    if given is None or _alike(row, others, fault.element) is False:
        return None
    if isinstance(given.value, int) and isinstance(found, int) and given.value < found:
        return Effect("bared", given.path, given.value)
    return None


def _rows(one: Event, element: Element) -> list[Row]:
    """The elements that a request lists, or the request as one."""
    within = element.within
    if not within:
        said = (*one.answered, *one.asked) if element.answered else one.asked
        return [{each.name: each for each in said}]
    rows: dict[str, Row] = {}
    for each in one.asked:
        if each.name == within or each.name.startswith(f"{within}."):
            start, _, rest = each.path.rpartition("]")
            rows.setdefault(start, {})[rest.lstrip(".").lower()] = each
    return list(rows.values())


def _alike(row: Row, names: Mapping[str, str], element: Any) -> bool | None:
    """Whether the parameters that there are say what the element says; None where none is."""
    compared = [
        (same_text if parameter in _TEXTS else same)(at(element, name), row[parameter].value)
        for parameter, name in names.items()
        if parameter in row
    ]
    return all(each is not False for each in compared) if compared else None


def _made(
    one: Event, kind: Kind, element: Element, culprit: Culprit, fault: Fault
) -> Effect | None:
    """Whether the making brought the element, or the list as it is."""
    along = bool(culprit.vpc) and one.name in kind.along
    if one.name not in kind.made and not along:
        return None
    born = element.along if along else element.born
    brought = born is not None and all(
        at(fault.element, name) in values for name, values in born.items()
    )
    if brought or (fault.element is None and not fault.value):
        return Effect("made", "eventName", one.name)
    return Effect("otherwise", "eventName", one.name)
