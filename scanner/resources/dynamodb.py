"""DynamoDB: tables."""

from scanner.shape import Call, ResourceType

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
)
