"""RDS: databases, clusters of them, their networks and their copies."""

from scanner.resources import rds_declared
from scanner.shape import Call, Given, ResourceType, Spelt, lowered
from scanner.unresolved import Unresolved

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-rds-dbinstance.html"
)
_PROVIDER = (
    "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/"
    "db_instance.html.markdown"
)
_DEFAULT_GROUP = [Unresolved("no security group is named: it has the default one of its VPC")]
_DEFAULT_NETWORK = Unresolved("no subnet group is named: it is in the default VPC")
_NETWORK_TYPE = Unresolved("its subnet group decides whether it has IPv6 addresses")
_GROUPS = "configuration.vpcSecurityGroups[].vpcSecurityGroupId"


def _off(by: str, source: str) -> Given:
    return Given(by=by, default=False, source=source)


DB_INSTANCE = ResourceType(
    name="AWS::RDS::DBInstance",
    id="dbiResourceId",
    label="dBInstanceIdentifier",
    arn="dBInstanceArn",
    live=Call("rds", "describe_db_instances", "DBInstances[]"),
    cloudformation=(
        Spelt(
            kind="AWS::RDS::DBInstance",
            fields={
                **lowered("DBInstanceIdentifier", "DBInstanceClass", "Engine", "EngineVersion"),
                **lowered("DBName", "KmsKeyId", "MasterUsername", "StorageType"),
                **lowered("PreferredBackupWindow", "PreferredMaintenanceWindow"),
                "configuration.dBClusterIdentifier": "DBClusterIdentifier",
                "configuration.readReplicaSourceDBInstanceIdentifier": (
                    "SourceDBInstanceIdentifier"
                ),
                "configuration.cACertificateIdentifier": "CACertificateIdentifier",
                "configuration.publiclyAccessible": Given(
                    by="PubliclyAccessible",
                    default=Unresolved("whether it is public depends on its subnet group"),
                    source=_PAGE,
                ),
                "configuration.networkType": Given(by="NetworkType", default=_NETWORK_TYPE),
                "configuration.storageEncrypted": _off("StorageEncrypted", _PAGE),
                "configuration.multiAZ": _off("MultiAZ", _PAGE),
                "configuration.deletionProtection": _off("DeletionProtection", _PAGE),
                "configuration.copyTagsToSnapshot": _off("CopyTagsToSnapshot", _PAGE),
                "configuration.iAMDatabaseAuthenticationEnabled": _off(
                    "EnableIAMDatabaseAuthentication", _PAGE
                ),
                "configuration.performanceInsightsEnabled": _off(
                    "EnablePerformanceInsights", _PAGE
                ),
                "configuration.monitoringInterval": Given(
                    by="MonitoringInterval", default=0, source=_PAGE
                ),
                "configuration.backupRetentionPeriod": Given(
                    by="BackupRetentionPeriod", default=1, source=_PAGE
                ),
                "configuration.autoMinorVersionUpgrade": Given(
                    by="AutoMinorVersionUpgrade", default=True, source=_PAGE
                ),
                "configuration.enabledCloudwatchLogsExports": Given(
                    by="EnableCloudwatchLogsExports", default=[], source=_PAGE
                ),
                "configuration.endpoint.port": Given(form="database_port"),
                "configuration.dBSubnetGroup": Given(
                    by="DBSubnetGroupName",
                    default=_DEFAULT_NETWORK,
                    source=_PAGE,
                    form="subnet_group",
                    follow=True,
                ),
                _GROUPS: Given(by="VPCSecurityGroups", default=_DEFAULT_GROUP, source=_PAGE),
            },
            refers={
                "Ref": "dBInstanceIdentifier",
                "DbiResourceId": "dbiResourceId",
                "DBInstanceArn": "dBInstanceArn",
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_db_instance",
            fields={
                "configuration.dBInstanceIdentifier": "identifier",
                "configuration.dBInstanceClass": "instance_class",
                "configuration.engine": "engine",
                "configuration.engineVersion": "engine_version",
                "configuration.dBName": "db_name",
                "configuration.kmsKeyId": "kms_key_id",
                "configuration.masterUsername": "username",
                "configuration.readReplicaSourceDBInstanceIdentifier": "replicate_source_db",
                "configuration.dBClusterIdentifier": Given(by=None, source=_PROVIDER),
                "configuration.storageType": "storage_type",
                "configuration.preferredBackupWindow": "backup_window",
                "configuration.preferredMaintenanceWindow": "maintenance_window",
                "configuration.cACertificateIdentifier": "ca_cert_identifier",
                "configuration.publiclyAccessible": _off("publicly_accessible", _PROVIDER),
                "configuration.networkType": Given(by="network_type", default=_NETWORK_TYPE),
                "configuration.storageEncrypted": _off("storage_encrypted", _PROVIDER),
                "configuration.multiAZ": _off("multi_az", _PROVIDER),
                "configuration.deletionProtection": _off("deletion_protection", _PROVIDER),
                "configuration.copyTagsToSnapshot": _off("copy_tags_to_snapshot", _PROVIDER),
                "configuration.iAMDatabaseAuthenticationEnabled": _off(
                    "iam_database_authentication_enabled", _PROVIDER
                ),
                "configuration.performanceInsightsEnabled": _off(
                    "performance_insights_enabled", _PROVIDER
                ),
                "configuration.monitoringInterval": Given(
                    by="monitoring_interval", default=0, source=_PROVIDER
                ),
                "configuration.backupRetentionPeriod": Given(
                    by="backup_retention_period", default=0, source=_PROVIDER
                ),
                "configuration.autoMinorVersionUpgrade": Given(
                    by="auto_minor_version_upgrade", default=True, source=_PROVIDER
                ),
                "configuration.enabledCloudwatchLogsExports": Given(
                    by="enabled_cloudwatch_logs_exports", default=[], source=_PROVIDER
                ),
                "configuration.endpoint.port": Given(form="database_port"),
                "configuration.dBSubnetGroup": Given(
                    by="db_subnet_group_name",
                    default=_DEFAULT_NETWORK,
                    source=_PROVIDER,
                    form="subnet_group",
                    follow=True,
                ),
                _GROUPS: Given(
                    by="vpc_security_group_ids", default=_DEFAULT_GROUP, source=_PROVIDER
                ),
            },
            refers={
                "id": "dbiResourceId",
                "resource_id": "dbiResourceId",
                "identifier": "dBInstanceIdentifier",
                "arn": "dBInstanceArn",
            },
        ),
    ),
)

DB_CLUSTER = ResourceType(
    name="AWS::RDS::DBCluster",
    id="dbClusterResourceId",
    label="dbclusterIdentifier",
    arn="dbclusterArn",
    live=Call("rds", "describe_db_clusters", "DBClusters[]"),
    spelling="jackson",
    extra={"configuration.dbclusterMembers[].clusterWriter": "boolean"},
    form="cluster_writer",
    cloudformation=rds_declared.CLOUDFORMATION,
    terraform=rds_declared.TERRAFORM,
)

DB_SUBNET_GROUP = ResourceType(
    name="AWS::RDS::DBSubnetGroup",
    id="dBSubnetGroupName",
    label="dBSubnetGroupName",
    arn="dBSubnetGroupArn",
    live=Call("rds", "describe_db_subnet_groups", "DBSubnetGroups[]"),
    cloudformation=(
        Spelt(
            kind="AWS::RDS::DBSubnetGroup",
            fields={
                **lowered("DBSubnetGroupName", "DBSubnetGroupDescription"),
                "configuration.subnets[].subnetIdentifier": "SubnetIds",
                "configuration.vpcId": Given(form="vpc_of_subnets"),
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_db_subnet_group",
            fields={
                "configuration.dBSubnetGroupName": "name",
                "configuration.dBSubnetGroupDescription": "description",
                "configuration.subnets[].subnetIdentifier": "subnet_ids",
                "configuration.vpcId": Given(form="vpc_of_subnets"),
            },
            refers={"name": "dBSubnetGroupName", "arn": "dBSubnetGroupArn"},
        ),
    ),
    more={
        "tags": Call(
            "rds", "list_tags_for_resource", "TagList", each={"ResourceName": "DBSubnetGroupArn"}
        ),
    },
)

DB_SNAPSHOT = ResourceType(
    name="AWS::RDS::DBSnapshot",
    id="dBSnapshotIdentifier",
    label="dBSnapshotIdentifier",
    arn="dBSnapshotArn",
    live=Call("rds", "describe_db_snapshots", "DBSnapshots[]"),
    more={
        "DBSnapshotAttributes": Call(
            "rds",
            "describe_db_snapshot_attributes",
            "DBSnapshotAttributesResult.DBSnapshotAttributes",
            each={"DBSnapshotIdentifier": "DBSnapshotIdentifier"},
        ),
    },
)

DB_CLUSTER_SNAPSHOT = ResourceType(
    name="AWS::RDS::DBClusterSnapshot",
    id="dbclusterSnapshotIdentifier",
    label="dbclusterSnapshotIdentifier",
    arn="dbclusterSnapshotArn",
    live=Call("rds", "describe_db_cluster_snapshots", "DBClusterSnapshots[]"),
    more={
        "DBClusterSnapshotAttributes": Call(
            "rds",
            "describe_db_cluster_snapshot_attributes",
            "DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes",
            each={"DBClusterSnapshotIdentifier": "DBClusterSnapshotIdentifier"},
        ),
    },
    spelling="jackson",
)

EVENT_SUBSCRIPTION = ResourceType(
    name="AWS::RDS::EventSubscription",
    id="custSubscriptionId",
    label="custSubscriptionId",
    arn="eventSubscriptionArn",
    live=Call("rds", "describe_event_subscriptions", "EventSubscriptionsList[]"),
)
