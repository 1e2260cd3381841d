"""The other names of a resource: learnt from its events, followed, and told apart."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.attribution.arn import tail
from scanner.attribution.kinds import ALL
from scanner.attribution.trace import Trace, name
from tests.attributions import log, record
from tests.aws import aws
from tests.between import between
from tests.test_who import EventHistory, groma

ROUNDS = 4


def followed(text, *records):
    """The trace of a name, given the records again for what turns up in them."""
    trace = Trace(name(text))
    for _ in range(ROUNDS):
        trace.add(log(*records))
        if not trace.follow().again:
            break
    return trace


def told(text, *records):
    """By resource the events that are told of it, the oldest first."""
    return {
        history.id or history.service: [each.change.event for each in history.done[::-1]]
        for history in followed(text, *records).histories()
    }


def at(minute):
    return f"12:{minute:02}:00"


def group(id, called, minute, vpc="vpc-1"):
    asked = {"groupName": called, "groupDescription": "-", "vpcId": vpc}
    return record("ec2:CreateSecurityGroup", asked, {"groupId": id}, at=at(minute))


def opened(minute, **asked):
    return record("ec2:AuthorizeSecurityGroupIngress", asked, at=at(minute))


def database(event, minute, id="", called="orders", **asked):
    answered = {"dBInstanceIdentifier": called, "dbiResourceId": id} if id else None
    return record(
        f"rds:{event}", {"dBInstanceIdentifier": called, **asked}, answered, at=at(minute)
    )


def named(value):
    return {"items": [{"key": "Name", "value": value}]}


MADE = group("sg-1", "web", 1)
BY_ID, BY_NAME = opened(2, groupId="sg-1"), opened(3, groupName="web")
BOTH = ["CreateSecurityGroup", *["AuthorizeSecurityGroupIngress"] * 2]


@pytest.mark.parametrize("text", ["sg-1", "web"])
def test_a_group_is_found_by_its_id_and_by_its_name(text):
    assert told(text, MADE, BY_ID, BY_NAME) == {"sg-1": BOTH}


def test_the_order_of_the_logs_does_not_matter():
    assert told("web", BY_NAME, BY_ID, MADE) == {"sg-1": BOTH}


def test_the_names_that_were_followed_are_told():
    (history,) = followed("web", MADE, BY_ID).histories()
    assert (history.id, history.also) == ("sg-1", ("sg-1",))


def test_nothing_is_read_again_where_nothing_is_learnt():
    trace = Trace(name("sg-1"))
    trace.add(log(BY_ID))
    assert not trace.follow().names


def test_an_arn_that_ends_in_the_name_needs_no_second_reading_but_is_looked_up():
    arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
    trace = Trace(name("main"))
    trace.add(log(record("cloudtrail:CreateTrail", {"name": "main"}, {"trailARN": arn})))
    found = trace.follow()
    assert (found.names, found.again) == ({arn}, False)


def test_another_resource_of_the_learnt_name_is_not_mixed_in():
    other = group("sg-2", "web", 4, vpc="vpc-2")
    assert told("sg-1", MADE, BY_ID, other, opened(5, groupId="sg-2")) == {"sg-1": BOTH[:2]}


def test_two_groups_of_one_name_are_told_apart():
    other, into = group("sg-2", "web", 4, vpc="vpc-2"), opened(5, groupId="sg-2")
    assert told("web", MADE, BY_ID, other, into) == {"sg-1": BOTH[:2], "sg-2": BOTH[:2]}


def test_an_event_that_says_only_the_name_of_two_may_be_eithers_and_says_so():
    other, any = group("sg-2", "web", 2, vpc="vpc-2"), opened(5, groupName="web")
    found = followed("web", MADE, other, any).histories()
    shared = [[each.shared for each in history.done] for history in found]
    assert shared == [[2, 0], [2, 0]]


def test_an_event_before_the_second_was_made_is_the_firsts():
    found = followed("web", MADE, opened(2, groupName="web"), group("sg-2", "web", 9)).histories()
    assert [[each.shared for each in history.done] for history in found] == [[0, 0], [0]]


def test_a_database_that_was_made_again_is_another_one():
    records = [
        database("CreateDBInstance", 1, "db-A"),
        database("DeleteDBInstance", 2, "db-A"),
        database("CreateDBInstance", 3, "db-B"),
        database("ModifyDBInstance", 4, "db-B"),
    ]
    first = ["CreateDBInstance", "DeleteDBInstance"]
    assert told("orders", *records) == {
        "db-A": first,
        "db-B": ["CreateDBInstance", "ModifyDBInstance"],
    }
    assert told("db-A", *records) == {"db-A": first}


def test_a_database_is_followed_through_its_renaming():
    records = [
        database("CreateDBInstance", 1, "db-A"),
        database("ModifyDBInstance", 2, "db-A", newDBInstanceIdentifier="sales"),
        database("RebootDBInstance", 3, "db-A", "sales"),
        database("StopDBInstance", 4, called="sales"),
    ]
    events = ["CreateDBInstance", "ModifyDBInstance", "RebootDBInstance", "StopDBInstance"]
    for text in ("orders", "sales", "db-A", "DB-a"):
        assert told(text, *records) == {"db-A": events}


def test_a_user_without_an_id_is_followed_through_renaming():
    records = [
        record("iam:PutUserPolicy", {"userName": "al"}, at=at(1)),
        record("iam:UpdateUser", {"userName": "al", "newUserName": "alice"}, at=at(2)),
        record("iam:AttachUserPolicy", {"userName": "alice"}, at=at(3)),
    ]
    assert told("al", *records) == {"al": ["PutUserPolicy", "UpdateUser", "AttachUserPolicy"]}


@pytest.mark.parametrize("text", ["web-1", "i-1"])
def test_an_instance_is_found_by_its_name_tag(text):
    tags = [{"key": "Team", "value": "a"}, {"key": "Name", "value": "web-1"}]
    disk = {"resourceType": "volume", "tags": [{"key": "Name", "value": "disk"}]}
    asked = {"tagSpecificationSet": {"items": [disk, {"resourceType": "instance", "tags": tags}]}}
    answered = {"instancesSet": {"items": [{"instanceId": "i-1"}]}}
    ids = {"instancesSet": {"items": [{"instanceId": "i-1"}]}}
    records = [
        record("ec2:RunInstances", asked, answered, at=at(1)),
        record("ec2:TerminateInstances", ids, at=at(2)),
    ]
    (history,) = followed(text, *records).histories()
    assert [each.change.event for each in history.done] == ["TerminateInstances", "RunInstances"]
    assert {*history.also, text} == {"i-1", "web-1"}
    assert told("disk", *records) == {}


def test_tags_put_later_or_told_by_the_answer_name_a_vpc():
    made = record("ec2:CreateVpc", {}, {"vpc": {"vpcId": "vpc-1", "tagSet": named("blue")}})
    tags = record(
        "ec2:CreateTags",
        {"resourcesSet": {"items": [{"resourceId": "vpc-1"}]}, "tagSet": named("green")},
        at=at(5),
    )
    gone = record("ec2:DeleteVpc", {"vpcId": "vpc-1"}, at=at(9))
    events = ["CreateVpc", "CreateTags", "DeleteVpc"]
    for text in ("blue", "green", "vpc-1"):
        (history,) = followed(text, made, tags, gone).histories()
        assert (history.type, history.id) == ("AWS::EC2::VPC", "vpc-1")
        assert [each.change.event for each in history.done[::-1]] == events


def test_tags_of_several_resources_do_not_make_them_one():
    ids = [{"resourceId": each} for each in ("vpc-1", "sg-1", "i-1")]
    tags = record("ec2:CreateTags", {"resourcesSet": {"items": ids}, "tagSet": named("green")})
    gone = record("ec2:DeleteVpc", {"vpcId": "vpc-1"}, at=at(9))
    assert told("sg-1", tags, gone) == {"sg-1": ["CreateTags"]}
    assert told("green", tags, gone) == {
        "i-1": ["CreateTags"],
        "sg-1": ["CreateTags"],
        "vpc-1": ["CreateTags", "DeleteVpc"],
    }


def test_several_instances_of_one_call_stay_apart():
    both = {"instancesSet": {"items": [{"instanceId": "i-1"}, {"instanceId": "i-2"}]}}
    records = [
        record("ec2:RunInstances", {}, both, at=at(1)),
        record("ec2:StopInstances", {"instancesSet": {"items": [{"instanceId": "i-2"}]}}),
    ]
    assert told("i-1", *records) == {"i-1": ["RunInstances"]}


KEY = "arn:aws:kms:eu-west-1:111122223333:key/k1"


def kms(event, minute, asked, *others):
    resources = [{"type": "AWS::KMS::Key", "ARN": each} for each in (KEY, *others)]
    return record(f"kms:{event}", asked, {"keyId": KEY}, at=at(minute), resources=resources)


@pytest.mark.parametrize("text", ["k1", KEY, "alias/main"])
def test_a_key_is_found_by_its_id_its_arn_and_its_alias(text):
    alias = "arn:aws:kms:eu-west-1:111122223333:alias/main"
    metadata = {"keyMetadata": {"keyId": "k1", "arn": KEY}}
    records = [
        record("kms:CreateKey", {}, metadata, at=at(1)),
        kms("CreateAlias", 2, {"aliasName": "alias/main", "targetKeyId": "k1"}, alias),
        kms("DisableKey", 3, {"keyId": "k1"}),
        record("kms:EnableKey", {"keyId": KEY}, at=at(4)),
    ]
    events = ["CreateKey", "CreateAlias", "DisableKey", "EnableKey"]
    assert told(text, *records) == {"k1": events}


def test_an_alias_that_moved_is_the_name_of_two_keys():
    other = KEY.replace("k1", "k2")
    records = [
        kms("CreateAlias", 1, {"aliasName": "alias/main", "targetKeyId": "k1"}),
        record("kms:UpdateAlias", {"aliasName": "alias/main", "targetKeyId": other}, at=at(2)),
        record("kms:DisableKey", {"keyId": "k2"}, at=at(3)),
    ]
    assert told("alias/main", *records) == {
        "k1": ["CreateAlias"],
        "k2": ["UpdateAlias", "DisableKey"],
    }


def test_resources_of_two_types_that_are_called_alike_are_told_apart():
    records = [
        record("s3:CreateBucket", {"bucketName": "logs"}),
        record("cloudtrail:CreateTrail", {"name": "logs"}),
        record("glue:CreateJob", {"name": "logs"}),
    ]
    assert told("logs", *records) == {"logs": ["CreateBucket"], "glue.amazonaws.com": ["CreateJob"]}
    types = [each.type for each in followed("logs", *records).histories()]
    assert types == ["AWS::CloudTrail::Trail", "AWS::S3::Bucket", ""]


def test_a_name_is_not_followed_into_another_account_or_region():
    elsewhere = {**BY_NAME, "awsRegion": "us-east-1", "eventID": "x"}
    abroad = {**BY_NAME, "recipientAccountId": "2", "eventID": "y"}
    assert told("sg-1", MADE, elsewhere, abroad) == {"sg-1": BOTH[:1]}


def test_an_event_of_no_declared_kind_that_names_the_id_is_the_resources():
    records = [
        record("kms:CreateKey", {}, {"keyMetadata": {"keyId": "k1", "arn": KEY}}),
        record("kms:CreateGrant", {"keyId": "k1", "granteePrincipal": "x"}, at=at(30)),
    ]
    assert told("k1", *records) == {"k1": ["CreateKey", "CreateGrant"]}


def test_too_many_resources_of_a_name_are_said_to_be_too_many(monkeypatch):
    monkeypatch.setattr("scanner.attribution.trace.MOST_BORNE", 2)
    trace = followed("web", *(group(f"sg-{n}", "web", n, vpc=f"vpc-{n}") for n in range(5)))
    assert (len(trace.histories()), trace.left) == (5, 3)


def test_what_turns_up_last_is_said_not_to_be_asked_for():
    trace = Trace(name("web"))
    trace.add(log(MADE))
    assert trace.unasked == {"sg-1"}
    trace.follow()
    assert not trace.unasked


NAMES = st.sampled_from(["a", "b", "c"])


@given(
    st.lists(st.tuples(st.sampled_from(["sg-1", "sg-2", "sg-3", ""]), NAMES), max_size=12), NAMES
)
def test_every_event_that_says_the_name_or_an_id_of_a_bearer_is_told_and_no_other(events, text):
    records = [
        opened(minute, **({"groupId": id} if id else {}), groupName=called)
        for minute, (id, called) in enumerate(events)
    ]
    ids = {id for id, called in events if id and called == text}
    wanted = {n for n, (id, called) in enumerate(events) if id in ids or called == text}
    names = {called for id, called in events if id in ids}
    shared = {n for n, (id, called) in enumerate(events) if not id and called in names}
    found = followed(text, *records).histories()
    minutes = [int(each.change.time[14:16]) for history in found for each in history.done]
    assert set(minutes) == wanted | (shared if ids else set())
    for history in found:
        own = {n for n, (id, _) in enumerate(events) if id == history.id}
        exact = {int(each.change.time[14:16]) for each in history.done if not each.shared}
        assert exact <= own | {n for n, (id, _) in enumerate(events) if not id}
        assert own <= {int(each.change.time[14:16]) for each in history.done}


@pytest.mark.parametrize(
    ("arn", "last"),
    [
        ("arn:aws:ecs:eu-west-1:1:task-definition/web:3", "web:3"),
        ("arn:aws:secretsmanager:eu-west-1:1:secret:prod/db-AbCdEf", "prod/db-AbCdEf"),
        ("arn:aws:logs:eu-west-1:1:log-group:/aws/lambda/x:*", "/aws/lambda/x"),
        ("arn:aws:lambda:eu-west-1:1:function:etl:PROD", "etl"),
        ("arn:aws:autoscaling:eu-west-1:1:autoScalingGroup:u:autoScalingGroupName/g", "g"),
        ("arn:aws:iam::1:role/service-role/r", "r"),
        ("arn:aws:s3:::bucket", "bucket"),
        ("arn:aws:rds:eu-west-1:1:db:orders", "orders"),
        ("orders", "orders"),
    ],
)
def test_an_arns_last_part_is_the_name(arn, last):
    assert tail(arn) == last


def test_what_ec2_calls_types_in_tag_specifications_is_what_ec2_says():
    from botocore.session import Session

    shape = Session().get_service_model("ec2").shape_for("ResourceType")
    tagged = {each.tagged for each in ALL if each.source == "ec2" and each.tagged}
    assert tagged <= set(shape.enum)
    assert all(each.prefix for each in ALL if each.tagged)


def test_the_command_follows_names_through_files(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"Records": [BY_ID, MADE]}))
    ran = groma("web", "--who", ".", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "also called sg-1" in ran.stdout
    assert "AuthorizeSecurityGroupIngress" in ran.stdout


def test_a_broken_file_that_is_read_again_is_told_once(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"Records": [BY_ID, MADE]}))
    (tmp_path / "bad.json").write_text('{"Records": [{"eventName": "Cre')
    ran = groma("web", "--who", ".", folder=tmp_path)
    assert ran.returncode == 3
    assert ran.stdout.count("bad.json") == 1


def test_resources_that_are_told_apart_have_their_headings(tmp_path):
    records = [MADE, BY_ID, group("sg-2", "web", 2, vpc="vpc-2"), opened(5, groupName="web")]
    (tmp_path / "a.json").write_text(json.dumps({"Records": records}))
    ran = groma("web", "--who", ".", folder=tmp_path)
    here = "in 111122223333/eu-west-1"
    assert f"web (AWS::EC2::SecurityGroup sg-1 {here})" in ran.stdout
    assert f"web (AWS::EC2::SecurityGroup sg-2 {here})" in ran.stdout
    assert "it says only a name that 2 resources bear: it may be any's" in ran.stdout
    assert "2 resources are called web." in ran.stdout
    assert "4 changes." in ran.stdout


def test_the_event_history_is_asked_for_the_names_that_turn_up(tmp_path):
    history = EventHistory(web=[MADE], sg_1=[MADE, BY_ID])
    with aws() as url, between(url, history) as here:
        os.environ["AWS_ENDPOINT_URL"] = here
        args = ("web", "--who", "aws-events", "--region", "eu-west-1", "--format", "json")
        ran = groma(*args, folder=tmp_path)
    (told,) = json.loads(ran.stdout)["resources"]
    assert (ran.returncode, history.asked) == (0, ["web", "sg-1"])
    assert [each["event"] for each in told["events"]] == BOTH[:2][::-1]


def test_a_table_of_very_many_resources_ends_and_says_so(tmp_path):
    records = [group(f"sg-{n}", "web", n % 60, vpc=f"vpc-{n}") for n in range(60)]
    (tmp_path / "a.json").write_text(json.dumps({"Records": records}))
    ran = groma("web", "--who", ".", folder=tmp_path)
    assert ran.stdout.count("web (AWS::EC2::SecurityGroup") == 50
    text = " ".join(ran.stdout.split())
    assert "60 resources are called web; 10 are not shown (--format json lists all)." in text
    assert "10 more resources of this name are not followed by other names." in text
