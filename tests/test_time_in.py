"""The time that a sentence of AWS's names."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.expression import compile
from scanner.unresolved import Unresolved

ASK = "time_in(text)"


def time_in(text):
    return compile(ASK)({"text": text})


def test_the_time_in_a_sentence_is_in_utc():
    assert time_in("User initiated (2025-06-01 12:34:56 GMT)") == "2025-06-01T12:34:56Z"
    assert time_in("since 2025-06-01T12:34:56.789Z, and 2026-01-01 00:00:00") == (
        "2025-06-01T12:34:56Z"
    )


@pytest.mark.parametrize(
    "text", ["", "Server.InternalError", "2025-06-01", "x" * 5000 + "2025-06-01 12:34:56", None, 7]
)
def test_a_text_without_a_time_is_unknown(text):
    assert isinstance(time_in(text), Unresolved)


def test_what_was_not_read_stays_so():
    assert time_in(Unresolved("AccessDenied")) == Unresolved("AccessDenied")


@given(st.datetimes(datetime(1000, 1, 1)), st.text(alphabet="abc ()."), st.text(alphabet="abc ()."))
def test_whatever_stands_around_a_time_it_is_found(moment, before, after):
    moment = moment.replace(microsecond=0)
    said = f"{before}{moment:%Y-%m-%d %H:%M:%S}{after}"
    assert time_in(said) == f"{moment:%Y-%m-%dT%H:%M:%SZ}"
