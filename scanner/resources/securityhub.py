"""Security Hub: whether a Region has it on."""

from scanner.shape import Call, ResourceType

HUB = ResourceType(
    name="AWS::SecurityHub::Hub",
    id="ARN",
    arn="ARN",
    live=Call(
        "securityhub",
        "describe_hub",
        absent=("InvalidAccessException", "ResourceNotFoundException"),  # as long as it is off
    ),
    spelling="identity",
    rename={"HubArn": "ARN"},
    recorded=False,
)
