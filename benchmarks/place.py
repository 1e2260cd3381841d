"""Where made-up items are, and what every one of them has."""

import random
from typing import Any

Json = dict[str, Any]

ACCOUNTS = [f"{111122220000 + number}" for number in range(40)]
REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-2"]


class Place:
    """An account's Region in which a team puts things."""

    def __init__(self, luck: random.Random) -> None:
        self.luck = luck
        self.account = luck.choice(ACCOUNTS)
        self.region = luck.choice(REGIONS)
        self.team = luck.choice(["payments", "search", "platform", "risk", "mobile", "billing"])
        self.net = f"10.{luck.randrange(256)}"
        self.items: list[Json] = []

    def hex(self, digits: int = 17) -> str:
        """That many random digits."""
        return f"{self.luck.getrandbits(4 * digits):0{digits}x}"

    def arn(self, service: str, name: str) -> str:
        """The ARN of something in the cell's account and Region."""
        return f"arn:aws:{service}:{self.region}:{self.account}:{name}"

    def time(self) -> str:
        """Some second of the year 2025."""
        month, day, hour = (self.luck.randint(1, last) for last in (12, 28, 23))
        minute, second = (self.luck.randrange(60) for _ in range(2))
        return f"2025-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.000Z"

    def tags(self, name: str) -> Json:
        """What a company writes on its things."""
        stack = f"{self.team}-{self.hex(4)}"
        return {
            "Name": name,
            "Team": self.team,
            "CostCenter": f"cc-{self.luck.randrange(1000, 9999)}",
            "aws:cloudformation:stack-name": stack,
            "aws:cloudformation:stack-id": self.arn(
                "cloudformation", f"stack/{stack}/{self.hex(32)}"
            ),
        }

    def add(
        self, kind: str, name: str, arn: str, configuration: Json, *near: str, **more: Any
    ) -> None:
        """One item more, in the spelling and order of keys of the files that AWS writes."""
        tags = self.tags(name)
        service = kind.split("::")[1]
        if service in ("EC2", "RDS"):
            listed = [{"key": key, "value": value} for key, value in tags.items()]
            configuration["tagList" if service == "RDS" else "tags"] = listed
        self.items.append(
            {
                "relatedEvents": [],
                "relationships": [link(each) for each in near],
                "configuration": configuration,
                "supplementaryConfiguration": more.get("supplementary", {}),
                "tags": tags,
                "configurationItemVersion": "1.3",
                "configurationItemCaptureTime": self.time(),
                "configurationStateId": 1735689600000 + self.luck.randrange(10**10),
                "awsAccountId": self.account,
                "configurationItemStatus": self.luck.choice(["OK", "ResourceDiscovered"]),
                "resourceType": kind,
                "resourceId": name,
                "resourceName": more.get("title", name),
                "ARN": arn,
                "awsRegion": more.get("region", self.region),
                "availabilityZone": "Not Applicable",
                "configurationStateMd5Hash": "",
                "resourceCreationTime": self.time(),
            }
        )

    def ec2(self, kind: str, name: str, configuration: Json, *near: str) -> None:
        """One item of EC2 more."""
        path = kind.lower() + "/" + name
        self.add(f"AWS::EC2::{kind}", name, self.arn("ec2", path), configuration, *near)


def link(name: str) -> Json:
    """A relationship."""
    return {"resourceId": name, "resourceType": "AWS::EC2::Something", "name": "Is attached to"}


def statement(action: str, account: str) -> Json:
    """A statement of a policy."""
    who = {"AWS": f"arn:aws:iam::{account}:root"}
    return {"Effect": "Allow", "Principal": who, "Action": [action], "Resource": "*"}


def entry(
    number: int,
    action: str,
    cidr: str,
    ports: tuple[int, int] | None = None,
    egress: bool = False,
) -> Json:
    """An entry of a network ACL."""
    entry = {"cidrBlock": cidr, "egress": egress, "protocol": "6" if ports else "-1"}
    entry |= {"ruleAction": action, "ruleNumber": number}
    return entry | ({"portRange": {"from": ports[0], "to": ports[1]}} if ports else {})


def permission(port: int | None, cidr: str) -> Json:
    """A permission of a security group, for one port or all."""
    ports = {} if port is None else {"fromPort": port, "toPort": port}
    return {
        **ports,
        "ipProtocol": "-1" if port is None else "tcp",
        "ipv6Ranges": [],
        "prefixListIds": [],
        "userIdGroupPairs": [],
        "ipv4Ranges": [{"cidrIp": cidr}],
        "ipRanges": [cidr],
    }
