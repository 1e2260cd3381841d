"""What filters, alarms and recorders have otherwise in AWS than templates and Terraform say it."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, only, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_TRANSFORMATION: Final = {
    "MetricName": ("MetricName", "name"),
    "MetricNamespace": ("MetricNamespace", "namespace"),
    "MetricValue": ("MetricValue", "value"),
    "DefaultValue": ("DefaultValue", "default_value"),
    "Unit": ("Unit", "unit"),
}
_QUERY: Final = ("id", "account_id", "expression", "label", "period", "return_data")
_NO_GROUP: Final = Unresolved("AWS Config's page does not say what it is where it is left out")


def metric_transformations(node: Node, about: About) -> Node:
    """What a metric filter counts, its dimensions as a map."""
    made = [_transformation(each) for each in elements(node)]
    field = "configuration.MetricTransformations"
    return of_kinds(Node(made, node.at), "AWS::Logs::MetricFilter", field)


def _transformation(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    members = {ours: said(node, *theirs) for ours, theirs in _TRANSFORMATION.items()}
    listed = said(node, "Dimensions", "dimensions")
    if type(listed.value) is list:
        pairs = [(said(each, "Key"), said(each, "Value")) for each in listed.value]
        known = all(isinstance(key.value, str) for key, _ in pairs)
        named = {key.value: value for key, value in pairs} if known else None
        listed = Node(
            Unresolved("its dimensions are known after deployment") if not known else named
        )
    return Node(without_nulls({**members, "Dimensions": listed}), node.at)


def dimensions(node: Node, about: About) -> Node:
    """The dimensions of a metric as a list of names and values."""
    said_so = node.value if type(node.value) is dict else {}
    return Node(
        [Node({"name": Node(name), "value": value}, value.at) for name, value in said_so.items()],
        node.at,
    )


def metrics(node: Node, about: About) -> Node:
    """The metrics that an alarm computes with, from Terraform's queries."""
    made = [_metric(each, about) for each in elements(node)]
    return of_kinds(Node(made, node.at), "AWS::CloudWatch::Alarm", "configuration.metrics")


def _metric(query: Node, about: About) -> Node:
    if isinstance(query.value, Unresolved):
        return query
    made = {_CAMEL.get(name, name): said(query, name) for name in _QUERY}
    metric = said(query, "metric")
    if metric.value is not None and only(metric).value is not None:
        what = {
            "metricName": said(metric, "metric_name"),
            "namespace": said(metric, "namespace"),
            "dimensions": dimensions(said(metric, "dimensions"), about),
        }
        stat = {name: said(metric, name) for name in ("period", "stat", "unit")}
        made["metricStat"] = Node({"metric": Node(what), **without_nulls(stat)}, metric.at)
    return Node(without_nulls(made), query.at)


_CAMEL: Final = {"account_id": "accountId", "return_data": "returnData"}


def recording_group(node: Node, about: About) -> Node:
    """What AWS Config records: everything, some types, or all but some."""
    types = said(node, "ResourceTypes", "resource_types")
    left_out = said(node, "ExclusionByResourceTypes", "exclusion_by_resource_types")
    strategy = said(said(node, "RecordingStrategy", "recording_strategy"), "UseOnly", "use_only")
    everything = said(node, "AllSupported", "all_supported")
    if everything.value is None:
        some = bool(types.value) or bool(left_out.value)
        everything = Node(_everything(some, "::" not in about.declared.kind))
    around = said(node, "IncludeGlobalResourceTypes", "include_global_resource_types")
    members = {
        "AllSupported": everything,
        "IncludeGlobalResourceTypes": Node(False) if around.value is None else around,
        "ResourceTypes": Node([]) if types.value is None else types,
    }
    left_out_types = said(left_out, "ResourceTypes", "resource_types")
    if left_out_types.value:
        members["ExclusionByResourceTypes"] = Node({"ResourceTypes": left_out_types})
    if strategy.value is not None:
        members["RecordingStrategy"] = Node({"UseOnly": strategy})
    whole = Node(members, node.at)
    return of_kinds(whole, "AWS::Config::ConfigurationRecorder", "configuration.RecordingGroup")


def _everything(some: bool, terraform: bool) -> bool | Unresolved:
    """Whether all types are recorded where nothing says so: by default of Terraform they are."""
    if terraform:
        return True
    return False if some else _NO_GROUP


def but_zero(node: Node, about: About) -> Node:
    """A number, a null for zero."""
    return Node(None, node.at) if node.value in (0, "0") else node


def only_true(node: Node, about: About) -> Node:
    """The text "true", which AWS leaves out where it is not so."""
    return Node("true" if node.value in (True, "true", "True") else None, node.at)
