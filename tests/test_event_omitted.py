"""What CloudTrail leaves out of a record for its size is unknown, to each rule and to each test."""

import pytest
from events import event, log, outcomes, rule, slowly, watched
from items import rule as any_rule

from scanner import builtin, selftest
from scanner.attribution.event import event as attributed
from scanner.event import EVENT

LARGE = {"omitted": True, "originalSize": 150_000, "reason": "requestParameters too large"}
FIELDS = ("requestParameters", "responseElements", "additionalEventData", "serviceEventDetails")


def on(field, clause):
    return rule(f"check: [{{value: configuration.{field}, {clause}}}]")


@pytest.mark.parametrize("field", FIELDS)
def test_what_was_left_out_is_unknown_and_known_to_have_been_there(field):
    one = log(event(**{field: LARGE}))
    assert outcomes(on(f"{field}.name", "equals: good"), one) == {"e1": "unknown"}
    assert outcomes(on(f"{field}.name", "exists: false"), one) == {"e1": "unknown"}
    assert outcomes(on(field, "exists: true"), one) == {"e1": "pass"}


def test_the_sentence_says_why():
    found, _ = watched(
        on("requestParameters.name", "equals: x"), log(event(requestParameters=LARGE))
    )
    assert "CloudTrail left requestParameters out of the record, as it was too large" in (
        found[0].message
    )


@pytest.mark.parametrize(
    "given", [{"omitted": False, "name": "good"}, {"omitted": "true", "name": "good"}]
)
def test_a_parameter_of_that_name_is_a_parameter(given):
    one = on("requestParameters.name", "equals: good")
    assert outcomes(one, log(event(requestParameters=given))) == {"e1": "pass"}


def test_what_is_left_out_deeper_down_is_as_the_record_has_it():
    one = on("requestParameters.settings.omitted", "equals: true")
    assert outcomes(one, log(event(requestParameters={"settings": LARGE}))) == {"e1": "pass"}


def test_a_scope_that_may_hold_is_unknown():
    scoped = rule(
        "when: [{value: configuration.requestParameters.a, equals: 1}]\n"
        "check: [{value: configuration.errorCode, exists: true}]"
    )
    assert outcomes(scoped, log(event(requestParameters=LARGE))) == {"e1": "unknown"}


TRIED = """
id: tried
resource: AWS::CloudTrail::Event
check: [{value: configuration.requestParameters.a, equals: 1}]
tests: [{name: too large, given: {configuration: {requestParameters: {omitted: true}}}, expect: unknown}]
"""


def test_a_rule_s_own_tests_see_it_as_a_scan_does():
    (tried,) = selftest.outcomes(any_rule(TRIED))
    assert tried.good


def test_who_looks_for_authors_does_not_take_it_for_the_request():
    assert not attributed(event(requestParameters=LARGE)).told
    assert attributed(event(requestParameters={"a": 1})).told


@pytest.mark.parametrize(
    "one", [each for each in builtin.rules() if each.resource == EVENT], ids=lambda one: one.id
)
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("cloudtrail", "UpdateTrail"),
        ("cloudtrail", "UpdateEventDataStore"),
        ("cloudtrail", "PutEventSelectors"),
        ("guardduty", "UpdateDetector"),
        ("ec2", "AuthorizeSecurityGroupIngress"),
        ("ec2", "ModifySecurityGroupRules"),
    ],
)
def test_no_built_in_rule_passes_a_call_for_what_was_left_out(one, source, name):
    call = event(name=name, eventSource=f"{source}.amazonaws.com", requestParameters=LARGE)
    said = slowly(one, call) if one.together is None else None
    whole = {**call, "requestParameters": {"$unresolved": "never read"}}
    assert said == (slowly(one, whole, whole=False) if one.together is None else None)
    assert one.together is not None or outcomes(one, log(call)) == ({"e1": said} if said else {})
    assert said != "pass"
