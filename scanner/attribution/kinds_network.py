"""The events that change networks: VPCs and what is in them.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html
"""

from typing import Any, Final

from scanner.attribution.kind import ANY, PART, Element, Kind

VPC_MADE: Final = ("CreateVpc", "CreateDefaultVpc")
_TAGS: Final = {"CreateTags": {"tags": PART}, "DeleteTags": {"tags": PART}}
_TAGGED: Final = "resourcesset.resourceid"


def of_ec2(type: str, prefix: str, tagged: str, *ids: str, sets: Any = None, **more: Any) -> Kind:
    """A type of EC2's, whose tags are set by two events that serve all types."""
    return Kind(
        type=type,
        source="ec2",
        prefix=prefix,
        tagged=tagged,
        ids=(*ids, _TAGGED),
        sets={**_TAGS, **(sets or {})},
        **more,
    )


_ENTRY: Final = Element(
    "configuration.entries",
    keys={"rulenumber": "ruleNumber", "egress": "egress"},
    also={
        "cidrblock": "cidrBlock",
        "ipv6cidrblock": "ipv6CidrBlock",
        "ruleaction": "ruleAction",
        "aclprotocol": "protocol",
        "portrange.from": "portRange.from",
        "portrange.to": "portRange.to",
        "icmptypecode.type": "icmpTypeCode.type",
        "icmptypecode.code": "icmpTypeCode.code",
    },
    order="rulenumber",
    adds=("CreateNetworkAclEntry", "ReplaceNetworkAclEntry"),
    removes=("DeleteNetworkAclEntry",),
    born={"ruleNumber": (32767, 32768)},
    along={"ruleNumber": (100, 101, 32767, 32768)},
)
_TARGETS: Final = (
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyInternetGatewayId",
    "instanceId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "odbNetworkArn",
    "transitGatewayId",
    "vpcPeeringConnectionId",
)
_ROUTE: Final = Element(
    "configuration.routes",
    keys={
        "destinationcidrblock": "destinationCidrBlock",
        "destinationipv6cidrblock": "destinationIpv6CidrBlock",
        "destinationprefixlistid": "destinationPrefixListId",
    },
    also={
        "gatewayid": "gatewayId",
        "vpcendpointid": "gatewayId",
        **{each.lower(): each for each in _TARGETS},
    },
    adds=("CreateRoute", "ReplaceRoute"),
    removes=("DeleteRoute",),
    born={"gatewayId": ("local",)},
    along={"gatewayId": ("local",)},
)
_ROUTED: Final = {
    each: {"configuration.associations": PART}
    for each in ("AssociateRouteTable", "DisassociateRouteTable", "ReplaceRouteTableAssociation")
}

KINDS: Final = (
    of_ec2(
        "AWS::EC2::SecurityGroup",
        *("sg-", "security-group"),
        *("groupid", "securitygroupruleset.groupid", "revokedsecuritygroupruleset.groupid"),
        nouns=("SecurityGroup",),
        names=("groupname",),
        shared=True,
        made=("CreateSecurityGroup",),
        along=VPC_MADE,
        fields={"groupdescription": "configuration.description"},
        fixed=("configuration.description",),
    ),
    of_ec2(
        "AWS::EC2::NetworkAcl",
        *("acl-", "network-acl"),
        *("networkaclid", "networkacl.networkaclid"),
        nouns=("NetworkAcl",),
        made=("CreateNetworkAcl",),
        along=VPC_MADE,
        sets={"ReplaceNetworkAclAssociation": {"configuration.associations": PART}},
        elements=(_ENTRY,),
    ),
    of_ec2(
        "AWS::EC2::VPC",
        *("vpc-", "vpc"),
        *("vpcid", "vpc.vpcid"),
        events=("DeleteVpc", "ModifyVpcAttribute", "ModifyVpcTenancy", "AssociateDhcpOptions"),
        made=VPC_MADE,
    ),
    of_ec2(
        "AWS::EC2::Subnet",
        *("subnet-", "subnet"),
        *("subnetid", "subnet.subnetid"),
        nouns=("Subnet",),
        made=("CreateSubnet", "CreateDefaultSubnet"),
        told=("configuration.mapPublicIpOnLaunch",),
        fixed=("configuration.subnetId", "configuration.vpcId"),
    ),
    of_ec2(
        "AWS::EC2::RouteTable",
        *("rtb-", "route-table"),
        *("routetableid", "routetable.routetableid"),
        nouns=("Route",),
        made=("CreateRouteTable",),
        along=VPC_MADE,
        sets=_ROUTED,
        fixed=("configuration.routeTableId", "configuration.vpcId"),
        elements=(_ROUTE,),
    ),
    of_ec2(
        "AWS::EC2::InternetGateway",
        *("igw-", "internet-gateway"),
        *("internetgatewayid", "internetgateway.internetgatewayid"),
        nouns=("InternetGateway",),
        but=("EgressOnly",),
        made=("CreateInternetGateway",),
        sets={
            "AttachInternetGateway": {"configuration.attachments": ANY},
            "DetachInternetGateway": {"configuration.attachments": None},
        },
    ),
    of_ec2(
        "AWS::EC2::NatGateway",
        *("nat-", "natgateway"),
        *("natgatewayid", "natgateway.natgatewayid"),
        nouns=("NatGateway",),
        made=("CreateNatGateway",),
    ),
    of_ec2(
        "AWS::EC2::EIP",
        *("eipalloc-", "elastic-ip"),
        "allocationid",
        nouns=("Address",),
        made=("AllocateAddress",),
        fixed=("configuration.publicIp",),
        untold=(
            "configuration.associationId",
            "configuration.instanceId",
            "configuration.networkInterfaceId",
        ),
    ),
    of_ec2(
        "AWS::EC2::VPCEndpoint",
        *("vpce-", "vpc-endpoint"),
        *("vpcendpointid", "vpcendpoint.vpcendpointid"),
        nouns=("VpcEndpoint",),
        made=("CreateVpcEndpoint",),
    ),
    of_ec2(
        "AWS::EC2::VPCPeeringConnection",
        *("pcx-", "vpc-peering-connection"),
        *("vpcpeeringconnectionid", "vpcpeeringconnection.vpcpeeringconnectionid"),
        nouns=("VpcPeeringConnection",),
        made=("CreateVpcPeeringConnection",),
    ),
    of_ec2(
        "AWS::EC2::VPNConnection",
        *("vpn-", "vpn-connection"),
        *("vpnconnectionid", "vpnconnection.vpnconnectionid"),
        nouns=("VpnConnection",),
        made=("CreateVpnConnection",),
        untold=("configuration.vgwTelemetry",),
    ),
    of_ec2(
        "AWS::EC2::FlowLog",
        *("fl-", "vpc-flow-log"),
        *("flowlogidset", "flowlogid", "flowlogids"),
        nouns=("FlowLog",),
        made=("CreateFlowLogs",),
        fixed=("configuration.trafficType",),
        untold=("configuration.deliverLogsStatus", "configuration.flowLogStatus"),
    ),
    of_ec2(
        "AWS::EC2::NetworkInterface",
        *("eni-", "network-interface"),
        *("networkinterfaceid", "networkinterface.networkinterfaceid"),
        nouns=("NetworkInterface",),
        made=("CreateNetworkInterface",),
        fields={"groupset.groupid": "configuration.groups"},
    ),
)
