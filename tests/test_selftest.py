from items import rule

from scanner import selftest

SPARE = """
when: [{value: configuration.isOrganizationTrail, equals: true}]
check:
  - {value: configuration.isMultiRegionTrail, equals: true}
  - any:
      - {value: configuration.name, exists: true}
      - not: {value: configuration.kmsKeyId, exists: false}
tests:
  - {name: good, given: {configuration: {isOrganizationTrail: true, isMultiRegionTrail: true, name: x}}, expect: pass}
  - {name: bad, given: {configuration: {isOrganizationTrail: true, isMultiRegionTrail: false, name: x}}, expect: fail}
"""


def test_a_test_that_does_not_hold_is_named():
    wrong = rule(SPARE.replace("expect: fail", "expect: pass"))
    assert "test 'bad': fail, expected pass" in list(selftest.faults(wrong))


def test_a_rule_needs_a_test_of_each_verdict():
    assert selftest.lacking(rule(SPARE)) == ["unknown"]


def test_a_clause_that_no_test_needs_survives():
    assert selftest.survivors(rule(SPARE)) == [
        "when[0] removed",
        "check[1] removed",
        "check[1].any[1] removed",
    ]


def test_a_clause_that_a_test_needs_does_not_survive():
    needed = SPARE + "  - {name: out, given: {configuration: {}}, expect: skip}\n"
    assert "when[0] removed" not in selftest.survivors(rule(needed))


def test_every_kind_of_mutant_is_made():
    whats = [what for what, _ in selftest.mutants(rule(SPARE))]
    assert "check[0] removed" in whats
    negated = rule("check: [{not: {value: configuration.name, exists: true}}]")
    assert [what for what, _ in selftest.mutants(negated)] == [
        "check[0] removed",
        "check[0]: not removed",
    ]
