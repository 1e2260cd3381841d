"""The events that change databases, warehouses and search domains."""

from typing import Final

from scanner.attribution.kind import ANY, PART, Kind, decided

_LOGS: Final = "configuration.enabledCloudwatchLogsExports"
_DATABASES: Final = {
    "vpcsecuritygroupids": "configuration.vpcSecurityGroups",
    "enablecloudwatchlogsexports": _LOGS,
    "cloudwatchlogsexportconfiguration.enablelogtypes": f"+{_LOGS}",
    "cloudwatchlogsexportconfiguration.disablelogtypes": f"-{_LOGS}",
    "enableiamdatabaseauthentication": "configuration.iAMDatabaseAuthenticationEnabled",
    "enableperformanceinsights": "configuration.performanceInsightsEnabled",
}
_STORED: Final = (
    *("configuration.engine", "configuration.masterUsername"),
    *("configuration.storageEncrypted", "configuration.kmsKeyId"),
)
_BACKED_UP: Final = ("configuration.backupRetentionPeriod", "configuration.preferredBackupWindow")
_PITR: Final = (
    "supplementaryConfiguration.ContinuousBackupsDescription.pointInTimeRecoveryDescription"
    ".pointInTimeRecoveryStatus"
)
_LOGGING: Final = "supplementaryConfiguration.LoggingStatus"


def _snapshots(noun: str, fixed: str) -> Kind:
    """Snapshots of databases or of clusters: who may restore one is told account by account."""
    shared = f"supplementaryConfiguration.{noun}Attributes"
    return Kind(
        type=f"AWS::RDS::{noun}",
        source="rds",
        nouns=(noun,),
        but=("Restore",),
        ids=(f"{noun.lower()}arn",),
        names=(f"{noun.lower()}identifier", f"target{noun.lower()}identifier"),
        made=(f"Create{noun}", f"Copy{noun}"),
        sets=decided((f"Modify{noun}Attribute",), shared, value=PART),
        keys=(f"{shared}.attributeName",),
        fixed=(fixed,),
        folded=True,
    )


KINDS: Final = (
    Kind(
        type="AWS::RDS::DBInstance",
        source="rds",
        nouns=("DBInstance",),
        but=("Snapshot", "AutomatedBackup"),
        ids=("dbiresourceid", "dbinstancearn"),
        names=("dbinstanceidentifier", "targetdbinstanceidentifier"),
        renamed=("newdbinstanceidentifier",),
        made=(
            "CreateDBInstance",
            "CreateDBInstanceReadReplica",
            "RestoreDBInstanceFromDBSnapshot",
            "RestoreDBInstanceFromS3",
            "RestoreDBInstanceToPointInTime",
        ),
        fields={
            **_DATABASES,
            "dbparametergroupname": "configuration.dBParameterGroups",
            "dbsubnetgroupname": "configuration.dBSubnetGroup",
        },
        told=(
            *_BACKED_UP,
            "configuration.autoMinorVersionUpgrade",
            "configuration.deletionProtection",
            "configuration.monitoringInterval",
            "configuration.multiAZ",
            "configuration.publiclyAccessible",
        ),
        fixed=_STORED,
        folded=True,
    ),
    Kind(
        type="AWS::RDS::DBCluster",
        source="rds",
        nouns=("DBCluster",),
        but=("Snapshot", "ParameterGroup", "AutomatedBackup"),
        ids=("dbclusterresourceid", "dbclusterarn"),
        names=("dbclusteridentifier",),
        renamed=("newdbclusteridentifier",),
        made=(
            "CreateDBCluster",
            "RestoreDBClusterFromSnapshot",
            "RestoreDBClusterFromS3",
            "RestoreDBClusterToPointInTime",
        ),
        fields={
            **_DATABASES,
            "enableiamdatabaseauthentication": "configuration.iamdatabaseAuthenticationEnabled",
            "enablehttpendpoint": "configuration.httpEndpointEnabled",
            "dbsubnetgroupname": "configuration.dbsubnetGroup",
            "dbclusterparametergroupname": "configuration.dbclusterParameterGroup",
        },
        told=(*_BACKED_UP, "configuration.deletionProtection"),
        fixed=(*_STORED, "configuration.dbsubnetGroup"),
        untold=("configuration.multiAZ",),
        folded=True,
    ),
    Kind(
        type="AWS::RDS::DBSubnetGroup",
        source="rds",
        nouns=("DBSubnetGroup",),
        names=("dbsubnetgroupname",),
        made=("CreateDBSubnetGroup",),
        fields={"subnetids": "configuration.subnets"},
        folded=True,
    ),
    _snapshots("DBSnapshot", fixed="configuration.encrypted"),
    _snapshots("DBClusterSnapshot", fixed="configuration.storageEncrypted"),
    Kind(
        type="AWS::DynamoDB::Table",
        source="dynamodb",
        nouns=("Table", "ContinuousBackups", "TimeToLive"),
        names=("tablename",),
        made=("CreateTable", "RestoreTableFromBackup", "RestoreTableToPointInTime"),
        fields={
            "billingmode": "configuration.billingModeSummary.billingMode",
            "pointintimerecoveryspecification.pointintimerecoveryenabled": _PITR,
            "ssespecification.enabled": "configuration.ssedescription.status",
            "ssespecification.ssetype": "configuration.ssedescription.ssetype",
            "ssespecification.kmsmasterkeyid": "configuration.ssedescription.kmsmasterKeyArn",
        },
        told=("configuration.deletionProtectionEnabled",),
    ),
    Kind(
        type="AWS::Redshift::Cluster",
        source="redshift",
        nouns=("Cluster", "Logging", "SnapshotCopy"),
        but=("ClusterSnapshot", "ClusterParameterGroup", "ClusterSubnetGroup"),
        names=("clusteridentifier",),
        renamed=("newclusteridentifier",),
        made=("CreateCluster", "RestoreFromClusterSnapshot"),
        sets={
            "EnableLogging": {
                f"{_LOGGING}.loggingEnabled": True,
                f"{_LOGGING}.bucketName": ANY,
            },
            "DisableLogging": {
                f"{_LOGGING}.loggingEnabled": False,
                f"{_LOGGING}.bucketName": None,
            },
        },
        told=(
            "configuration.allowVersionUpgrade",
            "configuration.automatedSnapshotRetentionPeriod",
            "configuration.encrypted",
            "configuration.enhancedVpcRouting",
            "configuration.kmsKeyId",
            "configuration.nodeType",
            "configuration.preferredMaintenanceWindow",
            "configuration.publiclyAccessible",
        ),
        fields={
            "vpcsecuritygroupids": "configuration.vpcSecurityGroups",
            "clusterparametergroupname": "configuration.clusterParameterGroups",
        },
        folded=True,
    ),
    *(
        Kind(
            type=each,
            source="es",
            nouns=("Domain",),
            names=("domainname",),
            made=("CreateDomain", "CreateElasticsearchDomain"),
            told=(
                "configuration.AdvancedSecurityOptions",
                "configuration.DomainEndpointOptions",
                "configuration.EncryptionAtRestOptions",
                "configuration.LogPublishingOptions",
                "configuration.NodeToNodeEncryptionOptions",
                "configuration.VPCOptions",
            ),
        )
        for each in ("AWS::OpenSearch::Domain", "AWS::Elasticsearch::Domain")
    ),
)
