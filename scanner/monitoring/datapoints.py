"""Whether a few events are enough to raise an alarm, as arithmetic on the data points they make.

A metric filter publishes a value for each event that matches, and its default, where it has one,
for each minute in which something was logged and nothing matched. Events are rare: before and
after them is nothing that matches. All of them fall into one period, and each time anew the alarm
has to go from another state into ALARM, or else nobody is told.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
"""

import operator
import re
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from scanner.monitoring.reading import Held, Judged
from scanner.unresolved import Unresolved

BREACHES: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "GreaterThanThreshold": operator.gt,
    "GreaterThanOrEqualToThreshold": operator.ge,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}
"""The comparison operators of static thresholds."""

_PERCENTILE: Final = re.compile(r"p(\d{1,2}(?:\.\d{0,10})?|100)")


class Counted(Struct, frozen=True):
    """What a metric filter publishes: a value for each event, and one for each quiet minute."""

    value: float
    default: float | None = None


class Watch(Struct, frozen=True):
    """How an alarm looks at its metric; `period` is in seconds."""

    statistic: str
    comparison: str
    threshold: float
    period: int
    periods: int
    datapoints: int
    missing: str
    low_samples: str = "evaluate"


def silence(watch: Watch, counted: Counted, events: int) -> Judged:
    """Why so many events in one period do not raise the alarm, or not each time.

    Unresolved for statistics and comparisons whose outcome these settings do not decide.
    """
    if watch.comparison not in BREACHES:
        return Unresolved(f"what {watch.comparison} compares with is not known")
    percentile = watch.statistic.startswith("p")
    if percentile and watch.low_samples == "ignore":
        return f"its state does not change by periods with few samples, as {watch.statistic} has it"
    return _always(watch, counted) or _never(watch, counted, events) or _once(watch, counted)


def _always(watch: Watch, counted: Counted) -> Judged:
    """Why it is in alarm without any event."""
    if counted.default is None:
        if watch.missing == "breaching":
            return "it is always in alarm, as it treats missing data as breaching"
        return None
    quiet = [_breaches(watch, ((counted.default, count),)) for count in {1, _minutes(watch)}]
    if any(each is True for each in quiet):
        return f"it is in alarm without any event, by the default value {counted.default:g}"
    return next((each for each in quiet if isinstance(each, Unresolved)), None)


def _never(watch: Watch, counted: Counted, events: int) -> Judged:
    """Why the data point of the period with the events does not breach."""
    quiet = {0, _minutes(watch) - 1} if counted.default is not None else {0}
    for count in sorted(quiet):
        samples = ((counted.value, events), (counted.default or 0.0, count))
        held = _breaches(watch, samples)
        if isinstance(held, Unresolved):
            return held
        if not held:
            number = "one event does" if events == 1 else f"{events} events in a period do"
            return (
                f"{number} not reach its threshold "
                f"({watch.statistic}, {watch.comparison} {watch.threshold:g})"
            )
    return None


def _once(watch: Watch, counted: Counted) -> Judged:
    """Why one period that breaches is not enough, or only for the first time."""
    settled = counted.default is not None or watch.missing in ("notBreaching", "ignore")
    if watch.datapoints > 1 and settled:
        return f"it needs {watch.datapoints} periods that breach, and an event makes one"
    if watch.missing == "ignore" and counted.default is None:
        return "it stays in alarm after the first event, as it ignores missing data"
    return None


def _minutes(watch: Watch) -> int:
    return max(1, watch.period // 60)


def _breaches(watch: Watch, samples: tuple[tuple[float, int], ...]) -> Held:
    """Whether the data point of these values, each so many times, breaches the threshold."""
    bounds = _bounds(watch.statistic, [each for each in samples if each[1]])
    if isinstance(bounds, Unresolved):
        return bounds
    compare = BREACHES[watch.comparison]
    held = {compare(each, watch.threshold) for each in bounds}
    if len(held) > 1:
        return Unresolved(f"what {watch.statistic} is of values that differ depends on the log")
    return held.pop()


def _bounds(statistic: str, samples: list[tuple[float, int]]) -> tuple[float, float] | Unresolved:
    """The least and the greatest that a statistic may be."""
    values, count = [value for value, _ in samples], sum(number for _, number in samples)
    total = sum(value * number for value, number in samples)
    exact = {
        "Sum": total,
        "SampleCount": float(count),
        "Average": total / count,
        "Maximum": max(values),
        "Minimum": min(values),
    }
    if statistic in exact:
        return exact[statistic], exact[statistic]
    if _PERCENTILE.fullmatch(statistic):
        return min(values), max(values)
    return Unresolved(f"what the statistic {statistic[:40]} makes of few samples is not known")
