"""The time of events: which are asked for, and what span was read."""

from datetime import UTC, datetime, timedelta, timezone
from math import floor, inf

import pytest
from events import at, count, event, log, outcomes, rule, silence
from hypothesis import given
from hypothesis import strategies as st

from scanner.clock import utc
from scanner.watch.times import Bounds, Span, seconds_of

ANY = rule("check: [{value: configuration.errorCode, exists: false}]")
SINCE, UNTIL = "2026-01-01T00:01:00.000Z", "2026-01-01T00:02:00.999Z"
moments = st.datetimes(
    datetime(2025, 12, 31), datetime(2026, 1, 3),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
)  # fmt: skip


def between(*found, since=SINCE, until=UNTIL):
    return sorted(outcomes(ANY, log(*found), since=since, until=until))


def test_the_first_and_the_last_second_are_included():
    found = [event(f"e{second}", time=second) for second in (59, 60, 61, 119, 120, 121)]
    assert between(*found) == ["e119", "e120", "e60", "e61"]
    assert between(*found, until="") == ["e119", "e120", "e121", "e60", "e61"]
    assert between(*found, since="") == ["e119", "e120", "e59", "e60", "e61"]


def test_what_the_bounds_say_below_a_second_does_not_count():
    found = [event(f"e{second}", time=second) for second in (59, 60)]
    assert between(*found, since="2026-01-01T00:01:00.678Z") == ["e60"]
    late = event("late", time="2026-01-01T00:02:00.9995Z")
    assert between(late, until="2026-01-01T00:02:00.000Z") == ["late"]


@pytest.mark.parametrize(
    "time",
    [
        "2026-01-01T00:01:30.5Z",
        "2026-01-01T00:01:30+00:00",
        "2026-01-01T02:01:30+02:00",
        "2025-12-31T19:01:30.123456789-05:00",
        "2026-01-01 00:01:30Z",
    ],
)
def test_a_time_in_another_form_is_the_moment_that_it_says(time):
    assert between(event(time=time)) == ["e1"]
    assert between(event(time=time), since="2026-01-01T00:01:31.000Z") == []
    assert between(event(time=time), until="2026-01-01T00:01:29.000Z") == []


@pytest.mark.parametrize(
    "time",
    [
        *("2026-01-01 00:01:30Z", "2026-W01-4T00:01:30Z", "20260101T000130.500Z"),
        *("20260101T00:01:30.5Z", "2026-01-01T000130.5Z"),
    ],
)
def test_a_time_that_only_looks_plain_is_the_moment_that_it_says(time):
    one = event(time=time)
    assert between(one, since=at(90), until=at(90)) == ["e1"]
    assert between(one, since=at(91), until="") == between(one, since="", until=at(89)) == []


@pytest.mark.parametrize("odd", ["2026-W01-4T00:01:30Z", "2026-01-01 00:01:30Z"])
def test_a_time_that_only_looks_plain_hides_no_other_from_the_span(odd):
    span = Span()
    span.widen([odd, at(0), at(50, "2026-12-31")])
    assert (span.since, span.until) == (seconds_of(at(0)), seconds_of(at(50, "2026-12-31")))


@pytest.mark.parametrize(
    "time",
    [None, "", "yesterday", "2026-01-01T00:01:30", "2026-01-01T00:01:30z", "2027-13-01T00:00:00Z",
     "zzzzzzzzzzzzzzzzzzzZ", "1970"],
)  # fmt: skip
def test_an_event_whose_time_nobody_can_read_is_judged_and_not_lost(time):
    assert between(event(time=time)) == ["e1"]
    assert outcomes(count(), log(event(time=time)), since=SINCE) == {"e1": "unknown"}
    assert outcomes(silence(), log(event(time=time))) == {"e1": "unknown"}


def test_an_event_without_any_time_is_judged_as_well():
    assert between(event(eventTime=...)) == ["e1"]


@given(moments, moments, moments, st.booleans())
def test_bounds_hold_what_lies_between_their_seconds(since, until, moment, plain):
    bounds = Bounds(utc(since), utc(until))
    time = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if plain else moment.isoformat()
    ends = [floor(each.timestamp()) for each in (since, until)]
    assert bounds.hold(time) == (ends[0] <= floor(moment.timestamp()) <= ends[1])


@given(st.lists(st.lists(moments.map(utc) | moments.map(datetime.isoformat) | st.text(max_size=3))))
def test_a_span_is_from_the_first_to_the_last_of_all_times_that_are_some(parts):
    span = Span()
    for part in parts:
        span.widen(part)
    known = [moment for part in parts for each in part if (moment := seconds_of(each)) is not None]
    assert (span.since, span.until) == (min(known, default=inf), max(known, default=-inf))


def test_a_silence_before_the_time_that_is_asked_for_is_none():
    day = 86_400
    found = [event("e0"), event("e1", time=100 * day), event("b", user="bob", time=190 * day + 60)]
    said = outcomes(silence(), log(*found), since=at(100 * day)[:-1] + ".000Z")
    assert said == {"alice": "pass", "bob": "unknown"}
