"""The values of a template's parameters: given, by default, or known only at deployment."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.sources.cloudformation.scalars import number, text_of
from scanner.sources.cloudformation.written import Written
from scanner.sources.declared.kinds import parameter
from scanner.unresolved import Unresolved

_FROM_SSM: Final = "AWS::SSM::Parameter::Value<"
_LISTS: Final = ("CommaDelimitedList", "List<")

Given = Mapping[str, Any]
"""Values by name: texts as users give them, and what a parent's template passes on."""


def parameter_values(section: Written | None, given: Given, prefix: str) -> dict[str, Any]:
    """The value of each parameter that a template declares, by its name.

    A text, number or list of texts; an `Unresolved` where only deployment decides, or where
    nobody may see it. `prefix` is the address of the nested stack whose template it is.
    """
    members = section.members() if section is not None else {}
    return {name: _value(prefix + name, each, given.get(name)) for name, each in members.items()}


def is_list(kind: str) -> bool:
    """Whether parameters of a kind such as "List<AWS::EC2::Subnet::Id>" hold lists."""
    return kind.startswith(_LISTS)


def _value(name: str, declared: Written, given: Any) -> Any:
    kind = _said(declared, "Type") or "String"
    unknown = _unknown(name, kind)
    if (_said(declared, "NoEcho") or "").lower() == "true":
        return unknown(f"the parameter {name} is secret")
    if kind.startswith(_FROM_SSM):
        return unknown(f"the parameter {name} is read from Systems Manager at deployment")
    if isinstance(given, Unresolved):
        return Unresolved(given.why, present=True) if is_list(kind) else given
    if type(given) is list:
        return given
    said = text_of(given)
    if said is None:
        default = declared.member("Default")
        said = _text(default.value) if default is not None else None
    if said is None:
        return unknown(f"the parameter {name} has no default")
    return _typed(said, kind)


def _unknown(name: str, kind: str) -> Callable[[str], Unresolved]:
    """What makes the value that nobody knows: a text is the same one wherever it is used."""
    if is_list(kind.removeprefix(_FROM_SSM)):
        return lambda why: Unresolved(why, present=True)
    return lambda why: parameter(name, why)


def _typed(text: str, kind: str) -> Any:
    if is_list(kind):
        return [each.strip() for each in text.split(",")] if text.strip() else []
    return number(text.strip()) if kind == "Number" else text


def _said(declared: Written, name: str) -> str | None:
    found = declared.member(name)
    return text_of(found.value) if found is not None else None


def _text(value: Any) -> str | None:
    """A default as text; one that is written as a list says the same as with commas."""
    if type(value) is list:
        parts = [text_of(each.value) for each in value]
        return ",".join(part for part in parts if part is not None)
    return text_of(value)
