"""Redshift: clusters, their parameters and their networks."""

from typing import Any

from scanner.shape import Call, Given, ResourceType, Spelt
from scanner.unresolved import Unresolved

_API = "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/redshift_cluster.html.markdown"
_LOGGING = "supplementaryConfiguration.LoggingStatus"
_QUIET = {"loggingEnabled": False, "bucketName": None, "logDestinationType": None}
_NAMES = {
    "clusterIdentifier": ("ClusterIdentifier", "cluster_identifier"),
    "clusterSubnetGroupName": ("ClusterSubnetGroupName", "cluster_subnet_group_name"),
    "dBName": ("DBName", "database_name"),
    "kmsKeyId": ("KmsKeyId", "kms_key_id"),
    "masterUsername": ("MasterUsername", "master_username"),
    "nodeType": ("NodeType", "node_type"),
}
_ENCRYPTED = Unresolved("AWS's pages do not agree on whether it is encrypted by default")
_OWN_WINDOW = Unresolved("Redshift chooses its maintenance window")
_DEFAULT_GROUP = Unresolved("no parameter group is named: it has a default one")
_DEFAULTS: dict[str, tuple[str, str, Any, Any]] = {
    "allowVersionUpgrade": ("AllowVersionUpgrade", "allow_version_upgrade", True, True),
    "automatedSnapshotRetentionPeriod": (
        "AutomatedSnapshotRetentionPeriod",
        "automated_snapshot_retention_period",
        1,
        1,
    ),
    "encrypted": ("Encrypted", "encrypted", _ENCRYPTED, False),
    "enhancedVpcRouting": ("EnhancedVpcRouting", "enhanced_vpc_routing", False, False),
    "preferredMaintenanceWindow": (
        "PreferredMaintenanceWindow",
        "preferred_maintenance_window",
        _OWN_WINDOW,
        _OWN_WINDOW,
    ),
    "publiclyAccessible": ("PubliclyAccessible", "publicly_accessible", False, True),
}


def _fields(which: int, source: str) -> dict[str, str | Given]:
    found: dict[str, str | Given] = {
        f"configuration.{ours}": theirs[which] for ours, theirs in _NAMES.items()
    }
    for ours, given in _DEFAULTS.items():
        by = (given[0], given[1])[which]
        found[f"configuration.{ours}"] = Given(by=by, default=given[2 + which], source=source)
    group = ("ClusterParameterGroupName", "cluster_parameter_group_name")[which]
    return found | {
        "configuration.clusterParameterGroups": Given(
            by=group, default=[_DEFAULT_GROUP], form="parameter_group_named", follow=True
        ),
        _LOGGING: Given(
            by=("LoggingProperties", "logging")[which],
            default=_QUIET,
            form="warehouse_logging",
            source=source,
        ),
    }


CLUSTER = ResourceType(
    name="AWS::Redshift::Cluster",
    id="clusterIdentifier",
    label="clusterIdentifier",
    arn="clusterNamespaceArn",
    live=Call("redshift", "describe_clusters", "Clusters[]"),
    more={
        "LoggingStatus": Call(
            "redshift", "describe_logging_status", each={"ClusterIdentifier": "ClusterIdentifier"}
        ),
    },
    cloudformation=(
        Spelt(
            kind="AWS::Redshift::Cluster",
            fields=_fields(0, _API),
            refers={"Ref": "clusterIdentifier", "ClusterNamespaceArn": "clusterNamespaceArn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_redshift_cluster",
            fields=_fields(1, _PROVIDER),
            refers={
                "id": "clusterIdentifier",
                "cluster_identifier": "clusterIdentifier",
                "cluster_namespace_arn": "clusterNamespaceArn",
            },
        ),
        Spelt(
            kind="aws_redshift_logging",
            part_of="cluster_identifier",
            fields={_LOGGING: Given(form="warehouse_logging")},
        ),
    ),
)

CLUSTER_PARAMETER_GROUP = ResourceType(
    name="AWS::Redshift::ClusterParameterGroup",
    id="parameterGroupName",
    label="parameterGroupName",
    live=Call("redshift", "describe_cluster_parameter_groups", "ParameterGroups[]"),
    more={
        "Parameters": Call(
            "redshift",
            "describe_cluster_parameters",
            "Parameters",
            each={"ParameterGroupName": "ParameterGroupName"},
        ),
    },
    cloudformation=(
        Spelt(
            kind="AWS::Redshift::ClusterParameterGroup",
            fields={
                "configuration.parameterGroupName": "ParameterGroupName",
                "configuration.parameterGroupFamily": "ParameterGroupFamily",
                "configuration.description": "Description",
                "supplementaryConfiguration.Parameters": Given(form="warehouse_parameters"),
            },
            refers={"Ref": "parameterGroupName"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_redshift_parameter_group",
            fields={
                "configuration.parameterGroupName": "name",
                "configuration.parameterGroupFamily": "family",
                "configuration.description": "description",
                "supplementaryConfiguration.Parameters": Given(form="warehouse_parameters"),
            },
            refers={"id": "parameterGroupName", "name": "parameterGroupName"},
        ),
    ),
)

CLUSTER_SUBNET_GROUP = ResourceType(
    name="AWS::Redshift::ClusterSubnetGroup",
    id="clusterSubnetGroupName",
    label="clusterSubnetGroupName",
    live=Call("redshift", "describe_cluster_subnet_groups", "ClusterSubnetGroups[]"),
)
