"""Which events belong to a use case: what rules on events ask, and what metric filters must match."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from filters import CHANGES, PUBLISHED
from hypothesis import given
from hypothesis import strategies as st

from scanner import builtin
from scanner.commands.use_case_table import with_table
from scanner.expression import compile
from scanner.expression.of_logs import USE_CASES as NAMES
from scanner.filterpattern import USE_CASES, belongs, filter_misses, matches
from scanner.filterpattern.partial import ABSENT, Text, completed
from scanner.unresolved import Unresolved

LATER = ("readOnly", "eventType", "eventCategory", "managementEvent")
words = st.text("abcdefghijklmnopqrstuvwxyz-.0123456789", min_size=1, max_size=12)
known = [(name, index) for name, case in USE_CASES.items() for index in range(len(case.must))]


@st.composite
def members(draw):
    """A use case, what is known of one of its events, and such an event with other members."""
    name, index = draw(st.sampled_from(known))
    definition = USE_CASES[name].must[index]
    event = completed(definition, draw(words))
    more = draw(st.dictionaries(words, words | st.integers() | st.none(), max_size=3))
    return name, definition, {**more, **event}


def departures(definition, path=()):
    """Each place where an event may differ from what is known of it, and a value that differs."""
    for key, wanted in definition.items():
        here = (*path, key)
        if isinstance(wanted, dict):
            yield here, "something else"
            yield from departures(wanted, here)
        elif wanted is ABSENT:
            yield here, "there after all"
        elif isinstance(wanted, Text):
            yield here, 7
            yield from ((here, each) for each in wanted.but)
        elif isinstance(wanted, bool):
            yield from ((here, each) for each in (not wanted, str(wanted), int(wanted)))
        else:
            yield here, f"x{wanted}x"


def deciding(name, definition):
    """The departures in places where no further event of the use case may have anything."""
    further = [dict(departures(each)) for each in USE_CASES[name].also]
    return [each for each in departures(definition) if all(each[0] in more for more in further)]


def changed(event, path, value):
    found = deepcopy(event)
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


def without(event, *names):
    return {name: value for name, value in event.items() if name not in names}


# One definition for filters and for rules


@given(members())
def test_an_event_made_from_a_definition_belongs_to_its_use_case(member):
    name, _, event = member
    assert belongs(event, name) is True


@given(members())
def test_an_event_that_belongs_is_matched_by_every_published_filter(member):
    name, _, event = member
    for use_case, pattern in PUBLISHED:
        if use_case == name:
            assert matches(pattern, json.loads(json.dumps(event))) is True


@given(members(), st.data())
def test_an_event_that_departs_in_one_place_does_not_belong(member, data):
    name, definition, event = member
    path, value = data.draw(st.sampled_from(deciding(name, definition)))
    assert belongs(changed(event, path, value), name) is False


@pytest.mark.parametrize(("use_case", "pattern"), PUBLISHED)
def test_what_a_filter_must_not_match_does_not_belong(use_case, pattern):
    for event in USE_CASES[use_case].must_not:
        assert matches(pattern, event) is False
        assert belongs(event, use_case) is False


@pytest.mark.parametrize("use_case", sorted(CHANGES))
def test_a_call_belongs_to_the_use_cases_that_name_it_and_to_no_other(use_case):
    for event in USE_CASES[use_case].must:
        real = completed(event, "x")
        told = {name for name in CHANGES if belongs(real, name) is True}
        assert told == {use_case}


def test_rules_ask_by_the_names_that_filters_have():
    assert set(NAMES) == USE_CASES.keys()
    ask = compile("in_use_case(configuration, 'root-use')")
    assert ask({"configuration": {"userIdentity": {"type": "Root"}}}) is True
    assert ask({"configuration": {"userIdentity": {"type": "IAMUser"}}}) is False
    with pytest.raises(ValueError, match="no use case is called 'x'"):
        belongs({}, "x")


# Events as they are


@given(members(), st.sets(st.sampled_from(LATER)))
def test_an_event_of_an_old_version_belongs_without_the_fields_that_came_later(member, absent):
    name, _, event = member
    assert belongs(without(event, *absent), name) is True


@pytest.mark.parametrize("use_case", sorted(CHANGES))
def test_a_call_that_was_refused_changed_nothing(use_case):
    event = completed(USE_CASES[use_case].must[0], "x")
    assert belongs({**event, "errorCode": "AccessDenied"}, use_case) is False
    assert belongs({**event, "errorCode": "AccessDenied"}, "authorization-failures") is True


@pytest.mark.parametrize(
    "code", ["AccessDenied", "AccessDeniedException", "AccessDeniedFault", "UnauthorizedOperation"]
)
def test_a_refusal_of_log_delivery_or_of_headbucket_is_none(code):
    refused = {"eventName": "PutObject", "errorCode": code, "sourceIPAddress": "203.0.113.7"}
    assert belongs(refused, "authorization-failures") is True
    for field, value in (
        ("eventName", "HeadBucket"),
        ("sourceIPAddress", "delivery.logs.amazonaws.com"),
    ):
        assert belongs({**refused, field: value}, "authorization-failures") is False


@given(members(), st.data())
def test_what_is_not_known_of_an_event_and_decides_is_unknown(member, data):
    name, definition, event = member
    path, _ = data.draw(st.sampled_from(deciding(name, definition)))
    found = belongs(changed(event, path, Unresolved("never read")), name)
    assert found == Unresolved("never read")


@given(members())
def test_an_event_that_departs_elsewhere_does_not_belong_whatever_else_is_unknown(member):
    name, definition, event = member
    if isinstance(definition["eventName"], Text):
        return
    hidden = {key: Unresolved("never read") for key in event if key != "eventName"}
    assert belongs({**hidden, "eventName": "NoSuchCall"}, name) is False
    assert isinstance(belongs({**hidden, "eventName": event["eventName"]}, name), Unresolved)


def failed_sign_in(message):
    return {
        "eventSource": "signin.amazonaws.com",
        "eventName": "ConsoleLogin",
        "eventType": "AwsConsoleSignIn",
        "responseElements": {"ConsoleLogin": "Failure"},
        "errorMessage": message,
    }


def test_a_sign_in_fails_whatever_was_wrong_and_a_filter_need_not_match_all_of_them():
    name = "console-sign-in-failures"
    for message in ("Failed authentication", "No username found in supplied account", None):
        assert belongs(failed_sign_in(message), name) is True
    asked = '{ $.eventName = ConsoleLogin && $.errorMessage = "Failed authentication" }'
    assert filter_misses(asked, name) == []


def test_a_policy_is_changed_by_another_version_and_a_filter_need_not_name_that_call():
    call = {"eventSource": "iam.amazonaws.com", "eventName": "SetDefaultPolicyVersion"}
    assert belongs(call, "iam-policy-changes") is True
    assert belongs({**call, "errorCode": "AccessDenied"}, "iam-policy-changes") is False


@pytest.mark.parametrize("hostile", [None, 7, "x", [], {}, {"eventName": []}, {"eventName": None}])
@pytest.mark.parametrize("use_case", sorted(CHANGES))
def test_what_is_no_event_of_aws_is_in_no_use_case_of_calls(hostile, use_case):
    assert belongs(hostile, use_case) is False


# The table in the documentation

PAGE = Path(__file__).parents[1] / "docs/events.md"


def test_the_table_in_the_documentation_is_the_definition():
    text = PAGE.read_text(encoding="utf-8")
    ids = {each.id for each in builtin.rules()}
    assert text == with_table(text, ids), "run make rules"
    for name, case in USE_CASES.items():
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{name}` |")]
        assert f"rules/events.md#event-{name})" in row
        assert f"rules/monitoring.md#alarm-{name})" in row
        for event in (*case.must, *case.also):
            assert isinstance(event["eventName"], Text) or f"`{event['eventName']}`" in row
