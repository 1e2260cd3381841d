"""The events that change what holds data: databases, buckets, keys, secrets."""

from typing import Any, Final

from scanner.attribution.kind import ANY, Kind

_OF_BUCKETS: Final = {
    "BucketVersioning": "BucketVersioningConfiguration",
    "BucketPolicy": "BucketPolicy",
    "BucketAcl": "AccessControlList",
    "BucketLogging": "BucketLoggingConfiguration",
    "BucketPublicAccessBlock": "PublicAccessBlockConfiguration",
    "PublicAccessBlock": "PublicAccessBlockConfiguration",
    "BucketEncryption": "ServerSideEncryptionConfiguration",
    "BucketLifecycle": "BucketLifecycleConfiguration",
    "BucketLifecycleConfiguration": "BucketLifecycleConfiguration",
    "BucketReplication": "BucketReplicationConfiguration",
    "BucketWebsite": "BucketWebsiteConfiguration",
    "BucketNotification": "BucketNotificationConfiguration",
    "BucketNotificationConfiguration": "BucketNotificationConfiguration",
    "BucketOwnershipControls": "OwnershipControls",
    "BucketCors": "BucketCrossOriginConfiguration",
    "BucketRequestPayment": "IsRequesterPaysEnabled",
    "BucketObjectLockConfiguration": "ObjectLockConfiguration",
    "ObjectLockConfiguration": "ObjectLockConfiguration",
    "AccelerateConfiguration": "BucketAccelerateConfiguration",
}
_BUCKETS: Final[dict[str, dict[str, Any]]] = {
    f"{verb}{noun}": {f"supplementaryConfiguration.{setting}": ANY}
    for noun, setting in _OF_BUCKETS.items()
    for verb in ("Put", "Delete")
}
for _verb in ("Put", "Delete"):
    _BUCKETS[f"{_verb}BucketPolicy"]["supplementaryConfiguration.BucketPolicyStatus"] = ANY
    _BUCKETS[f"{_verb}BucketTagging"] = {"tags": ANY}

_LOGS: Final = "configuration.enabledCloudwatchLogsExports"
_DATABASES: Final = {
    "vpcsecuritygroupids": "configuration.vpcSecurityGroups",
    "enablecloudwatchlogsexports": _LOGS,
    "cloudwatchlogsexportconfiguration.enablelogtypes": f"+{_LOGS}",
    "cloudwatchlogsexportconfiguration.disablelogtypes": f"-{_LOGS}",
    "enableiamdatabaseauthentication": "configuration.iAMDatabaseAuthenticationEnabled",
    "enableperformanceinsights": "configuration.performanceInsightsEnabled",
}
_SHARED: Final = {"supplementaryConfiguration": ANY}


def _key(enabled: bool, state: str) -> dict[str, Any]:
    return {"configuration.enabled": enabled, "configuration.keyState": state}


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
    Kind(
        type="AWS::RDS::DBSnapshot",
        source="rds",
        nouns=("DBSnapshot",),
        but=("Restore",),
        ids=("dbsnapshotarn",),
        names=("dbsnapshotidentifier", "targetdbsnapshotidentifier"),
        made=("CreateDBSnapshot", "CopyDBSnapshot"),
        sets={"ModifyDBSnapshotAttribute": _SHARED},
        folded=True,
    ),
    Kind(
        type="AWS::RDS::DBClusterSnapshot",
        source="rds",
        nouns=("DBClusterSnapshot",),
        but=("Restore",),
        ids=("dbclustersnapshotarn",),
        names=("dbclustersnapshotidentifier", "targetdbclustersnapshotidentifier"),
        made=("CreateDBClusterSnapshot", "CopyDBClusterSnapshot"),
        sets={"ModifyDBClusterSnapshotAttribute": _SHARED},
        folded=True,
    ),
    Kind(
        type="AWS::S3::Bucket",
        source="s3",
        nouns=("Bucket",),
        but=("AccountPublicAccessBlock",),
        names=("bucketname",),
        made=("CreateBucket",),
        sets=_BUCKETS,
        anywhere=True,
        fields={
            "bucketloggingstatus.loggingenabled.targetbucket": (
                "supplementaryConfiguration.BucketLoggingConfiguration.destinationBucketName"
            ),
            "versioningconfiguration.mfadelete": (
                "supplementaryConfiguration.BucketVersioningConfiguration.isMfaDeleteEnabled"
            ),
        },
    ),
    Kind(
        type="AWS::S3::AccountPublicAccessBlock",
        source="s3",
        unnamed=True,
        anywhere=True,
        sets={
            "PutAccountPublicAccessBlock": {"configuration": ANY},
            "DeleteAccountPublicAccessBlock": {"configuration": ANY},
        },
    ),
    Kind(
        type="AWS::KMS::Key",
        source="kms",
        nouns=("Key",),
        but=("DataKey",),
        events=("CreateAlias", "UpdateAlias", "DeleteAlias"),
        ids=("keyid", "keymetadata.keyid", "keymetadata.arn", "targetkeyid"),
        labels=("aliasname",),
        resources="key/",
        made=("CreateKey",),
        sets={
            "EnableKey": _key(True, "Enabled"),
            "DisableKey": _key(False, "Disabled"),
            "CancelKeyDeletion": _key(False, "Disabled"),
            "ScheduleKeyDeletion": {
                **_key(False, "PendingDeletion"),
                "configuration.deletionDate": ANY,
            },
            "EnableKeyRotation": {"supplementaryConfiguration.KeyRotationStatus": True},
            "DisableKeyRotation": {"supplementaryConfiguration.KeyRotationStatus": False},
            "PutKeyPolicy": {"supplementaryConfiguration.Policy": ANY},
            "TagResource": {"tags": ANY},
            "UntagResource": {"tags": ANY},
        },
    ),
    Kind(
        type="AWS::SecretsManager::Secret",
        source="secretsmanager",
        nouns=("Secret",),
        but=("SecretValue",),
        ids=("secretid", "arn"),
        names=("name",),
        made=("CreateSecret",),
        sets={
            "RotateSecret": {"configuration.rotationEnabled": True},
            "CancelRotateSecret": {"configuration.rotationEnabled": False},
        },
    ),
    Kind(
        type="AWS::DynamoDB::Table",
        source="dynamodb",
        nouns=("Table", "ContinuousBackups", "TimeToLive"),
        names=("tablename",),
        made=("CreateTable", "RestoreTableFromBackup", "RestoreTableToPointInTime"),
        sets={"UpdateContinuousBackups": {"supplementaryConfiguration": ANY}},
        fields={"billingmode": "configuration.billingModeSummary.billingMode"},
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
            "EnableLogging": {"supplementaryConfiguration": ANY},
            "DisableLogging": {"supplementaryConfiguration": ANY},
        },
        fields={
            "vpcsecuritygroupids": "configuration.vpcSecurityGroups",
            "clusterparametergroupname": "configuration.clusterParameterGroups",
        },
        folded=True,
    ),
    Kind(
        type="AWS::EFS::FileSystem",
        source="elasticfilesystem",
        nouns=("FileSystem", "BackupPolicy", "LifecycleConfiguration"),
        ids=("filesystemid",),
        labels=("name",),
        made=("CreateFileSystem",),
    ),
    *(
        Kind(
            type=each,
            source="es",
            nouns=("Domain",),
            names=("domainname",),
            made=("CreateDomain", "CreateElasticsearchDomain"),
        )
        for each in ("AWS::OpenSearch::Domain", "AWS::Elasticsearch::Domain")
    ),
)
