import pytest
from hypothesis import given
from hypothesis import strategies as st
from unread import opened, partly_read
from unread import values as documents

from scanner.operators import OPERATORS, comparison, misfit
from scanner.unresolved import Unresolved

UNKNOWN = Unresolved("not allowed to read")


def holds(operator, found, wanted):
    return OPERATORS[operator](found, wanted)


@pytest.mark.parametrize(
    ("operator", "found", "wanted", "answer"),
    [
        ("equals", True, True, True),
        ("equals", 1, True, False),
        ("equals", 1, 1.0, True),
        ("equals", None, False, False),
        ("equals", {"a": [1]}, {"a": [1]}, True),
        ("equals", [1, 2], [2, 1], False),
        ("in", "b", ["a", "b"], True),
        ("in", None, ["a"], False),
        ("exists", None, True, False),
        ("exists", None, False, True),
        ("exists", "", True, True),
        ("empty", [], True, True),
        ("empty", None, True, True),
        ("empty", 0, True, False),
        ("empty", {"a": 1}, False, True),
        ("matches", "prod-db", "^prod-", True),
        ("matches", None, ".*", False),
        ("at_least", 8, 8, True),
        ("at_least", None, 8, False),
        ("at_least", True, 1, False),
        ("at_most", 90, 90, True),
    ],
)
def test_on_a_known_value(operator, found, wanted, answer):
    assert holds(operator, found, wanted) is answer


@pytest.mark.parametrize("operator", sorted(OPERATORS))
def test_an_unresolved_value_is_undecided_for_every_operator(operator):
    wanted = {"in": [1], "exists": True, "empty": True, "matches": "x"}.get(operator, 1)
    assert holds(operator, UNKNOWN, wanted) == UNKNOWN


def test_a_value_that_is_known_to_be_set_exists():
    present = Unresolved("known after apply", present=True)
    assert holds("exists", present, True) is True
    assert holds("exists", present, False) is False
    assert holds("equals", present, "x") == present


def test_what_a_resource_will_be_called_is_a_text_that_may_be_listed_already():
    key = Unresolved("known after deployment", token="LogKey")
    assert holds("empty", key, False) is True
    assert holds("exists", key, True) is True
    assert holds("equals", key, "default") is False
    assert holds("empty", [key], False) is True
    assert type(holds("in", key, ["key-1"])) is Unresolved


def test_what_a_parameter_says_may_be_empty():
    given_later = Unresolved("a parameter", present=True, token="?Key")
    assert holds("empty", given_later, False) == given_later
    assert type(holds("empty", [given_later], False)) is Unresolved


def test_a_difference_outside_the_unresolved_part_decides():
    assert holds("equals", {"a": UNKNOWN, "b": 1}, {"a": 1, "b": 2}) is False
    assert holds("equals", {"a": UNKNOWN, "b": 2}, {"a": 1, "b": 2}) == UNKNOWN


def test_a_list_with_one_known_element_is_not_empty_whatever_is_unknown_beside_it():
    assert holds("empty", [UNKNOWN, 1], True) is False
    assert holds("empty", [UNKNOWN], True) == UNKNOWN


def test_a_pattern_that_makes_backtracking_engines_hang_is_fast():
    assert holds("matches", "a" * 5000 + "!", "^(a+)+$") is False


values = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xy"), inner),
    max_leaves=6,
)
holes = st.recursive(
    st.none() | st.integers(0, 3) | st.just("HOLE"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xy"), inner),
    max_leaves=6,
)


def filled(value, hole):
    if value == "HOLE":
        return hole
    if isinstance(value, list):
        return [filled(each, hole) for each in value]
    if isinstance(value, dict):
        return {key: filled(each, hole) for key, each in value.items()}
    return value


@given(holes, values, st.lists(values, min_size=1, max_size=4))
def test_what_is_decided_holds_for_every_value_put_back(value, wanted, fillings):
    for operator, want in (("equals", wanted), ("in", [wanted, 1]), ("empty", True)):
        answer = holds(operator, filled(value, UNKNOWN), want)
        if isinstance(answer, bool):
            assert all(holds(operator, filled(value, one), want) is answer for one in fillings)


@pytest.mark.parametrize(
    ("operator", "wanted", "kinds", "says"),
    [
        ("equals", "true", {"boolean"}, 'never equals the string "true"'),
        ("in", ["a", 1], {"string"}, "never 1"),
        ("matches", "x", {"boolean"}, "takes text"),
        ("at_least", 3, {"string"}, "takes a number"),
    ],
)
def test_an_operator_that_cannot_fit_the_value_says_why(operator, wanted, kinds, says):
    assert says in misfit(operator, wanted, frozenset(kinds))


@pytest.mark.parametrize("kinds", [{"any"}, {"boolean"}])
def test_an_operator_that_may_fit_is_left_alone(kinds):
    assert misfit("equals", True, frozenset(kinds)) is None


@given(partly_read.map(opened), documents, st.sampled_from(["equals", "in"]))
def test_a_comparison_says_what_its_operator_says(found, wanted, operator):
    wanted = [wanted, "x"] if operator == "in" else wanted
    assert comparison(operator, wanted)(found) == holds(operator, found, wanted)


@pytest.mark.parametrize("operator", ["exists", "empty", "matches", "at_least", "at_most"])
@given(partly_read.map(opened))
def test_so_says_that_of_every_other_operator(operator, found):
    wanted = {"exists": True, "empty": True, "matches": "x"}.get(operator, 1)
    assert comparison(operator, wanted)(found) == holds(operator, found, wanted)
