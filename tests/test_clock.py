import pytest

from scanner.clock import clock, parsed, spelt
from scanner.errors import UserError


def test_times_are_utc_and_sort_as_text():
    assert parsed("2026-01-31", "--at") == "2026-01-31T00:00:00.000Z"
    assert parsed("2026-01-31T12:00:00+02:00", "--at") == "2026-01-31T10:00:00.000Z"
    assert parsed("2026-01-31T12:00:00.5Z", "--at") == "2026-01-31T12:00:00.500Z"


@pytest.mark.parametrize("text", ["soon", "31.01.2026", "2026-13-01", ""])
def test_what_is_no_time_is_refused_with_a_way_to_write_it(text):
    with pytest.raises(UserError, match=r"--at .*write it like 2026-01-31"):
        parsed(text, "--at")


def test_the_clock_is_set_by_the_option_or_by_the_environment(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert clock(None)() == "1970-01-01T00:00:00.000Z"
    assert clock("2026-01-31")() == "2026-01-31T00:00:00.000Z"


def test_a_source_date_epoch_that_is_no_number_is_refused(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(UserError, match="SOURCE_DATE_EPOCH=today"):
        clock(None)


def test_otherwise_it_runs(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert clock(None)() > "2026"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (90 * 86_400, "90 days"),
        (86_400 * 2 - 1, "1 day"),
        (7200.5, "2 hours"),
        (3600, "1 hour"),
        (3599, "59 minutes"),
        (60, "1 minute"),
        (59, "59 seconds"),
        (1, "1 second"),
        (0, "0 seconds"),
    ],
)
def test_a_length_of_time_is_told_in_the_largest_unit_that_fits(length, words):
    assert spelt(length) == words
