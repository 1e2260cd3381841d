"""One `AWS::Config::ConfigRule` of a template -> what it asks for.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configrule.html
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reports.escape import visible
from scanner.declared import Declared, Node, member
from scanner.errors import UserError
from scanner.model import Location
from scanner.packs.pack import AWS, Asked
from scanner.sources.cloudformation.scalars import text_of
from scanner.unresolved import Unresolved

_CUSTOM: Final = {
    "CUSTOM_LAMBDA": "it is a custom rule, which a Lambda function decides",
    "CUSTOM_POLICY": "it is a custom rule, in Guard's language",
}
_NARROWED: Final = ("TagKey", "TagValue", "ComplianceResourceId")
_LEFT: Final = ("MaximumExecutionFrequency", "EvaluationModes")


def asked(rule: Declared) -> Asked:
    """What a Config rule asks for. Raises UserError where AWS Config would not take it."""
    at = rule.at or Location("")
    properties = Node(rule.properties, at)
    source = member(properties, "Source")
    owner, identifier = member(source, "Owner"), member(source, "SourceIdentifier")
    unknown = [each for each in (source, owner, identifier) if isinstance(each.value, Unresolved)]
    if unknown:
        why = f"who decides it is not known: {unknown[0].value.why}"
        return Asked(_name(rule), "", "", {}, at, why)
    if not isinstance(owner.value, str) or owner.value not in (AWS, *_CUSTOM):
        said = ", ".join((AWS, *_CUSTOM))
        raise _mistake(rule, owner, f"its Source has an Owner, which is one of {said}")
    if owner.value != AWS:
        return Asked(_name(rule), owner.value, "", {}, at, _CUSTOM[owner.value])
    if not isinstance(identifier.value, str) or not identifier.value:
        raise _mistake(rule, identifier, "its Source has a SourceIdentifier, a managed rule's name")
    return Asked(
        _name(rule),
        AWS,
        identifier.value,
        _inputs(rule, member(properties, "InputParameters")),
        at,
        _obstacle(rule, member(properties, "Scope")),
        tuple(_left(properties)),
    )


def _name(rule: Declared) -> str:
    said = rule.properties.get("ConfigRuleName")
    return said.value if said is not None and isinstance(said.value, str) else rule.address


def _obstacle(rule: Declared, scope: Node) -> str:
    """Why no rule can be run in place of this one: when it is there, or what it is narrowed to."""
    if rule.condition:
        return f"whether it is in the pack is not known: {rule.condition} is open"
    if isinstance(scope.value, Unresolved):
        return f"its Scope is not known: {scope.value.why}"
    narrowed = [name for name in _NARROWED if member(scope, name).value is not None]
    return f"its Scope is narrowed by {' and '.join(narrowed)}" if narrowed else ""


def _left(properties: Node) -> Iterator[str]:
    """The properties that are passed over."""
    yield from (name for name in _LEFT if member(properties, name).value is not None)
    if member(member(properties, "Scope"), "ComplianceResourceTypes").value is not None:
        yield "Scope.ComplianceResourceTypes"


def _inputs(rule: Declared, said: Node) -> Mapping[str, Node]:
    """The inputs by name: `InputParameters` is a mapping, or one in JSON."""
    value = said.value
    if isinstance(value, Unresolved):
        return {"InputParameters": said}
    if isinstance(value, str):
        value = _of_json(rule, said)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _mistake(rule, said, "its InputParameters are a mapping, or one in JSON")
    nodes = {name: _input(rule, name, each) for name, each in value.items()}
    return {name: each for name, each in nodes.items() if each.value is not None}


def _of_json(rule: Declared, said: Node) -> Any:
    try:
        value = json.loads(said.value)
    except (ValueError, RecursionError):
        raise _mistake(rule, said, "its InputParameters are a text that is not JSON") from None
    if not isinstance(value, dict):
        return value
    return {name: Node(each, said.at) for name, each in value.items()}


def _input(rule: Declared, name: str, said: Node) -> Node:
    """An input as text; a list says the same as its elements with commas between them."""
    value = said.value
    if value is None or isinstance(value, Unresolved):
        return said
    parts = value if isinstance(value, list) else [said]
    nodes = [each if isinstance(each, Node) else Node(each) for each in parts]
    unknown = next((each for each in nodes if isinstance(each.value, Unresolved)), None)
    if unknown is not None:
        return Node(unknown.value, said.at)
    texts = [text for each in nodes if (text := text_of(each.value)) is not None]
    if len(texts) != len(nodes):
        raise _mistake(rule, said, f"its input {name} is a text")
    return Node(",".join(texts), said.at)


def _mistake(rule: Declared, node: Node, what: str) -> UserError:
    at = node.at or rule.at or Location("")
    where = f"{at.uri}:{at.line}:{at.column}"
    return UserError(visible(f"{where}: the Config rule {rule.address}: {what}"))
