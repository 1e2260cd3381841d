"""Which of the facts beside a resource's configuration AWS Config records."""

from collections.abc import Iterable, Mapping
from typing import Final

RECORDED: Final[Mapping[str, frozenset[str]]] = {
    "AWS::AutoScaling::AutoScalingGroup": frozenset({"LifeCycleHooks"}),
    "AWS::DynamoDB::Table": frozenset({"ContinuousBackupsDescription"}),
    "AWS::ElasticLoadBalancing::LoadBalancer": frozenset(
        {"LoadBalancerAttributes", "LoadBalancerPolicies"}
    ),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": frozenset({"LoadBalancerAttributes"}),
    "AWS::KMS::Key": frozenset({"KeyRotationStatus", "Policy"}),
    "AWS::Lambda::Function": frozenset({"Concurrency", "Policy"}),
    "AWS::RDS::DBClusterSnapshot": frozenset({"DBClusterSnapshotAttributes"}),
    "AWS::RDS::DBSnapshot": frozenset({"DBSnapshotAttributes"}),
    "AWS::Redshift::Cluster": frozenset({"LoggingStatus"}),
    "AWS::Redshift::ClusterParameterGroup": frozenset({"Parameters"}),
    "AWS::S3::Bucket": frozenset(
        [
            "AccessControlList",
            "BucketAccelerateConfiguration",
            "BucketCrossOriginConfiguration",
            "BucketLifecycleConfiguration",
            "BucketLoggingConfiguration",
            "BucketNotificationConfiguration",
            "BucketPolicy",
            "BucketReplicationConfiguration",
            "BucketTaggingConfiguration",
            "BucketVersioningConfiguration",
            "BucketWebsiteConfiguration",
            "IsRequesterPaysEnabled",
            "ObjectLockConfiguration",
            "PublicAccessBlockConfiguration",
            "ServerSideEncryptionConfiguration",
        ]
    ),
}
"""The supplementary facts that AWS Config is known to record: of all others the APIs are asked."""


def unrecorded(resource_type: str, names: Iterable[str]) -> list[str]:
    """Those of the supplementary facts of a type that AWS Config leaves out."""
    known = RECORDED.get(resource_type, frozenset())
    return [name for name in names if name not in known]
