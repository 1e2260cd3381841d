"""CloudWatch: alarms."""

from scanner.shape import Call, ResourceType

ALARM = ResourceType(
    name="AWS::CloudWatch::Alarm",
    id="alarmName",
    live=Call("cloudwatch", "describe_alarms", "MetricAlarms[]"),
    spelling="jackson",
    extra={"configuration.creationId": "string"},
)
