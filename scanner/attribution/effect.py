"""What one event did to one value at fault, as far as its parameters show."""

from collections.abc import Iterator
from typing import Any, Final

from scanner.attribution.being import being_effect, is_end
from scanner.attribution.culprit import BEING, GROUP, PERMISSIONS, Culprit, Fault
from scanner.attribution.elements import element_effect
from scanner.attribution.event import Event
from scanner.attribution.group_effect import group_effect
from scanner.attribution.kind import ANY, Kind
from scanner.attribution.outcome import Effect, How, inverted
from scanner.attribution.sameness import same
from scanner.eventdoc.parameters import Setting


def effect(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the event did to the value; None for nothing that it shows."""
    if fault.path == BEING:
        return being_effect(one, kind, culprit, fault)
    if is_end(one, kind) and one.name not in kind.sets:
        return Effect("otherwise", "eventName", one.name)
    found = _of_value(one, kind, culprit, fault)
    if found is None or not fault.gone:
        return found
    if fault.element is None and found.path == "eventName":
        return found  # it decided the list as a whole
    return inverted(found, making=one.name in kind.made)


def _of_value(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    if kind.type == GROUP and fault.field.startswith(tuple(each.lower() for each in PERMISSIONS)):
        return group_effect(one, kind, culprit, fault)
    if any(fault.field.startswith(each.path.lower()) for each in kind.elements):
        return element_effect(one, kind, culprit, fault) or _unseen(one)
    return _set(one, kind, fault) or _decided(one, kind, fault) or _made(one, kind, culprit, fault)


def _set(one: Event, kind: Kind, fault: Fault) -> Effect | None:
    """What the parameters say of the field itself; of several the one that is the same."""
    found = [
        each for each in (_said(fault, field, given) for field, given in _fields(one, kind)) if each
    ]
    return next((each for each in found if each.how == "set"), found[0] if found else None)


def _said(fault: Fault, field: str, given: Setting) -> Effect | None:
    sign = field[:1] if field.startswith(("+", "-")) else ""
    field = field.removeprefix(sign)
    if field == fault.field or fault.field.startswith(f"{field}."):
        alike = same(fault.value, given.value)
        if sign and alike is False and isinstance(fault.value, str):
            return None  # it added or took away another one of the list
        alike = not alike if sign == "-" and alike is not None else alike
        return Effect("otherwise" if alike is False else "set", given.path, given.value)
    if field.startswith(f"{fault.field}."):
        return Effect("set", given.path, given.value)
    return None


def _fields(one: Event, kind: Kind) -> Iterator[tuple[str, Setting]]:
    """Each parameter with the field of the document that it sets, in lower case."""
    for each in (*one.asked, *_attribute(one)):
        name = each.name.removeprefix(f"{kind.inside}.") if kind.inside else each.name
        field = kind.fields.get(name)
        yield (field.lower() if field else f"configuration.{name}"), each


def _attribute(one: Event) -> list[Setting]:
    """SNS sets one attribute at a time, told by its name."""
    told = {each.name: each for each in one.asked}
    name, value = told.get("attributename"), told.get("attributevalue")
    if name is None or value is None or not isinstance(name.value, str):
        return []
    return [Setting(name.value.lower(), value.path, value.value)]


def _decided(one: Event, kind: Kind, fault: Fault) -> Effect | None:
    """What the event decides by its name, such as DisableKey, or as a whole: PutBucketPolicy."""
    for field, value in kind.sets.get(one.name, {}).items():
        lower = field.lower()
        if fault.field != lower and not fault.field.startswith(f"{lower}."):
            if lower.startswith(f"{fault.field}."):
                return Effect("set", "eventName", one.name)
            continue
        if value != ANY:
            return Effect(_how(fault, value, "set"), "eventName", one.name)
        return _whole(one, fault)
    return None


def _whole(one: Event, fault: Fault) -> Effect:
    """A setting that was put as a whole: what has the field's own name says how."""
    last = fault.field.rpartition(".")[2]
    for each in one.asked:
        if each.last == last:
            return Effect(_how(fault, each.value, "set"), each.path, each.value)
    return Effect("set", "eventName", one.name)


def _made(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the making decides: all that it does not say has its default."""
    if one.name not in kind.made and not (culprit.vpc and one.name in kind.along):
        return _unseen(one)
    for each in one.answered:
        if f"configuration.{each.name}" == fault.field or each.name.endswith(_tail(fault)):
            return Effect(_how(fault, each.value, "made"), each.path, each.value)
    return Effect("made", "eventName", one.name)


def _how(fault: Fault, given: Any, alike: How) -> How:
    return "otherwise" if same(fault.value, given) is False else alike


_TOP: Final = ("configuration.", "supplementaryconfiguration.")


def _tail(fault: Fault) -> str:
    for top in _TOP:
        if fault.field.startswith(top):
            return f".{fault.field.removeprefix(top)}"
    return f".{fault.field}"


def _unseen(one: Event) -> Effect | None:
    """A write whose parameters are not in the record may have done anything."""
    return None if one.told else Effect("may", "eventName", one.name)
