"""Which events a trail records and whom it notifies, as CloudTrail's own answers have it."""

from collections.abc import Mapping
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_BASIC: Final = {
    "readWriteType": ("ReadWriteType", "read_write_type"),
    "includeManagementEvents": ("IncludeManagementEvents", "include_management_events"),
    "excludeManagementEventSources": (
        "ExcludeManagementEventSources",
        "exclude_management_event_sources",
    ),
}
_DEFAULTS: Final = {
    "readWriteType": "All",
    "includeManagementEvents": True,
    "excludeManagementEventSources": [],
}
_RESOURCE: Final = {"type": ("Type", "type"), "values": ("Values", "values")}
_FIELD: Final = {
    "field": ("Field", "field"),
    "equals": ("Equals", "equals"),
    "startsWith": ("StartsWith", "starts_with"),
    "endsWith": ("EndsWith", "ends_with"),
    "notEquals": ("NotEquals", "not_equals"),
    "notStartsWith": ("NotStartsWith", "not_starts_with"),
    "notEndsWith": ("NotEndsWith", "not_ends_with"),
}
_TYPE: Final = "AWS::CloudTrail::Trail"


def event_selectors(node: Node, about: About) -> Node:
    """A trail's selectors, basic or advanced; one basic selector where it has none of either."""
    basic = said(node, "EventSelectors", "event_selector")
    advanced = said(node, "AdvancedEventSelectors", "advanced_event_selector")
    if not basic.value and not advanced.value:
        basic = Node([_basic(Node({}))])
    else:
        basic = _each(basic, _basic)
    chosen = advanced if advanced.value else basic
    made = {
        "eventSelectors": basic,
        "advancedEventSelectors": _each(advanced, _advanced),
    }
    return of_kinds(Node(made, chosen.at), _TYPE, "supplementaryConfiguration.EventSelectors")


def _each(node: Node, form: Any) -> Node:
    """A list with each element in its form; what is unresolved stays so."""
    if isinstance(node.value, Unresolved):
        return node
    made = [one if isinstance(one.value, Unresolved) else form(one) for one in elements(node)]
    return Node(made, node.at)


def _basic(selector: Node) -> Node:
    made = _members(selector, _BASIC)
    found = {name: made.get(name, Node(default)) for name, default in _DEFAULTS.items()}
    resources = said(selector, "DataResources", "data_resource")
    found["dataResources"] = _each(resources, lambda each: Node(_members(each, _RESOURCE), each.at))
    return Node(found, selector.at)


def _advanced(selector: Node) -> Node:
    fields = said(selector, "FieldSelectors", "field_selector")
    listed = _each(fields, lambda each: Node(_members(each, _FIELD), each.at))
    named = without_nulls({"name": said(selector, "Name", "name")})
    return Node({**named, "fieldSelectors": listed}, selector.at)


def _members(node: Node, names: Mapping[str, tuple[str, ...]]) -> dict[str, Node]:
    return without_nulls({ours: said(node, *theirs) for ours, theirs in names.items()})


def insight_selectors(node: Node, about: About) -> Node:
    """The kinds of unusual activity that a trail looks for, a null where it looks for none."""
    listed = _insights(node)
    if isinstance(listed.value, Unresolved) or not listed.value:
        return Node(listed.value or None, listed.at)
    made = [_insight(each) for each in elements(listed)]
    whole = Node({"insightSelectors": Node(made, listed.at)}, listed.at)
    return of_kinds(whole, _TYPE, "supplementaryConfiguration.InsightSelectors")


def has_insights(node: Node, about: About) -> Node:
    """Whether a trail looks for unusual activity."""
    listed = _insights(node)
    if isinstance(listed.value, Unresolved):
        return Node(Unresolved(listed.value.why), listed.at)
    return Node(bool(elements(listed)), listed.at)


def _insights(node: Node) -> Node:
    return said(node, "InsightSelectors", "insight_selector")


def _insight(selector: Node) -> Node:
    if isinstance(selector.value, Unresolved):
        return selector
    names = {
        "insightType": ("InsightType", "insight_type"),
        "eventCategories": ("EventCategories", "event_categories"),
    }
    return Node(_members(selector, names), selector.at)


def trail_topic(node: Node, about: About) -> Node:
    """The ARN of the topic that a trail notifies, where its name is written instead."""
    if isinstance(node.value, str) and node.value.startswith("arn:"):
        return node
    why = f"the ARN of the topic {str(node.value)[:80]} is known after deployment"
    return Node(Unresolved(why, present=True), node.at)
