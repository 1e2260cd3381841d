"""Every resource type whose events are declared, and the service of those whose are not."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import Final

from scanner.attribution import (
    kinds_databases,
    kinds_identity,
    kinds_machines,
    kinds_network,
    kinds_storage,
    kinds_watching,
)
from scanner.attribution.kind import Kind, plain

ALL: Final = (
    *kinds_databases.KINDS,
    *kinds_identity.KINDS,
    *kinds_machines.KINDS,
    *kinds_network.KINDS,
    *kinds_storage.KINDS,
    *kinds_watching.KINDS,
)
BY_TYPE: Final[Mapping[str, tuple[Kind, ...]]] = {
    type: tuple(kinds)
    for type, kinds in groupby(sorted(ALL, key=lambda each: each.type), lambda each: each.type)
}
UNNAMED: Final = frozenset(each.type for each in ALL if each.unnamed)
"""The types that are there once, so that events do not say which one they mean."""
_SOURCES: Final[Mapping[str, str]] = {
    "ACM": "acm",
    "AccessAnalyzer": "access-analyzer",
    "ApiGatewayV2": "apigateway",
    "CertificateManager": "acm",
    "CloudWatch": "monitoring",
    "Cognito": "cognito-idp",
    "EFS": "elasticfilesystem",
    "ElasticLoadBalancingV2": "elasticloadbalancing",
    "Elasticsearch": "es",
    "NetworkFirewall": "network-firewall",
    "OpenSearch": "es",
    "StepFunctions": "states",
}


def service_of(type: str) -> str:
    """The event source of a type's service: "rds.amazonaws.com" for AWS::RDS::DBInstance."""
    name = type.split("::")[1] if type.count("::") >= 1 else ""
    return f"{_SOURCES.get(name, name.lower())}.amazonaws.com"


@lru_cache(maxsize=4096)
def concerned(event_source: str, event: str) -> tuple[Kind, ...]:
    """The declared kinds that events of this name may change; () where none is known to be."""
    name = plain(event)
    return tuple(each for each in ALL if each.event_source == event_source and each.concerns(name))
