"""`groma verify` says of each digest and log file what `aws cloudtrail validate-logs` says.

GROMA_AWSCLI is the path of an `aws`, or `install` to have one installed for this test.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.aws import VARIABLES, aws, client, emptied
from tests.between import between
from tests.digests import Trail, answered, key

SAID = re.compile(r"(?:\(backfill\) )?(Digest|Log) file\ts3://(\S+)\t(valid|INVALID: .*)")
MEANING = {"valid": "valid", "INVALID: not found": "missing"}
BLIND = {"not covered"}
"""What awscli says nothing of: the log files of digests that are not valid."""


@pytest.fixture(scope="module")
def awscli(tmp_path_factory):
    """The path of awscli, in an environment of its own."""
    asked = os.environ.get("GROMA_AWSCLI")
    if not asked:
        pytest.skip("GROMA_AWSCLI is not set: the comparison with awscli was not asked for")
    if asked != "install":
        return asked
    folder = tmp_path_factory.mktemp("awscli")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    got = subprocess.run([folder / "bin" / "pip", "install", "--quiet", "awscli"])
    if got.returncode:
        pytest.skip("awscli cannot be installed here")
    return str(folder / "bin" / "aws")


@pytest.fixture(scope="module")
def cloud():
    with aws() as url:
        yield url


def intact():
    return [Trail().hours(4)], [key()]


def altered_log():
    trail = Trail().hours(4)
    trail.alter(trail.logs[3])
    return [trail], [key()]


def garbled_log():
    trail = Trail().hours(4)
    trail.files[trail.logs[3]] = trail.files[trail.logs[3]][:-20] + b"rubbish"
    return [trail], [key()]


def altered_digest():
    trail = Trail().hours(5)
    trail.alter(trail.digests[2])
    return [trail], [key()]


def garbled_digest():
    trail = Trail().hours(5)
    trail.files[trail.digests[2]] = b"no gzip and no JSON"
    return [trail], [key()]


def moved_digest():
    trail = Trail().hours(5)
    trail.files[trail.digests[2]] = trail.files[trail.digests[1]]
    trail.signatures[trail.digests[2]] = trail.signatures[trail.digests[1]]
    return [trail], [key()]


def missing_log():
    trail = Trail().hours(4)
    trail.remove(trail.logs[3])
    return [trail], [key()]


def missing_digest():
    trail = Trail().hours(5)
    trail.remove(trail.digests[2])
    return [trail], [key()]


def wrong_key():
    """AWS has another key of the same name."""
    return [Trail().hours(3)], ([key("another's")], [key().fingerprint])


def unknown_key():
    """AWS has no key with the fingerprint: somebody signed digests of their own."""
    return [Trail(by=key("a forger's")).hours(3)], [key()]


def one_unknown_key():
    trail = Trail().hours(2)
    trail.key = key("a forger's")
    trail.hour()
    trail.key = key()
    return [trail.hours(2)], [key()]


def gap():
    """Hours without any digest, and the next one starts a chain."""
    return [Trail().hours(3).stop(5).hours(2)], [key()]


def restarted():
    """Stopped and started three times, with an altered log file in between."""
    trail = Trail().hours(2).stop(1).hours(2).stop(2).hours(2)
    trail.alter(trail.logs[5])
    return [trail], [key()]


def two_regions():
    here, there = Trail().hours(3), Trail(region="eu-west-1", by=key("Ireland's")).hours(3)
    here.alter(here.logs[1])
    there.remove(there.logs[2])
    return [here, there], [key(), key("Ireland's")]


def backfilled():
    trail = Trail().hours(4)
    trail.backfill(2)
    trail.alter(trail.logs[-1])
    trail.backfill(1)
    return [trail], [key()]


def prefixed():
    trail = Trail(prefix="a/b/").hours(3)
    trail.alter(trail.logs[0])
    return [trail], [key()]


def of_an_organization():
    """Of two member accounts of one trail, whose keys have the organization's id in them."""
    made = client("organizations").create_organization(FeatureSet="ALL")["Organization"]["Id"]
    one = Trail(organization=made, account="111122223333").hours(3)
    other = Trail(organization=made, account="444455556666").hours(3)
    other.alter(other.logs[2])
    one.remove(one.digests[1])
    return [one, other], [key()]


CASES = (
    *(intact, altered_log, altered_digest, missing_log, missing_digest, wrong_key, gap, restarted),
    *(two_regions, garbled_log, garbled_digest, moved_digest, unknown_key, one_unknown_key),
    *(backfilled, prefixed, of_an_organization),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_verdict_by_verdict_it_agrees_with_awscli(case, cloud, awscli):
    emptied(cloud)
    trails, keys = case()
    known = answered(*keys[0], fingerprints=keys[1]) if isinstance(keys, tuple) else answered(*keys)
    described = {"trailList": [each.described() for each in trails[:1]]}

    def answer(body):
        return 200, json.dumps(known if "StartTime" in body else described).encode()

    with between(cloud, answer) as keeper:
        uploaded(trails)
        environment = {"AWS_ENDPOINT_URL": cloud, "AWS_ENDPOINT_URL_CLOUDTRAIL": keeper}
        ours, status = of_groma(trails[0].above.partition("AWSLogs/")[0], environment)
        theirs, failed = {}, False
        for trail in trails:
            said, wrong = of_awscli(awscli, trail, environment)
            theirs |= said
            failed = failed or wrong
    assert {uri: said for uri, said in ours.items() if said not in BLIND} == theirs
    assert (status == 1) == failed


def uploaded(trails):
    store = client("s3")
    store.create_bucket(Bucket="logs")
    for trail in trails:
        trail.upload(store)


def of_groma(prefix, environment):
    groma = Path(sys.executable).parent / "groma"
    now = ["--now", "2026-10-01"]
    ran = run([groma, "verify", f"s3://logs/{prefix}", "--format", "json", *now], environment)
    if ran.returncode not in (0, 1, 3):
        raise AssertionError(ran.stderr)
    files = json.loads(ran.stdout)["files"]
    return {each["uri"].removeprefix("s3://"): each["verdict"] for each in files}, ran.returncode


def of_awscli(awscli, trail, environment):
    arn = trail.described()["TrailARN"]
    times = ["--start-time", "2026-09-01T00:00:00Z", "--end-time", "2026-10-30T00:00:00Z"]
    prefix = trail.above.partition("AWSLogs/")[0].rstrip("/")
    where = ["--s3-bucket", "logs", *(["--s3-prefix", prefix] if prefix else [])]
    if trail.organization:  # then it has to ask which, and asks that only without a bucket
        where = ["--account-id", trail.account]
    command = [awscli, "cloudtrail", "validate-logs", "--trail-arn", arn, *times, *where]
    ran = run([*command, "--verbose", "--region", trail.region], environment)
    said = SAID.findall(ran.stdout + ran.stderr)
    assert said, ran.stdout + ran.stderr
    return {uri: MEANING.get(what, "altered") for _, uri, what in said}, ran.returncode == 1


def run(command, environment):
    given = {**os.environ, **VARIABLES, **environment}
    return subprocess.run(command, env=given, capture_output=True, text=True, timeout=120)
