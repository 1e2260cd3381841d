"""CloudWatch Logs, in CloudFormation's shape: AWS Config records destinations only."""

from scanner.shape import Call, Given, ResourceType, Spelt, pascal, same
from scanner.unresolved import Unresolved

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{}.html"
)
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_GROUP = _PAGE.format("logs-loggroup")
_GROUP_PROVIDER = _PROVIDER.format("cloudwatch_log_group")
_FILTER = _PAGE.format("logs-metricfilter")
_FILTER_PROVIDER = _PROVIDER.format("cloudwatch_log_metric_filter")

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
    cloudformation=(
        Spelt(
            kind="AWS::Logs::LogGroup",
            fields={
                **same("LogGroupName", "KmsKeyId", "RetentionInDays"),
                "configuration.LogGroupClass": Given(
                    by="LogGroupClass", default="STANDARD", source=_GROUP
                ),
                "configuration.DeletionProtectionEnabled": Given(
                    by="DeletionProtectionEnabled", default=False, source=_GROUP
                ),
            },
            refers={"Arn": "Arn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_cloudwatch_log_group",
            fields={
                **pascal("kms_key_id"),
                "configuration.LogGroupName": "name",
                "configuration.RetentionInDays": Given(
                    by="retention_in_days", form="but_zero", source=_GROUP_PROVIDER
                ),
                "configuration.LogGroupClass": Given(
                    by="log_group_class", default="STANDARD", source=_GROUP
                ),
            },
            refers={"id": "LogGroupName", "name": "LogGroupName", "arn": "LogGroupArn"},
        ),
    ),
)

METRIC_FILTER = ResourceType(
    name="AWS::Logs::MetricFilter",
    id="FilterName",
    unique=("LogGroupName", "FilterName"),
    label="FilterName",
    live=Call("logs", "describe_metric_filters", "metricFilters[]"),
    spelling="upperFirst",
    recorded=False,
    cloudformation=(
        Spelt(
            kind="AWS::Logs::MetricFilter",
            fields={
                **same("FilterName", "FilterPattern", "LogGroupName", "FieldSelectionCriteria"),
                "configuration.EmitSystemFieldDimensions": Given(
                    by="EmitSystemFieldDimensions", default=[], source=_FILTER
                ),
                "configuration.ApplyOnTransformedLogs": Given(
                    by="ApplyOnTransformedLogs",
                    default=Unresolved("CloudFormation's page does not say what it is then"),
                    source=_FILTER,
                ),
                "configuration.MetricTransformations": Given(
                    by="MetricTransformations", form="metric_transformations"
                ),
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_cloudwatch_log_metric_filter",
            fields={
                **pascal("log_group_name"),
                "configuration.FilterName": "name",
                "configuration.FilterPattern": "pattern",
                "configuration.EmitSystemFieldDimensions": Given(
                    by=None, default=[], source=_FILTER_PROVIDER
                ),
                "configuration.MetricTransformations": Given(
                    by="metric_transformation", form="metric_transformations"
                ),
            },
            refers={"id": "FilterName", "name": "FilterName"},
        ),
    ),
)

DESTINATION = ResourceType(
    name="AWS::Logs::Destination",
    id="DestinationName",
    label="DestinationName",
    arn="Arn",
    live=Call("logs", "describe_destinations", "destinations[]"),
    spelling="upperFirst",
)
