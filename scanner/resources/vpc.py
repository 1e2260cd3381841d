"""VPC: networks, their subnets, and the ways into and out of them."""

from scanner.resources import vpc_declared as declared
from scanner.shape import Call, Given, ResourceType, Spelt, camel, lowered

VPC = ResourceType(
    name="AWS::EC2::VPC",
    id="vpcId",
    arn="ec2:{region}:{account}:vpc/{vpcId}",
    live=Call("ec2", "describe_vpcs", "Vpcs[]"),
    cloudformation=(
        Spelt(
            kind="AWS::EC2::VPC",
            fields={
                **lowered("CidrBlock"),
                "configuration.isDefault": Given(by=None, default=False),
            },
            refers={"VpcId": "vpcId", "CidrBlock": "cidrBlock"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_vpc",
            fields={
                **camel("cidr_block"),
                "configuration.isDefault": Given(by=None, default=False),
            },
            refers={"id": "vpcId", "cidr_block": "cidrBlock"},
        ),
        Spelt(
            kind="aws_default_vpc",
            fields={"configuration.isDefault": Given(by=None, default=True)},
            refers={"id": "vpcId"},
        ),
    ),
)

SUBNET = ResourceType(
    name="AWS::EC2::Subnet",
    id="subnetId",
    arn="ec2:{region}:{account}:subnet/{subnetId}",
    live=Call("ec2", "describe_subnets", "Subnets[]"),
    cloudformation=(
        Spelt(
            kind="AWS::EC2::Subnet",
            fields={
                **lowered("VpcId", "CidrBlock", "AvailabilityZone"),
                "configuration.mapPublicIpOnLaunch": Given(by="MapPublicIpOnLaunch", default=False),
                "configuration.ipv6CidrBlockAssociationSet": Given(form="ipv6_blocks"),
            },
            refers={"SubnetId": "subnetId", "VpcId": "vpcId", "CidrBlock": "cidrBlock"},
        ),
        Spelt(
            kind="AWS::EC2::SubnetCidrBlock",
            part_of="SubnetId",
            fields={"configuration.ipv6CidrBlockAssociationSet[+]": Given()},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_subnet",
            fields={
                **camel("vpc_id", "cidr_block", "availability_zone"),
                "configuration.mapPublicIpOnLaunch": Given(
                    by="map_public_ip_on_launch", default=False
                ),
                "configuration.ipv6CidrBlockAssociationSet": Given(form="ipv6_blocks"),
            },
            refers={"id": "subnetId", "vpc_id": "vpcId", "cidr_block": "cidrBlock"},
        ),
    ),
)

ROUTE_TABLE = ResourceType(
    name="AWS::EC2::RouteTable",
    id="routeTableId",
    arn="ec2:{region}:{account}:route-table/{routeTableId}",
    live=Call("ec2", "describe_route_tables", "RouteTables[]"),
    cloudformation=(
        Spelt(
            kind="AWS::EC2::RouteTable",
            fields={
                **lowered("VpcId"),
                "configuration.routes": Given(form="routes"),
                "configuration.associations": Given(by=None, default=[]),
            },
            refers={"RouteTableId": "routeTableId"},
        ),
        Spelt(
            kind="AWS::EC2::Route",
            part_of="RouteTableId",
            fields={"configuration.routes[+]": Given(form="route")},
        ),
        Spelt(
            kind="AWS::EC2::SubnetRouteTableAssociation",
            part_of="RouteTableId",
            fields={"configuration.associations[+]": Given(form="table_association")},
        ),
        Spelt(
            kind="AWS::EC2::GatewayRouteTableAssociation",
            part_of="RouteTableId",
            fields={"configuration.associations[+]": Given(form="table_association")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_route_table",
            fields={
                **camel("vpc_id"),
                "configuration.routes": Given(form="routes"),
                "configuration.associations": Given(by=None, default=[]),
            },
            refers={"id": "routeTableId"},
        ),
        Spelt(
            kind="aws_default_route_table",
            fields={
                "configuration.vpcId": Given(
                    by="default_route_table_id", form="vpc_of_default", follow=True
                ),
                "configuration.routes": Given(form="routes"),
                "configuration.associations": Given(by=None, default=[{"main": True}]),
            },
            refers={"id": "routeTableId", "vpc_id": "vpcId"},
        ),
        Spelt(
            kind="aws_route",
            part_of="route_table_id",
            fields={"configuration.routes[+]": Given(form="route")},
        ),
        Spelt(
            kind="aws_route_table_association",
            part_of="route_table_id",
            fields={"configuration.associations[+]": Given(form="table_association")},
        ),
        Spelt(
            kind="aws_main_route_table_association",
            part_of="route_table_id",
            fields={"configuration.associations[+]": Given(form="main_association")},
        ),
    ),
)

INTERNET_GATEWAY = ResourceType(
    name="AWS::EC2::InternetGateway",
    id="internetGatewayId",
    arn="ec2:{region}:{account}:internet-gateway/{internetGatewayId}",
    live=Call("ec2", "describe_internet_gateways", "InternetGateways[]"),
    cloudformation=(
        Spelt(
            kind="AWS::EC2::InternetGateway",
            fields={"configuration.attachments": Given(by=None, default=[])},
            refers={"InternetGatewayId": "internetGatewayId"},
        ),
        Spelt(
            kind="AWS::EC2::VPCGatewayAttachment",
            part_of="InternetGatewayId",
            fields={"configuration.attachments[+]": Given(form="gateway_attachment")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_internet_gateway",
            fields={
                "configuration.attachments[].vpcId": Given(
                    by="vpc_id", default=[], form="one", follow=True
                )
            },
            refers={"id": "internetGatewayId"},
        ),
        Spelt(
            kind="aws_internet_gateway_attachment",
            part_of="internet_gateway_id",
            fields={"configuration.attachments[+]": Given(form="gateway_attachment")},
        ),
    ),
)

EGRESS_ONLY_INTERNET_GATEWAY = ResourceType(
    name="AWS::EC2::EgressOnlyInternetGateway",
    id="egressOnlyInternetGatewayId",
    arn="ec2:{region}:{account}:egress-only-internet-gateway/{egressOnlyInternetGatewayId}",
    live=Call("ec2", "describe_egress_only_internet_gateways", "EgressOnlyInternetGateways[]"),
)

NAT_GATEWAY = ResourceType(
    name="AWS::EC2::NatGateway",
    id="natGatewayId",
    arn="ec2:{region}:{account}:natgateway/{natGatewayId}",
    live=Call("ec2", "describe_nat_gateways", "NatGateways[]"),
    cloudformation=declared.NAT_CLOUDFORMATION,
    terraform=declared.NAT_TERRAFORM,
)

VPC_ENDPOINT = ResourceType(
    name="AWS::EC2::VPCEndpoint",
    id="vpcEndpointId",
    arn="ec2:{region}:{account}:vpc-endpoint/{vpcEndpointId}",
    live=Call("ec2", "describe_vpc_endpoints", "VpcEndpoints[]"),
    cloudformation=declared.ENDPOINT_CLOUDFORMATION,
    terraform=declared.ENDPOINT_TERRAFORM,
    extra={"configuration.policyDocument": "any"},  # JSON text, or what it says
)

VPC_PEERING_CONNECTION = ResourceType(
    name="AWS::EC2::VPCPeeringConnection",
    id="vpcPeeringConnectionId",
    arn="ec2:{region}:{account}:vpc-peering-connection/{vpcPeeringConnectionId}",
    live=Call("ec2", "describe_vpc_peering_connections", "VpcPeeringConnections[]"),
)

VPN_CONNECTION = ResourceType(
    name="AWS::EC2::VPNConnection",
    id="vpnConnectionId",
    arn="ec2:{region}:{account}:vpn-connection/{vpnConnectionId}",
    live=Call("ec2", "describe_vpn_connections", "VpnConnections[]"),
)

VPN_GATEWAY = ResourceType(
    name="AWS::EC2::VPNGateway",
    id="vpnGatewayId",
    arn="ec2:{region}:{account}:vpn-gateway/{vpnGatewayId}",
    live=Call("ec2", "describe_vpn_gateways", "VpnGateways[]"),
)

CUSTOMER_GATEWAY = ResourceType(
    name="AWS::EC2::CustomerGateway",
    id="customerGatewayId",
    arn="ec2:{region}:{account}:customer-gateway/{customerGatewayId}",
    live=Call("ec2", "describe_customer_gateways", "CustomerGateways[]"),
)

FLOW_LOG = ResourceType(
    name="AWS::EC2::FlowLog",
    id="flowLogId",
    arn="ec2:{region}:{account}:vpc-flow-log/{flowLogId}",
    live=Call("ec2", "describe_flow_logs", "FlowLogs[]"),
    cloudformation=declared.FLOW_LOG_CLOUDFORMATION,
    terraform=declared.FLOW_LOG_TERRAFORM,
)
