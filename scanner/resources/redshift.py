"""Redshift: clusters and their networks."""

from scanner.shape import Call, ResourceType

CLUSTER = ResourceType(
    name="AWS::Redshift::Cluster",
    id="clusterIdentifier",
    label="clusterIdentifier",
    arn="clusterNamespaceArn",
    live=Call("redshift", "describe_clusters", "Clusters[]"),
    more={
        "LoggingStatus": Call(
            "redshift", "describe_logging_status", each={"ClusterIdentifier": "ClusterIdentifier"}
        ),
    },
)

CLUSTER_SUBNET_GROUP = ResourceType(
    name="AWS::Redshift::ClusterSubnetGroup",
    id="clusterSubnetGroupName",
    label="clusterSubnetGroupName",
    live=Call("redshift", "describe_cluster_subnet_groups", "ClusterSubnetGroups[]"),
)
