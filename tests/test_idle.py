"""Why a rule judged nothing: it waits for a parameter, or events have nothing it counts by."""

import pytest
from events import count, event, log, rule, scan
from items import rule as any_rule

from scanner import builtin
from scanner.idle import waits_for

CHECK = "check: [{value: configuration.errorCode, exists: false}]"
OWN = "when: [{value: params.regions, empty: false}]\nparams: {regions: []}\n" + CHECK
ANONYMOUS = {"type": "AWSAccount", "principalId": "", "accountId": "anonymous"}


def why(one, *records):
    with scan([one], log(*records)) as result:
        (idle,) = result.not_exercised
        return idle.why


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("event-outside-known-networks", ["networks"]),
        ("event-unused-region", ["regions"]),
        ("event-log-bucket-changed", ["buckets"]),
        ("event-log-bucket-refusals", ["buckets"]),
        ("event-log-files-deleted", ["buckets"]),
        ("event-root-use", []),
        ("event-instance-terminated", []),
    ],
)
def test_a_rule_that_has_to_be_told_waits(id, names):
    (one,) = [each for each in builtin.rules() if each.id == id]
    assert list(waits_for(one)) == names


def test_the_reason_names_what_is_waited_for():
    assert why(rule(OWN), event("e0"), event("e1")) == "it waits for the parameter regions"
    two = OWN.replace("]\nparams: {", ", {value: params.b, empty: false}]\nparams: {b: '', ")
    assert why(rule(two), event()) == "it waits for the parameters b and regions"


def test_a_rule_that_was_told_does_not_wait():
    told = rule(OWN.replace("regions: []", "regions: [a]"))
    assert waits_for(told) == []
    with scan([told], log(event())) as result:
        assert list(result.not_exercised) == []


def test_what_an_event_decides_is_no_waiting():
    either = (
        "when: [{any: [{value: params.a, empty: false}, {value: configuration.x, equals: 1}]}]\n"
    )
    extra = "params: {a: []}\nextraFields: [configuration.x]\n"
    assert waits_for(rule(either + extra + CHECK)) == []
    assert why(rule(either + extra + CHECK), event()) == (
        "none of the 1 events is in the rule's scope"
    )


def test_a_rule_on_a_state_waits_as_well():
    bucket = "id: x\nresource: AWS::S3::Bucket\n"
    clause = (
        "when: [{value: 'params.names && contains(params.names, resourceName)', equals: true}]\n"
    )
    check = "params: {names: []}\ncheck: [{value: configuration.name, exists: true}]"
    assert list(waits_for(any_rule(bucket + clause + check))) == ["names"]


def test_events_in_scope_that_have_nothing_to_count_by_are_not_out_of_it():
    found = [event(f"e{n}", userIdentity=ANONYMOUS) for n in range(3)]
    assert why(count(), *found) == (
        "3 of the 3 events are in the rule's scope, but none has configuration.userIdentity.userName"
    )


def test_one_key_is_enough_to_be_exercised():
    found = [event(f"e{n}", userIdentity=ANONYMOUS) for n in range(3)]
    with scan([count()], log(*found, event("e3"))) as result:
        assert list(result.not_exercised) == []
