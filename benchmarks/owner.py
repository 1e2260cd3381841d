"""What a made-up account has."""

import json
import random
from urllib.parse import quote

from place import Place, statement


class Owner(Place):
    """What an account has: keys, buckets, roles and a trail."""

    def __init__(self, luck: random.Random) -> None:
        super().__init__(luck)
        self.keys = [self._key() for _ in range(luck.randint(2, 5))]
        self.buckets = [self._bucket() for _ in range(luck.randint(6, 10))]
        for _ in range(luck.randint(7, 11)):
            self._role()
        name = f"{self.team}-{self.hex(8)}"
        arn = self.arn("cloudtrail", f"trail/{name}")
        configuration = {
            "name": name,
            "s3BucketName": luck.choice(self.buckets),
            "includeGlobalServiceEvents": True,
            "isMultiRegionTrail": luck.random() < 0.8,
            "homeRegion": self.region,
            "trailARN": arn,
            "logFileValidationEnabled": luck.random() < 0.8,
            "cloudWatchLogsLogGroupArn": self.arn("logs", f"log-group:{name}:*"),
            "hasCustomEventSelectors": False,
            "isOrganizationTrail": False,
        }
        if luck.random() < 0.7:
            configuration["kmsKeyId"] = luck.choice(self.keys)
        self.add("AWS::CloudTrail::Trail", arn, arn, configuration, title=name)

    def _key(self) -> str:
        name = self.hex(32)
        arn = self.arn("kms", f"key/{name}")
        configuration = {
            "keyId": name,
            "arn": arn,
            "creationDate": self.time(),
            "enabled": True,
            "keyState": self.luck.choice(["Enabled"] * 9 + ["PendingDeletion"]),
            "keyUsage": "ENCRYPT_DECRYPT",
            "keyManager": "CUSTOMER",
            "awsaccountId": self.account,
        }
        policy = json.dumps({"Statement": [statement("kms:*", self.account) for _ in range(3)]})
        extra = {"KeyRotationStatus": True, "Policy": policy, "Grants": []}
        self.add("AWS::KMS::Key", name, arn, configuration, supplementary=extra)
        return arn

    def _bucket(self) -> str:
        name = f"{self.team}-{self.hex(12)}"
        arn = f"arn:aws:s3:::{name}"
        policy = json.dumps({"Statement": [statement("s3:*", self.account) for _ in range(4)]})
        extra = {
            "AccessControlList": json.dumps({"grantList": [], "owner": {"id": self.hex(64)}}),
            "BucketLoggingConfiguration": {"destinationBucketName": None, "logFilePrefix": None},
            "BucketPolicy": {"policyText": policy},
            "BucketVersioningConfiguration": {"status": "Enabled", "isMfaDeleteEnabled": None},
            "PublicAccessBlockConfiguration": {"blockPublicAcls": True, "ignorePublicAcls": True},
            "IsRequesterPaysEnabled": False,
        }
        configuration = {"name": name, "owner": {"id": self.hex(64)}, "creationDate": self.time()}
        self.add("AWS::S3::Bucket", name, arn, configuration, supplementary=extra)
        return name

    def _role(self) -> None:
        name = "AROA" + self.hex().upper()
        arn = f"arn:aws:iam::{self.account}:role/{name}"
        policy = quote(json.dumps({"Statement": [statement("sts:AssumeRole", self.account)]}))
        configuration = {
            "path": "/",
            "roleId": name,
            "arn": arn,
            "assumeRolePolicyDocument": policy,
            "rolePolicyList": [{"policyName": "inline", "policyDocument": policy}],
            "attachedManagedPolicies": [],
        }
        self.add("AWS::IAM::Role", name, arn, configuration, region="global")
