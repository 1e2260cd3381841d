"""The events that change what holds data: buckets, keys, secrets, file systems."""

from typing import Any, Final

from scanner.attribution.kind import ANY, PART, Kind

_SETTINGS: Final = {
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
_ENCRYPTION: Final = (
    "supplementaryConfiguration.ServerSideEncryptionConfiguration.rules"
    ".applyServerSideEncryptionByDefault"
)


def _of_buckets() -> dict[str, dict[str, Any]]:
    """The fields that the events of each setting of a bucket decide."""
    found: dict[str, dict[str, Any]] = {}
    for verb, value in (("Put", ANY), ("Delete", None)):
        for noun, setting in _SETTINGS.items():
            found[f"{verb}{noun}"] = {f"supplementaryConfiguration.{setting}": value}
        found[f"{verb}BucketPolicy"]["supplementaryConfiguration.BucketPolicyStatus"] = value
        found[f"{verb}BucketTagging"] = {"tags": value}
    by_itself = {f"{_ENCRYPTION}.sseAlgorithm": "AES256", f"{_ENCRYPTION}.kmsMasterKeyID": None}
    found["DeleteBucketEncryption"] = by_itself  # what S3 does without being told
    found["CreateBucket"] = {"supplementaryConfiguration.BucketPolicy": None}
    return found


_VERSIONING: Final = "supplementaryConfiguration.BucketVersioningConfiguration"


def _key(enabled: bool, state: str) -> dict[str, Any]:
    return {"configuration.enabled": enabled, "configuration.keyState": state}


KINDS: Final = (
    Kind(
        type="AWS::S3::Bucket",
        source="s3",
        nouns=("Bucket",),
        but=("AccountPublicAccessBlock",),
        names=("bucketname",),
        made=("CreateBucket",),
        again=True,
        sets=_of_buckets(),
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
        type="AWS::EFS::FileSystem",
        source="elasticfilesystem",
        nouns=("FileSystem", "BackupPolicy", "LifecycleConfiguration"),
        ids=("filesystemid",),
        labels=("name",),
        made=("CreateFileSystem",),
        told=("configuration.BackupPolicy",),
        fixed=("configuration.Encrypted", "configuration.KmsKeyId"),
    ),
)
