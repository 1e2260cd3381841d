"""EC2: the machines, their disks, addresses and interfaces."""

from scanner.shape import Call, Given, ResourceType, Spelt
from scanner.unresolved import Unresolved

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{}.html"
)
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_UNSAID = Unresolved("it is not said here: a launch template or AWS decides it")
_ENCRYPTED = Unresolved("the account decides whether new volumes are encrypted")
_ATTACHED = Unresolved("a resource of its own may say what it is attached to")


def _instance(kind: str, source: str, *names: str, **refers: str) -> Spelt:
    """An instance: `names` are the properties that say its image, type, key, subnet and Zone."""
    image, size, key, subnet, zone, optimized, checked, watched = names
    return Spelt(
        kind=kind,
        fields={
            "configuration.imageId": Given(by=image, default=_UNSAID),
            "configuration.instanceType": Given(by=size, default=_UNSAID),
            "configuration.keyName": Given(by=key, default=_UNSAID),
            "configuration.subnetId": Given(by=subnet, default=_UNSAID),
            "configuration.placement.availabilityZone": Given(by=zone, default=_UNSAID),
            "configuration.ebsOptimized": Given(by=optimized, default=_UNSAID),
            "configuration.sourceDestCheck": Given(by=checked, default=True, source=source),
            "configuration.monitoring.state": Given(by=watched, default=_UNSAID, form="monitoring"),
            "configuration.metadataOptions": Given(form="metadata_options", source=source),
            "configuration.iamInstanceProfile": Given(form="instance_profile"),
            "configuration.securityGroups[].groupId": Given(form="group_ids"),
        },
        refers=refers,
    )


def _volume(kind: str, source: str, *names: str) -> Spelt:
    """A volume: `names` are the properties that say its type, size, key, snapshot and Zone."""
    sort, size, key, snapshot, zone, encrypted = names
    return Spelt(
        kind=kind,
        fields={
            "configuration.volumeType": Given(by=sort, default="gp2", source=source),
            "configuration.size": Given(by=size, default=Unresolved("its snapshot's size")),
            "configuration.kmsKeyId": Given(by=key, default=_ENCRYPTED),
            "configuration.snapshotId": snapshot,
            "configuration.availabilityZone": Given(by=zone, default=_UNSAID),
            "configuration.encrypted": Given(by=encrypted, default=_ENCRYPTED, source=source),
        },
        refers={"VolumeId": "volumeId"} if "::" in kind else {"id": "volumeId"},
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
    cloudformation=(
        _instance(
            "AWS::EC2::Instance",
            _PAGE.format("ec2-instance"),
            *("ImageId", "InstanceType", "KeyName", "SubnetId", "AvailabilityZone"),
            *("EbsOptimized", "SourceDestCheck", "Monitoring"),
            InstanceId="instanceId",
        ),
    ),
    terraform=(
        _instance(
            "aws_instance",
            _PROVIDER.format("instance"),
            *("ami", "instance_type", "key_name", "subnet_id", "availability_zone"),
            *("ebs_optimized", "source_dest_check", "monitoring"),
            id="instanceId",
        ),
    ),
)

VOLUME = ResourceType(
    name="AWS::EC2::Volume",
    id="volumeId",
    arn="ec2:{region}:{account}:volume/{volumeId}",
    live=Call("ec2", "describe_volumes", "Volumes[]"),
    cloudformation=(
        _volume(
            "AWS::EC2::Volume",
            _PAGE.format("ec2-volume"),
            *("VolumeType", "Size", "KmsKeyId", "SnapshotId", "AvailabilityZone", "Encrypted"),
        ),
    ),
    terraform=(
        _volume(
            "aws_ebs_volume",
            _PROVIDER.format("ebs_volume"),
            *("type", "size", "kms_key_id", "snapshot_id", "availability_zone", "encrypted"),
        ),
    ),
)

ADDRESS = ResourceType(
    name="AWS::EC2::EIP",
    id="allocationId",
    arn="ec2:{region}:{account}:elastic-ip/{allocationId}",
    live=Call("ec2", "describe_addresses", "Addresses[]"),
    cloudformation=(
        Spelt(
            kind="AWS::EC2::EIP",
            fields={
                "configuration.domain": Given(
                    by="Domain", default="vpc", source=_PAGE.format("ec2-eip")
                ),
                "configuration.instanceId": Given(by="InstanceId", default=_ATTACHED),
            },
            refers={"Ref": "publicIp", "PublicIp": "publicIp", "AllocationId": "allocationId"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_eip",
            fields={
                "configuration.domain": Given(
                    by="domain", default="vpc", source=_PROVIDER.format("eip")
                ),
                "configuration.instanceId": Given(by="instance", default=_ATTACHED),
            },
            refers={"id": "allocationId", "allocation_id": "allocationId", "public_ip": "publicIp"},
        ),
    ),
)
