"""A made-up Terraform plan of a size, in the shape that `terraform show -json` prints.

Ids of other resources are unknown until they are applied, as they are where nothing is deployed
yet; the configuration of the plan says what refers to what.
"""

import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]
EVERYBODY, ZONES, DATABASE_PORT = "0.0.0.0/0", "ab", 5432


@dataclass(frozen=True, slots=True)
class Later:
    """The attribute of another resource: known after apply, if no value of it is given."""

    address: str
    attribute: str = "id"
    known: str | None = None


Resource = tuple[str, str, Json]
"""Type without `aws_`, name and arguments; an argument may be a `Later`, or a list of them."""


def network(number: int, luck: random.Random) -> Iterator[Resource]:
    """A VPC with two subnets, their routes and their ACL."""
    name, net = f"network{number}", f"10.{number % 250}"
    inside = {"vpc_id": Later(f"aws_vpc.{name}")}
    yield "vpc", name, {"cidr_block": f"{net}.0.0/16", "instance_tenancy": "default"}
    yield "internet_gateway", name, inside
    yield "route_table", name, inside
    if luck.random() < 0.5:
        gateway = Later(f"aws_internet_gateway.{name}")
        table = Later(f"aws_route_table.{name}")
        way = {"destination_cidr_block": EVERYBODY, "gateway_id": gateway}
        yield "route", name, way | {"route_table_id": table}
    yield "network_acl", name, inside
    for index, zone in enumerate(ZONES):
        block = {"cidr_block": f"{net}.{16 * index}.0/20", "map_public_ip_on_launch": False}
        yield "subnet", name + zone, inside | block | {"availability_zone": f"eu-west-1{zone}"}
        subnet = {"subnet_id": Later(f"aws_subnet.{name}{zone}")}
        table, acl = Later(f"aws_route_table.{name}"), Later(f"aws_network_acl.{name}")
        yield "route_table_association", name + zone, subnet | {"route_table_id": table}
        yield "network_acl_association", name + zone, subnet | {"network_acl_id": acl}
    for rule, egress in ((100, False), (100, True), (110, False)):
        wide = egress or luck.random() < 0.3
        entry = {
            "network_acl_id": Later(f"aws_network_acl.{name}"),
            "rule_number": rule,
            "rule_action": "allow",
            "protocol": "-1" if egress else "tcp",
            "egress": egress,
            "cidr_block": EVERYBODY if wide else f"{net}.0.0/16",
            "ipv6_cidr_block": None,
            "from_port": 0 if egress else DATABASE_PORT,
            "to_port": 0 if egress else DATABASE_PORT,
        }
        yield "network_acl_rule", f"{name}{'out' if egress else 'in'}{rule}", entry


def database(number: int, luck: random.Random) -> Iterator[Resource]:
    """A database in the network of that number: its groups, subnets, key and alarm."""
    name, clients = f"database{number}", f"clients{number}"
    vpc = {"vpc_id": Later(f"aws_vpc.network{number}")}
    source = EVERYBODY if luck.random() < 0.3 else "10.0.0.0/8"
    ssh = {"ingress": [_permission(22, source)]}
    yield "security_group", clients, vpc | {"name": clients, "description": "who asks"} | ssh
    inside = {"ingress": [_permission(DATABASE_PORT, f"10.{number % 250}.0.0/16")]}
    yield "security_group", name, vpc | {"name": name, "description": "the database"} | inside
    asks = {
        "security_group_id": Later(f"aws_security_group.{name}"),
        "source_security_group_id": Later(f"aws_security_group.{clients}"),
        "type": "ingress",
        **dict.fromkeys(("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids")),
        "self": False,
        "protocol": "tcp",
        "from_port": DATABASE_PORT,
        "to_port": DATABASE_PORT,
    }
    yield "security_group_rule", name, asks
    subnets = [Later(f"aws_subnet.network{number}{zone}") for zone in ZONES]
    yield "db_subnet_group", name, {"name": name, "subnet_ids": subnets}
    yield "kms_key", name, _key(luck)
    instance = {
        "identifier": name,
        "instance_class": "db.r6g.large",
        "engine": "postgres",
        "port": DATABASE_PORT,
        "storage_encrypted": True,
        "kms_key_id": Later(f"aws_kms_key.{name}", "arn"),
        "db_subnet_group_name": Later(f"aws_db_subnet_group.{name}", "name", name),
        "vpc_security_group_ids": [Later(f"aws_security_group.{name}")],
        "publicly_accessible": luck.random() < 0.2,
    }
    yield "db_instance", name, instance
    alarm = {"alarm_name": name, "namespace": "AWS/RDS", "metric_name": "CPUUtilization"}
    compared = {"comparison_operator": "GreaterThanThreshold", "threshold": 90}
    yield "cloudwatch_metric_alarm", name, alarm | compared | {"evaluation_periods": 1}


def trail(number: int, luck: random.Random) -> Iterator[Resource]:
    """A trail, where it logs to, and who may write there."""
    name, bucket = f"trail{number}", f"logs{number}"
    yield "s3_bucket", bucket, {"bucket": bucket, "force_destroy": False}
    closed = dict.fromkeys(("block_public_acls", "block_public_policy"), True)
    logs = {"bucket": Later(f"aws_s3_bucket.{bucket}")}
    yield "s3_bucket_public_access_block", bucket, logs | closed
    yield "kms_key", name, _key(luck)
    yield "cloudwatch_log_group", name, {"name": name, "retention_in_days": 365}
    trusted = {
        "Effect": "Allow",
        "Principal": {"Service": "cloudtrail.amazonaws.com"},
        "Action": "sts:AssumeRole",
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [trusted]})
    yield "iam_role", name, {"name": name, "assume_role_policy": policy}
    recorded = {
        "name": name,
        "s3_bucket_name": Later(f"aws_s3_bucket.{bucket}", "bucket", bucket),
        "enable_logging": True,
        "is_multi_region_trail": luck.random() < 0.7,
        "enable_log_file_validation": luck.random() < 0.7,
        "kms_key_id": Later(f"aws_kms_key.{name}", "arn") if luck.random() < 0.7 else None,
        "cloud_watch_logs_role_arn": Later(f"aws_iam_role.{name}", "arn"),
    }
    yield "cloudtrail", name, recorded


def _permission(port: int, source: str) -> Json:
    lists = {"ipv6_cidr_blocks": [], "prefix_list_ids": [], "security_groups": [], "self": False}
    ports = {"protocol": "tcp", "from_port": port, "to_port": port}
    return lists | ports | {"cidr_blocks": [source], "description": "inside"}


def _key(luck: random.Random) -> Json:
    return {"enable_key_rotation": luck.random() < 0.7, "is_enabled": True}


def plan(count: int, seed: int) -> Json:
    """The plan that creates so many resources."""
    luck = random.Random(seed)
    made = (
        each
        for number in itertools.count(seed)
        for piece in (network, database, trail)
        for each in piece(number, luck)
    )
    resources = list(itertools.islice(made, count))
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": list(map(_planned, resources))}},
        "resource_changes": list(map(_change, resources)),
        "configuration": {"root_module": {"resources": list(map(_configured, resources))}},
        "complete": True,
        "errored": False,
    }


def _head(resource: Resource) -> Json:
    kind, name, _ = resource
    address = {"address": f"aws_{kind}.{name}", "mode": "managed"}
    return address | {"type": f"aws_{kind}", "name": name}


def _refers(value: object) -> bool:
    return isinstance(value, Later) or (isinstance(value, list) and any(map(_refers, value)))


def _waits(value: object) -> bool:
    return _refers(value) and not (isinstance(value, Later) and value.known)


def _known(resource: Resource) -> Json:
    return {
        key: value.known if isinstance(value, Later) else value
        for key, value in resource[2].items()
        if not _waits(value)
    }


def _planned(resource: Resource) -> Json:
    return _head(resource) | {"values": _known(resource), "sensitive_values": {}}


def _change(resource: Resource) -> Json:
    unknown = {key: True for key, value in resource[2].items() if _waits(value)}
    change = {"actions": ["create"], "before": None, "after": _known(resource)}
    return _head(resource) | {"change": change | {"after_unknown": {"id": True} | unknown}}


def _configured(resource: Resource) -> Json:
    given = {key: value for key, value in resource[2].items() if value is not None}
    expressions = {key: _expression(value) for key, value in given.items()}
    return _head(resource) | {"expressions": expressions, "schema_version": 1}


def _expression(value: Any) -> Json:
    if not _refers(value):
        return {"constant_value": value}
    waited = value if isinstance(value, list) else [value]
    named = ((f"{each.address}.{each.attribute}", each.address) for each in waited)
    return {"references": list(itertools.chain.from_iterable(named))}


def write_plan(path: Path, count: int) -> None:
    """Write a plan of so many resources as Terraform does: in one line."""
    path.write_text(json.dumps(plan(count, 1), separators=(",", ":")), encoding="utf-8")
