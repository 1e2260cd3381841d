"""EFS: file systems, which AWS Config records as CloudFormation writes them."""

from typing import Final

from scanner.shape import Call, Given, ResourceType, Spelt, pascal, same

_PAGE: Final = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-efs-filesystem.html"
)
_PROVIDER: Final = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_GUIDE: Final = "https://docs.aws.amazon.com/efs/latest/ug/"

_BACKUPS: Final = Given(form="file_backups", source=f"{_GUIDE}awsbackup.html")


def _encrypted(by: str) -> Given:
    """Whether it is encrypted: unless the console makes it, only where that is said."""
    return Given(by=by, default=False, source=f"{_GUIDE}encryption-at-rest.html")


def _performance(by: str, source: str) -> Given:
    return Given(by=by, default="generalPurpose", source=source)


FILE_SYSTEM = ResourceType(
    name="AWS::EFS::FileSystem",
    id="FileSystemId",
    arn="Arn",
    live=Call("efs", "describe_file_systems", "FileSystems[]"),
    more={
        "configuration.BackupPolicy": Call(
            "efs",
            "describe_backup_policy",
            "BackupPolicy",
            each={"FileSystemId": "FileSystemId"},
            absent=("PolicyNotFound",),
        ),
        "configuration.LifecyclePolicies": Call(
            "efs",
            "describe_lifecycle_configuration",
            "LifecyclePolicies",
            each={"FileSystemId": "FileSystemId"},
        ),
    },
    spelling="identity",
    rename={"FileSystemArn": "Arn"},
    cloudformation=(
        Spelt(
            kind="AWS::EFS::FileSystem",
            fields={
                **same("KmsKeyId", "LifecyclePolicies"),
                "configuration.Encrypted": _encrypted("Encrypted"),
                "configuration.PerformanceMode": _performance("PerformanceMode", _PAGE),
                "configuration.ThroughputMode": Given(
                    by="ThroughputMode", default="bursting", source=_PAGE
                ),
                "configuration.BackupPolicy": _BACKUPS,
            },
            refers={"Ref": "FileSystemId", "FileSystemId": "FileSystemId", "Arn": "Arn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_efs_file_system",
            fields={
                **pascal("kms_key_id"),
                "configuration.Encrypted": _encrypted("encrypted"),
                "configuration.PerformanceMode": _performance(
                    "performance_mode", _PROVIDER.format("efs_file_system")
                ),
                "configuration.ThroughputMode": Given(
                    by="throughput_mode",
                    default="bursting",
                    source=_PROVIDER.format("efs_file_system"),
                ),
                "configuration.BackupPolicy": _BACKUPS,
            },
            refers={"id": "FileSystemId", "arn": "Arn"},
        ),
        Spelt(
            kind="aws_efs_backup_policy",
            part_of="file_system_id",
            fields={"configuration.BackupPolicy": "backup_policy"},
        ),
    ),
)
