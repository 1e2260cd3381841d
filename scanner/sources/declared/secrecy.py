"""What clusters, queues, tables, files and secrets say of how they keep their data."""

from typing import Any, Final

from scanner.declared import Node
from scanner.sources.declared.blocks import only, said
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_ON: Final = (True, "true", "True")
_COPIES: Final = (
    *("SnapshotIdentifier", "SourceDBClusterIdentifier", "ReplicationSourceIdentifier"),
    *("snapshot_identifier", "replication_source_identifier", "restore_to_point_in_time"),
    *("SourceDbClusterResourceId", "global_cluster_identifier", "GlobalClusterIdentifier"),
)


def cluster_encryption(node: Node, about: About) -> Node:
    """Whether a cluster's storage is encrypted: a copy is as what it was copied from."""
    value = said(node, "StorageEncrypted", "storage_encrypted")
    if value.value is not None:
        return _flag(value)
    if any(said(node, each).value for each in _COPIES):
        return Node(Unresolved("it is encrypted as what it is copied from"))
    mode = said(node, "EngineMode", "engine_mode")
    if isinstance(mode.value, Unresolved):
        return Node(Unresolved(mode.value.why), mode.at)
    return Node(mode.value == "serverless")


def _flag(node: Node) -> Node:
    return node if isinstance(node.value, Unresolved) else Node(node.value in _ON, node.at)


def queue_encryption(node: Node, about: About) -> Node:
    """Whether SQS encrypts a queue with its own keys: unless it says not, or names a key."""
    value = said(node, "SqsManagedSseEnabled", "sqs_managed_sse_enabled")
    if value.value is not None:
        return _text(_flag(value))
    key = said(node, "KmsMasterKeyId", "kms_master_key_id")
    if isinstance(key.value, Unresolved) and not key.value.present:
        return Node(Unresolved(key.value.why), key.at)
    return Node("true" if key.value is None else "false")


def _text(node: Node) -> Node:
    value: Any = node.value
    return node if isinstance(value, Unresolved) else Node(str(value).lower(), node.at)


def table_encryption(node: Node, about: About) -> Node:
    """How a table is encrypted with a key of KMS; a null where DynamoDB's own key does it."""
    enabled = said(node, "SSEEnabled", "enabled")
    if isinstance(enabled.value, Unresolved):
        return Node(Unresolved(enabled.value.why), enabled.at)
    if enabled.value not in _ON:
        return Node(None, node.at)
    key = said(node, "KMSMasterKeyId", "kms_key_arn")
    if key.value is None:
        key = Node(Unresolved("the key is the account's own for DynamoDB", present=True))
    made = {"status": Node("ENABLED"), "ssetype": Node("KMS"), "kmsmasterKeyArn": key}
    return Node(made, node.at)


def table_backups(node: Node, about: About) -> Node:
    """Whether a table can be restored to any moment: only where it says so."""
    block = said(node, "PointInTimeRecoverySpecification", "point_in_time_recovery")
    enabled = said(block, "PointInTimeRecoveryEnabled", "enabled")
    word: Any = enabled.value
    if not isinstance(word, Unresolved):
        word = "ENABLED" if only(block).value is not None and word in _ON else "DISABLED"
    recovery = Node({"pointInTimeRecoveryStatus": Node(word, enabled.at)}, block.at)
    status = Node("ENABLED")  # DynamoDB keeps what it needs of every table
    return Node({"continuousBackupsStatus": status, "pointInTimeRecoveryDescription": recovery})


def file_backups(node: Node, about: About) -> Node:
    """Whether a file system is backed up by itself: as it says, else where it is in one zone only.

    https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
    """
    policy = said(node, "BackupPolicy")
    if policy.value is not None:
        return policy
    zone = said(node, "AvailabilityZoneName", "availability_zone_name")
    if isinstance(zone.value, Unresolved) and not zone.value.present:
        return Node(Unresolved(zone.value.why), zone.at)
    status = Node("DISABLED" if zone.value is None else "ENABLED", zone.at)
    return Node({"Status": status}, zone.at)


def rotating(node: Node, about: About) -> Node:
    """That a secret is rotated: there is a schedule of it."""
    return Node(True, node.at)


def concurrency(node: Node, about: About) -> Node:
    """How many runs a function has for itself; nothing is said by Terraform's -1."""
    if node.value in (-1, "-1"):
        return Node({"reservedConcurrentExecutions": Node(None)}, node.at)
    whole = node.value
    number = int(whole) if isinstance(whole, str) and whole.isdecimal() else whole
    return Node({"reservedConcurrentExecutions": Node(number, node.at)}, node.at)
