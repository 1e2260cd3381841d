"""Functions of the rule language that ask `scanner.monitoring`."""

from typing import Any, Final

from scanner.expression.of_logs import USE_CASES
from scanner.expression.question import question, unfit
from scanner.expression.signature import Function, Parameter
from scanner.unresolved import Unresolved, merged

_NAMES: Final = ("resourceId", "resourceName", "accountId", "awsRegion")
_TRAIL: Final = (
    "configuration.cloudWatchLogsLogGroupArn",
    "arn",
    "configuration.hasCustomEventSelectors",
    "configuration.isMultiRegionTrail",
    "configuration.trailARN",
    "supplementaryConfiguration.EventSelectors",
    "supplementaryConfiguration.TrailStatus",
)
_PUBLISHES: Final = (
    "configuration.MetricTransformations",
    "configuration.EmitSystemFieldDimensions",
)
_FILTER: Final = (
    "configuration.ApplyOnTransformedLogs",
    "configuration.FieldSelectionCriteria",
    "configuration.FilterPattern",
    "configuration.LogGroupName",
)
_ALARM: Final = tuple(
    f"configuration.{name}"
    for name in (
        *("actionsEnabled", "alarmActions", "comparisonOperator", "datapointsToAlarm"),
        *("dimensions", "evaluateLowSampleCountPercentile", "evaluationPeriods"),
        *("extendedStatistic", "metricName", "metrics", "namespace", "period", "statistic"),
        *("threshold", "treatMissingData", "unit"),
    )
)
_TOPIC: Final = ("configuration.TopicArn", "configuration.SubscriptionsConfirmed")
_SUBSCRIPTION: Final = ("configuration.TopicArn", "configuration.SubscriptionArn")


def _documents(name: str, *reads: str) -> Parameter:
    return Parameter(name, ("array[object]",), reads=(*_NAMES, *reads))


_HOURS: Final = {
    "One_Hour": 1,
    "Three_Hours": 3,
    "Six_Hours": 6,
    "Twelve_Hours": 12,
    "TwentyFour_Hours": 24,
}
"""https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigSnapshotDeliveryProperties.html"""

_FREQUENCY: Final = Parameter("frequency", ("string", "null"))


def _snapshot_hours(frequency: Any) -> int | Unresolved | None:
    """The hours between two deliveries that AWS Config has a word for; null where it has none."""
    wrong = unfit("snapshot_hours", (_FREQUENCY,), (frequency,))
    if wrong:
        return merged(wrong)
    if frequency is not None and frequency not in _HOURS:
        return Unresolved(f"snapshot_hours: {frequency[:40]!r} is no frequency")
    return _HOURS.get(frequency)


MONITORING: Final = (
    question(
        "monitoring",
        "alarm_chain",
        (
            _documents("trails", *_TRAIL),
            _documents("filters", *_FILTER, *_PUBLISHES),
            _documents("alarms", *_ALARM),
            _documents("topics", *_TOPIC),
            _documents("subscriptions", *_SUBSCRIPTION),
            Parameter("use_case", ("string",), choices=USE_CASES),
            Parameter("events", ("number",)),
        ),
        "array[object]",
        "Which link is missing between a trail and somebody who hears of the API activity of a "
        "use case: `alarm_chain(trails, filters, alarms, topics, subscriptions, 'root-use', "
        "params.events)`.",
    ),
    question(
        "monitoring",
        "alarm_gaps",
        (
            _documents("filters", *_PUBLISHES),
            _documents("alarms", *_ALARM),
            Parameter("events", ("number",)),
        ),
        "array[object]",
        "What keeps so many events that metric filters count from raising an alarm that notifies "
        "somebody: `alarm_gaps([@], alarms, `1`)`.",
    ),
    question(
        "monitoring",
        "use_cases_served",
        (Parameter("pattern", ("string",)),),
        "array[string]",
        "The names of the use cases whose API activity a metric filter's pattern matches: "
        "`use_cases_served(configuration.FilterPattern)`.",
    ),
    Function(
        "snapshot_hours",
        (_FREQUENCY,),
        "number",
        "The hours between two snapshots, by AWS Config's word for it: "
        "`snapshot_hours(configuration.ConfigSnapshotDeliveryProperties.DeliveryFrequency)`.",
        _snapshot_hours,
    ),
)
