"""CloudTrail records of a made-up account: mostly what machines read all day, some writes."""

import gzip
import json
import random
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ACCOUNT = "111122223333"
REGIONS = ["eu-west-1"] * 8 + ["us-east-1"] * 3 + ["eu-central-1"]
START = datetime(2026, 11, 1, tzinfo=UTC)

READS = [
    ("ec2", "DescribeInstances", {"instancesSet": {}, "filterSet": {}}),
    ("ec2", "DescribeNetworkInterfaces", {"filterSet": {"items": [{"name": "group-id"}]}}),
    (
        "sts",
        "AssumeRole",
        {"roleArn": f"arn:aws:iam::{ACCOUNT}:role/worker", "durationSeconds": 900},
    ),
    ("kms", "Decrypt", {"encryptionContext": {"aws:s3:arn": "arn:aws:s3:::app-data"}}),
    ("s3", "GetBucketAcl", {"bucketName": "app-data", "Host": "app-data.s3.amazonaws.com"}),
    ("s3", "ListBuckets", {"Host": "s3.amazonaws.com"}),
    ("logs", "DescribeLogStreams", {"logGroupName": "/aws/lambda/worker"}),
    ("monitoring", "DescribeAlarms", {"maxRecords": 100}),
    ("elasticloadbalancing", "DescribeTargetHealth", {"targetGroupArn": "arn:aws:elastic"}),
    (
        "ssm",
        "UpdateInstanceInformation",
        {"instanceId": "i-0a1b2c3d4e5f60718", "agentStatus": "Active"},
    ),
    ("dynamodb", "DescribeTable", {"tableName": "orders"}),
    ("sts", "GetCallerIdentity", None),
    ("iam", "GetRole", {"roleName": "worker"}),
    ("rds", "DescribeDBInstances", None),
    ("config", "PutEvaluations", {"testMode": False}),
]
WRITES = [
    ("ec2", "RunInstances", {"instanceType": "m7g.large", "minCount": 1, "maxCount": 1}),
    ("ec2", "TerminateInstances", {"instancesSet": {"items": [{"instanceId": "i-0a1b2c3d"}]}}),
    (
        "ec2",
        "AuthorizeSecurityGroupIngress",
        {
            "groupId": "sg-0a1b2c3d",
            "ipPermissions": {
                "items": [
                    {
                        "ipProtocol": "tcp",
                        "fromPort": 443,
                        "toPort": 443,
                        "ipRanges": {"items": [{"cidrIp": "10.0.0.0/8"}]},
                    }
                ]
            },
        },
    ),
    (
        "s3",
        "PutBucketPolicy",
        {"bucketName": "app-data", "bucketPolicy": {"Version": "2012-10-17"}},
    ),
    (
        "iam",
        "AttachRolePolicy",
        {"roleName": "worker", "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"},
    ),
    (
        "logs",
        "CreateLogStream",
        {"logGroupName": "/aws/lambda/worker", "logStreamName": "2026/11/01"},
    ),
    ("ec2", "CreateTags", {"resourcesSet": {"items": [{"resourceId": "i-0a1b2c3d"}]}}),
    ("ecs", "RegisterContainerInstance", {"cluster": "main"}),
]


def _identity(luck: random.Random, role: str) -> dict[str, Any]:
    if luck.random() < 0.1:
        user = luck.choice(["ci", "backup", "legacy-app"])
        return {
            "type": "IAMUser",
            "principalId": "AIDAJ45Q7YFFAREXAMPLE",
            "arn": f"arn:aws:iam::{ACCOUNT}:user/{user}",
            "accountId": ACCOUNT,
            "accessKeyId": f"AKIAIOSFODNN7{user.upper()[:7]:X<7}",
            "userName": user,
        }
    session = luck.randrange(5000)  # each is used for an hour or so
    key = f"ASIA{session * 7919:016X}"
    return {
        "type": "AssumedRole",
        "principalId": f"AROAIDPPEZS35WEXAMPLE:{role}",
        "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/i-{session * 104729:017x}",
        "accountId": ACCOUNT,
        "accessKeyId": key,
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role",
                "principalId": "AROAIDPPEZS35WEXAMPLE",
                "arn": f"arn:aws:iam::{ACCOUNT}:role/{role}",
                "accountId": ACCOUNT,
                "userName": role,
            },
            "attributes": {"creationDate": "2026-11-01T00:00:00Z", "mfaAuthenticated": "false"},
        },
    }


def record(luck: random.Random, moment: datetime) -> dict[str, Any]:
    """One record: one in fifty changes something, one in a hundred was refused."""
    writes = luck.random() < 0.02
    service, name, parameters = luck.choice(WRITES if writes else READS)
    region = luck.choice(REGIONS)
    refused = luck.random() < 0.01
    return {
        "eventVersion": "1.11",
        "userIdentity": _identity(
            luck, luck.choice(["worker", "deployer", "monitoring", "ecs-agent"])
        ),
        "eventTime": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "eventSource": f"{service}.amazonaws.com",
        "eventName": name,
        "awsRegion": region,
        "sourceIPAddress": f"10.{luck.randrange(4)}.{luck.randrange(64)}.{luck.randrange(16)}",
        "userAgent": "aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5 md/GOOS#linux md/GOARCH#arm64",
        **(
            {
                "errorCode": "AccessDenied",
                "errorMessage": f"not authorized to perform {service}:{name}",
            }
            if refused
            else {}
        ),
        "requestParameters": parameters,
        "responseElements": {"_return": True} if writes and not refused else None,
        "requestID": str(uuid.UUID(int=luck.getrandbits(128), version=4)),
        "eventID": str(uuid.UUID(int=luck.getrandbits(128), version=4)),
        "readOnly": not writes,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": ACCOUNT,
        "eventCategory": "Management",
        "tlsDetails": {
            "tlsVersion": "TLSv1.3",
            "cipherSuite": "TLS_AES_128_GCM_SHA256",
            "clientProvidedHostHeader": f"{service}.{region}.amazonaws.com",
        },
    }


def write(folder: Path, records: int, files: int) -> Iterator[Path]:
    """Log files as CloudTrail delivers them, each with as many records; their paths."""
    luck = random.Random(6)  # the same for each run
    each = records // files
    for number in range(files):
        moment = START + timedelta(minutes=5 * number)
        stamp = moment.strftime("%Y%m%dT%H%MZ")
        day = (
            folder / "AWSLogs" / ACCOUNT / "CloudTrail" / "eu-west-1" / moment.strftime("%Y/%m/%d")
        )
        day.mkdir(parents=True, exist_ok=True)
        path = day / f"{ACCOUNT}_CloudTrail_eu-west-1_{stamp}_{number:016d}.json.gz"
        text = json.dumps(
            {"Records": [record(luck, moment) for _ in range(each)]}, separators=(",", ":")
        )
        path.write_bytes(gzip.compress(text.encode(), 6))
        yield path


if __name__ == "__main__":
    for written in write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])):
        print(written)
