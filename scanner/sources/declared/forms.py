"""What AWS Config writes otherwise than templates and Terraform do, each as one function."""

from collections.abc import Mapping
from typing import Final

from scanner.sources.declared import (
    balancing,
    bucket_access,
    bucket_lifecycle,
    bucket_rules,
    bucket_settings,
    grants,
    machines,
    routes,
    secrecy,
    watching,
)
from scanner.sources.declared.acl_entries import acl_entries, acl_entry
from scanner.sources.declared.databases import database_port, subnet_group, vpc_of_subnets
from scanner.sources.declared.mapping import Form
from scanner.sources.declared.permissions import permission, permissions

FORMS: Final[Mapping[str, Form]] = {
    each.__name__: each
    for each in (
        *(permission, permissions, acl_entry, acl_entries),
        *(database_port, subnet_group, vpc_of_subnets),
        *(routes.routes, routes.route, routes.table_association, routes.main_association),
        routes.vpc_of_default,
        *(routes.gateway_attachment, routes.ipv6_blocks, routes.one),
        *(routes.as_it_is, routes.key_state),
        *(bucket_access.canned_acl, bucket_access.granted_acl, bucket_access.inline_acl),
        *(bucket_settings.bucket_versioning, bucket_settings.bucket_logging),
        *(bucket_settings.bucket_policy, bucket_settings.public_access_block),
        *(bucket_settings.bucket_encryption, bucket_settings.object_lock),
        *(bucket_settings.kept_locked, bucket_settings.ownership, bucket_settings.acceleration),
        *(bucket_settings.requester_pays, bucket_settings.tag_sets, bucket_lifecycle.lifecycle),
        *(bucket_rules.replication, bucket_rules.notification),
        *(bucket_rules.cors, bucket_rules.website),
        *(watching.metric_transformations, watching.dimensions, watching.metrics),
        *(watching.recording_group, watching.but_zero, watching.only_true),
        *(grants.inline_policies, grants.inline_policy, grants.attached_policies),
        *(grants.attached_policy, grants.groups, grants.boundary, grants.only_version),
        *(grants.access_key, grants.login_profile),
        *(machines.flow_log_resource, machines.metadata_options, machines.instance_profile),
        *(machines.group_ids, machines.nat_address, machines.prefix_entry),
        *(
            machines.monitoring,
            balancing.balancer_attributes,
            balancing.balancer_scheme,
            balancing.listener_certificate,
            secrecy.cluster_encryption,
        ),
        *(secrecy.queue_encryption, secrecy.table_encryption, secrecy.table_backups),
        *(secrecy.rotating, secrecy.concurrency),
    )
}
"""What the `form` of a declaration's field may name."""
