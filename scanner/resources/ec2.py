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
    live=Call("ec2", "describe_security_groups", "SecurityGroups[]"),
    extra=_RANGES,
)

NETWORK_ACL = ResourceType(
    name="AWS::EC2::NetworkAcl",
    id="networkAclId",
    live=Call("ec2", "describe_network_acls", "NetworkAcls[]"),
)

SUBNET = ResourceType(
    name="AWS::EC2::Subnet",
    id="subnetId",
    live=Call("ec2", "describe_subnets", "Subnets[]"),
)

VPC = ResourceType(
    name="AWS::EC2::VPC",
    id="vpcId",
    live=Call("ec2", "describe_vpcs", "Vpcs[]"),
)

ROUTE_TABLE = ResourceType(
    name="AWS::EC2::RouteTable",
    id="routeTableId",
    live=Call("ec2", "describe_route_tables", "RouteTables[]"),
)

INTERNET_GATEWAY = ResourceType(
    name="AWS::EC2::InternetGateway",
    id="internetGatewayId",
    live=Call("ec2", "describe_internet_gateways", "InternetGateways[]"),
)

EGRESS_ONLY_INTERNET_GATEWAY = ResourceType(
    name="AWS::EC2::EgressOnlyInternetGateway",
    id="egressOnlyInternetGatewayId",
    live=Call("ec2", "describe_egress_only_internet_gateways", "EgressOnlyInternetGateways[]"),
)

NETWORK_INTERFACE = ResourceType(
    name="AWS::EC2::NetworkInterface",
    id="networkInterfaceId",
    live=Call("ec2", "describe_network_interfaces", "NetworkInterfaces[]"),
)

INSTANCE = ResourceType(
    name="AWS::EC2::Instance",
    id="instanceId",
    live=Call("ec2", "describe_instances", "Reservations[].Instances[]"),
)

FLOW_LOG = ResourceType(
    name="AWS::EC2::FlowLog",
    id="flowLogId",
    live=Call("ec2", "describe_flow_logs", "FlowLogs[]"),
)

NAT_GATEWAY = ResourceType(
    name="AWS::EC2::NatGateway",
    id="natGatewayId",
    live=Call("ec2", "describe_nat_gateways", "NatGateways[]"),
)

VPC_ENDPOINT = ResourceType(
    name="AWS::EC2::VPCEndpoint",
    id="vpcEndpointId",
    live=Call("ec2", "describe_vpc_endpoints", "VpcEndpoints[]"),
    extra={"configuration.policyDocument": "any"},  # JSON text, or what it says
)

VPC_PEERING_CONNECTION = ResourceType(
    name="AWS::EC2::VPCPeeringConnection",
    id="vpcPeeringConnectionId",
    live=Call("ec2", "describe_vpc_peering_connections", "VpcPeeringConnections[]"),
)

VPN_CONNECTION = ResourceType(
    name="AWS::EC2::VPNConnection",
    id="vpnConnectionId",
    live=Call("ec2", "describe_vpn_connections", "VpnConnections[]"),
)

VPN_GATEWAY = ResourceType(
    name="AWS::EC2::VPNGateway",
    id="vpnGatewayId",
    live=Call("ec2", "describe_vpn_gateways", "VpnGateways[]"),
)

CUSTOMER_GATEWAY = ResourceType(
    name="AWS::EC2::CustomerGateway",
    id="customerGatewayId",
    live=Call("ec2", "describe_customer_gateways", "CustomerGateways[]"),
)

VOLUME = ResourceType(
    name="AWS::EC2::Volume",
    id="volumeId",
    live=Call("ec2", "describe_volumes", "Volumes[]"),
)

ADDRESS = ResourceType(
    name="AWS::EC2::EIP",
    id="allocationId",
    live=Call("ec2", "describe_addresses", "Addresses[]"),
)

PREFIX_LIST = ResourceType(
    name="AWS::EC2::PrefixList",
    id="PrefixListId",
    live=Call("ec2", "describe_managed_prefix_lists", "PrefixLists[]"),
    spelling="identity",
    rename={"PrefixListArn": "Arn"},
    extra={"configuration.Entries": [{"Cidr": "string", "Description": "string"}]},
)
