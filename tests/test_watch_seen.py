"""An event counts once, however often and wherever it is delivered."""

import random

import msgspec
import pytest
from events import count, event, log, outcomes, rule, summary, watched
from hypothesis import given
from hypothesis import strategies as st

from scanner.watch.seen import Seen

REFUSED = rule("check: [{value: configuration.errorCode, exists: false}]")


@given(st.lists(st.binary(max_size=1) | st.tuples(st.text(max_size=1), st.text(max_size=1))))
def test_what_was_seen_is_what_a_set_has(identities):
    seen, known = Seen(), set()
    for each in identities:
        assert seen.add(each) is (each not in known)
        known.add(each)
    assert len(seen) == len(known)


def test_it_grows_and_forgets_nothing():
    seen = Seen()
    assert all(seen.add(("event", number)) for number in range(50_000))
    assert not any(seen.add(("event", number)) for number in range(50_000))
    assert len(seen) == 50_000


def test_hashes_that_share_their_last_bits_are_told_apart():
    seen = Seen()
    alike = [number << 40 for number in range(1, 2000)]
    assert all(map(seen.add, alike))
    assert not any(map(seen.add, alike))


def test_the_hash_that_marks_a_free_place_is_seen_once_too():
    seen = Seen()
    assert [seen.add(0), seen.add(0)] == [True, False]


@pytest.mark.parametrize("id", ["e1", None, ..., ""])
def test_an_event_counts_once_in_a_log_and_in_two(id):
    one = event(eventID=id)
    assert len(watched(REFUSED, log(one, one))[0]) == 1
    assert len(watched(REFUSED, log(one), log(event("e2"), one, uri="other"))[0]) == 2
    assert outcomes(count(at_least=2), log(one, one), log(one)) == {"alice": "pass"}


def test_events_without_an_id_are_told_apart_by_all_that_they_have():
    old = [event(eventID=..., eventVersion="1.0", time=n) for n in (0, 1, 0)]
    found, _ = watched(REFUSED, log(*old))
    assert len({each.resource.id for each in found}) == len(found) == 2


@pytest.mark.parametrize("id", [..., ""])
def test_an_event_without_an_id_is_the_same_in_whatever_layout(id):
    one = event(eventID=id)
    turned = dict(reversed(one.items()))
    spaced = log(turned)
    spaced = msgspec.structs.replace(spaced, text=msgspec.json.format(spaced.text, indent=2))
    found, _ = watched(REFUSED, log(one), spaced)
    assert len(found) == 1
    again, _ = watched(REFUSED, spaced, log(one))
    assert summary(found) == summary(again)


@pytest.mark.parametrize("other", [{"time": 1}, {"name": "StopInstances"}])
def test_two_events_with_one_id_are_both_judged(other):
    found, _ = watched(REFUSED, log(event(), event(**other)))
    assert len(found) == 2


def test_an_event_that_no_rule_is_about_is_not_even_remembered():
    one = rule("when: [{value: configuration.eventName, equals: X}]\n"
               "check: [{value: configuration.errorCode, exists: false}]")  # fmt: skip
    assert watched(one, log(event(), event())) == ([], [])


def test_many_events_in_any_order_count_as_many_times_as_there_are_different_ones():
    found = [event(f"e{n}", time=n % 300) for n in range(500)]
    twice = found * 2
    random.Random(1).shuffle(twice)
    said, _ = watched(count(at_least=500), log(*twice[:300]), log(*twice[300:]))
    assert [each.verdict for each in said] == ["fail"]
    assert said[0].message.startswith("500 events of alice")
