"""Which buckets a call was about, and what it switched off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trail_logs import ACCOUNT, record

from scanner.eventdoc import buckets_touched, switched_off
from scanner.eventdoc.switching_off import Off
from scanner.expression import compile
from scanner.unresolved import Unresolved

UNREAD = Unresolved("never read")
LOGS = ["logs", "more-logs"]
BUCKET = {"accountId": ACCOUNT, "type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::logs"}
OBJECT = {"type": "AWS::S3::Object", "ARN": "arn:aws-us-gov:s3:::logs/AWSLogs/x"}
POINT = "arn:aws:s3:eu-west-1:111122223333:accesspoint/mine"


def call(asked=None, name="DeleteObject", **more):
    one = record(eventSource="s3.amazonaws.com", eventName=name, **more)
    return {**one, "requestParameters": asked}


def touched(*given, **more):
    return buckets_touched(call(*given, **more), LOGS)


# Which buckets a call was about


def test_a_request_names_its_bucket():
    assert touched({"bucketName": "logs", "key": "x"}) == ["logs"]
    assert touched({"bucketName": "photos"}) == []


@pytest.mark.parametrize("asked", [None, UNREAD, {"bucketName": POINT}, {"bucketName": UNREAD}])
@pytest.mark.parametrize("resource", [BUCKET, OBJECT, {"ARNPrefix": "arn:aws:s3:::logs/"}])
def test_without_it_the_resources_of_the_record_do(asked, resource):
    assert touched(asked, resources=[resource]) == ["logs"]
    assert buckets_touched(call(asked, resources=[resource]), ["photos"]) == []


@pytest.mark.parametrize(
    "asked",
    [None, 7, {"bucketName": POINT}, {"bucketName": "mine-k3s-s3alias"}, {"bucketName": 7}],
)
def test_a_call_of_which_nothing_names_the_bucket_may_be_about_any(asked):
    for resources in (None, [], "x", [7, {"ARN": 7}, {"ARN": POINT}]):
        (found,) = touched(asked, resources=resources)
        assert isinstance(found, Unresolved)


def test_what_the_source_lacks_is_the_reason():
    assert touched(UNREAD) == touched({"bucketName": UNREAD}) == [UNREAD]


def test_a_call_that_is_about_no_bucket_is_about_none():
    assert touched({"Host": "s3.amazonaws.com"}, name="ListBuckets") == []
    assert touched(None, name="ListBuckets") == touched(UNREAD, name="ListBuckets") == []
    assert touched({"accountId": ACCOUNT}, name="PutAccountPublicAccessBlock") == []


def test_each_of_several_buckets_is_told():
    assert touched({"bucketName": "more-logs"}, resources=[OBJECT]) == ["logs", "more-logs"]


def test_a_bucket_whose_name_nobody_read_may_be_the_one():
    assert buckets_touched(call({"bucketName": "photos"}), ["logs", UNREAD]) == [UNREAD]
    assert buckets_touched(call({"bucketName": "logs"}), ["logs", UNREAD]) == ["logs"]


def test_a_rule_asks_for_buckets_by_name():
    ask = compile("buckets_touched(configuration, params.buckets)")
    root = {"configuration": call({"bucketName": "logs"}), "params": {"buckets": LOGS}}
    assert ask(root) == ["logs"]


# What a call switched off


def off(asked):
    return switched_off(call(asked, name="UpdateDetector"))


@pytest.mark.parametrize(
    ("asked", "setting"),
    [
        ({"enable": False}, "enable"),
        ({"enable": "false"}, "enable"),
        ({"dataSources": {"s3Logs": {"enable": False}}}, "dataSources.s3Logs.enable"),
        (
            {"features": [{"name": "RDS_LOGIN_EVENTS", "status": "DISABLED"}]},
            "features[0].status",
        ),
        ({"status": "PAUSED"}, "status"),
    ],
)
def test_what_is_switched_off_is_told_with_its_place(asked, setting):
    (found,) = off({"detectorId": "d-1", **asked})
    assert found.document()["setting"] == f"requestParameters.{setting}"
    assert found.document()["what"] == f"{setting} is switched off"


def test_what_is_switched_on_is_not():
    on = {"enable": True, "features": [{"name": "S3_DATA_EVENTS", "status": "ENABLED"}]}
    assert off(on) == off({}) == off({"detectorId": "d-1"}) == []


def test_a_request_that_is_not_in_the_record_may_have_switched_anything_off():
    assert off(UNREAD) == [UNREAD]
    assert off({"dataSources": UNREAD}) == [UNREAD]
    for lost in (None, 7, []):
        (found,) = off(lost)
        assert isinstance(found, Unresolved)


def test_a_setting_far_behind_others_is_found():
    many = {f"tag{number}": "x" for number in range(20_000)}
    assert (
        len(off({"tags": many, "enable": False})) == len(off({"enable": False, "tags": many})) == 1
    )


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["DISABLED", "x", "paused"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=8,
)


@given(values)
def test_whatever_a_request_holds_is_answered(asked):
    assert all(isinstance(each, Off | Unresolved) for each in off(asked))
    assert all(isinstance(each, str | Unresolved) for each in touched(asked))


def test_a_rule_asks_what_was_switched_off_by_name():
    ask = compile("switched_off(configuration)[].setting")
    assert ask({"configuration": call({"enable": False})}) == ["requestParameters.enable"]
