"""One small account: made in moto by boto3, and as AWS Config records it.

What AWS Config records is written by hand, from what the owner asked for and the ids that AWS gave
back, and not from anything that Groma reads.
"""

from dataclasses import dataclass

from aws import ACCOUNT, client

HERE = "eu-west-1"
TRAIL, KEY = "AWS::CloudTrail::Trail", "AWS::KMS::Key"
ACL, GROUP = "AWS::EC2::NetworkAcl", "AWS::EC2::SecurityGroup"
SUBNET, TABLE = "AWS::EC2::Subnet", "AWS::EC2::RouteTable"
DATABASE = "AWS::RDS::DBInstance"
RECORDER = "AWS::Config::ConfigurationRecorder"
RECORDED_AT = "2026-11-20T06:00:00.000Z"
JUDGED = {
    *("cloudtrail-account-covered", "cloudtrail-kms", "cloudtrail-kms-key-usable"),
    *("cloudtrail-log-validation", "cloudtrail-multi-region", "default-security-group-closed"),
    *("nacl-isolates-database-subnets", "rds-not-public", "rds-security-group-closed"),
    *("rds-security-group-peers", "rds-subnet-nacl", "security-group-no-open-admin-ports"),
}
"""The rules that judge it, which read of no type that it lacks."""


@dataclass
class Account:
    """By the owner's names, the ids that AWS gave to what was made; `left` is what moto forgot."""

    left: set[str]
    vpc: str
    subnets: dict[str, str]
    tables: dict[str, dict[str, str]]
    acls: dict[str, dict]
    groups: dict[str, str]
    key: str
    trails: dict[str, str]
    database: dict[str, str]


def furnished():
    """A VPC with a public subnet and two for a database, half of it as it should be."""
    ec2 = client("ec2", HERE)
    left = emptied_of_defaults(ec2)
    vpc = ec2.create_vpc(CidrBlock="10.100.0.0/16")["Vpc"]["VpcId"]
    subnets = {
        name: ec2.create_subnet(
            VpcId=vpc, CidrBlock=f"10.100.{number}.0/24", AvailabilityZone=f"{HERE}{zone}"
        )["Subnet"]["SubnetId"]
        for name, number, zone in (("public", 0, "a"), ("first", 20, "a"), ("second", 21, "b"))
    }
    groups = grouped(ec2, vpc)
    return Account(
        left=left,
        vpc=vpc,
        subnets=subnets,
        tables=routed(ec2, vpc, subnets),
        acls=fenced(ec2, vpc, subnets),
        groups=groups,
        database=database(subnets, groups),
        **trailed(),
    )


def emptied_of_defaults(ec2):
    """The ACLs that moto keeps, and AWS does not, of the VPC that each Region comes with.

    This account's owner has removed it.
    """
    for each in ec2.describe_internet_gateways()["InternetGateways"]:
        for at in each["Attachments"]:
            ec2.detach_internet_gateway(
                InternetGatewayId=each["InternetGatewayId"], VpcId=at["VpcId"]
            )
        ec2.delete_internet_gateway(InternetGatewayId=each["InternetGatewayId"])
    for each in ec2.describe_subnets()["Subnets"]:
        ec2.delete_subnet(SubnetId=each["SubnetId"])
    for each in ec2.describe_vpcs()["Vpcs"]:
        ec2.delete_vpc(VpcId=each["VpcId"])
    return {each["NetworkAclId"] for each in ec2.describe_network_acls()["NetworkAcls"]}


def grouped(ec2, vpc):
    """The VPC's default security group, closed; one for administrators, open; the database's."""
    (default,) = ec2.describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [vpc]}])[
        "SecurityGroups"
    ]
    made = {
        name: ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
        for name in ("admin", "database")
    }
    everybody = {"IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "from anywhere"}]}
    ssh = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
    mysql = {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306}
    admins = {"UserIdGroupPairs": [{"GroupId": made["admin"]}]}
    ec2.authorize_security_group_ingress(
        GroupId=made["admin"],
        IpPermissions=[ssh | everybody | {"Ipv6Ranges": [{"CidrIpv6": "::/0"}]}],
    )
    ec2.authorize_security_group_ingress(GroupId=made["database"], IpPermissions=[mysql | admins])
    for each in (default["GroupId"], made["database"]):
        ec2.revoke_security_group_egress(
            GroupId=each,
            IpPermissions=[{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
        )
    return {"default": default["GroupId"], **made}


def routed(ec2, vpc, subnets):
    """The main route table, and one by which the public subnet reaches the internet."""
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    made = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=made, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    joined = ec2.associate_route_table(RouteTableId=made, SubnetId=subnets["public"])
    (main,) = ec2.describe_route_tables(
        Filters=[
            {"Name": "vpc-id", "Values": [vpc]},
            {"Name": "association.main", "Values": ["true"]},
        ]
    )["RouteTables"]
    (association,) = main["Associations"]
    return {
        "main": {"id": main["RouteTableId"], "joined": association["RouteTableAssociationId"]},
        "public": {"id": made, "joined": joined["AssociationId"], "gateway": gateway},
    }


def fenced(ec2, vpc, subnets):
    """The VPC's default network ACL, and one around the database that lets the public subnet in."""
    (default,) = ec2.describe_network_acls(
        Filters=[{"Name": "vpc-id", "Values": [vpc]}, {"Name": "default", "Values": ["true"]}]
    )["NetworkAcls"]
    made = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
    for egress, first, last in ((False, 3306, 3306), (True, 1024, 65535)):
        ec2.create_network_acl_entry(
            NetworkAclId=made,
            RuleNumber=100,
            Protocol="6",
            RuleAction="allow",
            Egress=egress,
            CidrBlock="10.100.0.0/24",
            PortRange={"From": first, "To": last},
        )
    held = {each["SubnetId"]: each for each in default["Associations"]}
    joined = {
        name: ec2.replace_network_acl_association(
            AssociationId=held[subnets[name]]["NetworkAclAssociationId"], NetworkAclId=made
        )["NewAssociationId"]
        for name in ("first", "second")
    }
    own = {"public": held[subnets["public"]]["NetworkAclAssociationId"]}
    return {
        "default": {"id": default["NetworkAclId"], "joined": own},
        "database": {"id": made, "joined": joined},
    }


def trailed():
    """A trail as it should be, encrypted with a key, and an old one that is not."""
    key = client("kms", HERE).create_key(Description="trail")["KeyMetadata"]["Arn"]
    client("s3", "us-east-1").create_bucket(Bucket="logs")
    cloudtrail, made = client("cloudtrail", HERE), {}
    for name, settings in {
        "main": {"IsMultiRegionTrail": True, "EnableLogFileValidation": True, "KmsKeyId": key},
        "old": {"IsMultiRegionTrail": False, "EnableLogFileValidation": False},
    }.items():
        made[name] = cloudtrail.create_trail(Name=name, S3BucketName="logs", **settings)["TrailARN"]
        cloudtrail.start_logging(Name=name)
    return {"key": key, "trails": made}


def database(subnets, groups):
    """A database in the two subnets that are not public."""
    rds = client("rds", HERE)
    rds.create_db_subnet_group(
        DBSubnetGroupName="database",
        DBSubnetGroupDescription="The two subnets of the database",
        SubnetIds=[subnets["first"], subnets["second"]],
    )
    made = rds.create_db_instance(
        DBInstanceIdentifier="shop",
        DBInstanceClass="db.t3.micro",
        Engine="mysql",
        AllocatedStorage=20,
        MasterUsername="admin",
        MasterUserPassword="not-a-secret",
        DBSubnetGroupName="database",
        VpcSecurityGroupIds=[groups["database"]],
        PubliclyAccessible=False,
    )["DBInstance"]
    return {"id": made["DbiResourceId"], "address": made["Endpoint"]["Address"]}


# What AWS Config records of it


def recorded(account):
    """The configuration items of the account, as a snapshot has them."""
    return [
        recorder(),
        *(subnet(account, *each) for each in (("public", 0), ("first", 20), ("second", 21))),
        *tables(account),
        *acls(account),
        *groups(account),
        *trails(account),
        key(account.key),
        shop(account),
    ]


def item(kind, id, arn, configuration, name=None):
    return {
        "configurationItemVersion": "1.3",
        "configurationItemCaptureTime": RECORDED_AT,
        "configurationItemStatus": "OK",
        "awsAccountId": ACCOUNT,
        "awsRegion": HERE,
        "resourceType": kind,
        "resourceId": id,
        "ARN": arn if arn.startswith("arn:") else f"arn:aws:ec2:{HERE}:{ACCOUNT}:{arn}/{id}",
        **({"resourceName": name} if name else {}),
        "tags": {},
        "relationships": [],
        "configuration": configuration,
        "supplementaryConfiguration": {},
    }


def recorder():
    everything = {"AllSupported": True, "IncludeGlobalResourceTypes": True, "ResourceTypes": []}
    configuration = {"Id": "default", "Name": "default", "RecordingGroup": everything}
    arn = f"arn:aws:config:{HERE}:{ACCOUNT}:configuration-recorder/default"
    return item(RECORDER, "default", arn, configuration | {"Recording": True}, "default")


def subnet(account, name, number):
    id = account.subnets[name]
    configuration = {
        "subnetId": id,
        "vpcId": account.vpc,
        "cidrBlock": f"10.100.{number}.0/24",
        "ipv6CidrBlockAssociationSet": [],
    }
    return item(SUBNET, id, "subnet", configuration)


def tables(account):
    """The main route table knows the VPC; the public one the internet gateway as well."""
    local = {"destinationCidrBlock": "10.100.0.0/16", "gatewayId": "local"}
    local |= {"origin": "CreateRouteTable", "state": "active"}
    out = {"destinationCidrBlock": "0.0.0.0/0", "gatewayId": account.tables["public"]["gateway"]}
    out |= {"origin": "CreateRoute", "state": "active"}
    yield table(account, "main", [local], main=True)
    yield table(account, "public", [local, out], main=False, subnetId=account.subnets["public"])


def table(account, name, routes, **association):
    made = account.tables[name]
    joined = {
        "routeTableId": made["id"],
        "routeTableAssociationId": made["joined"],
        "associationState": {"state": "associated"},
    }
    configuration = {
        "routeTableId": made["id"],
        "vpcId": account.vpc,
        "associations": [joined | association],
        "routes": routes,
    }
    return item(TABLE, made["id"], "route-table", configuration)


def acls(account):
    """Each ACL ends with AWS's own denial of everything, in and out."""
    everything = {"protocol": "-1", "cidrBlock": "0.0.0.0/0"}
    inside = {"protocol": "6", "cidrBlock": "10.100.0.0/24"}
    last = [entry(32767, "deny", egress, **everything) for egress in (True, False)]
    opened = [entry(100, "allow", egress, **everything) for egress in (True, False)]
    fence = [
        entry(100, "allow", False, portRange={"from": 3306, "to": 3306}, **inside),
        entry(100, "allow", True, portRange={"from": 1024, "to": 65535}, **inside),
    ]
    yield acl(account, "default", opened + last)
    yield acl(account, "database", fence + last)


def entry(number, action, egress, **traffic):
    return {"ruleNumber": number, "ruleAction": action, "egress": egress, **traffic}


def acl(account, name, entries):
    made = account.acls[name]
    associations = [
        {
            "networkAclAssociationId": joined,
            "networkAclId": made["id"],
            "subnetId": account.subnets[subnet],
        }
        for subnet, joined in made["joined"].items()
    ]
    configuration = {
        "networkAclId": made["id"],
        "vpcId": account.vpc,
        "isDefault": name == "default",
        "associations": associations,
        "entries": entries,
    }
    return item(ACL, made["id"], "network-acl", configuration)


def groups(account):
    """The default group lets nobody through, the administrators' everybody in for SSH."""
    world = {"cidrIp": "0.0.0.0/0", "description": "from anywhere"}
    ssh = permission("tcp", 22, ipv4Ranges=[world], ipv6Ranges=[{"cidrIpv6": "::/0"}])
    out = permission("-1", None, ipv4Ranges=[{"cidrIp": "0.0.0.0/0"}])
    admins = {"groupId": account.groups["admin"], "userId": ACCOUNT}
    yield group(account, "default", [], [])
    yield group(account, "admin", [ssh], [out])
    yield group(account, "database", [permission("tcp", 3306, userIdGroupPairs=[admins])], [])


def permission(protocol, port, **sources):
    kinds = ("ipv4Ranges", "ipv6Ranges", "prefixListIds", "userIdGroupPairs")
    lists = {kind: [] for kind in kinds}
    made = {"ipProtocol": protocol, **lists, **sources}
    made["ipRanges"] = [each["cidrIp"] for each in made["ipv4Ranges"]]
    return made | ({} if port is None else {"fromPort": port, "toPort": port})


def group(account, name, ingress, egress):
    configuration = {
        "groupId": account.groups[name],
        "groupName": name,
        "vpcId": account.vpc,
        "ipPermissions": ingress,
        "ipPermissionsEgress": egress,
    }
    return item(GROUP, account.groups[name], "security-group", configuration, name)


def trails(account):
    settings = {
        "main": {
            "isMultiRegionTrail": True,
            "logFileValidationEnabled": True,
            "kmsKeyId": account.key,
        },
        "old": {"isMultiRegionTrail": False, "logFileValidationEnabled": False},
    }
    for name, set_so in settings.items():
        arn = account.trails[name]
        yield item(TRAIL, name, arn, {"name": name, "trailARN": arn, **set_so}, name)


def key(arn):
    id = arn.rpartition("/")[2]
    return item(KEY, id, arn, {"keyId": id, "arn": arn, "keyState": "Enabled"})


def shop(account):
    subnets = [
        {
            "subnetIdentifier": account.subnets[name],
            "subnetAvailabilityZone": {"name": f"{HERE}{zone}"},
            "subnetOutpost": {},
            "subnetStatus": "Active",
        }
        for name, zone in (("first", "a"), ("second", "b"))
    ]
    placed = {
        "dBSubnetGroupName": "database",
        "dBSubnetGroupDescription": "The two subnets of the database",
        "vpcId": account.vpc,
        "subnetGroupStatus": "Complete",
        "subnets": subnets,
    }
    endpoint = {
        "address": account.database["address"],
        "port": 3306,
        "hostedZoneId": "Z29XKXDKYMONMX",
    }
    security = [{"vpcSecurityGroupId": account.groups["database"], "status": "active"}]
    configuration = {
        "dBInstanceIdentifier": "shop",
        "dBSubnetGroup": placed,
        "endpoint": endpoint,
        "publiclyAccessible": False,
        "vpcSecurityGroups": security,
    }
    arn = f"arn:aws:rds:{HERE}:{ACCOUNT}:db:shop"
    return item(DATABASE, account.database["id"], arn, configuration, "shop")
