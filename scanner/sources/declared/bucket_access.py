"""Whom a bucket's access control list grants what, as AWS Config writes it."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, said
from scanner.sources.declared.bucket_settings import setting
from scanner.sources.declared.mapping import About
from scanner.unresolved import OPEN, Unresolved

_CANNED: Final = {
    "private": (),
    "bucketownerread": (),  # of objects: S3 ignores both of these when it makes a bucket
    "bucketownerfullcontrol": (),
    "publicread": (("AllUsers", "Read"),),
    "publicreadwrite": (("AllUsers", "Read"), ("AllUsers", "Write")),
    "authenticatedread": (("AuthenticatedUsers", "Read"),),
    "logdeliverywrite": (("LogDelivery", "Write"), ("LogDelivery", "ReadAcp")),
}
"""What each canned list grants besides everything to the owner, by its name without hyphens.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"""
_PERMISSIONS: Final = {
    "FULL_CONTROL": "FullControl",
    "READ": "Read",
    "READ_ACP": "ReadAcp",
    "WRITE": "Write",
    "WRITE_ACP": "WriteAcp",
}
_OWNER: Final = Unresolved(
    "the owner's canonical id is known after deployment", present=True, token=OPEN + "Owner"
)


def canned_acl(node: Node, about: About) -> Node:
    """The grants that a canned list stands for; unresolved for one that is not known here."""
    name = str(node.value).replace("-", "").lower()
    if name not in _CANNED:
        why = f"what the canned list {str(node.value)[:40]!r} grants is not known here"
        return Node(Unresolved(why), node.at)
    more = [_grant(Node(who), Node(what), node) for who, what in _CANNED[name]]
    owner = _grant(_owner(), Node("FullControl"), node)
    return setting("AccessControlList", _listed([owner, *more], node, _owner()), node)


def granted_acl(node: Node, about: About) -> Node:
    """The grants of a list that is canned or written out, in a resource of its own."""
    written = said(node, "access_control_policy")
    canned = said(node, "acl")
    if isinstance(canned.value, Unresolved):
        return canned
    if canned.value is not None:
        return canned_acl(canned, about)
    if isinstance(written.value, Unresolved):
        return written
    grants = [_written(each) for each in elements(said(written, "grant"))]
    owner = said(said(written, "owner"), "id")
    who = Node({"id": owner, "displayName": Node(None)}, owner.at)
    return setting("AccessControlList", _listed(grants, written, who), node)


def inline_acl(node: Node, about: About) -> Node:
    """The grants of a bucket of Terraform's: a canned list or `grant` blocks."""
    canned = said(node, "acl")
    blocks = said(node, "grant")
    if isinstance(canned.value, Unresolved):
        return canned
    if not blocks.value:
        return canned_acl(canned if canned.value is not None else Node("private"), about)
    if isinstance(blocks.value, Unresolved):
        return blocks
    grants = [one for each in elements(blocks) for one in _each_permission(each)]
    return setting("AccessControlList", _listed(grants, blocks, _owner()), node)


def _listed(grants: list[Node], node: Node, owner: Node) -> dict[str, Node]:
    return {"grantList": Node(grants, node.at), "owner": owner}


def _owner() -> Node:
    return Node({"id": Node(_OWNER), "displayName": Node(None)})


def _grant(who: Node, what: Node, node: Node) -> Node:
    spelt = _PERMISSIONS.get(what.value, what.value) if isinstance(what.value, str) else what.value
    return Node({"grantee": who, "permission": Node(spelt, what.at)}, node.at)


def _written(grant: Node) -> Node:
    if isinstance(grant.value, Unresolved):
        return grant
    return _grant(_grantee(said(grant, "grantee")), said(grant, "permission"), grant)


def _each_permission(grant: Node) -> list[Node]:
    if isinstance(grant.value, Unresolved):
        return [grant]
    who = _grantee(grant)
    return [_grant(who, each, grant) for each in elements(said(grant, "permissions"))]


def _grantee(node: Node) -> Node:
    """A group's name, or who it is."""
    uri = said(node, "uri")
    if isinstance(uri.value, str):
        return Node(uri.value.rpartition("/")[2], uri.at)
    if uri.value is not None:
        return uri
    who = {"id": said(node, "id"), "displayName": said(node, "display_name")}
    return Node(who, node.at)
