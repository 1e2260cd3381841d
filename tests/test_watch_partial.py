"""Events of which something is not known, or that cannot be read, are never passed over."""

import sys
import threading

import msgspec
import pytest
from events import (
    UNKNOWN,
    at,
    count,
    document,
    event,
    log,
    outcomes,
    rule,
    silence,
    slowly,
    watched,
)
from hypothesis import given
from hypothesis import strategies as st

REFUSED = rule("check: [{value: configuration.errorCode, exists: false}]")
BAD = b"1e400"  # a number that nothing holds: only who decodes it notices


def partial(*found, **more):
    return log(*found, whole=False, **more)


def test_what_a_rule_needs_and_the_source_lacks_is_unknown():
    assert outcomes(REFUSED, partial(event(errorCode=UNKNOWN))) == {"e1": "unknown"}


def test_what_is_there_is_judged():
    found = [event("e1", errorCode="x", requestParameters=UNKNOWN), event("e2", errorCode=None)]
    assert outcomes(REFUSED, partial(*found)) == {"e1": "fail", "e2": "pass"}


def test_an_event_that_may_be_in_scope_is_unknown():
    scoped = rule(
        "when: [{value: configuration.requestParameters.a, equals: 1}]\n"
        "check: [{value: configuration.errorCode, exists: false}]"
    )
    assert outcomes(scoped, partial(event(requestParameters=UNKNOWN))) == {"e1": "unknown"}
    assert outcomes(scoped, partial(event(requestParameters=None, errorCode=UNKNOWN))) == {}


some = st.sampled_from([UNKNOWN, "a", None])
identities = st.sampled_from([UNKNOWN, None, {"userName": "alice"}, {"userName": UNKNOWN}])
lacking = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("errorCode", "eventName", "requestParameters", "eventID"), some),
        "userIdentity": identities,
    },
)


@given(st.lists(lacking, min_size=1, max_size=5), st.sampled_from(["errorCode", "eventName"]))
def test_a_partial_event_is_judged_as_its_whole_document_is(found, field):
    one = rule(
        f"when: [{{not: {{value: configuration.{field}, equals: b}}}}]\n"
        "check: [{value: configuration.errorCode, exists: false}, "
        "{value: configuration.userIdentity.userName, equals: alice}]"
    )
    records = [event(time=n, **each) for n, each in enumerate(found)]
    said, _ = watched(one, partial(*records))
    assert [each.verdict for each in said] == [slowly(one, each, whole=False) for each in records]
    assert all(document(each, whole=False) for each in records)


def test_an_event_that_says_it_is_not_known_is_taken_at_its_word_only_where_the_source_says_so():
    named = event(errorCode=None, requestParameters=UNKNOWN)
    one = rule("check: [{value: configuration.requestParameters, exists: false}]")
    assert outcomes(one, log(named)) == {"e1": "fail"}
    assert outcomes(one, partial(named)) == {"e1": "unknown"}


def test_a_key_that_is_not_known_is_unknown_and_takes_no_other_key_with_it():
    by = ["configuration.userIdentity.userName", "configuration.sourceIPAddress"]
    nameless = [event(f"e{n}", time=n, userIdentity=UNKNOWN) for n in range(3)]
    assert outcomes(count(by), partial(*nameless)) == {
        "e0": "unknown",
        "e1": "unknown",
        "e2": "unknown",
        f"sourceIPAddress 203.0.113.7 {at(0)}": "fail",
    }


def test_nobody_passes_where_an_event_may_be_anybodys():
    stray = event("stray", userIdentity=UNKNOWN)
    assert outcomes(count(), partial(event("e0"), stray)) == {
        "stray": "unknown",
        "alice": "unknown",
    }
    three = [event(f"e{n}") for n in range(3)]
    assert outcomes(count(), partial(*three, stray)) == {
        "stray": "unknown",
        f"alice {at(0)}": "fail",
    }


def test_no_silence_is_certain_where_an_event_may_lie_in_it():
    found = [event("e0"), event("e1", time=100 * 86_400)]
    assert outcomes(silence(), partial(*found)) == {f"alice {at(100 * 86_400)}": "fail"}
    stray = event("stray", time=50 * 86_400, userIdentity=UNKNOWN)
    assert outcomes(silence(), partial(*found, stray)) == {"stray": "unknown", "alice": "unknown"}


def test_an_event_that_may_be_in_the_scope_of_what_is_counted_may_be_anybodys():
    scoped = rule(
        "when: [{value: configuration.errorMessage, matches: Failed}]\n"
        "count: {by: [configuration.userIdentity.userName], within: 5m, at_least: 2}"
    )
    found = [event("e0", errorMessage="Failed"), event("e1", errorMessage=UNKNOWN)]
    assert outcomes(scoped, partial(*found)) == {"e1": "unknown", "alice": "unknown"}


def test_an_event_without_a_key_for_certain_is_nobodys_even_at_an_unknown_time():
    assert outcomes(count(), log(event(time="never", userIdentity={"type": "Root"}))) == {}


def broken(*texts, uri="log.json.gz", first=1):
    """A log of records' texts whose heads can be read."""
    whole = log(*[event(f"e{n}", time=n) for n in range(len(texts))], uri=uri, first=first)
    return msgspec.structs.replace(whole, text=b"[%b]" % b",".join(texts))


def text(id, more=b"1"):
    record = msgspec.json.encode(event(id))
    return record[:-1] + b',"addendum":' + more + b"}"


def test_a_record_that_only_a_closer_look_finds_broken_is_one_problem_and_hides_no_other():
    one = rule("check: [{value: configuration.requestParameters, exists: false}]")
    two = rule("check: [{value: configuration.addendum, exists: true}]", id="other")
    found, problems = watched([one, two], broken(text("e0"), text("e1", BAD), text("e2"), first=7))
    assert sorted((each.rule.id, each.resource.id) for each in found) == [
        ("event-rule", "e0"),
        ("event-rule", "e2"),
        ("other", "e0"),
        ("other", "e2"),
    ]
    assert [(each.where, each.blocks) for each in problems] == [("log.json.gz: record 8", True)]
    assert "out of range" in problems[0].what


def test_a_broken_record_is_a_problem_for_what_counts_too():
    by = "configuration.requestParameters.name"
    found, problems = watched(count(by), broken(text("e0", BAD), text("e1")))
    assert found == []
    assert len(problems) == 1


def test_a_broken_record_without_an_id_is_one_problem():
    one = broken(text("", BAD))
    one.heads[0].event_id = None
    named = rule("check: [{value: configuration.requestParameters, exists: false}]")
    found, problems = watched(named, one, one)
    assert (found, len(problems)) == ([], 1)


def test_many_broken_records_are_as_many_problems():
    one = rule("check: [{value: configuration.requestParameters, exists: false}]")
    _, problems = watched([one, rule("check: [{value: configuration.addendum, exists: true}]", id="b")],
                          broken(*[text(f"e{n}", BAD) for n in range(5)]))  # fmt: skip
    assert len({each.where for each in problems}) == len(problems) == 5


def test_what_nests_deeply_and_can_be_read_is_judged():
    deep = b'{"a":' * 300 + b"1" + b"}" * 300
    one = rule("check: [{value: configuration.addendum, empty: true}]")
    found, problems = watched(one, broken(text("e0", deep)))
    assert [each.verdict for each in found] == ["fail"]
    assert problems == []


@pytest.mark.parametrize(
    "strange",
    [
        {"userIdentity": {"type": "IAMUser", "sessionContext": [1], "onBehalfOf": "x"}},
        {"userIdentity": {}},
        {"userIdentity": None},
        {"requestParameters": "text", "responseElements": [[]], "resources": "x"},
        {"additionalEventData": 5, "sourceIPAddress": None, "eventName": None, "awsRegion": None},
        {"tlsDetails": [], "eventContext": False, "unheardOf": {"$unresolved": 1}},
    ],
)
def test_any_types_within_a_record_are_judged(strange):
    rules = [
        REFUSED,
        rule("when: [{value: \"in_use_case(configuration, 'ec2-instance-changes')\", equals: true}]\n"
             "check: [{value: \"unapproved(configuration, `[]`)\", empty: true}]", id="approved"),
        rule('check: [{value: "opens_to_world(configuration)", empty: true}]', id="opened"),
        count(["configuration.userIdentity.userName", "configuration.sourceIPAddress"], id="counted"),
    ]  # fmt: skip
    found, problems = watched(rules, log(event(**strange)))
    assert problems == []
    assert {each.rule.id for each in found} >= {"event-rule", "opened"}


def test_nesting_that_was_read_with_more_stack_to_spare_hides_no_other_record():
    depth = sys.getrecursionlimit() - 40
    deep = b'{"a":' * depth + b"1" + b"}" * depth
    made = []
    thread = threading.Thread(target=lambda: made.append(broken(text("e0"), text("e1", deep))))
    thread.start()
    thread.join()
    one = rule("check: [{value: configuration.addendum, exists: true}]")
    found, problems = watched(one, *made)
    assert [each.resource.id for each in found] == ["e0"]
    assert [each.where for each in problems] == ["log.json.gz: record 2"]
