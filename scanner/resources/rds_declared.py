"""RDS: how templates and Terraform say what a cluster of databases is."""

from typing import Any, Final

from scanner.shape import Given, Spelt
from scanner.unresolved import Unresolved

_PAGE: Final = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-rds-dbcluster.html"
)
_PROVIDER: Final = (
    "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/"
    "rds_cluster.html.markdown"
)
_NAMES: Final = {
    "databaseName": ("DatabaseName", "database_name"),
    "dbclusterIdentifier": ("DBClusterIdentifier", "cluster_identifier"),
    "dbclusterInstanceClass": ("DBClusterInstanceClass", "db_cluster_instance_class"),
    "engine": ("Engine", "engine"),
    "kmsKeyId": ("KmsKeyId", "kms_key_id"),
    "masterUsername": ("MasterUsername", "master_username"),
    "preferredBackupWindow": ("PreferredBackupWindow", "preferred_backup_window"),
    "preferredMaintenanceWindow": ("PreferredMaintenanceWindow", "preferred_maintenance_window"),
    "replicationSourceIdentifier": (
        "ReplicationSourceIdentifier",
        "replication_source_identifier",
    ),
}
_DEFAULTS: Final[dict[str, tuple[str, str, Any]]] = {
    "backupRetentionPeriod": ("BackupRetentionPeriod", "backup_retention_period", 1),
    "copyTagsToSnapshot": ("CopyTagsToSnapshot", "copy_tags_to_snapshot", False),
    "deletionProtection": ("DeletionProtection", "deletion_protection", False),
    "enabledCloudwatchLogsExports": (
        "EnableCloudwatchLogsExports",
        "enabled_cloudwatch_logs_exports",
        [],
    ),
    "engineMode": ("EngineMode", "engine_mode", "provisioned"),
    "engineVersion": (
        "EngineVersion",
        "engine_version",
        Unresolved("it has the version that RDS gives by default"),
    ),
    "httpEndpointEnabled": ("EnableHttpEndpoint", "enable_http_endpoint", False),
    "iamdatabaseAuthenticationEnabled": (
        "EnableIAMDatabaseAuthentication",
        "iam_database_authentication_enabled",
        False,
    ),
    "port": ("Port", "port", Unresolved("it has the port of its engine")),
    "dbsubnetGroup": (
        "DBSubnetGroupName",
        "db_subnet_group_name",
        Unresolved("no subnet group is named: it is in the default VPC"),
    ),
    "dbclusterParameterGroup": (
        "DBClusterParameterGroupName",
        "db_cluster_parameter_group_name",
        Unresolved("it has the default parameters of its engine"),
    ),
    "vpcSecurityGroups[].vpcSecurityGroupId": (
        "VpcSecurityGroupIds",
        "vpc_security_group_ids",
        [Unresolved("no security group is named: it has the default one of its VPC")],
    ),
}


def _fields(which: int, source: str) -> dict[str, str | Given]:
    found: dict[str, str | Given] = {
        f"configuration.{ours}": theirs[which] for ours, theirs in _NAMES.items()
    }
    for ours, given in _DEFAULTS.items():
        by = (given[0], given[1])[which]
        found[f"configuration.{ours}"] = Given(by=by, default=given[2], source=source)
    return found | {
        "configuration.storageEncrypted": Given(form="cluster_encryption", source=source)
    }


CLOUDFORMATION: Final = (
    Spelt(
        kind="AWS::RDS::DBCluster",
        fields=_fields(0, _PAGE),
        refers={
            "Ref": "dbclusterIdentifier",
            "DBClusterArn": "dbclusterArn",
            "DBClusterResourceId": "dbClusterResourceId",
        },
    ),
)
TERRAFORM: Final = (
    Spelt(
        kind="aws_rds_cluster",
        fields=_fields(1, _PROVIDER),
        refers={
            "id": "dbclusterIdentifier",
            "cluster_identifier": "dbclusterIdentifier",
            "cluster_resource_id": "dbClusterResourceId",
            "arn": "dbclusterArn",
        },
    ),
)
