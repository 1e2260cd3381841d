"""IAM: who may do what. Policy documents are JSON text, URL-encoded or not, or what it says."""

from scanner.shape import Call, ResourceType, Tree

_DETAILS = "get_account_authorization_details"
_INLINE: Tree = [{"policyDocument": "any", "policyName": "string"}]

USER = ResourceType(
    name="AWS::IAM::User",
    id="userId",
    label="userName",
    arn="arn",
    live=Call("iam", _DETAILS, "UserDetailList[]", fixed={"Filter": ["User"]}),
    more={
        "AccessKeys": Call(
            "iam", "list_access_keys", "AccessKeyMetadata", each={"UserName": "UserName"}
        ),
        "CredentialReport": Call(
            "iam",
            "get_credential_report",
            "Content",
            form="credential_report",
            row="UserName",
            before=Call("iam", "generate_credential_report", "State"),
        ),
        "LoginProfile": Call(
            "iam",
            "get_login_profile",
            "LoginProfile",
            each={"UserName": "UserName"},
            absent=("NoSuchEntity",),
        ),
        "MFADevices": Call("iam", "list_mfa_devices", "MFADevices", each={"UserName": "UserName"}),
    },
    extra={
        "configuration.userPolicyList": _INLINE,
        "supplementaryConfiguration.CredentialReport": {"*": "any"},
    },
    regional=False,
)

ROLE = ResourceType(
    name="AWS::IAM::Role",
    id="roleId",
    label="roleName",
    arn="arn",
    live=Call("iam", _DETAILS, "RoleDetailList[]", fixed={"Filter": ["Role"]}),
    extra={
        "configuration.assumeRolePolicyDocument": "any",
        "configuration.rolePolicyList": _INLINE,
        "configuration.instanceProfileList[].roles[].assumeRolePolicyDocument": "any",
    },
    regional=False,
)

GROUP = ResourceType(
    name="AWS::IAM::Group",
    id="groupId",
    label="groupName",
    arn="arn",
    live=Call("iam", _DETAILS, "GroupDetailList[]", fixed={"Filter": ["Group"]}),
    extra={"configuration.groupPolicyList": _INLINE},
    regional=False,
)

POLICY = ResourceType(
    name="AWS::IAM::Policy",
    id="policyId",
    label="policyName",
    arn="arn",
    live=Call("iam", _DETAILS, "Policies[]", fixed={"Filter": ["LocalManagedPolicy"]}),
    extra={"configuration.policyVersionList[].document": "any"},
    regional=False,
)
