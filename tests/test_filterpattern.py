import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.filterpattern import Mistake, matches, parse
from scanner.unresolved import Unresolved

# Where no other is named, the examples are those of
# https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html

TRAIL = {
    "eventType": "UpdateTrail",
    "sourceIPAddress": "111.111.111.111",
    "arrayKey": ["value", "another value"],
    "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}],
    "SomeObject": None,
    "ThisFlag": True,
    "cluster.name": "c",
}
USERS = {
    "user": {"id": 1, "email": "John.Stiles@example.com"},
    "users": [
        {"id": 2, "email": "John.Doe@example.com"},
        {"id": 3, "email": "Jane.Doe@example.com"},
    ],
    "actions": ["GET", "PUT", "DELETE"],
    "coordinates": [[0, 1, 2], [4, 5, 6], [7, 8, 9]],
}
REQUESTS = (
    "[ERROR 400] BAD REQUEST",
    "[ERROR 401] UNAUTHORIZED REQUEST",
    "[ERROR 419] MISSING ARGUMENTS",
    "[ERROR 420] INVALID ARGUMENTS",
    "[ERROR 500] INTERNAL SERVER ERROR",
)
CALLS = (
    "INFO 09/25/2014 12:00:00 GET /service/resource/67 1200",
    "INFO 09/25/2014 12:00:01 POST /service/resource/67/part/111 1310",
    "WARNING 09/25/2014 12:00:02 Invalid user request",
    "ERROR 09/25/2014 12:00:02 Failed to process request",
)
PAGE = '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534'


def numbers_of(pattern, lines):
    return [number for number, line in enumerate(lines) if matches(pattern, line)]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ERROR", [0, 1, 2, 3, 4]),
        ("ERROR ARGUMENTS", [2, 3]),
        ("?400 ?ARGUMENTS", [0, 2, 3]),
        ('"INTERNAL SERVER ERROR"', [4]),
        ("ERROR -ARGUMENTS", [0, 1, 4]),
        ('"ERROR" - "ARGUMENTS"', [0, 1, 4]),
        ("-ERROR", []),
        ("?400 ?ARGUMENTS REQUEST", [0, 1]),  # beside others, ?terms are ignored
        ("%AUTHORIZED%", [1]),
        ("%^.ERROR 4[0-9]{2}%", [0, 1, 2, 3]),
        ('""', [0, 1, 2, 3, 4]),
        ('" "', [0, 1, 2, 3, 4]),
        ("", [0, 1, 2, 3, 4]),
        ("error", []),
    ],
)
def test_terms_are_looked_for_in_the_text(pattern, found):
    assert numbers_of(pattern, REQUESTS) == found


def test_a_term_is_found_within_a_word():
    assert matches("ERROR", "Exiting with ERRORCODE: -1") is True
    assert matches('ERROR - "Exiting"', "Exiting with ERRORCODE: -1") is False
    assert matches("ERROR Exception", "[ERROR] Caught IllegalArgumentException") is True


@pytest.mark.parametrize(
    "pattern",
    [
        '{ $.eventType = "UpdateTrail" }',
        "{ $.sourceIPAddress != 123.123.* }",
        '{ $.arrayKey[0] = "value" }',
        "{ $.objectList[1].id = 2 }",
        "{ $.eventType = %Trail% }",
        "{ $.arrayKey[*] = %val.{2}% }",
        r"{ $.* = %111\.111\.111\.1[0-9]{1,2}% }",
        "{ $.['cluster.name'] = \"c\" }",
        "{ $['cluster.name'] = c }",
        "{ $.SomeObject IS NULL }",
        "{ $.SomeOtherObject NOT EXISTS }",
        "{ $.ThisFlag IS TRUE }",
        '{ $.eventType = "*" && $.sourceIPAddress != 123.123.* }',
    ],
)
def test_documented_patterns_match_the_documented_event(pattern):
    assert matches(pattern, TRAIL) is True
    assert matches(pattern, json.dumps(TRAIL)) is True


@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        ('{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', True),
        ('{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', False),
        (
            '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch'
            " && $.actions[2] = nomatch }",
            True,
        ),
        (
            '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch)'
            " && $.actions[2] = nomatch }",
            False,
        ),
    ],
)
def test_and_binds_tighter_than_or_as_documented(pattern, held):
    assert matches(pattern, USERS) is held


@pytest.mark.parametrize(
    ("pattern", "event"),
    [
        ("{ $.bandwidth > 75 }", {"bandwidth": 76}),
        ("{ $.latency < 50 }", {"latency": 49.5}),
        ("{ $.refreshRate >= 60 }", {"refreshRate": 60}),
        ("{ $.responseTime <= 5 }", {"responseTime": 5}),
        ("{ $.errorCode = 400}", {"errorCode": 400}),
        ("{ $.errorCode != 500 }", {"errorCode": 400}),
        ("{ $.number[0] = 1e-3 }", {"number": [0.001]}),
        ("{ $.number[0] != 1e+3 }", {"number": [1]}),
        ("{ $.latency > +1000 }", {"latency": 1001}),
        ("{ $.numbers[0] < 10e3 }", {"numbers": [9999]}),
        (
            "{ $.processes[4].averageRuntime <= 55.5 }",
            {"processes": [0] * 4 + [{"averageRuntime": 55.5}]},
        ),
        ("{ $.latency = * }", {"latency": 50, "requestType": "GET"}),
    ],
)
def test_numbers_are_compared_as_documented(pattern, event):
    assert matches(pattern, event) is True


def test_numbers_at_the_wrong_side_do_not_match():
    for pattern in ("{ $.a > 5 }", "{ $.a < 5 }", "{ $.a != 5 }", "{ $.a = 5.5 }"):
        assert matches(pattern, {"a": 5}) is False
    assert matches("{ $.a = 5.0 }", {"a": 5}) is True
    assert matches('{ $.a = "5.0" }', {"a": 5}) is False  # quoted, it is a text


@pytest.mark.parametrize("operator", ["=", "!="])
def test_what_is_no_text_and_no_number_never_compares(operator):
    for value in ([1, 2, 3], {}, None, True):
        assert matches(f"{{ $.users {operator} 1 }}", {"users": value}) is False
    assert matches(f"{{ $.users {operator} 1 }}", {}) is False


def test_wildcards_stand_at_the_ends_of_a_text_and_not_in_its_middle():
    def compared(pattern, text):
        return matches(f"{{ $.name = {pattern} }}", {"name": text})

    assert compared("*Event", "PutEvent")
    assert compared("Event*", "EventName")
    assert compared("*vent*", "PutEventName")
    assert compared("Ev*ent", "Ev*ent") is True
    assert compared("Ev*ent", "EvXent") is False
    assert compared("Event*", "PutEvent") is False
    assert compared("*Event", "EventName") is False


def test_a_wildcard_in_the_path_means_at_least_one_of_them():
    assert matches("{ $.objectList[*].id = 2 }", TRAIL) is True
    assert matches("{ $.objectList[*].id = 3 }", TRAIL) is False
    assert matches("{ $.objectList[*].size NOT EXISTS }", TRAIL) is True
    assert matches("{ $.objectList[*].id NOT EXISTS }", TRAIL) is False


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("[w1=ERROR, w2]", [3]),
        ("[w1=ERROR || w1=WARNING, w2]", [2, 3]),
        ("[w1!=ERROR && w1!=WARNING, w2]", [0, 1]),
        ("[logLevel, date, time, method, url=%/service/resource/[0-9]+$%, response_time]", [0]),
        (
            "[logLevel, date, time, method, url=%/service/resource/[0-9]+/part/[0-9]+$%, response_time]",
            [1],
        ),
    ],
)
def test_words_are_compared_by_their_place(pattern, found):
    assert numbers_of(pattern, CALLS) == found


@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        ("[ip, user, username, timestamp, request =*.html*, status_code = 4*, bytes]", True),
        (
            r"[ip=%127\.0\.0\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]",
            True,
        ),
        ("[..., request =*.html*, status_code = 4*, bytes]", True),
        ("[..., request=*.html*, status_code=4*,]", True),
        (
            "[ip, user, username, timestamp, request =*.html*, status_code = 404 || status_code = 410, bytes]",
            True,
        ),
        ("[ip, server, username, timestamp, request, status_code, bytes > 1000]", True),
        ("[ip, user, ..., status_code, bytes]", True),
        ("[ip, user, ...]", True),
        ("[ip, ..., status_code = 4* && status_code != 404, bytes]", False),
        ("[ip, user, username, timestamp, request, status_code, bytes > 1600]", False),
        ("[ip, user, username = frank]", False),
        ("[a, b, c, d, e, f, g, h]", False),
        ("[..., user = Prod, bytes]", False),
    ],
)
def test_brackets_and_quotes_make_one_word(pattern, held):
    assert matches(pattern, PAGE) is held


@pytest.mark.parametrize(
    ("pattern", "position", "what"),
    [
        ("{ $.a = }", 8, "a value is missing"),
        ("{ $.a }", 6, "a comparison is missing"),
        ("{ }", 2, "a selector"),
        ("{ $.a = 1", 9, "} is missing"),
        ("{ ($.a = 1 }", 11, ") is missing"),
        ("{ $.a = 1 ) }", 10, "} is missing"),
        ("{ $.a = 1 } x", 12, "after the end"),
        ("{ $.a == 1 }", 7, "a value is missing"),
        ('{ $.a = "x }', 8, "never closed"),
        ('{ $.a > "1" }', 8, "numbers only"),
        ("{ $.a > b }", 8, "numbers only"),
        ("{ $.a = %b! % }", 10, "'!' cannot stand"),
        ("{ $.a = %b", 8, "never closed"),
        ("{ $.a = %[% }", 8, "no regular expression"),
        ("{ $.a[x] = 1 }", 6, "a number, *"),
        ("{ $. = 1 }", 5, "a name is missing"),
        ("{ $ = 1 }", 3, "a name is missing"),
        ("{ $.a IS NOT NULL }", 6, "a comparison is missing"),
        ("{ $.a = 1 & $.b = 2 }", 10, "&&, || or }"),
        ("[a, b = 1", 9, "] is missing"),
        ("[a, b", 5, "a comparison is missing"),
        ("[..., ...]", 9, "one ... at most"),
        ("[a = 1 && b = 2]", 16, "no field is called b"),
        ('"a', 0, "never closed"),
    ],
)
def test_a_mistake_is_told_with_its_place(pattern, position, what):
    found = parse(pattern)
    assert isinstance(found, Mistake)
    assert (found.position, what in found.what) == (position, True), found
    assert f"at character {position + 1}: " in matches(pattern, {}).why


def test_white_space_and_keywords_in_any_case_change_nothing():
    assert parse("{$.a=b&&($.c NOT EXISTS||$.d IS NULL)}") == parse(
        "  {\n $.a = b\t&& ( $.c not   exists || $.d is null ) } "
    )
    assert parse('{ $.a = "say \\"no\\"" }') != parse('{ $.a = "say no" }')
    assert matches('{ $.a = "say \\"no\\"" }', {"a": 'say "no"'}) is True


def test_what_is_not_known_of_an_event_is_told_where_it_decides():
    event = {"a": Unresolved("never read"), "b": "x"}
    assert matches("{ $.a = 1 }", event) == Unresolved("never read")
    assert matches("{ $.a.c NOT EXISTS }", event) == Unresolved("never read")
    assert matches("{ $.a = 1 && $.b = y }", event) is False
    assert matches("{ $.a = 1 || $.b = x }", event) is True
    assert matches("{ $.b = x }", event) is True
    assert matches("x", event) is True
    assert type(matches("y", event)) is Unresolved
    assert type(matches("[a, b]", event)) is Unresolved
    assert matches("{ $.a EXISTS }", {"a": Unresolved("a parameter", present=True)}) is True


def test_a_pattern_that_is_not_known_decides_nothing():
    assert matches(Unresolved("a parameter", token="?Pattern"), {}) == Unresolved("a parameter")
    assert matches("{ $.a = 1 }", Unresolved("never read")) == Unresolved("never read")
    assert type(matches(None, {})) is Unresolved
    assert matches("{ $.a NOT EXISTS }", "no JSON") is False


def test_nothing_a_stranger_writes_takes_long_or_raises():
    deep = "(" * 2000 + "$.a = 1" + ")" * 2000
    for pattern in (
        f"{{{deep}}}",
        f"{{{deep[:300]}",
        "{" * 5000,
        "[" * 4000,
        '"' * 4001,
        '{ $.a = "' + "x" * 5000,
    ):
        assert isinstance(parse(pattern), Mistake)
    assert matches("{ $.a = 1 }", "[" * 100_000) is False
    assert matches("[a, b]", "[ " * 50_000) is False
    assert matches("{ $.a = 1 }", {"a": 10**5000}) is False
    assert matches("{ $.a = %x% }", {"a": "\ud800x"}) is True
    many = "{ " + " || ".join(["$.a = 1"] * 350) + " }"
    assert matches(many, {"a": 2}) is False


@given(
    st.text(alphabet='{}[]()$.,"%*=!<>&|-? ab1\\\n', max_size=40),
    st.text(alphabet='{}[]" ab1:,', max_size=20)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text("ab1", max_size=3),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    ),
)
def test_any_pattern_on_any_event_gives_an_answer(pattern, event):
    assert isinstance(matches(pattern, event), bool | Unresolved)
