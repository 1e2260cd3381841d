"""Databases, what stands around them and what may reach them, made in moto and judged live."""

from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, denied_xml, session

from scanner import load
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE = "us-east-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/reach/family.yaml").read_text())
RULES = [each for each in load.rules([str(ROOT / "rules/rds")]) if each.id in FAMILY["rules"]]
INTERNET, BALANCERS = "rds-unreachable-from-internet", "rds-unreachable-from-load-balancers"


def network(block):
    """A VPC with two subnets that lead to the internet."""
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock=f"{block}.0.0/16")["Vpc"]["VpcId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    subnets = []
    for number, zone in enumerate("ab"):
        made = ec2.create_subnet(
            VpcId=vpc, CidrBlock=f"{block}.{number}.0/24", AvailabilityZone=HERE + zone
        )["Subnet"]["SubnetId"]
        ec2.associate_route_table(RouteTableId=table, SubnetId=made)
        subnets.append(made)
    return vpc, subnets


def group(vpc, name, *sources):
    """A security group that lets these in, by range or by id, to the database's port."""
    ec2 = client("ec2")
    made = ec2.create_security_group(GroupName=name, Description="d", VpcId=vpc)["GroupId"]
    for each in sources:
        by_id = each.startswith("sg-")
        kind = (
            {"UserIdGroupPairs": [{"GroupId": each}]} if by_id else {"IpRanges": [{"CidrIp": each}]}
        )
        port = {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306}
        ec2.authorize_security_group_ingress(GroupId=made, IpPermissions=[{**port, **kind}])
    return made


def database(name, subnets, guard, public):
    rds = client("rds")
    rds.create_db_subnet_group(
        DBSubnetGroupName=name, DBSubnetGroupDescription="d", SubnetIds=subnets
    )
    rds.create_db_instance(
        DBInstanceIdentifier=name,
        DBInstanceClass="db.t3.micro",
        Engine="mysql",
        Port=3306,
        AllocatedStorage=20,
        MasterUsername="shop",
        MasterUserPassword="a-long-password",
        PubliclyAccessible=public,
        DBSubnetGroupName=name,
        VpcSecurityGroupIds=[guard],
    )


def furnish():
    """Databases by what may reach them, each in a VPC of its own."""
    vpc, subnets = network("10.1")
    database("open", subnets, group(vpc, "open", "0.0.0.0/0"), public=True)

    vpc, subnets = network("10.2")
    database("guarded", subnets, group(vpc, "guarded", group(vpc, "app")), public=True)

    vpc, subnets = network("10.3")
    web = group(vpc, "web")
    client("elbv2").create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=[web])
    database("balanced", subnets, group(vpc, "balanced", web), public=False)

    vpc, subnets = network("10.4")
    old = group(vpc, "old")
    client("elb").create_load_balancer(
        LoadBalancerName="old",
        Listeners=[{"Protocol": "TCP", "LoadBalancerPort": 80, "InstancePort": 80}],
        Subnets=subnets,
        SecurityGroups=[old],
    )
    database("classic", subnets, group(vpc, "classic", "10.4.0.0/16"), public=False)
    database("apart", subnets, group(vpc, "apart", group(vpc, "others")), public=False)


def judged(of):
    """The verdicts of each rule by the database's name."""
    with Pool(Clients(attempts=1)) as pool:
        wanted = collections(needs_of(RULES))
        given = list(read_account(of, ACCOUNT, (HERE,), wanted, pool))
    found = {each.id: {} for each in RULES}
    with scanned(RULES, given, clock=lambda: "2026-01-01T00:00:00Z") as scan:
        for each in scan.findings:
            found[each.rule.id][each.resource.name] = str(each.verdict)
    return found


@pytest.fixture(scope="module")
def world():
    """What the rules say, and what they say where somebody may not see the load balancers."""
    with aws():
        furnish()
        yield {
            "all": judged(session()),
            "without balancers": judged(session(DescribeLoadBalancers=denied_xml())),
            "without ACLs": judged(session(DescribeNetworkAcls=denied_xml())),
        }


def test_every_rule_of_the_family_is_judged_here():
    assert {each.id for each in RULES} == set(FAMILY["rules"]) == {INTERNET, BALANCERS}


def test_the_internet_reaches_the_open_one_only(world):
    others = dict.fromkeys(("guarded", "balanced", "classic", "apart"), "pass")
    assert world["all"][INTERNET] == {"open": "fail", **others}


def test_load_balancers_reach_what_admits_their_group_or_their_addresses(world):
    others = dict.fromkeys(("open", "guarded", "apart"), "pass")
    assert world["all"][BALANCERS] == {"balanced": "fail", "classic": "fail", **others}


def test_load_balancers_that_could_not_be_read_may_be_anywhere(world):
    found = world["without balancers"][BALANCERS]
    assert found["balanced"] == found["classic"] == "unknown"


def test_without_acls_nobody_knows_what_is_open(world):
    assert world["without ACLs"][INTERNET]["open"] == "unknown"
    assert world["without ACLs"][INTERNET]["guarded"] == "pass"
