"""A bucket's settings, as templates and Terraform write them -> AWS Config's form of them.

What each is in AWS Config's form `scanner.sources.bucket_forms` shows, for S3's own answers.
"""

from collections.abc import Mapping
from typing import Any, Final

from scanner.declared import Declared, Node
from scanner.sources.declared.blocks import (
    as_the_service_has_it,
    elements,
    flag,
    of_kinds,
    only,
    said,
    without_nulls,
)
from scanner.sources.declared.kinds import reference
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_BLOCKS: Final = {
    "blockPublicAcls": ("BlockPublicAcls", "block_public_acls"),
    "blockPublicPolicy": ("BlockPublicPolicy", "block_public_policy"),
    "ignorePublicAcls": ("IgnorePublicAcls", "ignore_public_acls"),
    "restrictPublicBuckets": ("RestrictPublicBuckets", "restrict_public_buckets"),
}

_SILENT: Final = Unresolved("CloudFormation's page does not say what a block not named is")


def setting(name: str, members: Mapping[str, Node], node: Node) -> Node:
    """A setting made of these members, in the kinds that its fields have."""
    whole = Node(dict(members), node.at)
    return of_kinds(whole, "AWS::S3::Bucket", f"supplementaryConfiguration.{name}")


def bucket_versioning(node: Node, about: About) -> Node:
    """A bucket's versioning: off where it was never on, as Terraform's "Disabled" says too."""
    status = said(node, "Status", "status", "enabled")
    if status.value in (None, "Disabled", False, "false"):
        status = Node("Off", status.at)
    elif status.value in (True, "true"):
        status = Node("Enabled", status.at)
    deletion = flag(said(node, "mfa_delete"))
    members = {"status": status, "isMfaDeleteEnabled": deletion}
    return setting("BucketVersioningConfiguration", members, node)


def bucket_logging(node: Node, about: About) -> Node:
    """Where the log of a bucket's accesses goes: to the bucket itself if no other is named."""
    target = said(node, "DestinationBucketName", "target_bucket")
    if target.value is None and only(node).value is not None:
        target = _itself(about.declared)
    members = {
        "destinationBucketName": target,
        "logFilePrefix": said(node, "LogFilePrefix", "target_prefix"),
    }
    return setting("BucketLoggingConfiguration", members, node)


def _itself(declared: Declared) -> Node:
    named = said(Node(declared.properties), "BucketName", "bucket")
    return named if named.value else Node(reference(declared.address, declared.kind, "Ref"))


def bucket_policy(node: Node, about: About) -> Node:
    """A bucket's policy, none of its names changed."""
    return setting("BucketPolicy", {"policyText": node}, node)


def public_access_block(node: Node, about: About) -> Node:
    """What of public access a bucket blocks: of Terraform nothing but what it says."""
    silent = Node(_SILENT if "::" in about.declared.kind else False)
    members = {}
    for ours, theirs in _BLOCKS.items():
        said_so = said(node, *theirs)
        members[ours] = silent if said_so.value is None else said_so
    return setting("PublicAccessBlockConfiguration", members, node)


def bucket_encryption(node: Node, about: About) -> Node:
    """How a bucket encrypts what is put in it."""
    rules = said(node, "ServerSideEncryptionConfiguration", "rule")
    if isinstance(rules.value, Unresolved):
        return rules
    members = {"rules": Node([_encryption_rule(each) for each in elements(rules)], rules.at)}
    return setting("ServerSideEncryptionConfiguration", members, node)


def _encryption_rule(rule: Node) -> Node:
    default = said(rule, "ServerSideEncryptionByDefault", "apply_server_side_encryption_by_default")
    key = said(rule, "BucketKeyEnabled", "bucket_key_enabled")
    made = {
        "sseAlgorithm": said(default, "SSEAlgorithm", "sse_algorithm"),
        "kmsMasterKeyID": said(default, "KMSMasterKeyID", "kms_master_key_id"),
    }
    members = {
        "applyServerSideEncryptionByDefault": Node(made, default.at),
        "bucketKeyEnabled": Node(False) if key.value is None else key,
    }
    return Node(members, rule.at)


def object_lock(node: Node, about: About) -> Node:
    """What keeps a bucket's objects, as the bucket itself says; a null where nothing does."""
    inner = only(said(node, "ObjectLockConfiguration", "object_lock_configuration"))
    on = said(node, "ObjectLockEnabled", "object_lock_enabled")
    if inner.value is None and on.value in (None, False, "false"):
        return Node(None)
    if isinstance(on.value, Unresolved) and inner.value is None:
        return on
    return inner if isinstance(inner.value, Unresolved) else kept_locked(inner, about)


def kept_locked(node: Node, about: About) -> Node:
    """What keeps the objects of a bucket that has object lock."""
    rule = said(node, "Rule", "rule")
    retention = said(rule, "DefaultRetention", "default_retention")
    members = {"objectLockEnabled": Node("Enabled"), "rule": _retention(retention)}
    return setting("ObjectLockConfiguration", without_nulls(members), node)


def _retention(node: Node) -> Node:
    kept = as_the_service_has_it(only(node))
    return Node({"defaultRetention": kept}, node.at) if kept.value is not None else kept


def ownership(node: Node, about: About) -> Node:
    """Whom a bucket's objects belong to."""
    rules = said(node, "Rules", "rule")
    members = {"rules": as_the_service_has_it(rules)}
    return setting("OwnershipControls", members, node)


def requester_pays(node: Node, about: About) -> Node:
    """Whether who reads a bucket pays for it."""
    payer = node.value
    return node if isinstance(payer, Unresolved) else Node(payer == "Requester", node.at)


def acceleration(node: Node, about: About) -> Node:
    """Whether a bucket is reached by way of CloudFront's edges."""
    return setting("BucketAccelerateConfiguration", {"status": node}, node)


def tag_sets(node: Node, about: About) -> Node:
    """A bucket's tags as one set: of Terraform with those that its provider adds."""
    tags = said(node, "Tags", "tags_all", "tags")
    if isinstance(tags.value, Unresolved):
        return tags
    found: dict[Any, Node] = tags.value if type(tags.value) is dict else {}
    for each in elements(tags) if type(tags.value) is list else ():
        key = said(each, "Key")
        if not isinstance(key.value, str):
            return Node(Unresolved("the tags are known after deployment"), tags.at)
        found[key.value] = said(each, "Value")
    return Node({"tagSets": Node([Node({"tags": Node(found, tags.at)})])}, tags.at)
