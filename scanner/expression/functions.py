"""Groma's own functions: how the rule language asks the pure modules their questions."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from scanner.expression.signature import Function, Parameter, mistake
from scanner.expression.standard import STANDARD
from scanner.unresolved import Unresolved, merged

__all__ = ["FUNCTIONS", "STANDARD", "Function", "Parameter"]

NETWORK: Final = "network"
USE_CASES: Final = (
    *("s3-bucket-activity", "security-group-changes", "network-acl-changes"),
    *("network-gateway-changes", "vpc-changes", "ec2-instance-changes", "cloudtrail-changes"),
    *("console-sign-in-failures", "authorization-failures", "iam-policy-changes", "root-use"),
    *("console-sign-in-without-mfa", "kms-key-disabling-or-deletion", "route-table-changes"),
    *("config-changes", "organizations-changes"),
)
"""What `filter_misses` knows the events of: the keys of `filterpattern.USE_CASES`."""


@cache
def _module(name: str) -> ModuleType:
    """A module of ours that answers questions; each is loaded when a rule first asks it."""
    return import_module(f"scanner.{name}")


def _question(
    name: str,
    parameters: tuple[Parameter, ...],
    result: str,
    doc: str,
    home: str = NETWORK,
) -> Function:
    """The function that asks a module, once each argument is known to be of its kind."""

    def run(*arguments: Any) -> list[Any]:
        wrong = _unfit(name, parameters, arguments)
        if wrong:
            return [merged(wrong)]
        try:
            found = getattr(_module(home), name)(*arguments)
        except ValueError as error:
            return [Unresolved(f"{name}: {error}")]
        return [each.document() if hasattr(each, "document") else each for each in found]

    return Function(name, parameters, result, doc, run)


def _unfit(
    name: str, parameters: tuple[Parameter, ...], arguments: tuple[Any, ...]
) -> list[Unresolved]:
    """Why arguments cannot be used: they are unresolved, or not of their parameter's kind."""
    wrong = []
    for parameter, value in zip(parameters, arguments, strict=False):
        if type(value) is Unresolved:
            wrong.append(value)
        elif not parameter.plainly_fits(value) and (what := mistake(value, parameter)):
            wrong.append(Unresolved(f"{name}: {parameter.name} is {what}"))
    return wrong


_NAMES: Final = (
    "resourceId",
    "resourceName",
    "configuration.groupId",
    "configuration.groupName",
)
_ACL: Final = ("resourceId", "configuration.networkAclId", "configuration.entries")
_GROUPS = Parameter("groups", ("array[object]",), reads=(*_NAMES, "configuration.ipPermissions"))
_ACLS = Parameter("acls", ("array[object]",), reads=_ACL)
_POLICY = Parameter("policy", ("object", "string", "null"))
_DESTINATIONS = Parameter("destinations", ("array[string]",))

_ALL: Final = (
    _question(
        "open_to_world",
        (_GROUPS, Parameter("ports", ("array[number]",), optional=True)),
        "array[object]",
        "What lets every IPv4 or every IPv6 address in through security groups taken together, on "
        "any port or on these: `open_to_world(groups, `[22, 3389]`)`, `open_to_world([@])`.",
    ),
    _question(
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
    _question(
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
    _question(
        "nacl_lets_out",
        (_ACLS, _DESTINATIONS),
        "array[object]",
        "What network ACLs let out to these address ranges: "
        "`nacl_lets_out(acls, params.database_cidrs)`.",
    ),
    _question(
        "nacl_blocks",
        (_ACLS, _DESTINATIONS, Parameter("spared", ("array[string]",))),
        "array[object]",
        "What network ACLs keep from going out to these address ranges, those spared left out of "
        'account: `nacl_blocks(acls, `["0.0.0.0/0"]`, params.database_cidrs)`.',
    ),
    _question(
        "cidrs_outside",
        (Parameter("cidrs", ("array[string]",)), Parameter("allowed", ("array[string]",))),
        "array[string]",
        "The address ranges that are not wholly inside the allowed ones taken together: "
        "`cidrs_outside(configuration.ipRanges, params.trusted)`.",
    ),
    _question(
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
    _question(
        "filter_misses",
        (
            Parameter("pattern", ("string",)),
            Parameter("use_case", ("string",), choices=USE_CASES),
        ),
        "array[object]",
        "The API activity of a use case that a metric filter's pattern lets through: "
        "`filter_misses(configuration.FilterPattern, 'security-group-changes')`.",
        "filterpattern",
    ),
    _question(
        "outsiders_allowed",
        (
            _POLICY,
            Parameter("actions", ("array[string]",)),
            Parameter("trusted", ("array[string]",)),
        ),
        "array[object]",
        "What a policy lets anybody do who is not of the trusted accounts, organizations, ARNs, "
        "services or networks: `outsiders_allowed(configuration.Policy, params.actions, "
        "params.trusted)`.",
        "policydoc",
    ),
    _question(
        "public_statements",
        (_POLICY,),
        "array[object]",
        "What a policy lets everybody do: `public_statements(configuration.Policy)`.",
        "policydoc",
    ),
    _question(
        "services_allowed",
        (_POLICY, Parameter("action", ("string",))),
        "array[object]",
        "The services that a policy lets do an action: "
        "`services_allowed(configuration.Policy, 's3:PutObject')[].principal`.",
        "policydoc",
    ),
    _question(
        "denies_insecure_transport",
        (_POLICY, Parameter("resources", ("array[string]",), optional=True)),
        "array[object]",
        "What a policy does not deny to requests without TLS: "
        "`denies_insecure_transport(configuration.Policy)`.",
        "policydoc",
    ),
    _question(
        "full_admin",
        (_POLICY,),
        "array[object]",
        "The statements of a policy that allow everything on everything: "
        "`full_admin(configuration.PolicyDocument)`.",
        "policydoc",
    ),
)

FUNCTIONS: Final[Mapping[str, Function]] = {each.name: each for each in _ALL}
"""Groma's own functions by name."""
