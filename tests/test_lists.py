"""What is in one list and not in another, also where a part of them is not known."""

from holes import Hole, fillings, holes, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.expression import compile
from scanner.unresolved import Unresolved

ASKED = compile("without(texts, others)")


def without(texts, others):
    return ASKED({"texts": texts, "others": others})


def test_a_text_that_is_in_the_other_list_is_left_out():
    assert without(["a", "b", "c"], ["b"]) == ["a", "c"]
    assert without(["a"], None) == ["a"]
    assert without(None, ["a"]) == []


def test_what_a_declared_resource_will_be_called_is_no_text_but_is_itself():
    called = Unresolved("after deployment", token="Group")
    assert without(["a"], [called]) == ["a"]
    assert without([called], [called]) == []
    assert without([called], ["a"]) == [called]


def test_a_list_of_something_else_is_undecided():
    assert [type(each) for each in without([1], [])] == [Unresolved]
    assert [type(each) for each in without("a", [])] == [Unresolved]


letters = st.sampled_from("abc")
texts = st.lists(letters | st.builds(Hole, st.just(("a", "b", [], ["b", "c"]))), max_size=3)


@settings(max_examples=200)
@given(texts, texts)
def test_what_is_unresolved_hides_nothing_and_claims_nothing(mine, theirs):
    answer = without(unresolved(mine), unresolved(theirs))
    truth = [without(one, other) for one, other in fillings([mine, theirs], most=60)]
    sure = {each for each in answer if type(each) is str}
    assert all(sure <= set(each) for each in truth)
    if any(truth):
        assert answer
    if not holes([mine, theirs]):
        assert answer == [each for each in mine if each not in theirs]
