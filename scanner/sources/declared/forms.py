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
    "balancer_network": (
        "balancer_vpc",
        "balancer_zones",
    ),
    "balancing": (
        "balancer_attributes",
        "balancer_scheme",
        "listener_certificate",
        "listener_rule",
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
    "builds": (
        "build_artifacts",
        "build_environment",
        "build_logs",
        "build_source",
        "build_sources",
        "several_artifacts",
    ),
    "classic_balancing": (
        "classic_access_log",
        "classic_desync_mode",
        "classic_listeners",
        "classic_policies",
    ),
    "containers": ("containers_of_text",),
    "databases": (
        "database_port",
        "subnet_group",
        "vpc_of_subnets",
    ),
    "distributions": (
        "cache_behavior",
        "cache_behaviors",
        "distribution_logging",
        "distribution_origins",
        "viewer_certificate",
    ),
    "domains": (
        "domain_endpoint",
        "domain_logs",
        "domain_network",
        "domain_option",
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
        "own_policy",
    ),
    "invocations": ("invocation",),
    "machines": (
        "flow_log_resource",
        "group_ids",
        "instance_profile",
        "metadata_options",
        "monitoring",
        "nat_address",
        "optimized",
        "prefix_entry",
    ),
    "placement": (
        "association",
        "further_interfaces",
        "own_attachment",
        "public_address",
        "volume_attachment",
        "vpc_of_subnet",
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
        "file_backups",
        "queue_encryption",
        "rotating",
        "table_backups",
        "table_encryption",
    ),
    "stages": (
        "default_route_settings",
        "method_settings",
        "route_settings",
    ),
    "trails": (
        "event_selectors",
        "has_insights",
        "insight_selectors",
        "trail_topic",
    ),
    "warehouses": (
        "parameter_group_named",
        "warehouse_logging",
        "warehouse_parameters",
    ),
    "watching": (
        "but_zero",
        "dimensions",
        "metric_transformations",
        "metrics",
        "only_true",
        "recording_group",
    ),
    "web_acls": (
        "protected_resource",
        "web_acl_rules",
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
