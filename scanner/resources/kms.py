"""KMS: keys and their names."""

from scanner.filling import ACCOUNT, PARTITION
from scanner.shape import Call, Given, ResourceType, Spelt, lowered, pascal, same
from scanner.unresolved import OPEN, Unresolved

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-kms-key.html"
)
_PROVIDER = (
    "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/"
    "kms_key.html.markdown"
)
_DEFAULT = "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"
_POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "Enable IAM User Permissions",
            "Effect": "Allow",
            "Principal": {
                "AWS": Unresolved(
                    "the account is chosen at deployment",
                    present=True,
                    token=f"{OPEN}arn:${{{PARTITION}}}:iam::${{{ACCOUNT}}}:root",
                )
            },
            "Action": "kms:*",
            "Resource": "*",
        }
    ],
}
_MADE = {
    "configuration.keyManager": Given(by=None, default="CUSTOMER"),
    "configuration.origin": Given(by="Origin", default="AWS_KMS", source=_PAGE),
}

KEY = ResourceType(
    name="AWS::KMS::Key",
    id="keyId",
    arn="arn",
    live=Call("kms", "list_keys", "Keys[]"),
    detail=Call("kms", "describe_key", "KeyMetadata", each={"KeyId": "KeyId"}),
    more={
        "KeyRotationStatus": Call(
            "kms",
            "get_key_rotation_status",
            "KeyRotationEnabled",
            each={"KeyId": "KeyId"},
            absent=("UnsupportedOperationException",),  # a key that nobody can rotate
        ),
        "Policy": Call(
            "kms",
            "get_key_policy",
            "Policy",
            fixed={"PolicyName": "default"},
            each={"KeyId": "KeyId"},
        ),
        "tags": Call("kms", "list_resource_tags", "Tags", each={"KeyId": "KeyId"}),
    },
    spelling="jackson",
    extra={"supplementaryConfiguration.Policy": "any"},  # JSON text, or what it says
    cloudformation=(
        Spelt(
            kind="AWS::KMS::Key",
            fields={
                **lowered("Description"),
                **_MADE,
                "configuration.enabled": Given(by="Enabled", default=True, source=_PAGE),
                "configuration.keyState": Given(
                    by="Enabled", default="Enabled", source=_PAGE, form="key_state"
                ),
                "configuration.keyUsage": Given(
                    by="KeyUsage", default="ENCRYPT_DECRYPT", source=_PAGE
                ),
                "configuration.keySpec": Given(
                    by="KeySpec", default="SYMMETRIC_DEFAULT", source=_PAGE
                ),
                "configuration.multiRegion": Given(by="MultiRegion", default=False, source=_PAGE),
                "supplementaryConfiguration.KeyRotationStatus": Given(
                    by="EnableKeyRotation", default=False, source=_PAGE
                ),
                "supplementaryConfiguration.Policy": Given(
                    by="KeyPolicy",
                    default=_POLICY,
                    source=_DEFAULT,
                    form="as_it_is",
                ),
            },
            refers={"Arn": "arn", "KeyId": "keyId"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_kms_key",
            fields={
                "configuration.description": "description",
                "configuration.keyManager": Given(by=None, default="CUSTOMER"),
                "configuration.origin": Given(by=None, default="AWS_KMS", source=_PROVIDER),
                "configuration.enabled": Given(by="is_enabled", default=True, source=_PROVIDER),
                "configuration.keyState": Given(
                    by="is_enabled", default="Enabled", source=_PROVIDER, form="key_state"
                ),
                "configuration.keyUsage": Given(
                    by="key_usage", default="ENCRYPT_DECRYPT", source=_PROVIDER
                ),
                "configuration.keySpec": Given(
                    by="customer_master_key_spec", default="SYMMETRIC_DEFAULT", source=_PROVIDER
                ),
                "configuration.multiRegion": Given(
                    by="multi_region", default=False, source=_PROVIDER
                ),
                "supplementaryConfiguration.KeyRotationStatus": Given(
                    by="enable_key_rotation", default=False, source=_PROVIDER
                ),
                "supplementaryConfiguration.Policy": Given(
                    by="policy",
                    default=_POLICY,
                    source=_DEFAULT,
                    form="as_it_is",
                ),
            },
            refers={"arn": "arn", "key_id": "keyId", "id": "keyId"},
        ),
        Spelt(
            kind="aws_kms_key_policy",
            part_of="key_id",
            fields={"supplementaryConfiguration.Policy": Given(by="policy", form="as_it_is")},
        ),
    ),
    anywhere=True,
)

ALIAS = ResourceType(
    name="AWS::KMS::Alias",
    id="AliasName",
    label="AliasName",
    arn="AliasArn",
    live=Call("kms", "list_aliases", "Aliases[]"),
    spelling="identity",
    cloudformation=(Spelt(kind="AWS::KMS::Alias", fields=same("AliasName", "TargetKeyId")),),
    terraform=(
        Spelt(
            kind="aws_kms_alias",
            fields={**pascal("target_key_id"), "configuration.AliasName": "name"},
            refers={"id": "AliasName", "name": "AliasName", "arn": "AliasArn"},
        ),
    ),
)
