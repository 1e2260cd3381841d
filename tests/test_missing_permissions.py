"""What a scan of live AWS lacked the permission for is said once, ready to paste."""

import json
from importlib import resources

import boto3
import jsonschema
import pytest
from aws import ACCOUNT, aws, client, denied, denied_xml, emptied, session
from scans import finding, scan

from reports import pieces
from reports.refusals import Refusals
from scanner.model import Item, Needs, Problem
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

TRAIL, KEY, BUCKET, TOPIC = (
    *("AWS::CloudTrail::Trail", "AWS::KMS::Key", "AWS::S3::Bucket", "AWS::SNS::Topic"),
)
HERE, THERE = "us-east-1", "eu-west-1"


@pytest.fixture(scope="module")
def server():
    with aws() as url:
        yield url


@pytest.fixture
def empty(server):
    emptied(server)


def missing(*types, regions=(HERE,), of=None):
    """The problems about permissions that a scan of some types has."""
    refusals = Refusals()
    with Pool(Clients(attempts=1)) as pool:
        wanted = collections(Needs(dict.fromkeys(types)))
        given = read_account(of or boto3.Session(), ACCOUNT, regions, wanted, pool)
        list(refusals.seen(given))
    return list(refusals.problems())


def permissions(*types, **how):
    return [each.permission for each in missing(*types, **how)]


def report(name, *problems):
    return "".join(pieces(name, scan([finding()], problems=problems)))


def pasted(text):
    """The statement that a table ends with."""
    return json.loads(text[text.index("\n{") :])


def lacking(action):
    return Problem(f"aws://{ACCOUNT}/{HERE}", f"{action} is not allowed", blocks=False,
                   permission=action)  # fmt: skip


def test_a_scan_that_may_read_everything_lacks_nothing(empty):
    client("kms").create_key()
    assert missing(TRAIL, KEY) == []


def test_a_list_that_is_refused_names_its_permission_once_for_all_regions(empty):
    of = session(DescribeTrails=denied())
    [problem] = missing(TRAIL, regions=(HERE, THERE), of=of)
    assert problem == Problem(
        f"aws://{ACCOUNT}/{THERE}",
        "cloudtrail:DescribeTrails is not allowed here, nor elsewhere (2 places)",
        blocks=False,
        permission="cloudtrail:DescribeTrails",
    )


def test_a_refusal_that_only_shows_as_an_unresolved_value_is_named_too(empty):
    client("kms").create_key()
    of = session(GetKeyPolicy=denied(), ListResourceTags=denied())
    assert permissions(KEY, of=of) == ["kms:GetKeyPolicy", "kms:ListResourceTags"]


def test_a_permission_goes_by_its_name_in_iam_and_not_by_the_operations(empty):
    client("s3").create_bucket(Bucket="a-bucket")
    of = session(GetBucketEncryption=denied_xml())
    assert permissions(BUCKET, of=of) == ["s3:GetEncryptionConfiguration"]


@pytest.mark.parametrize(
    "code", ["AccessDenied", "UnauthorizedOperation", "AuthorizationError", "403"]
)
def test_every_service_says_no_in_its_own_way(empty, code):
    assert permissions(TOPIC, of=session(ListTopics=denied_xml(code))) == ["sns:ListTopics"]


@pytest.mark.parametrize("code", ["InternalError", "Throttling", "AccessDeniedSoon", "NoSuchThing"])
def test_what_failed_for_another_reason_is_no_missing_permission(empty, code):
    assert permissions(TOPIC, of=session(ListTopics=denied_xml(code))) == []


@pytest.mark.parametrize("operation", ["iam:PassRole", "s3:GetObject", "nowhere:GetThing"])
def test_nothing_is_named_that_a_scan_does_not_call_whoever_wrote_the_text(operation):
    why = f'{{"tags":{{"$unresolved":"{operation} in 1/{HERE}: AccessDenied"}}}}'.encode()
    item = Item(TRAIL, "a", ACCOUNT, HERE, why, "aws://1/us-east-1")
    refusals = Refusals()
    list(refusals.seen([item, Problem("aws://1/x", f"{operation}: AccessDenied: no")]))
    assert list(refusals.problems()) == []


def test_files_name_no_permission_to_paste():
    why = f'{{"tags":{{"$unresolved":"kms:ListKeys in 1/{HERE}: AccessDenied"}}}}'.encode()
    refusals = Refusals()
    list(refusals.seen([Item(KEY, "a", ACCOUNT, HERE, why, "recorded/snapshot.json")]))
    assert list(refusals.problems()) == []


def test_the_table_ends_with_a_statement_to_paste():
    text = report("table", lacking("kms:ListKeys"), lacking("kms:GetKeyPolicy"))
    assert "AWS refused 2 permissions; this lets the next scan read:" in text
    assert pasted(text) == {
        "Sid": "GromaMissing",
        "Effect": "Allow",
        "Action": ["kms:GetKeyPolicy", "kms:ListKeys"],
        "Resource": "*",
    }
    assert text.count("kms:ListKeys") == 1


def test_a_table_without_refusals_ends_as_it_did():
    assert "GromaMissing" not in report("table", Problem("aws://", "kms:ListKeys: Throttling"))


def test_json_names_the_permission_of_a_problem_within_its_schema():
    schema = json.loads(resources.files("reports").joinpath("report.schema.json").read_text())
    told = json.loads(report("json", lacking("kms:ListKeys"), Problem("a.json", "is broken")))
    jsonschema.validate(told, schema)
    assert [each.get("permission") for each in told["problems"]] == ["kms:ListKeys", None]
