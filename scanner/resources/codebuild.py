"""CodeBuild: projects, which templates and Terraform spell nearly as AWS Config does."""

from typing import Any

from scanner.shape import Call, Given, ResourceType, Spelt, camel, lowered

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/codebuild_project.html.markdown"
_LOGGED: Any = {"cloudWatchLogs": {"status": "ENABLED"}, "s3Logs": {"status": "DISABLED"}}
"""https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html"""


def _logs(by: str, source: str) -> Given:
    return Given(by=by, form="build_logs", default=_LOGGED, source=source)


PROJECT = ResourceType(
    name="AWS::CodeBuild::Project",
    id="arn",
    label="name",
    arn="arn",
    live=Call("codebuild", "list_projects", "projects[]"),
    detail=Call("codebuild", "batch_get_projects", "projects[]", each={"names[]": "@"}),
    rename={"buildspec": "buildSpec", "queuedTimeoutInMinutes": "queuedtimeoutInMinutes"},
    extra={
        "configuration.buildBatchConfig.timeoutInMins": "integer",
        "configuration.vpcConfig.subnets": "any",  # ids from the API, objects in AWS Config
    },
    cloudformation=(
        Spelt(
            kind="AWS::CodeBuild::Project",
            fields={
                **lowered("Name", "Description", "ServiceRole", "EncryptionKey"),
                "configuration.source": Given(by="Source", form="build_source"),
                "configuration.secondarySources": Given(
                    by="SecondarySources", default=[], form="build_sources"
                ),
                "configuration.artifacts": Given(by="Artifacts", form="build_artifacts"),
                "configuration.secondaryArtifacts": Given(
                    by="SecondaryArtifacts", default=[], form="several_artifacts"
                ),
                "configuration.environment": Given(by="Environment", form="build_environment"),
                "configuration.logsConfig": _logs("LogsConfig", _PAGE),
            },
            refers={"Ref": "name", "Arn": "arn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_codebuild_project",
            fields={
                **camel("name", "description", "service_role", "encryption_key"),
                "configuration.source": Given(by="source", form="build_source"),
                "configuration.secondarySources": Given(
                    by="secondary_sources", default=[], form="build_sources"
                ),
                "configuration.artifacts": Given(by="artifacts", form="build_artifacts"),
                "configuration.secondaryArtifacts": Given(
                    by="secondary_artifacts", default=[], form="several_artifacts"
                ),
                "configuration.environment": Given(by="environment", form="build_environment"),
                "configuration.logsConfig": _logs("logs_config", _PROVIDER),
            },
            refers={"id": "arn", "arn": "arn", "name": "name"},
        ),
    ),
)
