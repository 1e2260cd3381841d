"""Timelines of what AWS Config's API and a bucket of its have, as a user asks for them."""

import gzip
import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_lab_example import LAB

from scanner.cli import cli
from scanner.errors import UserError
from scanner.model import Needs
from scanner.sources.deliveries import Delivery
from scanner.timeline.delivered import chosen
from scanner.timeline.reading import Wish
from tests.aws import ACCOUNT, aws, client, environment
from tests.between import between
from tests.histories import KEY, TRAIL, day

HOME = ("--region", "eu-west-1", "--now", "2026-01-31")
ARN = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/k"
RULES = ("--rule", "cloudtrail-multi-region", "--rule", "cloudtrail-kms-key-usable")


@pytest.fixture(scope="module")
def server():
    with aws() as url:
        yield url


def groma(*arguments, status):
    ran = CliRunner().invoke(cli, ["timeline", *arguments], catch_exceptions=False)
    assert ran.exit_code == status, ran.output[:1000]
    return ran.stdout


def verdicts(text):
    """(day, rule, old, new) of each turn in a JSON report."""
    return [
        (change["time"][8:10], turn["rule"], turn["old"], turn["new"])
        for track in json.loads(text)["resources"]
        for change in track["changes"]
        for turn in change["verdicts"]
    ]


def version(kind, name, number, configuration, status="OK", **more):
    """A version as the API gives it: JSON in strings, times as numbers."""
    return {
        "version": "1.3",
        "accountId": ACCOUNT,
        "configurationItemCaptureTime": datetime.fromisoformat(day(number)).timestamp(),
        "configurationItemStatus": status,
        "arn": name
        if name.startswith("arn")
        else f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:trail/{name}",
        "resourceType": kind,
        "resourceId": name,
        "resourceName": name,
        "awsRegion": "eu-west-1",
        "configuration": json.dumps(configuration),
        "supplementaryConfiguration": {},
        "tags": {},
        **more,
    }


def trail(number, **configuration):
    return version(TRAIL, "main", number, {"name": "main", **configuration})


def key(number, state):
    return version(KEY, ARN, number, {"arn": ARN, "keyState": state})


def recorded(*versions, refused=(), asked=None):
    """AWS Config as it answers: one version a page, and an empty page before each."""

    def answer(body):
        if '"includeDeletedResources"' in body:
            said = json.loads(body)
            names = {(v["resourceType"], v["resourceId"]): v for v in versions}
            found = [
                {"resourceType": kind, "resourceId": name, "resourceName": name}
                for kind, name in names
                if kind == said["resourceType"]
            ]
            return 200, json.dumps({"resourceIdentifiers": found}).encode()
        if '"chronologicalOrder"' in body:
            return history(json.loads(body))
        return None

    def history(said):
        if asked is not None:
            asked.append(said)
        if said["resourceType"] in refused:
            return 400, json.dumps({"__type": "AccessDeniedException", "message": "no"}).encode()
        first = float(said.get("earlierTime", 0))
        found = [
            v
            for v in versions
            if (v["resourceType"], v["resourceId"]) == (said["resourceType"], said["resourceId"])
            and first <= v["configurationItemCaptureTime"] <= float(said["laterTime"])
        ]
        if said["chronologicalOrder"] == "Reverse":
            found.reverse()
        page = int(said.get("nextToken", "0"))
        items = found[page // 2 : page // 2 + 1] if page % 2 else []
        more = {"nextToken": str(page + 1)} if page + 1 < 2 * len(found) else {}
        return 200, json.dumps({"configurationItems": items, **more}).encode()

    return answer


STORY = (
    trail(2, isMultiRegionTrail=True, kmsKeyId=ARN),
    key(1, "Enabled"),
    key(5, "Disabled"),
    trail(9, isMultiRegionTrail=False, kmsKeyId=ARN),
)


def test_a_history_is_read_page_by_page_with_that_of_what_is_joined(server):
    with between(server, recorded(*STORY)) as url, environment(url):
        text = groma("main", "aws-config", *HOME, *RULES, "--format", "json", status=1)
    assert verdicts(text) == [
        ("02", "cloudtrail-kms-key-usable", None, "pass"),
        ("02", "cloudtrail-multi-region", None, "pass"),
        ("05", "cloudtrail-kms-key-usable", "pass", "fail"),
        ("09", "cloudtrail-multi-region", "pass", "fail"),
    ]


def test_since_asks_for_the_version_that_stood_then_and_for_what_came_after(server):
    asked = []
    since = ("--since", "2026-01-07")
    with between(server, recorded(*STORY, asked=asked)) as url, environment(url):
        text = groma("main", "aws-config", *HOME, *RULES, *since, "--format", "json", status=1)
    assert verdicts(text) == [
        ("07", "cloudtrail-kms-key-usable", None, "fail"),
        ("07", "cloudtrail-multi-region", None, "pass"),
        ("09", "cloudtrail-multi-region", "pass", "fail"),
    ]
    assert {each["chronologicalOrder"] for each in asked} == {"Forward", "Reverse"}


def test_what_is_joined_and_refused_leaves_unknown_what_depends_on_it(server):
    with between(server, recorded(*STORY[:2], refused={KEY})) as url, environment(url):
        text = groma("main", "aws-config", *HOME, *RULES, "--format", "json", status=3)
    assert verdicts(text) == [
        ("02", "cloudtrail-kms-key-usable", None, "unknown"),
        ("02", "cloudtrail-multi-region", None, "pass"),
    ]
    (problem,) = json.loads(text)["problems"]
    assert "AccessDenied" in problem["what"]


def test_a_resource_that_was_deleted_is_found_all_the_same(server):
    gone = version(TRAIL, "main", 5, {}, status="ResourceDeleted") | {"configuration": None}
    answer = recorded(trail(1, isMultiRegionTrail=False), gone)
    rule = ("--rule", "cloudtrail-multi-region")
    with between(server, answer) as url, environment(url):
        text = groma("main", "aws-config", *HOME, *rule, "--format", "json", status=0)
    assert [each[2:] for each in verdicts(text)] == [(None, "fail"), ("fail", None)]


def test_a_version_of_something_else_is_a_problem(server):
    wrong = trail(3) | {"accountId": "999999999999"}
    rule = ("--rule", "cloudtrail-multi-region")
    with (
        between(server, recorded(trail(1, isMultiRegionTrail=True), wrong)) as url,
        environment(url),
    ):
        text = groma("main", "aws-config", *HOME, *rule, status=3)
    assert "a version of another account, 999999999999" in " ".join(text.split())


def test_an_arn_is_found_by_what_it_ends_in_and_then_compared_as_a_whole(server):
    rule = ("--rule", "cloudtrail-multi-region")
    with between(server, recorded(*STORY)) as url, environment(url):
        arn = f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:trail/main"
        assert "main" in groma(arn, "aws-config", *HOME, *rule, status=1)
        with pytest.raises(UserError, match="no resource that is called so"):
            groma(arn.replace("eu-west-1", "eu-west-2"), "aws-config", *HOME, *rule, status=2)


def test_who_asks_for_what_is_not_there_is_told_what_is_near(server):
    near = r"mian: aws-config has no resource .* did you mean main"
    with (
        between(server, recorded(*STORY)) as url,
        environment(url),
        pytest.raises(UserError, match=near),
    ):
        groma("mian", "aws-config", *HOME, *RULES, status=2)


def test_a_bucket_of_deliveries_gives_what_a_copy_on_disk_gives(server):
    with environment(server):
        s3 = client("s3")
        s3.create_bucket(Bucket="recorded")
        for path in sorted(Path(LAB).glob("*/AWSLogs/**/*.json")):
            name = f"AWSLogs{str(path).partition('AWSLogs')[2]}"
            s3.put_object(
                Bucket="recorded", Key=f"{name}.gz", Body=gzip.compress(path.read_bytes())
            )
        options = ("--now", "2026-12-01", *RULES, "--format", "json")
        remote = groma("wa-trail", "s3://recorded", *options, status=0)
        since = groma("wa-trail", "s3://recorded", "--since", "2026-11-25", *options, status=0)
    here = groma("wa-trail", str(LAB), *options, status=0)
    assert verdicts(remote) == verdicts(here) != []
    assert verdicts(since)[0][0] == "25"


def delivery(ended, kind=None, began=None):
    what = "ConfigHistory" if kind else "ConfigSnapshot"
    return Delivery(f"{kind}{ended}", what, (ACCOUNT, "eu-west-1"), began or ended, ended, kind)


def test_a_time_is_told_by_the_snapshot_before_it_and_the_histories_after_that():
    days = [f"202601{number:02}T000000Z" for number in range(1, 10)]
    files = [delivery(days[0]), delivery(days[2]), delivery(days[4]), delivery(days[7])]
    files += [delivery(each, TRAIL) for each in days] + [delivery(days[3], "AWS::EC2::VPC")]
    wish = Wish(("x",), Needs({TRAIL: None}, day(7)), day(4))
    assert {(each.type, each.ended[6:8]) for each in chosen(files, wish)} == {
        *((None, number) for number in ("03", "05")),
        *((TRAIL, number) for number in ("03", "04", "05", "06", "07")),
    }
