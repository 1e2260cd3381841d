"""Whether an alarm watches a metric, can be raised by what is counted, and notifies anybody.

An alarm that computes with several metrics is not decided: what it computes is a language of its
own. A composite alarm is not followed either: the alarm on the metric has to notify by itself.
"""

import math
from typing import Any, Final

from msgspec import Struct

from scanner.monitoring.datapoints import Counted, Watch, silence
from scanner.monitoring.filters import Metric
from scanner.monitoring.reading import Held, Judged, alike, both, field, listed, name_of, reasons
from scanner.unresolved import Unresolved

_NO_UNIT: Final = "None"
_ANY_UNIT: Final = (None, "")


class Subject(Struct, frozen=True):
    """What an alarm watches: the metric, and how its data points are made."""

    namespace: Any
    name: Any
    dimensions: list[Any]
    unit: Any
    statistic: Any
    period: Any


def subject_of(alarm: Any) -> Subject | Unresolved:
    """What an alarm watches; unresolved where it computes with several metrics."""
    computed = listed(alarm, "configuration.metrics")
    if not computed:
        return _subject(alarm, "configuration", "statistic")
    one = computed[0]
    if len(computed) == 1 and field(one, "metricStat") and field(one, "accountId") is None:
        return _subject({"configuration": one["metricStat"]}, "configuration.metric", "stat")
    unread = [each for each in computed if type(each) is Unresolved]
    return reasons(unread) if unread else Unresolved(f"{name_of(alarm)} computes with metrics")


def _subject(document: Any, where: str, statistic: str) -> Subject:
    found = field(document, f"configuration.{statistic}")
    return Subject(
        namespace=field(document, f"{where}.namespace"),
        name=field(document, f"{where}.metricName"),
        dimensions=listed(document, f"{where}.dimensions"),
        unit=field(document, "configuration.unit"),
        statistic=field(document, "configuration.extendedStatistic") if found is None else found,
        period=field(document, "configuration.period"),
    )


def may_compute_with(alarm: Any, metric: Metric) -> Held:
    """Whether an alarm that computes reads a metric in one of its parts."""
    held = [_reads(alarm, each, metric) for each in listed(alarm, "configuration.metrics")]
    if any(each is True for each in held):
        return True
    unknown = [each for each in held if isinstance(each, Unresolved)]
    return reasons(unknown) if unknown else False


def _reads(alarm: Any, part: Any, metric: Metric) -> Held:
    """Whether a part does; expressions name parts, but for SEARCH and SELECT, which find metrics.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
    """
    expression = field(part, "expression")
    if isinstance(expression, Unresolved):
        return expression
    if expression is None:
        namespace = field(part, "metricStat.metric.namespace")
        name = field(part, "metricStat.metric.metricName")
        return both(alike(namespace, metric.namespace), alike(name, metric.name))
    text = str(expression)
    selects = "SELECT" in text.upper() and (not isinstance(metric.name, str) or metric.name in text)
    finds = selects or "SEARCH" in text.upper()
    return Unresolved(f"what the alarm {name_of(alarm)} computes") if finds else False


def watches(subject: Subject, metric: Metric) -> Held:
    """Whether an alarm is on a metric of this name."""
    return both(alike(subject.namespace, metric.namespace), alike(subject.name, metric.name))


def hears(subject: Subject, metric: Metric) -> Judged:
    """Why an alarm on a metric of this name gets none of its data points, or not all."""
    unread = [each for each in subject.dimensions if type(each) is Unresolved]
    if len(unread) < len(subject.dimensions):
        return "it watches one value of a dimension, and not all of the metric"
    if metric.dimensions is True:
        return "the filter publishes the metric with dimensions, which the alarm does not watch"
    if unread or isinstance(metric.dimensions, Unresolved):
        return reasons([*unread, *_unresolved(metric.dimensions)])
    if subject.unit in _ANY_UNIT:
        return None
    same = alike(subject.unit, metric.unit or _NO_UNIT)
    if same is False:
        return f"it watches the unit {subject.unit}, which the filter does not publish"
    return same if isinstance(same, Unresolved) else None


def rises(alarm: Any, subject: Subject, counted: Counted | Unresolved, events: int) -> Judged:
    """Why so many events do not raise an alarm."""
    watch = _watch(alarm, subject)
    unknown = [each for each in (watch, counted) if isinstance(each, Unresolved)]
    if isinstance(watch, Unresolved) or isinstance(counted, Unresolved):
        return reasons(unknown)
    if math.isnan(counted.value):
        return "the filter publishes a value out of the event, and does not count"
    return silence(watch, counted, events)


def _watch(alarm: Any, subject: Subject) -> Watch | Unresolved:
    """How an alarm looks at its metric, with CloudWatch's defaults.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    read = {
        name: field(alarm, f"configuration.{name}")
        for name in ("comparisonOperator", "threshold", "evaluationPeriods", "datapointsToAlarm")
    }
    missing = _or(field(alarm, "configuration.treatMissingData"), "missing")
    low = _or(field(alarm, "configuration.evaluateLowSampleCountPercentile"), "evaluate")
    datapoints = _or(read["datapointsToAlarm"], read["evaluationPeriods"])
    texts = (subject.statistic, read["comparisonOperator"], missing, low)
    numbers = (read["threshold"], subject.period, read["evaluationPeriods"], datapoints)
    unknown = [each for each in (*texts, *numbers) if type(each) is Unresolved]
    if unknown:
        return reasons(unknown)
    if not all(isinstance(each, str) for each in texts) or not all(map(_number, numbers)):
        return Unresolved(f"the alarm {name_of(alarm)} says not all of how it looks at its metric")
    return Watch(
        statistic=texts[0],
        comparison=texts[1],
        threshold=numbers[0],
        period=int(numbers[1]),
        periods=int(numbers[2]),
        datapoints=int(numbers[3]),
        missing=missing,
        low_samples=low,
    )


def _or(value: Any, default: Any) -> Any:
    return default if value is None else value


def _number(value: Any) -> bool:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return plain and math.isfinite(value)


def acts(alarm: Any) -> Judged:
    """Why an alarm does nothing when it is raised."""
    enabled = field(alarm, "configuration.actionsEnabled")
    if enabled is False:
        return "its actions are not enabled"
    actions = listed(alarm, "configuration.alarmActions")
    if not actions:
        return "it has no alarm actions"
    unread = [each for each in actions if type(each) is Unresolved and not each.named]
    doubts = [*_unresolved(enabled), *(unread if len(unread) == len(actions) else [])]
    return reasons(doubts) if doubts else None


def _unresolved(value: Any) -> list[Unresolved]:
    return [value] if isinstance(value, Unresolved) else []
