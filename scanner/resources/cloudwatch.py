"""CloudWatch: alarms."""

from scanner.shape import Call, ResourceType

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
)
