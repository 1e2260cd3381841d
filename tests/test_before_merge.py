"""Built-in rules before a merge: what passes, what fails, and the very text at fault.

Each plan.json was made by Terraform from the main.tf beside it, and each deployed.json from the one
in `passes` once that was applied to a simulated AWS; what says nothing is left out of both.
"""

import json
from pathlib import Path

import pytest
from proposals import RULES, at, outcome, rule

from scanner.inventory.inventory import ACCOUNT

SAMPLES = Path(__file__).with_name("before_merge").resolve()

AT_FAULT = {
    "cloudtrail-kms": {"Trail": "Trail"},
    "cloudtrail-kms-key-usable": {"Trail": '"false"'},
    "cloudtrail-log-validation": {"Trail": "false"},
    "cloudtrail-multi-region": {"Trail": "false", "Another": "Another"},
    "default-security-group-closed": {"Network.DefaultSecurityGroup": "Network"},
    "nacl-isolates-database-subnets": {"Acl": "0.0.0.0/0"},
    "rds-not-public": {"Database": '"true"'},
    "rds-security-group-closed": {"Database": "0.0.0.0/0"},
    "rds-security-group-peers": {"Database": "10.2.0.0/16"},
    "rds-subnet-nacl": {"Database": "0.0.0.0/0"},
    "security-group-no-open-admin-ports": {"Group": "0.0.0.0/0", "Another": '"::/0"'},
}
"""By rule what fails in its template, and the text there that is at fault.

It is the resource's name where it ought to say something and does not.
"""

AT_FAULT_IN_SOURCE = {
    "cloudtrail-kms": {"aws_cloudtrail.main": 'resource "aws_cloudtrail" "main"'},
    "cloudtrail-kms-key-usable": {"aws_cloudtrail.main": "false"},
    "cloudtrail-log-validation": {"aws_cloudtrail.main": "false"},
    "cloudtrail-multi-region": {
        "aws_cloudtrail.main": "var.everywhere",
        "aws_cloudtrail.another": 'resource "aws_cloudtrail" "another"',
    },
    "default-security-group-closed": {"aws_default_security_group.main": '"192.0.2.0/24"'},
    "nacl-isolates-database-subnets": {"aws_network_acl.web": '"0.0.0.0/0"'},
    "rds-not-public": {"aws_db_instance.shop": "local.public"},
    "rds-security-group-closed": {"aws_db_instance.shop": '"0.0.0.0/0"'},
    "rds-security-group-peers": {"aws_db_instance.shop": "aws_security_group.clients.id"},
    "rds-subnet-nacl": {"aws_db_instance.shop": '"0.0.0.0/0"'},
    "security-group-no-open-admin-ports": {
        "aws_security_group.servers": '"0.0.0.0/0"',
        "aws_security_group.desktops": '"::/0"',
    },
}
"""The same in Terraform's source; of a resource that does not say something it is the header."""

NO_TEMPLATE_PASSES = {"default-security-group-closed"}
"""AWS makes the group with each VPC, open, and no template can close it."""

UNSURE_OF_LISTS = {
    "nacl-isolates-database-subnets",
    "rds-security-group-closed",
    "rds-security-group-peers",
    "rds-subnet-nacl",
}
"""Rules over lists of ids: a first plan does not show how long those are, its source does."""


DECLARED = set(AT_FAULT)
"""The rules with samples of their own; those of the others are in `test_families.py`."""


def judged(rule_id, *path):
    return outcome(SAMPLES.joinpath(rule_id, *path), root=SAMPLES, rules=rule(rule_id))


def faults(found):
    """By resource the text at fault of each failure."""
    return {
        each["locations"][0]["logicalLocations"][0]["name"]: at(each, SAMPLES)
        for each in found.results
        if each["kind"] == "fail"
    }


def test_there_are_samples_of_each_of_these_rules():
    assert AT_FAULT.keys() == AT_FAULT_IN_SOURCE.keys()
    assert {each.name for each in SAMPLES.iterdir()} == DECLARED


# Templates


@pytest.mark.parametrize("rule_id", sorted(DECLARED - NO_TEMPLATE_PASSES))
def test_a_template_that_is_as_it_should_be_passes(rule_id):
    found = judged(rule_id, "passes.yaml")
    assert (found.status, found.verdict(rule_id), found.problems) == (0, "pass", [])


@pytest.mark.parametrize("rule_id", sorted(DECLARED))
def test_a_template_fails_at_the_very_text_at_fault(rule_id):
    found = judged(rule_id, "fails.yaml")
    assert (found.status, found.problems) == (1, [])
    assert faults(found) == AT_FAULT[rule_id]
    assert len(found.findings) == len(AT_FAULT[rule_id])


@pytest.mark.parametrize("rule_id", sorted(NO_TEMPLATE_PASSES))
def test_what_no_template_can_say_is_not_exercised_without_what_it_is_about(rule_id):
    assert "passes.yaml" not in {each.name for each in (SAMPLES / rule_id).iterdir()}
    other = outcome(SAMPLES / "security-group-no-open-admin-ports" / "passes.yaml")
    assert rule_id in other.not_exercised
    assert other.verdict(rule_id) == ""


# Terraform


@pytest.mark.parametrize("rule_id", sorted(DECLARED))
@pytest.mark.parametrize("path", [("main.tf",), ()], ids=["source", "plan and source"])
def test_source_that_is_as_it_should_be_passes_with_its_plan_and_without(rule_id, path):
    found = judged(rule_id, "passes", *path)
    assert (found.status, found.verdict(rule_id), found.problems) == (0, "pass", [])


@pytest.mark.parametrize("rule_id", sorted(DECLARED))
@pytest.mark.parametrize("path", [("main.tf",), ()], ids=["source", "plan and source"])
def test_source_fails_at_the_very_text_at_fault_with_its_plan_and_without(rule_id, path):
    found = judged(rule_id, "fails", *path)
    assert (found.status, found.problems) == (1, [])
    assert faults(found) == AT_FAULT_IN_SOURCE[rule_id]


@pytest.mark.parametrize("rule_id", sorted(DECLARED))
def test_a_plan_alone_fails_for_the_same_resources(rule_id):
    found = judged(rule_id, "fails", "plan.json")
    failed = {each.resource.id for each in found.findings if each.verdict == "fail"}
    assert (found.status, found.problems) == (1, [])
    assert failed == AT_FAULT_IN_SOURCE[rule_id].keys()


@pytest.mark.parametrize("rule_id", sorted(DECLARED - UNSURE_OF_LISTS))
def test_a_plan_alone_passes(rule_id):
    found = judged(rule_id, "passes", "plan.json")
    assert (found.status, found.verdict(rule_id), found.problems) == (0, "pass", [])


@pytest.mark.parametrize("rule_id", sorted(UNSURE_OF_LISTS))
def test_a_first_plan_alone_does_not_tell_how_long_a_list_of_ids_is(rule_id):
    found = judged(rule_id, "passes", "plan.json")
    assert (found.status, found.verdict(rule_id), found.problems) == (3, "unknown", [])


MAIN_TABLE = "nacl-isolates-database-subnets"


@pytest.mark.parametrize("rule_id", sorted(UNSURE_OF_LISTS - {MAIN_TABLE}))
def test_a_later_plan_alone_passes_over_lists_of_ids_that_it_tells(rule_id):
    found = judged(rule_id, "deployed.json")
    assert (found.status, found.verdict(rule_id), found.problems) == (0, "pass", [])


def test_a_later_plan_does_not_tell_what_became_of_the_main_route_table_of_its_network():
    found = judged(MAIN_TABLE, "deployed.json")
    assert (found.status, found.verdict(MAIN_TABLE), found.problems) == (3, "unknown", [])


def test_what_is_there_already_takes_the_place_of_what_comes_with_a_network(tmp_path):
    plan = json.loads((SAMPLES / "default-security-group-closed/passes/plan.json").read_text())
    known = {
        "aws_vpc.main": {"id": "vpc-1"},
        "aws_default_security_group.main": {
            "id": "sg-1",
            "vpc_id": "vpc-1",
            "ingress": [],
            "egress": [],
        },
    }
    for each in plan["resource_changes"]:
        after = {**each["change"]["after"], **known[each["address"]]}
        each["change"] = {"actions": ["no-op"], "after": after, "after_unknown": {}}
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan))
    found = outcome(path, root=tmp_path, rules=rule("default-security-group-closed"))
    assert [(each.resource.id, str(each.verdict)) for each in found.findings] == [
        ("aws_default_security_group.main", "pass")
    ]


# What cannot be declared


@pytest.mark.parametrize(
    "path",
    ["cloudtrail-kms/passes.yaml", "cloudtrail-kms/passes/plan.json", "cloudtrail-kms/passes"],
)
def test_a_rule_on_the_account_is_not_exercised(path):
    account = {each.id for each in RULES if each.resource == ACCOUNT}
    found = outcome(SAMPLES / path, rules=rule(*account))
    assert account
    assert found.not_exercised.keys() == account
    assert (found.findings, found.problems, found.status) == ([], [], 0)
