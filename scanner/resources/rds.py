"""RDS: databases, clusters of them, their networks and their copies."""

from scanner.shape import Call, ResourceType

DB_INSTANCE = ResourceType(
    name="AWS::RDS::DBInstance",
    id="dbiResourceId",
    label="dBInstanceIdentifier",
    arn="dBInstanceArn",
    live=Call("rds", "describe_db_instances", "DBInstances[]"),
)

DB_CLUSTER = ResourceType(
    name="AWS::RDS::DBCluster",
    id="dbClusterResourceId",
    label="dbclusterIdentifier",
    arn="dbclusterArn",
    live=Call("rds", "describe_db_clusters", "DBClusters[]"),
    spelling="jackson",
    extra={"configuration.dbclusterMembers[].clusterWriter": "boolean"},
    form="cluster_writer",
)

DB_SUBNET_GROUP = ResourceType(
    name="AWS::RDS::DBSubnetGroup",
    id="dBSubnetGroupName",
    label="dBSubnetGroupName",
    arn="dBSubnetGroupArn",
    live=Call("rds", "describe_db_subnet_groups", "DBSubnetGroups[]"),
    more={
        "tags": Call(
            "rds", "list_tags_for_resource", "TagList", each={"ResourceName": "DBSubnetGroupArn"}
        ),
    },
)

DB_SNAPSHOT = ResourceType(
    name="AWS::RDS::DBSnapshot",
    id="dBSnapshotIdentifier",
    label="dBSnapshotIdentifier",
    arn="dBSnapshotArn",
    live=Call("rds", "describe_db_snapshots", "DBSnapshots[]"),
    more={
        "DBSnapshotAttributes": Call(
            "rds",
            "describe_db_snapshot_attributes",
            "DBSnapshotAttributesResult.DBSnapshotAttributes",
            each={"DBSnapshotIdentifier": "DBSnapshotIdentifier"},
        ),
    },
)

DB_CLUSTER_SNAPSHOT = ResourceType(
    name="AWS::RDS::DBClusterSnapshot",
    id="dbclusterSnapshotIdentifier",
    label="dbclusterSnapshotIdentifier",
    arn="dbclusterSnapshotArn",
    live=Call("rds", "describe_db_cluster_snapshots", "DBClusterSnapshots[]"),
    more={
        "DBClusterSnapshotAttributes": Call(
            "rds",
            "describe_db_cluster_snapshot_attributes",
            "DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes",
            each={"DBClusterSnapshotIdentifier": "DBClusterSnapshotIdentifier"},
        ),
    },
    spelling="jackson",
)

EVENT_SUBSCRIPTION = ResourceType(
    name="AWS::RDS::EventSubscription",
    id="custSubscriptionId",
    label="custSubscriptionId",
    arn="eventSubscriptionArn",
    live=Call("rds", "describe_event_subscriptions", "EventSubscriptionsList[]"),
)
