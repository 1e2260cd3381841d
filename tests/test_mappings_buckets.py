"""Buckets: templates, Terraform, the services' answers and AWS Config say the same of them."""

import pytest
from mappings import POLICY, assert_says, documents, named, resource, supplementary

from scanner.sources import bucket_forms

NEW_BUCKET = {
    "BucketVersioningConfiguration": {"status": "Off"},
    "BucketLoggingConfiguration": {},
    "BucketPolicy": {"policyText": None},
    "BucketLifecycleConfiguration": None,
    "BucketReplicationConfiguration": None,
    "BucketNotificationConfiguration": {"configurations": {}},
    "ObjectLockConfiguration": None,
    "OwnershipControls": {"rules": [{"objectOwnership": "BucketOwnerEnforced"}]},
    "PublicAccessBlockConfiguration": {
        "blockPublicAcls": True,
        "blockPublicPolicy": True,
        "ignorePublicAcls": True,
        "restrictPublicBuckets": True,
    },
    "ServerSideEncryptionConfiguration": {
        "rules": [
            {
                "applyServerSideEncryptionByDefault": {"sseAlgorithm": "AES256"},
                "bucketKeyEnabled": False,
            }
        ]
    },
    "IsRequesterPaysEnabled": False,
    "BucketTaggingConfiguration": {"tagSets": [{"tags": {}}]},
}
RECORDED_BUCKET = {
    "BucketVersioningConfiguration": {"status": "Enabled"},
    "BucketLoggingConfiguration": {"destinationBucketName": "logs", "logFilePrefix": "b/"},
    "BucketPolicy": {"policyText": POLICY},
    "BucketLifecycleConfiguration": {
        "rules": [
            {
                "id": "old",
                "status": "Enabled",
                "expirationInDays": 30,
                "noncurrentVersionExpirationInDays": 4,
                "noncurrentVersionExpiration": {"noncurrentDays": 4},
                "transitions": [{"days": 10, "storageClass": "GLACIER"}],
                "abortIncompleteMultipartUpload": {"daysAfterInitiation": 2},
            }
        ]
    },
    "BucketNotificationConfiguration": {
        "configurations": {
            "Topic0": {
                "type": "TopicConfiguration",
                "topicARN": "arn:aws:sns:eu-west-1:123456789012:t",
                "events": ["s3:ObjectCreated:*"],
                "filter": {"key": {"filterRules": [{"name": "suffix", "value": ".log"}]}},
            }
        }
    },
    "ObjectLockConfiguration": {
        "objectLockEnabled": "Enabled",
        "rule": {"defaultRetention": {"days": 3, "mode": "GOVERNANCE"}},
    },
    "OwnershipControls": {"rules": [{"objectOwnership": "BucketOwnerPreferred"}]},
    "PublicAccessBlockConfiguration": {
        "blockPublicAcls": True,
        "blockPublicPolicy": False,
        "ignorePublicAcls": False,
        "restrictPublicBuckets": True,
    },
    "ServerSideEncryptionConfiguration": {
        "rules": [
            {
                "applyServerSideEncryptionByDefault": {
                    "sseAlgorithm": "aws:kms",
                    "kmsMasterKeyID": "alias/logs",
                },
                "bucketKeyEnabled": True,
            }
        ]
    },
    "BucketReplicationConfiguration": {
        "roleARN": "arn:aws:iam::123456789012:role/r",
        "rules": {
            "r": {
                "id": "r",
                "status": "Enabled",
                "destination": {"bucket": "arn:aws:s3:::copy"},
            }
        },
    },
    "BucketCrossOriginConfiguration": {
        "rules": [{"allowedMethods": ["GET"], "allowedOrigins": ["*"], "maxAgeSeconds": 60}]
    },
}
SUFFIX = [{"Name": "suffix", "Value": ".log"}]
TEMPLATE_BUCKET = {
    "BucketName": "b",
    "VersioningConfiguration": {"Status": "Enabled"},
    "LoggingConfiguration": {"DestinationBucketName": "logs", "LogFilePrefix": "b/"},
    "LifecycleConfiguration": {
        "Rules": [
            {
                "Id": "old",
                "Status": "Enabled",
                "ExpirationInDays": "30",
                "NoncurrentVersionExpiration": {"NoncurrentDays": 4},
                "Transitions": [{"TransitionInDays": 10, "StorageClass": "GLACIER"}],
                "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 2},
            }
        ]
    },
    "NotificationConfiguration": {
        "TopicConfigurations": [
            {
                "Topic": "arn:aws:sns:eu-west-1:123456789012:t",
                "Event": "s3:ObjectCreated:*",
                "Filter": {"S3Key": {"Rules": SUFFIX}},
            }
        ]
    },
    "ObjectLockEnabled": True,
    "ObjectLockConfiguration": {
        "ObjectLockEnabled": "Enabled",
        "Rule": {"DefaultRetention": {"Days": 3, "Mode": "GOVERNANCE"}},
    },
    "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]},
    "PublicAccessBlockConfiguration": {
        "BlockPublicAcls": "true",
        "BlockPublicPolicy": False,
        "IgnorePublicAcls": "false",
        "RestrictPublicBuckets": True,
    },
    "BucketEncryption": {
        "ServerSideEncryptionConfiguration": [
            {
                "BucketKeyEnabled": True,
                "ServerSideEncryptionByDefault": {
                    "SSEAlgorithm": "aws:kms",
                    "KMSMasterKeyID": "alias/logs",
                },
            }
        ]
    },
    "ReplicationConfiguration": {
        "Role": "arn:aws:iam::123456789012:role/r",
        "Rules": [{"Id": "r", "Status": "Enabled", "Destination": {"Bucket": "arn:aws:s3:::copy"}}],
    },
    "CorsConfiguration": {
        "CorsRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAge": 60}]
    },
}


def terraform_parts(bucket):
    """The resources that say the same of a bucket, one setting each, as a plan has them."""
    return [
        resource(f"aws_s3_bucket_{kind}", f"aws_s3_bucket_{kind}.it", bucket=bucket, **said)
        for kind, said in {
            "versioning": {"versioning_configuration": [{"status": "Enabled", "mfa_delete": None}]},
            "logging": {"target_bucket": "logs", "target_prefix": "b/"},
            "policy": {"policy": POLICY},
            "lifecycle_configuration": {
                "rule": [
                    {
                        "id": "old",
                        "status": "Enabled",
                        "prefix": "",
                        "filter": [],
                        "expiration": [{"days": 30, "expired_object_delete_marker": False}],
                        "noncurrent_version_expiration": [{"noncurrent_days": 4}],
                        "noncurrent_version_transition": [],
                        "transition": [{"date": None, "days": 10, "storage_class": "GLACIER"}],
                        "abort_incomplete_multipart_upload": [{"days_after_initiation": 2}],
                    }
                ]
            },
            "notification": {
                "eventbridge": False,
                "lambda_function": [],
                "queue": [],
                "topic": [
                    {
                        "topic_arn": "arn:aws:sns:eu-west-1:123456789012:t",
                        "events": ["s3:ObjectCreated:*"],
                        "filter_prefix": None,
                        "filter_suffix": ".log",
                    }
                ],
            },
            "object_lock_configuration": {
                "object_lock_enabled": "Enabled",
                "rule": [{"default_retention": [{"days": 3, "mode": "GOVERNANCE"}]}],
            },
            "ownership_controls": {"rule": [{"object_ownership": "BucketOwnerPreferred"}]},
            "public_access_block": {
                "block_public_acls": True,
                "block_public_policy": False,
                "ignore_public_acls": False,
                "restrict_public_buckets": True,
            },
            "server_side_encryption_configuration": {
                "rule": [
                    {
                        "apply_server_side_encryption_by_default": [
                            {"sse_algorithm": "aws:kms", "kms_master_key_id": "alias/logs"}
                        ],
                        "bucket_key_enabled": True,
                    }
                ]
            },
            "replication_configuration": {
                "role": "arn:aws:iam::123456789012:role/r",
                "rule": [
                    {
                        "id": "r",
                        "status": "Enabled",
                        "filter": [],
                        "destination": [{"bucket": "arn:aws:s3:::copy", "metrics": []}],
                    }
                ],
            },
            "cors_configuration": {
                "cors_rule": [
                    {
                        "allowed_methods": ["GET"],
                        "allowed_origins": ["*"],
                        "max_age_seconds": 60,
                    }
                ]
            },
        }.items()
    ]


def test_a_bucket_that_says_nothing_is_as_s3_makes_new_ones():
    assert_says(supplementary(resource("AWS::S3::Bucket")), NEW_BUCKET)
    assert_says(supplementary(resource("aws_s3_bucket", "aws_s3_bucket.b")), NEW_BUCKET)


def test_a_template_says_what_config_records_of_a_bucket():
    bucket = resource("AWS::S3::Bucket", **TEMPLATE_BUCKET)
    policy = resource("AWS::S3::BucketPolicy", "Policy", Bucket="b", PolicyDocument=POLICY)
    assert_says(supplementary(bucket, policy), RECORDED_BUCKET)


@pytest.mark.parametrize("bucket", ["b", named("aws_s3_bucket.b", "aws_s3_bucket")])
def test_terraforms_parts_say_what_config_records_of_a_bucket(bucket):
    name = {"bucket": "b"} if bucket == "b" else {}
    whole = resource("aws_s3_bucket", "aws_s3_bucket.b", **name)
    assert_says(supplementary(whole, *terraform_parts(bucket)), RECORDED_BUCKET)
    assert len(documents(whole, *terraform_parts(bucket))) == 1


def test_the_services_answers_say_what_config_records_of_a_bucket():
    lifecycle = {
        "ID": "old",
        "Status": "Enabled",
        "Expiration": {"Days": 30},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 4},
        "Transitions": [{"Days": 10, "StorageClass": "GLACIER"}],
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 2},
    }
    topic = {
        "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t",
        "Events": ["s3:ObjectCreated:*"],
        "Filter": {"Key": {"FilterRules": SUFFIX}},
    }
    encryption = {
        "ApplyServerSideEncryptionByDefault": {
            "SSEAlgorithm": "aws:kms",
            "KMSMasterKeyID": "alias/logs",
        },
        "BucketKeyEnabled": True,
    }
    destination = {"Bucket": "arn:aws:s3:::copy"}
    copied = {"ID": "r", "Status": "Enabled", "Destination": destination}
    shared = {"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAgeSeconds": 60}
    replication = {"Role": "arn:aws:iam::123456789012:role/r", "Rules": [copied]}
    found = {
        "BucketVersioningConfiguration": bucket_forms.versioning({"Status": "Enabled"}),
        "BucketLoggingConfiguration": bucket_forms.logging(
            {"TargetBucket": "logs", "TargetPrefix": "b/"}
        ),
        "BucketLifecycleConfiguration": bucket_forms.lifecycle({"Rules": [lifecycle]}),
        "BucketNotificationConfiguration": bucket_forms.notification(
            {"TopicConfigurations": [topic]}
        ),
        "ServerSideEncryptionConfiguration": bucket_forms.encryption({"Rules": [encryption]}),
        "BucketReplicationConfiguration": bucket_forms.replication(replication),
        "BucketCrossOriginConfiguration": bucket_forms.cors({"CORSRules": [shared]}),
    }
    # Replication has "iD" from S3's "ID": the other names are what is compared.
    for rule in found["BucketReplicationConfiguration"]["rules"].values():
        rule["id"] = rule.pop("iD")
    found["BucketLifecycleConfiguration"]["rules"][0].pop("noncurrentVersionTransitions")
    assert_says(found, {name: RECORDED_BUCKET[name] for name in found})


def test_a_bucket_without_locks_says_so_with_no_blocks():
    none = supplementary(resource("aws_s3_bucket", object_lock_configuration=[]))
    assert none["ObjectLockConfiguration"] is None
    locked = supplementary(resource("aws_s3_bucket", object_lock_enabled=True))
    assert locked["ObjectLockConfiguration"] == {"objectLockEnabled": "Enabled"}


@pytest.mark.parametrize(
    ("template", "terraform", "predicate"),
    [
        (
            {"Prefix": "l/"},
            {"and": [], "prefix": "l/", "tag": []},
            {"type": "LifecyclePrefixPredicate", "prefix": "l/"},
        ),
        (
            {"Prefix": "l/", "TagFilters": [{"Key": "k", "Value": "v"}]},
            {"and": [{"prefix": "l/", "tags": {"k": "v"}}]},
            {
                "type": "LifecycleAndOperator",
                "operands": [
                    {"type": "LifecyclePrefixPredicate", "prefix": "l/"},
                    {"type": "LifecycleTagPredicate", "tag": {"key": "k", "value": "v"}},
                ],
            },
        ),
    ],
)
def test_what_a_lifecycle_rule_is_for_is_a_tree_of_predicates(template, terraform, predicate):
    rules = [{"Status": "Enabled", **template}]
    bucket = resource("AWS::S3::Bucket", LifecycleConfiguration={"Rules": rules})
    plan = resource("aws_s3_bucket", "aws_s3_bucket.b", bucket="b")
    rule = {"status": "Enabled", "filter": [terraform]}
    part = resource("aws_s3_bucket_lifecycle_configuration", "l", bucket="b", rule=[rule])
    for found in (supplementary(bucket), supplementary(plan, part)):
        [only] = found["BucketLifecycleConfiguration"]["rules"]
        assert only["filter"]["predicate"] == predicate


def test_the_blocks_of_older_providers_say_the_same():
    rule = {"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms"}]}
    said = supplementary(
        resource(
            "aws_s3_bucket",
            versioning=[{"enabled": True, "mfa_delete": False}],
            logging=[{"target_bucket": "logs", "target_prefix": None}],
            server_side_encryption_configuration=[{"rule": [rule]}],
            lifecycle_rule=[{"enabled": True, "prefix": "l/", "expiration": [{"days": 3}]}],
        )
    )
    assert said["BucketVersioningConfiguration"]["status"] == "Enabled"
    assert said["BucketLoggingConfiguration"]["destinationBucketName"] == "logs"
    encryption = said["ServerSideEncryptionConfiguration"]["rules"][0]
    assert encryption["applyServerSideEncryptionByDefault"]["sseAlgorithm"] == "aws:kms"
    [lifecycle] = said["BucketLifecycleConfiguration"]["rules"]
    assert (lifecycle["status"], lifecycle["expirationInDays"]) == ("Enabled", 3)
