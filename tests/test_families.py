"""Families of rules before a merge: what passes and what fails in a template, a plan and its source.

Each folder of `families` has templates and Terraform configurations that are as they should be
(`passes…`) and that are not (`fails…`); `family.yaml` says which rules are about what these declare.
Each plan.json was made by Terraform from the main.tf beside it; what says nothing is left out of it.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml
from proposals import outcome, rule
from test_before_merge import DECLARED

from scanner import builtin
from scanner.event import EVENT
from scanner.inventory.inventory import ACCOUNT, REGION

SAMPLES = Path(__file__).with_name("families").resolve()
FAMILIES = {
    each.parent.name: yaml.safe_load(each.read_text())
    for each in sorted(SAMPLES.glob("*/family.yaml"))
}
SIDES = ("passes", "fails")
CALLED = {each.id: each for each in builtin.rules()}


def declared(family, without=()):
    """The rules of a family that the samples are about, but for those under these headings."""
    said = FAMILIES[family]
    left_out = {id for heading in ("undeclared", *without) for id in said.get(heading) or {}}
    return sorted(set(said["rules"]) - left_out)


def told(without=()):
    return [(family, id) for family in FAMILIES for id in declared(family, without)]


def templates(family, side):
    return sorted((SAMPLES / family).glob(f"{side}*.yaml"))


def folders(family, side):
    return sorted(each for each in (SAMPLES / family).glob(f"{side}*") if each.is_dir())


@cache
def judged(family, *paths):
    """What all rules of a family say of files, each file or folder scanned alone."""
    rules = rule(*FAMILIES[family]["rules"])
    return [outcome(path, root=SAMPLES, rules=rules, sarif=False) for path in paths]


def findings(family, id, paths):
    return [each for one in judged(family, *paths) for each in one.findings if each.rule.id == id]


def verdicts(family, id, paths):
    return {str(each.verdict) for each in findings(family, id, paths)}


def by_address(family, id, paths):
    return {each.resource.id: str(each.verdict) for each in findings(family, id, paths)}


def test_every_built_in_rule_is_in_one_family_or_has_samples_of_its_own():
    listed = [id for family in FAMILIES.values() for id in family["rules"]]
    known = {id for id, each in CALLED.items() if id not in DECLARED or each.resource == ACCOUNT}
    alone = {"cloudtrail-account-covered", "cloudtrail-logs-intact"}
    on_events = {id for id, each in CALLED.items() if each.resource == EVENT}  # test_event_rules
    assert len(listed) == len(set(listed))
    assert set(listed) | DECLARED | alone | on_events == known | DECLARED
    assert not set(listed) & DECLARED


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_says_why_a_rule_is_not_about_what_is_declared(family):
    said = FAMILIES[family]
    for heading in ("undeclared", "no_template", "no_terraform", "unsure_plan"):
        reasons = said.get(heading) or {}
        assert reasons.keys() <= set(said["rules"])
        assert all(isinstance(why, str) and len(why) > 10 for why in reasons.values())
    assert {id for id in said["rules"] if CALLED[id].resource in (ACCOUNT, REGION)} <= set(
        said.get("undeclared") or {}
    )


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("side", SIDES)
def test_nothing_is_amiss_in_the_samples(family, side):
    paths = (*templates(family, side), *folders(family, side))
    assert paths
    for path, one in zip(paths, judged(family, *paths), strict=True):
        assert [str(each) for each in one.problems if each.blocks] == [], path


# Templates


@pytest.mark.parametrize(("family", "id"), told(["no_template"]))
def test_a_template_that_is_as_it_should_be_passes(family, id):
    assert verdicts(family, id, templates(family, "passes")) == {"pass"}


@pytest.mark.parametrize(("family", "id"), told(["no_template"]))
def test_a_template_that_is_not_fails_at_a_line_of_it(family, id):
    found = findings(family, id, templates(family, "fails"))
    failed = [each for each in found if each.verdict == "fail"]
    assert failed
    assert all(each.location and each.location.line for each in failed)


# Terraform


@pytest.mark.parametrize(("family", "id"), told(["no_terraform"]))
def test_source_that_is_as_it_should_be_passes_with_its_plan_and_without(family, id):
    there = folders(family, "passes")
    assert verdicts(family, id, there) == {"pass"}
    assert by_address(family, id, [each / "main.tf" for each in there]) == by_address(
        family, id, there
    )


@pytest.mark.parametrize(("family", "id"), told(["no_terraform"]))
def test_source_that_is_not_fails_with_its_plan_and_without_at_a_line_of_it(family, id):
    there = folders(family, "fails")
    failed = [each for each in findings(family, id, there) if each.verdict == "fail"]
    assert failed
    assert all(each.location and each.location.line for each in failed)
    assert by_address(family, id, [each / "main.tf" for each in there]) == by_address(
        family, id, there
    )


@pytest.mark.parametrize(("family", "id"), told(["no_terraform"]))
def test_a_plan_alone_says_the_same_or_that_it_does_not_tell(family, id):
    unsure = id in (FAMILIES[family].get("unsure_plan") or {})
    for side in SIDES:
        there = folders(family, side)
        alone = by_address(family, id, [each / "plan.json" for each in there])
        beside = by_address(family, id, there)
        assert alone.keys() == beside.keys()
        changed = {alone[each] for each in alone if alone[each] != beside[each]}
        assert changed <= ({"unknown"} if unsure else set())


# Rules that no file is about


@pytest.mark.parametrize("family", FAMILIES)
def test_rules_on_accounts_and_regions_are_not_exercised(family):
    of_accounts = {
        id for id in FAMILIES[family]["rules"] if CALLED[id].resource in (ACCOUNT, REGION)
    }
    for one in judged(family, *templates(family, "passes")):
        assert of_accounts <= one.not_exercised.keys()
