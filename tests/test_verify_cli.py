"""`groma verify` as a user runs it: its reports, its exit status, and what it says of mistakes."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import boto3
import published
import pytest
from lxml import etree
from snapshot import as_kept

from scanner.integrity.chain import Fetched
from scanner.integrity.verdict import Lost, Verdict
from scanner.sources.trail_bucket import TrailBucket, client
from scanner.sources.trail_files import fetched, hashed
from tests.aws import VARIABLES, aws, environment
from tests.aws import client as plain
from tests.between import between
from tests.digests import START, Trail, answered, copied, key

GROMA = Path(sys.executable).parent / "groma"
NOW = ("--now", "2026-10-01T00:00:00Z")


def groma(folder, *arguments, **more):
    kept = {each: value for each, value in os.environ.items() if not each.startswith("AWS_")}
    given = {**kept, **VARIABLES, "COLUMNS": "100", "AWS_PROFILE": "", **more}
    given.pop("AWS_PROFILE")
    command = [GROMA, "verify", *map(str, arguments), *NOW]
    return subprocess.run(
        command, cwd=folder, env=given, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def copy(tmp_path):
    return partial(copied, tmp_path)


def spoilt():
    """A trail to which something of everything was done."""
    trail = Trail().hours(2, logs=1).stop(2).hours(3, logs=1)
    trail.alter(trail.logs[4])
    trail.remove(trail.logs[2])
    trail.remove(trail.digests[3])
    trail.log(START)
    return trail


def test_what_is_intact_is_status_0(copy):
    ran = groma(copy(Trail().hours(2)), "logs", "--keys", "keys.json")
    assert (ran.returncode, ran.stderr) == (0, "")
    last = "Nothing was altered and nothing is missing: 2 digest files and 4 log files valid."
    assert ran.stdout.splitlines()[-1] == last


def test_what_is_spoilt_is_status_1_and_the_table_says_what(copy):
    ran = groma(copy(spoilt()), "logs", "--keys", "keys.json")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert as_kept(ran.stdout, "verify.txt")


def test_what_is_not_proven_is_status_3(copy):
    trail = Trail().hours(2)
    del trail.signatures[trail.digests[1]]
    trail.digests.pop()
    assert groma(copy(trail), "logs", "--keys", "keys.json").returncode == 3


def test_several_reports_come_from_one_run(copy):
    folder = copy(spoilt())
    reports = ("--format", "json=v.json", "--format", "junit=v.xml", "--format", "table")
    ran = groma(folder, "logs", "--keys", "keys.json", *reports)
    told = json.loads((folder / "v.json").read_text())
    assert "altered or missing" in ran.stdout
    assert told["counts"]["digest"] == {
        **{each.value: 0 for each in Verdict},
        "valid": 4,
        "missing": 1,
    }
    assert as_kept((folder / "v.json").read_text(), "verify.json")
    assert as_kept((folder / "v.xml").read_text(), "verify.junit.xml")


def test_the_junit_suites_count_their_cases(copy):
    ran = groma(copy(spoilt()), "logs", "--keys", "keys.json", "--format", "junit")
    suites = list(etree.fromstring(ran.stdout.encode()))
    assert suites
    for suite in suites:
        cases = suite.findall("testcase")
        kinds = [each.tag for case in cases for each in case]
        counted = [int(suite.get(each)) for each in ("tests", "failures", "errors")]
        assert counted == [len(cases), kinds.count("failure"), kinds.count("error")]


@published.needed
@pytest.mark.parametrize("schema", published.JUNIT)
def test_the_junit_file_is_valid_against_each_published_schema(schema, copy):
    ran = groma(copy(spoilt()), "logs", "--keys", "keys.json", "--format", "junit")
    assert published.junit_complaints(ran.stdout, schema) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--keys", "keys.json"], "nowhere: no such file or directory"),
        (["logs", "--keys", "none.json"], "none.json: no such file or directory"),
        (["logs", "--keys", "logs"], "--keys logs: "),
        (["keys.json", "--keys", "keys.json"], "keys.json: no folder AWSLogs"),
        (["logs", "--keys", "keys.json", "--format", "sarif"], "known are table, json"),
        (["logs", "--keys", "keys.json", "--since", "soon"], "--since soon: not a time"),
        (["logs", "--keys", "keys.json", "--since", "2027-01-01"], "or none then"),
        (["logs", "--keys", "keys.json", "--until", "9999-12-31T23:59:59Z"], ""),
        (["s3://", "--keys", "keys.json"], "s3://"),
    ],
)
def test_a_mistake_is_a_sentence_and_status_2(arguments, said, copy):
    with aws() as url:
        ran = groma(copy(Trail().hours(1)), *arguments, AWS_ENDPOINT_URL=url)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2 if said else 0, False)
    assert said in ran.stderr


def test_without_keys_and_without_aws_it_says_what_to_do(copy):
    folder = copy(Trail().hours(1))
    nobody = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    ran = groma(folder, "logs", **nobody)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "no credentials were found" in ran.stderr
    assert "--keys FILE" in ran.stderr


def test_where_no_digest_has_to_be_proven_aws_is_not_asked(copy):
    trail = Trail().hours(1)
    for made in trail.digests:
        del trail.files[made]
    nobody = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    ran = groma(copy(trail), "logs", **nobody)
    assert (ran.returncode, ran.stderr) == (3, "")
    assert "not proven" in ran.stdout


def test_a_copy_and_a_bucket_are_proven_in_one_run_with_keys_from_aws(copy):
    trail = Trail().hours(2)
    folder = copy(trail)
    answer = 200, json.dumps(answered(key())).encode()
    with aws() as url, between(url, lambda _: answer) as keeper:
        store = plain("s3")
        store.create_bucket(Bucket="logs")
        trail.upload(store)
        urls = {"AWS_ENDPOINT_URL": url, "AWS_ENDPOINT_URL_CLOUDTRAIL": keeper}
        ran = groma(folder, "s3://logs", "logs", "s3://logs", "--format", "json", **urls)
    told = json.loads(ran.stdout)
    assert (ran.returncode, told["counts"]["log"]["valid"]) == (0, 8)


def test_a_scan_loads_nothing_of_it(copy):
    code = "import sys; from scanner.commands import scanning; print('cryptography' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "False"


@contextmanager
def cutting(content, times):
    """The URL of a server that breaks off in the middle of an object so many times."""
    left = [times]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            cut = left[0] > 0
            left[0] -= cut
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if cut else content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_an_object_that_is_cut_off_is_read_again_and_not_for_ever():
    trail = Trail().hours(1)
    content = trail.files[trail.digests[0]]
    for times, kind in ((2, Fetched), (3, Lost)):
        with cutting(content, times) as url, environment(url):
            bucket = TrailBucket(client(boto3.Session(), 2), "s3://logs")
            assert isinstance(fetched(bucket, "AWSLogs/x"), kind)
    with cutting(content, 99) as url, environment(url):
        bucket = TrailBucket(client(boto3.Session(), 2), "s3://logs")
        lost = hashed(bucket, "AWSLogs/x")
    assert isinstance(lost, Lost)
    assert (lost.verdict, "cut off" in lost.why) == (Verdict.UNREAD, True)
