import json
import pickle
import string
import warnings
from pathlib import Path

import pytest
from expressions import operators, texts
from hypothesis import assume, given
from hypothesis import strategies as st
from jmespath.exceptions import JMESPathError
from jmespath.parser import Parser
from unread import KEYS, admits, documents, filled, opened, partly_read

from scanner.expression import CALLABLE, ExpressionError, compile, positions, walk
from scanner.expression.three_valued import truth
from scanner.unresolved import Unresolved

SHARED = Path(__file__).resolve().parents[2] / "shared"
CASES = SHARED / "data" / "jmespath-compliance"
UNKNOWN = Unresolved("nobody knows")


def cases():
    for path in sorted(CASES.glob("*.json")):
        for suite in json.loads(path.read_text("utf-8")):
            for case in suite["cases"]:
                yield pytest.param(suite["given"], case, id=f"{path.stem}: {case['expression']}")


def expression(text):
    """What `compile` makes of it; texts that it refuses are not what a test is about."""
    try:
        return compile(text)
    except ExpressionError:
        assume(False)


def mistake_in(text):
    try:
        compile(text)
    except ExpressionError as error:
        return error


def interpreted(text, document):
    """What jmespath's own interpreter gives; Python's own errors are its errors as well."""
    try:
        return Parser().parse(text).search(document)
    except (ValueError, TypeError, OverflowError) as error:
        return error


@pytest.mark.skipif(not CASES.exists(), reason="needs ../shared/data/jmespath-compliance")
@pytest.mark.parametrize(("document", "case"), list(cases()))
def test_jmespaths_own_compliance_cases_pass(document, case):
    try:
        value = compile(case["expression"])(document)
    except (ExpressionError, JMESPathError):
        assert "error" in case
    else:
        assert "error" not in case
        assert "bench" in case or value == case["result"]


@given(texts, documents)
def test_a_resolved_document_gives_what_jmespath_gives(text, document):
    wanted = interpreted(text, document)
    ask = expression(text)
    if isinstance(wanted, Exception):
        with pytest.raises(type(wanted) if isinstance(wanted, JMESPathError) else JMESPathError):
            ask(document)
    else:
        assert repr(ask(document)) == repr(wanted)


@given(texts, partly_read)
def test_what_is_certain_of_an_unresolved_document_holds_however_it_turns_out(text, document):
    """An error is no value: a definite answer is what jmespath gives wherever it gives anything."""
    ask = expression(text)
    try:
        value = ask(opened(document))
    except JMESPathError:
        return
    for choice in range(3):
        actual = interpreted(text, filled(document, choice))
        if not isinstance(actual, Exception):
            assert admits(value, actual)
            assert admits(truth(value), truth(actual))


@given(operators, partly_read)
def test_logic_over_what_was_not_read_is_certain_only_if_it_holds(text, document):
    test_what_is_certain_of_an_unresolved_document_holds_however_it_turns_out.hypothesis.inner_test(
        text, document
    )


@given(texts, partly_read)
def test_a_filter_that_is_certain_keeps_what_jmespath_keeps(condition, document):
    test_what_is_certain_of_an_unresolved_document_holds_however_it_turns_out.hypothesis.inner_test(
        f"[@][?{condition}] | length(@)", document
    )


@given(st.text(string.ascii_letters + "[]*.(){}?&|!=<>@,:`'\"-019 \\é\n", max_size=12))
def test_any_text_is_an_expression_or_an_error_with_a_place_in_it(text):
    error = mistake_in(text)
    assert error is None or error.message
    assert error is None or error.position is None or 0 <= error.position <= len(text)


@given(texts)
def test_names_have_their_places_in_the_order_of_the_tree(text):
    named = [
        node["value"]
        for node in walk(expression(text).ast)
        if node["type"] in ("field", "function_expression", "key_val_pair")
    ]
    assert [name for name, _ in positions(text)] == named
    for name, offset in positions(text):
        assert text[offset:].startswith((name, f'"{name}"'))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x.y[0].z", UNKNOWN),
        ("x[*].y", UNKNOWN),
        ("x.*", UNKNOWN),
        ("x == 'a'", UNKNOWN),
        ("x && y", UNKNOWN),
        ("y && x", UNKNOWN),
        ("x == 'a' && y", UNKNOWN),
        ("x == 'a' || y", UNKNOWN),
        ("list[?a == 'z'] || y", UNKNOWN),
        ("list[?a == 'z'] && y", UNKNOWN),
        ("y || x", "here"),
        ("n && x", None),
        ("n < `5` && n < `6`", None),
        ("x == 'a' && n == 'b'", False),
        ("x == 'a' || y == 'here'", True),
        ("!(x == 'a' && `false`)", True),
        ("list[?a == 'x']", [{"a": "x"}, UNKNOWN]),
        ("list[?a == 'z']", [UNKNOWN]),
        ("list[?a != 'z' && a != 'x']", [UNKNOWN]),
        ("list[].a", ["x", UNKNOWN]),
        ("list[0].a", "x"),
        ("list[1].a", UNKNOWN),
        ("list[5]", None),
        ("list[?a == 'z'] | [0]", UNKNOWN),
        ("list[?a == 'x'] | [0].a", "x"),
        ("list[?a == 'z'] == `[]`", UNKNOWN),
        ("list[?a == 'x'] == `[]`", False),
        ("length(list)", 2),
        ("length(list[].a)", UNKNOWN),
        ("contains(list[].a, 'x')", True),
        ("contains(list[].a, 'z')", UNKNOWN),
        ("contains(list, {a: 'z'})", UNKNOWN),
        ("contains(list, {a: 'x'})", True),
        ("not_null(x, y)", UNKNOWN),
        ("not_null(y, x)", "here"),
        ("keys(@)", [UNKNOWN, "y", "list"]),
        ("list[*].not_null('one')", ["one", "one"]),
        ("list[*].a.not_null('one')", ["one", "one"]),
        ("list[].a | [*].not_null('one')", ["one", UNKNOWN]),
        ("list[].a | [*].a.not_null('one')", ["one", UNKNOWN]),
        ("sort_by(list, &a)", UNKNOWN),
        ("map(&a, list)", ["x", UNKNOWN]),
        ("[x, y]", [UNKNOWN, "here"]),
        ("{k: x}", {"k": UNKNOWN}),
        ("x.{k: `1`}", UNKNOWN),
    ],
)
def test_each_syntax_says_what_is_certain(text, value):
    document = {"x": UNKNOWN, "y": "here", "list": [{"a": "x"}, {"a": UNKNOWN}]}
    assert compile(text)(document) == value


def test_the_reasons_of_all_that_mattered_are_named():
    document = {"a": Unresolved("trail t: access denied"), "b": Unresolved("key k: throttled")}
    assert compile("a == b")(document).why == "trail t: access denied; key k: throttled"
    assert compile("a == 'x' && b == 'y'")(document).why.count("; ") == 1


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("", "empty", 0),
        ("a.", "stops short", 2),
        ("a b", "'b' cannot stand here", 2),
        ("a == 'b", "Unclosed ' delimiter", 5),
        ("a[?b = 'c']", "Unknown token '='", 5),
        ("a.lenght(b)", "no function lenght(); did you mean length()?", 2),
        ("qqq(@)", "`groma functions` lists them", 0),
        ("a && length(b, c)", "length() takes 1 argument, not 2: length(subject)", 5),
        ("not_null()", "not_null() takes 1 or more arguments, not 0", 0),
        ("open_to_world()", "1 to 2 arguments, not 0: open_to_world(groups, ports?)", 0),
        ("a[?x].length(b) | length(`1`)", "subject is a number, not a string or an array", 18),
        ("sort_by(a, b)", "key is not an expression to apply to each element; write `&`", 0),
        ("length(&a)", "leave out the `&`", 0),
        ("&a", "'&' stands outside a function", None),
        ("a[::0]", "steps of 0", None),
        ("in_use_case(@, 'root-us')", "'root-us', did you mean 'root-use'?", 0),
        ("sg_admits([@], 'inbound', @)", "'inbound', not 'ingress' or 'egress'", 0),
        ("9" * 5000, "not JMESPath", None),
    ],
)
def test_a_mistake_says_what_and_where(text, message, position):
    with pytest.raises(ExpressionError) as caught:
        compile(text)
    assert message in caught.value.message
    assert caught.value.position == position


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_00 + "a",
        "!" * 5_000 + "a",
        "a" + "[]" * 9_000,
        "a" + "|a" * 5_000,
        "`" + "[" * 9_000,
    ],
)
def test_what_nests_without_end_is_an_error(text):
    with pytest.raises(ExpressionError):
        compile(text)


@pytest.mark.parametrize(
    "more",
    [".a", "[0]", "[]", "[?a]", "[*].a", " | a", " && a", " || a", ".[a]", "[*].{a: a}[]"],
)
def test_whatever_may_nest_is_compiled_and_agrees(more):
    text = "a" + more * 45
    document = {"a": [{"a": "x"}, [{"a": []}]]}
    assert compile(text)(document) == Parser().parse(text).search(document)


def test_filters_and_calls_nest_as_deep_as_they_may():
    for opening, closing in [
        ("a[?", "]"),
        ("to_array(", ")"),
        ("[", "]"),
        ("{a: ", "}"),
        ("!(", ")"),
    ]:
        text = opening * 60 + "a" + closing * 60
        assert compile(text)({"a": [1]}) == Parser().parse(text).search({"a": [1]})


@given(st.text(max_size=8), documents)
def test_a_name_reaches_the_code_as_a_name_whatever_it_spells(name, value):
    quoted = json.dumps(name)
    document = {name: value}
    assert compile(quoted)(document) == value
    assert compile(f"{{{quoted}: @}}")(value or 1) == {name: value or 1}


@pytest.mark.parametrize(
    "name", ["'+print(1)+'", "\\", "\n", "\u2028", '"', "{it}", "\udc80", "k1"]
)
def test_a_hostile_name_is_only_a_name(name):
    assert compile(json.dumps(name))({name: 7}) == 7
    assert compile("@ == `" + json.dumps(name).replace("`", "\\`") + "`")(name) is True


def test_a_document_that_nests_without_end_is_unresolved():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    assert type(compile("to_string(@)")(deep)) is Unresolved
    assert compile("@ == `1`")(deep) is False


def test_what_cannot_be_ordered_is_an_error_of_jmespaths():
    with pytest.raises(JMESPathError, match="no order"):
        compile("a < b")({"a": 1, "b": "x"})


def test_an_error_does_not_show_the_value():
    with pytest.raises(JMESPathError) as caught:
        compile("length(password)")({"password": 12345678})
    assert "12345678" not in str(caught.value)


def test_expressions_with_one_text_are_equal_and_survive_pickling():
    ask = compile("a.b")
    assert compile("a.b") == ask
    assert hash(compile("a.b")) == hash(ask)
    assert pickle.loads(pickle.dumps(ask))({"a": {"b": 1}}) == 1


def test_compiling_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert compile("`foo`")({}) == "foo"
        assert compile("'a' && `1` == `2` || !'x'")({}) is False


def test_every_function_of_jmespaths_is_there():
    assert len(CALLABLE) > 26
    assert set(KEYS) & set(CALLABLE) == set()
