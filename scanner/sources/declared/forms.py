"""What AWS Config writes otherwise than templates and Terraform do, each as one function."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

from scanner.sources.declared.mapping import Form

_MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "acl_entries": (
        "acl_entries",
        "acl_entry",
    ),
    "balancing": (
        "balancer_attributes",
        "balancer_scheme",
        "listener_certificate",
    ),
    "bucket_access": (
        "canned_acl",
        "granted_acl",
        "inline_acl",
    ),
    "bucket_lifecycle": ("lifecycle",),
    "bucket_rules": (
        "cors",
        "notification",
        "replication",
        "website",
    ),
    "bucket_settings": (
        "acceleration",
        "bucket_encryption",
        "bucket_logging",
        "bucket_policy",
        "bucket_versioning",
        "kept_locked",
        "object_lock",
        "ownership",
        "public_access_block",
        "requester_pays",
        "tag_sets",
    ),
    "databases": (
        "database_port",
        "subnet_group",
        "vpc_of_subnets",
    ),
    "grants": (
        "access_key",
        "attached_policies",
        "attached_policy",
        "boundary",
        "groups",
        "inline_policies",
        "inline_policy",
        "login_profile",
        "only_version",
    ),
    "machines": (
        "flow_log_resource",
        "group_ids",
        "instance_profile",
        "metadata_options",
        "monitoring",
        "nat_address",
        "prefix_entry",
    ),
    "permissions": (
        "permission",
        "permissions",
    ),
    "routes": (
        "as_it_is",
        "gateway_attachment",
        "ipv6_blocks",
        "key_state",
        "main_association",
        "one",
        "route",
        "routes",
        "table_association",
        "vpc_of_default",
    ),
    "secrecy": (
        "cluster_encryption",
        "concurrency",
        "queue_encryption",
        "rotating",
        "table_backups",
        "table_encryption",
    ),
    "watching": (
        "but_zero",
        "dimensions",
        "metric_transformations",
        "metrics",
        "only_true",
        "recording_group",
    ),
}

FORMS: Final[Mapping[str, str]] = {
    name: module for module, names in _MODULES.items() for name in names
}
"""What the `form` of a declaration's field may name, each with the module that has it."""


@cache
def form(name: str) -> Form:
    """The function that makes a form; its module is loaded when it is first asked for."""
    module = import_module(f"scanner.sources.declared.{FORMS[name]}")
    found: Form = getattr(module, name)
    return found
