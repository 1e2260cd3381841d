"""What AWS Config delivered to S3, read from moto's S3 over HTTP."""

import gzip
import json
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import aws
import boto3
import pytest
from test_config_source import item, snapshot
from test_lab_example import AFTER, BEFORE, LAB

from scanner import builtin
from scanner.clock import clock
from scanner.errors import UserError
from scanner.model import Coverage, Item, Needs, Problem, SourceUse
from scanner.scan import needs_of, scanned
from scanner.sources import local, s3

ACCOUNT = "111122223333"
OTHER = "444455556666"
HOME = (ACCOUNT, "eu-west-1")
TRAIL = "AWS::CloudTrail::Trail"
GROUP = "AWS::EC2::SecurityGroup"
ROLE = "AWS::IAM::Role"
BUCKET = "config"
URL = f"s3://{BUCKET}"


@pytest.fixture(scope="module")
def server():
    with aws.aws() as url:
        yield url


@pytest.fixture
def bucket(server):
    """An empty bucket, and what puts objects into it."""
    aws.emptied(server)
    client = aws.client("s3")
    client.create_bucket(Bucket=BUCKET)
    return Delivered(client)


class Delivered:
    """A bucket as AWS Config fills it."""

    def __init__(self, client):
        self.client = client

    def put(self, key, content):
        text = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.client.put_object(Bucket=BUCKET, Key=key, Body=gzip.compress(text))
        return f"{URL}/{key}"

    def snapshot(self, taken, *items, account=ACCOUNT, region="eu-west-1", above="AWSLogs/"):
        name = f"{account}_Config_{region}_ConfigSnapshot_{taken}_0a1b.json.gz"
        folder = f"{above}{account}/Config/{region}/{day(taken)}/ConfigSnapshot"
        return self.put(f"{folder}/{name}", snapshot(*items))

    def history(self, kind, began, ended, *items, account=ACCOUNT, region="eu-west-1"):
        name = f"{account}_Config_{region}_ConfigHistory_{kind}_{began}_{ended}_1.json.gz"
        folder = f"AWSLogs/{account}/Config/{region}/{day(ended)}/ConfigHistory"
        return self.put(f"{folder}/{name}", snapshot(*items))


def day(moment):
    """The folder of a day: numbers without leading zeros."""
    return f"{int(moment[:4])}/{int(moment[4:6])}/{int(moment[6:8])}"


def trail(name="main", captured="2026-09-01T00:00:00.000Z", **changes):
    return item(TRAIL, name, configurationItemCaptureTime=captured, **changes)


def read(url=URL, *, at=None, types=(TRAIL,), **options):
    return list(s3.read(boto3.Session(), url, Needs(dict.fromkeys(types), at), **options))


def only(kind, found):
    return [each for each in found if isinstance(each, kind)]


def names(found):
    return sorted({each.id for each in only(Item, found)})


def problems(found):
    return [(each.what, each.types, each.place) for each in only(Problem, found)]


def test_the_newest_snapshot_counts_and_not_the_one_whose_key_sorts_last(bucket):
    bucket.snapshot("20260927T060000Z", trail("older"))
    bucket.snapshot("20261027T060000Z", trail("newer"))
    assert names(read()) == ["newer"]


def test_of_several_snapshots_of_a_day_the_newest_counts(bucket):
    bucket.snapshot("20260927T060000Z", trail("older"))
    bucket.snapshot("20260927T180000Z", trail("newer"))
    assert names(read()) == ["newer"]


def test_histories_after_the_snapshot_add_to_it_and_those_before_do_not(bucket):
    bucket.snapshot("20260927T060000Z", trail())
    bucket.history(TRAIL, "20260926T010000Z", "20260926T020000Z", trail("gone"))
    bucket.history(TRAIL, "20260927T070000Z", "20260928T080000Z", trail("new"))
    assert names(read()) == ["main", "new"]


def test_histories_of_types_that_no_rule_reads_are_not_fetched(bucket):
    bucket.snapshot("20260927T060000Z", trail())
    bucket.history(GROUP, "20260927T070000Z", "20260927T080000Z", item(GROUP, "sg-1"))
    found = read()
    assert (names(found), only(SourceUse, found)) == (
        ["main"],
        [SourceUse("s3", "s3://config/", 1, 1, 0)],
    )


def test_the_recorders_history_is_read_for_what_it_promises(bucket):
    recorder = "AWS::Config::ConfigurationRecorder"
    bucket.snapshot("20260927T060000Z")
    settings = {"Recording": True, "RecordingGroup": {"AllSupported": True}}
    bucket.history(
        recorder,
        "20260927T070000Z",
        "20260927T080000Z",
        item(recorder, "default", configuration=settings),
    )
    assert [
        each.all_but is not None for each in only(Coverage, read()) if each.place == HOME
    ].count(True) == 1


def test_at_a_moment_the_snapshot_before_it_and_the_histories_up_to_it_count(bucket):
    bucket.snapshot("20260926T060000Z", trail("old"))
    bucket.snapshot("20260928T060000Z", trail("future"))
    bucket.history(
        TRAIL,
        "20260926T230000Z",
        "20260927T010000Z",
        trail("seen", "2026-09-26T23:30:00.000Z"),
        trail("late", "2026-09-27T01:00:00.000Z"),
    )
    assert names(read(at="2026-09-27T00:00:00.000Z")) == ["old", "seen"]


def test_a_place_without_anything_that_old_is_a_problem(bucket):
    bucket.snapshot("20260926T060000Z", trail())
    found = read(at="2020-01-01T00:00:00.000Z")
    assert problems(found) == [
        ("AWS Config delivered no snapshot, and no history of what rules need", {TRAIL}, HOME)
    ]


def test_histories_without_a_snapshot_are_read_and_told_to_be_incomplete(bucket):
    bucket.history(TRAIL, "20260926T230000Z", "20260927T010000Z", trail())
    found = read()
    assert names(found) == ["main"]
    assert [each[1:] for each in problems(found)] == [({TRAIL}, HOME)]


def test_what_is_older_than_the_greatest_age_is_not_read(bucket):
    bucket.snapshot("20260926T060000Z", trail())
    now = datetime(2026, 9, 28, tzinfo=UTC)
    assert names(read(max_age=timedelta(days=2), now=now)) == ["main"]
    found = read(max_age=timedelta(days=1), now=now)
    assert names(found) == []
    assert [each[1:] for each in problems(found)] == [({TRAIL}, HOME)]


def test_every_account_and_region_has_its_own_newest(bucket):
    bucket.snapshot("20260926T060000Z", trail(awsRegion="eu-west-1"))
    bucket.snapshot("20260921T060000Z", trail(awsRegion="us-east-1"), region="us-east-1")
    bucket.snapshot(
        "20260911T060000Z", trail(awsAccountId=OTHER), account=OTHER, above="AWSLogs/o-abcdefghij/"
    )
    places = {each.place for each in only(Item, read())}
    assert places == {HOME, (ACCOUNT, "us-east-1"), (OTHER, "eu-west-1")}


@pytest.mark.parametrize(
    "prefix",
    [
        "",
        "a/b",
        "a/b/",
        "a/b/AWSLogs",
        f"a/b/AWSLogs/{ACCOUNT}",
        f"a/b/AWSLogs/{ACCOUNT}/Config/eu-west-1/2026/9/",
    ],
)
def test_a_prefix_may_end_anywhere_above_the_days(bucket, prefix):
    bucket.snapshot("20260926T060000Z", trail(), above="a/b/AWSLogs/" if prefix else "AWSLogs/")
    assert names(read(f"{URL}/{prefix}")) == ["main"]


def test_an_objects_own_url_gives_that_object(bucket):
    old = bucket.snapshot("20260826T060000Z", trail("old"))
    bucket.snapshot("20260926T060000Z", trail("new"))
    assert names(read(old)) == ["old"]
    assert names(read(bucket.put("elsewhere.json", snapshot(trail("loose"))))) == ["loose"]


@pytest.mark.parametrize(
    "url",
    [
        "s3://",
        "s3:///x",
        "s3://config/AWSLogs/x",
        f"s3://config/AWSLogs/{ACCOUNT}/x",
        f"s3://config/AWSLogs/{ACCOUNT}/Config/eu-west-1/x",
    ],
)
def test_a_url_that_leads_elsewhere_is_the_users_mistake(bucket, url):
    with pytest.raises(UserError, match="s3://"):
        read(url)


@pytest.mark.parametrize("name", ["nowhere", "Not A Bucket"])
def test_a_bucket_that_does_not_exist_is_the_users_mistake(bucket, name):
    with pytest.raises(UserError, match=f"s3://{name}: there is no such bucket"):
        read(f"s3://{name}")


def test_a_cut_file_says_so_for_its_account_and_region(bucket):
    key = f"AWSLogs/{ACCOUNT}/Config/eu-west-1/2026/9/26/ConfigSnapshot/{ACCOUNT}_Config_eu-west-1_ConfigSnapshot_20260926T060000Z_0.json.gz"
    text = gzip.compress(json.dumps(snapshot(trail(), trail("b"))).encode())
    bucket.client.put_object(Bucket=BUCKET, Key=key, Body=text[:-20])
    ((what, types, place),) = problems(read())
    assert (what[:14], types, place) == ("gzip cut short", {TRAIL}, HOME)


def test_a_cut_file_with_global_items_leaves_those_incomplete_too(bucket):
    whole = json.dumps(snapshot(item(ROLE, "r", awsRegion="global"), trail()))
    key = f"AWSLogs/{ACCOUNT}/Config/eu-west-1/2026/9/26/ConfigSnapshot/{ACCOUNT}_Config_eu-west-1_ConfigSnapshot_20260926T060000Z_0.json.gz"
    bucket.put(key, whole[:-4].encode())
    places = [place for _, _, place in problems(read(types=(ROLE, TRAIL)))]
    assert places == [HOME, (ACCOUNT, "global")]


def test_a_broken_history_concerns_its_own_type_only(bucket):
    bucket.snapshot("20260926T060000Z", trail(), item(GROUP, "sg-1"))
    key = f"AWSLogs/{ACCOUNT}/Config/eu-west-1/2026/9/27/ConfigHistory/{ACCOUNT}_Config_eu-west-1_ConfigHistory_{GROUP}_20260927T060000Z_20260927T070000Z_1.json.gz"
    bucket.put(key, b"{")
    assert [(types, place) for _, types, place in problems(read(types=(TRAIL, GROUP)))] == [
        ({GROUP}, HOME)
    ]


def test_a_bomb_is_refused(bucket):
    url = bucket.put("bomb.json.gz", b'{"configurationItems": [' + b" " * (70 * 2**20))
    assert (
        "packs more than" in problems(read(url))[0][0] or "white space" in problems(read(url))[0][0]
    )


def verdicts(given, folder):
    rules = builtin.rules()
    with scanned(rules, given(needs_of(rules)), clock=clock("2026-12-01")) as scan:
        found = {rule.id: scan.findings.counts(rule) for rule in rules}
        return {
            rule: {str(verdict): count for verdict, count in counts.items() if count}
            for rule, counts in found.items()
        }, scan.problems


@pytest.mark.parametrize("folder", ["before", "after"])
def test_the_lab_has_the_same_verdicts_in_s3_as_in_files(bucket, folder):
    for path in sorted((LAB / folder).rglob("*.json")):
        bucket.client.upload_file(str(path), BUCKET, path.relative_to(LAB / folder).as_posix())
    from_s3 = verdicts(lambda needs: s3.read(boto3.Session(), URL, needs), folder)
    assert from_s3 == verdicts(lambda needs: local.read([str(LAB / folder)], needs), folder)
    assert from_s3[1] == ()
    assert (
        from_s3[0]["cloudtrail-multi-region"]
        == (BEFORE if folder == "before" else AFTER)["cloudtrail-multi-region"]
    )


# What S3 refuses


SOURCES = ("ListObjectsV2", "GetObject")
FAULTS = {
    "refused": (403, aws.denied_xml()[1]),
    "failing": (500, b"<Error><Code>InternalError</Code></Error>"),
    "empty": (200, b""),
    "garbage": (200, b"<html>hello</html>"),
}


@pytest.fixture
def delivered(bucket):
    bucket.snapshot("20260926T060000Z", trail())
    bucket.history(TRAIL, "20260926T070000Z", "20260927T010000Z", trail("new"))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_keys_that_cannot_be_listed_are_a_problem(delivered, fault):
    found = list(
        s3.read(aws.session(ListObjectsV2=fault), URL, Needs({TRAIL: None}), max_workers=1)
    )
    assert [types for _, types, _ in problems(found)] == [{TRAIL}]
    assert names(found) == []


@pytest.mark.parametrize("failing", range(1, 6))
def test_any_list_that_fails_is_a_problem_of_its_place_and_nothing_there_is_covered(
    delivered, failing
):
    answers = [None] * failing + [FAULTS["refused"]] + [None] * 9
    found = list(
        s3.read(aws.session(ListObjectsV2=answers), URL, Needs({TRAIL: None}), max_workers=1)
    )
    ((what, types, _),) = problems(found)
    assert ("s3:ListObjectsV2: AccessDenied" in what, types) == (True, {TRAIL})
    assert not any(each.types or each.all_but for each in only(Coverage, found))


def test_an_object_that_is_refused_is_a_problem_of_its_place(delivered):
    found = list(s3.read(aws.session(GetObject=FAULTS["refused"]), URL, Needs({TRAIL: None})))
    assert problems(found) == [("s3:GetObject: AccessDenied: no", {TRAIL}, HOME)] * 2


@contextmanager
def cutting(url, times):
    """The URL of a server that breaks off in the middle of an object so many times."""
    left = [times]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            headers = {
                name: self.headers[name]
                for name in ("Range", "If-Match", "Authorization")
                if self.headers[name]
            }
            with urllib.request.urlopen(
                urllib.request.Request(url + self.path, headers=headers)
            ) as reply:
                body = reply.read()
                self.send_response(reply.status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("ETag", reply.headers.get("ETag", ""))
                self.end_headers()
                cut = "ConfigSnapshot_" in self.path and left[0] > 0
                left[0] -= cut
                self.wfile.write(body[: len(body) // 2] if cut else body)
            self.close_connection = True

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with aws.environment(f"http://127.0.0.1:{server.server_port}"):
            yield
    finally:
        server.shutdown()
        server.server_close()


def test_an_object_that_is_cut_off_is_read_on_from_there(server, bucket):
    bucket.snapshot("20260926T060000Z", *(trail(f"t{number}") for number in range(50)))
    with cutting(server, times=2):
        found = read()
    assert (len(names(found)), problems(found)) == (50, [])


def test_an_object_that_is_cut_off_again_and_again_is_a_problem(server, bucket):
    bucket.snapshot("20260926T060000Z", *(trail(f"t{number}") for number in range(50)))
    with cutting(server, times=9):
        ((what, types, place),) = problems(read())
    assert ("cut off after" in what, types, place) == (True, {TRAIL}, HOME)
