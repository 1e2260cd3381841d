"""Who may reach a bucket, as templates and Terraform say it and AWS Config records it."""

import pytest
from mappings import LATER, POLICY, assert_says, configuration, documents, resource, supplementary

from scanner.unresolved import Unresolved


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
