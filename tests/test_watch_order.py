"""In whatever order events come, and however they lie in logs, the findings are the same."""

from itertools import pairwise

import pytest
from events import count, event, log, outcomes, rule, silence, summary, watched
from hypothesis import given, settings
from hypothesis import strategies as st

DAY = 86_400
RULES = [
    rule("check: [{value: configuration.errorCode, exists: false}]", id="alone"),
    count(["configuration.userIdentity.userName", "configuration.sourceIPAddress"],
          within="1m", at_least=3, id="counted"),
    count("[configuration.userIdentity.userName, configuration.awsRegion]",
          within="1s", at_least=2, id="together"),
    silence(longer_than="2d", id="silent"),
    silence(longer_than="3h", id="shortly-silent"),
]  # fmt: skip

some = st.builds(
    event,
    id=st.integers(0, 10**6).map(str),
    user=st.sampled_from(["alice", "bob"]),
    time=st.one_of(
        st.integers(0, 200),
        st.integers(0, 10).map(lambda each: each * DAY // 2),
        st.sampled_from(
            ["never", "2026-01-01T00:00:01+00:00", "2026-01-01T02:00:00.5+02:00", None]
        ),
    ),
    errorCode=st.sampled_from([None, "AccessDenied"]),
    sourceIPAddress=st.sampled_from(["203.0.113.7", "198.51.100.1"]),
    awsRegion=st.sampled_from([None, "eu-west-1"]),
)
many = st.builds(
    lambda found, again: [*found, *(found[each % len(found)] for each in again)],
    st.lists(some, min_size=1, max_size=25, unique_by=lambda each: each["eventID"]),
    st.lists(st.integers(0, 30), max_size=5),
)
"""Events, some of which came more than once."""


def shared(found, cuts):
    """The events in logs that begin at these places."""
    ends = sorted({0, *(cut % len(found) for cut in cuts), len(found)})
    return [log(*found[start:end]) for start, end in pairwise(ends)]


@given(many, st.lists(st.integers(0, 30)), st.randoms(use_true_random=False))
def test_any_order_and_any_split_gives_the_same_findings(found, cuts, chance):
    kept, problems = watched(RULES, log(*found))
    chance.shuffle(found)
    turned, others = watched(RULES, *shared(found, cuts))
    assert problems == others == []
    assert summary(kept) == summary(turned)


@given(many, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_a_part_of_the_time_is_the_same_part_in_any_order(found, chance):
    times = {"since": "2026-01-01T00:00:01.000Z", "until": "2026-01-03T00:00:00.000Z"}
    kept, _ = watched(RULES, log(*found), **times)
    chance.shuffle(found)
    turned, _ = watched(RULES, *shared(found, [7]), **times)
    assert summary(kept) == summary(turned)


@given(many)
@settings(max_examples=30)
def test_the_findings_of_a_scan_have_a_fingerprint_each(found):
    apart = {each["eventID"]: each for each in found}.values()
    said, _ = watched(RULES, log(*apart))
    assert len({each.fingerprint for each in said}) == len(said)


@pytest.mark.parametrize("odd", ["zzzz", "9999-99-99T99:99:99Z", "", "~", "0"])
def test_a_time_that_is_none_hides_no_other_from_the_span_that_was_read(odd):
    old, new = event("e0"), event("e1", time=9 * DAY)
    strange = event("e2", user="bob", time=odd)
    one = silence(longer_than="10d")
    for order in ([old, new, strange], [strange, new, old]):
        logs = [log(*order)], [log(each) for each in order]
        for each in logs:
            assert outcomes(one, *each) == {"alice": "unknown", "e2": "unknown"}


def test_two_expressions_that_give_one_key_have_findings_of_their_own():
    by = ["configuration.recipientAccountId", "configuration.userIdentity.accountId"]
    one = count(by, at_least=2)
    assert outcomes(one, log(event("e1"), event("e2", time=1))) == {
        "111122223333 2026-01-01T00:00:00Z": "fail",
        "userIdentity.accountId 111122223333 2026-01-01T00:00:00Z": "fail",
    }
