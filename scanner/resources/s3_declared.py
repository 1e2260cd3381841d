"""S3: how templates and Terraform say what a bucket's settings are."""

from typing import Any, Final

from scanner.shape import Given, Spelt
from scanner.unresolved import OPEN, Unresolved

_PAGE: Final = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-s3-bucket.html"
)
_PROVIDER: Final = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_GUIDE: Final = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"

_NOT_YET: Final = Given(by=None, default=None)
"""When it was made: what is declared is not there yet."""
_OWNER: Final = {
    "id": Unresolved(
        "the owner's canonical id is known after deployment", present=True, token=OPEN + "Owner"
    ),
    "displayName": None,
}
_DEFAULTS: Final[dict[str, tuple[Any, str]]] = {
    "AccessControlList": (
        {"grantList": [{"grantee": _OWNER, "permission": "FullControl"}], "owner": _OWNER},
        f"{_GUIDE}acl-overview.html",
    ),
    "BucketAccelerateConfiguration": ({"status": None}, f"{_GUIDE}transfer-acceleration.html"),
    "BucketCrossOriginConfiguration": (None, f"{_GUIDE}cors.html"),
    "BucketLifecycleConfiguration": (None, f"{_GUIDE}object-lifecycle-mgmt.html"),
    "BucketLoggingConfiguration": (
        {"destinationBucketName": None, "logFilePrefix": None},
        f"{_GUIDE}ServerLogs.html",
    ),
    "BucketNotificationConfiguration": (
        {"configurations": {}},
        f"{_GUIDE}EventNotifications.html",
    ),
    "BucketPolicy": ({"policyText": None}, f"{_GUIDE}bucket-policies.html"),
    "BucketReplicationConfiguration": (None, f"{_GUIDE}replication.html"),
    "BucketTaggingConfiguration": ({"tagSets": [{"tags": {}}]}, f"{_GUIDE}CostAllocTagging.html"),
    "BucketVersioningConfiguration": (
        {"status": "Off", "isMfaDeleteEnabled": None},
        f"{_GUIDE}Versioning.html",
    ),
    "BucketWebsiteConfiguration": (None, f"{_GUIDE}WebsiteHosting.html"),
    "IsRequesterPaysEnabled": (False, f"{_GUIDE}RequesterPaysBuckets.html"),
    "ObjectLockConfiguration": (None, f"{_GUIDE}object-lock.html"),
    "OwnershipControls": (
        {"rules": [{"objectOwnership": "BucketOwnerEnforced"}]},
        f"{_GUIDE}about-object-ownership.html",
    ),
    "PublicAccessBlockConfiguration": (
        {
            "blockPublicAcls": True,
            "blockPublicPolicy": True,
            "ignorePublicAcls": True,
            "restrictPublicBuckets": True,
        },
        f"{_GUIDE}access-control-block-public-access.html",
    ),
    "ServerSideEncryptionConfiguration": (
        {
            "rules": [
                {
                    "applyServerSideEncryptionByDefault": {
                        "sseAlgorithm": "AES256",
                        "kmsMasterKeyID": None,
                    },
                    "bucketKeyEnabled": False,
                }
            ]
        },
        f"{_GUIDE}default-bucket-encryption.html",
    ),
}
"""What each setting is of a new bucket that says nothing, and the page that says so."""


def _settings(**given: tuple[str | None, str]) -> dict[str, str | Given]:
    """Settings by name, each with the property that says it and its form."""
    found: dict[str, str | Given] = {}
    for name, (by, form) in given.items():
        default, source = _DEFAULTS[name]
        path = f"supplementaryConfiguration.{name}"
        found[path] = Given(by=by, form=form, default=default, source=source)
    return found


def _part(kind: str, name: str, by: str, form: str, source: str = "") -> Spelt:
    """A resource that is one setting of the bucket that it names.

    What it leaves out is as where there is no such resource.
    """
    page = source or _PROVIDER.format(kind.removeprefix("aws_"))
    given = Given(by=by, form=form, default=_DEFAULTS[name][0], source=page)
    return Spelt(kind=kind, part_of="bucket", fields={f"supplementaryConfiguration.{name}": given})


CLOUDFORMATION: Final = (
    Spelt(
        kind="AWS::S3::Bucket",
        fields={
            "configuration.name": "BucketName",
            "configuration.creationDate": _NOT_YET,
            **_settings(
                AccessControlList=("AccessControl", "canned_acl"),
                BucketAccelerateConfiguration=(
                    "AccelerateConfiguration.AccelerationStatus",
                    "acceleration",
                ),
                BucketCrossOriginConfiguration=("CorsConfiguration", "cors"),
                BucketLifecycleConfiguration=("LifecycleConfiguration", "lifecycle"),
                BucketLoggingConfiguration=("LoggingConfiguration", "bucket_logging"),
                BucketNotificationConfiguration=("NotificationConfiguration", "notification"),
                BucketPolicy=(None, ""),
                BucketReplicationConfiguration=("ReplicationConfiguration", "replication"),
                BucketTaggingConfiguration=("", "tag_sets"),
                BucketVersioningConfiguration=("VersioningConfiguration", "bucket_versioning"),
                BucketWebsiteConfiguration=("WebsiteConfiguration", "website"),
                IsRequesterPaysEnabled=(None, ""),
                ObjectLockConfiguration=("", "object_lock"),
                OwnershipControls=("OwnershipControls", "ownership"),
                PublicAccessBlockConfiguration=(
                    "PublicAccessBlockConfiguration",
                    "public_access_block",
                ),
                ServerSideEncryptionConfiguration=("BucketEncryption", "bucket_encryption"),
            ),
        },
    ),
    Spelt(
        kind="AWS::S3::BucketPolicy",
        part_of="Bucket",
        fields={
            "supplementaryConfiguration.BucketPolicy": Given(
                by="PolicyDocument", form="bucket_policy", source=_PAGE
            )
        },
    ),
)

TERRAFORM: Final = (
    Spelt(
        kind="aws_s3_bucket",
        fields={
            "configuration.name": "bucket",
            "configuration.creationDate": _NOT_YET,
            **_settings(
                AccessControlList=("", "inline_acl"),
                BucketAccelerateConfiguration=("acceleration_status", "acceleration"),
                BucketCrossOriginConfiguration=("", "cors"),
                BucketLifecycleConfiguration=("", "lifecycle"),
                BucketLoggingConfiguration=("logging", "bucket_logging"),
                BucketNotificationConfiguration=(None, ""),
                BucketPolicy=("policy", "bucket_policy"),
                BucketReplicationConfiguration=("replication_configuration", "replication"),
                BucketTaggingConfiguration=("", "tag_sets"),
                BucketVersioningConfiguration=("versioning", "bucket_versioning"),
                BucketWebsiteConfiguration=("website", "website"),
                IsRequesterPaysEnabled=("request_payer", "requester_pays"),
                ObjectLockConfiguration=("", "object_lock"),
                OwnershipControls=(None, ""),
                PublicAccessBlockConfiguration=(None, ""),
                ServerSideEncryptionConfiguration=(
                    "server_side_encryption_configuration",
                    "bucket_encryption",
                ),
            ),
        },
        refers={"id": "name", "bucket": "name"},
    ),
    _part(
        "aws_s3_bucket_accelerate_configuration",
        "BucketAccelerateConfiguration",
        "status",
        "acceleration",
    ),
    _part("aws_s3_bucket_acl", "AccessControlList", "", "granted_acl"),
    _part("aws_s3_bucket_cors_configuration", "BucketCrossOriginConfiguration", "", "cors"),
    _part("aws_s3_bucket_lifecycle_configuration", "BucketLifecycleConfiguration", "", "lifecycle"),
    _part("aws_s3_bucket_logging", "BucketLoggingConfiguration", "", "bucket_logging"),
    _part("aws_s3_bucket_notification", "BucketNotificationConfiguration", "", "notification"),
    _part("aws_s3_bucket_object_lock_configuration", "ObjectLockConfiguration", "", "kept_locked"),
    _part("aws_s3_bucket_ownership_controls", "OwnershipControls", "", "ownership"),
    _part("aws_s3_bucket_policy", "BucketPolicy", "policy", "bucket_policy"),
    _part(
        "aws_s3_bucket_public_access_block",
        "PublicAccessBlockConfiguration",
        "",
        "public_access_block",
    ),
    _part(
        "aws_s3_bucket_replication_configuration",
        "BucketReplicationConfiguration",
        "",
        "replication",
    ),
    _part(
        "aws_s3_bucket_request_payment_configuration",
        "IsRequesterPaysEnabled",
        "payer",
        "requester_pays",
    ),
    _part(
        "aws_s3_bucket_server_side_encryption_configuration",
        "ServerSideEncryptionConfiguration",
        "",
        "bucket_encryption",
    ),
    _part(
        "aws_s3_bucket_versioning",
        "BucketVersioningConfiguration",
        "versioning_configuration",
        "bucket_versioning",
    ),
    _part("aws_s3_bucket_website_configuration", "BucketWebsiteConfiguration", "", "website"),
)

_BLOCK: Final = ("block_public_acls", "block_public_policy")
_IGNORE: Final = ("ignore_public_acls", "restrict_public_buckets")
ACCOUNT_TERRAFORM: Final = (
    Spelt(
        kind="aws_s3_account_public_access_block",
        fields={
            f"configuration.{ours}": Given(
                by=theirs,
                default=False,
                source=_PROVIDER.format("s3_account_public_access_block"),
            )
            for ours, theirs in zip(
                (
                    "blockPublicAcls",
                    "blockPublicPolicy",
                    "ignorePublicAcls",
                    "restrictPublicBuckets",
                ),
                (*_BLOCK, *_IGNORE),
                strict=True,
            )
        },
    ),
)
