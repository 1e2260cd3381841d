"""The account and each Region of it: what is set once for all that is in them."""

from scanner.shape import ResourceType

ACCOUNT = ResourceType(
    name="AWS::::Account",
    id="",
    shape={
        "accountSummary": {"*": "integer"},
        "alternateContacts": [
            {
                "alternateContactType": "string",
                "emailAddress": "string",
                "name": "string",
                "phoneNumber": "string",
                "title": "string",
            }
        ],
        "organization": {
            "arn": "string",
            "featureSet": "string",
            "id": "string",
            "masterAccountArn": "string",
            "masterAccountEmail": "string",
            "masterAccountId": "string",
        },
        "passwordPolicy": {
            "allowUsersToChangePassword": "boolean",
            "expirePasswords": "boolean",
            "hardExpiry": "boolean",
            "maxPasswordAge": "integer",
            "minimumPasswordLength": "integer",
            "passwordReusePrevention": "integer",
            "requireLowercaseCharacters": "boolean",
            "requireNumbers": "boolean",
            "requireSymbols": "boolean",
            "requireUppercaseCharacters": "boolean",
        },
    },
    regional=False,
    recorded=False,
)

REGION = ResourceType(
    name="AWS::::Region",
    id="",
    shape={
        "ebsDefaultKmsKeyId": "string",
        "ebsEncryptionByDefault": "boolean",
        "instanceMetadataDefaults": {
            "httpEndpoint": "string",
            "httpPutResponseHopLimit": "integer",
            "httpTokens": "string",
            "instanceMetadataTags": "string",
        },
    },
    recorded=False,
)
