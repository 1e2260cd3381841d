"""CloudWatch: alarms."""

from scanner.shape import Call, Given, ResourceType, Spelt, camel, lowered

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{}.html"
)
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_ALARM = _PAGE.format("cloudwatch-alarm")
_ALARM_PROVIDER = _PROVIDER.format("cloudwatch_metric_alarm")


def _actions(by: str, source: str) -> Given:
    return Given(by=by, default=[], source=source)


ALARM = ResourceType(
    name="AWS::CloudWatch::Alarm",
    id="alarmName",
    label="alarmName",
    arn="alarmArn",
    live=Call("cloudwatch", "describe_alarms", "MetricAlarms[]"),
    spelling="jackson",
    more={
        "tags": Call(
            "cloudwatch", "list_tags_for_resource", "Tags", each={"ResourceARN": "AlarmArn"}
        ),
    },
    extra={"configuration.creationId": "string"},
    unread=("configuration.creationId",),
    cloudformation=(
        Spelt(
            kind="AWS::CloudWatch::Alarm",
            fields={
                **lowered("AlarmName", "AlarmDescription", "ComparisonOperator", "Threshold"),
                **lowered("DatapointsToAlarm", "EvaluationPeriods", "Period", "Statistic", "Unit"),
                **lowered("EvaluateLowSampleCountPercentile", "ExtendedStatistic", "MetricName"),
                **lowered("Namespace", "ThresholdMetricId"),
                "configuration.actionsEnabled": Given(
                    by="ActionsEnabled", default=True, source=_ALARM
                ),
                "configuration.alarmActions": _actions("AlarmActions", _ALARM),
                "configuration.okactions": _actions("OKActions", _ALARM),
                "configuration.insufficientDataActions": _actions(
                    "InsufficientDataActions", _ALARM
                ),
                "configuration.dimensions": _actions("Dimensions", _ALARM),
                "configuration.metrics": _actions("Metrics", _ALARM),
                "configuration.treatMissingData": Given(
                    by="TreatMissingData", default="missing", source=_ALARM
                ),
            },
            refers={"Arn": "alarmArn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_cloudwatch_metric_alarm",
            fields={
                **camel("alarm_name", "alarm_description", "comparison_operator", "threshold"),
                **camel("datapoints_to_alarm", "evaluation_periods", "period", "statistic", "unit"),
                **camel("extended_statistic", "metric_name", "namespace", "threshold_metric_id"),
                "configuration.evaluateLowSampleCountPercentile": (
                    "evaluate_low_sample_count_percentiles"
                ),
                "configuration.actionsEnabled": Given(
                    by="actions_enabled", default=True, source=_ALARM_PROVIDER
                ),
                "configuration.alarmActions": _actions("alarm_actions", _ALARM_PROVIDER),
                "configuration.okactions": _actions("ok_actions", _ALARM_PROVIDER),
                "configuration.insufficientDataActions": _actions(
                    "insufficient_data_actions", _ALARM_PROVIDER
                ),
                "configuration.dimensions": Given(
                    by="dimensions", default=[], source=_ALARM_PROVIDER, form="dimensions"
                ),
                "configuration.metrics": Given(
                    by="metric_query", default=[], source=_ALARM_PROVIDER, form="metrics"
                ),
                "configuration.treatMissingData": Given(
                    by="treat_missing_data", default="missing", source=_ALARM_PROVIDER
                ),
            },
            refers={"id": "alarmName", "alarm_name": "alarmName", "arn": "alarmArn"},
        ),
    ),
)
