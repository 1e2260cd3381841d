"""What is said of an event at a glance is what its whole document says, and nothing is mixed up."""

import json
import tracemalloc
from pathlib import Path

import pytest
from events import NOW, count, event, log, outcomes, rule, slowly, summary, watched
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from scanner import load
from scanner.event import EVENT
from scanner.model import Verdict
from scanner.watch import glance
from scanner.watch.record import Records
from scanner.watch.watching import Watch

BUILT_IN = load.rules([str(Path(rules.__file__).parent / "events")])
TOGETHER = [each for each in BUILT_IN if each.together is not None]
ALONE = [each for each in BUILT_IN if each.together is None and each.resource == EVENT]
TRIED = [
    {
        key: value
        for key, value in each["configuration"].items()
        if b"$unresolved" not in json.dumps(value).encode()
    }
    for one in BUILT_IN
    if one.resource == EVENT
    for test in one.tests
    for each in (test.given if isinstance(test.given, list) else [test.given])
    if "configuration" in each
]
"""The records that the built-in rules are tested with."""


words = st.sampled_from(
    ["a", "", "AccessDenied", "TerminateInstances", "ec2.amazonaws.com", "Root"]
)
texts = st.none() | words
odd = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)
times = st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-01T00:04:59Z", "2026-05-01T00:00:00Z"])


def some(**fields):
    """Objects with any of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


identities = st.none() | some(
    type=texts | st.just("IAMUser"),
    invokedBy=texts,
    accountId=texts,
    accessKeyId=texts,
    userName=texts,
    arn=texts,
    newThing=odd,
    sessionContext=st.none() | some(attributes=st.none() | some(mfaAuthenticated=texts)),
)
records = st.fixed_dictionaries(
    {"eventTime": times},
    optional={
        "eventName": texts,
        "eventSource": texts,
        "errorCode": texts,
        "eventType": texts,
        "eventCategory": texts,
        "sourceIPAddress": texts,
        "awsRegion": texts,
        "recipientAccountId": texts,
        "readOnly": st.none() | st.booleans(),
        "managementEvent": st.none() | st.booleans(),
        "userIdentity": identities,
        "requestParameters": odd,
        "responseElements": odd,
        "resources": st.none() | st.lists(some(ARN=texts), max_size=2),
        "newField": odd,
        "unheardOf": odd,
    },
)

EXPRESSIONS = [
    "configuration.eventName",
    "configuration.eventSource",
    "configuration.errorCode",
    "configuration.sourceIPAddress",
    "configuration.readOnly",
    "configuration.managementEvent",
    "configuration.eventID",
    "configuration.eventTime",
    "configuration.recipientAccountId",
    "configuration.userIdentity.type",
    "configuration.userIdentity.invokedBy",
    "configuration.userIdentity.accessKeyId",
    "configuration.userIdentity.userName",
    "configuration.userIdentity.newThing",
    "configuration.userIdentity.sessionContext.attributes.mfaAuthenticated",
    "configuration.userIdentity",
    "configuration.userIdentity.*",
    "keys(configuration.userIdentity || `{}`)",
    "length(configuration.userIdentity || `{}`)",
    "to_string(configuration.userIdentity)",
    "configuration.requestParameters",
    "configuration.requestParameters.a",
    "configuration.requestParameters.a[0]",
    "configuration.requestParameters.*",
    "configuration.resources[].ARN",
    "configuration.resources[?ARN == 'a']",
    "configuration.newField",
    "configuration.newField.a",
    "configuration",
    "configuration.*",
    "keys(configuration)",
    "values(configuration)",
    "length(configuration)",
    "length(keys(configuration))",
    "contains(keys(configuration), 'errorCode')",
    "contains(keys(configuration), 'unheardOf')",
    "to_string(configuration)",
    "type(configuration.errorCode)",
    "type(configuration.requestParameters)",
    "type(configuration.userIdentity)",
    "length(@)",
    "keys(@)",
    "resourceId",
    "resourceName",
    "accountId",
    "awsRegion",
    "tags",
    "tags.a",
    "arn",
    "now",
    "params.allowed",
    "supplementaryConfiguration",
    "configuration.eventName == params.wanted",
    "contains(params.allowed, configuration.errorCode)",
    "configuration.errorCode || configuration.requestParameters.a",
    "configuration.errorCode && configuration.requestParameters",
    "!configuration.errorCode",
    "!configuration.userIdentity",
    "not_null(configuration.errorCode, configuration.eventName)",
    "not_null(configuration.requestParameters, 'a')",
    "[configuration.eventName, configuration.requestParameters]",
    "{a: configuration.errorCode, b: configuration.userIdentity.userName}",
    "to_array(configuration.errorCode)",
    "configuration.userIdentity == configuration.requestParameters",
    "configuration.userIdentity == `{}`",
    "configuration.eventTime < now",
    "starts_with(configuration.eventName, 'T')",
    "length(configuration.eventName || '')",
    "merge(configuration.userIdentity || `{}`, `{\"a\": 1}`)",
    "map(&ARN, configuration.resources || `[]`)",
    "sort(keys(configuration))",
    "in_use_case(configuration, 'ec2-instance-changes')",
    "in_use_case(configuration, 'authorization-failures')",
    "in_use_case(configuration, 'root-use')",
    "in_use_case(configuration, 'console-sign-in-failures')",
    "unapproved(configuration, params.allowed)",
    "opens_to_world(configuration)",
]  # fmt: skip

NAMED = [{"value": "configuration.eventName", "exists": True}]
wanted = st.sampled_from(["a", "", None, True, False, 1, [], {}, ["a"], "AccessDenied", "object"])
operators = st.one_of(
    wanted.map(lambda each: {"equals": each}),
    st.lists(wanted, min_size=1, max_size=3).map(lambda each: {"in": each}),
    st.booleans().map(lambda each: {"exists": each}),
    st.booleans().map(lambda each: {"empty": each}),
    st.sampled_from(["^a?$", "Denied", "e"]).map(lambda each: {"matches": each}),
    st.integers(0, 20).map(lambda each: {"at_least": each}),
    st.integers(0, 20).map(lambda each: {"at_most": each}),
)
compares = st.builds(
    lambda value, op: {"value": value, **op}, st.sampled_from(EXPRESSIONS), operators
)
clauses = st.recursive(
    compares,
    lambda inner: (
        st.builds(lambda each: {"not": each}, inner)
        | st.lists(inner, min_size=1, max_size=3).map(lambda each: {"any": each})
    ),
    max_leaves=3,
)


def made(when, check, id="event-rule"):
    return rule(
        f"when: {json.dumps(when)}\n"
        f"check: {json.dumps(check)}\n"
        "params: {allowed: [a, AccessDenied], wanted: TerminateInstances}\n"
        "extraFields: [configuration.newField, configuration.userIdentity.newThing]\n",
        id=id,
    )


def numbered(found):
    """The records, each with an id of its own."""
    return [{**each, "eventID": f"e{number}"} for number, each in enumerate(found)]


@given(
    st.lists(
        st.tuples(st.lists(clauses, max_size=2), st.lists(clauses, min_size=1, max_size=2)),
        min_size=1,
        max_size=4,
    ),
    st.lists(records, min_size=1, max_size=6),
)
@settings(max_examples=300)
def test_any_rule_says_of_any_event_what_it_says_of_the_whole_document(parts, found):
    rules = [made(*each, id=f"rule-{number}") for number, each in enumerate(parts)]
    agrees(rules, numbered(found))


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(operators, st.booleans(), st.lists(records, min_size=1, max_size=4))
@settings(max_examples=40)
def test_any_operator_on_this_expression_says_the_same(expression, operator, denied, found):
    clause = {"value": expression, **operator}
    clause = {"not": clause} if denied else clause
    agrees([made([clause], [clause]), made([], [clause], id="other")], numbered(found))


def agrees(rules, found):
    """Nothing: what is watched is what the slow oracle says, rule by rule, event by event."""
    said, problems = watched(rules, log(*found))
    assert problems == []
    by_event = {(each.rule.id, each.resource.id): each.verdict for each in said}
    assert len(by_event) == len(said)
    slow = {
        (one.id, each["eventID"]): verdict
        for one in rules
        for each in found
        if (verdict := slowly(one, each)) is not None
    }
    assert by_event == slow


mixed = st.builds(
    lambda base, other, more, dropped: {
        name: value for name, value in {**base, **other, **more}.items() if name not in dropped
    },
    st.sampled_from(TRIED),
    st.just({}) | st.sampled_from(TRIED),
    st.just({}) | records,
    st.sets(
        st.sampled_from(["errorCode", "userIdentity", "readOnly", "eventType", "eventCategory"])
    ),
)
"""Records that the built-in rules are about, or nearly so."""


@given(st.lists(mixed, min_size=1, max_size=6))
@settings(max_examples=150)
def test_the_built_in_rules_say_of_any_event_what_they_say_of_the_whole_document(found):
    agrees(ALONE, [{**each, "eventTime": "2026-01-01T00:00:00Z"} for each in numbered(found)])


@pytest.mark.parametrize("one", ALONE, ids=lambda one: one.id)
def test_a_built_in_rule_says_the_same_of_all_that_any_of_them_is_tested_with(one):
    agrees([one], numbered(TRIED))


@given(st.lists(records, min_size=1, max_size=8), st.lists(clauses, min_size=1, max_size=2))
@settings(max_examples=100)
def test_what_is_only_counted_is_counted_as_often_as_the_oracle_says(found, check):
    one, counted = made([], check), []

    def spare(_rule, verdict):
        counted.append(verdict)
        return True

    said, _ = watched(one, log(*numbered(found)), spare=spare)
    assert said == []
    assert sorted(counted) == sorted(slowly(one, each) for each in numbered(found))


def test_an_event_without_an_identity_says_nothing_of_one_that_has_a_strange_one():
    one = made([{"value": "configuration.userIdentity.principalId", "exists": True}], NAMED)
    nobody = event("e0", userIdentity=None)
    strange = event("e1", userIdentity={"principalId": "AIDA"})
    assert outcomes(one, log(nobody, strange)) == {"e1": "pass"}


def test_a_field_that_only_the_rule_knows_is_looked_for_in_the_identity_too():
    one = made([{"value": "configuration.userIdentity.newThing", "exists": True}], NAMED)
    with_it = {"type": "IAMUser", "newThing": "x"}
    assert outcomes(one, log(event("e0"), event(userIdentity=with_it))) == {"e1": "pass"}


@pytest.mark.parametrize(
    ("expression", "clause", "verdict"),
    [
        ("keys(configuration.userIdentity)", {"equals": ["strange"]}, "pass"),
        ("configuration.userIdentity", {"empty": False}, "pass"),
        ("configuration.userIdentity", {"equals": {"strange": 1}}, "pass"),
        ("contains(keys(configuration), 'errorCode')", {"equals": True}, "fail"),
        ("contains(keys(configuration), 'unheardOf')", {"equals": True}, "pass"),
    ],
)
def test_what_is_read_whole_is_read_of_the_event_and_not_of_its_head(expression, clause, verdict):
    one = made([], [{"value": expression, **clause}])
    strange = event(userIdentity={"strange": 1}, unheardOf=1)
    assert outcomes(one, log(strange)) == {"e1": verdict}


def test_an_event_with_the_head_of_another_is_judged_by_what_is_its_own():
    one = made([], [{"value": "configuration.requestParameters.a", "equals": "good"}])
    found = [
        event(f"e{n}", requestParameters={"a": each}) for n, each in enumerate(["good", "bad"])
    ]
    assert outcomes(one, log(*found)) == {"e0": "pass", "e1": "fail"}


def test_a_head_that_is_remembered_brings_no_key_of_another_event():
    by = ["configuration.sourceIPAddress", "configuration.requestParameters.a"]
    found = [event(f"e{n}", requestParameters={"a": f"a{n}"}) for n in range(2)]
    assert outcomes(count(by), log(*found)) == {
        "203.0.113.7": "pass",
        "requestParameters.a a0": "pass",
        "requestParameters.a a1": "pass",
    }


def test_what_the_envelope_tells_can_be_counted():
    one = count("resourceId", at_least=2)
    assert outcomes(one, log(event("e0"), event("e1"))) == {"e0": "pass", "e1": "pass"}
    assert outcomes(count("accountId", at_least=2), log(event("e0"), event("e1", time=1))) == {
        "111122223333 2026-01-01T00:00:00Z": "fail"
    }


def test_a_check_that_the_head_can_answer_decodes_no_event(monkeypatch):
    one = made([], [{"value": "configuration.sourceIPAddress", "equals": "203.0.113.7"}])
    monkeypatch.setattr(Records, "entry", None)  # nobody calls it
    counted = []
    watched(one, log(event("e0"), event("e1")), spare=lambda *each: counted.append(each) or True)
    assert [verdict for _, verdict in counted] == [Verdict.PASS] * 2


def test_more_kinds_of_heads_than_are_remembered_are_judged_all_the_same(monkeypatch):
    monkeypatch.setattr(glance, "MOST_REMEMBERED", 2)
    one = made([], [{"value": "configuration.errorCode", "exists": False}])
    found = [event(f"e{n}", name=f"n{n}", errorCode="x" if n % 3 else None) for n in range(20)]
    assert outcomes(one, log(*found)) == {f"e{n}": "fail" if n % 3 else "pass" for n in range(20)}


def test_more_heads_of_a_kind_than_are_remembered_are_judged_all_the_same(monkeypatch):
    monkeypatch.setattr(glance, "MOST_REMEMBERED", 2)
    one = made([], [{"value": "configuration.awsRegion", "equals": "r3"}])
    found = [event(f"e{n}", awsRegion=f"r{n % 7}") for n in range(40)]
    wanted = {f"e{n}": "pass" if n % 7 == 3 else "fail" for n in range(40)}
    assert outcomes(one, log(*found)) == wanted


def test_no_stranger_fills_the_memory_with_what_is_remembered():
    one = made([], [{"value": "configuration.awsRegion", "equals": "r3"}])
    found = [event(f"e{n}", name=f"{n}" * 99_999, awsRegion=f"{n}" * 99_999) for n in range(200)]
    watched(one, log(event("first")))
    watch = Watch([one], NOW)
    tracemalloc.start()
    for each in found:
        list(watch.findings(log(each), lambda *_: True))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    watch.close()
    assert held < 2_000_000


def said_closely(one, found):
    """What is said where no head is trusted, and each event is read whole."""
    return summary(watched(one, log(*found, whole=False))[0])


@given(
    st.lists(st.sampled_from(EXPRESSIONS), min_size=1, max_size=2, unique=True),
    st.lists(clauses, max_size=1),
    st.lists(records, min_size=1, max_size=6),
)
@settings(max_examples=200)
def test_what_is_counted_by_heads_is_what_is_counted_by_whole_events(by, when, found):
    one = rule(
        f"when: {json.dumps(when)}\n"
        f"count: {{by: {json.dumps(by)}, within: 5m, at_least: 2}}\n"
        "params: {allowed: [a, AccessDenied], wanted: TerminateInstances}\n"
        "extraFields: [configuration.newField, configuration.userIdentity.newThing]\n"
    )
    events = numbered(found)
    assert summary(watched(one, log(*events))[0]) == said_closely(one, events)


@pytest.mark.parametrize("one", TOGETHER, ids=lambda one: one.id)
@given(st.lists(mixed, min_size=1, max_size=6))
@settings(max_examples=60)
def test_a_built_in_rule_counts_by_heads_as_by_whole_events(one, found):
    events = [{"eventTime": "2026-01-01T00:00:00Z", **each} for each in numbered(found)]
    assert summary(watched(one, log(*events))[0]) == said_closely(one, events)
