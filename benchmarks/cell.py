"""What a made-up VPC has; what refers to something refers to something in its own cell."""

import random

from owner import Owner
from place import Json, entry, permission

TIERS = ["public", "public", "app", "app", "db", "db"]


class Cell(Owner):
    """What a VPC has: its network, machines and databases, beside what its account has."""

    def __init__(self, luck: random.Random) -> None:
        super().__init__(luck)
        self._network()
        self._machines()
        self._databases()

    def _network(self) -> None:
        self.vpc = "vpc-" + self.hex()
        shape = {"cidrBlock": f"{self.net}.0.0/16", "vpcId": self.vpc, "isDefault": False}
        self.ec2("VPC", self.vpc, shape | {"state": {"value": "available"}})
        gateway = "igw-" + self.hex()
        attached = [{"state": "available", "vpcId": self.vpc}]
        self.ec2(
            "InternetGateway", gateway, {"internetGatewayId": gateway, "attachments": attached}
        )
        self.subnets = [("subnet-" + self.hex(), tier) for tier in TIERS]
        for number, (name, tier) in enumerate(self.subnets):
            self._subnet(name, tier, number)
        for tier in ("public", "app", "db"):
            names = [name for name, its in self.subnets if its == tier]
            self._acl(tier, names)
            self._routes(tier, names, gateway)
        self.groups = {tier: self._groups(tier) for tier in ("public", "app", "db")}
        self._group("default", [])

    def _subnet(self, name: str, tier: str, number: int) -> None:
        configuration = {
            "availabilityZone": self.region + "ab"[number % 2],
            "availableIpAddressCount": self.luck.randrange(4091),
            "cidrBlock": f"{self.net}.{16 * number}.0/20",
            "defaultForAz": False,
            "mapPublicIpOnLaunch": tier == "public",
            "state": {"value": "available"},
            "subnetId": name,
            "vpcId": self.vpc,
            "ownerId": self.account,
        }
        self.ec2("Subnet", name, configuration, self.vpc, *["eni-" + self.hex() for _ in range(6)])

    def _acl(self, tier: str, subnets: list[str]) -> None:
        name = "acl-" + self.hex()
        ports = [(3306, 3306), (5432, 5432)] if tier == "db" else [(80, 80), (443, 443)]
        inside = f"{self.net}.0.0/16" if tier == "db" else "0.0.0.0/0"
        entries = [entry(100 + n, "allow", inside, each) for n, each in enumerate(ports)]
        if self.luck.random() < 0.15:
            entries.append(entry(130, "allow", "0.0.0.0/0", (1024, 65535)))
        for egress in (True, False):
            entries.append(entry(32767, "deny", "0.0.0.0/0", egress=egress))
        entries.append(entry(100, "allow", "0.0.0.0/0", egress=True))
        entries += [entry(5 + n, "deny", f"198.51.100.{n}/32") for n in range(6)]
        linked = [{"networkAclId": name, "subnetId": each} for each in subnets]
        shape = {"networkAclId": name, "vpcId": self.vpc, "isDefault": False}
        self.ec2("NetworkAcl", name, shape | {"entries": entries, "associations": linked}, *subnets)

    def _routes(self, tier: str, subnets: list[str], gateway: str) -> None:
        name = "rtb-" + self.hex()
        local = f"{self.net}.0.0/16"
        routes = [{"destinationCidrBlock": local, "gatewayId": "local", "state": "active"}]
        if tier == "public":
            out = {"destinationCidrBlock": "0.0.0.0/0", "gatewayId": gateway, "state": "active"}
            routes.append(out)
        linked: list[Json] = [{"main": False, "subnetId": each} for each in subnets]
        linked += [{"main": True}] if tier == "app" else []
        shape = {"routeTableId": name, "vpcId": self.vpc, "ownerId": self.account}
        self.ec2("RouteTable", name, shape | {"routes": routes, "associations": linked}, *subnets)

    def _groups(self, tier: str) -> list[str]:
        everybody, inside = "0.0.0.0/0", f"{self.net}.0.0/16"
        port = {"public": 443, "app": 8080, "db": 5432}[tier]
        made = []
        for _ in range(self.luck.randint(2, 5)):
            allowed = [permission(port, everybody if tier == "public" else inside)]
            if self.luck.random() < 0.15:
                allowed.append(permission(22 if tier == "app" else port, everybody))
            made.append(self._group(f"{self.team}-{tier}", allowed))
        return made

    def _group(self, title: str, allowed: list[Json]) -> str:
        name = "sg-" + self.hex()
        configuration = {
            "description": f"{title} of {self.team}",
            "groupName": title,
            "ipPermissions": allowed,
            "ownerId": self.account,
            "groupId": name,
            "ipPermissionsEgress": [] if title == "default" else [permission(None, "0.0.0.0/0")],
            "vpcId": self.vpc,
        }
        near = ["eni-" + self.hex() for _ in range(12)]
        self.ec2("SecurityGroup", name, configuration, self.vpc, *near)
        return name

    def _machines(self) -> None:
        for _ in range(self.luck.randint(10, 17)):
            name, subnet = "i-" + self.hex(), self.luck.choice(self.subnets)
            interfaces = [self._interface(*subnet) for _ in range(self.luck.choice([1, 2, 2]))]
            configuration = {
                "imageId": "ami-" + self.hex(),
                "instanceId": name,
                "instanceType": self.luck.choice(["t3.micro", "m6i.large", "c7g.xlarge"]),
                "state": {"code": 16, "name": "running"},
                "subnetId": subnet[0],
                "vpcId": self.vpc,
                "networkInterfaces": interfaces,
                "securityGroups": interfaces[0]["groups"],
                "metadataOptions": {"httpTokens": "required", "httpEndpoint": "enabled"},
            }
            near = [self.vpc, subnet[0], *(each["networkInterfaceId"] for each in interfaces)]
            self.ec2("Instance", name, configuration, *near)

    def _interface(self, subnet: str, tier: str) -> Json:
        name = "eni-" + self.hex()
        address = f"{self.net}.{self.luck.randrange(256)}.{self.luck.randrange(256)}"
        group = self.luck.choice(self.groups[tier])
        configuration: Json = {
            "description": "",
            "groups": [{"groupName": f"{self.team}-{tier}", "groupId": group}],
            "interfaceType": "interface",
            "macAddress": self.hex(12),
            "networkInterfaceId": name,
            "ownerId": self.account,
            "privateIpAddress": address,
            "privateIpAddresses": [{"primary": True, "privateIpAddress": address}],
            "attachment": {"attachTime": self.time(), "status": "attached", "deviceIndex": 0},
            "sourceDestCheck": True,
            "status": "in-use",
            "subnetId": subnet,
            "vpcId": self.vpc,
        }
        self.ec2("NetworkInterface", name, dict(configuration), self.vpc, subnet, group)
        return configuration

    def _databases(self) -> None:
        inside = [name for name, tier in self.subnets if tier == "db"]
        for _ in range(self.luck.randint(2, 5)):
            name, title = "db-" + self.hex(26).upper(), f"{self.team}-{self.hex(6)}"
            groups = self.luck.sample(self.groups["db"], 2)
            self._interface(inside[0], "db")
            configuration = {
                "dBInstanceIdentifier": title,
                "dBInstanceClass": "db.r6g.large",
                "engine": "postgres",
                "endpoint": {"address": f"{title}.{self.region}.rds.amazonaws.com", "port": 5432},
                "vpcSecurityGroups": [
                    {"vpcSecurityGroupId": each, "status": "active"} for each in groups
                ],
                "dBSubnetGroup": {
                    "dBSubnetGroupName": f"{self.team}-db",
                    "vpcId": self.vpc,
                    "subnets": [
                        {"subnetIdentifier": each, "subnetStatus": "Active"} for each in inside
                    ],
                },
                "publiclyAccessible": self.luck.random() < 0.08,
                "storageEncrypted": True,
                "dbiResourceId": name,
                "dBInstanceArn": self.arn("rds", f"db:{title}"),
                "statusInfos": [],
                "kmsKeyId": self.luck.choice(self.keys),
            }
            arn = self.arn("rds", f"db:{title}")
            self.add("AWS::RDS::DBInstance", name, arn, configuration, *groups, title=title)
