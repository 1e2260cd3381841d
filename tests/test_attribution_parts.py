"""Writes that change a part of a setting are not told as having set the rest of it."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from msgspec.json import decode

from scanner.attribution.culprit import culprit
from tests.attributions import record
from tests.test_attribution import attributed
from tests.test_attribution_lists import IN_IAM, author, item, told

EVERYBODY = {"Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunction"}
QUEUE, TOPIC = "https://sqs.eu-west-1.amazonaws.com/111122223333/q", "arn:aws:sns:x:1:t"
POLICY = "arn:aws:iam::111122223333:policy/ops"


def open_policy(*sids: str) -> str:
    return json.dumps({"Statement": [{"Sid": each, **EVERYBODY} for each in sids]})


def function(*sids: str) -> Any:
    more = {"supplementaryConfiguration": {"Policy": open_policy(*sids)}}
    return item("AWS::Lambda::Function", "pay", resourceName="pay", **more)


def permit(at: str, sid: str, **more: Any) -> Any:
    asked = {"functionName": "pay", "statementId": sid, "principal": "*", **more}
    return record("lambda:AddPermission20150331v2", asked, at=at)


def forbid(at: str, sid: str) -> Any:
    asked = {"functionName": "pay", "statementId": sid}
    return record("lambda:RemovePermission20150331v2", asked, at=at)


OPENED = "AddPermission20150331v2-11:00:00"


@pytest.mark.parametrize("later", [forbid("12:00:00", "old"), permit("12:00:00", "gone")])
def test_a_statement_that_is_not_there_opened_nothing(later):
    found = author("lambda-not-public", function("open"), permit("11:00:00", "open"), later)
    assert told(found) == ([OPENED], True)


def test_another_permission_could_have_opened_a_function_as_well():
    narrow = permit("12:00:00", "more", principal="444455556666")
    found = author(
        "lambda-not-public", function("open", "more"), permit("11:00:00", "open"), narrow
    )
    assert told(found) == ([OPENED], False)
    assert "AddPermission20150331v2 at 2026-11-10T12:00:00Z came later" in found.why


@pytest.mark.parametrize("how", ["sourceArn", "principalOrgID", "qualifier"])
def test_what_is_not_everybodys_alone_is_not_sure(how):
    one = permit("11:00:00", "open", **{how: "x"})
    assert told(author("lambda-not-public", function("open"), one)) == ([OPENED], False)


def test_a_function_is_not_made_with_a_policy():
    made = record("lambda:CreateFunction20150331", {"functionName": "pay"})
    assert told(author("lambda-not-public", function("open"), made)) == ([], False)


TOPICS = item("AWS::SNS::Topic", TOPIC, {"TopicArn": TOPIC, "Policy": open_policy("x")})
QUEUES = item("AWS::SQS::Queue", QUEUE, {"QueueUrl": QUEUE, "Policy": open_policy("x")})


def test_whoever_put_a_topics_policy_is_told_though_another_statement_was_removed():
    asked = {"topicArn": TOPIC, "attributeName": "Policy", "attributeValue": open_policy("x")}
    put = record("sns:SetTopicAttributes", asked)
    later = record("sns:RemovePermission", {"topicArn": TOPIC, "label": "old"}, at="13:00:00")
    found = author("sns-topic-policy-not-public", TOPICS, put, later)
    assert told(found) == (["SetTopicAttributes-12:00:00"], True)


def test_whoever_put_a_queues_policy_is_told_though_an_account_was_let_in_later():
    put = record(
        "sqs:SetQueueAttributes", {"queueUrl": QUEUE, "attributes": {"Policy": open_policy("x")}}
    )
    asked = {"queueUrl": QUEUE, "label": "more", "aWSAccountIds": ["444455556666"]}
    found = author("sqs-not-public", QUEUES, put, record("sqs:AddPermission", asked, at="13:00:00"))
    assert told(found) == (["SetQueueAttributes-12:00:00"], True)


def version(at: str, *, default: bool) -> Any:
    asked = {"policyArn": POLICY, "policyDocument": "{}", "setAsDefault": default}
    return record("iam:CreatePolicyVersion", asked, at=at, **IN_IAM)


def ended(at: str) -> Any:
    return record(
        "iam:DeletePolicyVersion", {"policyArn": POLICY, "versionId": "v1"}, at=at, **IN_IAM
    )


OPS = item(
    "AWS::IAM::Policy",
    "ANPA1",
    {
        "attachmentCount": 1,
        "policyVersionList": [
            {
                "versionId": "v2",
                "isDefaultVersion": True,
                "document": quote('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'),
            }
        ],
    },
    arn=POLICY,
)


@pytest.mark.parametrize(
    ("later", "sure"), [(ended("13:00:00"), True), (version("13:00:00", default=False), False)]
)
def test_a_version_that_is_not_the_default_changed_nothing_that_counts(later, sure):
    found = author("iam-policy-no-full-admin", OPS, version("12:00:00", default=True), later)
    assert told(found) == (["CreatePolicyVersion-12:00:00"], sure)


def shared(at: str, how: str, **whom: str) -> Any:
    asked = {"snapshotId": "snap-1", "createVolumePermission": {how: {"items": [whom]}}}
    return record("ec2:ModifySnapshotAttribute", asked, at=at)


SNAPSHOT = item(
    "AWS::EC2::Snapshot", "snap-1", supplementaryConfiguration={"RestorableByUserIds": ["all"]}
)


@pytest.mark.parametrize("how", ["add", "remove"])
def test_whoever_shared_a_snapshot_with_everybody_is_told(how):
    later = shared("13:00:00", how, userId="444455556666")
    found = author(
        "ebs-snapshot-not-public", SNAPSHOT, shared("12:00:00", "add", group="all"), later
    )
    assert told(found) == (["ModifySnapshotAttribute-12:00:00"], True)


def test_sharing_with_everybody_that_was_taken_back_is_not_sure():
    taken = shared("13:00:00", "remove", group="all")
    found = author(
        "ebs-snapshot-not-public", SNAPSHOT, shared("12:00:00", "add", group="all"), taken
    )
    assert told(found)[1] is False


def test_the_snapshot_of_a_database_is_shared_by_whom_adds_everybody():
    attributes = [{"attributeName": "restore", "attributeValues": ["all"]}]
    snapshot = item(
        "AWS::RDS::DBSnapshot",
        "s1",
        {"snapshotType": "manual"},
        supplementaryConfiguration={"DBSnapshotAttributes": attributes},
    )
    one = {"dBSnapshotIdentifier": "s1", "attributeName": "restore"}
    made = record("rds:CreateDBSnapshot", {"dBSnapshotIdentifier": "s1"}, at="11:00:00")
    added = record("rds:ModifyDBSnapshotAttribute", {**one, "valuesToAdd": ["all"]})
    other = {**one, "valuesToRemove": ["444455556666"]}
    removed = record("rds:ModifyDBSnapshotAttribute", other, at="13:00:00")
    found = author("rds-snapshot-not-public", snapshot, made, added, removed)
    assert told(found) == (["ModifyDBSnapshotAttribute-12:00:00"], True)


def key(at: str, verb: str, id: str) -> Any:
    answered = {"accessKey": {"userName": "svc", "accessKeyId": id}} if verb == "Create" else None
    asked = {"userName": "svc"} | ({} if answered else {"accessKeyId": id})
    return record(f"iam:{verb}AccessKey", asked, answered, at=at, **IN_IAM)


def test_the_deletion_of_a_third_key_did_not_make_two():
    keys = [{"accessKeyId": each, "status": "Active"} for each in ("AKIA1", "AKIA2")]
    user = item(
        "AWS::IAM::User",
        "AIDA1",
        resourceName="svc",
        supplementaryConfiguration={"AccessKeys": keys},
    )
    found = author(
        "iam-one-active-key",
        user,
        key("11:00:00", "Create", "AKIA1"),
        key("12:00:00", "Create", "AKIA2"),
        key("13:00:00", "Delete", "AKIA0"),
    )
    assert "DeleteAccessKey-13:00:00" not in told(found)[0]
    assert not found.sure


def balancer(at: str, **settings: Any) -> Any:
    asked = {"loadBalancerName": "web", "loadBalancerAttributes": settings}
    return record("elasticloadbalancing:ModifyLoadBalancerAttributes", asked, at=at)


OFF, ON = {"enabled": False}, {"enabled": True}


@pytest.mark.parametrize(
    "later",
    [
        {"connectionSettings": {"idleTimeout": 30}},
        {"crossZoneLoadBalancing": OFF},
        {"crossZoneLoadBalancing": ON},
    ],
)
def test_a_load_balancers_attributes_are_set_one_by_one(later):
    attributes = {"accessLog": OFF, "crossZoneLoadBalancing": OFF}
    classic = item(
        "AWS::ElasticLoadBalancing::LoadBalancer",
        "web",
        supplementaryConfiguration={"LoadBalancerAttributes": attributes},
    )
    off = balancer("12:00:00", accessLog=OFF)
    found = author("elb-classic-access-logs", classic, off, balancer("13:00:00", **later))
    assert told(found) == (["ModifyLoadBalancerAttributes-12:00:00"], True)
    assert found.changes[0].given[0].path.endswith("accessLog.enabled")


def test_versioning_without_a_word_of_mfa_left_that_as_it_was():
    versioning = {"status": "Enabled", "isMfaDeleteEnabled": False}
    bucket = item(
        "AWS::S3::Bucket",
        "b",
        supplementaryConfiguration={"BucketVersioningConfiguration": versioning},
    )
    asked = {"bucketName": "b", "VersioningConfiguration": {"Status": "Enabled"}}
    found = author("s3-bucket-mfa-delete", bucket, record("s3:PutBucketVersioning", asked))
    assert told(found) == ([], False)


def test_a_policy_that_is_there_was_not_put_there_by_a_deletion():
    policy = {"policyText": open_policy("x").replace("lambda:InvokeFunction", "s3:GetObject")}
    more = {"BucketPolicy": policy, "BucketPolicyStatus": {"isPublic": True}}
    bucket = item("AWS::S3::Bucket", "b", supplementaryConfiguration=more)
    gone = record("s3:DeleteBucketPolicy", {"bucketName": "b"})
    assert told(author("s3-bucket-no-public-read", bucket, gone)) == ([], False)


def test_a_certificate_that_was_added_may_not_be_the_listeners_own():
    configuration = {"Certificates": [{"CertificateArn": "arn:c"}]}
    listener = item("AWS::ElasticLoadBalancingV2::Listener", "arn:l", configuration)
    one = culprit(decode(listener.text), ["configuration.Certificates[0].CertificateArn"])
    asked = {"listenerArn": "arn:l", "certificates": [{"certificateArn": "arn:c"}]}
    added = record("elasticloadbalancing:AddListenerCertificates", asked, at="13:00:00")
    put = record("elasticloadbalancing:ModifyListener", asked)
    assert told(attributed(one, put, added)) == (["ModifyListener-12:00:00"], False)


def test_a_tag_that_was_taken_away_is_told_where_none_is_left():
    trail = item("AWS::CloudTrail::Trail", "main", resourceName="main", tags={})
    arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
    tags = {"tagsList": [{"key": "Owner", "value": "x"}]}
    made = record("cloudtrail:CreateTrail", {"name": "main", **tags}, {"name": "main"})
    asked = {"resourceId": arn, "tagsList": [{"key": "Owner"}]}
    gone = record("cloudtrail:RemoveTags", asked, at="13:00:00")
    assert told(author("cloudtrail-tagged", trail, made, gone)) == (["RemoveTags-13:00:00"], True)
    assert told(author("cloudtrail-tagged", trail, made)) == ([], False)


def test_a_trail_that_was_updated_without_a_word_of_a_topic_has_the_one_that_it_had():
    trail = item("AWS::CloudTrail::Trail", "main", {"name": "main"}, resourceName="main")
    one = culprit(decode(trail.text), ["configuration.snsTopicARN"])
    made = record("cloudtrail:CreateTrail", {"name": "main"}, {"name": "main"})
    for asked, sure in (({"isMultiRegionTrail": False}, True), ({"snsTopicName": ""}, False)):
        later = record("cloudtrail:UpdateTrail", {"name": "main", **asked}, at="13:00:00")
        assert told(attributed(one, made, later)) == (["CreateTrail-12:00:00"], sure)
    hidden = record("cloudtrail:UpdateTrail", None, {"name": "main"}, at="13:00:00")
    assert told(attributed(one, made, hidden)) == (["CreateTrail-12:00:00"], False)


def test_a_topic_is_a_part_of_a_configuration_that_is_at_fault_as_a_whole():
    trail = item("AWS::CloudTrail::Trail", "main", {"name": "main"}, resourceName="main")
    one = culprit(decode(trail.text), ["configuration"])
    asked = {"name": "main", "snsTopicName": "t"}
    assert told(attributed(one, record("cloudtrail:UpdateTrail", asked)))[0]


PRIVATE = {"Sid": "p", "Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "*"}
OPENS = {**PRIVATE, "Sid": "open", "Principal": {"AWS": "*"}}


def policy(*statements: Any) -> str:
    return json.dumps({"Statement": statements})


def put_topic(value: str) -> Any:
    asked = {"topicArn": TOPIC, "attributeName": "Policy", "attributeValue": value}
    return record("sns:SetTopicAttributes", asked)


def permit_topic(label: str, whom: str) -> Any:
    asked = {"topicArn": TOPIC, "label": label, "aWSAccountId": [whom], "actionName": ["Publish"]}
    return record("sns:AddPermission", asked, at="13:00:00")


TWO = item("AWS::SNS::Topic", TOPIC, {"TopicArn": TOPIC, "Policy": policy(PRIVATE, OPENS)})


def test_whoever_let_every_account_into_a_topic_is_told():
    asked = ("sns-topic-policy-not-public", TWO, put_topic(policy(PRIVATE)))
    assert told(author(*asked, permit_topic("open", "*"))) == (["AddPermission-13:00:00"], True)


def test_a_statement_that_lets_no_longer_everybody_in_opened_nothing():
    asked = ("sns-topic-policy-not-public", TWO, put_topic(policy(PRIVATE, OPENS)))
    assert told(author(*asked, permit_topic("p", "*"))) == (["SetTopicAttributes-12:00:00"], False)


def test_whoever_let_every_account_into_a_queue_is_told():
    queue = item("AWS::SQS::Queue", QUEUE, {"QueueUrl": QUEUE, "Policy": policy(PRIVATE, OPENS)})
    asked = {"queueUrl": QUEUE, "label": "open", "aWSAccountIds": ["*"]}
    found = author("sqs-not-public", queue, record("sqs:AddPermission", asked))
    assert told(found) == (["AddPermission-12:00:00"], True)


def test_a_policy_that_says_something_else_than_what_was_found_is_not_sure():
    rule = "sns-topic-policy-not-public"
    assert told(author(rule, TWO, put_topic(policy(OPENS)))) == (
        ["SetTopicAttributes-12:00:00"],
        False,
    )
    same = json.dumps(json.loads(policy(PRIVATE, OPENS)), indent=2)
    assert told(author(rule, TWO, put_topic(same))) == (["SetTopicAttributes-12:00:00"], True)


def holder(*keys: str) -> Any:
    dated = {"status": "Active", "createDate": "2026-01-01T00:00:00Z"}
    more = {"AccessKeys": [{"accessKeyId": each, **dated} for each in keys]}
    return item("AWS::IAM::User", "AIDA1", resourceName="svc", supplementaryConfiguration=more)


def turned(at: str, id: str, **more: Any) -> Any:
    asked = {"accessKeyId": id, "status": "Active", **more}
    return record("iam:UpdateAccessKey", asked, at=at, **IN_IAM)


OLD = "iam-access-keys-rotated"


def test_whoever_made_an_old_access_key_is_told():
    made = [key("11:00:00", "Create", "AKIA1"), key("12:00:00", "Create", "AKIA2")]
    gone = key("13:00:00", "Delete", "AKIA2")
    assert told(author(OLD, holder("AKIA1"), *made, gone)) == (["CreateAccessKey-11:00:00"], True)
    found = author(OLD, holder("AKIA1"), made[0], turned("13:00:00", "AKIA2", userName="svc"))
    assert told(found) == (["CreateAccessKey-11:00:00"], True)
    assert told(author(OLD, holder("AKIA1"), made[1])) == ([], False)


@pytest.mark.parametrize("whose", [{"userName": "svc"}, {}])
def test_a_key_that_may_have_been_turned_on_again_is_not_sure(whose):
    own = {"userIdentity": {"type": "IAMUser", "userName": "svc"}}
    again = turned("13:00:00", "AKIA1", **whose) | own
    found = author(OLD, holder("AKIA1"), key("11:00:00", "Create", "AKIA1"), again)
    assert told(found) == (["CreateAccessKey-11:00:00"], False)


def test_what_was_taken_away_where_nothing_was_left_is_not_sure():
    trail = item("AWS::CloudTrail::Trail", "main", resourceName="main", tags={})
    arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"

    def tags(event: str, key: str, at: str) -> Any:
        return record(event, {"resourceId": arn, "tagsList": [{"key": key}]}, at=at)

    given = tags("cloudtrail:AddTags", "Owner", "11:00:00")
    taken = tags("cloudtrail:RemoveTags", "Owner", "12:00:00")
    again = tags("cloudtrail:RemoveTags", "Nope", "14:00:00")
    between = tags("cloudtrail:AddTags", "Nope", "13:00:00")
    found = author("cloudtrail-tagged", trail, given, taken, again)
    assert told(found) == (["RemoveTags-14:00:00", "RemoveTags-12:00:00"], False)
    assert "RemoveTags at 2026-11-10T12:00:00Z may have left nothing of tags" in found.why
    found = author("cloudtrail-tagged", trail, given, taken, between, again)
    assert told(found) == (["RemoveTags-14:00:00"], True)
    found = author(
        "cloudtrail-tagged",
        trail,
        record("cloudtrail:CreateTrail", {"name": "main"}, at="11:00:00"),
        again,
    )
    assert told(found) == (["RemoveTags-14:00:00", "CreateTrail-11:00:00"], False)
