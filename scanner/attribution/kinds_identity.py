"""The events that change who may do what, and what is set once for an account or a Region."""

from collections.abc import Mapping
from typing import Any, Final

from scanner.attribution.kind import ANY, PART, Element, Kind, decided

_REPORT: Final = "supplementaryConfiguration.CredentialReport"
_KEYS: Final = decided(
    ("CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey"),
    *(f"{_REPORT}.access_key_{number}_active" for number in (1, 2)),
    *(f"{_REPORT}.access_key_{number}_last_rotated" for number in (1, 2)),
    value=PART,
)
_DEVICES: Final = "supplementaryConfiguration.MFADevices"
_PROFILE: Final = "supplementaryConfiguration.LoginProfile"
_OF_USERS: Final[Mapping[str, Mapping[str, Any]]] = {
    **_KEYS,
    "CreateUser": {
        **dict.fromkeys((_DEVICES, _PROFILE)),
        f"{_REPORT}.mfa_active": False,
        f"{_REPORT}.password_enabled": False,
    },
    "EnableMFADevice": {_DEVICES: PART, f"{_REPORT}.mfa_active": True},
    "DeactivateMFADevice": {_DEVICES: PART, f"{_REPORT}.mfa_active": False},
    "CreateLoginProfile": {_PROFILE: ANY, f"{_REPORT}.password_enabled": True},
    "UpdateLoginProfile": {_PROFILE: PART},
    "DeleteLoginProfile": {_PROFILE: None, f"{_REPORT}.password_enabled": False},
}
_USED: Final = tuple(
    f"{_REPORT}.{each}"
    for each in (
        "access_key_1_last_used_date",
        "access_key_2_last_used_date",
        "password_last_changed",  # by everybody for themselves, too
        "password_last_used",
        "user_creation_time",  # a fault by the passing of time alone
    )
)
_OF_ROOT: Final[dict[str, dict[str, Any]]] = {
    "CreateAccessKey": {"configuration.accountSummary.AccountAccessKeysPresent": 1},
    "DeleteAccessKey": {"configuration.accountSummary.AccountAccessKeysPresent": 0},
    "EnableMFADevice": {
        "configuration.accountSummary.AccountMFAEnabled": 1,
        "configuration.virtualMFADevices": PART,
    },
    "DeactivateMFADevice": {
        "configuration.accountSummary.AccountMFAEnabled": 0,
        "configuration.virtualMFADevices": [],
    },
}
"""What remains of several keys or devices is not known: then another value is found than this."""
_CONTACTS: Final = ("PutAlternateContact", "DeleteAlternateContact")
_VERSIONS: Final = ("configuration.policyVersionList", "configuration.defaultVersionId")


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


_ACCESS_KEYS: Final = Element(
    "supplementaryConfiguration.AccessKeys",
    keys={"accesskeyid": "accessKeyId", "accesskey.accesskeyid": "accessKeyId"},
    answered=True,
    adds=("CreateAccessKey",),
    removes=("DeleteAccessKey",),
    changes=("UpdateAccessKey",),
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
        own=("UpdateAccessKey", "DeleteAccessKey", "DeactivateMFADevice"),
        renamed=("newusername",),
        made=("CreateUser",),
        sets=_OF_USERS,
        untold=_USED,
        elements=(*_policies("User"), _GROUPS, _ACCESS_KEYS),
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
        events=("DeleteGroup", "UpdateGroup"),
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
        sets={
            "CreatePolicyVersion": dict.fromkeys(_VERSIONS, PART),
            "DeletePolicyVersion": dict.fromkeys(_VERSIONS, PART),
            "SetDefaultPolicyVersion": dict.fromkeys(_VERSIONS, ANY),
        },
    ),
    Kind(
        type="AWS::IAM::ServerCertificate",
        source="iam",
        anywhere=True,
        nouns=("ServerCertificate",),
        names=("servercertificatename",),
        renamed=("newservercertificatename",),
        made=("UploadServerCertificate",),
        fixed=("configuration.expiration",),
    ),
    _of_account(
        "iam",
        sets=decided(
            ("UpdateAccountPasswordPolicy", "DeleteAccountPasswordPolicy"),
            "configuration.passwordPolicy",
        ),
    ),
    _of_account(
        "iam",
        root=True,
        sets=_OF_ROOT,
        untold=(
            "configuration.organization",  # another account's doing
            *(f"configuration.rootCredentials.access_key_{n}_last_used_date" for n in (1, 2)),
        ),
    ),
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
    _of_account("account", sets=decided(_CONTACTS, "configuration.alternateContacts", value=PART)),
    _of_region(
        "ec2",
        sets={
            "EnableEbsEncryptionByDefault": {_ENCRYPTED: True},
            "DisableEbsEncryptionByDefault": {_ENCRYPTED: False},
            "ModifyEbsDefaultKmsKeyId": {"configuration.ebsDefaultKmsKeyId": ANY},
            "ResetEbsDefaultKmsKeyId": {"configuration.ebsDefaultKmsKeyId": ANY},
            "ModifyInstanceMetadataDefaults": {"configuration.instanceMetadataDefaults": PART},
            "EnableSnapshotBlockPublicAccess": {_SNAPSHOTS: ANY},
            "DisableSnapshotBlockPublicAccess": {_SNAPSHOTS: "unblocked"},
        },
        fields={"state": _SNAPSHOTS},
    ),
    _of_region(
        "access-analyzer",
        shared=True,
        sets=decided(
            ("CreateAnalyzer", "DeleteAnalyzer"), "configuration.accessAnalyzers", value=PART
        ),
    ),
)
