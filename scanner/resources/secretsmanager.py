"""Secrets Manager: what is known of a secret, without the secret."""

from scanner.shape import Call, Given, ResourceType, Spelt, same

_ROTATION = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html"
_NOT_ROTATED: dict[str, str | Given] = {
    "configuration.RotationEnabled": Given(by=None, default=False, source=_ROTATION),
    "configuration.RotationLambdaARN": Given(by=None, default=None, source=_ROTATION),
    "configuration.RotationRules": Given(by=None, default=None, source=_ROTATION),
}
_ROTATED: dict[str, str | Given] = {"configuration.RotationEnabled": Given(form="rotating")}
_RULES = {"duration": "Duration", "schedule_expression": "ScheduleExpression"}

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
    cloudformation=(
        Spelt(
            kind="AWS::SecretsManager::Secret",
            fields={
                **same("Name", "Description"),
                "configuration.KMSKeyId": "KmsKeyId",
                **_NOT_ROTATED,
            },
            refers={"Id": "ARN"},
        ),
        Spelt(
            kind="AWS::SecretsManager::RotationSchedule",
            part_of="SecretId",
            fields={
                **_ROTATED,
                "configuration.RotationLambdaARN": "RotationLambdaARN",
                "configuration.RotationRules": "RotationRules",
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_secretsmanager_secret",
            fields={
                "configuration.Name": "name",
                "configuration.Description": "description",
                "configuration.KMSKeyId": "kms_key_id",
                **_NOT_ROTATED,
            },
            refers={"id": "ARN", "arn": "ARN", "name": "Name"},
        ),
        Spelt(
            kind="aws_secretsmanager_secret_rotation",
            part_of="secret_id",
            fields={
                **_ROTATED,
                "configuration.RotationLambdaARN": "rotation_lambda_arn",
                "configuration.RotationRules": Given(by="rotation_rules", names=_RULES),
            },
        ),
    ),
)
