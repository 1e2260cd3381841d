"""What a build project says of its source, environment, artifacts and logs."""

from collections.abc import Mapping
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, only, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_TYPE: Final = "AWS::CodeBuild::Project"
_SOURCE: Final = {
    "type": ("Type", "type"),
    "location": ("Location", "location"),
    "sourceIdentifier": ("SourceIdentifier", "source_identifier"),
}
_ARTIFACTS: Final = {
    "type": ("Type", "type"),
    "location": ("Location", "location"),
    "name": ("Name", "name"),
    "artifactIdentifier": ("ArtifactIdentifier", "artifact_identifier"),
}
_ENVIRONMENT: Final = {
    "type": ("Type", "type"),
    "image": ("Image", "image"),
    "computeType": ("ComputeType", "compute_type"),
}
_BUCKET: Final = {"location": ("Location", "location")}
_GROUP: Final = {
    "groupName": ("GroupName", "group_name"),
    "streamName": ("StreamName", "stream_name"),
}


def build_source(node: Node, about: About) -> Node:
    """Where the code comes from."""
    return _made(node, _SOURCE, "source")


def build_sources(node: Node, about: About) -> Node:
    """Where further code comes from."""
    return Node([build_source(each, about) for each in elements(node)], node.at)


def build_artifacts(node: Node, about: About) -> Node:
    """What a build leaves, encrypted unless it says not.

    https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html
    """
    off = _or(said(node, "EncryptionDisabled", "encryption_disabled"), False)
    return _made(node, _ARTIFACTS, "artifacts", encryptionDisabled=off)


def several_artifacts(node: Node, about: About) -> Node:
    """What a build leaves besides."""
    return Node([build_artifacts(each, about) for each in elements(node)], node.at)


def build_environment(node: Node, about: About) -> Node:
    """What a build runs in: not privileged unless it says so, its variables in plain text.

    https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html
    """
    privileged = _or(said(node, "PrivilegedMode", "privileged_mode"), False)
    variables = said(node, "EnvironmentVariables", "environment_variable")
    told = Node([_variable(each) for each in elements(variables)], variables.at)
    more = {"privilegedMode": privileged, "environmentVariables": told}
    return _made(node, _ENVIRONMENT, "environment", **more)


def _variable(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    kind = _or(said(node, "Type", "type"), "PLAINTEXT")
    members = {"name": said(node, "Name", "name"), "value": said(node, "Value", "value")}
    return Node({**members, "type": kind}, node.at)


def build_logs(node: Node, about: About) -> Node:
    """Where a build logs: to CloudWatch unless it says not, to a bucket only if it says so.

    https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
    """
    group = said(node, "CloudWatchLogs", "cloudwatch_logs")
    bucket = said(node, "S3Logs", "s3_logs")
    off = _or(said(bucket, "EncryptionDisabled", "encryption_disabled"), False)
    members = {
        "cloudWatchLogs": _made(
            group, _GROUP, "logsConfig.cloudWatchLogs", status=_status(group, "ENABLED")
        ),
        "s3Logs": _made(
            bucket,
            _BUCKET,
            "logsConfig.s3Logs",
            status=_status(bucket, "DISABLED"),
            encryptionDisabled=off,
        ),
    }
    return Node(members, node.at)


def _status(node: Node, default: str) -> Node:
    return _or(said(node, "Status", "status"), default)


def _or(node: Node, default: Any) -> Node:
    return Node(default) if node.value is None else node


def _made(node: Node, names: Mapping[str, tuple[str, ...]], field: str, **more: Node) -> Node:
    """An object of these members, with others that are made already."""
    here = only(node)
    if isinstance(here.value, Unresolved):
        return here
    told = {ours: said(here, *theirs) for ours, theirs in names.items()}
    whole = Node({**without_nulls(told), **more}, node.at)
    return of_kinds(whole, _TYPE, f"configuration.{field}")
