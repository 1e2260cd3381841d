"""IAM: who may do what. Policy documents are JSON text, URL-encoded or not, or what it says."""

from scanner.shape import Call, Given, ResourceType, Spelt, Tree

_DETAILS = "get_account_authorization_details"
_INLINE: Tree = [{"policyDocument": "any", "policyName": "string"}]

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-{}.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/iam_{}.html.markdown"
_KEYS = "supplementaryConfiguration.AccessKeys"
_LOGIN = "supplementaryConfiguration.LoginProfile"
_ATTACHED = "configuration.attachedManagedPolicies"


def _path(by: str, source: str) -> Given:
    return Given(by=by, default="/", source=source)


def _granted(who: str) -> dict[str, str | Given]:
    """The policies of a role, user or group, in itself or by name."""
    return {
        f"configuration.{who}PolicyList": Given(form="inline_policies"),
        _ATTACHED: Given(form="attached_policies"),
    }


_BOUNDED: dict[str, str | Given] = {
    "configuration.permissionsBoundary": Given(form="boundary"),
}


def _policy_of(kind: str, who: str, part_of: str) -> Spelt:
    """A resource that is a policy in a role, user or group, or in several of them."""
    return Spelt(
        kind=kind,
        part_of=part_of,
        of_several=part_of.endswith("s"),
        fields={f"configuration.{who}PolicyList[+]": Given(form="inline_policy")},
    )


def _attachment(kind: str, who: str) -> Spelt:
    return Spelt(
        kind=kind,
        part_of=who,
        of_several=who.endswith("s"),
        fields={f"{_ATTACHED}[+]": Given(form="attached_policy")},
    )


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
    cloudformation=(
        Spelt(
            kind="AWS::IAM::User",
            fields={
                **_granted("user"),
                **_BOUNDED,
                "configuration.userName": "UserName",
                "configuration.path": _path("Path", _PAGE.format("user")),
                "configuration.groupList": Given(form="groups"),
                _KEYS: Given(by=None, default=[]),
                _LOGIN: Given(by="LoginProfile", form="login_profile"),
            },
            refers={"Ref": "userName", "Arn": "arn"},
        ),
        _policy_of("AWS::IAM::UserPolicy", "user", "UserName"),
        _policy_of("AWS::IAM::Policy", "user", "Users"),
        Spelt(
            kind="AWS::IAM::AccessKey",
            part_of="UserName",
            fields={f"{_KEYS}[+]": Given(form="access_key", source=_PAGE.format("accesskey"))},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_iam_user",
            fields={
                **_granted("user"),
                **_BOUNDED,
                "configuration.userName": "name",
                "configuration.path": _path("path", _PROVIDER.format("user")),
                _KEYS: Given(by=None, default=[]),
                _LOGIN: Given(by=None, default=None),
            },
            refers={"id": "userName", "name": "userName", "arn": "arn", "unique_id": "userId"},
        ),
        _policy_of("aws_iam_user_policy", "user", "user"),
        _attachment("aws_iam_user_policy_attachment", "user"),
        _attachment("aws_iam_policy_attachment", "users"),
        Spelt(
            kind="aws_iam_access_key",
            part_of="user",
            fields={f"{_KEYS}[+]": Given(form="access_key")},
        ),
        Spelt(
            kind="aws_iam_user_login_profile",
            part_of="user",
            fields={_LOGIN: Given(form="login_profile")},
        ),
    ),
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
    cloudformation=(
        Spelt(
            kind="AWS::IAM::Role",
            fields={
                **_granted("role"),
                **_BOUNDED,
                "configuration.roleName": "RoleName",
                "configuration.path": _path("Path", _PAGE.format("role")),
                "configuration.assumeRolePolicyDocument": Given(
                    by="AssumeRolePolicyDocument", form="as_it_is"
                ),
            },
            refers={"Ref": "roleName", "Arn": "arn", "RoleId": "roleId"},
        ),
        _policy_of("AWS::IAM::RolePolicy", "role", "RoleName"),
        _policy_of("AWS::IAM::Policy", "role", "Roles"),
    ),
    terraform=(
        Spelt(
            kind="aws_iam_role",
            fields={
                **_granted("role"),
                **_BOUNDED,
                "configuration.roleName": "name",
                "configuration.path": _path("path", _PROVIDER.format("role")),
                "configuration.assumeRolePolicyDocument": Given(
                    by="assume_role_policy", form="as_it_is"
                ),
            },
            refers={"id": "roleName", "name": "roleName", "arn": "arn", "unique_id": "roleId"},
        ),
        _policy_of("aws_iam_role_policy", "role", "role"),
        _attachment("aws_iam_role_policy_attachment", "role"),
        _attachment("aws_iam_policy_attachment", "roles"),
    ),
    regional=False,
)

GROUP = ResourceType(
    name="AWS::IAM::Group",
    id="groupId",
    label="groupName",
    arn="arn",
    live=Call("iam", _DETAILS, "GroupDetailList[]", fixed={"Filter": ["Group"]}),
    extra={"configuration.groupPolicyList": _INLINE},
    cloudformation=(
        Spelt(
            kind="AWS::IAM::Group",
            fields={
                **_granted("group"),
                "configuration.groupName": "GroupName",
                "configuration.path": _path("Path", _PAGE.format("group")),
            },
            refers={"Ref": "groupName", "Arn": "arn"},
        ),
        _policy_of("AWS::IAM::GroupPolicy", "group", "GroupName"),
        _policy_of("AWS::IAM::Policy", "group", "Groups"),
    ),
    terraform=(
        Spelt(
            kind="aws_iam_group",
            fields={
                **_granted("group"),
                "configuration.groupName": "name",
                "configuration.path": _path("path", _PROVIDER.format("group")),
            },
            refers={"id": "groupName", "name": "groupName", "arn": "arn", "unique_id": "groupId"},
        ),
        _policy_of("aws_iam_group_policy", "group", "group"),
        _attachment("aws_iam_group_policy_attachment", "group"),
        _attachment("aws_iam_policy_attachment", "groups"),
    ),
    regional=False,
)

POLICY = ResourceType(
    name="AWS::IAM::Policy",
    id="policyId",
    label="policyName",
    arn="arn",
    live=Call("iam", _DETAILS, "Policies[]", fixed={"Filter": ["LocalManagedPolicy"]}),
    extra={"configuration.policyVersionList[].document": "any"},
    cloudformation=(
        Spelt(
            kind="AWS::IAM::ManagedPolicy",  # AWS::IAM::Policy is CloudFormation's inline policy
            fields={
                "configuration.policyName": "ManagedPolicyName",
                "configuration.description": "Description",
                "configuration.path": _path("Path", _PAGE.format("managedpolicy")),
                "configuration.isAttachable": Given(by=None, default=True),
                "configuration.policyVersionList": Given(by="PolicyDocument", form="only_version"),
            },
            refers={"Ref": "arn", "PolicyArn": "arn", "PolicyId": "policyId"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_iam_policy",
            fields={
                "configuration.policyName": "name",
                "configuration.description": "description",
                "configuration.path": _path("path", _PROVIDER.format("policy")),
                "configuration.isAttachable": Given(by=None, default=True),
                "configuration.policyVersionList": Given(by="policy", form="only_version"),
            },
            refers={"id": "arn", "arn": "arn", "name": "policyName", "policy_id": "policyId"},
        ),
    ),
    regional=False,
)
