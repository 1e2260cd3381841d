"""Templates, Terraform and AWS Config say the same of a resource: its mapped fields are equal."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.declared import Declared, Node, Stack
from scanner.fields import document_shape
from scanner.model import Needs
from scanner.resources.generate import declared as resource_types
from scanner.shape import Given
from scanner.sources import bucket_forms
from scanner.sources.declared.forms import FORMS
from scanner.sources.declared.items import items
from scanner.sources.declared.kinds import kind_of, reference
from scanner.sources.declared.mapping import noded
from scanner.unresolved import Unresolved

LATER = Unresolved("only deployment decides", token="?Later")
POLICY = {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}


def resource(kind, address="It", condition="", **properties):
    """A declared resource, its properties written as plain values."""
    nodes = {name: noded(each) for name, each in properties.items()}
    return Declared(kind, address, nodes, condition=condition)


def documents(*resources):
    """The document of each item, by address."""
    needs = Needs(dict.fromkeys(resource_types()))
    found = items(Stack("stack", list(resources)), needs)
    return {each.id: each.document() for each in found}


def document(*resources):
    """The document of the first resource with what the others add to it."""
    return documents(*resources)[resources[0].address]


def supplementary(*resources):
    return document(*resources)["supplementaryConfiguration"]


def configuration(*resources):
    return document(*resources)["configuration"]


def set_fields(value):
    """A value without nulls, which say the same as nothing."""
    if type(value) is dict:
        return {name: set_fields(each) for name, each in value.items() if each is not None}
    return [set_fields(each) for each in value] if type(value) is list else value


def assert_says(found, recorded):
    """Each field that AWS Config records is the same where it is declared."""
    for name, value in recorded.items():
        assert set_fields(found[name]) == set_fields(value), name


def named(address, kind, attribute="id"):
    return reference(address, kind, attribute)


# Declarations


SPELT = [
    pytest.param(each, one, id=one.kind)
    for each in resource_types().values()
    for one in (*each.cloudformation, *each.terraform)
]


def steps(path):
    return path.replace("[+]", "[]").replace("[]", ".[]").split(".")


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_declaration_names_fields_and_forms_that_there_are(resource_type, one):
    for path, said in one.fields.items():
        shape = document_shape(resource_type.name)
        for step in steps(path):
            shape = shape.element() if step == "[]" else shape.field(step)
            assert shape is not None, path
        if isinstance(said, Given) and said.form:
            assert said.form in FORMS
    known = document_shape(resource_type.name).field("configuration").names
    for name in one.refers.values():
        assert name in known


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_part_adds_to_whole_settings_so_that_it_can_stand_alone(resource_type, one):
    if one.part_of:
        assert all(len(path.removesuffix("[+]").split(".")) == 2 for path in one.fields)


def test_no_kind_is_declared_twice():
    kinds = [each.values[1].kind for each in SPELT]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_source_is_a_page(resource_type, one):
    sources = [said.source for said in one.fields.values() if isinstance(said, Given)]
    assert all(each.startswith("https://") for each in sources if each)


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_resource_without_any_property_is_an_item(resource_type, one):
    found = documents(resource(one.kind))
    assert found["It"]["resourceType"] == resource_type.name


SCALARS = st.sampled_from([None, "", "true", "-1", "x", 0, 7, 1.5, True, False])
NAMES = st.sampled_from(
    [
        *("Rules", "rule", "Status", "status", "enabled", "Key", "Value", "Id", "id", "filter"),
        *("and", "tag", "tags", "prefix", "grant", "grantee", "uri", "permissions", "Type"),
        *("ObjectLockConfiguration", "default_retention", "metric", "dimensions", "Dimensions"),
        *("RecordingStrategy", "CorsRules", "TopicConfigurations", "Filter", "S3Key"),
        *("Policies", "inline_policy", "ManagedPolicyArns", "LoadBalancerAttributes"),
    ]
)
VALUES = st.recursive(
    st.one_of(SCALARS, st.just(LATER), st.just(Unresolved("why"))),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


def properties_of(one):
    by = {each if isinstance(each, str) else each.by for each in one.fields.values()}
    names = {(each or "").split(".")[0].removesuffix("[]") for each in by}
    return sorted((names | {one.part_of}) - {""})


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_nothing_that_a_stranger_writes_gives_a_traceback(data):
    one = data.draw(st.sampled_from([each.values[1] for each in SPELT]))
    known = st.sampled_from([*properties_of(one), "acl", "grant", "NetworkInterfaces"])
    written = data.draw(st.dictionaries(st.one_of(known, NAMES), VALUES, max_size=5))
    for each in documents(resource(one.kind, **written)).values():
        json.dumps(each)


# Buckets

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


@pytest.mark.parametrize(
    ("template", "terraform", "grants"),
    [
        ("Private", "private", []),
        ("PublicRead", "public-read", [("AllUsers", "Read")]),
        ("PublicReadWrite", "public-read-write", [("AllUsers", "Read"), ("AllUsers", "Write")]),
        ("AuthenticatedRead", "authenticated-read", [("AuthenticatedUsers", "Read")]),
        (
            "LogDeliveryWrite",
            "log-delivery-write",
            [("LogDelivery", "Write"), ("LogDelivery", "ReadAcp")],
        ),
    ],
)
def test_a_canned_list_is_the_grants_that_it_stands_for(template, terraform, grants):
    bucket = resource("aws_s3_bucket", "aws_s3_bucket.b", bucket="b")
    part = resource("aws_s3_bucket_acl", "acl", bucket="b", acl=terraform)
    for found in (
        supplementary(resource("AWS::S3::Bucket", AccessControl=template)),
        supplementary(resource("aws_s3_bucket", acl=terraform)),
        supplementary(bucket, part),
    ):
        owner, *others = found["AccessControlList"]["grantList"]
        assert owner["permission"] == "FullControl"
        assert [(each["grantee"], each["permission"]) for each in others] == grants


def test_a_list_that_is_written_out_names_groups_as_config_does():
    grantee = {"type": "Group", "uri": "http://acs.amazonaws.com/groups/global/AllUsers", "id": ""}
    written = {"grant": [{"grantee": [grantee], "permission": "READ_ACP"}], "owner": [{"id": "o"}]}
    bucket = resource("aws_s3_bucket", "aws_s3_bucket.b", bucket="b")
    part = resource("aws_s3_bucket_acl", "acl", bucket="b", access_control_policy=[written])
    assert_says(
        supplementary(bucket, part),
        {
            "AccessControlList": {
                "grantList": [{"grantee": "AllUsers", "permission": "ReadAcp"}],
                "owner": {"id": "o"},
            }
        },
    )


def test_a_canned_list_that_nobody_knows_is_unresolved():
    found = supplementary(resource("AWS::S3::Bucket", AccessControl="AwsExecRead"))
    assert type(found["AccessControlList"]) is Unresolved


def test_a_block_that_terraform_leaves_out_is_off_and_one_that_a_template_does_is_unknown():
    bucket = resource("aws_s3_bucket", "aws_s3_bucket.b", bucket="b")
    part = resource("aws_s3_bucket_public_access_block", "p", bucket="b", block_public_acls=True)
    block = supplementary(bucket, part)["PublicAccessBlockConfiguration"]
    assert (block["blockPublicAcls"], block["blockPublicPolicy"]) == (True, False)
    said = {"BlockPublicAcls": True}
    block = supplementary(resource("AWS::S3::Bucket", PublicAccessBlockConfiguration=said))
    assert type(block["PublicAccessBlockConfiguration"]["blockPublicPolicy"]) is Unresolved


def test_what_only_deployment_decides_of_a_bucket_stays_unresolved():
    said = {"Status": LATER}
    found = supplementary(resource("AWS::S3::Bucket", VersioningConfiguration=said))
    assert found["BucketVersioningConfiguration"]["status"] == LATER
    found = supplementary(resource("AWS::S3::Bucket", BucketEncryption=LATER))
    assert found["ServerSideEncryptionConfiguration"] == LATER


def test_two_members_of_an_unresolved_object_are_not_the_same_value():
    found = supplementary(resource("aws_s3_bucket", server_side_encryption_configuration=[LATER]))
    assert type(found["ServerSideEncryptionConfiguration"]) is Unresolved
    assert found["ServerSideEncryptionConfiguration"].token == ""


def test_whether_a_policy_makes_a_bucket_public_only_aws_knows():
    assert type(supplementary(resource("AWS::S3::Bucket"))["BucketPolicyStatus"]) is Unresolved


def test_a_policy_of_a_bucket_that_is_not_declared_here_is_judged_alone():
    policy = resource("AWS::S3::BucketPolicy", "Policy", Bucket="other", PolicyDocument=POLICY)
    found = documents(policy)["Policy"]
    assert found["resourceType"] == "AWS::S3::Bucket"
    assert found["supplementaryConfiguration"]["BucketPolicy"] == {"policyText": POLICY}
    versioning = found["supplementaryConfiguration"]["BucketVersioningConfiguration"]
    assert type(versioning) is Unresolved


def test_a_part_under_a_condition_of_its_own_leaves_its_setting_unknown():
    bucket = resource("AWS::S3::Bucket", "Bucket", BucketName="b")
    policy = resource("AWS::S3::BucketPolicy", "P", "IsProd", Bucket="b", PolicyDocument=POLICY)
    assert type(supplementary(bucket, policy)["BucketPolicy"]) is Unresolved


def test_a_bucket_that_names_no_target_logs_into_itself():
    bucket = resource("AWS::S3::Bucket", "Bucket", LoggingConfiguration={"LogFilePrefix": "l/"})
    found = supplementary(bucket)["BucketLoggingConfiguration"]
    assert found["destinationBucketName"].token == "Bucket"
    assert configuration(bucket)["name"].token == "Bucket"


def test_an_accounts_block_is_off_where_it_is_not_said():
    said = resource("aws_s3_account_public_access_block", block_public_acls=True)
    assert configuration(said)["blockPublicAcls"] is True
    assert configuration(said)["restrictPublicBuckets"] is False


# The same resource in a template, in a plan, and recorded

SAME = {
    "log group": (
        resource("AWS::Logs::LogGroup", LogGroupName="l", RetentionInDays="365"),
        resource("aws_cloudwatch_log_group", name="l", retention_in_days=365, kms_key_id=None),
        {"LogGroupName": "l", "RetentionInDays": 365, "LogGroupClass": "STANDARD"},
    ),
    "log group for ever": (
        resource("AWS::Logs::LogGroup", LogGroupName="l"),
        resource("aws_cloudwatch_log_group", name="l", retention_in_days=0),
        {"RetentionInDays": None, "KmsKeyId": None},
    ),
    "metric filter": (
        resource(
            "AWS::Logs::MetricFilter",
            FilterName="f",
            FilterPattern="{ $.x = 1 }",
            LogGroupName="l",
            MetricTransformations=[
                {
                    "MetricName": "m",
                    "MetricNamespace": "n",
                    "MetricValue": 1,
                    "Dimensions": [{"Key": "k", "Value": "$.k"}],
                }
            ],
        ),
        resource(
            "aws_cloudwatch_log_metric_filter",
            name="f",
            pattern="{ $.x = 1 }",
            log_group_name="l",
            metric_transformation=[
                {
                    "name": "m",
                    "namespace": "n",
                    "value": "1",
                    "default_value": None,
                    "dimensions": {"k": "$.k"},
                }
            ],
        ),
        {
            "FilterName": "f",
            "FilterPattern": "{ $.x = 1 }",
            "LogGroupName": "l",
            "MetricTransformations": [
                {
                    "MetricName": "m",
                    "MetricNamespace": "n",
                    "MetricValue": "1",
                    "Dimensions": {"k": "$.k"},
                }
            ],
        },
    ),
    "alarm": (
        resource(
            "AWS::CloudWatch::Alarm",
            AlarmName="a",
            AlarmActions=["arn:aws:sns:eu-west-1:123456789012:t"],
            ComparisonOperator="GreaterThanThreshold",
            Dimensions=[{"Name": "d", "Value": "v"}],
            EvaluationPeriods="1",
            MetricName="m",
            Namespace="n",
            Period=300,
            Statistic="Sum",
            Threshold=1,
        ),
        resource(
            "aws_cloudwatch_metric_alarm",
            alarm_name="a",
            alarm_actions=["arn:aws:sns:eu-west-1:123456789012:t"],
            actions_enabled=True,
            comparison_operator="GreaterThanThreshold",
            dimensions={"d": "v"},
            evaluation_periods=1,
            metric_name="m",
            metric_query=[],
            namespace="n",
            ok_actions=None,
            period=300,
            statistic="Sum",
            threshold=1,
            treat_missing_data="missing",
        ),
        {
            "alarmName": "a",
            "actionsEnabled": True,
            "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:t"],
            "comparisonOperator": "GreaterThanThreshold",
            "dimensions": [{"name": "d", "value": "v"}],
            "evaluationPeriods": 1,
            "insufficientDataActions": [],
            "metricName": "m",
            "metrics": [],
            "namespace": "n",
            "okactions": [],
            "period": 300,
            "statistic": "Sum",
            "threshold": 1,
            "treatMissingData": "missing",
        },
    ),
    "alarm on metric math": (
        resource(
            "AWS::CloudWatch::Alarm",
            Metrics=[
                {
                    "Id": "m1",
                    "ReturnData": True,
                    "MetricStat": {
                        "Metric": {"MetricName": "m", "Namespace": "n", "Dimensions": []},
                        "Period": 60,
                        "Stat": "Sum",
                    },
                }
            ],
        ),
        resource(
            "aws_cloudwatch_metric_alarm",
            metric_query=[
                {
                    "id": "m1",
                    "return_data": True,
                    "metric": [{"metric_name": "m", "namespace": "n", "period": 60, "stat": "Sum"}],
                }
            ],
        ),
        {
            "metrics": [
                {
                    "id": "m1",
                    "returnData": True,
                    "metricStat": {
                        "metric": {"metricName": "m", "namespace": "n", "dimensions": []},
                        "period": 60,
                        "stat": "Sum",
                    },
                }
            ]
        },
    ),
    "topic": (
        resource("AWS::SNS::Topic", TopicName="t", KmsMasterKeyId="alias/k"),
        resource(
            "aws_sns_topic",
            name="t",
            kms_master_key_id="alias/k",
            fifo_topic=False,
            content_based_deduplication=False,
        ),
        {"KmsMasterKeyId": "alias/k", "DisplayName": "", "FifoTopic": None},
    ),
    "subscription": (
        resource("AWS::SNS::Subscription", TopicArn="arn:t", Protocol="sqs", Endpoint="arn:q"),
        resource("aws_sns_topic_subscription", topic_arn="arn:t", protocol="sqs", endpoint="arn:q"),
        {"TopicArn": "arn:t", "Protocol": "sqs", "Endpoint": "arn:q"},
    ),
    "recorder": (
        resource(
            "AWS::Config::ConfigurationRecorder",
            Name="r",
            RoleARN="arn:r",
            RecordingGroup={"AllSupported": "true", "IncludeGlobalResourceTypes": True},
        ),
        resource(
            "aws_config_configuration_recorder",
            name="r",
            role_arn="arn:r",
            recording_group=[
                {
                    "all_supported": True,
                    "include_global_resource_types": True,
                    "resource_types": None,
                }
            ],
        ),
        {
            "Name": "r",
            "RoleARN": "arn:r",
            "RecordingGroup": {
                "AllSupported": True,
                "IncludeGlobalResourceTypes": True,
                "ResourceTypes": [],
            },
        },
    ),
    "delivery channel": (
        resource(
            "AWS::Config::DeliveryChannel",
            Name="d",
            S3BucketName="b",
            ConfigSnapshotDeliveryProperties={"DeliveryFrequency": "Six_Hours"},
        ),
        resource(
            "aws_config_delivery_channel",
            name="d",
            s3_bucket_name="b",
            snapshot_delivery_properties=[{"delivery_frequency": "Six_Hours"}],
        ),
        {
            "Name": "d",
            "S3BucketName": "b",
            "SnsTopicARN": None,
            "ConfigSnapshotDeliveryProperties": {"DeliveryFrequency": "Six_Hours"},
        },
    ),
    "managed policy": (
        resource("AWS::IAM::ManagedPolicy", ManagedPolicyName="p", PolicyDocument=POLICY),
        resource("aws_iam_policy", name="p", policy=POLICY, path="/"),
        {"policyName": "p", "path": "/", "isAttachable": True},
    ),
    "flow log": (
        resource(
            "AWS::EC2::FlowLog",
            ResourceId="vpc-1",
            ResourceType="VPC",
            TrafficType="ALL",
            LogGroupName="l",
            DeliverLogsPermissionArn="arn:r",
        ),
        resource(
            "aws_flow_log",
            vpc_id="vpc-1",
            traffic_type="ALL",
            log_group_name="l",
            iam_role_arn="arn:r",
            destination_options=[],
        ),
        {
            "resourceId": "vpc-1",
            "trafficType": "ALL",
            "logGroupName": "l",
            "deliverLogsPermissionArn": "arn:r",
            "logDestinationType": "cloud-watch-logs",
            "flowLogStatus": "ACTIVE",
            "maxAggregationInterval": 600,
        },
    ),
    "endpoint": (
        resource(
            "AWS::EC2::VPCEndpoint",
            VpcId="vpc-1",
            ServiceName="s3",
            VpcEndpointType="Interface",
            SecurityGroupIds=["sg-1"],
            PrivateDnsEnabled="true",
            PolicyDocument=POLICY,
        ),
        resource(
            "aws_vpc_endpoint",
            vpc_id="vpc-1",
            service_name="s3",
            vpc_endpoint_type="Interface",
            security_group_ids=["sg-1"],
            private_dns_enabled=True,
            policy=POLICY,
        ),
        {
            "vpcId": "vpc-1",
            "serviceName": "s3",
            "vpcEndpointType": "Interface",
            "groups": [{"groupId": "sg-1"}],
            "routeTableIds": [],
            "privateDnsEnabled": True,
            "policyDocument": POLICY,
        },
    ),
    "NAT gateway": (
        resource("AWS::EC2::NatGateway", SubnetId="subnet-1", AllocationId="eipalloc-1"),
        resource("aws_nat_gateway", subnet_id="subnet-1", allocation_id="eipalloc-1"),
        {
            "subnetId": "subnet-1",
            "connectivityType": "public",
            "natGatewayAddresses": [{"allocationId": "eipalloc-1"}],
        },
    ),
    "prefix list": (
        resource(
            "AWS::EC2::PrefixList",
            PrefixListName="p",
            AddressFamily="IPv4",
            MaxEntries="2",
            Entries=[{"Cidr": "10.0.0.0/8"}],
        ),
        resource(
            "aws_ec2_managed_prefix_list",
            name="p",
            address_family="IPv4",
            max_entries=2,
            entry=[{"cidr": "10.0.0.0/8", "description": None}],
        ),
        {
            "PrefixListName": "p",
            "AddressFamily": "IPv4",
            "MaxEntries": 2,
            "Entries": [{"Cidr": "10.0.0.0/8"}],
        },
    ),
    "instance": (
        resource(
            "AWS::EC2::Instance",
            ImageId="ami-1",
            InstanceType="t3.micro",
            SubnetId="subnet-1",
            SecurityGroupIds=["sg-1"],
            Monitoring="true",
            MetadataOptions={"HttpTokens": "required", "HttpPutResponseHopLimit": "1"},
        ),
        resource(
            "aws_instance",
            ami="ami-1",
            instance_type="t3.micro",
            subnet_id="subnet-1",
            vpc_security_group_ids=["sg-1"],
            monitoring=True,
            source_dest_check=True,
            launch_template=[],
            metadata_options=[{"http_tokens": "required", "http_put_response_hop_limit": 1}],
        ),
        {
            "imageId": "ami-1",
            "instanceType": "t3.micro",
            "subnetId": "subnet-1",
            "securityGroups": [{"groupId": "sg-1"}],
            "sourceDestCheck": True,
            "iamInstanceProfile": None,
            "metadataOptions": {
                "httpEndpoint": "enabled",
                "httpProtocolIpv6": "disabled",
                "httpPutResponseHopLimit": 1,
                "httpTokens": "required",
                "instanceMetadataTags": "disabled",
            },
        },
    ),
    "volume": (
        resource("AWS::EC2::Volume", Size="8", Encrypted="true", AvailabilityZone="eu-west-1a"),
        resource("aws_ebs_volume", size=8, encrypted=True, availability_zone="eu-west-1a"),
        {"size": 8, "encrypted": True, "volumeType": "gp2", "availabilityZone": "eu-west-1a"},
    ),
    "load balancer": (
        resource(
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            Name="l",
            Scheme="internal",
            SecurityGroups=["sg-1"],
        ),
        resource(
            "aws_lb",
            name="l",
            internal=True,
            load_balancer_type="application",
            security_groups=["sg-1"],
        ),
        {
            "loadBalancerName": "l",
            "scheme": "internal",
            "type": "application",
            "ipAddressType": "ipv4",
            "securityGroups": ["sg-1"],
        },
    ),
    "listener": (
        resource(
            "AWS::ElasticLoadBalancingV2::Listener",
            LoadBalancerArn="arn:l",
            Port="80",
            Protocol="HTTP",
            Certificates=[{"CertificateArn": "arn:c"}],
            DefaultActions=[
                {
                    "Type": "redirect",
                    "RedirectConfig": {"Protocol": "HTTPS", "Port": 443, "StatusCode": "HTTP_301"},
                }
            ],
        ),
        resource(
            "aws_lb_listener",
            load_balancer_arn="arn:l",
            port=80,
            protocol="HTTP",
            certificate_arn="arn:c",
            default_action=[
                {
                    "type": "redirect",
                    "forward": [],
                    "redirect": [{"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}],
                }
            ],
        ),
        {
            "LoadBalancerArn": "arn:l",
            "Port": 80,
            "Protocol": "HTTP",
            "Certificates": [{"CertificateArn": "arn:c"}],
            "DefaultActions": [
                {
                    "Type": "redirect",
                    "RedirectConfig": {
                        "Protocol": "HTTPS",
                        "Port": "443",
                        "StatusCode": "HTTP_301",
                    },
                }
            ],
        },
    ),
    "cluster": (
        resource(
            "AWS::RDS::DBCluster",
            DBClusterIdentifier="c",
            Engine="aurora-mysql",
            Port="3306",
            VpcSecurityGroupIds=["sg-1"],
            DBSubnetGroupName="s",
            DeletionProtection="true",
        ),
        resource(
            "aws_rds_cluster",
            cluster_identifier="c",
            engine="aurora-mysql",
            engine_mode="provisioned",
            port=3306,
            vpc_security_group_ids=["sg-1"],
            db_subnet_group_name="s",
            deletion_protection=True,
            restore_to_point_in_time=[],
        ),
        {
            "dbclusterIdentifier": "c",
            "engine": "aurora-mysql",
            "port": 3306,
            "vpcSecurityGroups": [{"vpcSecurityGroupId": "sg-1"}],
            "dbsubnetGroup": "s",
            "deletionProtection": True,
            "storageEncrypted": False,
            "backupRetentionPeriod": 1,
            "iamdatabaseAuthenticationEnabled": False,
        },
    ),
    "alias": (
        resource("AWS::KMS::Alias", AliasName="alias/a", TargetKeyId="k"),
        resource("aws_kms_alias", name="alias/a", target_key_id="k"),
        {"AliasName": "alias/a", "TargetKeyId": "k"},
    ),
    "queue": (
        resource("AWS::SQS::Queue", QueueName="q"),
        resource("aws_sqs_queue", name="q", fifo_queue=False, delay_seconds=0),
        {
            "QueueName": "q",
            "SqsManagedSseEnabled": "true",
            "KmsMasterKeyId": None,
            "FifoQueue": None,
            "VisibilityTimeout": 30,
        },
    ),
    "function": (
        resource(
            "AWS::Lambda::Function",
            FunctionName="f",
            Role="arn:r",
            Runtime="python3.12",
            Timeout="3",
            VpcConfig={"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]},
            Environment={"Variables": {"Some_Name": "x"}},
        ),
        resource(
            "aws_lambda_function",
            function_name="f",
            role="arn:r",
            runtime="python3.12",
            timeout=3,
            memory_size=128,
            vpc_config=[{"subnet_ids": ["subnet-1"], "security_group_ids": ["sg-1"]}],
            environment=[{"variables": {"Some_Name": "x"}}],
            dead_letter_config=[],
            layers=None,
        ),
        {
            "functionName": "f",
            "role": "arn:r",
            "runtime": "python3.12",
            "timeout": 3,
            "memorySize": 128,
            "vpcConfig": {"subnetIds": ["subnet-1"], "securityGroupIds": ["sg-1"]},
            "environment": {"variables": {"Some_Name": "x"}},
            "tracingConfig": {"mode": "PassThrough"},
            "layers": [],
            "kmskeyArn": None,
        },
    ),
    "secret": (
        resource("AWS::SecretsManager::Secret", Name="s", KmsKeyId="k"),
        resource("aws_secretsmanager_secret", name="s", kms_key_id="k"),
        {"Name": "s", "KMSKeyId": "k", "RotationEnabled": False},
    ),
    "table": (
        resource(
            "AWS::DynamoDB::Table",
            TableName="d",
            BillingMode="PAY_PER_REQUEST",
            SSESpecification={"SSEEnabled": "true", "KMSMasterKeyId": "arn:k"},
        ),
        resource(
            "aws_dynamodb_table",
            name="d",
            billing_mode="PAY_PER_REQUEST",
            server_side_encryption=[{"enabled": True, "kms_key_arn": "arn:k"}],
        ),
        {
            "tableName": "d",
            "deletionProtectionEnabled": False,
            "ssedescription": {"status": "ENABLED", "ssetype": "KMS", "kmsmasterKeyArn": "arn:k"},
        },
    ),
}


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_template_and_a_plan_say_what_config_records(template, plan, recorded):
    assert_says(configuration(template), recorded)
    assert_says(configuration(plan), recorded)


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_field_that_only_deployment_decides_stays_unresolved(template, plan, recorded):
    for each in (template, plan):
        unsure = Declared(each.kind, "It", dict.fromkeys(each.properties, Node(LATER)))
        found = configuration(unsure)
        assert not any(found[name] == recorded[name] for name in recorded if each.properties and
                       type(recorded[name]) in (str, int) and recorded[name] in _plain(each))  # fmt: skip


def _plain(each):
    return [node.value for node in each.properties.values() if type(node.value) in (str, int)]


# What is not the same everywhere, or has parts


def test_a_field_that_nothing_maps_is_unknown():
    assert type(configuration(resource("AWS::Logs::LogGroup"))["StoredBytes"]) is Unresolved


def test_a_recorder_runs_in_a_template_and_in_terraform_only_once_it_is_started():
    kind = "aws_config_configuration_recorder"
    recorder = resource(kind, f"{kind}.r", name="r")
    status = resource(f"{kind}_status", "s", name="r", is_enabled=True)
    assert configuration(resource("AWS::Config::ConfigurationRecorder"))["Recording"] is True
    assert configuration(recorder)["Recording"] is False
    assert configuration(recorder, status)["Recording"] is True


def test_whether_a_topics_subscriber_has_confirmed_is_unknown():
    found = configuration(resource("AWS::SNS::Subscription", Protocol="email"))["SubscriptionArn"]
    assert type(found) is Unresolved
    assert not found.named


def test_a_topics_policy_may_be_a_resource_of_its_own():
    topic = resource("aws_sns_topic", "aws_sns_topic.t", name="t")
    arn = named("aws_sns_topic.t", "aws_sns_topic", "arn")
    policy = resource("aws_sns_topic_policy", "p", arn=arn, policy=POLICY)
    assert type(configuration(topic)["Policy"]) is Unresolved
    assert configuration(topic, policy)["Policy"] == POLICY


def test_a_roles_policies_fold_into_it_by_name_and_by_reference():
    role = resource("aws_iam_role", "aws_iam_role.r", name="r", assume_role_policy=POLICY)
    reader = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    by_name = resource("aws_iam_role_policy", "p", role="r", name="inline", policy=POLICY)
    by_attachment = resource("aws_iam_role_policy_attachment", "a", role="r", policy_arn=reader)
    found = configuration(role, by_name, by_attachment)
    assert found["assumeRolePolicyDocument"] == POLICY
    assert found["rolePolicyList"] == [{"policyName": "inline", "policyDocument": POLICY}]
    assert found["attachedManagedPolicies"] == [
        {"policyArn": reader, "policyName": "ReadOnlyAccess"}
    ]


def test_what_refers_to_another_resource_keeps_the_shape_of_its_field():
    address = named("Address", "AWS::EC2::EIP", "AllocationId")
    gateway = resource("AWS::EC2::NatGateway", "Gateway", AllocationId=address)
    assert configuration(gateway)["natGatewayAddresses"] == [{"allocationId": address}]
    bound = named("Bound", "AWS::IAM::ManagedPolicy", "Ref")
    role = resource("AWS::IAM::Role", "Role", PermissionsBoundary=bound)
    assert configuration(role)["permissionsBoundary"]["permissionsBoundaryArn"] == bound
    certificate = named("aws_acm_certificate.c", "aws_acm_certificate", "arn")
    listener = resource("aws_lb_listener", "l", certificate_arn=certificate)
    assert configuration(listener)["Certificates"] == [{"CertificateArn": certificate}]


def test_an_attached_policy_that_is_declared_here_has_its_name():
    role = resource("aws_iam_role", "aws_iam_role.r", name="r")
    policy = resource("aws_iam_policy", "aws_iam_policy.p", name="p", policy=POLICY)
    arn = named("aws_iam_policy.p", "aws_iam_policy", "arn")
    attached = resource("aws_iam_role_policy_attachment", "a", role="r", policy_arn=arn)
    [found] = configuration(role, policy, attached)["attachedManagedPolicies"]
    assert found == {"policyArn": arn, "policyName": "p"}


def test_a_templates_role_may_have_policies_that_other_resources_attach():
    inline = {"PolicyName": "inline", "PolicyDocument": POLICY}
    found = configuration(resource("AWS::IAM::Role", Policies=[inline]))
    first, others = found["rolePolicyList"]
    assert first == {"policyName": "inline", "policyDocument": POLICY}
    assert type(others) is Unresolved
    assert type(found["attachedManagedPolicies"][0]) is Unresolved


def test_a_managed_policy_is_not_cloudformations_inline_policy():
    assert kind_of("AWS::IAM::ManagedPolicy").type.name == "AWS::IAM::Policy"
    assert kind_of("AWS::IAM::Policy").type.name == "AWS::IAM::Role"
    [version] = configuration(resource("AWS::IAM::ManagedPolicy", PolicyDocument=POLICY))[
        "policyVersionList"
    ]
    assert (version["document"], version["isDefaultVersion"]) == (POLICY, True)


def test_a_users_keys_and_password_fold_into_it():
    user = resource("aws_iam_user", "aws_iam_user.u", name="u")
    key = resource("aws_iam_access_key", "aws_iam_access_key.k", user="u", status="Active")
    login = resource("aws_iam_user_login_profile", "l", user="u", password_reset_required=True)
    assert supplementary(user)["AccessKeys"] == []
    assert supplementary(user)["LoginProfile"] is None
    found = supplementary(user, key, login)
    assert [each["status"] for each in found["AccessKeys"]] == ["Active"]
    assert found["LoginProfile"] == {"passwordResetRequired": True}


def test_an_instance_that_says_nothing_of_its_metadata_is_as_the_account_decides():
    assert type(configuration(resource("AWS::EC2::Instance"))["metadataOptions"]) is Unresolved
    assert type(configuration(resource("aws_instance"))["metadataOptions"]) is Unresolved
    some = {"HttpEndpoint": "enabled"}
    found = configuration(resource("AWS::EC2::Instance", MetadataOptions=some))
    assert type(found["metadataOptions"]["httpTokens"]) is Unresolved


def test_an_instance_from_a_launch_template_may_have_a_profile():
    template = {"LaunchTemplateId": "lt-1", "Version": "1"}
    found = configuration(resource("AWS::EC2::Instance", LaunchTemplate=template))
    assert type(found["iamInstanceProfile"]) is Unresolved
    found = configuration(resource("AWS::EC2::Instance", IamInstanceProfile="p"))
    assert found["iamInstanceProfile"]["arn"].present


def test_an_instance_without_groups_has_the_default_one_which_is_unknown():
    [group] = configuration(resource("AWS::EC2::Instance"))["securityGroups"]
    assert type(group) is Unresolved


def test_an_instance_has_the_groups_of_its_first_interface():
    interface = {"GroupSet": ["sg-1"], "DeviceIndex": "0"}
    found = configuration(resource("AWS::EC2::Instance", NetworkInterfaces=[interface]))
    assert found["securityGroups"] == [{"groupId": "sg-1"}]


def test_whether_a_volume_that_does_not_say_is_encrypted_is_the_accounts_affair():
    assert type(configuration(resource("AWS::EC2::Volume"))["encrypted"]) is Unresolved


def attributes(found):
    listed = found["LoadBalancerAttributes"]
    return {each["key"]: each["value"] for each in listed if type(each) is not Unresolved}


def test_a_load_balancers_attributes_have_their_defaults_beside_those_that_are_said():
    said = {"Key": "deletion_protection.enabled", "Value": True}
    kind = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    template = attributes(supplementary(resource(kind, LoadBalancerAttributes=[said])))
    plan = attributes(
        supplementary(
            resource(
                "aws_lb",
                load_balancer_type="application",
                enable_deletion_protection=True,
                access_logs=[],
                idle_timeout=60,
            )
        )
    )
    assert template == plan
    assert template["deletion_protection.enabled"] == "true"
    assert template["access_logs.s3.enabled"] == "false"


def test_an_attribute_that_is_not_listed_is_unknown():
    kind = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    listed = supplementary(resource(kind))["LoadBalancerAttributes"]
    assert type(listed[-1]) is Unresolved


def test_a_prefix_lists_entries_may_be_resources_of_their_own():
    whole = resource("aws_ec2_managed_prefix_list", "l", entry=[{"cidr": "10.0.0.0/8"}])
    named_list = named("l", "aws_ec2_managed_prefix_list")
    kind = "aws_ec2_managed_prefix_list_entry"
    entry = resource(kind, "e", prefix_list_id=named_list, cidr="11.0.0.0/8")
    assert configuration(whole, entry)["Entries"] == [
        {"Cidr": "10.0.0.0/8"},
        {"Cidr": "11.0.0.0/8"},
    ]


def test_a_cluster_from_a_snapshot_is_encrypted_as_that_is():
    found = configuration(resource("AWS::RDS::DBCluster", SnapshotIdentifier="s"))
    assert type(found["storageEncrypted"]) is Unresolved
    found = configuration(resource("aws_rds_cluster", engine_mode="serverless"))
    assert found["storageEncrypted"] is True


def test_a_queue_with_a_key_of_its_own_has_not_sqss():
    found = configuration(resource("AWS::SQS::Queue", KmsMasterKeyId="alias/k"))
    assert found["SqsManagedSseEnabled"] == "false"


def test_a_tables_backups_are_off_unless_it_says_otherwise():
    on = {"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True}}
    for said, expected in (({}, "DISABLED"), (on, "ENABLED")):
        found = supplementary(resource("AWS::DynamoDB::Table", **said))
        recovery = found["ContinuousBackupsDescription"]["pointInTimeRecoveryDescription"]
        assert recovery["pointInTimeRecoveryStatus"] == expected


def test_a_secret_with_a_schedule_is_rotated():
    secret = resource("AWS::SecretsManager::Secret", "Secret", Name="s")
    schedule = resource(
        "AWS::SecretsManager::RotationSchedule",
        "Schedule",
        SecretId=named("Secret", "AWS::SecretsManager::Secret", "Ref"),
        RotationRules={"AutomaticallyAfterDays": "30"},
    )
    found = configuration(secret, schedule)
    assert found["RotationEnabled"] is True
    assert found["RotationRules"] == {"AutomaticallyAfterDays": 30}
