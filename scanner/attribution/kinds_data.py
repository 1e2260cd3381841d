"""The events that change what holds data: databases, buckets, keys, secrets."""

from typing import Any, Final

from scanner.attribution.kind import ANY, PART, Kind, decided

_OF_BUCKETS: Final = {
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
    f"{verb}{noun}": {f"supplementaryConfiguration.{setting}": value}
    for noun, setting in _OF_BUCKETS.items()
    for verb, value in (("Put", ANY), ("Delete", None))
}
for _verb, _value in (("Put", ANY), ("Delete", None)):
    _BUCKETS[f"{_verb}BucketPolicy"]["supplementaryConfiguration.BucketPolicyStatus"] = _value
    _BUCKETS[f"{_verb}BucketTagging"] = {"tags": _value}
_ENCRYPTION: Final = (
    "supplementaryConfiguration.ServerSideEncryptionConfiguration.rules"
    ".applyServerSideEncryptionByDefault"
)
_BUCKETS["DeleteBucketEncryption"] = {
    f"{_ENCRYPTION}.sseAlgorithm": "AES256",  # what S3 does by itself
    f"{_ENCRYPTION}.kmsMasterKeyID": None,
}
_BUCKETS["CreateBucket"] = {"supplementaryConfiguration.BucketPolicy": None}
_VERSIONING: Final = "supplementaryConfiguration.BucketVersioningConfiguration"

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
    Kind(
        type="AWS::RDS::DBSnapshot",
        source="rds",
        nouns=("DBSnapshot",),
        but=("Restore",),
        ids=("dbsnapshotarn",),
        names=("dbsnapshotidentifier", "targetdbsnapshotidentifier"),
        made=("CreateDBSnapshot", "CopyDBSnapshot"),
        sets=decided(
            ("ModifyDBSnapshotAttribute",),
            "supplementaryConfiguration.DBSnapshotAttributes",
            value=PART,
        ),
        fixed=("configuration.encrypted",),
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
        sets=decided(
            ("ModifyDBClusterSnapshotAttribute",),
            "supplementaryConfiguration.DBClusterSnapshotAttributes",
            value=PART,
        ),
        fixed=("configuration.storageEncrypted",),
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
            "versioningconfiguration.status": f"{_VERSIONING}.status",
            "versioningconfiguration.mfadelete": f"{_VERSIONING}.isMfaDeleteEnabled",
        },
    ),
    Kind(
        type="AWS::S3::AccountPublicAccessBlock",
        source="s3",
        unnamed=True,
        anywhere=True,
        sets={
            "PutAccountPublicAccessBlock": {"configuration": ANY},
            "DeleteAccountPublicAccessBlock": {"configuration": None},
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
            "TagResource": {"tags": PART},
            "UntagResource": {"tags": PART},
        },
        fields={"policy": "supplementaryConfiguration.Policy"},
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
        told=("configuration.kmsKeyId", "configuration.rotationRules"),
        untold=(
            "configuration.createdDate",  # a fault by the passing of time alone
            "configuration.lastAccessedDate",
            "configuration.lastRotatedDate",
            "configuration.nextRotationDate",
            "configuration.rotationOccurringAsScheduled",
        ),
    ),
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
    Kind(
        type="AWS::EFS::FileSystem",
        source="elasticfilesystem",
        nouns=("FileSystem", "BackupPolicy", "LifecycleConfiguration"),
        ids=("filesystemid",),
        labels=("name",),
        made=("CreateFileSystem",),
        told=("configuration.BackupPolicy",),
        fixed=("configuration.Encrypted", "configuration.KmsKeyId"),
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
