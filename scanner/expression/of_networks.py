"""Functions of the rule language that ask `scanner.network`."""

from typing import Final

from scanner.expression.question import question
from scanner.expression.signature import Parameter

_NAMES: Final = (
    "resourceId",
    "resourceName",
    "configuration.groupId",
    "configuration.groupName",
)
_ACL: Final = ("resourceId", "configuration.networkAclId", "configuration.entries")
_GROUPS = Parameter("groups", ("array[object]",), reads=(*_NAMES, "configuration.ipPermissions"))
_ACLS = Parameter("acls", ("array[object]",), reads=_ACL)
_DESTINATIONS = Parameter("destinations", ("array[string]",))

NETWORKS: Final = (
    question(
        "network",
        "open_to_world",
        (_GROUPS, Parameter("ports", ("array[number]",), optional=True)),
        "array[object]",
        "What lets every IPv4 or every IPv6 address in through security groups taken together, on "
        "any port or on these: `open_to_world(groups, `[22, 3389]`)`, `open_to_world([@])`.",
    ),
    question(
        "network",
        "sg_admits",
        (
            Parameter(
                "groups",
                ("array[object]",),
                reads=(*_NAMES, "configuration.ipPermissions", "configuration.ipPermissionsEgress"),
            ),
            Parameter("direction", ("string",), choices=("ingress", "egress")),
            Parameter("allowed", ("array[string]",)),
            Parameter("peers", ("array[object]",), optional=True, reads=_NAMES),
        ),
        "array[object]",
        "What security groups let through in one direction, beyond the allowed address ranges, "
        "group ids and group names: `sg_admits(groups, 'ingress', params.allowed, peers)`.",
    ),
    question(
        "network",
        "nacl_admits",
        (
            _ACLS,
            Parameter("protocol", ("string",)),
            Parameter("port", ("number",)),
            Parameter("trusted", ("array[string]",)),
        ),
        "array[object]",
        "What network ACLs let in on one port from addresses that are not trusted: "
        "`nacl_admits(acls, 'tcp', configuration.endpoint.port, params.trusted)`.",
    ),
    question(
        "network",
        "nacl_lets_out",
        (_ACLS, _DESTINATIONS),
        "array[object]",
        "What network ACLs let out to these address ranges: "
        "`nacl_lets_out(acls, params.database_cidrs)`.",
    ),
    question(
        "network",
        "nacl_blocks",
        (_ACLS, _DESTINATIONS, Parameter("spared", ("array[string]",))),
        "array[object]",
        "What network ACLs keep from going out to these address ranges, those spared left out of "
        'account: `nacl_blocks(acls, `["0.0.0.0/0"]`, params.database_cidrs)`.',
    ),
    question(
        "network",
        "cidrs_outside",
        (Parameter("cidrs", ("array[string]",)), Parameter("allowed", ("array[string]",))),
        "array[string]",
        "The address ranges that are not wholly inside the allowed ones taken together: "
        "`cidrs_outside(configuration.ipRanges, params.trusted)`.",
    ),
    question(
        "network",
        "public_subnets",
        (
            Parameter(
                "subnets",
                ("array[object]",),
                reads=("resourceId", "configuration.subnetId", "configuration.vpcId"),
            ),
            Parameter(
                "route_tables",
                ("array[object]",),
                reads=(
                    "resourceId",
                    "configuration.routes",
                    "configuration.associations",
                    "configuration.vpcId",
                ),
            ),
        ),
        "array[string]",
        "The ids of the subnets that a route table sends to an internet gateway: "
        "`contains(public_subnets([@], tables), resourceId)`.",
    ),
)
