"""CloudTrail's files in moto's S3, and the keys as AWS would give them."""

import gzip
import json

import aws
import pytest

from scanner.integrity.keys import Keys
from scanner.integrity.verdict import Checked, Verdict
from scanner.model import Problem
from scanner.sources.trail_bucket import TrailBucket
from scanner.sources.trail_keys import asked
from scanner.verification.verify import Verification
from scanner.verification.window import window
from tests.digests import ACCOUNT, Trail, answered, key

NOW = "2026-10-01T00:00:00.000Z"


@pytest.fixture(scope="module")
def server():
    with aws.aws() as url:
        yield url


@pytest.fixture
def store(server):
    """An empty bucket."""
    aws.emptied(server)
    client = aws.client("s3")
    client.create_bucket(Bucket="logs")
    return client


def known(*keys, **answers):
    """What gives the keys of a Region, asked of AWS."""
    answers.setdefault("ListPublicKeys", (200, answered(*keys or (key(),))))
    session = aws.session(**answers)
    return lambda region, since: asked(
        session.client("cloudtrail", region_name=region), region, since, NOW
    )


def found(url="s3://logs", *, keys_of=None, session=None, **times):
    client = (session or aws.session()).client("s3")
    running = Verification([TrailBucket(client, url)], keys_of or known(), window(NOW, **times), 4)
    return list(running.run())


def told(given):
    """How many digest and log files have each verdict."""
    counts = {}
    for each in given:
        if isinstance(each, Checked):
            name = f"{each.kind} {each.verdict}"
            counts[name] = counts.get(name, 0) + 1
    return counts


def test_a_bucket_is_proven_whole_with_the_signatures_in_its_metadata(store):
    Trail().hours(3).upload(store)
    assert told(found()) == {"digest valid": 3, "log valid": 6}


def test_a_prefix_and_an_organization_are_followed(store):
    Trail(prefix="a/b/", organization="o-abcdefghij").hours(2).upload(store)
    assert told(found("s3://logs/a/b")) == {"digest valid": 2, "log valid": 4}
    below = f"s3://logs/a/b/AWSLogs/o-abcdefghij/{ACCOUNT}/CloudTrail/us-east-1"
    assert told(found(below)) == {"digest valid": 2, "log valid": 4}
    assert found("s3://logs") == []


def test_more_log_files_than_a_page_of_keys_has(store, monkeypatch):
    monkeypatch.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "10")
    trail = Trail(events=0)
    trail.hour(25)
    trail.upload(store)
    assert len(store.list_objects_v2(Bucket="logs")["Contents"]) == 10
    assert told(found()) == {"digest valid": 1, "log valid": 25}


def test_since_leaves_earlier_days_unlisted(store):
    trail = Trail().hours(30, logs=1)
    trail.upload(store)
    since = "2026-09-28T00:00:00.000Z"
    assert told(found(since=since)) == {"digest valid": 17, "log valid": 17}


def test_metadata_that_were_lost_matter_for_the_newest_digest_only(store):
    trail = Trail().hours(3, logs=1)
    trail.signatures.clear()
    trail.upload(store)
    assert told(found()) == {
        "digest valid": 2,
        "digest unsigned": 1,
        "log valid": 2,
        "log not covered": 1,
    }


def test_keys_that_aws_refuses_leave_digests_unread_with_the_reason(store):
    Trail().hours(2, logs=1).upload(store)
    given = found(keys_of=known(ListPublicKeys=aws.denied()))
    assert told(given) == {"digest unread": 2, "log not covered": 2}
    assert "cloudtrail:ListPublicKeys: AccessDenied" in given[0].why


def test_a_key_that_aws_does_not_have_is_a_forgers(store):
    Trail(by=key("a forger's")).hours(2, logs=1).upload(store)
    assert told(found()) == {"digest altered": 2, "log not covered": 2}


def test_objects_that_are_refused_are_unread(store):
    Trail().hours(2, logs=1).upload(store)
    given = found(session=aws.session(GetObject=aws.denied_xml()))
    assert told(given) == {"digest unread": 2, "log not covered": 2}
    assert "s3:GetObject: AccessDenied" in given[0].why


def test_keys_that_cannot_be_listed_are_a_problem(store):
    Trail().hours(1).upload(store)
    (problem,) = found(session=aws.session(ListObjectsV2=aws.denied_xml()))
    assert isinstance(problem, Problem)
    assert (problem.where, "AccessDenied" in problem.what) == ("s3://logs/AWSLogs/", True)


def test_a_forged_digest_leads_to_no_other_bucket(store):
    store.create_bucket(Bucket="others")
    store.put_object(Bucket="others", Key="secret", Body=gzip.compress(b"{}"))
    trail = Trail()
    log = {"s3Bucket": "others", "s3Object": "secret", "hashValue": "0", "hashAlgorithm": "SHA-256"}
    trail.hour(0, logFiles=[log])
    trail.upload(store)
    (named,) = [each for each in found() if each.kind == "log"]
    assert (named.verdict, named.uri) == (Verdict.UNREAD, "s3://others/secret")


def test_keys_of_a_region_are_asked_for_the_time_of_its_digests(server):
    seen = []
    session = aws.session(ListPublicKeys=(200, answered(key())))
    session.events.register(
        "before-send.cloudtrail.ListPublicKeys", lambda request, **_: seen.append(request.body)
    )
    client = session.client("cloudtrail", region_name="eu-west-1")
    assert isinstance(asked(client, "eu-west-1", "20260927T120005Z", NOW), Keys)
    body = json.loads(seen[0])
    assert (body["StartTime"], body["EndTime"]) == (1790503205, 1790812800)
