"""Functions of the rule language that ask `scanner.policydoc`."""

from typing import Final

from scanner.expression.question import question
from scanner.expression.signature import Parameter

_POLICY = Parameter("policy", ("object", "string", "null"))

POLICIES: Final = (
    question(
        "policydoc",
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
    ),
    question(
        "policydoc",
        "public_statements",
        (_POLICY, Parameter("actions", ("array[string]",), optional=True)),
        "array[object]",
        "What a policy lets everybody do, or which of these actions: "
        "`public_statements(configuration.Policy)`.",
    ),
    question(
        "policydoc",
        "services_allowed",
        (_POLICY, Parameter("action", ("string",))),
        "array[object]",
        "The services that a policy lets do an action: "
        "`services_allowed(configuration.Policy, 's3:PutObject')[].principal`.",
    ),
    question(
        "policydoc",
        "denies_insecure_transport",
        (_POLICY, Parameter("resources", ("array[string]",), optional=True)),
        "array[object]",
        "What a policy does not deny to requests without TLS: "
        "`denies_insecure_transport(configuration.Policy)`.",
    ),
    question(
        "policydoc",
        "actions_allowed",
        (
            Parameter("policies", ("object", "string", "null", "array")),
            Parameter("actions", ("array[string]",)),
        ),
        "array[object]",
        "What the policies of an identity, taken together, allow of some actions: "
        "`actions_allowed(configuration.userPolicyList[].policyDocument, params.actions)`.",
    ),
    question(
        "policydoc",
        "full_admin",
        (_POLICY,),
        "array[object]",
        "The statements of a policy that allow everything on everything: "
        "`full_admin(configuration.PolicyDocument)`.",
    ),
    question(
        "policydoc",
        "whole_services",
        (_POLICY,),
        "array[object]",
        "The statements of a policy that allow every action of some service: "
        "`whole_services(configuration.PolicyDocument)`.",
    ),
    question(
        "policydoc",
        "allowed_everywhere",
        (
            Parameter("policies", (*_POLICY.kinds, "array")),
            Parameter("actions", ("array[string]",)),
            Parameter("resources", ("array[string]",)),
        ),
        "array[object]",
        "The statements of policies that allow one of the actions on all that these patterns of "
        "ARNs match: `allowed_everywhere(configuration.PolicyDocument, params.actions, "
        '`["arn:aws:kms:*:*:key/*"]`)`.',
    ),
)
