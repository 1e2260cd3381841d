"""S3: buckets, whose settings AWS Config spells as Amazon's Java library did."""

from scanner.shape import Call, ResourceType, Tree

_BUCKET = {"Bucket": "Name"}
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

BUCKET = ResourceType(
    name="AWS::S3::Bucket",
    id="name",
    live=Call("s3", "list_buckets", "Buckets[]"),
    more={
        "AccessControlList": Call("s3", "get_bucket_acl", each=_BUCKET),
        "BucketAccelerateConfiguration": Call(
            "s3", "get_bucket_accelerate_configuration", each=_BUCKET
        ),
        "BucketCrossOriginConfiguration": Call("s3", "get_bucket_cors", each=_BUCKET),
        "BucketLifecycleConfiguration": Call(
            "s3", "get_bucket_lifecycle_configuration", each=_BUCKET
        ),
        "BucketLoggingConfiguration": Call(
            "s3", "get_bucket_logging", "LoggingEnabled", each=_BUCKET
        ),
        "BucketNotificationConfiguration": Call(
            "s3", "get_bucket_notification_configuration", each=_BUCKET
        ),
        "BucketPolicy": Call("s3", "get_bucket_policy", each=_BUCKET),
        "BucketPolicyStatus": Call("s3", "get_bucket_policy_status", "PolicyStatus", each=_BUCKET),
        "BucketReplicationConfiguration": Call(
            "s3", "get_bucket_replication", "ReplicationConfiguration", each=_BUCKET
        ),
        "BucketTaggingConfiguration": Call("s3", "get_bucket_tagging", each=_BUCKET),
        "BucketVersioningConfiguration": Call("s3", "get_bucket_versioning", each=_BUCKET),
        "BucketWebsiteConfiguration": Call("s3", "get_bucket_website", each=_BUCKET),
        "IsRequesterPaysEnabled": Call("s3", "get_bucket_request_payment", "Payer", each=_BUCKET),
        "ObjectLockConfiguration": Call(
            "s3", "get_object_lock_configuration", "ObjectLockConfiguration", each=_BUCKET
        ),
        "OwnershipControls": Call(
            "s3", "get_bucket_ownership_controls", "OwnershipControls", each=_BUCKET
        ),
        "PublicAccessBlockConfiguration": Call(
            "s3", "get_public_access_block", "PublicAccessBlockConfiguration", each=_BUCKET
        ),
        "ServerSideEncryptionConfiguration": Call(
            "s3", "get_bucket_encryption", "ServerSideEncryptionConfiguration", each=_BUCKET
        ),
    },
    extra={
        "configuration.owner": _WHO,
        **{f"supplementaryConfiguration.{name}": tree for name, tree in _SETTINGS.items()},
    },
)

ACCOUNT_PUBLIC_ACCESS_BLOCK = ResourceType(
    name="AWS::S3::AccountPublicAccessBlock",
    id="",
    live=Call("s3control", "get_public_access_block", "PublicAccessBlockConfiguration"),
    regional=False,
)
