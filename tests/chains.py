"""Builders of the links of an alarm's chain, in AWS Config's shape."""

from typing import Any

ACCOUNT = "111122223333"
HERE = "eu-west-1"
TOPIC = f"arn:aws:sns:{HERE}:{ACCOUNT}:security"
OTHER_TOPIC = f"arn:aws:sns:{HERE}:{ACCOUNT}:other"
PATTERN = "{ $.eventName = *Trail || $.eventName = *Logging }"
"""A filter that serves the use case "cloudtrail-changes"."""

Document = dict[str, Any]


def _document(id: str, configuration: Any, supplementary: Any = None, **more: Any) -> Document:
    return {
        "resourceId": id,
        "accountId": ACCOUNT,
        "awsRegion": HERE,
        "configuration": configuration,
        "supplementaryConfiguration": supplementary or {},
        **more,
    }


def trail(
    *, multi: Any = True, logging: Any = True, group: Any = None, selectors: Any = (), **more: Any
) -> Document:
    """A trail that delivers to the log group "trail"; `selectors` are basic ones."""
    arn = f"arn:aws:logs:{HERE}:{ACCOUNT}:log-group:trail:*" if group is None else group
    return _document(
        "all",
        {"isMultiRegionTrail": multi, "cloudWatchLogsLogGroupArn": arn},
        {
            "TrailStatus": {"isLogging": logging},
            "EventSelectors": {"eventSelectors": list(selectors)},
        },
        **more,
    )


def counter(
    pattern: Any = PATTERN, *, group: Any = "trail", metrics: Any = None, **more: Any
) -> Document:
    """A metric filter that counts what its pattern matches as Trail/Changes."""
    configuration = {
        "FilterPattern": pattern,
        "LogGroupName": group,
        "MetricTransformations": [metric()] if metrics is None else metrics,
        **more,
    }
    return _document("changes", configuration)


def metric(name: Any = "Changes", *, namespace: Any = "Trail", value: Any = "1", **more: Any):
    """What a filter publishes."""
    return {"MetricName": name, "MetricNamespace": namespace, "MetricValue": value, **more}


def alarm(
    name: Any = "Changes", *, namespace: Any = "Trail", id: str = "alarm", **more: Any
) -> Document:
    """An alarm that one event of Trail/Changes raises, and that tells the topic."""
    place = {each: more.pop(each) for each in ("accountId", "awsRegion") if each in more}
    configuration = {
        "metricName": name,
        "namespace": namespace,
        "statistic": "Sum",
        "period": 300,
        "evaluationPeriods": 1,
        "threshold": 1,
        "comparisonOperator": "GreaterThanOrEqualToThreshold",
        "treatMissingData": "notBreaching",
        "actionsEnabled": True,
        "alarmActions": [TOPIC],
        **more,
    }
    return _document(id, configuration, **place)


def topic(confirmed: Any = "0", arn: Any = TOPIC) -> Document:
    """A topic that says how many confirmed subscriptions it has."""
    return _document("security", {"TopicArn": arn, "SubscriptionsConfirmed": confirmed})


def subscription(arn: Any = f"{TOPIC}:1", of: Any = TOPIC) -> Document:
    """A subscription, "PendingConfirmation" being the ARN of one that nobody confirmed."""
    return _document("subscription", {"TopicArn": of, "SubscriptionArn": arn})
