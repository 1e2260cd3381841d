import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from scanner.sources import Progress
from tests.aws import ACCOUNT, VARIABLES, aws, client
from tests.between import between, error

OTHER = "111122223333"
ROOT = Path(__file__).resolve().parents[1]
RUN = "from scanner.cli import main; main()"
ONE_RULE = ("--rule", "cloudtrail-log-validation")
HERE = ("--region", "eu-west-1")


def groma(*arguments, **options):
    running = started(*arguments, **options)
    told, wrong = running.communicate(timeout=60)
    return subprocess.CompletedProcess(running.args, running.returncode, told, wrong)


def started(*arguments, cwd=None, without=(), **environment):
    given = {**os.environ, **VARIABLES, "COLUMNS": "100"}
    for each in ("AWS_PROFILE", "AWS_REGION", "AWS_SESSION_TOKEN", *without):
        given.pop(each, None)
    return subprocess.Popen(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        cwd=cwd,
        env={**given, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def cloud():
    with aws() as url:
        trail("eu-west-1", EnableLogFileValidation=True)
        yield url


def trail(region, name="main", **settings):
    client("s3", "us-east-1").create_bucket(Bucket="logs")
    client("cloudtrail", region).create_trail(Name=name, S3BucketName="logs", **settings)


def test_live_aws_is_judged(cloud):
    ran = groma("scan", "aws", *ONE_RULE, *HERE)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Everything that was judged passed: 1 finding." in ran.stdout
    assert f"Read aws://{ACCOUNT} (aws): 1 item." in ran.stdout


def test_every_enabled_region_is_read_where_none_is_named(cloud):
    ran = groma("scan", "aws", "--rule", "default-security-group-closed", "--format", "json")
    found = json.loads(ran.stdout)["findings"]
    regions = {each["resource"]["region"] for each in found}
    assert {"eu-west-1", "us-east-1", "ap-southeast-2"} <= regions


def test_live_aws_and_files_can_be_judged_together(cloud, tmp_path):
    recorded = tmp_path / "recorded.json"
    recorded.write_text(json.dumps({"configurationItems": [item(OTHER)]}))
    ran = groma("scan", "aws", recorded, *ONE_RULE, *HERE, "--format", "json")
    accounts = {each["resource"]["account"] for each in json.loads(ran.stdout)["findings"]}
    assert accounts == {ACCOUNT, OTHER}
    assert ran.returncode == 1


def item(account):
    return {
        "resourceType": "AWS::CloudTrail::Trail",
        "resourceId": "recorded",
        "awsAccountId": account,
        "awsRegion": "eu-west-1",
        "configurationItemStatus": "OK",
        "configurationItemCaptureTime": "2026-11-20T06:00:00.000Z",
        "configuration": {"logFileValidationEnabled": False},
    }


def test_what_no_recorder_records_is_unknown_and_not_absent(cloud):
    ran = groma("scan", "aws-config", *ONE_RULE, *HERE)
    assert (ran.returncode, ran.stderr) == (3, "")
    assert "there is no configuration recorder" in ran.stdout


def test_what_aws_config_delivered_to_a_bucket_is_judged(cloud):
    name = f"{OTHER}_Config_eu-west-1_ConfigSnapshot_20261120T060000Z_1.json"
    key = f"AWSLogs/{OTHER}/Config/eu-west-1/2026/11/20/ConfigSnapshot/{name}"
    body = json.dumps({"fileVersion": "1.0", "configurationItems": [item(OTHER)]})
    client("s3").create_bucket(Bucket="delivered")
    client("s3").put_object(Bucket="delivered", Key=key, Body=body)
    ran = groma("scan", "s3://delivered", *ONE_RULE)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert f"{OTHER}/eu-west-1" in ran.stdout


def test_settings_may_name_live_aws_and_what_to_read_of_it(cloud, tmp_path):
    (tmp_path / "groma.yaml").write_text(
        "{sources: [aws], region: [eu-west-1], rule: [cloudtrail-log-validation]}"
    )
    away = tmp_path / "elsewhere"
    away.mkdir()
    ran = groma("scan", "--config", tmp_path / "groma.yaml", cwd=away)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_one_account_that_cannot_be_entered_does_not_stop_the_others(cloud):
    def answer(body):
        return error("AccessDenied") if "AssumeRole" in body and OTHER in body else None

    third = "444455556666"
    named = [part for each in (ACCOUNT, OTHER, third) for part in ("--account", each)]
    with between(cloud, answer) as url:
        ran = groma("scan", "aws", *named, "--role", "audit", *HERE, *ONE_RULE,
                    "--format", "json", AWS_ENDPOINT_URL=url)  # fmt: skip
    report = json.loads(ran.stdout)
    assert ran.returncode == 3
    problems = [each for each in report["problems"] if OTHER in each["where"]]
    assert all("sts:AssumeRole: AccessDenied" in each["what"] for each in problems)
    assert problems
    assert any(each["resource"]["account"] == ACCOUNT for each in report["findings"])
    assert {each["where"] for each in report["sources"]} >= {f"aws://{ACCOUNT}", f"aws://{third}"}


def test_a_refused_list_is_unknown_and_named(cloud):
    def answer(body):
        return error("UnauthorizedOperation") if "DescribeSecurityGroups" in body else None

    with between(cloud, answer) as url:
        ran = groma("scan", "aws", "--rule", "default-security-group-closed", *HERE,
                    AWS_ENDPOINT_URL=url)  # fmt: skip
    assert ran.returncode == 3
    assert "ec2:DescribeSecurityGroups" in ran.stdout
    assert "UnauthorizedOperation" in ran.stdout


def test_the_plan_counts_the_lists_exactly_and_only_what_it_names_is_called(cloud):
    seen = Counter()

    def answer(body):
        seen.update(parse_qs(body).get("Action", []))

    where = ("--region", "eu-west-1", "--region", "us-east-1", "--account", ACCOUNT)
    where += ("--account", OTHER, "--role", "audit")
    where += ("--rule", "rds-subnet-nacl", "--rule", "rds-security-group-closed")
    with between(cloud, answer) as url:
        groma("scan", "aws", *where, AWS_ENDPOINT_URL=url)
    seen.subtract(["GetCallerIdentity", "AssumeRole"])
    planned = groma("plan", "aws", *where).stdout
    lists = re.findall(r"^ +(\d+)  (?:ec2|rds):(\w+) ", planned, re.MULTILINE)
    assert {name: int(number) for number, name in lists} == dict(+seen)
    assert set(dict(+seen).values()) == {4}
    assert "lists in 2 accounts and 2 Regions" in planned


def test_a_plan_for_accounts_and_regions_that_are_named_calls_nobody():
    named = ("--account", ACCOUNT, "--account", OTHER, "--role", "audit")
    ran = groma("plan", "aws", *named, *HERE, AWS_ENDPOINT_URL="http://127.0.0.1:9")
    assert ran.returncode == 0
    assert "lists in 2 accounts and 1 Region" in ran.stdout


def test_a_plan_reads_the_regions_where_none_is_named(cloud):
    ran = groma("plan", "aws", *ONE_RULE)
    regions = client("ec2").describe_regions()["Regions"]
    enabled = [each for each in regions if each["OptInStatus"] != "not-opted-in"]
    assert f"{len(enabled)}  cloudtrail:DescribeTrails" in ran.stdout


def test_ctrl_c_ends_within_two_seconds_with_what_is_known(cloud):
    def answer(body):
        if "DescribeSecurityGroups" in body:
            asked.set()
            time.sleep(6)

    asked = threading.Event()
    rules = ("--rule", "security-group-*", *ONE_RULE)
    with between(cloud, answer) as url:
        running = started("scan", "aws", *rules, *HERE, AWS_ENDPOINT_URL=url)
        assert asked.wait(20)
        time.sleep(0.5)  # the trail's answer is there by now
        running.send_signal(signal.SIGINT)
        sent = time.monotonic()
        told, _ = running.communicate(timeout=20)
    assert time.monotonic() - sent < 2
    assert running.returncode == 3
    assert "the scan was interrupted" in told
    assert "cloudtrail-log-validation" in told


def test_the_policy_is_printed():
    ran = groma("permissions", *ONE_RULE)
    (statement,) = json.loads(ran.stdout)["Statement"]
    assert statement["Action"] == ["cloudtrail:DescribeTrails", "ec2:DescribeRegions"]


def test_the_policy_for_aws_config_reads_what_it_holds():
    ran = groma("permissions", "aws-config", *ONE_RULE, *HERE)
    (statement,) = json.loads(ran.stdout)["Statement"]
    assert {each.partition(":")[0] for each in statement["Action"]} == {"config"}
    ran = groma("permissions", "aws-config", "--aggregator", "all", *ONE_RULE, *HERE)
    assert "config:SelectAggregateResourceConfig" in ran.stdout


def nightly():
    readme = (ROOT / "README.md").read_text()
    section = readme.partition("### Every night\n")[2].partition("\n### ")[0]
    return re.findall(r"^groma .*$", section, re.MULTILINE)


def test_the_readmes_nightly_section_runs_as_written(cloud, tmp_path):
    client("organizations").create_organization(FeatureSet="ALL")
    (tmp_path / "waivers.yaml").write_text("waivers: []")
    assert len(nightly()) >= 4
    for command in nightly():
        line = command.replace("groma", f"{sys.executable} -c '{RUN}'", 1)
        path = {"PYTHONPATH": os.pathsep.join(sys.path)}
        ran = subprocess.run(
            ["bash", "-c", line], cwd=tmp_path, env={**os.environ, **path},
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert ran.returncode in (0, 1), f"{command}\n{ran.stdout}{ran.stderr}"
        assert ran.stderr == ""
    assert json.loads((tmp_path / "policy.json").read_text())["Statement"]
    assert json.loads((tmp_path / "groma.json").read_text())["findings"]


def sentence(ran, says):
    assert ran.returncode == 2, ran.stdout
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1, ran.stderr
    return ran.stderr


@pytest.mark.parametrize("source", ["aws", "aws-config", "s3://logs/AWSLogs"])
def test_no_credentials_are_a_sentence_that_says_what_to_do(source):
    keys = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    sentence(groma("scan", source, *HERE, without=keys), "no credentials were found; sign in")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("ExpiredToken", "the credentials have expired; sign in"),
        ("InvalidClientTokenId", "the credentials are not valid"),
        ("AccessDenied", "sts:GetCallerIdentity: AccessDenied"),
    ],
)
def test_credentials_that_aws_refuses_are_a_sentence(code, says):
    with between("", lambda _: error(code, "The request signed with secret-token was:\nx")) as url:
        told = sentence(groma("scan", "aws", *HERE, AWS_ENDPOINT_URL=url), says)
    assert "\nx" not in told


@pytest.mark.parametrize("body", [b"", b"<html>Sign in to the guest network</html>", b"{}"])
def test_what_answers_but_is_not_aws_is_a_sentence(body):
    with between("", lambda _: (200, body)) as url:
        sentence(groma("scan", "aws", *HERE, AWS_ENDPOINT_URL=url), "check the proxy")


def test_no_network_is_a_sentence():
    ran = groma("scan", "aws", *HERE, AWS_ENDPOINT_URL="http://127.0.0.1:9")
    sentence(ran, "AWS cannot be reached in us-east-1 (EndpointConnectionError)")


def test_a_network_that_says_nothing_is_a_sentence_within_ten_seconds():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        sentence(groma("scan", "aws", *HERE, AWS_ENDPOINT_URL=url), "AWS cannot be reached")
        assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (("--region", "eu-wset-1"), {}, "--region eu-wset-1: boto3 knows no such Region; did you"),
        ((), {"AWS_DEFAULT_REGION": "eu-wset-1"}, "no such Region; did you mean eu-west-1?"),
        ((), {"AWS_DEFAULT_REGION": "not a region"}, "no such Region"),
        ((), {"AWS_PROFILE": "nobody"}, "nobody"),
        ((), {"AWS_ENDPOINT_URL": "nowhere"}, "correct AWS_ENDPOINT_URL"),
        (("--account", "1234"), {}, "an account id has twelve digits"),
        (("--account", OTHER), {}, "name the role that enters 111122223333 with --role"),
        (("--at", "2026-11-15"), {}, "live AWS is read as it is now"),
        (("aws-config",), {}, "name one of them"),
        (("nowhere.json",), {}, "nowhere.json: no such file"),
    ],
)
def test_a_mistake_about_live_aws_is_a_sentence(cloud, arguments, environment, says):
    sentence(groma("scan", "aws", *arguments, **environment), says)


@pytest.mark.parametrize("arguments", [["--help"], ["scan", "--help"], ["scan", "x.json"]])
def test_boto3_is_loaded_only_for_aws(tmp_path, arguments):
    (tmp_path / "x.json").write_text(json.dumps({"configurationItems": [item(OTHER)]}))
    code = (
        "import sys, atexit\n"
        f"sys.argv = ['groma', *{arguments!r}]\n"
        "atexit.register(lambda: print('LOADED', {'boto3', 'botocore'} & set(sys.modules)))\n"
        "from scanner.cli import main\nmain()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "LOADED set()" in ran.stdout


def test_whoever_looks_on_sees_calls_accounts_and_throttling():
    progress = Progress()
    assert progress.told(7) == "7 items read"
    progress = Progress(accounts=20, entered=3, calls=lambda: (1200, 4))
    assert progress.told(7) == "7 items read, 1200 calls, 3 of 20 accounts, 4 throttled"
