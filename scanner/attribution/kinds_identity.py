"""The events that change who may do what, and what is set once for an account or a Region."""

from typing import Any, Final

from scanner.attribution.kind import ANY, Element, Kind, decided

_REPORT: Final = "supplementaryConfiguration.CredentialReport"
_KEYS: Final = decided(
    ("CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey"),
    "supplementaryConfiguration.AccessKeys",
    *(f"{_REPORT}.access_key_{number}_active" for number in (1, 2)),
    *(f"{_REPORT}.access_key_{number}_last_rotated" for number in (1, 2)),
)
_MFA: Final = decided(
    ("EnableMFADevice", "DeactivateMFADevice"),
    *("supplementaryConfiguration.MFADevices", f"{_REPORT}.mfa_active"),
)
_PASSWORD: Final = decided(
    ("CreateLoginProfile", "UpdateLoginProfile", "DeleteLoginProfile"),
    "supplementaryConfiguration.LoginProfile",
    *(f"{_REPORT}.password_enabled", f"{_REPORT}.password_last_changed"),
)
_OF_ROOT: Final[dict[str, dict[str, Any]]] = {
    "CreateAccessKey": {"configuration.accountSummary.AccountAccessKeysPresent": 1},
    "DeleteAccessKey": {"configuration.accountSummary.AccountAccessKeysPresent": 0},
    "EnableMFADevice": {
        "configuration.accountSummary.AccountMFAEnabled": 1,
        "configuration.virtualMFADevices": ANY,
    },
    "DeactivateMFADevice": {
        "configuration.accountSummary.AccountMFAEnabled": 0,
        "configuration.virtualMFADevices": [],
    },
}
"""What remains of several keys or devices is not known: then another value is found than this."""
_CONTACTS: Final = ("PutAlternateContact", "DeleteAlternateContact")
_VERSIONS: Final = ("CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion")


def _policies(whose: str) -> tuple[Element, Element]:
    """The lists of inline and of managed policies of a User, Role or Group."""
    return (
        Element(
            f"configuration.{whose.lower()}PolicyList",
            keys={"policyname": "policyName"},
            also={"policydocument": "policyDocument"},
            adds=(f"Put{whose}Policy",),
            removes=(f"Delete{whose}Policy",),
        ),
        Element(
            "configuration.attachedManagedPolicies",
            keys={"policyarn": "policyArn"},
            adds=(f"Attach{whose}Policy",),
            removes=(f"Detach{whose}Policy",),
        ),
    )


_GROUPS: Final = Element(
    "configuration.groupList",
    keys={"groupname": ""},
    adds=("AddUserToGroup",),
    removes=("RemoveUserFromGroup",),
)


def _of_account(source: str, **more: Any) -> Kind:
    return Kind(type="AWS::::Account", source=source, anywhere=True, unnamed=True, **more)


def _of_region(source: str, **more: Any) -> Kind:
    return Kind(type="AWS::::Region", source=source, unnamed=True, **more)


_ENCRYPTED: Final = "configuration.ebsEncryptionByDefault"
_SNAPSHOTS: Final = "configuration.snapshotBlockPublicAccess"

KINDS: Final = (
    Kind(
        type="AWS::IAM::User",
        source="iam",
        anywhere=True,
        nouns=("User",),
        ids=("user.userid", "user.arn"),
        names=("username", "accesskey.username"),
        renamed=("newusername",),
        made=("CreateUser",),
        sets={**_KEYS, **_MFA, **_PASSWORD},
        elements=(*_policies("User"), _GROUPS),
    ),
    Kind(
        type="AWS::IAM::Role",
        source="iam",
        anywhere=True,
        nouns=("Role",),
        ids=("role.roleid", "role.arn"),
        names=("rolename",),
        made=("CreateRole", "CreateServiceLinkedRole"),
        sets={"UpdateAssumeRolePolicy": {"configuration.assumeRolePolicyDocument": ANY}},
        elements=_policies("Role"),
    ),
    Kind(
        type="AWS::IAM::Group",
        source="iam",
        anywhere=True,
        nouns=("Group",),
        ids=("group.groupid", "group.arn"),
        names=("groupname",),
        renamed=("newgroupname",),
        made=("CreateGroup",),
        elements=_policies("Group"),
    ),
    Kind(
        type="AWS::IAM::Policy",
        source="iam",
        anywhere=True,
        events=("DeletePolicy", "TagPolicy", "UntagPolicy"),
        ids=("policyarn", "policy.arn", "policy.policyid"),
        labels=("policyname",),
        made=("CreatePolicy",),
        sets=decided(
            _VERSIONS, "configuration.policyVersionList", "configuration.defaultVersionId"
        ),
    ),
    Kind(
        type="AWS::IAM::ServerCertificate",
        source="iam",
        anywhere=True,
        nouns=("ServerCertificate",),
        names=("servercertificatename",),
        renamed=("newservercertificatename",),
        made=("UploadServerCertificate",),
    ),
    _of_account(
        "iam",
        sets=decided(
            ("UpdateAccountPasswordPolicy", "DeleteAccountPasswordPolicy"),
            "configuration.passwordPolicy",
        ),
    ),
    _of_account("iam", root=True, sets=_OF_ROOT),
    _of_account(
        "signin",
        root=True,
        where={"consolelogin": "Success"},
        sets={"ConsoleLogin": {"configuration.rootCredentials.password_last_used": ANY}},
    ),
    _of_account(
        "account",
        where={"alternatecontacttype": "SECURITY"},
        sets=decided(_CONTACTS, "configuration.securityContact"),
    ),
    _of_account("account", sets=decided(_CONTACTS, "configuration.alternateContacts")),
    _of_region(
        "ec2",
        sets={
            "EnableEbsEncryptionByDefault": {_ENCRYPTED: True},
            "DisableEbsEncryptionByDefault": {_ENCRYPTED: False},
            "ModifyEbsDefaultKmsKeyId": {"configuration.ebsDefaultKmsKeyId": ANY},
            "ResetEbsDefaultKmsKeyId": {"configuration.ebsDefaultKmsKeyId": ANY},
            "ModifyInstanceMetadataDefaults": {"configuration.instanceMetadataDefaults": ANY},
            "EnableSnapshotBlockPublicAccess": {_SNAPSHOTS: ANY},
            "DisableSnapshotBlockPublicAccess": {_SNAPSHOTS: "unblocked"},
        },
        fields={"state": _SNAPSHOTS},
    ),
    _of_region(
        "access-analyzer",
        shared=True,
        sets=decided(("CreateAnalyzer", "DeleteAnalyzer"), "configuration.accessAnalyzers"),
    ),
)
