"""EC2: networks, what guards them, and the machines in them."""

from scanner.shape import Call, ResourceType, Tree

_IPV4: tuple[tuple[str, Tree], ...] = (
    ("ipRanges", ["string"]),
    ("ipv4Ranges", [{"cidrIp": "string", "description": "string"}]),
)
_RANGES: dict[str, Tree] = {
    f"configuration.{permissions}[].{name}": tree
    for permissions in ("ipPermissions", "ipPermissionsEgress")
    for name, tree in _IPV4
}

SECURITY_GROUP = ResourceType(
    name="AWS::EC2::SecurityGroup",
    id="groupId",
    label="groupName",
    arn="ec2:{region}:{account}:security-group/{groupId}",
    live=Call("ec2", "describe_security_groups", "SecurityGroups[]"),
    extra=_RANGES,
    form="both_ranges",
)

NETWORK_ACL = ResourceType(
    name="AWS::EC2::NetworkAcl",
    id="networkAclId",
    arn="ec2:{region}:{account}:network-acl/{networkAclId}",
    live=Call("ec2", "describe_network_acls", "NetworkAcls[]"),
)

SUBNET = ResourceType(
    name="AWS::EC2::Subnet",
    id="subnetId",
    arn="ec2:{region}:{account}:subnet/{subnetId}",
    live=Call("ec2", "describe_subnets", "Subnets[]"),
)

VPC = ResourceType(
    name="AWS::EC2::VPC",
    id="vpcId",
    arn="ec2:{region}:{account}:vpc/{vpcId}",
    live=Call("ec2", "describe_vpcs", "Vpcs[]"),
)

ROUTE_TABLE = ResourceType(
    name="AWS::EC2::RouteTable",
    id="routeTableId",
    arn="ec2:{region}:{account}:route-table/{routeTableId}",
    live=Call("ec2", "describe_route_tables", "RouteTables[]"),
)

INTERNET_GATEWAY = ResourceType(
    name="AWS::EC2::InternetGateway",
    id="internetGatewayId",
    arn="ec2:{region}:{account}:internet-gateway/{internetGatewayId}",
    live=Call("ec2", "describe_internet_gateways", "InternetGateways[]"),
)

EGRESS_ONLY_INTERNET_GATEWAY = ResourceType(
    name="AWS::EC2::EgressOnlyInternetGateway",
    id="egressOnlyInternetGatewayId",
    arn="ec2:{region}:{account}:egress-only-internet-gateway/{egressOnlyInternetGatewayId}",
    live=Call("ec2", "describe_egress_only_internet_gateways", "EgressOnlyInternetGateways[]"),
)

NETWORK_INTERFACE = ResourceType(
    name="AWS::EC2::NetworkInterface",
    id="networkInterfaceId",
    arn="ec2:{region}:{account}:network-interface/{networkInterfaceId}",
    live=Call("ec2", "describe_network_interfaces", "NetworkInterfaces[]"),
)

INSTANCE = ResourceType(
    name="AWS::EC2::Instance",
    id="instanceId",
    arn="ec2:{region}:{account}:instance/{instanceId}",
    live=Call("ec2", "describe_instances", "Reservations[].Instances[]"),
)

FLOW_LOG = ResourceType(
    name="AWS::EC2::FlowLog",
    id="flowLogId",
    arn="ec2:{region}:{account}:vpc-flow-log/{flowLogId}",
    live=Call("ec2", "describe_flow_logs", "FlowLogs[]"),
)

NAT_GATEWAY = ResourceType(
    name="AWS::EC2::NatGateway",
    id="natGatewayId",
    arn="ec2:{region}:{account}:natgateway/{natGatewayId}",
    live=Call("ec2", "describe_nat_gateways", "NatGateways[]"),
)

VPC_ENDPOINT = ResourceType(
    name="AWS::EC2::VPCEndpoint",
    id="vpcEndpointId",
    arn="ec2:{region}:{account}:vpc-endpoint/{vpcEndpointId}",
    live=Call("ec2", "describe_vpc_endpoints", "VpcEndpoints[]"),
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

VOLUME = ResourceType(
    name="AWS::EC2::Volume",
    id="volumeId",
    arn="ec2:{region}:{account}:volume/{volumeId}",
    live=Call("ec2", "describe_volumes", "Volumes[]"),
)

ADDRESS = ResourceType(
    name="AWS::EC2::EIP",
    id="allocationId",
    arn="ec2:{region}:{account}:elastic-ip/{allocationId}",
    live=Call("ec2", "describe_addresses", "Addresses[]"),
)

PREFIX_LIST = ResourceType(
    name="AWS::EC2::PrefixList",
    id="PrefixListId",
    label="PrefixListName",
    arn="Arn",
    live=Call("ec2", "describe_managed_prefix_lists", "PrefixLists[]"),
    spelling="identity",
    rename={"PrefixListArn": "Arn"},
    more={
        "configuration.Entries": Call(
            "ec2",
            "get_managed_prefix_list_entries",
            "Entries",
            each={"PrefixListId": "PrefixListId"},
        ),
    },
)
