"""What one event did to one value at fault, as far as its parameters show."""

from collections.abc import Iterator
from typing import Any, Final

from scanner.attribution.being import being_effect, is_end
from scanner.attribution.culprit import BEING, GROUP, PERMISSIONS, Culprit, Fault
from scanner.attribution.elements import element_effect
from scanner.attribution.event import Event
from scanner.attribution.group_effect import group_effect
from scanner.attribution.kind import ANY, PART, Kind, is_inside
from scanner.attribution.outcome import Effect, How, inverted
from scanner.attribution.parts import part_effect
from scanner.attribution.sameness import same, same_text
from scanner.eventdoc.parameters import Setting

_FIRST: Final = ("set", "otherwise", "part")
"""Of what several parameters say the first of these counts."""


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
    if kind.hides(fault.field):
        return None
    part = _part(one, kind, fault)
    if part:
        changed = bool(culprit.since)
        return _unseen(one) or part_effect(one, part, fault, changed=changed)
    said = _set(one, kind, fault)
    if said and (said.how != "part" or _is_another(fault, said.value)):
        return said
    return _decided(one, kind, fault) or _made(one, kind, culprit, fault) or said


def _part(one: Event, kind: Kind, fault: Fault) -> str:
    """The field with the value of which the event is declared to change a part, "" for none."""
    sets = kind.sets.get(one.name, {}).items()
    found = (field for field, value in sets if _parts(one, value) and is_inside(fault.field, field))
    return next(found, "").lower()


def _parts(one: Event, value: Any) -> bool:
    """Whether what is declared for an event says that this one changes a part."""
    if not _is_part(value):
        return False
    parameter = value.removeprefix(PART)
    return not parameter or any(each.name == parameter for each in one.asked)


def _is_part(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(PART)


def _set(one: Event, kind: Kind, fault: Fault) -> Effect | None:
    """What the parameters say of the field itself; of several the one that is the same."""
    found = [
        each for each in (_said(fault, field, given) for field, given in _fields(one, kind)) if each
    ]
    found.sort(key=lambda each: _FIRST.index(each.how))
    return found[0] if found else None


def _said(fault: Fault, field: str, given: Setting) -> Effect | None:
    if field.startswith(("+", "-")):
        return _listed(fault, field[0], given) if is_inside(fault.field, field[1:]) else None
    wanted, how = fault.field.partition(".*")[0], _how(fault, given.value)
    if not is_inside(fault.field, field):  # lists are given as a whole, of an object its members
        how = "set" if type(fault.value) is list and wanted == fault.field else "part"
        if not is_inside(field, wanted):
            return None
    return Effect(how, given.path, given.value)


def _listed(fault: Fault, sign: str, given: Setting) -> Effect | None:
    """What a parameter did that adds to a list, or takes from it."""
    alike = same(fault.value, given.value)
    if alike is False and isinstance(fault.value, str):
        return None  # it added or took away another one of the list
    if type(fault.value) is list and fault.value:
        return Effect("part", given.path, given.value)
    alike = not alike if sign == "-" and alike is not None else alike
    return Effect("otherwise" if alike is False else "set", given.path, given.value)


def _fields(one: Event, kind: Kind) -> Iterator[tuple[str, Setting]]:
    """Each parameter with the field of the document that it sets, in lower case."""
    for each in (*one.asked, *_attribute(one)):
        name = each.name.removeprefix(f"{kind.inside}.") if kind.inside else each.name
        yield _field(kind, name).lower(), each


def _field(kind: Kind, name: str) -> str:
    if name in kind.fields:
        return kind.fields[name]
    first, _, rest = name.partition(".")
    inside = kind.fields.get(f"{first}.*")
    return inside.removesuffix("*") + rest if inside and rest else f"configuration.{name}"


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
        if _is_part(value) and not _parts(one, value):
            continue
        if is_inside(fault.field, field):
            if value == ANY:
                return _whole(one, field.lower(), fault)
            how = _how(fault, value)
            made = how == "set" and one.name in kind.made
            return Effect("made" if made else how, "eventName", one.name)
        if is_inside(field.lower(), fault.field):
            return Effect("part", "eventName", one.name)
    return None


def _whole(one: Event, field: str, fault: Fault) -> Effect:
    """A setting that was put as a whole: what is called as the value and its parent says how."""
    below = fault.field.removeprefix(f"{field}.").split(".") if fault.field != field else []
    called = ".".join(below[-2:]) or field.rpartition(".")[2]
    given = [each for each in one.asked if f".{each.name}".endswith(f".{called}")]
    said = [Effect(_how(fault, each.value), each.path, each.value) for each in given]
    said.sort(key=lambda each: _FIRST.index(each.how))
    return said[0] if said else Effect("set", "eventName", one.name)


def _made(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the making decides: all that it does not say has its default, if nothing changed it."""
    if one.name not in kind.made and not (culprit.vpc and one.name in kind.along):
        return _unseen(one)
    for each in one.answered:
        if _is_field(each, fault) and (said := same(fault.value, each.value)) is not None:
            return Effect("made" if said else "otherwise", each.path, each.value)
    return Effect("made" if kind.shows(fault.field) else "begun", "eventName", one.name)


def _is_field(answer: Setting, fault: Fault) -> bool:
    """Whether an answer is the field's, by itself or as a member of what was made."""
    name = fault.field.removeprefix("configuration.")
    return name in (answer.name, answer.name.partition(".")[2])


def _how(fault: Fault, given: Any) -> How:
    """Whether what was given is what was found, as far as one can tell."""
    if same(fault.value, given) is False:
        return "otherwise"
    return "part" if _is_another(fault, given) else "set"


def _is_another(fault: Fault, given: Any) -> bool:
    """Whether another JSON was given: it may be the same, since AWS rewrites some policies."""
    texts = isinstance(fault.value, str) and isinstance(given, str)
    return texts and same_text(fault.value, given) is False


def _unseen(one: Event) -> Effect | None:
    """A write whose parameters are not in the record may have done anything."""
    return None if one.told else Effect("may", "eventName", one.name)
