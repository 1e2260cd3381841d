"""CloudWatch Logs, in CloudFormation's shape: AWS Config records destinations only."""

from scanner.shape import Call, ResourceType

LOG_GROUP = ResourceType(
    name="AWS::Logs::LogGroup",
    id="LogGroupName",
    label="LogGroupName",
    arn="logs:{region}:{account}:log-group:{LogGroupName}",
    live=Call("logs", "describe_log_groups", "logGroups[]"),
    more={
        "tags": Call("logs", "list_tags_for_resource", "tags", each={"resourceArn": "logGroupArn"}),
    },
    spelling="upperFirst",
    recorded=False,
)

METRIC_FILTER = ResourceType(
    name="AWS::Logs::MetricFilter",
    id="FilterName",
    unique=("LogGroupName", "FilterName"),
    label="FilterName",
    live=Call("logs", "describe_metric_filters", "metricFilters[]"),
    spelling="upperFirst",
    recorded=False,
)

DESTINATION = ResourceType(
    name="AWS::Logs::Destination",
    id="DestinationName",
    label="DestinationName",
    arn="Arn",
    live=Call("logs", "describe_destinations", "destinations[]"),
    spelling="upperFirst",
)
