"""What trails leave out and filters miss, remembered: no answer is another one than before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.filterpattern import USE_CASES, filter_misses
from scanner.filterpattern.serves import serves
from scanner.trails import left_out, management_gaps, s3_object_gaps, unrecorded
from scanner.unresolved import Unresolved

UNREAD = Unresolved("AccessDenied")
BOTH = ("false", "true")


def trail(selectors):
    return {"resourceId": "main", "supplementaryConfiguration": {"EventSelectors": selectors}}


# Values of which several are alike, but for their kind

flags = st.sampled_from([True, False, None, 1, 0, "true", "", UNREAD, dict(UNREAD)])
services = st.sampled_from(["kms.amazonaws.com", "k", "1", 1, True, UNREAD])
basic = st.fixed_dictionaries(
    {},
    optional={
        "readWriteType": st.sampled_from(["All", "ReadOnly", "WriteOnly", "writeonly", "Some"])
        | flags,
        "includeManagementEvents": flags,
        "excludeManagementEventSources": st.lists(services, max_size=2) | services,
        "dataResources": st.just(
            [{"type": "AWS::S3::Object", "values": ["arn:aws-cn:s3", "arn:aws:s3:::one/"]}]
        ),
    },
)
fields = st.builds(
    lambda name, operator, values: {"field": name, operator: values},
    st.sampled_from(["eventCategory", "readOnly", "eventSource", "resources.type"]),
    st.sampled_from(["equals", "startsWith", "notEquals"]),
    st.lists(services | st.sampled_from(["Management", "Data", "true"]), max_size=2),
)
advanced = st.builds(lambda chosen: {"fieldSelectors": chosen}, st.lists(fields, max_size=3))
written = (
    st.builds(lambda chosen: {"eventSelectors": chosen}, st.lists(basic | flags, max_size=2))
    | st.builds(lambda chosen: {"advancedEventSelectors": chosen}, st.lists(advanced, max_size=2))
    | flags
)


@settings(max_examples=300)
@given(written, st.sampled_from([BOTH, ("true",)]))
def test_what_is_remembered_of_selectors_is_what_is_found_anew(selectors, kinds):
    anew = unrecorded.management.__wrapped__(selectors, kinds)
    assert unrecorded.management(selectors, kinds) == anew
    of_objects = (kinds, "aws", ("?*",))
    anew = unrecorded.objects.__wrapped__(selectors, *of_objects)
    assert unrecorded.objects(selectors, *of_objects) == anew


@settings(max_examples=200)
@given(written | st.just(UNREAD))
def test_what_one_trail_leaves_out_is_what_trails_do_of_which_it_is_the_only_one(selectors):
    assert left_out(trail(selectors)) == management_gaps([trail(selectors)])


def test_a_trail_that_was_not_read_leaves_out_what_nobody_knows():
    assert left_out(UNREAD) == management_gaps([UNREAD]) == [UNREAD]


def test_two_trails_of_the_same_selectors_have_gaps_of_their_own():
    selectors = {"eventSelectors": [{"readWriteType": "WriteOnly"}]}
    one, other = ({**trail(selectors), "resourceId": each} for each in ("one", "other"))
    [first], [second] = management_gaps([one]), management_gaps([other])
    assert (first.resource, second.resource) == ("one", "other")
    assert "other does not record" in second.what
    first.event.clear()
    assert management_gaps([one])[0].event == second.event


def test_trails_of_the_same_selectors_are_of_partitions_of_their_own():
    reads = {"eventSelectors": [{"readWriteType": "WriteOnly"}]}
    arn = "arn:aws-cn:cloudtrail:cn-north-1:111122223333:trail/main"
    there = {**trail(reads), "configuration": {"trailARN": arn}}
    for one, partition in ((trail(reads), "aws"), (there, "aws-cn")):
        [gap] = s3_object_gaps([one], "ReadOnly")
        assert gap.event["resources.ARN"].startswith(f"arn:{partition}:s3:::")


def test_selectors_that_were_not_read_are_like_one_of_which_nothing_is_known():
    unread = unrecorded.management(UNREAD, BOTH)
    assert unread.events == ()
    assert {each.why for each in unread.why} == {"AccessDenied"}
    searched = unrecorded.management({"eventSelectors": [UNREAD]}, BOTH)
    assert {each.why for each in searched.why} == {each.why for each in unread.why}
    assert s3_object_gaps([trail(UNREAD)], "All") == [UNREAD]


def test_selectors_as_deep_or_as_long_as_somebody_likes_are_asked_anew():
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    selectors = {"eventSelectors": [{"readWriteType": "WriteOnly", "more": deep}]}
    assert len(management_gaps([trail(selectors)])) == 1
    long = {"eventSelectors": [{"readWriteType": "WriteOnly", "more": "x" * 20_000}]}
    assert len(management_gaps([trail(long)])) == 1


PATTERNS = ("{ $.eventName = *Trail }", "{ $.eventName = * }", "ERROR", "{ nonsense", "")


@given(st.sampled_from(PATTERNS), st.sampled_from(sorted(USE_CASES)))
def test_what_is_remembered_of_a_pattern_is_what_is_found_anew(pattern, name):
    case = USE_CASES[name]
    found = filter_misses(pattern, name)
    assert found == serves(pattern, case.must, case.must_not)
    found.clear()
    assert filter_misses(pattern, name) == serves(pattern, case.must, case.must_not)
