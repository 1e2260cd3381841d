"""RDS: databases, clusters of them, their networks and their copies."""

from scanner.shape import Call, ResourceType

DB_INSTANCE = ResourceType(
    name="AWS::RDS::DBInstance",
    id="dbiResourceId",
    live=Call("rds", "describe_db_instances", "DBInstances[]"),
)

DB_CLUSTER = ResourceType(
    name="AWS::RDS::DBCluster",
    id="dbClusterResourceId",
    live=Call("rds", "describe_db_clusters", "DBClusters[]"),
    spelling="jackson",
    extra={"configuration.dbclusterMembers[].clusterWriter": "boolean"},
)

DB_SUBNET_GROUP = ResourceType(
    name="AWS::RDS::DBSubnetGroup",
    id="dBSubnetGroupName",
    live=Call("rds", "describe_db_subnet_groups", "DBSubnetGroups[]"),
)

DB_SNAPSHOT = ResourceType(
    name="AWS::RDS::DBSnapshot",
    id="dBSnapshotIdentifier",
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
    live=Call("rds", "describe_event_subscriptions", "EventSubscriptionsList[]"),
)
