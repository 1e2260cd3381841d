"""Instances, volumes and functions: what templates and Terraform say of them."""

import pytest
from mappings import assert_says, assert_stays_unresolved, configuration, resource

from scanner.unresolved import Unresolved

SAME = {
    "instance": (
        resource(
            "AWS::EC2::Instance",
            ImageId="ami-1",
            InstanceType="t3.micro",
            SubnetId="subnet-1",
            SecurityGroupIds=["sg-1"],
            Monitoring="true",
            MetadataOptions={"HttpTokens": "required", "HttpPutResponseHopLimit": "1"},
        ),
        resource(
            "aws_instance",
            ami="ami-1",
            instance_type="t3.micro",
            subnet_id="subnet-1",
            vpc_security_group_ids=["sg-1"],
            monitoring=True,
            source_dest_check=True,
            launch_template=[],
            metadata_options=[{"http_tokens": "required", "http_put_response_hop_limit": 1}],
        ),
        {
            "imageId": "ami-1",
            "instanceType": "t3.micro",
            "subnetId": "subnet-1",
            "securityGroups": [{"groupId": "sg-1"}],
            "sourceDestCheck": True,
            "iamInstanceProfile": None,
            "metadataOptions": {
                "httpEndpoint": "enabled",
                "httpProtocolIpv6": "disabled",
                "httpPutResponseHopLimit": 1,
                "httpTokens": "required",
                "instanceMetadataTags": "disabled",
            },
        },
    ),
    "volume": (
        resource("AWS::EC2::Volume", Size="8", Encrypted="true", AvailabilityZone="eu-west-1a"),
        resource("aws_ebs_volume", size=8, encrypted=True, availability_zone="eu-west-1a"),
        {"size": 8, "encrypted": True, "volumeType": "gp2", "availabilityZone": "eu-west-1a"},
    ),
    "function": (
        resource(
            "AWS::Lambda::Function",
            FunctionName="f",
            Role="arn:r",
            Runtime="python3.12",
            Timeout="3",
            VpcConfig={"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]},
            Environment={"Variables": {"Some_Name": "x"}},
        ),
        resource(
            "aws_lambda_function",
            function_name="f",
            role="arn:r",
            runtime="python3.12",
            timeout=3,
            memory_size=128,
            vpc_config=[{"subnet_ids": ["subnet-1"], "security_group_ids": ["sg-1"]}],
            environment=[{"variables": {"Some_Name": "x"}}],
            dead_letter_config=[],
            layers=None,
        ),
        {
            "functionName": "f",
            "role": "arn:r",
            "runtime": "python3.12",
            "timeout": 3,
            "memorySize": 128,
            "vpcConfig": {"subnetIds": ["subnet-1"], "securityGroupIds": ["sg-1"]},
            "environment": {"variables": {"Some_Name": "x"}},
            "tracingConfig": {"mode": "PassThrough"},
            "layers": [],
            "kmskeyArn": None,
        },
    ),
}


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_template_and_a_plan_say_what_config_records(template, plan, recorded):
    assert_says(configuration(template), recorded)
    assert_says(configuration(plan), recorded)


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_field_that_only_deployment_decides_stays_unresolved(template, plan, recorded):
    assert_stays_unresolved(template, recorded)
    assert_stays_unresolved(plan, recorded)


def test_an_instance_that_says_nothing_of_its_metadata_is_as_the_account_decides():
    assert type(configuration(resource("AWS::EC2::Instance"))["metadataOptions"]) is Unresolved
    assert type(configuration(resource("aws_instance"))["metadataOptions"]) is Unresolved
    some = {"HttpEndpoint": "enabled"}
    found = configuration(resource("AWS::EC2::Instance", MetadataOptions=some))
    assert type(found["metadataOptions"]["httpTokens"]) is Unresolved


def test_an_instance_from_a_launch_template_may_have_a_profile():
    template = {"LaunchTemplateId": "lt-1", "Version": "1"}
    found = configuration(resource("AWS::EC2::Instance", LaunchTemplate=template))
    assert type(found["iamInstanceProfile"]) is Unresolved
    found = configuration(resource("AWS::EC2::Instance", IamInstanceProfile="p"))
    assert found["iamInstanceProfile"]["arn"].present


def test_an_instance_without_groups_has_the_default_one_which_is_unknown():
    [group] = configuration(resource("AWS::EC2::Instance"))["securityGroups"]
    assert type(group) is Unresolved


def test_an_instance_has_the_groups_of_its_first_interface():
    interface = {"GroupSet": ["sg-1"], "DeviceIndex": "0"}
    found = configuration(resource("AWS::EC2::Instance", NetworkInterfaces=[interface]))
    assert found["securityGroups"] == [{"groupId": "sg-1"}]


def test_whether_a_volume_that_does_not_say_is_encrypted_is_the_accounts_affair():
    assert type(configuration(resource("AWS::EC2::Volume"))["encrypted"]) is Unresolved
