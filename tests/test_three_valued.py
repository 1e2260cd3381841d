import pytest
from hypothesis import given
from hypothesis import strategies as st
from unread import admits, filled, gaps, opened, partly_read, scalars

from scanner.expression.three_valued import element, equal, ordered, sliced, truth
from scanner.unresolved import Unresolved

UNKNOWN = Unresolved("nobody knows")
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
