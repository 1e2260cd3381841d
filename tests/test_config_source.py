"""AWS Config's files, in every format and dialect, read as items."""

import gzip
import json
import os
from pathlib import Path

import pytest

from scanner.errors import UserError
from scanner.model import Coverage, Item, Needs, Problem, SourceUse
from scanner.sources.local import read

ACCOUNT = "111122223333"
HOME = (ACCOUNT, "eu-west-1")
TRAIL = "AWS::CloudTrail::Trail"
GROUP = "AWS::EC2::SecurityGroup"
BUCKET = "AWS::S3::Bucket"
SUBNET = "AWS::EC2::Subnet"
RECORDER = "AWS::Config::ConfigurationRecorder"
EVERYTHING = {TRAIL: None, GROUP: None, BUCKET: None, SUBNET: None}


def item(kind=TRAIL, name="main", **changes):
    """An item as a file in S3 spells it."""
    return {
        "configurationItemVersion": "1.3",
        "configurationItemCaptureTime": "2026-01-02T03:04:05.123Z",
        "configurationItemStatus": "OK",
        "awsAccountId": ACCOUNT,
        "awsRegion": "eu-west-1",
        "resourceType": kind,
        "resourceId": name,
        "ARN": f"arn:aws:x:::{name}",
        "configuration": {"isMultiRegionTrail": True, "name": name},
        "supplementaryConfiguration": {},
        "tags": {"team": "blue"},
    } | changes


def answer(**changes):
    """The same item as the API gives it."""
    given = item(version="1.3", accountId=ACCOUNT, arn="arn:aws:x:::main", **changes)
    for name in ("configurationItemVersion", "awsAccountId", "ARN"):
        del given[name]
    return given | {"configuration": json.dumps(given["configuration"])}


def written(folder: Path, content, name="file.json") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return str(path)


def given(*paths, fields=EVERYTHING, at=None):
    wanted = {kind: names if names is None else frozenset(names) for kind, names in fields.items()}
    return list(read(paths, Needs(wanted, at)))


def only(kind, found):
    return [each for each in found if isinstance(each, kind)]


def documents(found):
    assert not only(Problem, found), only(Problem, found)
    return [each.document() for each in only(Item, found)]


def problems(found):
    return [f"{each.where}: {each.what}" for each in only(Problem, found)]


def covered(found, place=HOME):
    return frozenset().union(*(each.types for each in only(Coverage, found) if each.place == place))


def snapshot(*items):
    return {"fileVersion": "1.0", "configSnapshotId": "x", "configurationItems": list(items)}


RULE_EVENT = {
    "configurationItemDiff": None,
    "configurationItem": item(),
    "messageType": "ConfigurationItemChangeNotification",
}
FORMATS = {
    "a snapshot": snapshot(item()),
    "a history from the API": {"configurationItems": [answer()]},
    "a batch": {"baseConfigurationItems": [answer()], "unprocessedResourceKeys": []},
    "a batch of an aggregator": {"BaseConfigurationItems": [answer()]},
    "an item of an aggregator": {"ConfigurationItem": answer()},
    "a notification": RULE_EVENT,
    "a notification from SNS": {"Type": "Notification", "Message": json.dumps(RULE_EVENT)},
    "what a Lambda function gets": {"invokingEvent": json.dumps(RULE_EVENT), "ruleParameters": ""},
    "an event": {"detail-type": "Config", "detail": RULE_EVENT},
    "a list of items": [item()],
    "one item": item(),
    "one item of the API": answer(),
}


@pytest.mark.parametrize("content", FORMATS.values(), ids=FORMATS.keys())
@pytest.mark.parametrize("indent", [None, 4])
def test_every_format_gives_the_same_item(tmp_path, content, indent):
    found = given(written(tmp_path, json.dumps(content, indent=indent)))
    assert documents(found) == [
        {
            "resourceType": TRAIL,
            "resourceId": "main",
            "arn": "arn:aws:x:::main",
            "accountId": ACCOUNT,
            "awsRegion": "eu-west-1",
            "tags": {"team": "blue"},
            "version": "1.3",
            "configurationItemStatus": "OK",
            "configurationItemCaptureTime": "2026-01-02T03:04:05.123Z",
            "configuration": {"isMultiRegionTrail": True, "name": "main"},
            "supplementaryConfiguration": {},
        }
    ]
    assert covered(found) == {TRAIL}
    assert found[-2] == SourceUse("config", str(tmp_path / "file.json"), 1, 1, 0)


def test_gzip_is_told_by_its_bytes_and_not_by_its_name(tmp_path):
    packed = written(tmp_path, snapshot(item()), "a.json.gz")
    os.rename(packed, tmp_path / "b.json")
    plain = written(tmp_path, snapshot(item()), "c.json")
    os.rename(plain, tmp_path / "c.json.gz")
    assert len(documents(given(str(tmp_path)))) == 2


def test_only_what_rules_read_is_kept(tmp_path):
    path = written(tmp_path, snapshot(item(), item("AWS::IAM::Role")))
    (document,) = documents(given(path, fields={TRAIL: {"configuration.name", "tags"}}))
    assert document["configuration"] == {"name": "main"}
    assert document["tags"] == {"team": "blue"}
    (document,) = documents(given(path, fields={TRAIL: set()}))
    assert document.keys() == {
        "resourceType",
        "resourceId",
        "accountId",
        "awsRegion",
        "arn",
        "configuration",
    }


def test_types_that_no_rule_reads_are_covered_all_the_same(tmp_path):
    found = given(written(tmp_path, snapshot(item(), item("AWS::IAM::Role", awsRegion="global"))))
    assert covered(found) == {TRAIL}
    assert covered(found, (ACCOUNT, "global")) == {"AWS::IAM::Role"}


def test_a_configuration_that_was_not_recorded_is_unresolved(tmp_path):
    for nothing in (None, "", {}, '""', "null"):
        (document,) = documents(given(written(tmp_path, snapshot(item(configuration=nothing)))))
        assert document["configuration"] == {"$unresolved": "AWS Config recorded no configuration"}
    left_out = item()
    del left_out["configuration"]
    (document,) = documents(given(written(tmp_path, snapshot(left_out))))
    assert "$unresolved" in document["configuration"]


def test_an_item_too_large_for_its_notification_is_unresolved(tmp_path):
    summary = item()
    del summary["configuration"], summary["supplementaryConfiguration"]
    content = {"configurationItemSummary": summary, "s3DeliverySummary": {}}
    for fields in (None, {"configuration.name"}):
        (document,) = documents(given(written(tmp_path, content), fields={TRAIL: fields}))
        assert "too large" in document["configuration"]["$unresolved"]


def test_what_the_api_makes_json_texts_of_is_decoded(tmp_path):
    acl = json.dumps(json.dumps({"grantList": []}))
    supplementary = {
        "AccessControlList": acl,
        "IsRequesterPaysEnabled": "false",
        "BucketPolicy": '{"policyText":null}',
        "Name": "plain text",
        "Rules": [1],
    }
    path = written(tmp_path, snapshot(item(BUCKET, supplementaryConfiguration=supplementary)))
    (document,) = documents(given(path))
    assert document["supplementaryConfiguration"] == {
        "AccessControlList": {"grantList": []},
        "IsRequesterPaysEnabled": False,
        "BucketPolicy": {"policyText": None},
        "Name": "plain text",
        "Rules": [1],
    }


def test_groups_recorded_before_version_1_3_get_ranges(tmp_path):
    old = {"ipProtocol": "-1", "ipRanges": ["0.0.0.0/0"]}
    new = old | {"ipv4Ranges": [{"cidrIp": "0.0.0.0/0", "description": "all"}]}
    configuration = {"ipPermissions": [old, new], "ipPermissionsEgress": [old]}
    path = written(tmp_path, snapshot(item(GROUP, configuration=configuration)))
    for fields in (None, {"configuration.ipPermissions", "configuration.ipPermissionsEgress"}):
        (document,) = documents(given(path, fields={GROUP: fields}))
        made = old | {"ipv4Ranges": [{"cidrIp": "0.0.0.0/0"}]}
        assert document["configuration"]["ipPermissions"] == [made, new]
        assert document["configuration"]["ipPermissionsEgress"] == [made]


def test_a_state_in_a_wrapper_is_the_state(tmp_path):
    wrapped = item(SUBNET, configuration={"state": {"value": "available"}})
    instance = item("AWS::EC2::Instance", configuration={"state": {"code": 16, "name": "running"}})
    path = written(tmp_path, snapshot(wrapped, instance))
    subnet, other = documents(given(path, fields={SUBNET: None, "AWS::EC2::Instance": None}))
    assert subnet["configuration"]["state"] == "available"
    assert other["configuration"]["state"] == {"code": 16, "name": "running"}


@pytest.mark.parametrize(
    "tags",
    [{"team": "blue"}, [{"key": "team", "value": "blue"}], [{"Key": "team", "Value": "blue"}]],
)
def test_tags_are_a_map(tmp_path, tags):
    (document,) = documents(given(written(tmp_path, snapshot(item(tags=tags)))))
    assert document["tags"] == {"team": "blue"}


@pytest.mark.parametrize(
    "time",
    [
        "2026-01-02T03:04:05Z",
        "2026-01-02T04:04:05+01:00",
        "2026-01-02T03:04:05",
        1767323045,
        1767323045.0,
        1767323045000,
    ],
)
def test_times_are_utc_and_sort_as_text(tmp_path, time):
    found = given(written(tmp_path, snapshot(item(configurationItemCaptureTime=time))))
    assert [each.captured for each in only(Item, found)] == ["2026-01-02T03:04:05.000Z"]


def test_a_deleted_resource_is_told_as_gone_and_its_type_as_recorded(tmp_path):
    for status in ("ResourceDeleted", "ResourceDeletedNotRecorded"):
        gone = item(configurationItemStatus=status, configuration=None)
        found = given(written(tmp_path, snapshot(gone)))
        assert [each.deleted for each in only(Item, found)] == [True]
        assert covered(found) == {TRAIL}


def test_a_resource_that_is_not_recorded_is_no_item_and_covers_nothing(tmp_path):
    alone = item(configurationItemStatus="ResourceNotRecorded", configuration=None)
    found = given(written(tmp_path, snapshot(alone, item(name="other"))))
    assert [each.id for each in only(Item, found)] == ["other"]
    assert covered(found) == set()


def test_what_was_captured_later_than_asked_for_is_left_out(tmp_path):
    early = item(name="early", configurationItemCaptureTime="2026-01-01T00:00:00Z")
    late = item(GROUP, "late", configurationItemCaptureTime="2026-03-01T00:00:00Z")
    unread = late | {"resourceType": "AWS::IAM::Role"}
    path = written(tmp_path, snapshot(early, late, unread))
    found = given(path, at="2026-02-01T00:00:00Z")
    assert [each.id for each in only(Item, found)] == ["early"]
    assert covered(found) == {TRAIL}
    assert len(only(Item, given(path, at="2026-03-01T00:00:00Z"))) == 2


def test_an_item_without_a_time_is_a_problem_when_a_time_is_asked_for(tmp_path):
    path = written(tmp_path, snapshot(item(configurationItemCaptureTime=None)))
    assert len(documents(given(path))) == 1
    (problem,) = problems(given(path, at="2026-02-01T00:00:00Z"))
    assert "configurationItemCaptureTime" in problem


def recorder(group, **changes):
    return item(RECORDER, "default", configuration={"RecordingGroup": group} | changes)


def promised(tmp_path, *items, place=HOME):
    found = given(written(tmp_path, snapshot(*items)))
    return [
        each for each in only(Coverage, found) if each.place == place and each.all_but is not None
    ]


def test_a_recorder_of_everything_covers_what_nobody_has_seen(tmp_path):
    everything = {"AllSupported": True, "IncludeGlobalResourceTypes": True}
    (coverage,) = promised(tmp_path, recorder(everything, Recording=True))
    assert coverage.all_but == set()
    assert "AWS::IAM::User" in covered(
        given(written(tmp_path, snapshot(recorder(everything)))), (ACCOUNT, "global")
    )
    camel = item(RECORDER, configuration={"recordingGroup": {"allSupported": True}})
    assert promised(tmp_path, camel)


def test_a_recorder_that_stands_still_or_was_deleted_covers_nothing(tmp_path):
    everything = {"AllSupported": True}
    assert not promised(tmp_path, recorder(everything, Recording=False))
    gone = recorder(everything) | {
        "configurationItemStatus": "ResourceDeleted",
        "configurationItemCaptureTime": "2026-02-01T00:00:00Z",
    }
    assert not promised(tmp_path, gone, recorder(everything))


def test_what_a_recorder_excludes_is_not_covered(tmp_path):
    group = {
        "AllSupported": False,
        "ExclusionByResourceTypes": {"ResourceTypes": [TRAIL]},
        "RecordingStrategy": {"UseOnly": "EXCLUSION_BY_RESOURCE_TYPES"},
    }
    unrecorded = item(GROUP, configurationItemStatus="ResourceNotRecorded")
    (coverage,) = promised(tmp_path, recorder(group), unrecorded)
    assert {TRAIL, GROUP} <= coverage.all_but


def test_a_recorder_of_named_types_covers_those(tmp_path):
    found = given(written(tmp_path, snapshot(recorder({"ResourceTypes": [TRAIL, GROUP]}))))
    assert covered(found) == {TRAIL, GROUP, RECORDER}
    assert not promised(tmp_path, recorder({"ResourceTypes": [TRAIL, GROUP]}))


def query(*rows, select):
    return {
        "Results": [json.dumps(row) for row in rows],
        "QueryInfo": {"SelectFields": [{"Name": name} for name in select]},
    }


ROW = {
    "resourceType": TRAIL,
    "resourceId": "main",
    "accountId": ACCOUNT,
    "awsRegion": "eu-west-1",
    "configuration": {"name": "main"},
}


def test_a_query_gives_what_it_selected_and_the_rest_is_unresolved(tmp_path):
    path = written(tmp_path, query(ROW, select=[*ROW]))
    fields = {
        "configuration.name",
        "configuration.kmsKeyId",
        "supplementaryConfiguration.X",
        "tags",
    }
    (document,) = documents(given(path, fields={TRAIL: fields}))
    unselected = {"$unresolved": "not selected by the query"}
    assert document["configuration"] == {"name": "main"}
    assert document["supplementaryConfiguration"] == {"X": unselected}
    assert document["tags"] == unselected
    (document,) = documents(given(path))
    assert document["supplementaryConfiguration"] == unselected


def test_a_row_with_no_configuration_at_all_is_unresolved(tmp_path):
    path = written(tmp_path, query(ROW | {"configuration": None}, select=[*ROW]))
    (document,) = documents(given(path, fields={TRAIL: {"configuration.name"}}))
    assert "$unresolved" in document["configuration"]


def test_half_a_field_that_was_selected_is_unresolved(tmp_path):
    row = ROW | {"configuration": {"name": "main", "endpoint": {"port": 1}}}
    select = [*ROW.keys() - {"configuration"}, "configuration.name", "configuration.endpoint.port"]
    path = written(tmp_path, query(row, select=select))
    fields = {"configuration.name", "configuration.endpoint", "configuration.gone"}
    (document,) = documents(given(path, fields={TRAIL: fields}))
    unselected = {"$unresolved": "not selected by the query"}
    assert document["configuration"] == {
        "name": "main",
        "endpoint": unselected,
        "gone": unselected,
    }
    (document,) = documents(given(path))
    assert document["configuration"] == unselected


def test_rows_whose_query_is_not_told_are_unresolved(tmp_path):
    for content in ([json.dumps(ROW)], {"Results": [json.dumps(ROW)]}):
        (document,) = documents(given(written(tmp_path, content)))
        assert "$unresolved" in document["configuration"]


@pytest.mark.parametrize("missing", ["resourceType", "resourceId", "accountId", "awsRegion"])
def test_a_row_that_nobody_can_place_is_a_problem_that_tells_the_query(tmp_path, missing):
    row = {key: value for key, value in ROW.items() if key != missing}
    (problem,) = problems(given(written(tmp_path, query(row, select=[*row]))))
    assert "item 1 (byte" in problem
    assert missing in problem
    assert "SELECT resourceId" in problem


def test_a_count_is_no_item(tmp_path):
    assert problems(given(written(tmp_path, query({"COUNT(*)": 5}, select=["COUNT(*)"]))))


def test_pages_that_are_missing_are_a_problem_for_every_type(tmp_path):
    found = given(written(tmp_path, {"configurationItems": [answer()], "nextToken": "abc"}))
    (problem,) = only(Problem, found)
    assert "pages" in problem.what
    assert problem.types == EVERYTHING.keys()
    assert len(only(Item, found)) == 1
    for end in (None, ""):
        documents(given(written(tmp_path, {"configurationItems": [], "nextToken": end})))


def test_keys_that_aws_did_not_process_are_problems_of_their_type(tmp_path):
    keys = [{"resourceType": GROUP, "resourceId": "sg-1"}]
    content = {"unprocessedResourceKeys": keys, "baseConfigurationItems": []}
    (problem,) = only(Problem, given(written(tmp_path, content)))
    assert problem.types == {GROUP}
    assert "sg-1" in problem.what


def test_directories_are_walked_in_the_order_of_names(tmp_path):
    for name in ("b/2.JSON", "a/1.json.gz", "c.json", "d.txt"):
        written(tmp_path, snapshot(item(name=name)), name)
    written(tmp_path, {"name": "package"}, "package.json")
    found = given(str(tmp_path))
    assert [each.id for each in only(Item, found)] == ["a/1.json.gz", "b/2.JSON", "c.json"]
    assert only(SourceUse, found) == [SourceUse("config", str(tmp_path), 3, 3, 1)]


def test_a_file_that_was_named_and_is_not_of_config_is_a_problem(tmp_path):
    for content, what in (
        ({"records": []}, "records"),
        ({}, "empty object"),
        ([], "array"),
        ([{"a": 1}], "array"),
        ("5", "neither"),
    ):
        (problem,) = problems(given(written(tmp_path, content)))
        assert what in problem


def test_a_path_that_does_not_exist_is_the_users_mistake(tmp_path):
    with pytest.raises(UserError, match="nowhere: no such file or directory"):
        given(str(tmp_path / "nowhere"))
    with pytest.raises(UserError, match="no such file"):
        given("\0")


def test_one_broken_item_leaves_the_others(tmp_path):
    names = [str(number) for number in range(40)]
    items = [json.dumps(item(name=name)) for name in names]
    for bad in (
        json.dumps(item(resourceId=5)),
        json.dumps(item())[:-1] + ',"awsRegion":"us-east-1"}',
        json.dumps(item()).replace('"OK"', "OK"),
        json.dumps(item(awsRegion=None)),
        json.dumps(item(awsAccountId="")),
        json.dumps(item(configuration=[1])),
        json.dumps(item(configurationItemCaptureTime="yesterday")),
        json.dumps(item(configuration={"a": 0})).replace('"a": 0', '"a": 0, "a": 1'),
        "5",
    ):
        text = '{"configurationItems": [' + ", ".join([*items[:16], bad, *items[16:]]) + "]}"
        found = given(written(tmp_path, text))
        assert [each.id for each in only(Item, found)] == names, bad
        (problem,) = problems(found)
        assert "file.json: item 17" in problem


def test_many_broken_items_are_told_in_few_words(tmp_path):
    content = snapshot(*[item(resourceId=5) for _ in range(50)], item())
    found = given(written(tmp_path, content))
    assert len(problems(found)) == 21
    assert problems(found)[-1].endswith("and 30 more that could not be read")
    assert only(Problem, found)[-1].types == {TRAIL}
    assert len(only(Item, found)) == 1


def test_what_was_read_before_a_file_breaks_off_counts(tmp_path):
    text = json.dumps(snapshot(*[item(name=str(number)) for number in range(9)]))
    found = given(written(tmp_path, text[:-200]))
    assert [each.id for each in only(Item, found)] == [*"01234567"]
    (problem,) = only(Problem, found)
    assert f"byte {len(text) - 200}" in problem.what
    assert problem.types == EVERYTHING.keys()
    assert problem.place is None


def test_the_same_files_give_the_same_bytes(tmp_path):
    path = written(tmp_path, snapshot(*[item(name=str(number)) for number in range(9)]))
    assert given(path) == given(path)
