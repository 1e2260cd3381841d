"""Whoever made a resource is told as sure only where nothing can have changed the value since."""

from functools import partial
from typing import Any

import pytest
from msgspec.json import decode

from scanner.attribution.culprit import culprit
from scanner.model import Coverage
from tests.attributions import record
from tests.test_attribution import attributed
from tests.test_attribution_lists import author, item, told
from tests.test_attribution_parts import QUEUE, TOPIC, open_policy

TRAIL = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
CREATED = record("cloudtrail:CreateTrail", {"name": "main", "s3BucketName": "b"}, {"name": "main"})


def trail(status: Any) -> Any:
    configuration = {
        "name": "main",
        "trailARN": TRAIL,
        "s3BucketName": "b",
        "cloudWatchLogsLogGroupArn": "arn:aws:logs:eu-west-1:111122223333:log-group:g:*",
    }
    more = {"supplementaryConfiguration": {"TrailStatus": {"isLogging": True, **status}}}
    return item("AWS::CloudTrail::Trail", "main", configuration, resourceName="main", **more)


def test_a_queues_attribute_that_was_set_later_is_not_its_makers():
    queue = item("AWS::SQS::Queue", QUEUE, {"SqsManagedSseEnabled": "false"})
    asked = {"queueName": "q", "attributes": {"SqsManagedSseEnabled": "true"}}
    made = record("sqs:CreateQueue", asked, {"queueUrl": QUEUE})
    asked = {"queueUrl": QUEUE, "attributes": {"SqsManagedSseEnabled": "false"}}
    off = record("sqs:SetQueueAttributes", asked, at="13:00:00")
    found = author("sqs-encrypted", queue, made, off)
    assert found.changes[0].id == "SetQueueAttributes-13:00:00"
    assert found.changes[0].given[0].path.endswith("SqsManagedSseEnabled")
    assert told(author("sqs-encrypted", queue, made)) == (["CreateQueue-12:00:00"], False)


def test_a_tables_encryption_that_was_set_later_is_not_its_makers():
    configuration = {"tableName": "t"}
    table = item("AWS::DynamoDB::Table", "t", configuration, resourceName="t")
    encrypted = {"sSESpecification": {"enabled": True, "sSEType": "KMS"}}
    made = record("dynamodb:CreateTable", {"tableName": "t", **encrypted})
    asked = {"tableName": "t", "sSESpecification": {"enabled": False}}
    off = record("dynamodb:UpdateTable", asked, at="13:00:00")
    found = author("dynamodb-kms", table, made, off)
    assert "CreateTable-12:00:00" not in told(found)[0]


def test_recovery_in_time_is_a_switch():
    recovery = {"pointInTimeRecoveryDescription": {"pointInTimeRecoveryStatus": "DISABLED"}}
    more = {"supplementaryConfiguration": {"ContinuousBackupsDescription": recovery}}
    table = item("AWS::DynamoDB::Table", "t", {"tableName": "t"}, resourceName="t", **more)

    def switched(at: str, *, on: bool) -> Any:
        one = {"pointInTimeRecoverySpecification": {"pointInTimeRecoveryEnabled": on}}
        return record("dynamodb:UpdateContinuousBackups", {"tableName": "t", **one}, at=at)

    off, on = switched("12:00:00", on=False), switched("13:00:00", on=True)
    found = author("dynamodb-pitr", table, off)
    assert told(found) == (["UpdateContinuousBackups-12:00:00"], True)
    assert told(author("dynamodb-pitr", table, off, on)) == ([], False)


STATUS = "supplementaryConfiguration.TrailStatus"
OWN = [
    (trail({"latestDeliveryError": "NoSuchBucket"}), f"{STATUS}.latestDeliveryError", CREATED),
    (trail({"latestDeliveryError": "NoSuchBucket"}), STATUS, CREATED),
    (
        item("AWS::SNS::Topic", TOPIC, {"SubscriptionsConfirmed": "0"}),
        "configuration.SubscriptionsConfirmed",
        record("sns:CreateTopic", {"name": "t"}, {"topicArn": TOPIC}),
    ),
    (
        item("AWS::EC2::VPNConnection", "vpn-1", {"vgwTelemetry": [{"status": "DOWN"}]}),
        "configuration.vgwTelemetry[0].status",
        record("ec2:CreateVpnConnection", {}, {"vpnConnection": {"vpnConnectionId": "vpn-1"}}),
    ),
    (
        item("AWS::SecretsManager::Secret", "s", {"lastAccessedDate": "2026-01-01"}),
        "configuration.lastAccessedDate",
        record("secretsmanager:CreateSecret", {"name": "s"}),
    ),
    (
        item("AWS::ElasticLoadBalancingV2::Listener", "arn:l", {}),
        "supplementaryConfiguration.Rules",
        record(
            "elasticloadbalancing:CreateListener", {}, {"listeners": [{"listenerArn": "arn:l"}]}
        ),
    ),
]


@pytest.mark.parametrize(("made", "path", "event"), OWN, ids=lambda each: str(each)[:50])
def test_what_changes_without_an_event_of_the_resource_has_no_author(made, path, event):
    found = attributed(culprit(decode(made.text), [path]), event)
    assert told(found) == ([], False)
    assert "shows what is at fault" in found.why


def test_whether_a_trail_logs_is_told_though_the_rest_of_its_status_is_aws_own():
    stopped = record("cloudtrail:StopLogging", {"name": TRAIL}, at="13:00:00")
    found = author("cloudtrail-logging", trail({"isLogging": False}), CREATED, stopped)
    assert told(found) == (["StopLogging-13:00:00"], True)


def test_that_time_passed_is_nobodys_doing():
    report = {
        "password_enabled": True,
        "password_last_used": "2026-01-01T00:00:00Z",
        "password_last_changed": "2026-01-01T00:00:00Z",
        "user_creation_time": "2025-12-01T00:00:00Z",
        "access_key_1_active": False,
        "access_key_2_active": False,
    }
    more = {"supplementaryConfiguration": {"CredentialReport": report}}
    user = item("AWS::IAM::User", "AIDA1", resourceName="svc", **more)
    made = record("iam:CreateUser", {"userName": "svc"}, awsRegion="us-east-1")
    assert told(author("iam-unused-credentials", user, made)) == ([], False)


def test_a_firewall_that_was_taken_off_a_distribution_is_told():
    configuration = {"distributionConfig": {"webACLId": ""}}
    distribution = item("AWS::CloudFront::Distribution", "E1", configuration)
    made = record("cloudfront:CreateDistribution2020_05_31", {}, {"distribution": {"id": "E1"}})
    put = record(
        "cloudfront:AssociateDistributionWebACL", {"id": "E1", "webACLArn": "arn:w"}, at="13:00:00"
    )
    off = record("cloudfront:DisassociateDistributionWebACL", {"id": "E1"}, at="14:00:00")
    found = author("cloudfront-waf", distribution, made, put, off)
    assert told(found) == (["DisassociateDistributionWebACL-14:00:00"], True)
    assert told(author("cloudfront-waf", distribution, made, put)) == ([], False)


def field(type: str, name: str, configuration: Any, path: str) -> Any:
    return culprit(decode(item(type, name, configuration, resourceName=name).text), [path])


def test_where_a_change_may_go_unseen_the_making_is_not_sure():
    one = field("AWS::RDS::DBInstance", "db", {"caIdentifier": "x"}, "configuration.caIdentifier")
    made = record("rds:CreateDBInstance", {"dBInstanceIdentifier": "db"})
    found = attributed(one, made)
    assert told(found) == (["CreateDBInstance-12:00:00"], False)
    assert found.why.startswith("it was made so; whether configuration.caIdentifier was changed")


def test_what_the_making_itself_gave_or_answered_is_sure():
    one = field("AWS::RDS::DBInstance", "db", {"caIdentifier": "x"}, "configuration.caIdentifier")
    for asked, answered in (({"caIdentifier": "x"}, None), ({}, {"caIdentifier": "x"})):
        made = record("rds:CreateDBInstance", {"dBInstanceIdentifier": "db", **asked}, answered)
        assert told(attributed(one, made)) == (["CreateDBInstance-12:00:00"], True)


def test_what_never_changes_is_its_makers_doing():
    one = field(
        "AWS::RDS::DBInstance", "db", {"storageEncrypted": False}, "configuration.storageEncrypted"
    )
    made = record("rds:CreateDBInstance", {"dBInstanceIdentifier": "db"})
    later = record("rds:ModifyDBInstance", {"dBInstanceIdentifier": "db"}, at="13:00:00")
    assert told(attributed(one, made, later)) == (["CreateDBInstance-12:00:00"], True)


def test_of_an_undeclared_type_the_making_is_not_sure():
    one = field("AWS::Glue::Job", "etl", {"timeout": 5}, "configuration.timeout")
    made = record("glue:CreateJob", {"name": "etl"})
    assert told(attributed(one, made)) == (["CreateJob-12:00:00"], False)


def test_an_answer_about_something_else_says_nothing():
    one = field("AWS::RDS::DBInstance", "db", {"status": "x"}, "configuration.status")
    more = {"pendingModifiedValues": {"processor": {"status": "x"}}}
    made = record("rds:CreateDBInstance", {"dBInstanceIdentifier": "db"}, more)
    assert not attributed(one, made).sure


POLICIES = [
    (
        "sns-topic-policy-not-public",
        item("AWS::SNS::Topic", TOPIC, {"TopicArn": TOPIC, "Policy": open_policy("x")}),
        partial(record, "sns:CreateTopic", answered={"topicArn": TOPIC}),
    ),
    (
        "sqs-not-public",
        item("AWS::SQS::Queue", QUEUE, {"QueueUrl": QUEUE, "Policy": open_policy("x")}),
        partial(record, "sqs:CreateQueue", answered={"queueUrl": QUEUE}),
    ),
]


@pytest.mark.parametrize(("rule", "found", "made"), POLICIES, ids=["topic", "queue"])
def test_what_is_made_without_a_policy_lets_nobody_in(rule, found, made):
    assert told(author(rule, found, made({"name": "t"}))) == ([], False)
    given = made({"name": "t", "attributes": {"Policy": open_policy("x")}})
    assert told(author(rule, found, given)) == ([given["eventID"]], True)
    another = made({"name": "t", "attributes": {"Policy": open_policy("y")}})
    assert told(author(rule, found, another)) == ([given["eventID"]], False)


COMPLETE = Coverage(("111122223333", "eu-west-1"), frozenset({"AWS::CloudTrail::Trail"}))


def test_where_a_trail_delivers_is_asked_only_if_the_rule_says_where_it_should():
    multi = {"name": "main", "trailARN": TRAIL, "isMultiRegionTrail": True, "s3BucketName": "b"}
    status = {"supplementaryConfiguration": {"TrailStatus": {"isLogging": False}}}
    main = item("AWS::CloudTrail::Trail", "main", multi, resourceName="main", **status)
    asked = {"name": TRAIL, "s3BucketName": "b"}
    moved = record("cloudtrail:UpdateTrail", asked, at="12:30:00")
    stopped = record("cloudtrail:StopLogging", {"name": TRAIL}, at="13:00:00")
    found = author("cloudtrail-enabled", [main, COMPLETE], CREATED, moved, stopped)
    assert "UpdateTrail-12:30:00" not in told(found)[0]
    assert told(found)[0][0] == "StopLogging-13:00:00"
