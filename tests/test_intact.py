"""The rule that CloudTrail's log files are intact, as a scan judges it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.aws import VARIABLES, aws, client
from tests.between import between
from tests.digests import ACCOUNT, Trail, answered, copied, key

GROMA = Path(sys.executable).parent / "groma"
RULE = ("--rule", "cloudtrail-logs-intact", "--format", "json", "--now", "2026-10-01T00:00:00Z")


def run(folder, *arguments, **more):
    kept = {each: value for each, value in os.environ.items() if not each.startswith("AWS_")}
    given = {**kept, **VARIABLES, **more}
    command = [GROMA, "scan", *map(str, arguments), *RULE]
    return subprocess.run(
        command, cwd=folder, env=given, capture_output=True, text=True, timeout=60
    )


def scan(folder, *arguments, **more):
    done = run(folder, *arguments, **more)
    assert done.returncode in (0, 1, 3), done.stderr
    return done.returncode, json.loads(done.stdout)


def test_a_copy_whose_files_are_all_proven_passes(tmp_path):
    status, report = scan(copied(tmp_path, Trail().hours(3)), "logs", "--keys", "keys.json")
    [finding] = report["findings"]
    assert (status, finding["verdict"], report["problems"]) == (0, "pass", [])
    assert finding["resource"]["id"].endswith("CloudTrail-Digest/us-east-1/main")
    assert (finding["resource"]["account"], finding["resource"]["region"]) == (ACCOUNT, "us-east-1")


def test_an_altered_and_a_missing_log_file_fail_by_name(tmp_path):
    trail = Trail().hours(3)
    altered, missing = trail.logs[:2]
    trail.files[altered] = trail.files[trail.logs[-1]]
    del trail.files[missing]
    status, report = scan(copied(tmp_path, trail), "logs", "--keys", "keys.json")
    [finding] = report["findings"]
    assert (status, finding["verdict"]) == (1, "fail")
    assert altered in finding["message"]
    assert missing in finding["message"]


def test_what_was_altered_is_found_however_much_is_not_proven(tmp_path):
    trail = Trail().hours(25)
    altered = trail.logs[0]
    trail.files[altered] = trail.files[trail.logs[-1]]
    folder = copied(tmp_path, trail)
    (folder / "others.json").write_text(json.dumps(answered(key("another"))))
    status, report = scan(folder, "logs", "--keys", "others.json")
    [finding] = report["findings"]
    assert (status, finding["verdict"]) == (1, "fail")
    assert altered in finding["message"]


def test_each_trail_of_each_region_has_a_finding_of_its_own(tmp_path):
    bad = Trail("other", region="eu-west-1").hours(2)
    del bad.files[bad.logs[0]]
    _, report = scan(copied(tmp_path, Trail().hours(2), bad), "logs", "--keys", "keys.json")
    said = {each["resource"]["name"]: each["verdict"] for each in report["findings"]}
    assert said == {"main": "pass", "other": "fail"}


def test_without_public_keys_nothing_is_known_and_aws_is_not_asked(tmp_path):
    nobody = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    status, report = scan(copied(tmp_path, Trail().hours(2)), "logs", **nobody)
    assert status == 3
    assert {each["verdict"] for each in report["findings"]} == {"unknown"}
    assert any("--keys FILE" in each["message"] for each in report["findings"])


def test_log_files_that_no_digest_names_are_unknown(tmp_path):
    trail = Trail().hours(2)
    trail.log(trail.now.replace(day=20))
    status, report = scan(copied(tmp_path, trail), "logs", "--keys", "keys.json")
    assert status == 3
    assert {each["verdict"] for each in report["findings"]} == {"pass", "unknown"}


def test_where_there_are_no_digests_there_is_nothing_to_judge(tmp_path):
    trail = Trail().hours(1)
    for made in trail.digests:
        del trail.files[made]
    done = run(copied(tmp_path, trail), "logs", "--keys", "keys.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is nothing to judge" in done.stderr


def test_a_bucket_is_proven_with_the_keys_that_aws_has(tmp_path):
    trail = Trail().hours(2)
    answer = 200, json.dumps(answered(key())).encode()
    with aws() as url, between(url, lambda _: answer) as keeper:
        client("s3").create_bucket(Bucket="logs")
        trail.upload(client("s3"))
        urls = {"AWS_ENDPOINT_URL": url, "AWS_ENDPOINT_URL_CLOUDTRAIL": keeper}
        status, report = scan(tmp_path, "s3://logs", "--since", "2026-09-01", **urls)
    [finding] = report["findings"]
    assert (status, finding["verdict"]) == (0, "pass")
