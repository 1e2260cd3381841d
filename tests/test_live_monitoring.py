"""Alarm chains, AWS Config, log groups and topics, made in moto and judged by a live scan."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, emptied, session
from filters import PUBLISHED

from scanner import load
from scanner.clock import utc
from scanner.filterpattern import USE_CASES
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE = "us-east-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/monitoring/family.yaml").read_text())
FOLDERS = ("config", "guardduty", "logs", "monitoring", "securityhub", "sns")
RULES = load.rules([str(ROOT / "rules" / each) for each in FOLDERS])
NOW = datetime.now(UTC)
LINKED = (
    f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
)
FLAGS = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
PATTERNS = dict(reversed(PUBLISHED))

PLAYED = {
    "config-bucket-delete-protected": "moto's versioning has no MFA delete",
    "config-delivering": "moto has no DescribeDeliveryChannelStatus",
    "config-recorder-continuous": "moto's recorders have no recording mode",
    "config-recorder-succeeds": "moto's recorders are always pending",
    "guardduty-enabled": "moto has no Cloud Control",
    "sns-topic-heard": "moto confirms subscriptions by mail at once",
}
"""The rules that moto cannot tell all about: AWS's answers are played, and why."""

# Making it


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def furnish(good):
    """An account in which everything of the family is as it should be, or nothing."""
    topic = topics(good)
    logs(good)
    trail(good)
    of = (client("logs"), client("cloudwatch"))
    for name in USE_CASES:
        alarmed(of, name, topic, good)
    recording(good)
    if good:
        client("securityhub").enable_security_hub()


def topics(good):
    sns = client("sns")
    topic = sns.create_topic(Name="alerts")["TopicArn"]
    if good:
        key = client("kms").create_key()["KeyMetadata"]["KeyId"]
        attribute = {"AttributeName": "KmsMasterKeyId", "AttributeValue": key}
        sns.set_topic_attributes(TopicArn=topic, **attribute)
        sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="security@example.com")
        return topic
    everybody = {"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": topic}
    said = {"AttributeName": "Policy", "AttributeValue": policy(everybody)}
    sns.set_topic_attributes(TopicArn=topic, **said)
    return topic


def logs(good):
    key = client("kms").create_key()["KeyMetadata"]["Arn"]
    more = {"kmsKeyId": key} if good else {}
    client("logs").create_log_group(logGroupName="trail", **more)
    days = 400 if good else 30
    client("logs").put_retention_policy(logGroupName="trail", retentionInDays=days)


def trail(good):
    client("s3").create_bucket(Bucket="logs")
    group = f"arn:aws:logs:{HERE}:{ACCOUNT}:log-group:trail:*"
    role = client("iam").create_role(RoleName="logs", AssumeRolePolicyDocument=policy())["Role"]
    client("cloudtrail").create_trail(
        Name="all",
        S3BucketName="logs",
        IsMultiRegionTrail=True,
        CloudWatchLogsLogGroupArn=group,
        CloudWatchLogsRoleArn=role["Arn"],
    )
    if good:
        client("cloudtrail").start_logging(Name="all")


def alarmed(of, name, topic, good):
    logs, cloudwatch = of
    transformation = {"metricNamespace": "Trail", "metricName": name, "metricValue": "1"}
    logs.put_metric_filter(
        logGroupName="trail",
        filterName=name,
        filterPattern=PATTERNS[name],
        metricTransformations=[transformation],
    )
    cloudwatch.put_metric_alarm(
        AlarmName=name,
        Namespace="Trail",
        MetricName=name,
        Statistic="Sum",
        Period=300,
        EvaluationPeriods=1,
        Threshold=1 if good else 100,
        ComparisonOperator="GreaterThanOrEqualToThreshold",
        TreatMissingData="notBreaching",
        ActionsEnabled=good,
        AlarmActions=[topic],
        InsufficientDataActions=[topic] if good else [],
    )


def recording(good):
    history(client("s3"), good)
    config = client("config")
    group = {"allSupported": True, "includeGlobalResourceTypes": True}
    some = {"allSupported": False, "resourceTypes": ["AWS::EC2::Instance"]}
    role = LINKED if good else f"arn:aws:iam::{ACCOUNT}:role/config"
    recorder = {"name": "default", "roleARN": role, "recordingGroup": group if good else some}
    config.put_configuration_recorder(ConfigurationRecorder=recorder)
    daily = {"configSnapshotDeliveryProperties": {"deliveryFrequency": "TwentyFour_Hours"}}
    channel = {"name": "default", "s3BucketName": "history", **(daily if good else {})}
    config.put_delivery_channel(DeliveryChannel=channel)
    if good:
        config.start_configuration_recorder(ConfigurationRecorderName="default")


def history(s3, good):
    s3.create_bucket(Bucket="history")
    writer = {
        "Effect": "Allow",
        "Principal": {"Service": "config.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::history/*",
    }
    source = {"Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}}}
    everybody = {**writer, "Principal": "*", "Action": "s3:GetObject"}
    said = policy({**writer, **source}) if good else policy(writer, everybody)
    s3.put_bucket_policy(Bucket="history", Policy=said)
    s3.put_public_access_block(
        Bucket="history", PublicAccessBlockConfiguration=dict.fromkeys(FLAGS, good)
    )
    if not good:
        return
    s3.put_bucket_versioning(Bucket="history", VersioningConfiguration={"Status": "Enabled"})
    s3.create_bucket(Bucket="access")
    delivery = {"Service": "logging.s3.amazonaws.com"}
    allowed = {**writer, "Principal": delivery, "Resource": "arn:aws:s3:::access/*"}
    s3.put_bucket_policy(Bucket="access", Policy=policy(allowed))
    target = {"LoggingEnabled": {"TargetBucket": "access", "TargetPrefix": "history/"}}
    s3.put_bucket_logging(Bucket="history", BucketLoggingStatus=target)


# What moto does not tell


def played(good):
    """A session in which AWS answers what moto cannot."""
    status = "SUCCESS" if good else "FAILURE"
    delivered = {"lastStatus": status, "lastSuccessfulTime": NOW.timestamp() - 3600}
    recorder = {"name": "default", "recording": good, "lastStatus": status}
    daily = {"name": "default", "recordingGroup": {"allSupported": False, "resourceTypes": []}}
    daily |= {"roleARN": "role/config", "recordingMode": {"recordingFrequency": "DAILY"}}
    recorders = None if good else (200, {"ConfigurationRecorders": [daily]})
    channel = {"name": "default", "configHistoryDeliveryInfo": delivered}
    found = [{"Identifier": "d1"}] if good else []
    detector = {"Identifier": "d1", "Properties": json.dumps({"Id": "d1", "Enable": True})}
    deletion = "<MfaDelete>Enabled</MfaDelete>" if good else ""
    versioning = f"<VersioningConfiguration><Status>{'Enabled' if good else 'Suspended'}</Status>{deletion}</VersioningConfiguration>"
    return session(
        DescribeConfigurationRecorders=recorders,
        DescribeConfigurationRecorderStatus=(200, {"ConfigurationRecordersStatus": [recorder]}),
        DescribeDeliveryChannelStatus=(200, {"DeliveryChannelsStatus": [channel]}),
        ListResources=(
            200,
            {"TypeName": "AWS::GuardDuty::Detector", "ResourceDescriptions": found},
        ),
        GetResource=(200, {"TypeName": "x", "ResourceDescription": detector}),
        GetAdministratorAccount=(200, {}),
        GetBucketVersioning=(200, versioning.encode()),
    )


# Judging it


def verdicts(of):
    """The verdicts of each rule."""
    found = {each.id: set() for each in RULES}
    with Pool(Clients(attempts=1)) as pool:
        given = list(read_account(of, ACCOUNT, (HERE,), collections(needs_of(RULES)), pool))
    with scanned(RULES, given, clock=lambda: utc(NOW)) as scan:
        for each in scan.findings:
            found[each.rule.id].add(str(each.verdict))
        told = {each.rule.id: each.message for each in scan.findings}
    return found, told


@pytest.fixture(scope="module")
def worlds():
    """What is said of an account in good order, of one that is not, and of an empty one."""
    with aws() as url:
        furnish(good=True)
        good = verdicts(played(good=True))
        emptied(url)
        nothing = verdicts(played(good=False))
        furnish(good=False)
        yield good, verdicts(played(good=False)), nothing


NAMES = sorted(each.id for each in RULES)


def test_every_rule_of_the_family_is_judged():
    assert sorted(FAMILY["rules"]) == NAMES
    assert PLAYED.keys() <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_in_order_passes(worlds, name):
    (found, told), _, _ = worlds
    assert found[name] == {"pass"}, told.get(name)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"config-region-delivers"}))
def test_what_is_not_fails(worlds, name):
    _, (found, told), _ = worlds
    assert "fail" in found[name], told.get(name)
    assert "unknown" not in found[name], told.get(name)


@pytest.mark.parametrize("name", [each.id for each in RULES if "AWS::::" in each.resource])
def test_where_there_has_to_be_one_nothing_fails(worlds, name):
    _, _, (found, told) = worlds
    assert found[name] == {"fail"}, told.get(name)


def test_a_finding_names_the_link_that_is_missing(worlds):
    _, (_, told), _ = worlds
    assert told["alarm-root-use"].startswith("the trail all is not logging")
