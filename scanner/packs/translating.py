"""Inputs of a managed rule, all of them texts -> parameters of a rule that answers it."""

from collections.abc import Mapping, Sequence
from typing import Any

from scanner.declared import Node
from scanner.errors import UserError
from scanner.model import Location
from scanner.rule import Rule
from scanner.sources.cloudformation.scalars import number
from scanner.unresolved import Unresolved


class UntranslatedError(Exception):
    """Why a rule cannot be run with some inputs: what it would say is not what was asked."""


def translated(rule: Rule, inputs: Mapping[str, Node]) -> dict[str, Any]:
    """The parameters of a rule that inputs set; an empty input says nothing.

    Several inputs may set one list: it gets what they say one after the other. Raises
    UntranslatedError for an input that the rule does not know or nobody knows the value of, and
    UserError for one that is no number or boolean where the rule wants one.
    """
    known = _told(rule, inputs)
    params: dict[str, Any] = {}
    for parameter in dict.fromkeys(rule.inputs.values()):
        names = [each for each in known if rule.inputs[each] == parameter]
        default = rule.params[parameter]
        if names:
            params[parameter] = _one(names, [_value(each, known[each], default) for each in names])
    return params


def _told(rule: Rule, inputs: Mapping[str, Node]) -> Mapping[str, Node]:
    """The inputs that say something, in the order in which the rule lists them."""
    for name, node in inputs.items():
        if isinstance(node.value, Unresolved):
            raise UntranslatedError(f"its input {name} is not known: {node.value.why}")
        if node.value and name not in rule.inputs:
            raise UntranslatedError(f"{rule.id} cannot honour its input {name}")
    return {name: inputs[name] for name in rule.inputs if name in inputs and inputs[name].value}


def _one(names: Sequence[str], values: Sequence[Any]) -> Any:
    """The one value that several inputs say."""
    if isinstance(values[0], list):
        return [element for each in values for element in each]
    if any(each != values[0] for each in values):
        raise UntranslatedError(f"its inputs {' and '.join(names)} say different things")
    return values[0]


def _value(name: str, node: Node, default: Any) -> Any:
    """The value that an input's text says, of the kind of a parameter's default."""
    text = node.value.strip()
    if isinstance(default, list):
        parts = [each.strip() for each in text.split(",") if each.strip()]
        numeric = default and all(isinstance(each, int | float) for each in default)
        return [_number(name, Node(each, node.at)) for each in parts] if numeric else parts
    if isinstance(default, bool):
        if text.lower() not in ("true", "false"):
            raise _mistake(name, node, "true or false")
        return text.lower() == "true"
    return _number(name, node) if isinstance(default, int | float) else text


def _number(name: str, node: Node) -> int | float:
    value = number(node.value.strip())
    if not isinstance(value, int | float):
        raise _mistake(name, node, "a number")
    return value


def _mistake(name: str, node: Node, wanted: str) -> UserError:
    at = node.at or Location("")
    return UserError(
        f"{at.uri}:{at.line}:{at.column}: the input {name} is {str(node.value)[:40]!r}; it is to be"
        f" {wanted}"
    )
