"""EC2: the machines, their disks, addresses and interfaces."""

from scanner.shape import Call, Given, ResourceType, Spelt
from scanner.unresolved import Unresolved

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{}.html"
)
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_UNSAID = Unresolved("it is not said here: a launch template or AWS decides it")
_ENCRYPTED = Unresolved("the account decides whether new volumes are encrypted")
_UNSAID_INTERFACE = Unresolved("the interface is known after deployment")
_ATTACHED = Unresolved("a resource of its own may say what it is attached to")


def _instance(kind: str, source: str, *names: str, **refers: str) -> Spelt:
    """An instance: `names` are the properties that say its image, type, key, subnet and Zone."""
    image, size, key, subnet, zone, checked = names
    return Spelt(
        kind=kind,
        fields={
            "configuration.imageId": Given(by=image, default=_UNSAID),
            "configuration.instanceType": Given(by=size, default=_UNSAID),
            "configuration.keyName": Given(by=key, default=_UNSAID),
            "configuration.subnetId": Given(by=subnet, default=_UNSAID),
            "configuration.placement.availabilityZone": Given(by=zone, default=_UNSAID),
            "configuration.ebsOptimized": Given(form="optimized"),
            "configuration.sourceDestCheck": Given(by=checked, default=True, source=source),
            "configuration.monitoring.state": Given(form="monitoring"),
            "configuration.metadataOptions": Given(form="metadata_options", source=source),
            "configuration.iamInstanceProfile": Given(form="instance_profile"),
            "configuration.securityGroups[].groupId": Given(form="group_ids"),
            "configuration.state": Given(by=None, default={"code": 16, "name": "running"}),
            "configuration.launchTime": Given(by=None, default=None),  # it is still to be launched
            "configuration.vpcId": Given(form="vpc_of_subnet"),
            "configuration.publicIpAddress": Given(form="public_address"),
            "configuration.networkInterfaces": Given(form="further_interfaces"),
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
            "configuration.attachments": Given(by=None, default=[]),
        },
        refers={"VolumeId": "volumeId"} if "::" in kind else {"id": "volumeId"},
    )


def _attachment(kind: str, volume: str) -> Spelt:
    """A volume's attachment, `volume` being the property that names the volume."""
    return Spelt(
        kind=kind,
        part_of=volume,
        fields={"configuration.attachments[+]": Given(form="volume_attachment")},
    )


def _association(kind: str, *names: str) -> Spelt:
    """An address's association: `names` are the properties that say by its allocation or itself
    which address, and with which instance or interface."""
    allocation, address, instance, interface = names
    return Spelt(
        kind=kind,
        part_of=allocation,
        or_of=address,
        fields={
            "configuration.associationId": Given(form="association"),
            "configuration.instanceId": instance,
            "configuration.networkInterfaceId": Given(by=interface, default=_UNSAID_INTERFACE),
        },
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
            "SourceDestCheck",
            InstanceId="instanceId",
        ),
    ),
    terraform=(
        _instance(
            "aws_instance",
            _PROVIDER.format("instance"),
            *("ami", "instance_type", "key_name", "subnet_id", "availability_zone"),
            "source_dest_check",
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
        _attachment("AWS::EC2::VolumeAttachment", "VolumeId"),
        Spelt(
            kind="AWS::EC2::Instance",
            part_of="Volumes",
            inside="VolumeId",
            of_several=True,
            fields={"configuration.attachments[+]": Given(form="own_attachment")},
        ),
    ),
    terraform=(
        _volume(
            "aws_ebs_volume",
            _PROVIDER.format("ebs_volume"),
            *("type", "size", "kms_key_id", "snapshot_id", "availability_zone", "encrypted"),
        ),
        _attachment("aws_volume_attachment", "volume_id"),
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
        _association(
            "AWS::EC2::EIPAssociation", "AllocationId", "EIP", "InstanceId", "NetworkInterfaceId"
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
                "configuration.networkInterfaceId": Given(
                    by="network_interface", default=_ATTACHED
                ),
            },
            refers={"id": "allocationId", "allocation_id": "allocationId", "public_ip": "publicIp"},
        ),
        _association(
            "aws_eip_association",
            *("allocation_id", "public_ip", "instance_id", "network_interface_id"),
        ),
    ),
)

SNAPSHOT = ResourceType(
    name="AWS::EC2::Snapshot",
    id="snapshotId",
    arn="ec2:{region}:{account}:snapshot/{snapshotId}",
    live=Call("ec2", "describe_snapshots", "Snapshots[]", fixed={"OwnerIds": ["self"]}),
    more={
        "RestorableByUserIds": Call(
            "ec2",
            "describe_snapshots",
            "Snapshots",
            fixed={"OwnerIds": ["self"], "RestorableByUserIds": ["all"]},
            form="restorable_by_all",
            row="SnapshotId",
            sparse=True,
        ),
    },
    extra={"supplementaryConfiguration.RestorableByUserIds": ["string"]},
    recorded=False,
)
