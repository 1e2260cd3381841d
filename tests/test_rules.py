import pytest

from scanner import builtin, load, selftest
from scanner.decide import Glimpse

RULES = load.rules(builtin.paths())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_proves_itself(rule):
    """Its tests hold, there is a pass, a fail and an unknown, and no mutant survives them."""
    assert list(selftest.faults(rule)) == []


@pytest.mark.parametrize(
    "rule", [each for each in RULES if each.together is None], ids=lambda rule: rule.id
)
def test_at_a_glance_a_rule_says_what_it_says_of_a_closer_look(rule):
    for test in rule.tests:
        tried, document, partition = selftest.situation(rule, test)
        seen = Glimpse(tried).verdict({**document, "now": partition.now})
        assert seen is True or test.expect == ("skip" if seen is False else seen.value), test.name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_says_where_it_comes_from_and_helps_editors(rule):
    assert rule.references
    assert rule.controls
    with open(rule.location.uri) as file:
        assert file.readline() == "# yaml-language-server: $schema=../../scanner/rule.schema.json\n"
