"""Trails, their buckets and keys, and who may stop them, made in moto and judged by a live scan."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, session

from scanner import load
from scanner.clock import utc
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE, THERE = "us-east-1", "eu-west-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/trail/family.yaml").read_text())
RULES = [
    each
    for each in load.rules([str(ROOT / "rules/cloudtrail"), str(ROOT / "rules/kms")])
    if each.id in FAMILY["rules"]
]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
OTHER = "444455556666"
SOURCE = {"StringEquals": {"aws:SourceAccount": ACCOUNT}}
S3 = "http://s3.amazonaws.com/doc/2006-03-01/"
TRAIL = {"Service": "cloudtrail.amazonaws.com"}


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action, resource="*", **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


# Making it


def bad_trail():
    """A trail of one Region that leaves half of it out, into a bucket that is open to everybody."""
    s3 = client("s3")
    s3.create_bucket(Bucket="open", ACL="public-read")
    everybody = allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::open/*", Principal="*")
    s3.put_bucket_policy(Bucket="open", Policy=document(everybody))
    key = new_key(allow("kms:*", Principal={"AWS": "*"}))
    cloudtrail = client("cloudtrail")
    made(cloudtrail, "bad", "open", key, IncludeGlobalServiceEvents=False)
    cloudtrail.put_event_selectors(
        TrailName="bad",
        EventSelectors=[{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True}],
    )
    return key


def good_trail():
    """The organization's trail, which records everything, into a bucket that is well kept."""
    well_kept("logs")
    logs = client("logs")
    logs.create_log_group(logGroupName="trail")
    client("sns").create_topic(Name="trail")
    root = f"arn:aws:iam::{ACCOUNT}:root"
    key = new_key(
        allow("kms:*", Principal={"AWS": root}),
        allow("kms:GenerateDataKey*", Principal=TRAIL, Condition=SOURCE),
    )
    client("kms").enable_key_rotation(KeyId=key)
    cloudtrail = client("cloudtrail")
    made(
        cloudtrail,
        "good",
        "logs",
        key,
        IsMultiRegionTrail=True,
        IncludeGlobalServiceEvents=True,
        IsOrganizationTrail=True,
        EnableLogFileValidation=True,
        SnsTopicName="trail",
        CloudWatchLogsLogGroupArn=f"arn:aws:logs:{HERE}:{ACCOUNT}:log-group:trail:*",
        CloudWatchLogsRoleArn=f"arn:aws:iam::{ACCOUNT}:role/trail",
        TagsList=[{"Key": "owner", "Value": "security"}],
    )
    cloudtrail.start_logging(Name="good")
    cloudtrail.put_event_selectors(TrailName="good", AdvancedEventSelectors=EVERYTHING)
    return key


EVERYTHING = [
    {"Name": "managed", "FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]},
    {
        "Name": "objects",
        "FieldSelectors": [
            {"Field": "eventCategory", "Equals": ["Data"]},
            {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
        ],
    },
]


def made(cloudtrail, name, bucket, key, **more):
    arn = f"arn:aws:kms:{HERE}:{ACCOUNT}:key/{key}"
    cloudtrail.create_trail(Name=name, S3BucketName=bucket, KmsKeyId=arn, **more)


def new_key(*statements):
    return client("kms").create_key(Policy=document(*statements))["KeyMetadata"]["KeyId"]


def well_kept(name):
    s3 = client("s3")
    s3.create_bucket(Bucket="access")
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    s3.put_public_access_block(
        Bucket=name,
        PublicAccessBlockConfiguration=dict.fromkeys(
            ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"),
            True,
        ),
    )
    locked = {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 400}}
    s3.put_object_lock_configuration(
        Bucket=name,
        ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": locked},
    )
    s3.put_bucket_lifecycle_configuration(
        Bucket=name,
        LifecycleConfiguration={
            "Rules": [{"Status": "Enabled", "Prefix": "", "Expiration": {"Days": 730}}]
        },
    )
    log_to(s3, name, "access")
    prefix = f"arn:aws:s3:::{name}/AWSLogs"
    delivery = allow("s3:PutObject", f"{prefix}/*", Principal=TRAIL, Condition=SOURCE)
    reader = {"AWS": f"arn:aws:iam::{OTHER}:root"}
    own = allow("s3:GetObject", f"{prefix}/{OTHER}/*", Principal=reader)
    s3.put_bucket_policy(Bucket=name, Policy=document(delivery, own))


def log_to(s3, name, target):
    group = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}
    owner = s3.get_bucket_acl(Bucket=target)["Owner"]
    grants = [{"Grantee": group, "Permission": each} for each in ("WRITE", "READ_ACP")]
    s3.put_bucket_acl(Bucket=target, AccessControlPolicy={"Grants": grants, "Owner": owner})
    s3.put_bucket_logging(
        Bucket=name,
        BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": target, "TargetPrefix": ""}},
    )


def identities():
    iam = client("iam")
    trust = document({"Effect": "Allow", "Principal": TRAIL, "Action": "sts:AssumeRole"})
    for name, action in (("looks", "cloudtrail:Get*"), ("stops", "cloudtrail:*")):
        policy = document(allow(action))
        iam.create_policy(PolicyName=name, PolicyDocument=policy)
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)
        iam.put_role_policy(RoleName=name, PolicyName="own", PolicyDocument=policy)
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=policy)
        iam.create_group(GroupName=name)
        iam.put_group_policy(GroupName=name, PolicyName="own", PolicyDocument=policy)


# What the server does not play


def status(hours, **more):
    """What CloudTrail says of every trail: when it last delivered. moto delivers nothing."""
    when = (NOW - timedelta(hours=hours)).timestamp()
    times = {"LatestDeliveryTime": when, "LatestCloudWatchLogsDeliveryTime": when}
    return 200, {"IsLogging": True, **times, **more}


def payer(who):
    """What S3 says of who pays for requests to every bucket."""
    body = f'<RequestPaymentConfiguration xmlns="{S3}"><Payer>{who}</Payer></RequestPaymentConfiguration>'
    return 200, body.encode()


def insights(on):
    """A trail of which CloudTrail says whether it looks for unusual activity."""
    arn = f"arn:aws:cloudtrail:{HERE}:{ACCOUNT}:trail/good"
    trail = {"Name": "good", "TrailARN": arn, "HomeRegion": HERE, "S3BucketName": "logs"}
    trail["HasInsightSelectors"] = on
    return 200, {"trailList": [trail]}


# Judging it


def judged(of, ids=frozenset(FAMILY["rules"])):
    """The verdicts of rules by the name of what each judged."""
    rules = [each for each in RULES if each.id in ids]
    found = {id: {} for id in ids}
    with Pool(Clients(attempts=1)) as pool:
        given = list(read_account(of, ACCOUNT, (HERE, THERE), collections(needs_of(rules)), pool))
    with scanned(rules, given, clock=lambda: utc(NOW)) as scan:
        for each in scan.findings:
            found[each.rule.id][called(each.resource)] = str(each.verdict)
    return found


def called(resource):
    """The name of a resource; moto tells none of policies, whose id is their ARN then."""
    return resource.name or resource.id.rpartition("/")[2]


@pytest.fixture(scope="module")
def world():
    """What rules say with only the bad trail, with both, and while these deliver or do not."""
    with aws():
        client("organizations").create_organization(FeatureSet="ALL")
        identities()
        bad = bad_trail()
        before = judged(session())
        good = good_trail()
        lost = client("kms").create_key()["KeyMetadata"]["KeyId"]
        client("kms").schedule_key_deletion(KeyId=lost)
        gone = status(1, LatestDeliveryError="NoSuchBucket")
        owner, requester = payer("BucketOwner"), payer("Requester")
        told = session(GetTrailStatus=status(1), GetBucketRequestPayment=owner)
        on = session(DescribeTrails=insights(on=True), GetBucketRequestPayment=requester)
        yield {
            "keys": {"bad": bad, "good": good, "lost": lost},
            "before": before,
            "after": judged(session()),
            "delivering": judged(told, PLAYED),
            "insights": judged(on, PLAYED),
            "none": judged(session(DescribeTrails=insights(on=False)), PLAYED),
            "silent": judged(session(GetTrailStatus=status(50)), PLAYED),
            "gone": judged(session(GetTrailStatus=gone), PLAYED),
        }


OF_TRAILS = {
    *("cloudtrail-bucket-access-logged", "cloudtrail-bucket-blocks-public-access"),
    *("cloudtrail-bucket-delete-protected", "cloudtrail-bucket-lifecycle"),
    *("cloudtrail-bucket-not-public", "cloudtrail-bucket-readers"),
    *("cloudtrail-bucket-versioned", "cloudtrail-bucket-writers"),
    *("cloudtrail-cloudwatch-logs", "cloudtrail-global-service-events"),
    *("cloudtrail-key-encryption", "cloudtrail-key-readers", "cloudtrail-logging"),
    *("cloudtrail-management-events", "cloudtrail-sns", "cloudtrail-tagged"),
}
OF_THE_ACCOUNT = {
    *("cloudtrail-account-management-events", "cloudtrail-enabled"),
    *("cloudtrail-organization-trail", "cloudtrail-s3-object-events"),
    *("cloudtrail-s3-read-events", "cloudtrail-s3-write-events", "cloudtrail-security-trail"),
}
OF_IDENTITIES = {
    f"cloudtrail-no-tampering-by-{each}" for each in ("groups", "policies", "roles", "users")
}
OF_KEYS = {
    "kms-key-not-scheduled-for-deletion": {"good": "pass", "bad": "pass", "lost": "fail"},
    "kms-key-policy-not-public": {"good": "pass", "bad": "fail"},
    "kms-key-rotation": {"good": "pass", "bad": "fail"},
}
OF_DELIVERY = {"cloudtrail-delivering", "cloudtrail-cloudwatch-logs-delivering"}
PLAYED = OF_DELIVERY | {
    *("cloudtrail-bucket-exists", "cloudtrail-bucket-not-requester-pays", "cloudtrail-insights")
}
"""Rules about what moto does not tell: when trails delivered, who pays, whether Insights is on."""


def test_every_rule_of_the_family_is_judged_here():
    judged_here = OF_TRAILS | OF_THE_ACCOUNT | OF_IDENTITIES | OF_KEYS.keys() | PLAYED
    assert set(FAMILY["rules"]) == judged_here
    assert {each.id for each in RULES} == set(FAMILY["rules"])


@pytest.mark.parametrize("id", sorted(OF_TRAILS))
def test_one_trail_is_as_it_should_be_and_the_other_is_not(id, world):
    assert world["after"][id] == {"good": "pass", "bad": "fail"}


@pytest.mark.parametrize("id", sorted(OF_THE_ACCOUNT))
def test_the_account_fails_until_there_is_a_trail_that_does_it(id, world):
    assert list(world["before"][id].values()) == ["fail"]
    assert list(world["after"][id].values()) == ["pass"]


@pytest.mark.parametrize("id", sorted(OF_IDENTITIES))
def test_who_may_stop_a_trail_is_found(id, world):
    assert world["after"][id] == {"looks": "pass", "stops": "fail"}


@pytest.mark.parametrize("id", OF_KEYS)
def test_each_key_gets_its_own_verdict(id, world):
    keys = world["keys"]
    wanted = {keys[name]: verdict for name, verdict in OF_KEYS[id].items()}
    assert wanted.items() <= world["after"][id].items()


@pytest.mark.parametrize("id", sorted(OF_DELIVERY))
def test_a_trail_that_is_silent_for_two_days_fails(id, world):
    assert world["delivering"][id]["good"] == "pass"
    assert world["silent"][id]["good"] == "fail"


def test_a_trail_whose_bucket_is_gone_fails(world):
    assert world["after"]["cloudtrail-bucket-exists"] == {"good": "pass", "bad": "pass"}
    assert world["gone"]["cloudtrail-bucket-exists"] == {"good": "fail", "bad": "fail"}
    assert world["gone"]["cloudtrail-delivering"]["good"] == "fail"


def test_a_bucket_whose_reader_pays_fails(world):
    rule = "cloudtrail-bucket-not-requester-pays"
    assert world["delivering"][rule] == {"good": "pass", "bad": "pass"}
    assert world["insights"][rule] == {"good": "fail"}
    assert world["after"][rule] == {"good": "unknown", "bad": "unknown"}  # moto does not tell


def test_a_trail_that_looks_for_unusual_activity_passes(world):
    assert world["insights"]["cloudtrail-insights"] == {"good": "pass"}
    assert world["none"]["cloudtrail-insights"] == {"good": "fail"}
