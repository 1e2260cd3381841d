"""What somebody would write who wants no more than the answers: a pool of threads, plain boto3.

python benchmarks/plain_boto3.py REGION…

It makes the calls that a scan of live AWS makes for the built-in rules and counts what it gets.
`benchmarks/live.py` sees to it that the calls are the same, and compares the times.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import boto3
from botocore.config import Config

WORKERS = 16
LISTS = (
    ("cloudtrail", "describe_trails", "trailList"),
    ("ec2", "describe_network_acls", "NetworkAcls"),
    ("ec2", "describe_route_tables", "RouteTables"),
    ("ec2", "describe_security_groups", "SecurityGroups"),
    ("ec2", "describe_subnets", "Subnets"),
    ("kms", "list_keys", "Keys"),
    ("rds", "describe_db_instances", "DBInstances"),
)


def listed(client: Any, operation: str, member: str) -> list[dict[str, Any]]:
    """Everything on all pages of a list."""
    if not client.can_paginate(operation):
        found: list[dict[str, Any]] = getattr(client, operation)()[member]
        return found
    return [each for page in client.get_paginator(operation).paginate() for each in page[member]]


def details(
    clients: dict[str, Any], operation: str, listing: list[dict[str, Any]]
) -> Iterator[Any]:
    """The further calls that rules need, one for each trail and key."""
    if operation == "describe_trails":
        call = clients["cloudtrail"].get_trail_status
        yield from (partial(call, Name=each["TrailARN"]) for each in listing)
    if operation == "list_keys":
        call = clients["kms"].describe_key
        yield from (partial(call, KeyId=each["KeyId"]) for each in listing)


def main() -> None:
    """Read everything, and print how much it was."""
    session = boto3.Session()
    config = Config(max_pool_connections=WORKERS)
    session.client("sts", config=config).get_caller_identity()
    number = 0
    with ThreadPoolExecutor(WORKERS) as pool:
        for region in sys.argv[1:]:
            clients = {
                name: session.client(name, region_name=region, config=config)
                for name in dict.fromkeys(service for service, _, _ in LISTS)
            }
            lists = [
                (operation, pool.submit(listed, clients[service], operation, member))
                for service, operation, member in LISTS
            ]
            further = [
                pool.submit(call)
                for operation, future in lists
                for call in details(clients, operation, future.result())
            ]
            number += sum(len(future.result()) for _, future in lists)
            number += sum(bool(future.result()) for future in further)
    print(number)


if __name__ == "__main__":
    main()
