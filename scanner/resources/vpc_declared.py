"""VPC: how templates and Terraform say what flow logs, endpoints and NAT gateways are."""

from typing import Final

from scanner.shape import Given, Spelt, camel, lowered
from scanner.unresolved import Unresolved

_PAGE: Final = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-{}.html"
_PROVIDER: Final = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_ACTIVE: Final = Given(by=None, default="ACTIVE")
_NOT_YET: Final = Given(by=None)  # nothing was delivered, so nothing failed
_OPTIONS: Final = "configuration.destinationOptions"
_POLICY: Final = {
    "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]
}
_ACCESS: Final = "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"
_GROUP: Final = [Unresolved("an endpoint with interfaces has the default group of its VPC")]
_PRIVATE: Final = Unresolved("the kind of the service decides on private names")


def _lists(*names: str) -> dict[str, str | Given]:
    """Lists that are empty where nothing says them; each as "routeTableIds=RouteTableIds"."""
    pairs = (each.split("=") for each in names)
    return {f"configuration.{ours}": Given(by=theirs, default=[]) for ours, theirs in pairs}


FLOW_LOG_CLOUDFORMATION: Final = (
    Spelt(
        kind="AWS::EC2::FlowLog",
        fields={
            **lowered("ResourceId", "TrafficType", "LogDestination", "LogGroupName"),
            **lowered("DeliverLogsPermissionArn", "DeliverCrossAccountRole"),
            "configuration.flowLogStatus": _ACTIVE,
            "configuration.deliverLogsStatus": _NOT_YET,
            "configuration.logDestinationType": Given(
                by="LogDestinationType", default="cloud-watch-logs", source=_PAGE.format("flowlog")
            ),
            "configuration.maxAggregationInterval": Given(
                by="MaxAggregationInterval", default=600, source=_PAGE.format("flowlog")
            ),
            _OPTIONS: "DestinationOptions",
        },
        refers={"Id": "flowLogId"},
    ),
)
FLOW_LOG_TERRAFORM: Final = (
    Spelt(
        kind="aws_flow_log",
        fields={
            **camel("traffic_type", "log_destination", "log_group_name"),
            **camel("deliver_cross_account_role"),
            "configuration.resourceId": Given(form="flow_log_resource"),
            "configuration.deliverLogsPermissionArn": "iam_role_arn",
            "configuration.flowLogStatus": _ACTIVE,
            "configuration.deliverLogsStatus": _NOT_YET,
            "configuration.logDestinationType": Given(
                by="log_destination_type",
                default="cloud-watch-logs",
                source=_PROVIDER.format("flow_log"),
            ),
            "configuration.maxAggregationInterval": Given(
                by="max_aggregation_interval", default=600, source=_PROVIDER.format("flow_log")
            ),
            _OPTIONS: "destination_options",
        },
        refers={"id": "flowLogId"},
    ),
)

ENDPOINT_CLOUDFORMATION: Final = (
    Spelt(
        kind="AWS::EC2::VPCEndpoint",
        fields={
            **lowered("VpcId", "ServiceName"),
            **_lists("routeTableIds=RouteTableIds", "subnetIds=SubnetIds"),
            "configuration.vpcEndpointType": Given(
                by="VpcEndpointType", default="Gateway", source=_PAGE.format("vpcendpoint")
            ),
            "configuration.privateDnsEnabled": Given(by="PrivateDnsEnabled", default=_PRIVATE),
            "configuration.groups[].groupId": Given(by="SecurityGroupIds", default=_GROUP),
            "configuration.policyDocument": Given(
                by="PolicyDocument", default=_POLICY, source=_ACCESS, form="as_it_is"
            ),
        },
        refers={"Id": "vpcEndpointId"},
    ),
)
ENDPOINT_TERRAFORM: Final = (
    Spelt(
        kind="aws_vpc_endpoint",
        fields={
            **camel("vpc_id", "service_name"),
            **_lists("routeTableIds=route_table_ids", "subnetIds=subnet_ids"),
            "configuration.vpcEndpointType": Given(
                by="vpc_endpoint_type", default="Gateway", source=_PROVIDER.format("vpc_endpoint")
            ),
            "configuration.privateDnsEnabled": Given(
                by="private_dns_enabled", default=False, source=_PROVIDER.format("vpc_endpoint")
            ),
            "configuration.groups[].groupId": Given(by="security_group_ids", default=_GROUP),
            "configuration.policyDocument": Given(
                by="policy", default=_POLICY, source=_ACCESS, form="as_it_is"
            ),
        },
        refers={"id": "vpcEndpointId"},
    ),
    Spelt(
        kind="aws_vpc_endpoint_policy",
        part_of="vpc_endpoint_id",
        fields={
            "configuration.policyDocument": Given(
                by="policy", default=_POLICY, source=_ACCESS, form="as_it_is"
            )
        },
    ),
)

NAT_CLOUDFORMATION: Final = (
    Spelt(
        kind="AWS::EC2::NatGateway",
        fields={
            **lowered("SubnetId"),
            "configuration.connectivityType": Given(
                by="ConnectivityType", default="public", source=_PAGE.format("natgateway")
            ),
            "configuration.natGatewayAddresses": Given(form="nat_address"),
        },
        refers={"NatGatewayId": "natGatewayId"},
    ),
)
NAT_TERRAFORM: Final = (
    Spelt(
        kind="aws_nat_gateway",
        fields={
            **camel("subnet_id"),
            "configuration.connectivityType": Given(
                by="connectivity_type", default="public", source=_PROVIDER.format("nat_gateway")
            ),
            "configuration.natGatewayAddresses": Given(form="nat_address"),
        },
        refers={"id": "natGatewayId"},
    ),
)
