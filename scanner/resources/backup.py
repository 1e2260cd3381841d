"""AWS Backup: vaults."""

from scanner.shape import cloud_controlled

VAULT = cloud_controlled(
    "AWS::Backup::BackupVault",
    id="BackupVaultName",
    label="BackupVaultName",
    arn="BackupVaultArn",
    tagged="BackupVaultTags",
    shape={
        **dict.fromkeys(("BackupVaultArn", "BackupVaultName", "EncryptionKeyArn"), "string"),
        "AccessPolicy": "any",
        "BackupVaultTags": {"*": "string"},
        "LockConfiguration": dict.fromkeys(("MaxRetentionDays", "MinRetentionDays"), "integer"),
        "Notifications": {"BackupVaultEvents": ["string"], "SNSTopicArn": "string"},
    },
    behind=(
        "backup:DescribeBackupVault",
        "backup:GetBackupVaultAccessPolicy",
        "backup:GetBackupVaultNotifications",
        "backup:ListBackupVaults",
        "backup:ListTags",
    ),
)
