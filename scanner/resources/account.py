"""The account and each Region of it: what is set once for all that is in them."""

from scanner.shape import Call, ResourceType

ACCOUNT = ResourceType(
    name="AWS::::Account",
    id="",
    shape={
        "alternateContacts": [
            {
                "alternateContactType": "string",
                "emailAddress": "string",
                "name": "string",
                "phoneNumber": "string",
                "title": "string",
            }
        ],
    },
    more={
        "configuration.accountSummary": Call("iam", "get_account_summary", "SummaryMap"),
        "configuration.organization": Call(
            "organizations",
            "describe_organization",
            "Organization",
            absent=("AWSOrganizationsNotInUseException",),
        ),
        "configuration.passwordPolicy": Call(
            "iam", "get_account_password_policy", "PasswordPolicy", absent=("NoSuchEntity",)
        ),
        "configuration.rootCredentials": Call(
            "iam",
            "get_credential_report",
            "Content",
            form="root_credentials",
            before=Call("iam", "generate_credential_report", "State"),
        ),
        "configuration.securityContact": Call(
            "account",
            "get_alternate_contact",
            "AlternateContact",
            fixed={"AlternateContactType": "SECURITY"},
            absent=("ResourceNotFoundException",),
        ),
        "configuration.virtualMFADevices": Call(
            "iam",
            "list_virtual_mfa_devices",
            "VirtualMFADevices",
            fixed={"AssignmentStatus": "Assigned"},
        ),
    },
    extra={"configuration.rootCredentials": {"*": "any"}},
    unread=("configuration.alternateContacts",),
    regional=False,
    recorded=False,
)

REGION = ResourceType(
    name="AWS::::Region",
    id="",
    shape={},
    more={
        "configuration.accessAnalyzers": Call("accessanalyzer", "list_analyzers", "analyzers"),
        "configuration.ebsDefaultKmsKeyId": Call("ec2", "get_ebs_default_kms_key_id", "KmsKeyId"),
        "configuration.ebsEncryptionByDefault": Call(
            "ec2", "get_ebs_encryption_by_default", "EbsEncryptionByDefault"
        ),
        "configuration.instanceMetadataDefaults": Call(
            "ec2", "get_instance_metadata_defaults", "AccountLevel", may_lack=True
        ),
        "configuration.snapshotBlockPublicAccess": Call(
            "ec2", "get_snapshot_block_public_access_state", "State"
        ),
    },
    recorded=False,
)
