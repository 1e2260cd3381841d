"""ECS: what tasks are made of."""

from scanner.shape import Call, ResourceType

TASK_DEFINITION = ResourceType(
    name="AWS::ECS::TaskDefinition",
    id="TaskDefinitionArn",
    arn="TaskDefinitionArn",
    live=Call("ecs", "list_task_definitions", "taskDefinitionArns[]"),
    detail=Call("ecs", "describe_task_definition", "taskDefinition", each={"taskDefinition": "@"}),
    spelling="upperFirst",
)
