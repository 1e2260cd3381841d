"""IAM: who may do what. Policy documents are JSON text, URL-encoded or not, or what it says."""

from scanner.resources import iam_declared
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
    cloudformation=iam_declared.USERS_IN_TEMPLATES,
    terraform=iam_declared.USERS_IN_TERRAFORM,
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
    cloudformation=iam_declared.ROLES_IN_TEMPLATES,
    terraform=iam_declared.ROLES_IN_TERRAFORM,
    regional=False,
)

GROUP = ResourceType(
    name="AWS::IAM::Group",
    id="groupId",
    label="groupName",
    arn="arn",
    live=Call("iam", _DETAILS, "GroupDetailList[]", fixed={"Filter": ["Group"]}),
    extra={"configuration.groupPolicyList": _INLINE},
    cloudformation=iam_declared.GROUPS_IN_TEMPLATES,
    terraform=iam_declared.GROUPS_IN_TERRAFORM,
    regional=False,
)

POLICY = ResourceType(
    name="AWS::IAM::Policy",
    id="policyId",
    label="policyName",
    arn="arn",
    live=Call("iam", _DETAILS, "Policies[]", fixed={"Filter": ["LocalManagedPolicy"]}),
    extra={"configuration.policyVersionList[].document": "any"},
    cloudformation=iam_declared.POLICIES_IN_TEMPLATES,
    terraform=iam_declared.POLICIES_IN_TERRAFORM,
    regional=False,
)

SERVER_CERTIFICATE = ResourceType(
    name="AWS::IAM::ServerCertificate",
    id="ServerCertificateName",
    label="ServerCertificateName",
    arn="Arn",
    live=Call("iam", "list_server_certificates", "ServerCertificateMetadataList[]"),
    spelling="identity",
    extra={"configuration.PrivateKey": "string"},  # published; nobody is ever told it
    unread=("configuration.PrivateKey",),
    regional=False,
)
