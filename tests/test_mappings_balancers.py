"""Where load balancers stand: what templates and Terraform say of their subnets and VPC."""

import pytest
from mappings import LATER, configuration, named, resource

from scanner.unresolved import Unresolved

SUBNET = resource("AWS::EC2::Subnet", "Web", VpcId="vpc-1", CidrBlock="10.0.0.0/24")
TERRAFORMED = resource("aws_subnet", "aws_subnet.web", vpc_id="vpc-1", cidr_block="10.0.0.0/24")
OURS, THEIRS = named("Web", "AWS::EC2::Subnet", "Ref"), named("aws_subnet.web", "aws_subnet")

SAME = {
    "a list": (
        resource("AWS::ElasticLoadBalancingV2::LoadBalancer", Subnets=[OURS]),
        resource("aws_lb", subnets=[THEIRS]),
    ),
    "addresses": (
        resource("AWS::ElasticLoadBalancingV2::LoadBalancer", SubnetMappings=[{"SubnetId": OURS}]),
        resource("aws_lb", subnets=[], subnet_mapping=[{"subnet_id": THEIRS}]),
    ),
}


@pytest.mark.parametrize(("template", "terraform"), SAME.values(), ids=SAME)
def test_a_load_balancer_stands_in_its_subnets_and_their_vpc(template, terraform):
    for written, subnet, token in ((template, SUBNET, OURS), (terraform, TERRAFORMED, THEIRS)):
        found = configuration(written, subnet)
        assert found["availabilityZones"] == [{"subnetId": token}]
        assert found["vpcId"] == "vpc-1"


def test_a_classic_load_balancer_stands_in_the_vpc_of_its_subnets():
    old = resource("AWS::ElasticLoadBalancing::LoadBalancer", Subnets=[OURS])
    assert configuration(old, SUBNET)["vpcid"] == "vpc-1"
    assert configuration(resource("aws_elb", subnets=[THEIRS]), TERRAFORMED)["vpcid"] == "vpc-1"


@pytest.mark.parametrize(
    "said", [{}, {"Subnets": LATER}, {"Subnets": [LATER]}, {"SubnetMappings": [LATER]}], ids=str
)
def test_where_a_load_balancer_stands_is_unknown_where_nobody_says_it(said):
    found = configuration(resource("AWS::ElasticLoadBalancingV2::LoadBalancer", **said), SUBNET)
    assert type(found["vpcId"]) is Unresolved
    zones = found["availabilityZones"]
    assert type(zones) is Unresolved or "$unresolved" in str(zones)
