import pytest
from hypothesis import given
from hypothesis import strategies as st
from unread import admits, filled, gaps, opened, partly_read, scalars

from scanner.expression.three_valued import element, equal, negated, ordered, sliced, truth
from scanner.unresolved import Unresolved

UNKNOWN = Unresolved("nobody knows")
KEY, LOG = Unresolved("later", token="Key"), Unresolved("later", token="Log")
GIVEN, OTHER = Unresolved("a parameter", token="?Key"), Unresolved("a parameter", token="?Log")
SET = Unresolved("a parameter", present=True)
lists = st.lists(scalars | gaps | st.lists(scalars | gaps, max_size=2), max_size=5)
small = st.integers(-6, 6)
bounds = st.none() | small


@given(partly_read)
def test_a_truth_that_is_certain_is_true_of_every_filling(value):
    assert all(admits(truth(opened(value)), truth(filled(value, choice))) for choice in range(3))


@given(partly_read, partly_read)
def test_an_equality_that_is_certain_holds_for_every_filling(left, right):
    certain = equal(opened(left), opened(right))
    for choice in range(3):
        assert admits(certain, equal(filled(left, choice), filled(right, choice)))


@given(lists, lists)
def test_an_equality_of_lists_that_is_certain_holds_for_every_filling(left, right):
    certain = equal(opened(left), opened(right))
    assert all(
        admits(certain, equal(filled(left, choice), filled(right, choice))) for choice in range(3)
    )


@given(partly_read)
def test_a_value_equals_every_one_of_its_fillings_or_may(value):
    assert all(equal(opened(value), filled(value, choice)) is not False for choice in range(3))


@given(lists, small)
def test_an_element_that_is_certain_is_there_in_every_filling(values, index):
    certain = element(opened(values), index)
    for choice in range(3):
        assert admits(certain, element(filled(values, choice), index))


@given(lists, bounds, bounds, bounds.filter(lambda step: step != 0))
def test_a_slice_that_is_certain_is_the_slice_of_every_filling(values, start, stop, step):
    certain = sliced(opened(values), start, stop, step)
    for choice in range(3):
        assert admits(certain, filled(values, choice)[start:stop:step])


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ([1, UNKNOWN], [], False),
        ([1, UNKNOWN], [1], UNKNOWN),
        ([1, UNKNOWN], [2, 3], False),
        ([UNKNOWN, 1], [2, 3], False),
        ([UNKNOWN], [], UNKNOWN),
        ([UNKNOWN], [1], UNKNOWN),
        ([1, 2], [UNKNOWN, 2], UNKNOWN),
        ([1, UNKNOWN], "x", False),
        ({"a": UNKNOWN}, {}, UNKNOWN),
        ({"a": UNKNOWN, "b": 1}, {"a": 1}, False),
        ({"a": UNKNOWN, "b": 1}, {"a": 1, "b": 2}, False),
        (0, False, False),
        (1.0, True, False),
        (1, 1.0, True),
    ],
)
def test_one_certain_difference_decides(left, right, wanted):
    assert equal(left, right) == wanted == equal(right, left)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (KEY, Unresolved("said otherwise", token="Key"), True),
        (GIVEN, Unresolved("said otherwise", token="?Key"), True),
        (KEY, LOG, False),
        (KEY, "alias/key", False),
        (KEY, "", False),
        (KEY, None, False),
        (KEY, "Key", False),
        ([KEY], [], False),
        (SET, None, False),
        ({"a": KEY}, {}, False),
        ({"a": KEY}, {"a": LOG}, False),
        ({"a": KEY}, {"a": KEY}, True),
    ],
)
def test_two_tokens_are_one_value_or_two(left, right, wanted):
    assert equal(left, right) is wanted is equal(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        *((KEY, GIVEN), (GIVEN, OTHER), (GIVEN, "x"), (GIVEN, None), (KEY, UNKNOWN), (KEY, 5)),
        *((KEY, ["Key"]), (SET, "x"), ([GIVEN], [])),
    ],
)
def test_what_a_token_may_turn_out_to_be_is_undecided(left, right):
    assert type(equal(left, right)) is Unresolved is type(equal(right, left))


TOKENS = ("A", "B", "?C", "?D", "")


def of_token(token):
    return Unresolved("later", present=True, token=token) if token else UNKNOWN


tokened = st.recursive(
    st.sampled_from(TOKENS).map(of_token) | st.sampled_from(["x", "", None]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=6,
)


def deployed(value, ids):
    """The value with each token replaced by the id that deployment gives; one element each."""
    if type(value) is Unresolved:
        return ids[value.token]
    if isinstance(value, list):
        return [deployed(each, ids) for each in value]
    if isinstance(value, dict):
        return {key: deployed(each, ids) for key, each in value.items()}
    return value


@given(tokened, tokened, st.data())
def test_an_equality_of_tokens_that_is_certain_holds_after_deployment(left, right, data):
    ids = {"A": "id-1", "B": "id-2"}
    ids |= {each: data.draw(st.sampled_from(["id-1", "id-3", "x", ""])) for each in TOKENS[2:]}
    certain = equal(left, right)
    assert admits(certain, equal(deployed(left, ids), deployed(right, ids)))


def test_the_truth_of_a_token_is_no_text_any_more():
    assert [truth(KEY), truth([KEY])] == [True, True]
    for doubt in (truth(GIVEN), negated(GIVEN), truth([GIVEN])):
        assert (type(doubt), doubt.token, doubt.why) == (Unresolved, "", GIVEN.why)


def test_a_slice_is_certain_up_to_what_was_not_read():
    assert sliced([1, 2, UNKNOWN], 0, 2, None) == [1, 2]
    assert sliced([1, 2, UNKNOWN], 1, None, None) == [2, UNKNOWN]
    assert sliced([UNKNOWN, 1], 0, 2, None) == [UNKNOWN]
    assert sliced([1, UNKNOWN], 0, 2, None) == [UNKNOWN]


def test_what_is_no_number_or_string_has_no_order_whatever_the_other_is():
    assert ordered("lt", UNKNOWN, None) is None
    assert ordered("lt", UNKNOWN, [UNKNOWN]) is None
    assert ordered("lt", UNKNOWN, 5) == UNKNOWN
    assert ordered("lt", True, 5) is None


def test_equality_of_what_nests_without_end_is_decided():
    left, right = [], [1]
    for _ in range(100_000):
        left, right = [left], [right]
    assert equal(left, right) is False
