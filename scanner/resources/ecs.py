"""ECS: what tasks are made of."""

from scanner.shape import Call, Given, ResourceType, Spelt, same

_PAGE = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html"

TASK_DEFINITION = ResourceType(
    name="AWS::ECS::TaskDefinition",
    id="TaskDefinitionArn",
    arn="TaskDefinitionArn",
    live=Call("ecs", "list_task_definitions", "taskDefinitionArns[]"),
    detail=Call("ecs", "describe_task_definition", "taskDefinition", each={"taskDefinition": "@"}),
    spelling="upperFirst",
    cloudformation=(
        Spelt(
            kind="AWS::ECS::TaskDefinition",
            fields={
                **same("Family", "TaskRoleArn", "ExecutionRoleArn", "PidMode", "IpcMode"),
                "configuration.ContainerDefinitions": Given(by="ContainerDefinitions", default=[]),
                "configuration.NetworkMode": Given(
                    by="NetworkMode", default="bridge", source=_PAGE
                ),
            },
            refers={"TaskDefinitionArn": "TaskDefinitionArn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_ecs_task_definition",
            fields={
                "configuration.Family": "family",
                "configuration.TaskRoleArn": "task_role_arn",
                "configuration.ExecutionRoleArn": "execution_role_arn",
                "configuration.PidMode": "pid_mode",
                "configuration.IpcMode": "ipc_mode",
                "configuration.ContainerDefinitions": Given(
                    by="container_definitions", form="containers_of_text"
                ),
                "configuration.NetworkMode": Given(
                    by="network_mode", default="bridge", source=_PAGE
                ),
            },
            refers={"id": "Family", "family": "Family", "arn": "TaskDefinitionArn"},
        ),
    ),
)
