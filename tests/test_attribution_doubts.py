"""Where an event may be another's doing, or about another resource: nothing is then told as sure."""

from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace

from scanner.attribution.culprit import Culprit, Fault, culprit
from scanner.attribution.histories import Histories
from scanner.eventdoc.parameters import MOST
from scanner.model import Problem
from tests.attributions import log, record

HERE = {"accountId": "111122223333", "awsRegion": "eu-west-1"}
PUBLIC = "configuration.publiclyAccessible"


def database(id: str = "db-1", name: str = "orders", **more: Any) -> Culprit:
    faults = (Fault(PUBLIC, value=True),)
    return Culprit("AWS::RDS::DBInstance", id, name, **{"faults": faults, **more})


def attributed(culprits: Any, *records: Any) -> Any:
    """What is told of a finding with this culprit, or these, after these records."""
    histories = Histories({"f": culprits if isinstance(culprits, list) else [culprits]})
    histories.add(log(*records))
    return histories.attribution("f")


def told(found: Any) -> tuple[list[str], bool]:
    return [each.id for each in found.changes], found.sure


def opened(at: str = "12:00:00", **more: Any) -> Any:
    asked = {"dBInstanceIdentifier": "orders", "publiclyAccessible": True}
    return record("rds:ModifyDBInstance", asked, {"dbiResourceId": "db-1"}, at=at, **more)


def hidden(at: str = "12:00:00", asked: Any = None, **more: Any) -> Any:
    answered = more.pop("answered", {"dbiResourceId": "db-1"})
    return record("rds:ModifyDBInstance", asked, answered, at=at, **more)


@pytest.mark.parametrize("ids", list(permutations("ab")))
def test_an_unrecorded_write_of_the_same_second_makes_it_unsure_whatever_its_id(ids):
    found = attributed(database(), opened(eventID=ids[0]), hidden(eventID=ids[1]))
    assert told(found) == ([ids[0]], False)
    assert "came in the same second, and could have set" in found.why


def test_an_unrecorded_write_before_it_does_not():
    assert attributed(database(), opened(), hidden("11:59:59")).sure


def test_an_event_of_anybody_leaves_each_in_doubt_by_its_own_faults():
    other = (Fault("configuration.dBInstanceStatus", "failed"), Fault(PUBLIC, value=True))
    culprits = {
        "a": [database("db-1", "a")],
        "b": [database("db-2", "b")],
        "c": [database("db-3", "c", faults=other)],
        "d": [database("db-4", "d", since="2026-11-10T13:00:00Z")],
    }
    histories = Histories(culprits)
    histories.add(log(hidden("12:00:00", answered=None)))
    told = {key: len(histories.attribution(key).changes) for key in culprits}
    assert told == {"a": 1, "b": 1, "c": 1, "d": 0}


OMITTED = {"omitted": True, "originalSize": 120_000, "reason": "requestParameters too large"}


def test_parameters_that_were_left_out_for_their_size_are_not_recorded():
    found = attributed(database(), opened(), hidden("13:00:00", OMITTED))
    assert told(found) == (["ModifyDBInstance-12:00:00"], False)


def test_an_event_whose_names_were_left_out_may_be_about_anything_of_its_type():
    later = hidden("13:00:00", OMITTED, answered=None)
    found = attributed(database(), opened(), later)
    assert told(found) == (["ModifyDBInstance-12:00:00"], False)
    other = [later | {"awsRegion": "us-east-1"}, later | {"eventName": "CreateDBInstance"}]
    there = database(account="111122223333", region="eu-west-1")
    assert attributed(there, opened(), *other).sure


def test_what_nobody_requested_is_not_about_anything():
    rotated = hidden("13:00:00", answered=None, eventType="AwsServiceEvent")
    assert attributed(database(), opened(), rotated).sure


def test_a_hundred_instances_of_one_call_are_each_named():
    made = [{"instanceId": f"i-{n}", **{f"f{k}": k for k in range(70)}} for n in range(100)]
    faults = (Fault("configuration.metadataOptions.httpTokens", "optional"),)
    one = Culprit("AWS::EC2::Instance", "i-99", faults=faults)
    asked = {"metadataOptions": {"httpTokens": "optional"}}
    run = record("ec2:RunInstances", asked, {"instancesSet": {"items": made}})
    assert told(attributed(one, run)) == (["RunInstances-12:00:00"], True)


def test_more_values_than_are_looked_at_are_not_recorded():
    many = {"dBInstanceIdentifier": "orders", "tags": list(range(MOST + 1))}
    found = attributed(database(), opened(), hidden("13:00:00", many))
    assert told(found) == (["ModifyDBInstance-12:00:00"], False)


GROUP = "AWS::EC2::SecurityGroup"
RULE = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22}
OPEN = {**RULE, "ipv4Ranges": [{"cidrIp": "0.0.0.0/0"}]}


def group(id: str) -> Culprit:
    configuration = {"groupId": id, "ipPermissions": [OPEN]}
    document = {"resourceType": GROUP, "resourceId": id, "resourceName": "web", **HERE}
    return culprit(document | {"configuration": configuration}, ["configuration.ipPermissions"])


def authorize(answered: Any = None, **named: str) -> Any:
    permission = {**RULE, "ipRanges": {"items": [{"cidrIp": "0.0.0.0/0"}]}}
    asked = {**named, "ipPermissions": {"items": [permission]}}
    return record("ec2:AuthorizeSecurityGroupIngress", asked, answered)


def test_the_name_of_a_security_group_may_be_that_of_another():
    found = attributed(group("sg-1"), authorize(groupName="web"))
    assert told(found) == (["AuthorizeSecurityGroupIngress-12:00:00"], False)
    assert "says only a name that others may have" in found.why
    assert found.changes[0].given[0].value["fromPort"] == 22


def test_a_name_with_the_id_in_the_answer_is_sure():
    answered = {"securityGroupRuleSet": {"items": [{"groupId": "sg-1"}]}}
    event = authorize(answered, groupName="web")
    assert attributed(group("sg-1"), event).sure
    assert told(attributed(group("sg-2"), event)) == ([], False)


def test_a_name_alone_after_a_making_may_be_the_event():
    made = record(
        "ec2:CreateSecurityGroup", {"groupName": "web"}, {"groupId": "sg-1"}, at="11:00:00"
    )
    found = attributed(group("sg-1"), made, authorize(groupName="web"))
    assert told(found) == (["AuthorizeSecurityGroupIngress-12:00:00"], False)


def test_a_name_that_several_culprits_bear_is_sure_of_none():
    bare = record("rds:ModifyDBInstance", {**opened()["requestParameters"]})
    both = [database("db-1"), database("db-2")]
    assert attributed(both[0], bare).sure
    assert told(attributed(both, bare)) == (["ModifyDBInstance-12:00:00"] * 2, False)


def test_the_same_resource_twice_is_one():
    again = database(faults=(Fault(PUBLIC, value=True), Fault("configuration.engine", "mysql")))
    histories = Histories({"one": [database()], "other": [again]})
    histories.add(log(record("rds:ModifyDBInstance", {**opened()["requestParameters"]})))
    assert histories.attribution("one").sure


def test_two_that_bore_a_name_one_after_the_other_are_told_apart_by_their_times():
    old = database("db-1", captured="2026-11-10T12:30:00Z")
    new = database("db-2", since="2026-11-10T12:30:00Z")
    histories = Histories({"old": [old], "new": [new]})
    histories.add(log(record("rds:ModifyDBInstance", {**opened()["requestParameters"]})))
    assert histories.attribution("old").sure
    assert histories.attribution("new").changes == ()


def test_two_of_a_service_that_is_not_declared_may_have_one_name():
    def called(type: str) -> Culprit:
        return Culprit(type, "etl", faults=(Fault("configuration.timeout", 5),))

    event = record("glue:UpdateJob", {"jobName": "etl", "timeout": 5})
    assert attributed(called("AWS::Glue::Job"), event).sure
    both = [called("AWS::Glue::Job"), called("AWS::Glue::Crawler")]
    assert not attributed(both, event).sure


def test_a_filter_is_told_from_its_namesake_by_its_log_group():
    def put(group: str, at: str) -> Any:
        return record("logs:PutMetricFilter", {"logGroupName": group, "filterName": "root"}, at=at)

    one = Culprit(
        "AWS::Logs::MetricFilter",
        "/app|root",
        "root",
        faults=(Fault("configuration.MetricTransformations", None),),
    )
    found = attributed(one, put("/app", "12:00:00"), put("/other", "13:00:00"))
    assert [each.time[11:] for each in found.changes] == ["12:00:00Z"]


def test_an_arn_of_another_account_is_another_resource():
    def topic(account: str) -> str:
        return f"arn:aws:sns:eu-west-1:{account}:alerts"

    one = Culprit(
        "AWS::SNS::Topic",
        "alerts",
        account="111122223333",
        faults=(Fault("configuration.KmsMasterKeyId", ""),),
    )
    for account, known in (("111122223333", True), ("999988887777", False)):
        asked = {"attributeName": "KmsMasterKeyId", "attributeValue": ""}
        event = record("sns:SetTopicAttributes", {"topicArn": topic(account), **asked})
        assert bool(attributed(one, event).changes) is known


def versioning(at: str = "12:00:00") -> Any:
    asked = {"bucketName": "b", "VersioningConfiguration": {"Status": "Suspended"}}
    return record("s3:PutBucketVersioning", asked, at=at)


UNVERSIONED = Culprit(
    "AWS::S3::Bucket",
    "b",
    faults=(Fault("supplementaryConfiguration.BucketVersioningConfiguration.status", "Suspended"),),
)


def test_what_was_deleted_after_that_is_another_one_now():
    gone = record("s3:DeleteBucket", {"bucketName": "b"}, at="13:00:00")
    found = attributed(UNVERSIONED, versioning(), gone)
    assert told(found) == ([], False)
    assert "DeleteBucket at 2026-11-10T13:00:00Z left" in found.why
    assert told(attributed(UNVERSIONED, gone, versioning("14:00:00")))[1]
    assert attributed(UNVERSIONED, versioning(), gone | {"errorCode": "BucketNotEmpty"}).sure


def test_the_deletion_of_another_one_of_the_name_ends_what_was_said_of_the_name():
    bare = record("rds:ModifyDBInstance", {**opened()["requestParameters"]})
    asked = {"dBInstanceIdentifier": "Orders"}
    gone = record("rds:DeleteDBInstance", asked, {"dbiResourceId": "db-0"}, at="13:00:00")
    assert told(attributed(database(), bare, gone)) == ([], False)


def test_a_key_that_is_to_be_deleted_has_its_settings_still():
    rotation = "supplementaryConfiguration.KeyRotationStatus"
    one = Culprit("AWS::KMS::Key", "k-1", faults=(Fault(rotation, value=False),))
    off = record("kms:DisableKeyRotation", {"keyId": "k-1"})
    planned = record("kms:ScheduleKeyDeletion", {"keyId": "k-1"}, at="13:00:00")
    assert told(attributed(one, off, planned)) == (["DisableKeyRotation-12:00:00"], True)


LOST = Problem("log.json.gz", "gzip cut short")
ELSEWHERE = {
    ("111122223333", "eu-west-1"): False,
    ("111122223333", "us-east-1"): True,
    ("999988887777", "eu-west-1"): True,
    None: False,
}


@pytest.mark.parametrize(("place", "sure"), ELSEWHERE.items())
def test_where_logs_could_not_be_read_nothing_is_sure(place, sure):
    here = database(account="111122223333", region="eu-west-1")
    histories = Histories({"it": [here]})
    histories.add(log(opened()))
    histories.miss(replace(LOST, place=place))
    found = histories.attribution("it")
    assert told(found) == (["ModifyDBInstance-12:00:00"], sure)
    assert found.why == ("" if sure else "some of the logs could not be read")


def test_an_identity_may_change_in_any_region_of_its_account():
    one = Culprit("AWS::IAM::User", "AIDA1", "bob", account="111122223333", region="global")
    histories = Histories({"it": [one]})
    histories.miss(replace(LOST, place=("111122223333", "us-east-1")))
    assert histories.attribution("it").why.endswith("some of the logs could not be read")


def test_what_leaves_nothing_unread_lowers_nothing():
    histories = Histories({"it": [database()]})
    histories.add(log(opened()))
    histories.miss(replace(LOST, blocks=False))
    assert histories.attribution("it").sure


FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:pay"


@pytest.mark.parametrize(
    ("called", "known"),
    [
        ("pay", True),
        ("pay:live", True),
        ("111122223333:function:pay", True),
        ("111122223333:function:pay:live", True),
        (FUNCTION, True),
        (f"{FUNCTION}:live", True),
        ("999988887777:function:pay", False),
        (FUNCTION.replace("111122223333", "999988887777"), False),
        ("pay2", False),
        ("111122223333:function:pay2", False),
    ],
)
def test_a_function_is_known_by_each_form_of_its_name(called, known):
    one = Culprit("AWS::Lambda::Function", "pay", "pay", FUNCTION, account="111122223333")
    event = record("lambda:AddPermission20150331v2", {"functionName": called})
    assert bool(attributed(one, event).changes) is known
