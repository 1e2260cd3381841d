"""EC2: the machines, their disks, addresses and interfaces."""

from scanner.shape import Call, ResourceType

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
