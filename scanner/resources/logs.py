"""CloudWatch Logs, in CloudFormation's shape: AWS Config records destinations only."""

from scanner.shape import Call, ResourceType

LOG_GROUP = ResourceType(
    name="AWS::Logs::LogGroup",
    id="LogGroupName",
    live=Call("logs", "describe_log_groups", "logGroups[]"),
    spelling="upperFirst",
    recorded=False,
)

METRIC_FILTER = ResourceType(
    name="AWS::Logs::MetricFilter",
    id="FilterName",
    live=Call("logs", "describe_metric_filters", "metricFilters[]"),
    spelling="upperFirst",
    recorded=False,
)

DESTINATION = ResourceType(
    name="AWS::Logs::Destination",
    id="DestinationName",
    live=Call("logs", "describe_destinations", "destinations[]"),
    spelling="upperFirst",
)
