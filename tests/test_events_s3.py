"""CloudTrail's log files in S3: which are listed and fetched, and what is said of the others."""

import gzip
import json

import aws
import boto3
import pytest
from test_config_source import item, snapshot
from trail_logs import ACCOUNT, REGION, compact, given, key, log_file, needs, record, records

from scanner.errors import UserError
from scanner.event import EVENT
from scanner.model import Item, Needs, Problem
from scanner.sources import s3

OTHER = "444455556666"
BUCKET = "trail"
URL = f"s3://{BUCKET}"
TRAIL = "AWS::CloudTrail::Trail"
SINCE = "2026-09-27T10:00:00.000Z"
UNTIL = "2026-09-27T12:00:00.000Z"


@pytest.fixture(scope="module")
def server():
    with aws.aws() as url:
        yield url


@pytest.fixture
def bucket(server):
    """An empty bucket, as a client that fills it."""
    aws.emptied(server)
    client = aws.client("s3")
    client.create_bucket(Bucket=BUCKET)
    return client


def put(bucket, key, text):
    bucket.put_object(Bucket=BUCKET, Key=key, Body=text)
    return key


def delivered(bucket, *times, **where):
    """A log file for each time, with one record; its number is that of the time."""
    for number, time in enumerate(times, 1):
        put(bucket, key(time, **where), log_file([record(number)]))


def config_delivered(bucket):
    name = f"{ACCOUNT}_Config_{REGION}_ConfigSnapshot_20260927T100000Z_1.json.gz"
    text = json.dumps(snapshot(item(TRAIL, "main"))).encode()
    put(bucket, f"AWSLogs/{ACCOUNT}/Config/{REGION}/2026/9/27/ConfigSnapshot/{name}", text)


class Asked:
    """A session that takes note of what is listed and fetched, and of refusals that it makes."""

    def __init__(self, refused=()):
        self.lists, self.objects = [], []
        self.session = boto3.Session(region_name="us-east-1")
        self.session.events.register("before-parameter-build.s3.ListObjectsV2", self.list)
        self.session.events.register("before-parameter-build.s3.GetObject", self.get)
        self.refused = refused
        self.session.events.register("before-send.s3", self.refuse)

    def list(self, params, **_):
        self.lists.append((params["Prefix"], params.get("StartAfter", "")))

    def get(self, params, **_):
        self.objects.append(params["Key"])

    def refuse(self, request, **_):
        if any(part in request.url for part in self.refused):
            return aws._response(request, *aws.denied_xml())
        return None

    def read(self, url, wanted, **options):
        self.everything = list(s3.read(self.session, url, wanted, **options))
        return given(self.everything)


def numbers(values):
    return [int(each["eventID"][:8], 16) for each in values]


def test_a_url_of_cloudtrails_files_is_read_in_the_order_of_keys(bucket):
    times = [f"202609{day}T1000Z" for day in range(10, 30)]
    delivered(bucket, *times)
    values, problems, uses = Asked().read(f"{URL}/AWSLogs/{ACCOUNT}/CloudTrail/", needs())
    assert (numbers(values), problems) == ([*range(1, 21)], [])
    (use,) = uses
    where = f"{URL}/AWSLogs/{ACCOUNT}/CloudTrail/"
    assert (use.name, use.where, use.files, use.items) == ("cloudtrail", where, 20, 20)


@pytest.mark.parametrize("part", ["", f"/{REGION}", f"/{REGION}/2026", f"/{REGION}/2026/09/27/"])
def test_a_url_may_end_anywhere_down_to_a_day(bucket, part):
    delivered(bucket, "20260927T1000Z")
    url = f"{URL}/AWSLogs/{ACCOUNT}/CloudTrail{part}"
    asked = Asked()
    assert numbers(asked.read(url, needs())[0]) == [1]


def test_one_log_file_may_be_named(bucket):
    delivered(bucket, "20260927T1000Z", "20260927T1005Z")
    asked = Asked()
    values, problems, _ = asked.read(f"{URL}/{key('20260927T1005Z')}", needs())
    assert (numbers(values), problems) == ([2], [])
    assert (asked.lists, asked.objects) == ([], [key("20260927T1005Z")])


def test_an_object_of_any_name_is_read_by_what_is_in_it(bucket):
    put(bucket, "saved/events.json", compact(records(3)))
    values, problems, _ = Asked().read(f"{URL}/saved/events.json", needs(TRAIL))
    assert (numbers(values), problems) == ([1, 2, 3], [])


def test_files_are_chosen_by_their_keys(bucket):
    times = ("20260901T0000Z", "20260926T2355Z", "20260927T0944Z", "20260927T0945Z")
    delivered(bucket, *times, "20260928T1200Z", "20260928T1201Z", "20261001T0000Z")
    asked = Asked()
    values, problems, _ = asked.read(URL, needs(since=SINCE, until=UNTIL))
    assert (numbers(values), problems) == ([4, 5], [])
    assert asked.objects == [key("20260927T0945Z"), key("20260928T1200Z")]
    folder = f"AWSLogs/{ACCOUNT}/CloudTrail/{REGION}/"
    name = f"{ACCOUNT}_CloudTrail_{REGION}_20260927T0945Z"
    assert asked.lists[-1] == (f"{folder}2026/09/", f"{folder}2026/09/27/{name}")


def test_the_listing_ends_with_the_page_on_which_the_time_ends(bucket, monkeypatch):
    delivered(bucket, *(f"202609{day}T1000Z" for day in range(10, 30)))
    asked = Asked()
    asked.session.events.register(
        "before-parameter-build.s3.ListObjectsV2", lambda params, **_: params.update(MaxKeys=2)
    )
    wanted = needs(since="2026-09-12T00:00:00.000Z", until="2026-09-13T00:00:00.000Z")
    values, _, _ = asked.read(f"{URL}/AWSLogs/{ACCOUNT}/CloudTrail/{REGION}", wanted)
    assert numbers(values) == [3, 4]
    assert len(asked.lists) == 2


def test_accounts_regions_prefixes_and_organizations_are_found(bucket):
    for number, where in enumerate(
        (
            {"account": ACCOUNT, "region": "eu-west-1"},
            {"account": ACCOUNT, "region": "us-east-1"},
            {"account": OTHER},
            {"account": OTHER, "above": "AWSLogs/o-exampleorg11/"},
            {"account": OTHER, "kind": "CloudTrail-Insight"},
        ),
        1,
    ):
        where = {"above": "AWSLogs/", **where}
        where["above"] = f"security/logs/{where['above']}"
        put(bucket, key(**where), log_file([record(number)]))
    values, problems, _ = Asked().read(f"{URL}/security/logs", needs(since=SINCE))
    assert (sorted(numbers(values)), problems) == ([1, 2, 3, 4, 5], [])
    url = f"{URL}/security/logs/AWSLogs/o-exampleorg11/"
    assert numbers(Asked().read(url, needs(since=SINCE))[0]) == [4]
    assert numbers(Asked().read(f"{url}{OTHER}/CloudTrail", needs())[0]) == [4]


def test_the_same_bucket_gives_the_same_in_the_same_order(bucket):
    for account in (ACCOUNT, OTHER):
        for region in ("eu-west-1", "us-east-1", "ap-south-1"):
            delivered(
                bucket, *(f"20260927T10{m:02}Z" for m in range(7)), account=account, region=region
            )
    once = Asked().read(URL, needs(since=SINCE), max_workers=1)
    assert len(once[0]) == 42
    assert Asked().read(URL, needs(since=SINCE), max_workers=16) == once


def test_config_and_events_are_both_read_with_since(bucket):
    config_delivered(bucket)
    delivered(bucket, "20260927T1000Z")
    asked = Asked()
    values, problems, uses = asked.read(URL, needs(TRAIL, since=SINCE))
    assert (numbers(values), problems) == ([1], [])
    assert [each.id for each in asked.everything if isinstance(each, Item)] == ["main"]
    assert sorted(each.name for each in uses) == ["cloudtrail", "s3"]


def test_a_bucket_of_events_alone_is_no_gap_of_config(bucket):
    delivered(bucket, "20260927T1000Z")
    values, problems, uses = Asked().read(URL, needs(TRAIL, since=SINCE))
    assert (numbers(values), problems) == ([1], [])
    assert [each.name for each in uses] == ["cloudtrail"]


def test_without_since_a_bucket_of_both_says_what_was_not_read(bucket):
    config_delivered(bucket)
    delivered(bucket, "20260927T1000Z")
    asked = Asked()
    values, problems, uses = asked.read(URL, needs(TRAIL))
    what = "CloudTrail's log files there were not read: say from when with --since"
    assert (values, problems) == ([], [Problem(f"{URL}/", what, blocks=False)])
    assert [each.name for each in uses] == ["s3"]
    assert asked.read(f"{URL}/AWSLogs/{ACCOUNT}/Config", needs(TRAIL))[1] == []
    assert Asked().read(URL, Needs({TRAIL: None}))[1] == []


def test_without_since_and_with_rules_on_events_alone_a_bucket_is_not_read(bucket):
    with pytest.raises(UserError, match="say with --since from when events are to be read"):
        Asked().read(URL, needs())


def test_without_a_rule_on_events_their_files_are_not_listed(bucket):
    delivered(bucket, "20260927T1000Z")
    asked = Asked()
    url = f"{URL}/AWSLogs/{ACCOUNT}/CloudTrail"
    values, problems, _ = asked.read(url, Needs({TRAIL: None}))
    what = "CloudTrail's log files; no rule on events was chosen"
    assert (values, problems) == ([], [Problem(url, what, blocks=False)])
    assert asked.lists == asked.objects == []


def test_a_url_that_leads_elsewhere_is_the_users_mistake(bucket):
    for part in ("CloudTrail/eu-west-1/2026/09/27/more", "CloudTrail/eu-west-1/now"):
        with pytest.raises(UserError, match="not where CloudTrail delivers to"):
            Asked().read(f"{URL}/AWSLogs/{ACCOUNT}/{part}", needs())
    with pytest.raises(UserError, match="there is no such bucket"):
        Asked().read(f"s3://nowhere/AWSLogs/{ACCOUNT}/CloudTrail/", needs())


def test_a_refused_object_is_a_problem_of_its_place_and_the_others_are_read(bucket):
    delivered(bucket, "20260927T1000Z", "20260927T1005Z")
    values, problems, _ = Asked(["T1000Z"]).read(URL, needs(since=SINCE))
    assert numbers(values) == [2]
    (problem,) = problems
    assert (problem.where, problem.types) == (f"{URL}/{key()}", {EVENT})
    assert (problem.place, problem.blocks) == ((ACCOUNT, REGION), True)
    assert problem.what == "s3:GetObject: AccessDenied: no"


def test_a_refused_list_is_a_problem_of_its_place_and_the_others_are_read(bucket):
    delivered(bucket, "20260927T1000Z")
    delivered(bucket, "20260927T1000Z", region="us-east-1")
    values, problems, _ = Asked(["CloudTrail%2Fus-east-1"]).read(URL, needs(since=SINCE))
    assert numbers(values) == [1]
    (problem,) = problems
    assert problem.place == (ACCOUNT, "us-east-1")
    assert problem.what == "s3:ListObjectsV2: AccessDenied: no"


@pytest.mark.parametrize("refused", ["prefix=AWSLogs%2F&", f"prefix=AWSLogs%2F{ACCOUNT}%2F&"])
def test_a_refused_list_of_accounts_or_regions_is_a_problem(bucket, refused):
    delivered(bucket, "20260927T1000Z")
    values, problems, _ = Asked([refused]).read(URL, needs(since=SINCE))
    assert values == []
    assert [(each.types, each.blocks) for each in problems] == [({EVENT}, True)]


def test_a_broken_object_is_a_problem_and_its_good_records_are_given(bucket):
    put(bucket, key(), log_file(records(500))[:-30])
    put(bucket, f"AWSLogs/{ACCOUNT}/CloudTrail/{REGION}/2026/09/27/notes.txt", b"hello")
    values, problems, uses = Asked().read(URL, needs(since=SINCE))
    assert len(values) > 400
    assert [each.what[:14] for each in problems] == ["gzip cut short"]
    assert uses[0].passed_over == 1


@pytest.mark.parametrize("text", [b"hello", b"{}", b'{"Records":null}', b'{"digestStartTime":1}'])
def test_a_log_file_that_was_overwritten_is_a_problem_of_its_place(bucket, text):
    put(bucket, key("20260927T1005Z"), text)
    delivered(bucket, "20260927T1000Z")
    values, (problem,), (use,) = Asked().read(URL, needs(since=SINCE))
    assert (len(values), use.files, use.passed_over) == (1, 2, 0)
    assert (problem.blocks, problem.place) == (True, (ACCOUNT, REGION))


def test_a_digest_that_is_named_is_none_that_has_to_be_read(bucket):
    put(bucket, "saved/digest.json", b'{"digestStartTime":1}')
    _, (problem,), _ = Asked().read(f"{URL}/saved/digest.json", needs())
    assert not problem.blocks


def test_an_object_too_large_to_be_fetched_ahead_is_read_as_it_comes(bucket):
    import random

    random.seed(1)
    noise = {"a": "".join(f"{random.getrandbits(8000):x}" for _ in range(3000))}
    large = [record(1, requestParameters=noise), record(2)]
    put(bucket, key(), log_file(large))
    asked = Asked()
    values, problems, _ = asked.read(URL, needs(since=SINCE))
    assert (values, problems) == (large, [])
    assert asked.objects == [key(), key()]


def test_digests_beside_log_files_are_not_listed(bucket):
    delivered(bucket, "20260927T1000Z")
    put(bucket, f"AWSLogs/{ACCOUNT}/CloudTrail-Digest/{REGION}/2026/09/27/x.json.gz", b"x")
    asked = Asked()
    assert numbers(asked.read(URL, needs(since=SINCE))[0]) == [1]
    assert not any("Digest" in prefix for prefix, _ in asked.lists)


def test_packed_twice_is_not_taken_for_events(bucket):
    put(bucket, key(), gzip.compress(log_file(records(1))))
    values, problems, _ = Asked().read(f"{URL}/{key()}", needs())
    assert values == []
    assert problems[0].what == "no log file but neither JSON nor the Event history's CSV"
