"""The story of examples/traceability-lab as CloudTrail would have recorded it.

`python -m tests.trail_story` writes the log files anew. Who did what, and why it matters, stands in
the lab's README.
"""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ACCOUNT, REGION = "111122223333", "eu-west-1"
TRIED = "i-0d1e2f3a4b5c6d7e8"
LAB = Path(__file__).parent.parent / "examples/traceability-lab"
VPC, DEFAULT = "vpc-0f50a8fd4a93174db", "sg-074aca5cd204bb552"
SERVERS, DATABASE, TO_DATABASE = (
    "sg-007fbe0642dd6c770",
    "sg-0075b871386eebada",
    "sg-051852d28f856d8f1",
)
PUBLIC_ACL, DATABASE_ACL = "acl-0c8a9b66e142cae8c", "acl-0535ef909be77df41"
OLD_KEY = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/c1a1e9cc-cef4-4057-83de-b4f90a19e36b"
NEW_KEY = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/e0db87c6-7e1f-4347-8fc5-2aeaeb81429f"
CLI = "aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0 lang/python#3.13.7"
CONSOLE = "AWS Internal"


def user(name: str, key: str, mfa: bool | None = None) -> dict[str, Any]:
    identity = {
        "type": "IAMUser",
        "principalId": f"AIDAEXAMPLE{name.upper()}",
        "arn": f"arn:aws:iam::{ACCOUNT}:user/{name}",
        "accountId": ACCOUNT,
        "accessKeyId": key,
        "userName": name,
    }
    if mfa is None:
        return identity
    attributes = {"creationDate": "2026-11-01T07:00:00Z", "mfaAuthenticated": str(mfa).lower()}
    return identity | {"sessionContext": {"attributes": attributes}}


def role(name: str, session: str, key: str, path: str = "/", **more: Any) -> dict[str, Any]:
    return {
        "type": "AssumedRole",
        "principalId": f"AROAEXAMPLE{name[:6].upper()}:{session}",
        "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/{session}",
        "accountId": ACCOUNT,
        "accessKeyId": key,
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role",
                "principalId": f"AROAEXAMPLE{name[:6].upper()}",
                "arn": f"arn:aws:iam::{ACCOUNT}:role{path}{name}",
                "accountId": ACCOUNT,
                "userName": name,
            },
            "attributes": {"creationDate": "2026-11-01T07:00:00Z", "mfaAuthenticated": "false"},
        },
        **more,
    }


ALICE = user("alice", "AKIAEXAMPLEALICE0001")
CAROL = user("carol", "ASIAEXAMPLECAROL0001", mfa=False)
MALLORY = user("mallory", "AKIAEXAMPLEMALLO0001")
BUILD = role("wa-deployer", "build", "ASIAEXAMPLEBUILD0001")
ARCHIVE = role("wa-deployer", "archive", "ASIAEXAMPLEARCHI0001")
MEND = role("wa-deployer", "mend", "ASIAEXAMPLEMEND00001")
SSO = "/aws-reserved/sso.amazonaws.com/eu-west-1/"
BOB = role("AWSReservedSSO_PowerUser_0a1b2c3d4e5f6071", "bob", "ASIAEXAMPLEBOB000001", SSO)
STACK = role(
    "wa-deployer", "build", "ASIAEXAMPLEBUILD0001", invokedBy="cloudformation.amazonaws.com"
)
STACKS = "cloudformation.amazonaws.com"
HOME, OFFICE, ABROAD = "198.51.100.7", "203.0.113.20", "192.0.2.77"


class Story:
    """Records in the order in which they happened; each is called what the tests call it."""

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = []
        self.ids: dict[str, str] = {}

    def tell(
        self,
        name: str,
        time: str,
        event: str,
        who: dict[str, Any],
        asked: Any = None,
        answered: Any = None,
        address: str = OFFICE,
        agent: str = CLI,
        **more: Any,
    ) -> None:
        number = len(self.records) + 1
        service, _, event = event.partition(":")
        self.ids[name] = f"{number:08x}-0000-4000-8000-{sum(name.encode()):012x}"
        record = {
            "eventVersion": "1.11",
            "userIdentity": who,
            "eventTime": time,
            "eventSource": f"{service}.amazonaws.com",
            "eventName": event,
            "awsRegion": REGION,
            "sourceIPAddress": address,
            "userAgent": agent,
            "requestParameters": asked,
            "responseElements": answered,
            "requestID": f"{number:08x}-1111-4111-8111-000000000000",
            "eventID": self.ids[name],
            "readOnly": event.startswith(("Describe", "Get", "List", "Assume")),
            "eventType": "AwsApiCall",
            "managementEvent": True,
            "recipientAccountId": ACCOUNT,
            "eventCategory": "Management",
        }
        self.records.append(record | more)

    def assumed(self, name: str, time: str, who: dict[str, Any], session: dict[str, Any]) -> None:
        """Somebody takes a role: the answer has the access key of the session."""
        issuer = session["sessionContext"]["sessionIssuer"]
        asked = {"roleArn": issuer["arn"], "roleSessionName": session["arn"].rpartition("/")[2]}
        answered = {
            "credentials": {
                "accessKeyId": session["accessKeyId"],
                "sessionToken": "<sensitiveDataRemoved>",
                "expiration": "Nov 26, 2026, 5:00:00 PM",
            },
            "assumedRoleUser": {"assumedRoleId": session["principalId"], "arn": session["arn"]},
        }
        resources = [{"accountId": ACCOUNT, "type": "AWS::IAM::Role", "ARN": issuer["arn"]}]
        self.tell(name, time, "sts:AssumeRole", who, asked, answered, resources=resources)


def permission(port: int, cidr: str = "", group: str = "", note: str = "") -> dict[str, Any]:
    """A permission as EC2's records have it; port -1 is all traffic."""
    ranged = {"cidrIp": cidr} | ({"description": note} if note else {})
    return {
        **({"ipProtocol": "-1"} if port < 0 else {"ipProtocol": "tcp", "fromPort": port}),
        **({} if port < 0 else {"toPort": port}),
        "groups": {"items": [{"groupId": group}]} if group else {},
        "ipRanges": {"items": [ranged]} if cidr else {},
        "ipv6Ranges": {},
        "prefixListIds": {},
    }


def of_group(group: str, *permissions: dict[str, Any]) -> dict[str, Any]:
    return {"groupId": group, "ipPermissions": {"items": list(permissions)}}


def entry(acl: str, number: int, cidr: str, egress: bool = False, **more: Any) -> dict[str, Any]:
    made = {
        "networkAclId": acl,
        "ruleNumber": number,
        "egress": egress,
        "ruleAction": "allow",
        "icmpTypeCode": {},
        "portRange": {},
        "aclProtocol": "-1",
        "cidrBlock": cidr,
    }
    return made | more


def trail(name: str, **more: Any) -> dict[str, Any]:
    arn = f"arn:aws:cloudtrail:{REGION}:{ACCOUNT}:trail/{name}"
    return {"name": name, "s3BucketName": f"wa-trail-{ACCOUNT}", **more, "trailARN": arn}


DONE = {"requestId": "00000000-1111-4111-8111-000000000000", "_return": True}


def built(story: Story) -> None:
    """5 October: the application is built."""
    tell = story.tell
    story.assumed("build-role", "2026-10-05T09:00:02Z", ALICE, BUILD)
    vpc = {"vpcId": VPC, "state": "pending", "cidrBlock": "10.100.0.0/16", "isDefault": False}
    tell(
        "vpc",
        "2026-10-05T09:01:10Z",
        "ec2:CreateVpc",
        STACK,
        {"cidrBlock": "10.100.0.0/16", "instanceTenancy": "default"},
        {"requestId": DONE["requestId"], "vpc": vpc},
        *(STACKS, STACKS),
    )
    for name, acl in (("public-acl", PUBLIC_ACL), ("database-acl", DATABASE_ACL)):
        tell(
            name,
            "2026-10-05T09:02:31Z",
            "ec2:CreateNetworkAcl",
            STACK,
            {"vpcId": VPC},
            {"networkAcl": {"networkAclId": acl, "vpcId": VPC, "default": False}},
            *(STACKS, STACKS),
        )
    for way, egress in (("in", False), ("out", True)):
        asked = entry(PUBLIC_ACL, 100, "0.0.0.0/0", egress)
        tell(
            f"public-{way}",
            "2026-10-05T09:02:40Z",
            "ec2:CreateNetworkAclEntry",
            STACK,
            asked,
            DONE,
            *(STACKS, STACKS),
        )
        ports = {"portRange": {"from": 3306, "to": 3306}, "aclProtocol": "6"}
        asked = entry(DATABASE_ACL, 100, "10.100.10.0/23", egress, **({} if egress else ports))
        tell(
            f"database-{way}",
            "2026-10-05T09:02:44Z",
            "ec2:CreateNetworkAclEntry",
            STACK,
            asked,
            DONE,
            *(STACKS, STACKS),
        )
    groups = (
        ("servers", "wa-asg-sg", SERVERS, "Application servers"),
        (
            "to-database",
            "wa-ec2-database-sg",
            TO_DATABASE,
            "Whoever wears it may talk to the database",
        ),
        ("database", "wa-database-sg", DATABASE, "The database"),
    )
    for name, called, group, why in groups:
        tell(
            f"{name}-group",
            "2026-10-05T09:03:12Z",
            "ec2:CreateSecurityGroup",
            STACK,
            {"groupName": called, "groupDescription": why, "vpcId": VPC},
            {**DONE, "groupId": group},
            *(STACKS, STACKS),
        )
    tell(
        "database-peers",
        "2026-10-05T09:03:20Z",
        "ec2:AuthorizeSecurityGroupIngress",
        STACK,
        of_group(DATABASE, permission(3306, group=TO_DATABASE)),
        DONE,
        *(STACKS, STACKS),
    )
    tell(
        "buckets",
        "2026-10-05T09:12:44Z",
        "s3:CreateBucket",
        STACK,
        {"bucketName": f"wa-trail-{ACCOUNT}", "Host": "s3.eu-west-1.amazonaws.com"},
        None,
        *(STACKS, STACKS),
    )
    tell(
        "trail",
        "2026-10-05T09:13:05Z",
        "cloudtrail:CreateTrail",
        BUILD,
        {
            "name": "wa-trail",
            "s3BucketName": f"wa-trail-{ACCOUNT}",
            "s3KeyPrefix": "trail",
            "isMultiRegionTrail": True,
            "enableLogFileValidation": True,
        },
        trail("wa-trail", isMultiRegionTrail=True, logFileValidationEnabled=True),
    )
    tell(
        "instance",
        "2026-10-05T09:12:44Z",
        "rds:CreateDBInstance",
        BUILD,
        {
            "dBInstanceIdentifier": "wa-database",
            "dBInstanceClass": "db.t3.micro",
            "engine": "mysql",
            "masterUsername": "admin",
            "masterUserPassword": "****",
            "publiclyAccessible": False,
            "dBSubnetGroupName": "wa-database",
            "vpcSecurityGroupIds": [DATABASE],
        },
        {"dBInstanceIdentifier": "wa-database", "dbiResourceId": "db-D3233E4A8EA03C2B6F6A37AAEC"},
    )


def spoilt(story: Story) -> None:
    """October and November: one thing after another is made worse."""
    tell = story.tell
    story.assumed("archive-role", "2026-10-21T13:20:00Z", ALICE, ARCHIVE)
    tell(
        "archive-trail",
        "2026-10-21T13:24:51Z",
        "cloudtrail:CreateTrail",
        ARCHIVE,
        {
            "name": "wa-archive-trail",
            "s3BucketName": f"wa-trail-{ACCOUNT}",
            "s3KeyPrefix": "archive",
            "enableLogFileValidation": True,
            "kmsKeyId": OLD_KEY,
        },
        trail(
            "wa-archive-trail",
            isMultiRegionTrail=False,
            logFileValidationEnabled=True,
            kmsKeyId=OLD_KEY,
        ),
    )
    tell(
        "ssh-refused",
        "2026-10-28T22:10:03Z",
        "ec2:AuthorizeSecurityGroupIngress",
        MALLORY,
        of_group(SERVERS, permission(22, "0.0.0.0/0")),
        None,
        ABROAD,
        errorCode="Client.UnauthorizedOperation",
        errorMessage="You are not authorized to perform this operation.",
    )
    tell(
        "ssh-tried",
        "2026-10-29T08:15:00Z",
        "ec2:AuthorizeSecurityGroupIngress",
        CAROL,
        of_group(SERVERS, permission(22, "0.0.0.0/0", note="ssh")),
        DONE,
        HOME,
    )
    tell(
        "ssh-closed",
        "2026-10-29T08:40:00Z",
        "ec2:RevokeSecurityGroupIngress",
        CAROL,
        of_group(SERVERS, permission(22, "0.0.0.0/0")),
        DONE,
        HOME,
    )
    tell(
        "ssh",
        "2026-11-03T19:52:37Z",
        "ec2:AuthorizeSecurityGroupIngress",
        CAROL,
        of_group(SERVERS, permission(22, "0.0.0.0/0", note="ssh, for now")),
        {**DONE, "securityGroupRuleSet": {"items": [{"groupId": SERVERS, "isEgress": False}]}},
        *(HOME, CONSOLE),
    )
    tell(
        "acl-replaced",
        "2026-11-05T10:31:09Z",
        "ec2:ReplaceNetworkAclEntry",
        BOB,
        entry(DATABASE_ACL, 100, "0.0.0.0/0"),
        DONE,
        agent=CONSOLE,
    )
    tell(
        "acl-replaced-out",
        "2026-11-05T10:31:40Z",
        "ec2:ReplaceNetworkAclEntry",
        BOB,
        entry(DATABASE_ACL, 100, "0.0.0.0/0", egress=True),
        DONE,
        agent=CONSOLE,
    )
    asked = {"dBInstanceIdentifier": "wa-database", "applyImmediately": True}
    answered = {
        "dBInstanceIdentifier": "wa-database",
        "dbiResourceId": "db-D3233E4A8EA03C2B6F6A37AAEC",
    }
    tell(
        "public",
        "2026-11-12T15:38:20Z",
        "rds:ModifyDBInstance",
        BOB,
        {**asked, "publiclyAccessible": True},
        {**answered, "publiclyAccessible": False, "pendingModifiedValues": {}},
        agent=CONSOLE,
    )
    for name, time, cidr in (
        ("first-half", "2026-11-12T15:41:02Z", "0.0.0.0/1"),
        ("second-half", "2026-11-12T15:43:55Z", "128.0.0.0/1"),
    ):
        tell(
            name,
            time,
            "ec2:AuthorizeSecurityGroupIngress",
            BOB,
            of_group(DATABASE, permission(3306, cidr, note="report tool")),
            DONE,
            agent=CONSOLE,
        )
    tell(
        "backups",
        "2026-11-13T09:00:41Z",
        "rds:ModifyDBInstance",
        BUILD,
        {**asked, "backupRetentionPeriod": 7},
        {**answered, "publiclyAccessible": True},
    )
    tell(
        "looked",
        "2026-11-14T11:00:00Z",
        "ec2:DescribeSecurityGroups",
        MALLORY,
        {"securityGroupSet": {"items": [{"groupId": DATABASE}]}, "filterSet": {}},
        None,
        ABROAD,
    )
    tell(
        "weakened",
        "2026-11-16T23:47:12Z",
        "cloudtrail:UpdateTrail",
        CAROL,
        {"name": "wa-trail", "isMultiRegionTrail": False, "enableLogFileValidation": False},
        trail("wa-trail", isMultiRegionTrail=False, logFileValidationEnabled=False),
        ABROAD,
    )
    tell(
        "stop-refused",
        "2026-11-16T23:48:30Z",
        "cloudtrail:StopLogging",
        CAROL,
        {"name": trail("wa-trail")["trailARN"]},
        None,
        ABROAD,
        errorCode="AccessDenied",
        errorMessage="User: carol is not authorized to perform: cloudtrail:StopLogging",
    )
    tell(
        "key-deleted",
        "2026-11-18T08:00:00Z",
        "kms:ScheduleKeyDeletion",
        CAROL,
        {"keyId": OLD_KEY.rpartition("/")[2], "pendingWindowInDays": 15},
        {
            "keyId": OLD_KEY,
            "keyState": "PendingDeletion",
            "deletionDate": "Dec 3, 2026, 8:00:00 AM",
        },
        ABROAD,
        resources=[{"accountId": ACCOUNT, "type": "AWS::KMS::Key", "ARN": OLD_KEY}],
    )


def mended(story: Story) -> None:
    """26 November: all of it is mended."""
    tell = story.tell
    story.assumed("mend-role", "2026-11-26T13:55:00Z", ALICE, MEND)
    asked = entry(PUBLIC_ACL, 90, "10.100.20.0/23", egress=True, ruleAction="deny")
    tell("mend-public-acl", "2026-11-26T14:00:58Z", "ec2:CreateNetworkAclEntry", MEND, asked, DONE)
    for egress, ports in ((False, (3306, 3306)), (True, (1024, 65535))):
        asked = entry(
            DATABASE_ACL,
            100,
            "10.100.10.0/23",
            egress,
            aclProtocol="6",
            portRange={"from": ports[0], "to": ports[1]},
        )
        name = f"mend-database-acl{'-out' * egress}"
        tell(name, "2026-11-26T14:02:01Z", "ec2:ReplaceNetworkAclEntry", MEND, asked, DONE)
    revoke = "ec2:RevokeSecurityGroupIngress"
    ssh = of_group(SERVERS, permission(22, "0.0.0.0/0"))
    tell("mend-ssh", "2026-11-26T14:03:09Z", revoke, MEND, ssh, DONE)
    halves = [permission(3306, cidr) for cidr in ("0.0.0.0/1", "128.0.0.0/1")]
    tell("mend-halves", "2026-11-26T14:04:02Z", revoke, MEND, of_group(DATABASE, *halves), DONE)
    out = "ec2:RevokeSecurityGroupEgress"
    all_out = permission(-1, "0.0.0.0/0")
    tell("mend-database-out", "2026-11-26T14:04:20Z", out, MEND, of_group(DATABASE, all_out), DONE)
    itself = of_group(DEFAULT, permission(-1, group=DEFAULT))
    tell("mend-default-in", "2026-11-26T14:05:11Z", revoke, MEND, itself, DONE)
    tell("mend-default-out", "2026-11-26T14:05:20Z", out, MEND, of_group(DEFAULT, all_out), DONE)
    tell(
        "mend-public",
        "2026-11-26T14:05:58Z",
        "rds:ModifyDBInstance",
        MEND,
        {
            "dBInstanceIdentifier": "wa-database",
            "applyImmediately": True,
            "publiclyAccessible": False,
        },
        {"dBInstanceIdentifier": "wa-database", "dbiResourceId": "db-D3233E4A8EA03C2B6F6A37AAEC"},
    )
    metadata = {"keyId": NEW_KEY.rpartition("/")[2], "arn": NEW_KEY, "keyState": "Enabled"}
    tell(
        "mend-key",
        "2026-11-26T14:06:31Z",
        "kms:CreateKey",
        MEND,
        {
            "description": "wa-trail log files",
            "keySpec": "SYMMETRIC_DEFAULT",
            "keyUsage": "ENCRYPT_DECRYPT",
        },
        {"keyMetadata": metadata},
        resources=[{"accountId": ACCOUNT, "type": "AWS::KMS::Key", "ARN": NEW_KEY}],
    )
    settings = {"isMultiRegionTrail": True, "enableLogFileValidation": True, "kmsKeyId": NEW_KEY}
    tell(
        "mend-trail",
        "2026-11-26T14:07:22Z",
        "cloudtrail:UpdateTrail",
        MEND,
        {"name": "wa-trail", **settings},
        trail("wa-trail", isMultiRegionTrail=True, logFileValidationEnabled=True, kmsKeyId=NEW_KEY),
    )
    tell(
        "mend-archive-trail",
        "2026-11-26T14:08:02Z",
        "cloudtrail:DeleteTrail",
        MEND,
        {"name": "wa-archive-trail"},
    )
    for n, bucket in enumerate((f"wa-trail-{ACCOUNT}", f"wa-access-logs-{ACCOUNT}")):
        asked = {
            "VersioningConfiguration": {
                "xmlns": "http://s3.amazonaws.com/doc/2006-03-01/",
                "Status": "Enabled",
            },
            "bucketName": bucket,
            "Host": f"{bucket}.s3.eu-west-1.amazonaws.com",
            "versioning": "",
        }
        resources = [
            {"accountId": ACCOUNT, "type": "AWS::S3::Bucket", "ARN": f"arn:aws:s3:::{bucket}"}
        ]
        time = f"2026-11-26T14:{8 + n:02}:41Z"
        tell(f"mend-bucket-{n}", time, "s3:PutBucketVersioning", MEND, asked, resources=resources)


def tried(story: Story) -> None:
    """A server that somebody started for a day, and somebody else terminated."""
    started = {"instanceType": "m7g.large", "minCount": 1, "maxCount": 1, "imageId": "ami-0abc1234"}
    pending = {"instanceId": TRIED, "currentState": {"code": 0, "name": "pending"}}
    story.tell(
        "started",
        "2026-11-11T09:12:30Z",
        "ec2:RunInstances",
        ALICE,
        started,
        {"instancesSet": {"items": [pending]}},
    )
    shut = {
        "instanceId": TRIED,
        "currentState": {"code": 32, "name": "shutting-down"},
        "previousState": {"code": 16, "name": "running"},
    }
    story.tell(
        "terminated",
        "2026-11-12T15:20:44Z",
        "ec2:TerminateInstances",
        BOB,
        {"instancesSet": {"items": [{"instanceId": TRIED}]}},
        {"instancesSet": {"items": [shut]}},
        agent=CONSOLE,
    )


def story() -> Story:
    """All of it."""
    told = Story()
    built(told)
    spoilt(told)
    mended(told)
    tried(told)
    return told


def files(told: Story) -> dict[str, str]:
    """The log files' paths below `trail`, one for each day, and their texts."""
    days: dict[str, list[dict[str, Any]]] = {}
    for record in told.records:
        days.setdefault(record["eventTime"][:10], []).append(record)
    found = {}
    for day, records in days.items():
        year, month, date = day.split("-")
        last = datetime.fromisoformat(max(each["eventTime"] for each in records))
        stamp = f"{last + timedelta(minutes=10):%Y%m%dT%H%MZ}"
        unique = f"{year}Groma{month}{date}Lab00"
        name = f"{ACCOUNT}_CloudTrail_{REGION}_{stamp}_{unique}.json"
        path = f"AWSLogs/{ACCOUNT}/CloudTrail/{REGION}/{year}/{month}/{date}/{name}"
        lines = ",\n".join(json.dumps(each) for each in records)
        found[path] = f'{{"Records": [\n{lines}\n]}}\n'
    return found


def main() -> None:
    shutil.rmtree(LAB / "trail", ignore_errors=True)
    for path, text in files(story()).items():
        target = LAB / "trail" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


if __name__ == "__main__":
    main()
