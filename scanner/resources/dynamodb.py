"""DynamoDB: tables."""

from scanner.shape import Call, Given, ResourceType, Spelt

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/dynamodb_table.html.markdown"


def _fields(
    source: str, name: str, billing: str, kept: str, encrypted: str
) -> dict[str, str | Given]:
    """The fields of a table, from the properties that say them in one language or the other."""
    return {
        "configuration.tableName": name,
        "configuration.billingModeSummary.billingMode": Given(
            by=billing, default="PROVISIONED", source=source
        ),
        "configuration.deletionProtectionEnabled": Given(by=kept, default=False, source=source),
        "configuration.ssedescription": Given(by=encrypted, source=source, form="table_encryption"),
        "supplementaryConfiguration.ContinuousBackupsDescription": Given(
            source=source, form="table_backups"
        ),
    }


TABLE = ResourceType(
    name="AWS::DynamoDB::Table",
    id="tableName",
    label="tableName",
    arn="tableArn",
    live=Call("dynamodb", "list_tables", "TableNames[]"),
    detail=Call("dynamodb", "describe_table", "Table", each={"TableName": "@"}),
    more={
        "tags": Call("dynamodb", "list_tags_of_resource", "Tags", each={"ResourceArn": "TableArn"}),
        "ContinuousBackupsDescription": Call(
            "dynamodb",
            "describe_continuous_backups",
            "ContinuousBackupsDescription",
            each={"TableName": "TableName"},
        ),
    },
    spelling="jackson",
    cloudformation=(
        Spelt(
            kind="AWS::DynamoDB::Table",
            fields=_fields(
                _PAGE, "TableName", "BillingMode", "DeletionProtectionEnabled", "SSESpecification"
            ),
            refers={"Arn": "tableArn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_dynamodb_table",
            fields=_fields(
                _PROVIDER,
                "name",
                "billing_mode",
                "deletion_protection_enabled",
                "server_side_encryption",
            ),
            refers={"id": "tableName", "name": "tableName", "arn": "tableArn"},
        ),
    ),
)
