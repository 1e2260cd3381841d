"""What Redshift tells of clusters and their parameters otherwise than they are declared."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, only, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_LOGGING: Final = {
    "bucketName": ("BucketName", "bucket_name"),
    "s3KeyPrefix": ("S3KeyPrefix", "s3_key_prefix"),
    "logDestinationType": ("LogDestinationType", "log_destination_type"),
    "logExports": ("LogExports", "log_exports"),
}
_OLD_FAMILY: Final = "redshift-1.0"
_REQUIRED: Final = "require_ssl"
_UNSAID: Final = Unresolved("the family of the parameters decides on those that are not named")


def warehouse_logging(node: Node, about: About) -> Node:
    """Where a cluster's audit log goes: on wherever it is said, unless that says "enable" not."""
    here = only(node)
    if here.value is None:
        return Node({"loggingEnabled": Node(False)}, node.at)
    if isinstance(here.value, Unresolved):
        return here
    enabled = said(here, "enable")
    told = {ours: said(here, *theirs) for ours, theirs in _LOGGING.items()}
    on = Node(True, here.at) if enabled.value is None else enabled
    whole = Node({"loggingEnabled": on, **without_nulls(told)}, here.at)
    return of_kinds(whole, "AWS::Redshift::Cluster", "supplementaryConfiguration.LoggingStatus")


def parameter_group_named(node: Node, about: About) -> Node:
    """The one parameter group that a cluster names."""
    return Node([Node({"parameterGroupName": node}, node.at)], node.at)


def warehouse_parameters(node: Node, about: About) -> Node:
    """The parameters of a group: those said, and whether connections must be encrypted.

    https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
    """
    listed = said(node, "Parameters", "parameter")
    if isinstance(listed.value, Unresolved):
        return listed
    made = [_parameter(each) for each in elements(listed)]
    family = said(node, "ParameterGroupFamily", "family")
    return Node([*made, *_unsaid(elements(listed), family)], listed.at)


def _parameter(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    value = said(node, "ParameterValue", "value")
    if isinstance(value.value, bool | int | float):
        value = Node(str(value.value).lower(), value.at)
    members = {"parameterName": said(node, "ParameterName", "name"), "parameterValue": value}
    return Node(members, node.at)


def _unsaid(parameters: list[Node], family: Node) -> list[Node]:
    """What the group has of the parameters that nobody names, as far as that is known."""
    named = [said(each, "ParameterName", "name").value for each in parameters]
    if _REQUIRED in named or any(isinstance(each, Unresolved) for each in named):
        return []
    value = Node("false" if family.value == _OLD_FAMILY else _UNSAID)
    return [Node({"parameterName": Node(_REQUIRED), "parameterValue": value})]
