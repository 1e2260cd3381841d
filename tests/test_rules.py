import pytest

from scanner import load, selftest

RULES = load.rules(load.builtin_paths())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_proves_itself(rule):
    """Its tests hold, there is a pass, a fail and an unknown, and no mutant survives them."""
    assert list(selftest.faults(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_says_where_it_comes_from_and_helps_editors(rule):
    assert rule.references
    assert rule.controls
    with open(rule.location.uri) as file:
        assert file.readline() == "# yaml-language-server: $schema=../../scanner/rule.schema.json\n"
