"""Secrets Manager: what is known of a secret, without the secret."""

from scanner.shape import Call, ResourceType

SECRET = ResourceType(
    name="AWS::SecretsManager::Secret",
    id="ARN",
    label="Name",
    arn="ARN",
    live=Call("secretsmanager", "list_secrets", "SecretList[]"),
    spelling="identity",
    rename={"KmsKeyId": "KMSKeyId"},
    extra={
        "configuration.Deleted": "boolean",
        "configuration.RotationOccurringAsScheduled": "boolean",
        "configuration.RotationRules.AutomaticallyAfterHours": "integer",
        "configuration.RotationRules.RotationDuration": "string",
        "configuration.RotationRules.RotationScheduleExpression": "string",
    },
    unread=("configuration.Deleted", "configuration.RotationOccurringAsScheduled"),
)
