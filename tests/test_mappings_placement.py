"""Where instances stand: what templates and Terraform say of VPCs, addresses and attachments."""

import pytest
from mappings import configuration, named, resource

from scanner.unresolved import Unresolved, identity

VPC = resource("AWS::EC2::VPC", "Network", CidrBlock="10.0.0.0/16")


def subnet(**more):
    network = named("Network", "AWS::EC2::VPC", "VpcId")
    return resource("AWS::EC2::Subnet", "Subnet", VpcId=network, **more)


def in_subnet(**more):
    return resource(
        "AWS::EC2::Instance", SubnetId=named("Subnet", "AWS::EC2::Subnet", "SubnetId"), **more
    )


def interface(**more):
    return resource("AWS::EC2::Instance", NetworkInterfaces=[{"DeviceIndex": "0", **more}])


def test_an_instance_is_in_the_vpc_of_its_subnet():
    found = configuration(in_subnet(), subnet(), VPC)
    assert identity(found["vpcId"]) == identity(named("Network", "AWS::EC2::VPC", "VpcId"))
    its = named("Subnet", "AWS::EC2::Subnet", "SubnetId")
    found = configuration(interface(SubnetId=its), subnet(), VPC)
    assert identity(found["vpcId"]) == identity(named("Network", "AWS::EC2::VPC", "VpcId"))


@pytest.mark.parametrize("other", [resource("AWS::EC2::Instance"), in_subnet()])
def test_an_instance_whose_subnet_is_not_declared_is_in_some_vpc(other):
    vpc = configuration(other)["vpcId"]
    assert vpc.present
    assert not vpc.token


def test_what_the_instance_says_of_a_public_address_comes_before_what_its_subnet_does():
    public = subnet(MapPublicIpOnLaunch=True)
    its = named("Subnet", "AWS::EC2::Subnet", "SubnetId")
    wanted = interface(SubnetId=its, AssociatePublicIpAddress="true")
    unwanted = interface(SubnetId=its, AssociatePublicIpAddress=False)
    assert configuration(wanted, subnet(), VPC)["publicIpAddress"].present
    assert configuration(unwanted, public, VPC)["publicIpAddress"] is None
    assert configuration(in_subnet(), public, VPC)["publicIpAddress"].present
    assert configuration(in_subnet(), subnet(), VPC)["publicIpAddress"] is None


@pytest.mark.parametrize(
    "instance",
    [
        resource("AWS::EC2::Instance"),
        resource("AWS::EC2::Instance", LaunchTemplate={"LaunchTemplateId": "lt-1"}),
        resource("AWS::EC2::Instance", NetworkInterfaces=Unresolved("a parameter")),
        interface(AssociatePublicIpAddress=Unresolved("a parameter")),
        resource("aws_instance", associate_public_ip_address=Unresolved("known after apply")),
    ],
)
def test_whether_there_is_a_public_address_may_be_unknown(instance):
    found = configuration(instance)["publicIpAddress"]
    assert type(found) is Unresolved
    assert not found.present


def test_terraform_says_it_by_a_flag():
    on = configuration(resource("aws_instance", associate_public_ip_address=True))
    off = configuration(resource("aws_instance", associate_public_ip_address=False))
    assert on["publicIpAddress"].present
    assert off["publicIpAddress"] is None
    assert off["networkInterfaces"] == []


def test_interfaces_of_their_own_may_have_addresses():
    assert type(configuration(interface(NetworkInterfaceId="eni-1"))["networkInterfaces"]) is (
        Unresolved
    )
    later = resource("aws_instance", network_interface=Unresolved("known after apply"))
    assert type(configuration(later)["networkInterfaces"]) is Unresolved
    assert configuration(interface())["networkInterfaces"] == []


def test_an_instance_that_says_nothing_is_watched_and_optimized_as_usual():
    plain = configuration(resource("AWS::EC2::Instance"))
    assert plain["monitoring"]["state"] == "disabled"
    assert plain["ebsOptimized"] is False
    template = {"LaunchTemplateId": "lt-1", "Version": "1"}
    left = configuration(resource("AWS::EC2::Instance", LaunchTemplate=template))
    assert type(left["monitoring"]["state"]) is Unresolved
    assert type(left["ebsOptimized"]) is Unresolved
    later = configuration(resource("AWS::EC2::Instance", Monitoring=Unresolved("a parameter")))
    assert type(later["monitoring"]["state"]) is Unresolved


@pytest.mark.parametrize(
    ("volume", "attachment"),
    [
        (
            resource("AWS::EC2::Volume", "Data", Size=1),
            resource(
                "AWS::EC2::VolumeAttachment",
                "Use",
                VolumeId=named("Data", "AWS::EC2::Volume", "VolumeId"),
                InstanceId="i-1",
                Device="/dev/sdf",
            ),
        ),
        (
            resource("aws_ebs_volume", "Data", size=1),
            resource(
                "aws_volume_attachment",
                "Use",
                volume_id=named("Data", "aws_ebs_volume"),
                instance_id="i-1",
                device_name="/dev/sdf",
            ),
        ),
    ],
)
def test_a_volume_has_the_attachments_that_name_it(volume, attachment):
    assert configuration(volume)["attachments"] == []
    assert configuration(volume, attachment)["attachments"] == [
        {
            "instanceId": "i-1",
            "device": "/dev/sdf",
            "state": "attached",
            "deleteOnTermination": False,
        }
    ]


def test_an_auto_scaling_group_has_the_target_groups_that_are_attached_to_it():
    group = resource("aws_autoscaling_group", "Fleet", name="fleet")
    attached = resource(
        "aws_autoscaling_attachment",
        "Use",
        autoscaling_group_name="fleet",
        lb_target_group_arn="arn:tg",
    )
    assert configuration(group)["targetGroupARNs"] == []
    assert configuration(group, attached)["targetGroupARNs"] == ["arn:tg"]
    unnamed = resource("aws_autoscaling_group", "Fleet")
    by_reference = resource(
        "aws_autoscaling_attachment",
        "Use",
        autoscaling_group_name=named("Fleet", "aws_autoscaling_group"),
        lb_target_group_arn="arn:tg",
    )
    assert configuration(unnamed, by_reference)["targetGroupARNs"] == ["arn:tg"]
    assert configuration(group)["healthCheckType"] == "EC2"


def test_a_launch_configuration_that_says_nothing_leaves_it_to_the_subnet_and_the_account():
    found = configuration(resource("AWS::AutoScaling::LaunchConfiguration"))
    assert found["associatePublicIpAddress"] is None
    assert type(found["metadataOptions"]) is Unresolved


def test_what_is_only_declared_is_nobodys_and_nothing_was_delivered_yet():
    assert configuration(resource("AWS::EC2::SecurityGroup"))["ownerId"] is None
    assert configuration(resource("AWS::EC2::FlowLog"))["deliverLogsStatus"] is None


def test_a_volume_is_attached_to_the_instance_that_lists_it():
    volume = resource("AWS::EC2::Volume", "Data", Size=1)
    listed = [{"Device": "/dev/sdf", "VolumeId": named("Data", "AWS::EC2::Volume", "VolumeId")}]
    [found] = configuration(volume, resource("AWS::EC2::Instance", "Host", Volumes=listed))[
        "attachments"
    ]
    assert (identity(found["instanceId"]), found["state"]) == ("\0Host", "attached")
    none = configuration(volume, resource("AWS::EC2::Instance", "Host"))
    assert none["attachments"] == []


@pytest.mark.parametrize(
    ("address", "association"),
    [
        (
            resource("AWS::EC2::EIP", "Address"),
            resource(
                "AWS::EC2::EIPAssociation",
                "Link",
                AllocationId=named("Address", "AWS::EC2::EIP", "AllocationId"),
                InstanceId="i-1",
            ),
        ),
        (
            resource("AWS::EC2::EIP", "Address"),
            resource(
                "AWS::EC2::EIPAssociation",
                "Link",
                EIP=named("Address", "AWS::EC2::EIP", "PublicIp"),
                InstanceId="i-1",
            ),
        ),
        (
            resource("aws_eip", "Address"),
            resource(
                "aws_eip_association",
                "Link",
                allocation_id=named("Address", "aws_eip"),
                instance_id="i-1",
            ),
        ),
    ],
)
def test_an_address_has_the_association_that_names_it(address, association):
    assert type(configuration(address)["instanceId"]) is Unresolved
    found = configuration(address, association)
    assert found["instanceId"] == "i-1"
    assert found["associationId"].named
