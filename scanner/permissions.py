"""The least that IAM must allow for a scan: a policy of read-only actions, nothing more."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from scanner.model import Needs
from scanner.shape import Call
from scanner.sources import EVENTS, LIVE, RECORDED
from scanner.sources.plan import api_names, calls_of, collections
from scanner.sources.reach import ENABLED, EVERYBODY, IN_UNIT, UNITS, Reach

SERVICES: Final = MappingProxyType({"cloudcontrol": "cloudformation", "cloudwatch": "cloudwatch"})
"""What IAM calls a service, where that is not what the service signs with."""

ACTIONS: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("s3", "get_bucket_accelerate_configuration"): "s3:GetAccelerateConfiguration",
        ("s3", "get_bucket_analytics_configuration"): "s3:GetAnalyticsConfiguration",
        ("s3", "get_bucket_cors"): "s3:GetBucketCORS",
        ("s3", "get_bucket_encryption"): "s3:GetEncryptionConfiguration",
        ("s3", "get_bucket_inventory_configuration"): "s3:GetInventoryConfiguration",
        ("s3", "get_bucket_lifecycle_configuration"): "s3:GetLifecycleConfiguration",
        ("s3", "get_bucket_metrics_configuration"): "s3:GetMetricsConfiguration",
        ("s3", "get_bucket_notification_configuration"): "s3:GetBucketNotification",
        ("s3", "get_bucket_replication"): "s3:GetReplicationConfiguration",
        ("s3", "get_object_lock_configuration"): "s3:GetBucketObjectLockConfiguration",
        ("s3", "get_public_access_block"): "s3:GetBucketPublicAccessBlock",
        ("s3", "head_bucket"): "s3:ListBucket",
        ("s3", "list_buckets"): "s3:ListAllMyBuckets",
        ("s3", "list_objects_v2"): "s3:ListBucket",
        ("s3control", "get_public_access_block"): "s3:GetAccountPublicAccessBlock",
    }
)
"""The actions that are not called as the operations are that they allow."""

PATHS: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("apigateway", "get_rest_apis"): "/restapis",
        ("apigateway", "get_stages"): "/restapis/*/stages",
        ("apigatewayv2", "get_apis"): "/apis",
        ("apigatewayv2", "get_stages"): "/apis/*/stages",
    }
)
"""What API Gateway's one reading action, apigateway:GET, is allowed on."""

PAST: Final = "timeline"
"""What `policy` takes for the histories that AWS Config has, which `groma timeline` asks for."""
DELIVERED: Final = "s3"
"""What `policy` takes for files in a bucket; if KMS encrypts them, kms:Decrypt is needed, too."""
PROOF: Final = "verify"
"""What `policy` takes for `groma verify` of a bucket, whose digests AWS's public keys prove."""

_GET: Final = "apigateway:GET"


def action(client: str, operation: str) -> str:
    """The IAM action that an operation of a boto3 client needs."""
    if client in ("apigateway", "apigatewayv2"):
        return _GET
    special = ACTIONS.get((client, operation))
    if special:
        return special
    signing, names = api_names(client)
    return f"{SERVICES.get(client, signing)}:{names[operation]}"


def policy(needs: Needs, reach: Reach, sources: Sequence[str] = (LIVE,)) -> str:
    """The policy, as JSON, for reading what rules need of the accounts and Regions asked for.

    The sources are "aws", "aws-config" for what AWS Config holds and what it leaves out,
    "aws-events" for CloudTrail's Event history, and those above. A role that is entered needs the
    same without what lists an organization and enters roles. Cloud Control reads with the caller's
    permissions, so that what it calls has to be allowed, too. sts:GetCallerIdentity is missing
    because it needs no permission.
    """
    read = [call for source in sources for call in _calls(needs, reach, source)]
    made = read if {*sources} <= {DELIVERED, PROOF} else [*read, *_around(reach)]
    wanted = {(each.client, each.operation) for each in made}
    plain = sorted({action(*each) for each in wanted} - {_GET})
    statements = [_statement("Read", plain, ["*"])] if plain else []
    paths = sorted({_path(each) for each in wanted if action(*each) == _GET})
    if paths:
        statements.append(_statement("ReadApis", [_GET], paths))
    behind = sorted({each for call in made for each in call.behind} - set(plain))
    if behind:
        statements.append(_statement("BehindCloudControl", behind, ["*"]))
    if reach.role:
        ids = sorted(set(reach.accounts) - set(reach.excluded)) or ["*"]
        roles = [f"arn:*:iam::{each}:role/{reach.role}" for each in ids]
        statements.append(_statement("Enter", ["sts:AssumeRole"], roles))
    return json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=2)


def _around(reach: Reach) -> Iterable[Call]:
    """The calls that find accounts and Regions."""
    if not reach.regions:
        yield ENABLED
    if reach.units:
        yield from (IN_UNIT, UNITS)
    elif reach.organization:
        yield EVERYBODY


def _calls(needs: Needs, reach: Reach, source: str) -> Iterator[Call]:
    """The calls that read accounts."""
    if source == EVENTS:
        from scanner.sources.events.history import LOOKUP

        yield LOOKUP
        return
    if source == PAST:
        from scanner.timeline import answers, asking

        yield from (asking.DISCOVERED, answers.HISTORY)
        return
    if source in (DELIVERED, PROOF):
        yield from _of_bucket(source)
        return
    if source == RECORDED:
        from scanner.sources.leftover import leftover

        yield from _of_config(reach)
        needs = leftover(needs)
    for each in collections(needs):
        yield from (call for call, _ in calls_of(each))


def _of_bucket(source: str) -> Iterator[Call]:
    from scanner.sources import bucket, trail_keys

    yield from (bucket.LIST, bucket.GET)
    if source == PROOF:
        yield trail_keys.LIST


def _of_config(reach: Reach) -> Iterator[Call]:
    """The calls that read what AWS Config or an aggregator of it holds."""
    from scanner.sources import aggregate, query, recorder_state

    if reach.aggregator is None:
        dialect = query.OWN
        yield from (recorder_state.RECORDERS, recorder_state.STATUS)
    else:
        dialect = query.AGGREGATE
        yield from (aggregate.AGGREGATORS, aggregate.SOURCES)
    yield from (dialect.select, dialect.discovered, dialect.batch)


def _path(operation: tuple[str, str]) -> str:
    return f"arn:*:apigateway:*::{PATHS[operation]}"


def _statement(name: str, actions: list[str], resources: list[str]) -> dict[str, Any]:
    sid = f"Groma{name}"
    return {"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resources}
