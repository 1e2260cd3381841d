"""The lab's story: each fault of `before` was made by somebody's event, and the right one is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scanner.attribution.histories import Histories
from tests.attributions import culprits, log, recorded
from tests.trail_story import LAB, files, story

GROMA = Path(sys.executable).parent / "groma"
TOLD = story()
RIGHT = {
    ("cloudtrail-account-covered", "111122223333"): ["weakened", "archive-trail"],
    ("cloudtrail-kms", "wa-trail"): ["trail"],
    ("cloudtrail-kms-key-usable", "wa-archive-trail"): ["key-deleted"],
    ("cloudtrail-log-validation", "wa-trail"): ["weakened"],
    ("cloudtrail-multi-region", "wa-archive-trail"): ["archive-trail"],
    ("cloudtrail-multi-region", "wa-trail"): ["weakened"],
    ("default-security-group-closed", "sg-074aca5cd204bb552"): ["vpc"],
    ("nacl-isolates-database-subnets", "acl-0c8a9b66e142cae8c"): ["public-out"],
    ("rds-not-public", "db-D3233E4A8EA03C2B6F6A37AAEC"): ["public"],
    ("rds-security-group-closed", "db-D3233E4A8EA03C2B6F6A37AAEC"): ["second-half", "first-half"],
    ("rds-security-group-peers", "db-D3233E4A8EA03C2B6F6A37AAEC"): [
        "second-half",
        "first-half",
        "database-group",
    ],
    ("rds-subnet-nacl", "db-D3233E4A8EA03C2B6F6A37AAEC"): ["acl-replaced"],
    ("security-group-no-open-admin-ports", "sg-007fbe0642dd6c770"): ["ssh"],
}
WHO = {
    "weakened": "carol",
    "archive-trail": "alice (role wa-deployer)",
    "trail": "alice (role wa-deployer)",
    "key-deleted": "carol",
    "vpc": "CloudFormation for alice (role wa-deployer)",
    "public-out": "CloudFormation for alice (role wa-deployer)",
    "database-group": "CloudFormation for alice (role wa-deployer)",
    "public": "bob (role AWSReservedSSO_PowerUser_0a1b2c3d4e5f6071)",
    "first-half": "bob (role AWSReservedSSO_PowerUser_0a1b2c3d4e5f6071)",
    "second-half": "bob (role AWSReservedSSO_PowerUser_0a1b2c3d4e5f6071)",
    "acl-replaced": "bob (role AWSReservedSSO_PowerUser_0a1b2c3d4e5f6071)",
    "ssh": "carol",
}


@pytest.fixture(scope="module")
def failed():
    """The failed findings of `before`, with the culprits of each."""
    ran = subprocess.run(
        [GROMA, "scan", "before", "--format", "json"], cwd=LAB, capture_output=True, timeout=60
    )
    items = recorded(str(next((LAB / "before").rglob("*.json"))))
    found = [each for each in json.loads(ran.stdout)["findings"] if each["verdict"] == "fail"]
    return {(each["rule"], each["resource"]["id"]): culprits(each, items) for each in found}


@pytest.fixture(scope="module")
def attributions(failed):
    """What is told of each finding, the logs being read in the wrong order."""
    histories = Histories(failed)
    for path in sorted((LAB / "trail").rglob("*.json"), reverse=True):
        histories.add(log(*json.loads(path.read_text())["Records"], uri=path.name))
    return {key: histories.attribution(key) for key in failed}


def test_the_story_knows_every_failed_finding(failed):
    assert sorted(failed) == sorted(RIGHT)


@pytest.mark.parametrize("key", RIGHT, ids=lambda key: f"{key[0]} of {key[1]}")
def test_each_finding_names_the_events_that_made_it_so(key, attributions):
    found = attributions[key]
    assert [each.id for each in found.changes] == [TOLD.ids[name] for name in RIGHT[key]]
    assert [each.who for each in found.changes] == [WHO[name] for name in RIGHT[key]]
    assert (found.sure, found.why) == (True, "")


def test_the_parameter_at_fault_is_told(attributions):
    found = attributions["rds-not-public", "db-D3233E4A8EA03C2B6F6A37AAEC"].changes[0]
    given = [(each.path, each.value) for each in found.given]
    assert given == [("requestParameters.publiclyAccessible", True)]
    assert (found.address, found.agent) == ("203.0.113.20", "AWS Internal")


def test_the_kept_files_are_the_story():
    kept = {
        str(path.relative_to(LAB / "trail")): path.read_text()
        for path in (LAB / "trail").rglob("*.json")
    }
    assert kept == files(TOLD)


def test_a_scan_tells_the_same():
    command = [GROMA, "scan", "before", "--who", "trail", "--format", "json"]
    ran = subprocess.run(command, cwd=LAB, capture_output=True, timeout=60)
    told = {
        (each["rule"], each["resource"]["id"]): each["attribution"]
        for each in json.loads(ran.stdout)["findings"]
        if each["verdict"] == "fail"
    }
    names = {id: name for name, id in TOLD.ids.items()}
    found = {key: [names[one["id"]] for one in each["changes"]] for key, each in told.items()}
    assert found == RIGHT
    assert all(each["sure"] for each in told.values())
