"""WAF: web ACLs, what they protect and where they log. AWS Config records the ACLs alone."""

from scanner.shape import Call, Given, ResourceType, Spelt, Tree, pascal, same

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/wafv2_web_acl.html.markdown"
_METRICS: Tree = {
    "cloudWatchMetricsEnabled": "boolean",
    "metricName": "string",
    "sampledRequestsEnabled": "boolean",
}
_ACL: dict[str, Tree] = {
    **dict.fromkeys(("description", "id", "name", "resourceARN"), "string"),
    **dict.fromkeys(("isolationStatus", "owner", "payerToken"), "string"),
    "capacity": "integer",
    "defaultAction": "any",  # text in AWS Config, an object from the API
    "rules": [{"name": "string", "priority": "integer"}],
    "visibilityConfig": _METRICS,
}

WEB_ACL = ResourceType(
    name="AWS::WAFv2::WebACL",
    id="resourceARN",
    label="name",
    arn="resourceARN",
    live=Call("wafv2", "list_web_acls", "WebACLs[]", fixed={"Scope": "REGIONAL"}),
    detail=Call(
        "wafv2",
        "get_web_acl",
        "WebACL",
        fixed={"Scope": "REGIONAL"},
        each={"Name": "Name", "Id": "Id"},
    ),
    rename={"ARN": "resourceARN"},
    shape=_ACL,
    unread=tuple(f"configuration.{name}" for name in ("isolationStatus", "owner", "payerToken")),
    cloudformation=(
        Spelt(
            kind="AWS::WAFv2::WebACL",
            fields={
                "configuration.name": "Name",
                "configuration.description": "Description",
                "configuration.rules": Given(by="Rules", default=[], source=_PAGE),
                "configuration.visibilityConfig": "VisibilityConfig",
            },
            refers={"Arn": "resourceARN", "Id": "id"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_wafv2_web_acl",
            fields={
                "configuration.name": "name",
                "configuration.description": "description",
                "configuration.rules": Given(by="", form="web_acl_rules", source=_PROVIDER),
                "configuration.visibilityConfig": Given(
                    by="visibility_config",
                    names={"cloudwatch_metrics_enabled": "cloudWatchMetricsEnabled"},
                ),
            },
            refers={"arn": "resourceARN", "id": "id"},
        ),
    ),
)

ASSOCIATION = ResourceType(
    name="AWS::WAFv2::WebACLAssociation",
    id="ResourceArn",
    live=Call("elbv2", "describe_load_balancers", "LoadBalancers[]"),
    detail=Call(
        "wafv2",
        "get_web_acl_for_resource",
        "WebACL",
        each={"ResourceArn": "LoadBalancerArn"},
        may_lack=True,
        absent=("WAFInvalidParameterException",),  # of a balancer that takes no web ACL
    ),
    spelling="identity",
    rename={"ARN": "WebACLArn"},
    shape={"ResourceArn": "string", "WebACLArn": "string"},
    cloudformation=(
        Spelt(
            kind="AWS::WAFv2::WebACLAssociation",
            fields={
                "configuration.ResourceArn": Given(by="", form="protected_resource"),
                "configuration.WebACLArn": "WebACLArn",
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_wafv2_web_acl_association",
            fields={
                "configuration.ResourceArn": Given(by="", form="protected_resource"),
                "configuration.WebACLArn": "web_acl_arn",
            },
        ),
    ),
    recorded=False,
)

LOGGING = ResourceType(
    name="AWS::WAFv2::LoggingConfiguration",
    id="ResourceArn",
    live=Call(
        "wafv2",
        "list_logging_configurations",
        "LoggingConfigurations[]",
        fixed={"Scope": "REGIONAL"},
    ),
    spelling="identity",
    shape={"LogDestinationConfigs": ["string"], "ResourceArn": "string"},
    cloudformation=(
        Spelt(
            kind="AWS::WAFv2::LoggingConfiguration",
            fields=same("ResourceArn", "LogDestinationConfigs"),
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_wafv2_web_acl_logging_configuration",
            fields=pascal("resource_arn", "log_destination_configs"),
        ),
    ),
    recorded=False,
)
