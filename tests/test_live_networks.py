"""Networks, machines and disks, made in moto and judged by a live scan."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, session

from scanner import load
from scanner.clock import utc
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE = "us-east-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/networks/family.yaml").read_text())
FOLDERS = [str(ROOT / "rules" / each) for each in ("autoscaling", "ec2", "vpc")]
RULES = [each for each in load.rules(FOLDERS) if each.id in FAMILY["rules"]]
OF_REGIONS = [each for each in RULES if each.resource == "AWS::::Region"]
NOW = datetime.now(UTC) + timedelta(hours=1)
LATER = NOW + timedelta(days=40)

EVERYBODY = [{"CidrIp": "0.0.0.0/0"}]

# Making it


def furnish():
    """What is called good is as it should be, and what is called bad is not: ids by name."""
    ids = {}
    networks(ids)
    groups(ids)
    machines(ids)
    disks(ids)
    connections(ids)
    fleets(ids)
    return ids


def networks(ids):
    ec2 = client("ec2")
    client("s3").create_bucket(Bucket="flows")
    for name, block in (("good", "10.1.0.0/16"), ("bad", "10.2.0.0/16")):
        vpc = ec2.create_vpc(CidrBlock=block)["Vpc"]["VpcId"]
        first = ec2.create_subnet(VpcId=vpc, CidrBlock=block.replace("/16", "/24"))["Subnet"]
        second = ec2.create_subnet(
            VpcId=vpc, CidrBlock=block.replace("0.0/16", "1.0/24"), AvailabilityZone=f"{HERE}b"
        )["Subnet"]
        subnets = [first["SubnetId"], second["SubnetId"]]
        gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        for each in subnets:
            ec2.associate_route_table(RouteTableId=table, SubnetId=each)
        client("rds").create_db_subnet_group(
            DBSubnetGroupName=name, DBSubnetGroupDescription="d", SubnetIds=subnets
        )
        acl = guarded(name, vpc, subnets[0])
        ids |= {f"{name} vpc": vpc, f"{name} subnet": subnets[0], f"{name} acl": acl}
        ids |= {f"{name} table": table, f"{name} gateway": gateway}
    flow_log(ids["good vpc"], "ALL")
    flow_log(ids["bad vpc"], "REJECT")
    ec2.modify_subnet_attribute(SubnetId=ids["bad subnet"], MapPublicIpOnLaunch={"Value": True})
    ec2.attach_internet_gateway(InternetGatewayId=ids["bad gateway"], VpcId=ids["bad vpc"])
    ec2.create_route(
        RouteTableId=ids["bad table"],
        DestinationCidrBlock="0.0.0.0/0",
        GatewayId=ids["bad gateway"],
    )
    ids["unused acl"] = ec2.create_network_acl(VpcId=ids["bad vpc"])["NetworkAcl"]["NetworkAclId"]


def flow_log(vpc, traffic):
    client("ec2").create_flow_logs(
        ResourceType="VPC",
        ResourceIds=[vpc],
        TrafficType=traffic,
        LogDestinationType="s3",
        LogDestination="arn:aws:s3:::flows",
    )


def guarded(name, vpc, subnet):
    """An ACL of a subnet, which lets HTTPS in or else everything."""
    ec2 = client("ec2")
    acl = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
    ports = {"PortRange": {"From": 443, "To": 443}} if name == "good" else {}
    ec2.create_network_acl_entry(
        NetworkAclId=acl,
        RuleNumber=100,
        RuleAction="allow",
        Protocol="6" if ports else "-1",
        CidrBlock="0.0.0.0/0",
        Egress=False,
        **ports,
    )
    [theirs] = ec2.describe_network_acls(
        Filters=[{"Name": "association.subnet-id", "Values": [subnet]}]
    )["NetworkAcls"]
    associations = {each["SubnetId"]: each for each in theirs["Associations"]}
    ec2.replace_network_acl_association(
        AssociationId=associations[subnet]["NetworkAclAssociationId"], NetworkAclId=acl
    )
    return acl


def groups(ids):
    ec2 = client("ec2")
    for name in ("good", "bad"):
        made = ec2.create_security_group(GroupName=name, Description="d", VpcId=ids["good vpc"])
        ids[f"{name} group"] = made["GroupId"]
    inside = {"IpProtocol": "tcp", "FromPort": 20, "ToPort": 6000}
    ec2.authorize_security_group_ingress(
        GroupId=ids["good group"],
        IpPermissions=[{**inside, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}],
    )
    ec2.authorize_security_group_ingress(
        GroupId=ids["bad group"], IpPermissions=[{**inside, "IpRanges": EVERYBODY}]
    )


def machines(ids):
    ec2, iam = client("ec2"), client("iam")
    iam.create_instance_profile(InstanceProfileName="server")
    interface = {"DeviceIndex": 0, "SubnetId": ids["good subnet"], "Groups": [ids["good group"]]}
    plain = {"ImageId": "ami-12345678", "InstanceType": "m3.xlarge", "MinCount": 1, "MaxCount": 1}
    good = ec2.run_instances(
        **plain,
        EbsOptimized=True,
        Monitoring={"Enabled": True},
        IamInstanceProfile={"Name": "server"},
        MetadataOptions={"HttpTokens": "required", "HttpEndpoint": "enabled"},
        NetworkInterfaces=[{**interface, "AssociatePublicIpAddress": False}],
    )
    bad = ec2.run_instances(
        **plain, NetworkInterfaces=[{**interface, "AssociatePublicIpAddress": True}]
    )
    stopped = ec2.run_instances(**plain, SubnetId=ids["good subnet"])
    for name, made in (("good", good), ("bad", bad), ("stopped", stopped)):
        ids[f"{name} instance"] = made["Instances"][0]["InstanceId"]
    ec2.stop_instances(InstanceIds=[ids["stopped instance"]])


def disks(ids):
    ec2 = client("ec2")
    for name, encrypted in (("good", True), ("bad", False)):
        volume = ec2.create_volume(AvailabilityZone=f"{HERE}a", Size=1, Encrypted=encrypted)
        ids[f"{name} volume"] = volume["VolumeId"]
        ids[f"{name} snapshot"] = ec2.create_snapshot(VolumeId=volume["VolumeId"])["SnapshotId"]
        ids[f"{name} address"] = ec2.allocate_address(Domain="vpc")["AllocationId"]
    ec2.attach_volume(
        VolumeId=ids["good volume"], InstanceId=ids["stopped instance"], Device="/dev/sdf"
    )
    ec2.associate_address(AllocationId=ids["good address"], InstanceId=ids["stopped instance"])


def connections(ids):
    ec2 = client("ec2")
    there = ec2.create_customer_gateway(Type="ipsec.1", PublicIp="8.8.4.4", BgpAsn=65000)
    here = ec2.create_vpn_gateway(Type="ipsec.1")
    ids["vpn"] = ec2.create_vpn_connection(
        Type="ipsec.1",
        CustomerGatewayId=there["CustomerGateway"]["CustomerGatewayId"],
        VpnGatewayId=here["VpnGateway"]["VpnGatewayId"],
    )["VpnConnection"]["VpnConnectionId"]


def fleets(ids):
    scaling, balancing = client("autoscaling"), client("elbv2")
    targets = balancing.create_target_group(
        Name="web", Protocol="HTTP", Port=80, VpcId=ids["good vpc"]
    )["TargetGroups"]
    for name, public, tokens, checks in (
        ("good", False, "required", "ELB"),
        ("bad", True, "optional", "EC2"),
    ):
        scaling.create_launch_configuration(
            LaunchConfigurationName=name,
            ImageId="ami-12345678",
            InstanceType="m5.large",
            AssociatePublicIpAddress=public,
            MetadataOptions={"HttpTokens": tokens},
        )
        scaling.create_auto_scaling_group(
            AutoScalingGroupName=name,
            LaunchConfigurationName=name,
            MinSize=0,
            MaxSize=0,
            AvailabilityZones=[f"{HERE}a"],
            HealthCheckType=checks,
            TargetGroupARNs=[targets[0]["TargetGroupArn"]],
        )


# What moto has not


def xml(operation, inner):
    return 200, f"<{operation}Response>{inner}</{operation}Response>".encode()


def public(snapshot):
    """The snapshots that everybody may restore: moto takes no notice of who may."""
    item = f"<item><snapshotId>{snapshot}</snapshotId><status>completed</status></item>"
    return xml("DescribeSnapshots", f"<snapshotSet>{item}</snapshotSet>")


def sharing(state):
    return xml("GetSnapshotBlockPublicAccessState", f"<state>{state}</state>")


def tunnels(*statuses):
    """A VPN connection: moto tells nothing of its tunnels."""
    telemetry = "".join(
        f"<item><outsideIpAddress>52.0.0.{number}</outsideIpAddress><status>{each}</status></item>"
        for number, each in enumerate(statuses)
    )
    item = "<vpnConnectionId>vpn-{0}</vpnConnectionId><state>available</state>".format
    return f"<item>{item('-'.join(statuses))}<vgwTelemetry>{telemetry}</vgwTelemetry></item>"


# Judging it


def judged(given, now, rules):
    """The verdicts of each rule by the id of what it judged."""
    found = {each.id: {} for each in rules}
    with scanned(rules, given, clock=lambda: utc(now)) as scan:
        for each in scan.findings:
            resource = each.resource
            name = resource.name if ":" in resource.id else resource.id
            found[each.rule.id][name] = str(each.verdict)
    return found


def read(of, rules):
    with Pool(Clients(attempts=1)) as pool:
        wanted = collections(needs_of(rules))
        return list(read_account(of, ACCOUNT, (HERE,), wanted, pool))


@pytest.fixture(scope="module")
def world():
    """The ids of what is there, and what rules say of it now, later, and of a Region in order."""
    with aws():
        ids = furnish()
        connected = "".join([tunnels("UP", "UP"), tunnels("UP", "DOWN")])
        played = session(
            DescribeSnapshots=[None, public(ids["bad snapshot"])],
            DescribeVpnConnections=xml(
                "DescribeVpnConnections", f"<vpnConnectionSet>{connected}</vpnConnectionSet>"
            ),
            GetSnapshotBlockPublicAccessState=sharing("block-new-sharing"),
        )
        given = read(played, RULES)
        client("ec2").enable_ebs_encryption_by_default()
        mended = session(GetSnapshotBlockPublicAccessState=sharing("block-all-sharing"))
        yield {
            "ids": ids,
            "now": judged(given, NOW, RULES),
            "later": judged(given, LATER, RULES),
            "mended": judged(read(mended, OF_REGIONS), NOW, OF_REGIONS),
        }


OF_RESOURCES = {
    "ebs-snapshot-not-public": "snapshot",
    "ebs-volume-encrypted": "volume",
    "ebs-volume-in-use": "volume",
    "ec2-detailed-monitoring": "instance",
    "ec2-ebs-optimized": "instance",
    "ec2-imdsv2": "instance",
    "ec2-instance-profile": "instance",
    "ec2-no-public-address": "instance",
    "eip-attached": "address",
    "internet-gateway-authorized-vpc": "gateway",
    "nacl-no-open-admin-ports": "acl",
    "route-no-unrestricted-igw": "table",
    "security-group-authorized-ports": "group",
    "security-group-no-open-cifs": "group",
    "security-group-no-open-database-ports": "group",
    "security-group-no-open-ssh": "group",
    "security-group-restricted-ports": "group",
    "security-group-used": "group",
    "subnet-no-public-addresses": "subnet",
    "vpc-flow-logs": "vpc",
}
"""Rules for which the good one of a kind passes and the bad one fails."""

BY_NAME = {
    *("autoscaling-elb-healthcheck", "autoscaling-launch-config-imdsv2"),
    *("autoscaling-launch-config-no-public-ip", "subnet-database-no-internet-route"),
}
OTHERWISE = {"ec2-in-vpc", "ec2-stopped-instance", "nacl-unused", "vpn-two-tunnels-up"}
"""Rules of which a test of its own tells what they say."""


def test_every_rule_of_the_family_is_judged_here():
    regions = {each.id for each in OF_REGIONS}
    assert {each.id for each in RULES} == set(FAMILY["rules"])
    assert set(FAMILY["rules"]) == OF_RESOURCES.keys() | BY_NAME | OTHERWISE | regions


@pytest.mark.parametrize(("id", "kind"), OF_RESOURCES.items())
def test_the_good_one_passes_and_the_bad_one_fails(id, kind, world):
    found = world["now"][id]
    told = {side: found[world["ids"][f"{side} {kind}"]] for side in ("good", "bad")}
    assert told == {"good": "pass", "bad": "fail"}


@pytest.mark.parametrize("id", sorted(BY_NAME))
def test_of_those_with_names_the_good_one_passes_and_the_bad_one_fails(id, world):
    assert {"good": "pass", "bad": "fail"}.items() <= world["now"][id].items()


@pytest.mark.parametrize("rule", OF_REGIONS, ids=lambda rule: rule.id)
def test_a_region_fails_until_it_was_put_in_order(rule, world):
    assert world["now"][rule.id] == {HERE: "fail"}
    assert world["mended"][rule.id] == {HERE: "pass"}


def test_an_acl_of_no_subnet_is_unused_unless_it_is_the_default_one(world):
    ids, found = world["ids"], world["now"]["nacl-unused"]
    assert found == {ids["good acl"]: "pass", ids["bad acl"]: "pass", ids["unused acl"]: "fail"}


def test_a_stopped_instance_is_forgotten_after_a_month(world):
    stopped = world["ids"]["stopped instance"]
    assert world["now"]["ec2-stopped-instance"] == {stopped: "pass"}
    assert world["later"]["ec2-stopped-instance"] == {stopped: "fail"}


def test_every_instance_is_in_a_vpc(world):
    assert set(world["now"]["ec2-in-vpc"].values()) == {"pass"}


def test_both_tunnels_of_a_connection_count(world):
    assert world["now"]["vpn-two-tunnels-up"] == {"vpn-UP-UP": "pass", "vpn-UP-DOWN": "fail"}
