"""KMS: keys and their names."""

from scanner.shape import Call, ResourceType

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
)

ALIAS = ResourceType(
    name="AWS::KMS::Alias",
    id="AliasName",
    label="AliasName",
    arn="AliasArn",
    live=Call("kms", "list_aliases", "Aliases[]"),
    spelling="identity",
)
