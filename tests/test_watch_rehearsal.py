"""The tests of rules that judge events together, and what is changed to see whether they notice."""

import json

import pytest
from events import NOW, UNKNOWN, at, event, rule

from scanner import selftest
from scanner.watch import rehearsal

COUNT = """
when: [{value: configuration.errorCode, exists: true}]
params: {within: 5m, failures: 3}
count:
  by: [configuration.userIdentity.userName, configuration.sourceIPAddress]
  within: params.within
  at_least: params.failures
"""
SILENCE = "silence: {by: [configuration.userIdentity.accessKeyId], longer_than: 90d}"


def refused(*times, user="alice", address="203.0.113.7", **fields):
    """Items as tests are given them: calls that were refused."""
    return [
        {"configuration": event(f"{user}{address}{time}", user=user, time=time, errorCode="x",
                                sourceIPAddress=address, **fields)}
        for time in times
    ]  # fmt: skip


def verdict(one, given):
    return rehearsal.verdict(one, given, NOW)


def test_the_worst_verdict_is_that_of_the_events():
    one = rule(COUNT)
    assert verdict(one, refused(0, 1, 2)) == "fail"
    assert verdict(one, refused(0, 1)) == "pass"
    assert verdict(one, refused(0, 1, "never")) == "unknown"
    assert verdict(one, refused(0, 1, 2, "never")) == "fail"
    assert verdict(one, refused(0, 1, 2, userIdentity=None, address=None)) is None
    assert verdict(one, []) is None


def test_a_test_may_say_that_something_of_an_event_is_not_known():
    one = rule(COUNT)
    lacking = {"configuration": event("e9", time=3, errorCode=UNKNOWN)}
    assert verdict(one, [*refused(0, 1), lacking]) == "unknown"
    assert verdict(one, refused(0, userIdentity=UNKNOWN)) == "unknown"
    harmless = refused(0, requestParameters=UNKNOWN)
    assert verdict(one, harmless) == "pass"


def test_a_test_may_leave_out_all_that_a_rule_does_not_read():
    given = [{"configuration": {"eventTime": at(n), "errorCode": "x", "sourceIPAddress": "a"}}
             for n in range(3)]  # fmt: skip
    assert verdict(rule(COUNT), given) == "fail"


def test_the_mutants_of_a_count_take_an_expression_away_or_move_a_limit_by_one():
    made = dict(rehearsal.mutants(rule(COUNT)))
    assert {
        name: ([each.text for each in one.by], one.within, one.at_least)
        for name, one in made.items()
    } == {
        "count.by[0] removed": (["configuration.sourceIPAddress"], "params.within", "params.failures"),
        "count.by[1] removed": (["configuration.userIdentity.userName"], "params.within", "params.failures"),
        "count.at_least one more": (BOTH, "params.within", 4),
        "count.at_least one less": (BOTH, "params.within", 2),
        "count.within a second less": (BOTH, "299s", "params.failures"),
        "count.within a second more": (BOTH, "301s", "params.failures"),
    }  # fmt: skip


BOTH = ["configuration.userIdentity.userName", "configuration.sourceIPAddress"]


def test_the_mutants_of_a_silence_do_so_too():
    made = dict(rehearsal.mutants(rule(SILENCE)))
    assert {name: (len(one.by), one.longer_than) for name, one in made.items()} == {
        "silence.by[0] removed": (0, "90d"),
        "silence.longer_than a second less": (1, "7775999s"),
        "silence.longer_than a second more": (1, "7776001s"),
    }


def test_a_rule_on_single_events_has_no_such_mutants():
    one = rule("check: [{value: configuration.errorCode, exists: false}]")
    assert list(rehearsal.mutants(one)) == []


TESTS = [
    ("three at both ends", refused(0, 100, 300), "fail"),
    ("three, a second too far apart", refused(0, 100, 301), "pass"),
    ("two", refused(0, 1), "pass"),
    ("many names, one address",
     [each for n in range(3) for each in refused(n, user=f"user{n}")], "fail"),
    ("one name, many addresses",
     [each for n in range(3) for each in refused(n, address=f"192.0.2.{n}")], "fail"),
    ("none refused", [{"configuration": event()}], "skip"),
    ("nobody knows when", refused("never"), "unknown"),
]  # fmt: skip


def proving(text, tests):
    listed = [{"name": name, "given": given, "expect": expect} for name, given, expect in tests]
    return rule(f"{text}\ntests: {json.dumps(listed)}")


def test_a_rule_whose_tests_lie_on_both_sides_of_each_limit_proves_itself():
    assert list(selftest.faults(proving(COUNT, TESTS))) == []


@pytest.mark.parametrize(
    ("without", "survivors"),
    [
        ("three at both ends", ["count.within a second less"]),
        ("three, a second too far apart", ["count.within a second more"]),
        ("many names, one address", ["count.by[1] removed"]),
        ("one name, many addresses", ["count.by[0] removed"]),
        ("none refused", ["when[0] removed"]),
    ],
)
def test_a_limit_that_no_test_needs_survives(without, survivors):
    kept = [each for each in TESTS if each[0] not in (without, "nobody knows when")]
    one = proving(COUNT.replace("params.failures", "3"), kept)
    assert set(survivors) <= set(selftest.survivors(one))
    assert not set(survivors) & set(selftest.survivors(proving(COUNT, TESTS)))


def test_a_silence_of_one_second_has_mutants_that_can_be_tried():
    text = "silence: {by: [configuration.userIdentity.userName], longer_than: 1s}"
    bob = [{"configuration": event(f"b{n}", user="bob", time=n)} for n in range(4)]
    tests = [
        ("as long as allowed", [*bob, *refused(0, 1, 2, 3)], "pass"),
        ("two seconds", [*bob, *refused(0, 2, 3)], "fail"),
        ("new", [*bob, *refused(2, 3)], "unknown"),
        ("never", refused("never"), "unknown"),
    ]
    assert list(selftest.faults(proving(text, tests))) == []
