"""A time axis: where a moment stands on it, and which moments to write below it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

MOST_TICKS: Final = 6
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
STEPS: Final = (
    *(_MINUTE, 5 * _MINUTE, 15 * _MINUTE, _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR),
    *(_DAY, 2 * _DAY, 7 * _DAY, 14 * _DAY, 28 * _DAY, 91 * _DAY, 182 * _DAY, 364 * _DAY),
    *(1820 * _DAY, 3640 * _DAY),
)
"""Seconds between two ticks."""


class Axis(Struct, frozen=True):
    """Times as text, from `began` to `ended`, between two horizontal positions."""

    began: str
    ended: str
    left: int
    right: int

    def x(self, time: str) -> float:
        """Where a time stands, rounded to a tenth; what is outside stands at the edge."""
        first, last = _seconds(self.began), _seconds(self.ended)
        share = (_seconds(time) - first) / (last - first) if last > first else 0.0
        return round(self.left + (self.right - self.left) * min(max(share, 0.0), 1.0), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """At most six round times, and what to call them."""
        first, last = _seconds(self.began), _seconds(self.ended)
        step = next((each for each in STEPS if (last - first) / each <= MOST_TICKS), STEPS[-1])
        tick = -(-first // step) * step
        while tick <= last:
            moment = datetime.fromtimestamp(tick, UTC)
            text = moment.isoformat(timespec="minutes")
            yield self.x(moment.isoformat()), text[:10] if step >= _DAY else text[:16]
            tick += step


def _seconds(time: str) -> float:
    return datetime.fromisoformat(time).timestamp()
