"""What becomes of a bucket's objects as they grow old, as AWS Config writes it."""

from collections.abc import Iterator

from scanner.declared import Node
from scanner.sources.declared.blocks import (
    as_the_service_has_it,
    elements,
    only,
    said,
    without_nulls,
)
from scanner.sources.declared.bucket_settings import setting
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved


def lifecycle(node: Node, about: About) -> Node:
    """What becomes of a bucket's objects as they grow old; a null where nothing does."""
    rules = said(node, "Rules", "lifecycle_rule", "rule")
    if isinstance(rules.value, Unresolved):
        return rules
    made = [_lifecycle_rule(each) for each in elements(rules)]
    members = {"rules": Node(made, rules.at)}
    return setting("BucketLifecycleConfiguration", members, node) if made else Node(None)


def _lifecycle_rule(rule: Node) -> Node:
    if isinstance(rule.value, Unresolved):
        return rule
    expiration = said(rule, "expiration")
    later = said(rule, "NoncurrentVersionExpiration", "noncurrent_version_expiration")
    days = said(rule, "NoncurrentVersionExpirationInDays")
    days = (
        days if days.value is not None else said(later, "NoncurrentDays", "noncurrent_days", "days")
    )
    newer = said(later, "NewerNoncurrentVersions", "newer_noncurrent_versions")
    members = {
        "id": said(rule, "Id", "id"),
        "prefix": said(rule, "Prefix", "prefix"),
        "status": _status(said(rule, "Status", "status", "enabled")),
        "expirationDate": _either(said(rule, "ExpirationDate"), said(expiration, "date")),
        "expirationInDays": _either(said(rule, "ExpirationInDays"), said(expiration, "days")),
        "expiredObjectDeleteMarker": _true(
            _either(
                said(rule, "ExpiredObjectDeleteMarker"),
                said(expiration, "expired_object_delete_marker"),
            )
        ),
        "noncurrentVersionExpirationInDays": days,
        "noncurrentVersionExpiration": _object(
            {"noncurrentDays": days, "newerNoncurrentVersions": newer}
        ),
        "abortIncompleteMultipartUpload": _object({"daysAfterInitiation": _abort(rule)}),
        "transitions": _transitions(rule, "Transition", "transition"),
        "noncurrentVersionTransitions": _transitions(
            rule, "NoncurrentVersionTransition", "noncurrent_version_transition"
        ),
        "filter": _object({"predicate": _predicate(rule)}),
    }
    return Node(without_nulls(members), rule.at)


def _either(first: Node, second: Node) -> Node:
    return first if first.value is not None else second


def _true(node: Node) -> Node:
    return Node(None) if node.value in (False, "false") else node


def _object(members: dict[str, Node]) -> Node:
    kept = without_nulls(members)
    return Node(kept) if kept else Node(None)


def _status(node: Node) -> Node:
    words = {True: "Enabled", "true": "Enabled", False: "Disabled", "false": "Disabled"}
    if isinstance(node.value, bool | str):
        return Node(words.get(node.value, node.value), node.at)
    return node


def _abort(rule: Node) -> Node:
    names = ("AbortIncompleteMultipartUpload", "abort_incomplete_multipart_upload")
    inside = said(said(rule, *names), "DaysAfterInitiation", "days_after_initiation")
    return _either(inside, said(rule, "abort_incomplete_multipart_upload_days"))


def _transitions(rule: Node, ours: str, theirs: str) -> Node:
    blocks = said(rule, f"{ours}s", ours, theirs)
    if isinstance(blocks.value, Unresolved):
        return blocks
    return Node([_transition(each) for each in elements(blocks)], blocks.at)


def _transition(block: Node) -> Node:
    if isinstance(block.value, Unresolved):
        return block
    members = {
        "date": said(block, "TransitionDate", "date"),
        "days": said(block, "TransitionInDays", "noncurrent_days", "days"),
        "newerNoncurrentVersions": said(
            block, "NewerNoncurrentVersions", "newer_noncurrent_versions"
        ),
        "storageClass": said(block, "StorageClass", "storage_class"),
    }
    return Node(without_nulls(members), block.at)


def _predicate(rule: Node) -> Node:
    """A rule's filter as AWS Config's tree of predicates."""
    inside = said(rule, "filter")
    if isinstance(inside.value, Unresolved):
        return inside
    both = only(said(inside, "and"))
    operands = list(_operands(both if both.value is not None else inside, rule))
    if len(operands) < 2 and both.value is None:
        return operands[0] if operands else Node(None)
    return Node({"type": Node("LifecycleAndOperator"), "operands": Node(operands)})


def _operands(node: Node, rule: Node) -> Iterator[Node]:
    prefix = _either(said(node, "prefix"), said(rule, "Prefix"))
    if prefix.value is not None:
        yield Node({"type": Node("LifecyclePrefixPredicate"), "prefix": prefix})
    for tag in [*elements(said(node, "tag")), *elements(said(rule, "TagFilters"))]:
        yield _tagged(as_the_service_has_it(tag))
    tags = said(node, "tags")
    for name, value in tags.value.items() if type(tags.value) is dict else ():
        yield _tagged(Node({"key": Node(name), "value": value}))
    if isinstance(tags.value, Unresolved):
        yield tags


def _tagged(tag: Node) -> Node:
    return Node({"type": Node("LifecycleTagPredicate"), "tag": tag})
