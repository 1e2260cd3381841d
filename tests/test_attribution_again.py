"""An application may ask for its topic, queue or bucket at every start: that makes nothing."""

from typing import Any

import pytest
from msgspec.json import decode
from msgspec.structs import replace

from scanner.attribution.culprit import culprit
from tests.attributions import record
from tests.test_attribution import attributed
from tests.test_attribution_lists import author, item, told
from tests.test_attribution_parts import QUEUE, TOPIC, open_policy

OPEN = open_policy("x")
TOPICS = item("AWS::SNS::Topic", TOPIC, {"TopicArn": TOPIC, "Policy": OPEN})
QUEUES = item("AWS::SQS::Queue", QUEUE, {"QueueUrl": QUEUE, "SqsManagedSseEnabled": "false"})
BUCKETS = item(
    "AWS::S3::Bucket",
    "b",
    supplementaryConfiguration={"BucketVersioningConfiguration": {"status": "Suspended"}},
)


def topic(at: str, **attributes: str) -> Any:
    asked = {"name": "t", **({"attributes": attributes} if attributes else {})}
    return record("sns:CreateTopic", asked, {"topicArn": TOPIC}, at=at)


def set_topic(at: str, name: str, value: str) -> Any:
    asked = {"topicArn": TOPIC, "attributeName": name, "attributeValue": value}
    return record("sns:SetTopicAttributes", asked, at=at)


def queue(at: str) -> Any:
    return record("sqs:CreateQueue", {"queueName": "q"}, {"queueUrl": QUEUE}, at=at)


def set_queue(at: str, **attributes: str) -> Any:
    return record("sqs:SetQueueAttributes", {"queueUrl": QUEUE, "attributes": attributes}, at=at)


def bucket(at: str) -> Any:
    return record("s3:CreateBucket", {"bucketName": "b"}, at=at)


def versioned(at: str, status: str) -> Any:
    asked = {"bucketName": "b", "VersioningConfiguration": {"Status": status}}
    return record("s3:PutBucketVersioning", asked, at=at)


AGAIN = [
    ("sns-topic-encrypted", TOPICS, topic, set_topic("12:00:00", "KmsMasterKeyId", "")),
    ("sns-topic-policy-not-public", TOPICS, topic, set_topic("12:00:00", "Policy", OPEN)),
    ("sqs-encrypted", QUEUES, queue, set_queue("12:00:00", SqsManagedSseEnabled="false")),
    ("s3-bucket-versioned", BUCKETS, bucket, versioned("12:00:00", "Suspended")),
]


@pytest.mark.parametrize(
    ("rule", "found", "make", "changed"), AGAIN, ids=[each[0] for each in AGAIN]
)
@pytest.mark.parametrize("again", ["13:00:00", "12:00:00"])
def test_what_asks_again_for_what_is_there_is_not_told(rule, found, make, changed, again):
    one = author(rule, found, make("11:00:00"), changed, make(again))
    assert changed["eventID"] in told(one)[0]
    assert make(again)["eventID"] not in told(one)[0]
    assert told(author(rule, found, changed, make("13:00:00"))) == told(
        author(rule, found, changed)
    )


def test_who_repeats_the_value_that_is_there_did_not_set_it():
    changed = set_topic("12:00:00", "Policy", OPEN)
    again = topic("13:00:00", Policy=OPEN)
    found = author("sns-topic-policy-not-public", TOPICS, topic("11:00:00"), changed, again)
    assert told(found) == (["SetTopicAttributes-12:00:00"], True)


def test_the_first_of_several_makings_is_told():
    found = author("s3-bucket-versioned", BUCKETS, *(bucket(f"1{n}:00:00") for n in range(9)))
    assert [each.id for each in found.changes] == ["CreateBucket-10:00:00"]


def test_an_event_that_shows_nothing_of_the_value_shows_that_it_was_there():
    named = set_topic("10:00:00", "DisplayName", "Alerts")
    found = author("sns-topic-encrypted", TOPICS, named, topic("13:00:00"))
    assert told(found) == ([], False)


def test_what_was_recorded_before_was_not_made_after_that():
    one = culprit(decode(TOPICS.text), ["configuration.KmsMasterKeyId"])
    since = replace(one, since="2026-11-10T12:00:00Z")
    assert told(attributed(one, topic("13:00:00"))) == (["CreateTopic-13:00:00"], True)
    assert told(attributed(since, topic("13:00:00"))) == ([], False)


def test_what_was_deleted_is_made_again():
    gone = record("sns:DeleteTopic", {"topicArn": TOPIC}, at="12:30:00")
    changed = set_topic("12:00:00", "KmsMasterKeyId", "")
    made = topic("13:00:00")
    found = author("sns-topic-encrypted", TOPICS, topic("11:00:00"), changed, gone, made)
    assert told(found) == (["CreateTopic-13:00:00"], True)
    later = topic("14:00:00")
    found = author("sns-topic-encrypted", TOPICS, topic("11:00:00"), changed, gone, made, later)
    assert told(found) == (["CreateTopic-13:00:00"], True)


def test_a_thousand_starts_hide_nobody():
    starts = [topic(f"13:{n // 60:02}:{n % 60:02}") for n in range(1000)]
    changed = set_topic("12:00:00", "KmsMasterKeyId", "")
    records = [*starts, topic("11:00:00"), changed]
    for each in (records, records[::-1]):
        found = author("sns-topic-encrypted", TOPICS, *each)
        assert told(found) == (["SetTopicAttributes-12:00:00"], True)
