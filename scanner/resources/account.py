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
    },
    unread=("configuration.alternateContacts",),
    regional=False,
    recorded=False,
)

REGION = ResourceType(
    name="AWS::::Region",
    id="",
    shape={},
    more={
        "configuration.ebsDefaultKmsKeyId": Call("ec2", "get_ebs_default_kms_key_id", "KmsKeyId"),
        "configuration.ebsEncryptionByDefault": Call(
            "ec2", "get_ebs_encryption_by_default", "EbsEncryptionByDefault"
        ),
        "configuration.instanceMetadataDefaults": Call(
            "ec2", "get_instance_metadata_defaults", "AccountLevel", may_lack=True
        ),
    },
    recorded=False,
)
