"""Logs, alarms, topics, queues and recorders: what templates and Terraform say of them."""

import pytest
from mappings import (
    POLICY,
    assert_says,
    assert_stays_unresolved,
    configuration,
    document,
    documents,
    named,
    resource,
    supplementary,
)

from scanner.declared import Declared
from scanner.filling import ACCOUNT
from scanner.policydoc import outsiders_allowed, public_statements
from scanner.sources.declared.kinds import parameter
from scanner.sources.declared.reading import noded
from scanner.unresolved import Unresolved, identity

HERE = parameter(ACCOUNT, "the account is chosen at deployment")

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
}


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_template_and_a_plan_say_what_config_records(template, plan, recorded):
    assert_says(configuration(template), recorded)
    assert_says(configuration(plan), recorded)


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_field_that_only_deployment_decides_stays_unresolved(template, plan, recorded):
    assert_stays_unresolved(template, recorded)
    assert_stays_unresolved(plan, recorded)


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
    assert configuration(topic)["Policy"]["Id"] == "__default_policy_ID"
    assert configuration(topic, policy)["Policy"] == POLICY


def test_a_queue_with_a_key_of_its_own_has_not_sqss():
    found = configuration(resource("AWS::SQS::Queue", KmsMasterKeyId="alias/k"))
    assert found["SqsManagedSseEnabled"] == "false"


# Policies that AWS gives to what declares none


@pytest.mark.parametrize("kind", ["AWS::KMS::Key", "aws_kms_key"])
def test_a_key_without_a_policy_is_for_its_own_account(kind):
    policy = supplementary(resource(kind))["Policy"]
    assert public_statements(policy) == []
    assert outsiders_allowed(policy, ["kms:Decrypt"], [HERE]) == []
    assert len(outsiders_allowed(policy, ["kms:Decrypt"], [])) == 1


@pytest.mark.parametrize("kind", ["AWS::SNS::Topic", "aws_sns_topic"])
def test_a_topic_without_a_policy_is_for_its_owner(kind):
    policy = configuration(resource(kind))["Policy"]
    assert public_statements(policy) == []
    assert outsiders_allowed(policy, ["sns:Publish"], [HERE]) == []
    assert len(outsiders_allowed(policy, ["sns:Publish"], [])) == 1


@pytest.mark.parametrize("kind", ["AWS::SQS::Queue", "aws_sqs_queue"])
def test_a_queue_without_a_policy_is_for_its_owner(kind):
    assert configuration(resource(kind))["Policy"] is None


@pytest.mark.parametrize(
    ("whole", "part", "place"),
    [
        (
            resource("aws_kms_key", "aws_kms_key.k"),
            resource("aws_kms_key_policy", "p", key_id=named("aws_kms_key.k", "aws_kms_key")),
            ("supplementaryConfiguration", "Policy"),
        ),
        (
            resource("AWS::SNS::Topic", "T"),
            resource("AWS::SNS::TopicInlinePolicy", "P", TopicArn=named("T", "AWS::SNS::Topic")),
            ("configuration", "Policy"),
        ),
        (
            resource("AWS::SQS::Queue", "Q"),
            resource("AWS::SQS::QueueInlinePolicy", "P", Queue=named("Q", "AWS::SQS::Queue")),
            ("configuration", "Policy"),
        ),
    ],
)
def test_a_policy_of_its_own_takes_the_place_of_the_default(whole, part, place):
    name = "policy" if part.kind.startswith("aws_") else "PolicyDocument"
    said = Declared(part.kind, part.address, {**part.properties, name: noded(POLICY)})
    found = document(whole, said)
    assert found[place[0]][place[1]] == POLICY


# Subscriptions that a topic lists


def subscriptions(listed):
    topic = resource("AWS::SNS::Topic", "Alerts", Subscription=listed)
    found = documents(topic)
    return [each["configuration"] for each in found.values() if "Protocol" in each["configuration"]]


def test_each_subscription_that_a_topic_lists_is_one():
    mail, queue = subscriptions(
        [
            {"Protocol": "email", "Endpoint": "a@example.com"},
            {"Protocol": "sqs", "Endpoint": named("Queue", "AWS::SQS::Queue", "Arn")},
        ]
    )
    assert (mail["Protocol"], mail["Endpoint"]) == ("email", "a@example.com")
    assert queue["Endpoint"].named
    assert identity(mail["TopicArn"]) == identity(named("Alerts", "AWS::SNS::Topic", "TopicArn"))
    assert type(mail["SubscriptionArn"]) is Unresolved


def test_of_a_list_that_only_deployment_tells_there_is_one_that_nobody_knows():
    [found] = subscriptions(Unresolved("a parameter has no default"))
    assert type(found["Protocol"]) is type(found["Endpoint"]) is Unresolved
    assert found["TopicArn"].named
    assert subscriptions([]) == subscriptions(None) == []
