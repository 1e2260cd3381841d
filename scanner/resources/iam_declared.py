"""IAM: how templates and Terraform say who is granted what, in itself and by parts of its own."""

from scanner.shape import Given, Spelt

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-{}.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/iam_{}.html.markdown"
_GROUPS = "configuration.groupList"
_REPORT = "supplementaryConfiguration.CredentialReport"
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


def _own_policy(part_of: str) -> Spelt:
    """CloudFormation's managed policy, which names itself whom it is attached to."""
    return Spelt(
        kind="AWS::IAM::ManagedPolicy",
        part_of=part_of,
        of_several=True,
        fields={f"{_ATTACHED}[+]": Given(form="own_policy")},
    )


USERS_IN_TEMPLATES = (
    Spelt(
        kind="AWS::IAM::User",
        fields={
            **_granted("user"),
            **_BOUNDED,
            "configuration.userName": "UserName",
            "configuration.path": _path("Path", _PAGE.format("user")),
            _GROUPS: Given(form="groups"),
            _KEYS: Given(by=None, default=[]),
            _REPORT: Given(by=None, default=None),
            _LOGIN: Given(by="LoginProfile", form="login_profile"),
        },
        refers={"Ref": "userName", "Arn": "arn"},
    ),
    _policy_of("AWS::IAM::UserPolicy", "user", "UserName"),
    _policy_of("AWS::IAM::Policy", "user", "Users"),
    _own_policy("Users"),
    Spelt(
        kind="AWS::IAM::UserToGroupAddition",
        part_of="Users",
        of_several=True,
        fields={f"{_GROUPS}[+]": "GroupName"},
    ),
    Spelt(
        kind="AWS::IAM::AccessKey",
        part_of="UserName",
        fields={f"{_KEYS}[+]": Given(form="access_key", source=_PAGE.format("accesskey"))},
    ),
)

USERS_IN_TERRAFORM = (
    Spelt(
        kind="aws_iam_user",
        fields={
            **_granted("user"),
            **_BOUNDED,
            "configuration.userName": "name",
            "configuration.path": _path("path", _PROVIDER.format("user")),
            _GROUPS: Given(by=None, default=[]),
            _KEYS: Given(by=None, default=[]),
            _LOGIN: Given(by=None, default=None),
            _REPORT: Given(by=None, default=None),
        },
        refers={"id": "userName", "name": "userName", "arn": "arn", "unique_id": "userId"},
    ),
    _policy_of("aws_iam_user_policy", "user", "user"),
    _attachment("aws_iam_user_policy_attachment", "user"),
    _attachment("aws_iam_policy_attachment", "users"),
    Spelt(
        kind="aws_iam_user_group_membership",
        part_of="user",
        fields={f"{_GROUPS}[+]": Given(form="groups")},
    ),
    Spelt(
        kind="aws_iam_group_membership",
        part_of="users",
        of_several=True,
        fields={f"{_GROUPS}[+]": "group"},
    ),
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
)

ROLES_IN_TEMPLATES = (
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
    _own_policy("Roles"),
)

ROLES_IN_TERRAFORM = (
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
)

GROUPS_IN_TEMPLATES = (
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
    _own_policy("Groups"),
)

GROUPS_IN_TERRAFORM = (
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
)

POLICIES_IN_TEMPLATES = (
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
)

POLICIES_IN_TERRAFORM = (
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
)
