"""An account of a size, made on an endpoint that behaves as AWS does.

One call at a time: moto's server answers some calls with status 500 that come while others change
the same VPC.
"""

import boto3


def fill(region: str, groups: int, acls: int, buckets: int) -> None:
    """Make that many security groups, network ACLs and buckets, and one of what else is read."""
    ec2 = boto3.client("ec2", region_name=region)
    s3 = boto3.client("s3", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]

    def group(number: int) -> None:
        made = ec2.create_security_group(GroupName=f"group-{number}", Description="-", VpcId=vpc)
        everybody = number % 50 == 0
        ranges = "0.0.0.0/0" if everybody else f"10.{number // 250 % 250}.{number % 250}.0/24"
        permission = {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306}
        ec2.authorize_security_group_ingress(
            GroupId=made["GroupId"],
            IpPermissions=[{**permission, "IpRanges": [{"CidrIp": ranges}]}],
        )

    def acl(_: int) -> None:
        made = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
        ec2.create_network_acl_entry(
            NetworkAclId=made,
            RuleNumber=100,
            Protocol="-1",
            RuleAction="allow",
            Egress=False,
            CidrBlock="10.0.0.0/8",
        )

    def bucket(number: int) -> None:
        s3.create_bucket(Bucket=f"bucket-{number:05}")

    for make, count in ((bucket, buckets), (acl, acls), (group, groups)):
        for number in range(count):
            make(number)
    _alone(region, f"bucket-{0:05}")


def _alone(region: str, bucket: str) -> None:
    """What there is one of: a trail that logs into a bucket, with a key, and a database."""
    key = boto3.client("kms", region_name=region).create_key()["KeyMetadata"]["Arn"]
    trails = boto3.client("cloudtrail", region_name=region)
    trails.create_trail(Name="main", S3BucketName=bucket, KmsKeyId=key)
    trails.start_logging(Name="main")
    boto3.client("rds", region_name=region).create_db_instance(
        DBInstanceIdentifier="main",
        DBInstanceClass="db.t3.micro",
        Engine="mysql",
        MasterUsername="root",
        MasterUserPassword="not-a-secret",
        AllocatedStorage=20,
    )
