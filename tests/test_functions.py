import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jmespath.functions import Functions
from unread import opened, partly_read

from scanner import eventdoc, filterpattern, monitoring, network, policydoc, trails
from scanner.expression import compile
from scanner.expression.functions import FUNCTIONS, STANDARD
from scanner.expression.of_logs import USE_CASES
from scanner.expression.signature import kind, mistake
from scanner.unresolved import Unresolved

WORLD = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "ipv4Ranges": [{"cidrIp": "0.0.0.0/0"}]}
OPEN = {"resourceId": "sg-1", "configuration": {"groupId": "sg-1", "ipPermissions": [WORLD]}}


def ask(text, **document):
    return compile(text)(document)


def test_a_question_about_the_network_gives_openings_as_json():
    (opening,) = compile("open_to_world([@])")(OPEN)
    assert opening == network.open_to_world([OPEN])[0].document()
    assert opening["resource"] == "sg-1"
    assert compile("open_to_world([@], `[443]`)")(OPEN) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("open_to_world(absent)", "open_to_world: groups is null, not an array of objects"),
        ("open_to_world(name)", "open_to_world: groups is a string, not an array of objects"),
        (
            "open_to_world([name])",
            "open_to_world: groups is an array of something else, not an array of objects",
        ),
        ("open_to_world(none, ports)", "ports is an array of something else, not an array of numb"),
        ("nacl_admits(none, 'tcp', absent, none)", "nacl_admits: port is null, not a number"),
        ("nacl_admits(none, 'tcp', flag, none)", "nacl_admits: port is a boolean, not a number"),
        ("nacl_admits(absent, 'tcp', absent, none)", "acls is null.*; nacl_admits: port is null"),
        ("cidrs_outside(ranges, [name])", "cidrs_outside: "),
        ("sg_admits(none, name, none)", "direction is 'x', not 'ingress' or 'egress'"),
        ("cidrs_outside(unread, ranges)", "access denied"),
    ],
)
def test_an_argument_of_the_wrong_kind_is_never_an_empty_list(text, why):
    unread = Unresolved("access denied")
    (answer,) = ask(
        text, name="x", none=[], ports=["22"], flag=True, ranges=["10.0.0.0/8"], unread=unread
    )
    assert type(answer) is Unresolved
    assert re.search(why, answer.why)


def test_an_unresolved_element_reaches_the_network_question():
    unread = Unresolved("access denied")
    assert ask("open_to_world(groups)", groups=[unread]) == [unread]
    assert len(ask("open_to_world(groups)", groups=[unread, OPEN])) == 2


def test_an_address_range_outside_of_the_allowed_ones_is_named():
    assert ask("cidrs_outside(a, b)", a=["10.1.0.0/16", "8.8.8.8/32"], b=["10.0.0.0/8"]) == [
        "8.8.8.8/32"
    ]


def test_the_signatures_are_those_of_jmespath():
    for name, spec in Functions.FUNCTION_TABLE.items():
        function, signature = STANDARD[name], spec["signature"]
        assert function.fewest == len(signature)
        assert (function.most is None) == bool(signature[-1].get("variadic"))
        for parameter, expected in zip(function.parameters, signature, strict=True):
            kinds = {re.sub(r"array-(\w+)", r"array[\1]", each) for each in expected["types"]}
            assert set(parameter.kinds) == (kinds or {"any"})
    assert STANDARD.keys() == Functions.FUNCTION_TABLE.keys()


def test_each_function_is_explained_in_a_sentence_and_each_of_ours_with_an_example():
    for function in [*STANDARD.values(), *FUNCTIONS.values()]:
        assert function.doc[0].isupper()
        assert function.doc.endswith((".", "…"))
    for function in FUNCTIONS.values():
        for example in re.findall(r": `(.+)`\.$", function.doc):
            for text in example.split("`, `"):
                compile(text)
        assert f"{function.name}(" in function.doc


QUESTIONS = {name for name, each in FUNCTIONS.items() if each.result.startswith("array")}


def test_each_question_has_its_namesake_in_the_module_that_answers():
    homes = (network, filterpattern, policydoc, trails, monitoring, eventdoc)
    asked = QUESTIONS - {"without"}  # a function of the language itself
    assert all(any(callable(getattr(home, name, None)) for home in homes) for name in asked)


def test_days_lie_between_two_times_of_any_zone():
    assert ask("days_between(a, b)", a="2026-01-01T00:00:00Z", b="2026-01-02T14:00:00+02:00") == 1.5
    assert ask("days_between(a, b)", a="2026-01-02", b="2026-01-01T12:00:00Z") == -0.5


@pytest.mark.parametrize("since", ["N/A", "", None, 7, Unresolved("AccessDenied")])
def test_days_since_what_is_no_time_are_unknown(since):
    assert isinstance(ask("days_between(a, b)", a=since, b="2026-01-01T00:00:00Z"), Unresolved)


def test_the_use_cases_that_a_rule_may_name_are_those_that_have_events():
    assert set(USE_CASES) == set(filterpattern.USE_CASES)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_every_value_has_one_kind(value):
    parameter = STANDARD["to_array"].parameters[0]
    assert mistake(value, parameter) is None
    assert kind(value) in ("null", "boolean", "number", "string", "array")


@given(st.sampled_from(sorted(QUESTIONS)), st.lists(partly_read, min_size=8, max_size=8))
def test_whatever_a_document_holds_a_question_gives_a_list(name, values):
    function = FUNCTIONS[name]
    answer = function.run(*map(opened, values[: function.most]))
    assert isinstance(answer, list)
