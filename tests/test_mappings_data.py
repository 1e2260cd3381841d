"""Clusters, tables, secrets and keys: what templates and Terraform say of them."""

import pytest
from mappings import (
    assert_says,
    assert_stays_unresolved,
    configuration,
    named,
    resource,
    supplementary,
)

from scanner.unresolved import Unresolved

SAME = {
    "cluster": (
        resource(
            "AWS::RDS::DBCluster",
            DBClusterIdentifier="c",
            Engine="aurora-mysql",
            Port="3306",
            VpcSecurityGroupIds=["sg-1"],
            DBSubnetGroupName="s",
            DeletionProtection="true",
        ),
        resource(
            "aws_rds_cluster",
            cluster_identifier="c",
            engine="aurora-mysql",
            engine_mode="provisioned",
            port=3306,
            vpc_security_group_ids=["sg-1"],
            db_subnet_group_name="s",
            deletion_protection=True,
            restore_to_point_in_time=[],
        ),
        {
            "dbclusterIdentifier": "c",
            "engine": "aurora-mysql",
            "port": 3306,
            "vpcSecurityGroups": [{"vpcSecurityGroupId": "sg-1"}],
            "dbsubnetGroup": "s",
            "deletionProtection": True,
            "storageEncrypted": False,
            "backupRetentionPeriod": 1,
            "iamdatabaseAuthenticationEnabled": False,
        },
    ),
    "table": (
        resource(
            "AWS::DynamoDB::Table",
            TableName="d",
            BillingMode="PAY_PER_REQUEST",
            SSESpecification={"SSEEnabled": "true", "KMSMasterKeyId": "arn:k"},
        ),
        resource(
            "aws_dynamodb_table",
            name="d",
            billing_mode="PAY_PER_REQUEST",
            server_side_encryption=[{"enabled": True, "kms_key_arn": "arn:k"}],
        ),
        {
            "tableName": "d",
            "deletionProtectionEnabled": False,
            "ssedescription": {"status": "ENABLED", "ssetype": "KMS", "kmsmasterKeyArn": "arn:k"},
        },
    ),
    "files": (
        resource(
            "AWS::EFS::FileSystem",
            Encrypted="true",
            KmsKeyId="arn:k",
            BackupPolicy={"Status": "ENABLED"},
        ),
        resource(
            "aws_efs_file_system", encrypted=True, kms_key_id="arn:k", availability_zone_name="a"
        ),
        {
            "Encrypted": True,
            "KmsKeyId": "arn:k",
            "PerformanceMode": "generalPurpose",
            "ThroughputMode": "bursting",
            "BackupPolicy": {"Status": "ENABLED"},
        },
    ),
    "secret": (
        resource("AWS::SecretsManager::Secret", Name="s", KmsKeyId="k"),
        resource("aws_secretsmanager_secret", name="s", kms_key_id="k"),
        {"Name": "s", "KMSKeyId": "k", "RotationEnabled": False},
    ),
    "alias": (
        resource("AWS::KMS::Alias", AliasName="alias/a", TargetKeyId="k"),
        resource("aws_kms_alias", name="alias/a", target_key_id="k"),
        {"AliasName": "alias/a", "TargetKeyId": "k"},
    ),
}


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_template_and_a_plan_say_what_config_records(template, plan, recorded):
    assert_says(configuration(template), recorded)
    assert_says(configuration(plan), recorded)


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_field_that_only_deployment_decides_stays_unresolved(template, plan, recorded):
    assert_stays_unresolved(template, recorded)
    assert_stays_unresolved(plan, recorded)


def test_a_cluster_from_a_snapshot_is_encrypted_as_that_is():
    found = configuration(resource("AWS::RDS::DBCluster", SnapshotIdentifier="s"))
    assert type(found["storageEncrypted"]) is Unresolved
    found = configuration(resource("aws_rds_cluster", engine_mode="serverless"))
    assert found["storageEncrypted"] is True


def test_a_tables_backups_are_off_unless_it_says_otherwise():
    on = {"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True}}
    for said, expected in (({}, "DISABLED"), (on, "ENABLED")):
        found = supplementary(resource("AWS::DynamoDB::Table", **said))
        recovery = found["ContinuousBackupsDescription"]["pointInTimeRecoveryDescription"]
        assert recovery["pointInTimeRecoveryStatus"] == expected


def test_a_secret_with_a_schedule_is_rotated():
    secret = resource("AWS::SecretsManager::Secret", "Secret", Name="s")
    schedule = resource(
        "AWS::SecretsManager::RotationSchedule",
        "Schedule",
        SecretId=named("Secret", "AWS::SecretsManager::Secret", "Ref"),
        RotationRules={"AutomaticallyAfterDays": "30"},
    )
    found = configuration(secret, schedule)
    assert found["RotationEnabled"] is True
    assert found["RotationRules"] == {"AutomaticallyAfterDays": 30}
