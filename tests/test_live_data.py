"""Buckets, databases, tables, queues, files and secrets, made in moto and judged by a live scan."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, session
from botocore.awsrequest import AWSResponse

from scanner import load
from scanner.clock import utc
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE = "us-east-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/data/family.yaml").read_text())
FILES = [each for each in ROOT.glob("rules/*/*.yaml") if each.stem in FAMILY["rules"]]
RULES = load.rules(sorted(map(str, FILES)))
NOW = datetime.now(UTC) + timedelta(hours=1)
EVERYBODY = {"Effect": "Allow", "Principal": "*"}
FLAGS = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
ALL_USERS = 'uri="http://acs.amazonaws.com/groups/global/AllUsers"'

# Making it


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def furnish():
    key = client("kms").create_key()["KeyMetadata"]["Arn"]
    good_bucket(client("s3"), key)
    bad_buckets(client("s3"))
    databases(client("rds"), key)
    clusters(client("rds"), key)
    files(client("efs"), key)
    tables(client("dynamodb"), key)
    secrets(client("secretsmanager"), key)
    queues(client("sqs"), key)


def good_bucket(s3, key):
    s3.create_bucket(Bucket="records", ObjectLockEnabledForBucket=True)
    s3.put_public_access_block(
        Bucket="records", PublicAccessBlockConfiguration=dict.fromkeys(FLAGS, True)
    )
    default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}
    s3.put_bucket_encryption(
        Bucket="records",
        ServerSideEncryptionConfiguration={
            "Rules": [{"ApplyServerSideEncryptionByDefault": default}]
        },
    )
    s3.put_bucket_versioning(Bucket="records", VersioningConfiguration={"Status": "Enabled"})
    retention = {"Mode": "GOVERNANCE", "Days": 30}
    s3.put_object_lock_configuration(
        Bucket="records",
        ObjectLockConfiguration={
            "ObjectLockEnabled": "Enabled",
            "Rule": {"DefaultRetention": retention},
        },
    )
    former = {"NoncurrentVersionExpiration": {"NoncurrentDays": 90}, "Filter": {"Prefix": ""}}
    s3.put_bucket_lifecycle_configuration(
        Bucket="records",
        LifecycleConfiguration={"Rules": [{"ID": "former", "Status": "Enabled", **former}]},
    )
    logged_and_copied(s3)
    denied = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": ["arn:aws:s3:::records", "arn:aws:s3:::records/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    s3.put_bucket_policy(Bucket="records", Policy=policy(denied))


def logged_and_copied(s3):
    """Access logs and copies of the good bucket, in another one that is not looked at here."""
    s3.create_bucket(Bucket="elsewhere")
    s3.put_bucket_versioning(Bucket="elsewhere", VersioningConfiguration={"Status": "Enabled"})
    writing = {"Service": "logging.s3.amazonaws.com"}
    allowed = {"Effect": "Allow", "Principal": writing, "Action": "s3:PutObject"}
    s3.put_bucket_policy(
        Bucket="elsewhere", Policy=policy({**allowed, "Resource": "arn:aws:s3:::elsewhere/*"})
    )
    s3.put_bucket_logging(
        Bucket="records",
        BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "elsewhere", "TargetPrefix": "r/"}},
    )
    rule = {"ID": "all", "Status": "Enabled", "Priority": 1, "Filter": {"Prefix": ""}}
    to = {"Destination": {"Bucket": "arn:aws:s3:::elsewhere"}}
    s3.put_bucket_replication(
        Bucket="records",
        ReplicationConfiguration={
            "Role": f"arn:aws:iam::{ACCOUNT}:role/replication",
            "Rules": [{**rule, **to, "DeleteMarkerReplication": {"Status": "Disabled"}}],
        },
    )


def bad_buckets(s3):
    s3.create_bucket(Bucket="site")
    everything = {"Action": "s3:*", "Resource": ["arn:aws:s3:::site", "arn:aws:s3:::site/*"]}
    s3.put_bucket_policy(Bucket="site", Policy=policy({**EVERYBODY, **everything}))
    s3.create_bucket(Bucket="listed")
    s3.put_bucket_acl(Bucket="listed", GrantRead=ALL_USERS, GrantWrite=ALL_USERS)


def databases(rds, key):
    common = {"DBInstanceClass": "db.m5.large", "AllocatedStorage": 20}
    password = {"MasterUserPassword": "correct-horse"}
    rds.create_db_instance(
        DBInstanceIdentifier="ledger",
        Engine="postgres",
        MasterUsername="keeper",
        StorageEncrypted=True,
        KmsKeyId=key,
        MultiAZ=True,
        BackupRetentionPeriod=7,
        DeletionProtection=True,
        EnableIAMDatabaseAuthentication=True,
        EnableCloudwatchLogsExports=["postgresql", "upgrade"],
        MonitoringInterval=60,
        MonitoringRoleArn=f"arn:aws:iam::{ACCOUNT}:role/monitoring",
        **common,
        **password,
    )
    rds.create_db_instance(
        DBInstanceIdentifier="drafts",
        Engine="mysql",
        MasterUsername="admin",
        BackupRetentionPeriod=0,
        AutoMinorVersionUpgrade=False,
        **common,
        **password,
    )
    for name in ("ledger", "drafts"):
        rds.create_db_snapshot(DBSnapshotIdentifier=f"{name}-1", DBInstanceIdentifier=name)
    rds.modify_db_snapshot_attribute(
        DBSnapshotIdentifier="drafts-1", AttributeName="restore", ValuesToAdd=["all"]
    )


def clusters(rds, key):
    password = {"MasterUserPassword": "correct-horse"}
    rds.create_db_cluster(
        DBClusterIdentifier="orders",
        Engine="aurora-postgresql",
        MasterUsername="keeper",
        StorageEncrypted=True,
        KmsKeyId=key,
        DeletionProtection=True,
        EnableIAMDatabaseAuthentication=True,
        EnableCloudwatchLogsExports=["postgresql"],
        **password,
    )
    rds.create_db_cluster(
        DBClusterIdentifier="trials", Engine="aurora-mysql", MasterUsername="admin", **password
    )
    for name in ("orders", "trials"):
        rds.create_db_cluster_snapshot(
            DBClusterSnapshotIdentifier=f"{name}-1", DBClusterIdentifier=name
        )
    rds.modify_db_cluster_snapshot_attribute(
        DBClusterSnapshotIdentifier="trials-1", AttributeName="restore", ValuesToAdd=["all"]
    )


def files(efs, key):
    efs.create_file_system(CreationToken="a", Encrypted=True, KmsKeyId=key, Backup=True)
    efs.create_file_system(CreationToken="b", Encrypted=False)


def tables(dynamodb, key):
    common = {
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    }
    dynamodb.create_table(
        TableName="carts",
        SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key},
        DeletionProtectionEnabled=True,
        **common,
    )
    on = {"PointInTimeRecoveryEnabled": True}
    dynamodb.update_continuous_backups(TableName="carts", PointInTimeRecoverySpecification=on)
    dynamodb.create_table(TableName="scraps", **common)


def secrets(secretsmanager, key):
    secretsmanager.create_secret(Name="rotated", SecretString="s", KmsKeyId=key)
    secretsmanager.get_secret_value(SecretId="rotated")
    secretsmanager.rotate_secret(SecretId="rotated", RotationRules={"AutomaticallyAfterDays": 30})
    secretsmanager.create_secret(Name="forgotten", SecretString="s")


def queues(sqs, key):
    sqs.create_queue(QueueName="shipments", Attributes={"KmsMasterKeyId": key})
    name = f"arn:aws:sqs:{HERE}:{ACCOUNT}:leaks"
    opened = policy({**EVERYBODY, "Action": "sqs:SendMessage", "Resource": name})
    attributes = {"SqsManagedSseEnabled": "false", "Policy": opened}
    sqs.create_queue(QueueName="leaks", Attributes=attributes)


# What the server does not play


def with_block(of, on, mfa=True):
    """A session in which the account blocks public access so, and the good bucket asks for MFA."""
    flags = "".join(f"<{each}>{str(on).lower()}</{each}>" for each in FLAGS)
    block = f"<PublicAccessBlockConfiguration>{flags}</PublicAccessBlockConfiguration>"
    of.events.register(
        "before-send.s3-control.GetPublicAccessBlock", lambda request, **_: answer(request, block)
    )
    asked = "<Status>Enabled</Status><MfaDelete>Enabled</MfaDelete>"
    versioning = f"<VersioningConfiguration>{asked}</VersioningConfiguration>"
    of.events.register(
        "before-send.s3.GetBucketVersioning",
        lambda request, **_: answer(request, versioning) if "records" in request.url else None,
    )
    return of


def answer(request, body):
    response = AWSResponse(request.url, 200, {}, None)
    response._content = body.encode()
    return response


# Judging it


def judged(given, now):
    """The verdicts of each rule by the name of what it judged."""
    found = {each.id: {} for each in RULES}
    with scanned(RULES, given, clock=lambda: utc(now)) as scan:
        for each in scan.findings:
            found[each.rule.id][called(each.resource)] = str(each.verdict)
    return found


def called(resource):
    return resource.name or resource.id.rpartition("/")[2]


def read(of):
    with Pool(Clients(attempts=1)) as pool:
        wanted = collections(needs_of(RULES))
        return list(read_account(of, ACCOUNT, (HERE,), wanted, pool))


@pytest.fixture(scope="module")
def world():
    """What rules say of the account: open, closed as a whole, and a hundred days later."""
    with aws():
        furnish()
        given = read(with_block(session(), on=False))
        blocked = read(with_block(session(), on=True))
        yield {
            "open": judged(given, NOW),
            "closed": judged(blocked, NOW),
            "later": judged(given, NOW + timedelta(days=100)),
        }


OF_RESOURCES = {
    "dynamodb-deletion-protection": {"carts": "pass", "scraps": "fail"},
    "dynamodb-kms": {"carts": "pass", "scraps": "fail"},
    "dynamodb-pitr": {"carts": "pass", "scraps": "fail"},
    "rds-admin-name": {"ledger": "pass", "drafts": "fail"},
    "rds-backed-up": {"ledger": "pass", "drafts": "fail"},
    "rds-cluster-admin-name": {"orders": "pass", "trials": "fail"},
    "rds-cluster-backed-up": {"orders": "pass", "trials": "pass"},
    "rds-cluster-deletion-protection": {"orders": "pass", "trials": "fail"},
    "rds-cluster-encrypted": {"orders": "pass", "trials": "fail"},
    "rds-cluster-iam-authentication": {"orders": "pass", "trials": "fail"},
    "rds-cluster-logs-exported": {"orders": "pass", "trials": "fail"},
    "rds-cluster-multi-az": {"orders": "fail", "trials": "fail"},
    "rds-cluster-snapshot-encrypted": {"orders-1": "pass", "trials-1": "fail"},
    "rds-cluster-snapshot-not-public": {"orders-1": "pass", "trials-1": "fail"},
    "rds-deletion-protection": {"ledger": "pass", "drafts": "fail"},
    "rds-encrypted": {"ledger": "pass", "drafts": "fail"},
    "rds-enhanced-monitoring": {"ledger": "pass", "drafts": "fail"},
    "rds-iam-authentication": {"ledger": "pass", "drafts": "fail"},
    "rds-logs-exported": {"ledger": "pass", "drafts": "fail"},
    "rds-minor-upgrades": {"ledger": "pass", "drafts": "fail"},
    "rds-multi-az": {"ledger": "pass", "drafts": "fail"},
    "rds-snapshot-encrypted": {"ledger-1": "pass", "drafts-1": "fail"},
    "rds-snapshot-not-public": {"ledger-1": "pass", "drafts-1": "fail"},
    "s3-bucket-encrypted": {"records": "pass", "site": "fail"},
    "s3-bucket-kms": {"records": "pass", "site": "fail"},
    "s3-bucket-lifecycle": {"records": "pass", "site": "fail"},
    "s3-bucket-logged": {"records": "pass", "site": "fail"},
    "s3-bucket-mfa-delete": {"records": "pass", "site": "fail"},
    "s3-bucket-no-acls": {"records": "pass", "site": "pass", "listed": "fail"},
    "s3-bucket-no-foreign-administration": {"records": "pass", "listed": "pass", "site": "fail"},
    "s3-bucket-no-public-read": {"records": "pass", "site": "fail", "listed": "fail"},
    "s3-bucket-no-public-write": {"records": "pass", "site": "fail", "listed": "fail"},
    "s3-bucket-object-lock": {"records": "pass", "site": "fail"},
    "s3-bucket-policy-grantees": {"records": "pass", "site": "fail", "elsewhere": "fail"},
    "s3-bucket-public-access-block": {"records": "pass", "site": "fail"},
    "s3-bucket-replicated": {"records": "pass", "site": "fail"},
    "s3-bucket-tls-only": {"records": "pass", "site": "fail"},
    "s3-bucket-version-lifecycle": {"records": "pass", "elsewhere": "fail"},
    "s3-bucket-versioned": {"records": "pass", "site": "fail"},
    "secretsmanager-cmk": {"rotated": "pass", "forgotten": "fail"},
    "secretsmanager-rotated-lately": {"rotated": "pass", "forgotten": "pass"},
    "secretsmanager-rotation": {"rotated": "pass", "forgotten": "fail"},
    "secretsmanager-rotation-works": {"rotated": "pass"},
    "secretsmanager-used": {"rotated": "pass", "forgotten": "pass"},
    "sqs-encrypted": {"shipments": "pass", "leaks": "fail"},
    "sqs-not-public": {"shipments": "pass", "leaks": "fail"},
}
OF_FILES = {"efs-backed-up", "efs-encrypted"}
OF_TIME = {
    "secretsmanager-rotated-lately": {"rotated": "fail", "forgotten": "fail"},
    "secretsmanager-rotation-works": {"rotated": "fail"},
    "secretsmanager-used": {"rotated": "fail", "forgotten": "fail"},
}
BLOCK = "s3-account-public-access-block"
NOT_BOTH = {
    "rds-cluster-backed-up": "RDS keeps each cluster's backups for a day at least",
    "rds-cluster-multi-az": "moto has every cluster in one zone",
}
"""Rules that only pass, or only fail, in what moto can be made to have."""


def test_every_rule_of_the_family_is_judged_here():
    assert set(FAMILY["rules"]) == {each.id for each in RULES}
    assert set(FAMILY["rules"]) == OF_RESOURCES.keys() | OF_FILES | {BLOCK}


def test_every_rule_passes_on_one_and_fails_on_another():
    one_sided = {id for id, each in OF_RESOURCES.items() if set(each.values()) != {"pass", "fail"}}
    assert one_sided == NOT_BOTH.keys() | OF_TIME.keys()


@pytest.mark.parametrize("id", OF_RESOURCES)
def test_each_resource_gets_its_own_verdict(id, world):
    assert OF_RESOURCES[id].items() <= world["open"][id].items()


@pytest.mark.parametrize("id", sorted(OF_FILES))
def test_of_two_file_systems_one_is_as_it_should_be(id, world):
    assert sorted(world["open"][id].values()) == ["fail", "pass"]


@pytest.mark.parametrize("id", OF_TIME)
def test_what_nobody_touches_grows_old(id, world):
    assert world["later"][id] == OF_TIME[id]


def test_the_account_blocks_public_access_or_does_not(world):
    assert list(world["open"][BLOCK].values()) == ["fail"]
    assert list(world["closed"][BLOCK].values()) == ["pass"]


@pytest.mark.parametrize("id", ["s3-bucket-no-public-read", "s3-bucket-no-public-write"])
def test_no_bucket_is_public_in_an_account_that_blocks_it(id, world):
    assert set(world["closed"][id].values()) == {"pass"}
