"""The times of events: those that a scan asks for, and the span of all that were read."""

from collections.abc import Iterable
from datetime import datetime
from math import floor, inf
from typing import Final

from msgspec import Struct

_PLAIN: Final = "--T::Z"  # every third character of 2026-01-02T03:04:05Z, from the fifth


def seconds_of(time: str | None) -> float | None:
    """The seconds since 1970 of an eventTime; None for what is no time with its zone."""
    try:
        moment = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    return moment.timestamp() if moment.tzinfo else None


def _is_plain(time: str) -> bool:
    """Whether a time is written as CloudTrail writes nearly all, so that texts sort as times do."""
    return time[4::3] == _PLAIN


class Bounds:
    """The first and last second of the events that are asked for, "" being no first or last."""

    __slots__ = ("_first", "_from", "_last", "_open", "_to")

    def __init__(self, since: str, until: str) -> None:
        """Both as `clock.utc` writes a time; what they say below a second does not count."""
        self._open = not (since or until)
        self._first, self._last = since[:19], until[:19] + "Z" if until else "~"
        first, last = seconds_of(since), seconds_of(until)
        self._from = -inf if first is None else floor(first)
        self._to = inf if last is None else floor(last)

    def hold(self, time: str | None) -> bool:
        """Whether an event of this time is asked for; one is of which nobody can read the time."""
        if self._open or (time and _is_plain(time) and self._first <= time <= self._last):
            return True
        at = seconds_of(time)
        return at is None or self._from <= floor(at) <= self._to


class Span(Struct):
    """The time of the first and the last event of all that were read, in seconds since 1970."""

    since: float = inf
    until: float = -inf

    def widen(self, times: Iterable[str]) -> None:
        """Take note of the times of more events."""
        plain: list[str] = []
        others: list[str] = []
        for each in times:
            (plain if _is_plain(each) else others).append(each)
        ends = [seconds_of(each) for each in (min(plain), max(plain))] if plain else []
        if None in ends:  # they only look like times
            others += plain
        known = [at for at in (*ends, *map(seconds_of, others)) if at is not None]
        if known:
            self.since, self.until = min(self.since, *known), max(self.until, *known)
