"""Functions of the rule language that ask `scanner.network`."""

from typing import Final

import msgspec

from scanner.expression.question import question
from scanner.expression.signature import Parameter

_NAMES: Final = (
    "resourceId",
    "resourceName",
    "configuration.groupId",
    "configuration.groupName",
)
_ACL: Final = ("resourceId", "configuration.networkAclId", "configuration.entries")
_ROUTES: Final = ("resourceId", "configuration.routes")
_GROUPS = Parameter("groups", ("array[object]",), reads=(*_NAMES, "configuration.ipPermissions"))
_ACLS = Parameter("acls", ("array[object]",), reads=_ACL)
_DESTINATIONS = Parameter("destinations", ("array[string]",))
_SUBNETS = Parameter(
    "subnets",
    ("array[object]",),
    reads=(
        "resourceId",
        "configuration.subnetId",
        "configuration.vpcId",
        "configuration.cidrBlock",
        "configuration.ipv6CidrBlockAssociationSet",
        "configuration.blockPublicAccessStates",
    ),
)
_TABLES = Parameter(
    "route_tables",
    ("array[object]",),
    reads=(
        "resourceId",
        "configuration.routes",
        "configuration.associations",
        "configuration.vpcId",
    ),
)
_OF_SUBNETS = Parameter(
    "acls",
    ("array[object]",),
    reads=(*_ACL, "configuration.associations", "configuration.vpcId"),
)
_BALANCERS = Parameter(
    "balancers",
    ("array[object]",),
    reads=(
        "resourceId",
        "configuration.loadBalancerName",
        "configuration.type",
        "configuration.securityGroups",
        "configuration.availabilityZones",
        "configuration.subnets",
    ),
)
_SENDING = Parameter(
    "balancer_groups",
    ("array[object]",),
    reads=("resourceId", "configuration.groupId", "configuration.ipPermissionsEgress"),
)

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
        "open_beyond",
        (_GROUPS, Parameter("tcp", ("array",)), Parameter("udp", ("array",))),
        "array[object]",
        "What security groups open to the world beyond these TCP and UDP ports, each a number or a "
        "range such as '1020-1025': `open_beyond([@], params.tcp, params.udp)`.",
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
        "nacl_open_to_world",
        (_ACLS, Parameter("ports", ("array[number]",))),
        "array[object]",
        "What network ACLs let in from more of the internet than they keep out, on these ports: "
        "`nacl_open_to_world([@], params.ports)`.",
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
        "routes_to_world",
        (Parameter("route_tables", ("array[object]",), reads=_ROUTES),),
        "array[object]",
        "What sends more of the internet through an internet gateway than elsewhere: "
        "`routes_to_world([@])`.",
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
    question(
        "network",
        "internet_reaches",
        (
            _GROUPS,
            _SUBNETS,
            _TABLES,
            _OF_SUBNETS,
            Parameter("port", ("number",), optional=True),
            Parameter("networks", ("array",), optional=True),
        ),
        "array[object]",
        "What lets the internet connect by TCP to a public address in these subnets, behind these "
        "security groups: `internet_reaches(groups, subnets, tables, acls, `5432`)`.",
    ),
    question(
        "network",
        "balancers_reach",
        (
            _BALANCERS,
            _SENDING,
            msgspec.structs.replace(_SUBNETS, name="balancer_subnets"),
            _GROUPS,
            _SUBNETS,
            _OF_SUBNETS,
            Parameter("port", ("number",)),
            Parameter("allowed", ("array[string]",), optional=True),
        ),
        "array[object]",
        "What lets load balancers connect by TCP to a port in these subnets, behind these security "
        "groups: `balancers_reach(balancers, their_groups, their_subnets, groups, subnets, acls, "
        "`5432`)`.",
    ),
)
