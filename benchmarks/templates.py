"""Made-up CloudFormation templates: networks, databases and trails, as people write them.

What a template refers to and does not have becomes a parameter of it. Whether something is as it
should be is drawn by luck, the same for the same seed.
"""

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]
EVERYBODY, ZONES, DATABASE_PORT = "0.0.0.0/0", "ab", 5432


@dataclass(frozen=True, slots=True)
class Tagged:
    """A short intrinsic function, such as `!GetAtt Key.Arn`."""

    tag: str
    text: str


Resource = tuple[str, str, Json]
"""Logical name, type and properties."""

Piece = Callable[[int, random.Random], Iterator[Resource]]
"""The resources of one purpose: names end in the number, and luck says what is wrong with them."""


def ref(name: str) -> Tagged:
    """A reference to a resource or parameter."""
    return Tagged("!Ref", name)


def attribute(name: str) -> Tagged:
    """An attribute of a resource, named `Resource.Attribute`."""
    return Tagged("!GetAtt", name)


def network(number: int, luck: random.Random) -> Iterator[Resource]:
    """A VPC with two subnets, their routes and their ACL."""
    vpc, acl, table, gateway = (f"{it}{number}" for it in ("Vpc", "Acl", "Table", "Gateway"))
    net = f"10.{number % 250}"
    yield vpc, "EC2::VPC", {"CidrBlock": f"{net}.0.0/16", "EnableDnsHostnames": True}
    yield gateway, "EC2::InternetGateway", {}
    joined = {"VpcId": ref(vpc), "InternetGatewayId": ref(gateway)}
    yield f"Attached{number}", "EC2::VPCGatewayAttachment", joined
    yield table, "EC2::RouteTable", {"VpcId": ref(vpc)}
    if luck.random() < 0.5:
        way = {"DestinationCidrBlock": EVERYBODY, "GatewayId": ref(gateway)}
        yield f"WayOut{number}", "EC2::Route", {"RouteTableId": ref(table), **way}
    yield acl, "EC2::NetworkAcl", {"VpcId": ref(vpc)}
    for index, zone in enumerate(ZONES):
        yield from _subnet(f"{number}{zone.upper()}", f"{net}.{16 * index}.0/20", zone, number)
    for rule, egress in ((100, False), (100, True), (110, False)):
        wide = egress or luck.random() < 0.3
        yield (
            f"Entry{number}{'Out' if egress else 'In'}{rule}",
            "EC2::NetworkAclEntry",
            {
                "NetworkAclId": ref(acl),
                "RuleNumber": rule,
                "Protocol": -1 if egress else 6,
                "RuleAction": "allow",
                "Egress": egress,
                "CidrBlock": EVERYBODY if wide else f"{net}.0.0/16",
                **({} if egress else {"PortRange": {"From": DATABASE_PORT, "To": DATABASE_PORT}}),
            },
        )


def _subnet(name: str, block: str, zone: str, number: int) -> Iterator[Resource]:
    where = Tagged("!Sub", "${AWS::Region}" + zone)
    subnet = ref(f"Subnet{name}")
    inside = {"VpcId": ref(f"Vpc{number}"), "CidrBlock": block, "AvailabilityZone": where}
    yield f"Subnet{name}", "EC2::Subnet", inside
    table = {"RouteTableId": ref(f"Table{number}"), "SubnetId": subnet}
    yield f"Routed{name}", "EC2::SubnetRouteTableAssociation", table
    acl = {"NetworkAclId": ref(f"Acl{number}"), "SubnetId": subnet}
    yield f"Guarded{name}", "EC2::SubnetNetworkAclAssociation", acl


def database(number: int, luck: random.Random) -> Iterator[Resource]:
    """A database in the network of that number: its groups, subnets, key and alarm."""
    group, clients, key = f"DatabaseGroup{number}", f"Clients{number}", f"DatabaseKey{number}"
    vpc, subnets = ref(f"Vpc{number}"), [ref(f"Subnet{number}{zone.upper()}") for zone in ZONES]
    port = {"IpProtocol": "tcp", "FromPort": DATABASE_PORT, "ToPort": DATABASE_PORT}
    ssh = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "Description": "machines"}
    source = EVERYBODY if luck.random() < 0.3 else "10.0.0.0/8"
    said = {"GroupDescription": "who asks", "VpcId": vpc}
    yield clients, "EC2::SecurityGroup", said | {"SecurityGroupIngress": [ssh | {"CidrIp": source}]}
    inside = [port | {"CidrIp": f"10.{number % 250}.0.0/16", "Description": "the network"}]
    said = {"GroupDescription": "the database", "VpcId": vpc}
    yield group, "EC2::SecurityGroup", said | {"SecurityGroupIngress": inside}
    asks = {"GroupId": attribute(f"{group}.GroupId"), "SourceSecurityGroupId": ref(clients)}
    yield f"Asks{number}", "EC2::SecurityGroupIngress", asks | port
    within = {"DBSubnetGroupDescription": "both zones", "SubnetIds": subnets}
    yield f"DatabaseSubnets{number}", "RDS::DBSubnetGroup", within
    yield key, "KMS::Key", _key(luck)
    instance = {
        "DBInstanceClass": "db.r6g.large",
        "Engine": "postgres",
        "AllocatedStorage": "100",
        "MasterUsername": "owner",
        "ManageMasterUserPassword": True,
        "StorageEncrypted": True,
        "KmsKeyId": attribute(f"{key}.Arn"),
        "DBSubnetGroupName": ref(f"DatabaseSubnets{number}"),
        "VPCSecurityGroups": [attribute(f"{group}.GroupId")],
        "PubliclyAccessible": luck.random() < 0.2,
    }
    yield f"Database{number}", "RDS::DBInstance", instance
    yield f"Busy{number}", "CloudWatch::Alarm", _alarm("AWS/RDS", "CPUUtilization")


def trail(number: int, luck: random.Random) -> Iterator[Resource]:
    """A trail, where it logs to, and what watches it."""
    bucket, key, role = f"Logs{number}", f"TrailKey{number}", f"Writer{number}"
    closed = dict.fromkeys(("BlockPublicAcls", "BlockPublicPolicy"), True)
    yield bucket, "S3::Bucket", {"PublicAccessBlockConfiguration": closed}
    writes = _statement({"Service": "cloudtrail.amazonaws.com"}, "s3:PutObject")
    writes["Resource"] = Tagged("!Sub", "${" + bucket + ".Arn}/AWSLogs/*")
    policy = {"Bucket": ref(bucket), "PolicyDocument": _policy(writes)}
    yield f"LogsPolicy{number}", "S3::BucketPolicy", policy
    yield key, "KMS::Key", _key(luck)
    yield f"Events{number}", "Logs::LogGroup", {"RetentionInDays": 365}
    trusted = _policy(_statement({"Service": "cloudtrail.amazonaws.com"}, "sts:AssumeRole"))
    yield role, "IAM::Role", {"AssumeRolePolicyDocument": trusted}
    recorded = {
        "S3BucketName": ref(bucket),
        "IsLogging": True,
        "IsMultiRegionTrail": luck.random() < 0.7,
        "EnableLogFileValidation": luck.random() < 0.7,
        **({"KMSKeyId": attribute(f"{key}.Arn")} if luck.random() < 0.7 else {}),
        "CloudWatchLogsLogGroupArn": attribute(f"Events{number}.Arn"),
        "CloudWatchLogsRoleArn": attribute(f"{role}.Arn"),
    }
    yield f"Trail{number}", "CloudTrail::Trail", recorded
    counted = {"MetricName": "root", "MetricNamespace": "trail", "MetricValue": "1"}
    pattern = '{ $.userIdentity.type = "Root" }'
    watched = {"LogGroupName": ref(f"Events{number}"), "FilterPattern": pattern}
    yield f"Root{number}", "Logs::MetricFilter", watched | {"MetricTransformations": [counted]}
    yield f"RootSeen{number}", "CloudWatch::Alarm", _alarm("trail", "root")


def _key(luck: random.Random) -> Json:
    owner = {"AWS": Tagged("!Sub", "arn:aws:iam::${AWS::AccountId}:root")}
    policy = _policy(_statement(owner, "kms:*") | {"Resource": "*"})
    return {"EnableKeyRotation": luck.random() < 0.7, "KeyPolicy": policy}


def _alarm(namespace: str, metric: str) -> Json:
    said = {"Namespace": namespace, "MetricName": metric, "Statistic": "Maximum", "Period": 300}
    return said | {
        "EvaluationPeriods": 1,
        "Threshold": 90,
        "ComparisonOperator": "GreaterThanThreshold",
    }


def _statement(principal: Json, action: str) -> Json:
    return {"Effect": "Allow", "Principal": principal, "Action": action}


def _policy(*statements: Json) -> Json:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def template(count: int, seed: int) -> str:
    """A CloudFormation template, as YAML, of so many resources and the parameters they need."""
    luck = random.Random(seed)
    pieces = (
        resource
        for number in itertools.count(seed)
        for piece in _pieces(number)
        for resource in piece(number, luck)
    )
    resources = {
        name: {"Type": f"AWS::{kind}", **({"Properties": given} if given else {})}
        for name, kind, given in itertools.islice(pieces, count)
    }
    parameters = {name: {"Type": "String"} for name in _referred(resources) - resources.keys()}
    whole: Json = {"AWSTemplateFormatVersion": "2010-09-09"}
    if parameters:
        whole["Parameters"] = dict(sorted(parameters.items()))
    return yaml.dump(whole | {"Resources": resources}, Dumper=_Dumper, sort_keys=False)


def _referred(value: Any) -> set[str]:
    """The names that a value refers to as `!Ref`."""
    match value:
        case Tagged(tag="!Ref", text=name):
            return {name}
        case dict():
            return _referred(list(value.values()))
        case list():
            return set().union(*map(_referred, value))
    return set()


def _pieces(number: int) -> list[Piece]:
    """The pieces of one number, each of them first in every third: small templates differ."""
    pieces: list[Piece] = [network, database, trail]
    return pieces[number % 3 :] + pieces[: number % 3]


class _Dumper(yaml.SafeDumper):
    """Writes short functions, and writes twice what occurs twice: no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        """Whether to write a value out, however often it comes."""
        return True


_Dumper.add_representer(Tagged, lambda dumper, it: dumper.represent_scalar(it.tag, it.text))


def write_folder(folder: Path, templates: int, each: int) -> None:
    """Write so many templates of so many resources, ten in each folder below."""
    for number in range(templates):
        below = folder / f"team{number // 10:03}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"stack{number:04}.yaml").write_text(template(each, number), encoding="utf-8")


def write_template(path: Path, count: int) -> None:
    """Write one template of so many resources."""
    path.write_text(template(count, 1), encoding="utf-8")
