"""Endpoints, gateways, lists and load balancers: what templates and Terraform say of them."""

import pytest
from mappings import (
    POLICY,
    assert_says,
    assert_stays_unresolved,
    configuration,
    named,
    resource,
    supplementary,
)

from scanner.unresolved import Unresolved

SAME = {
    "flow log": (
        resource(
            "AWS::EC2::FlowLog",
            ResourceId="vpc-1",
            ResourceType="VPC",
            TrafficType="ALL",
            LogGroupName="l",
            DeliverLogsPermissionArn="arn:r",
        ),
        resource(
            "aws_flow_log",
            vpc_id="vpc-1",
            traffic_type="ALL",
            log_group_name="l",
            iam_role_arn="arn:r",
            destination_options=[],
        ),
        {
            "resourceId": "vpc-1",
            "trafficType": "ALL",
            "logGroupName": "l",
            "deliverLogsPermissionArn": "arn:r",
            "logDestinationType": "cloud-watch-logs",
            "flowLogStatus": "ACTIVE",
            "maxAggregationInterval": 600,
        },
    ),
    "endpoint": (
        resource(
            "AWS::EC2::VPCEndpoint",
            VpcId="vpc-1",
            ServiceName="s3",
            VpcEndpointType="Interface",
            SecurityGroupIds=["sg-1"],
            PrivateDnsEnabled="true",
            PolicyDocument=POLICY,
        ),
        resource(
            "aws_vpc_endpoint",
            vpc_id="vpc-1",
            service_name="s3",
            vpc_endpoint_type="Interface",
            security_group_ids=["sg-1"],
            private_dns_enabled=True,
            policy=POLICY,
        ),
        {
            "vpcId": "vpc-1",
            "serviceName": "s3",
            "vpcEndpointType": "Interface",
            "groups": [{"groupId": "sg-1"}],
            "routeTableIds": [],
            "privateDnsEnabled": True,
            "policyDocument": POLICY,
        },
    ),
    "NAT gateway": (
        resource("AWS::EC2::NatGateway", SubnetId="subnet-1", AllocationId="eipalloc-1"),
        resource("aws_nat_gateway", subnet_id="subnet-1", allocation_id="eipalloc-1"),
        {
            "subnetId": "subnet-1",
            "connectivityType": "public",
            "natGatewayAddresses": [{"allocationId": "eipalloc-1"}],
        },
    ),
    "prefix list": (
        resource(
            "AWS::EC2::PrefixList",
            PrefixListName="p",
            AddressFamily="IPv4",
            MaxEntries="2",
            Entries=[{"Cidr": "10.0.0.0/8"}],
        ),
        resource(
            "aws_ec2_managed_prefix_list",
            name="p",
            address_family="IPv4",
            max_entries=2,
            entry=[{"cidr": "10.0.0.0/8", "description": None}],
        ),
        {
            "PrefixListName": "p",
            "AddressFamily": "IPv4",
            "MaxEntries": 2,
            "Entries": [{"Cidr": "10.0.0.0/8"}],
        },
    ),
    "load balancer": (
        resource(
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            Name="l",
            Scheme="internal",
            SecurityGroups=["sg-1"],
        ),
        resource(
            "aws_lb",
            name="l",
            internal=True,
            load_balancer_type="application",
            security_groups=["sg-1"],
        ),
        {
            "loadBalancerName": "l",
            "scheme": "internal",
            "type": "application",
            "ipAddressType": "ipv4",
            "securityGroups": ["sg-1"],
        },
    ),
    "listener": (
        resource(
            "AWS::ElasticLoadBalancingV2::Listener",
            LoadBalancerArn="arn:l",
            Port="80",
            Protocol="HTTP",
            Certificates=[{"CertificateArn": "arn:c"}],
            DefaultActions=[
                {
                    "Type": "redirect",
                    "RedirectConfig": {"Protocol": "HTTPS", "Port": 443, "StatusCode": "HTTP_301"},
                }
            ],
        ),
        resource(
            "aws_lb_listener",
            load_balancer_arn="arn:l",
            port=80,
            protocol="HTTP",
            certificate_arn="arn:c",
            default_action=[
                {
                    "type": "redirect",
                    "forward": [],
                    "redirect": [{"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}],
                }
            ],
        ),
        {
            "LoadBalancerArn": "arn:l",
            "Port": 80,
            "Protocol": "HTTP",
            "Certificates": [{"CertificateArn": "arn:c"}],
            "DefaultActions": [
                {
                    "Type": "redirect",
                    "RedirectConfig": {
                        "Protocol": "HTTPS",
                        "Port": "443",
                        "StatusCode": "HTTP_301",
                    },
                }
            ],
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


def test_what_refers_to_another_resource_keeps_the_shape_of_its_field():
    address = named("Address", "AWS::EC2::EIP", "AllocationId")
    gateway = resource("AWS::EC2::NatGateway", "Gateway", AllocationId=address)
    assert configuration(gateway)["natGatewayAddresses"] == [{"allocationId": address}]
    bound = named("Bound", "AWS::IAM::ManagedPolicy", "Ref")
    role = resource("AWS::IAM::Role", "Role", PermissionsBoundary=bound)
    assert configuration(role)["permissionsBoundary"]["permissionsBoundaryArn"] == bound
    certificate = named("aws_acm_certificate.c", "aws_acm_certificate", "arn")
    listener = resource("aws_lb_listener", "l", certificate_arn=certificate)
    assert configuration(listener)["Certificates"] == [{"CertificateArn": certificate}]


def attributes(found):
    listed = found["LoadBalancerAttributes"]
    return {each["key"]: each["value"] for each in listed if type(each) is not Unresolved}


def test_a_load_balancers_attributes_have_their_defaults_beside_those_that_are_said():
    said = {"Key": "deletion_protection.enabled", "Value": True}
    kind = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    template = attributes(supplementary(resource(kind, LoadBalancerAttributes=[said])))
    plan = attributes(
        supplementary(
            resource(
                "aws_lb",
                load_balancer_type="application",
                enable_deletion_protection=True,
                access_logs=[],
                idle_timeout=60,
            )
        )
    )
    assert template == plan
    assert template["deletion_protection.enabled"] == "true"
    assert template["access_logs.s3.enabled"] == "false"


def test_an_attribute_that_is_not_listed_is_unknown():
    kind = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    listed = supplementary(resource(kind))["LoadBalancerAttributes"]
    assert type(listed[-1]) is Unresolved


def test_a_prefix_lists_entries_may_be_resources_of_their_own():
    whole = resource("aws_ec2_managed_prefix_list", "l", entry=[{"cidr": "10.0.0.0/8"}])
    named_list = named("l", "aws_ec2_managed_prefix_list")
    kind = "aws_ec2_managed_prefix_list_entry"
    entry = resource(kind, "e", prefix_list_id=named_list, cidr="11.0.0.0/8")
    assert configuration(whole, entry)["Entries"] == [
        {"Cidr": "10.0.0.0/8"},
        {"Cidr": "11.0.0.0/8"},
    ]
