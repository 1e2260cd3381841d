"""What AWS Config writes otherwise than templates and Terraform do, each as one function."""

from collections.abc import Mapping
from typing import Final

from scanner.sources.declared import routes
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
        *(routes.gateway_attachment, routes.ipv6_blocks, routes.one),
        *(routes.as_it_is, routes.key_state),
    )
}
"""What the `form` of a declaration's field may name."""
