"""The traceability lab: what each rule of its team says of it before and after it was secured."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

LAB = Path(__file__).resolve().parents[1] / "examples" / "traceability-lab"

BEFORE = {
    "cloudtrail-account-covered": {"fail": 1},
    "cloudtrail-kms": {"pass": 1, "fail": 1},
    "cloudtrail-kms-key-usable": {"fail": 1},
    "cloudtrail-log-validation": {"pass": 1, "fail": 1},
    "cloudtrail-multi-region": {"fail": 2},
    "default-security-group-closed": {"fail": 1},
    "nacl-isolates-database-subnets": {"fail": 1},
    "rds-not-public": {"fail": 1},
    "rds-security-group-closed": {"fail": 1},
    "rds-security-group-peers": {"fail": 1},
    "rds-subnet-nacl": {"fail": 1},
    "security-group-no-open-admin-ports": {"pass": 4, "fail": 1},
}
AFTER = {
    "cloudtrail-account-covered": {"pass": 1},
    "cloudtrail-kms": {"pass": 1},
    "cloudtrail-kms-key-usable": {"pass": 1},
    "cloudtrail-log-validation": {"pass": 1},
    "cloudtrail-multi-region": {"pass": 1},
    "default-security-group-closed": {"pass": 1},
    "nacl-isolates-database-subnets": {"pass": 1},
    "rds-not-public": {"pass": 1},
    "rds-security-group-closed": {"pass": 1},
    "rds-security-group-peers": {"pass": 1},
    "rds-subnet-nacl": {"pass": 1},
    "security-group-no-open-admin-ports": {"pass": 5},
}


def groma(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of groma in the lab's folder."""
    code = "from scanner.cli import main; main()"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=LAB, capture_output=True, text=True, check=False)


def report(folder: str) -> dict[str, Any]:
    return json.loads(groma("scan", folder, "--format", "json").stdout)


def verdicts(findings: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    counted: dict[str, Counter[str]] = {}
    for each in findings:
        counted.setdefault(each["rule"], Counter())[each["verdict"]] += 1
    return {rule: dict(counts) for rule, counts in counted.items()}


@pytest.mark.parametrize(("folder", "expected"), [("before", BEFORE), ("after", AFTER)])
def test_each_rule_says_what_the_readme_promises(folder, expected):
    assert verdicts(report(folder)["findings"]) == expected


@pytest.mark.parametrize(("folder", "status"), [("before", 1), ("after", 0)])
def test_the_exit_status_tells_them_apart(folder, status):
    finished = groma("scan", folder)
    assert (finished.returncode, finished.stderr) == (status, "")


@pytest.mark.parametrize("folder", ["before", "after"])
def test_nothing_is_left_unread_or_unexercised(folder):
    made = report(folder)
    assert (made["problems"], made["notExercised"]) == ([], [])


def test_every_rule_of_the_teams_profile_fails_before_and_passes_after():
    assert set(BEFORE) == set(AFTER) == set(verdicts(report("before")["findings"]))
    assert all("fail" in counts for counts in BEFORE.values())
    assert all(set(counts) == {"pass"} for counts in AFTER.values())


def test_the_readme_names_every_rule():
    text = (LAB / "README.md").read_text("utf-8")
    assert [rule for rule in BEFORE if f"`{rule}`" not in text] == []


def test_the_two_halves_of_the_internet_are_named_in_the_evidence():
    found = [
        each for each in report("before")["findings"] if each["rule"] == "rds-security-group-closed"
    ]
    evidence = json.dumps(found[0]["evidence"])
    assert "0.0.0.0/1" in evidence
    assert "128.0.0.0/1" in evidence


def test_with_the_built_in_profile_nobody_knows_the_databases_peers():
    recorded = ("--profile", "aws-config-recorded", "--complete", "--format", "json")
    made = json.loads(groma("scan", "after", *recorded).stdout)
    idle = {each["rule"] for each in made["notExercised"]}
    assert "rds-security-group-peers" in idle
    assert not idle & set(AFTER) - {"rds-security-group-peers"}
