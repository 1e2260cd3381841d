"""S3: buckets, whose settings AWS Config spells as Amazon's Java library did."""

from typing import Any

from scanner.resources import s3_declared
from scanner.shape import Call, ResourceType, Tree

_WHO: Tree = {"displayName": "string", "id": "string"}
_RULE_FILTER: Tree = {
    "predicate": {
        "operands": [{"prefix": "string", "tag": "any", "type": "string"}],
        "prefix": "string",
        "tag": {"key": "string", "value": "string"},
        "type": "string",
    }
}
_TRANSITION: Tree = {"date": "timestamp", "days": "integer", "storageClass": "string"}
_LATER_TRANSITION: Tree = {
    "days": "integer",
    "newerNoncurrentVersions": "integer",
    "storageClass": "string",
}
_LIFECYCLE_RULE: Tree = {
    "abortIncompleteMultipartUpload": {"daysAfterInitiation": "integer"},
    "expirationDate": "timestamp",
    "expirationInDays": "integer",
    "expiredObjectDeleteMarker": "boolean",
    "filter": _RULE_FILTER,
    "id": "string",
    "noncurrentVersionExpiration": {
        "newerNoncurrentVersions": "integer",
        "noncurrentDays": "integer",
    },
    "noncurrentVersionExpirationInDays": "integer",
    "noncurrentVersionTransitions": [_LATER_TRANSITION],
    "prefix": "string",
    "status": "string",
    "transitions": [_TRANSITION],
}
_ROUTING_RULE: Tree = {
    "condition": {"httpErrorCodeReturnedEquals": "string", "keyPrefixEquals": "string"},
    "redirect": {
        "hostName": "string",
        "httpRedirectCode": "string",
        "protocol": "string",
        "replaceKeyPrefixWith": "string",
        "replaceKeyWith": "string",
    },
}
_SETTINGS: dict[str, Tree] = {
    "AccessControlList": {
        "grantList": [{"grantee": "any", "permission": "string"}],  # a group's name, or who
        "isRequesterCharged": "boolean",
        "owner": _WHO,
    },
    "BucketAccelerateConfiguration": {"status": "string"},
    "BucketCrossOriginConfiguration": {
        "rules": [
            {
                "allowedHeaders": ["string"],
                "allowedMethods": ["string"],
                "allowedOrigins": ["string"],
                "exposedHeaders": ["string"],
                "id": "string",
                "maxAgeSeconds": "integer",
            }
        ]
    },
    "BucketLifecycleConfiguration": {"rules": [_LIFECYCLE_RULE]},
    "BucketLoggingConfiguration": {"destinationBucketName": "string", "logFilePrefix": "string"},
    "BucketNotificationConfiguration": {"configurations": {"*": "any"}},
    "BucketPolicy": {"policyText": "any"},  # JSON text, or what it says
    "BucketPolicyStatus": {"isPublic": "boolean"},
    "BucketReplicationConfiguration": {"roleARN": "string", "rules": {"*": "any"}},
    "BucketTaggingConfiguration": {"tagSets": [{"tags": {"*": "string"}}]},
    "BucketVersioningConfiguration": {"isMfaDeleteEnabled": "boolean", "status": "string"},
    "BucketWebsiteConfiguration": {
        "errorDocument": "string",
        "indexDocumentSuffix": "string",
        "redirectAllRequestsTo": {"hostName": "string", "protocol": "string"},
        "routingRules": [_ROUTING_RULE],
    },
    "IsRequesterPaysEnabled": "boolean",
    "ObjectLockConfiguration": {
        "objectLockEnabled": "string",
        "rule": {
            "defaultRetention": {"days": "integer", "mode": "string", "years": "integer"},
        },
    },
    "OwnershipControls": {"rules": [{"objectOwnership": "string"}]},
    "PublicAccessBlockConfiguration": dict.fromkeys(
        ("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"),
        "boolean",
    ),
    "ServerSideEncryptionConfiguration": {
        "rules": [
            {
                "applyServerSideEncryptionByDefault": {
                    "kmsMasterKeyID": "string",
                    "sseAlgorithm": "string",
                },
                "bucketKeyEnabled": "boolean",
            }
        ]
    },
}


def _of_bucket(operation: str, items: str = "", **more: Any) -> Call:
    return Call("s3", operation, items, each={"Bucket": "Name"}, **more)


BUCKET = ResourceType(
    name="AWS::S3::Bucket",
    id="name",
    label="name",
    arn="s3:::{name}",
    live=Call("s3", "list_buckets", "Buckets[]", fixed={"BucketRegion": "{region}"}),
    more={
        "AccessControlList": _of_bucket("get_bucket_acl", form="acl"),
        "BucketAccelerateConfiguration": _of_bucket(
            "get_bucket_accelerate_configuration", may_lack=True
        ),
        "BucketCrossOriginConfiguration": _of_bucket(
            "get_bucket_cors", absent=("NoSuchCORSConfiguration",), form="cors"
        ),
        "BucketLifecycleConfiguration": _of_bucket(
            "get_bucket_lifecycle_configuration",
            absent=("NoSuchLifecycleConfiguration",),
            form="lifecycle",
        ),
        "BucketLoggingConfiguration": _of_bucket(
            "get_bucket_logging", "LoggingEnabled", may_lack=True, form="logging"
        ),
        "BucketNotificationConfiguration": _of_bucket(
            "get_bucket_notification_configuration", may_lack=True, form="notification"
        ),
        "BucketPolicy": _of_bucket(
            "get_bucket_policy", absent=("NoSuchBucketPolicy",), form="policy_text"
        ),
        "BucketPolicyStatus": _of_bucket(
            "get_bucket_policy_status", "PolicyStatus", absent=("NoSuchBucketPolicy",)
        ),
        "BucketReplicationConfiguration": _of_bucket(
            "get_bucket_replication",
            "ReplicationConfiguration",
            absent=("ReplicationConfigurationNotFoundError",),
            form="replication",
        ),
        "BucketTaggingConfiguration": _of_bucket(
            "get_bucket_tagging", absent=("NoSuchTagSet",), form="tag_sets"
        ),
        "BucketVersioningConfiguration": _of_bucket(
            "get_bucket_versioning", may_lack=True, form="versioning"
        ),
        "BucketWebsiteConfiguration": _of_bucket(
            "get_bucket_website", absent=("NoSuchWebsiteConfiguration",), form="website"
        ),
        "IsRequesterPaysEnabled": _of_bucket(
            "get_bucket_request_payment", "Payer", form="requester_pays"
        ),
        "ObjectLockConfiguration": _of_bucket(
            "get_object_lock_configuration",
            "ObjectLockConfiguration",
            absent=("ObjectLockConfigurationNotFoundError",),
        ),
        "OwnershipControls": _of_bucket(
            "get_bucket_ownership_controls",
            "OwnershipControls",
            absent=("OwnershipControlsNotFoundError",),
        ),
        "PublicAccessBlockConfiguration": _of_bucket(
            "get_public_access_block",
            "PublicAccessBlockConfiguration",
            absent=("NoSuchPublicAccessBlockConfiguration",),
        ),
        "ServerSideEncryptionConfiguration": _of_bucket(
            "get_bucket_encryption",
            "ServerSideEncryptionConfiguration",
            absent=("ServerSideEncryptionConfigurationNotFoundError",),
            form="encryption",
        ),
        "tags": _of_bucket("get_bucket_tagging", "TagSet", absent=("NoSuchTagSet",)),
    },
    extra={
        "configuration.owner": _WHO,
        **{f"supplementaryConfiguration.{name}": tree for name, tree in _SETTINGS.items()},
    },
    unread=("configuration.owner",),
    cloudformation=s3_declared.CLOUDFORMATION,
    terraform=s3_declared.TERRAFORM,
    anywhere=True,
)

ACCOUNT_PUBLIC_ACCESS_BLOCK = ResourceType(
    name="AWS::S3::AccountPublicAccessBlock",
    id="",
    live=Call(
        "s3control",
        "get_public_access_block",
        "PublicAccessBlockConfiguration",
        fixed={"AccountId": "{account}"},
        absent=("NoSuchPublicAccessBlockConfiguration",),
        form="no_block",
    ),
    terraform=s3_declared.ACCOUNT_TERRAFORM,
    regional=False,
    anywhere=True,
)
