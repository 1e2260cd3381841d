"""What several events show, against slow and obvious ways to find it; and what is kept of them."""

import tracemalloc
from itertools import groupby

import pytest
from events import at, count, event, log, outcomes, silence, watched
from hypothesis import given
from hypothesis import strategies as st

from scanner.unresolved import Unresolved
from scanner.watch import tally
from scanner.watch.tally import DAY, Sign, Tally, key_of
from scanner.watch.times import Span
from scanner.watch.together import EXAMPLES, Burst, Calm, Unsure, Waking, bursts, wakings


def sign(at, key="alice", by=0, id=""):
    return Sign(0, by, key, at, id or f"e{at}", f"t{at}", "Call", "1", "eu", "log")


def signs(times):
    return [sign(each, id=f"e{number:03}") for number, each in enumerate(sorted(times))]


times = st.lists(st.integers(0, 60), min_size=1, max_size=30)


@given(times, st.integers(0, 12), st.integers(1, 5))
def test_bursts_are_those_that_looking_at_every_run_of_events_finds(times, within, least):
    found = list(bursts(signs(times), within, least))
    said = [(each.first.at, each.last.at, each.number) for each in found if isinstance(each, Burst)]
    assert said == slow_bursts(sorted(times), within, least)
    assert [each for each in found if isinstance(each, Calm)] == ([] if said else found)
    assert said or len(found) == 1


def slow_bursts(times, within, least):
    """(first, last, how many) of each burst: as many as `least` so close, and all close behind."""
    start, found = 0, []
    while start + least <= len(times):
        end = start + least - 1
        if times[end] - times[start] > within:
            start += 1
            continue
        while end + 1 < len(times) and times[end + 1] - times[end] <= within:
            end += 1
        found.append((times[start], times[end], end + 1 - start))
        start = end + 1
    return found


@given(times, st.integers(0, 12))
def test_a_calm_key_is_told_the_most_events_that_came_together(times, within):
    (calm,) = bursts(signs(times), within, len(times) + 1)
    assert calm.most == max(sum(0 <= each - one <= within for each in times) for one in times)
    assert (calm.first.at, calm.last.at) == (min(times), max(times))


@given(times, st.integers(0, 12), st.integers(1, 5))
def test_a_burst_names_its_first_events(times, within, least):
    for each in bursts(signs(times), within, least):
        if isinstance(each, Burst):
            inside = [one for one in signs(times) if each.first.id <= one.id <= each.last.id]
            assert list(each.examples) == inside[: max(EXAMPLES, 0)]
            assert each.number == len(inside)


@pytest.mark.parametrize(
    ("seconds", "words"), [(90 * DAY + 1, "90 days"), (2 * 3600 + 5, "2 hours"), (61, "1 minute")]
)
def test_a_silence_is_told_in_a_unit_that_fits(seconds, words):
    found, _ = watched(silence(longer_than="1m"), log(event("e0"), event("e1", time=seconds)))
    (woken,) = [each for each in found if each.verdict == "fail"]
    assert woken.message.endswith(f", after {words} without an event")


def test_a_long_burst_holds_a_few_of_its_events():
    tracemalloc.start()
    (burst,) = bursts((sign(each / 100) for each in range(50_000)), 10**6, 3)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert burst.number == 50_000
    assert peak < 200_000


@given(times, st.integers(0, 20), st.integers(0, 30), st.integers(0, 30))
def test_wakings_are_those_that_looking_at_every_pair_finds(times, longest, before, after):
    ordered = sorted(times)
    span = Span(ordered[0] - before, ordered[-1] + after)
    found = list(wakings(signs(times), longest, span))
    pairs = [
        (one, other)
        for number, one in enumerate(ordered)
        for other in ordered[number + 1 : number + 2]
        if other - one > longest
    ]
    woken = [each for each in found if isinstance(each, Waking)]
    assert [(each.before.at, each.after.at) for each in woken] == pairs
    known_for_long = before <= longest and span.until - span.since > longest
    unsure = [each for each in found if isinstance(each, Unsure)]
    calm = [each for each in found if isinstance(each, Calm)]
    assert len(unsure) == (not known_for_long)
    assert len(calm) == (known_for_long and not pairs)
    assert len(woken) + len(unsure) + len(calm) == len(found)


@pytest.mark.parametrize(("apart", "verdict"), [(299, "fail"), (300, "fail"), (301, "pass")])
def test_events_exactly_so_far_apart_are_within_it(apart, verdict):
    said = outcomes(count(within="5m", at_least=2), log(event("e0"), event("e1", time=apart)))
    assert list(said.values()) == [verdict]


@pytest.mark.parametrize(("days", "verdict"), [(89, "pass"), (90, "pass"), (91, "fail")])
def test_a_silence_of_exactly_so_long_is_well(days, verdict):
    others = [event(f"b{n}", user="bob", time=n * DAY) for n in range(0, 200, 50)]
    hers = [event("e0"), event("e1", time=days * DAY)]
    said = outcomes(silence(), log(*others, *hers))
    assert {key: each for key, each in said.items() if "alice" in key} == {
        "alice" if verdict == "pass" else f"alice {at(days * DAY)}": verdict
    }


def test_a_second_longer_than_allowed_is_too_long():
    others = [event(f"b{n}", user="bob", time=n * DAY) for n in range(0, 200, 50)]
    hers = [event("e0"), event("e1", time=90 * DAY + 1)]
    said = outcomes(silence(), log(*others, *hers))
    assert said[f"alice {at(90 * DAY + 1)}"] == "fail"


def test_events_of_one_second_are_together():
    found = [event(f"e{n}") for n in range(3)]
    said, _ = watched(count(within="1s"), log(*found))
    assert [each.resource.id for each in said] == ["alice 2026-01-01T00:00:00Z"]
    assert said[0].message == (
        "3 events of alice from 2026-01-01T00:00:00Z to 2026-01-01T00:00:00Z: TerminateInstances"
    )


def test_a_key_may_have_several_bursts():
    times = [0, 1, 2, 1000, 1001, 1002, 5000]
    found = [event(f"e{n}", time=each) for n, each in enumerate(times)]
    assert outcomes(count(), log(*found)) == {
        f"alice {at(0)}": "fail",
        f"alice {at(1000)}": "fail",
    }


def test_one_address_with_many_names_is_found_by_the_address():
    by = ["configuration.userIdentity.userName", "configuration.sourceIPAddress"]
    found = [event(f"e{n}", user=f"user-{n}", time=n) for n in range(3)]
    assert outcomes(count(by), log(*found)) == {
        "user-0": "pass",
        "user-1": "pass",
        "user-2": "pass",
        f"sourceIPAddress 203.0.113.7 {at(0)}": "fail",
    }


def test_an_event_without_the_key_belongs_to_nobody():
    found = [event(f"e{n}", userIdentity={"type": "AWSService"}) for n in range(5)]
    assert outcomes(count(), log(*found)) == {}


def test_a_list_with_a_null_is_no_key():
    by = "[configuration.userIdentity.userName, configuration.errorCode]"
    found = [event("e0"), event("e1", errorCode="x"), event("e2", errorCode="x")]
    assert outcomes(count(by, at_least=2), log(*found)) == {f"alice x {at(0)}": "fail"}


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (None, None),
        ("", None),
        ([], None),
        (["a", None], None),
        (["a", ""], None),
        ([Unresolved("why"), None], None),
        ("a", "a"),
        (0, "0"),
        (False, "false"),
        ({}, "{}"),
        (["a"], "a"),
        (["a", "b"], "a b"),
        (["a b", "c"], '"a b" c'),
        (["a", "b c"], 'a "b c"'),
        ([0, {"b": 1, "a": [2]}], '0 {"a":[2],"b":1}'),
        (Unresolved("why"), Unresolved("why")),
        (["a", Unresolved("why")], Unresolved("why")),
        ({"a": [{"b": Unresolved("why")}]}, Unresolved("why")),
    ],
)
def test_a_key_is_what_a_value_spells(value, key):
    assert key_of(value) == key


words = st.text(st.sampled_from('a "\\[]{}:,\x00é'), min_size=1, max_size=4)


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, min_size=1, max_size=3))
def test_two_lists_have_one_key_only_if_they_are_the_same(one, other):
    assert (key_of(one) == key_of(other)) == (one == other)


@given(st.dictionaries(words, words))
def test_the_order_of_fields_makes_no_other_key(found):
    assert key_of(found) == key_of(dict(reversed(found.items())))


def test_a_value_that_nests_too_deeply_is_no_key():
    deep = []
    for _ in range(5000):
        deep = [deep, 1]
    assert isinstance(key_of([deep]), Unresolved)


@pytest.fixture
def kept():
    tally = Tally()
    yield tally
    tally.close()


many = st.lists(
    st.builds(
        sign,
        at=st.integers(0, 20 * DAY).map(lambda each: each // 7 * 7),
        key=st.sampled_from("abcdef"),
        by=st.integers(0, 1),
        id=st.integers(0, 10**6).map(str),
    ),
    max_size=60,
)


def ordered(found):
    return sorted(found, key=lambda each: (each.by, each.key, each.at, each.id))


@given(many)
def test_what_was_put_down_comes_back_in_the_order_of_keys_and_time(found):
    kept = Tally()
    for each in found:
        kept.add(each)
    assert list(kept.of(0)) == ordered(found)
    assert list(kept.of(1)) == []
    kept.close()


@given(many, st.integers(DAY, 6 * DAY), st.integers(1, 9))
def test_the_ends_of_days_tell_of_every_silence_of_a_day_or_more(found, longest, held):
    kept, most = Tally(), tally.MOST_HELD
    tally.MOST_HELD = held
    try:
        for each in found:
            kept.add_of_day(each)
        brief = list(kept.of(0))
    finally:
        tally.MOST_HELD = most
        kept.close()
    assert silences(brief, longest) == silences(ordered(found), longest)


def silences(signs, longest):
    """What is said of each key, with the events that are named."""
    span = Span(0, 20 * DAY)
    grouped = groupby(signs, key=lambda each: (each.by, each.key))
    return [(key, *wakings(group, longest, span)) for key, group in grouped]


def test_of_a_key_a_day_keeps_two_events(kept):
    for second in range(0, DAY, 10):
        kept.add_of_day(sign(second))
    assert [each.at for each in kept.of(0)] == [0, DAY - 10]


def test_a_silence_of_hours_is_found_within_a_day():
    hourly = [event(f"e{n}", time=n * 3600) for n in range(24)]
    assert outcomes(silence(longer_than="2h"), log(*hourly)) == {"alice": "pass"}
    holed = [each for n, each in enumerate(hourly) if n not in (10, 11)]
    assert outcomes(silence(longer_than="2h"), log(*holed)) == {f"alice {at(12 * 3600)}": "fail"}


def test_events_beyond_what_is_held_lie_on_disk(monkeypatch, kept):
    monkeypatch.setattr(tally, "MOST_HELD", 1000)
    tracemalloc.start()
    for second in range(50_000):
        kept.add(sign(second, key=str(second % 1000), id=f"event-{second}"))
    number = sum(1 for _ in kept.of(0))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 50_000
    assert peak < 2 << 20


def test_names_of_a_megabyte_are_not_kept_of_each_event():
    huge = "x" * (1 << 20)
    found = [event(f"{n}{huge}", user=f"{huge}{n}", name=huge) for n in (0, 0, 1)]
    said, _ = watched(count(at_least=2), log(*found, event("e1", user=f"{huge}0")))
    assert len({each.resource.id for each in said}) == 2
    assert all(len(each.resource.id) < 300 for each in said)
    assert all(len(each.message) < 1000 for each in said)
    assert sorted(each.verdict for each in said) == ["fail", "pass"]
