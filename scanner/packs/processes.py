"""Process checks of AWS's own packs that configuration can decide after all.

AWS Config leaves a process check to people: the managed rule AWS_CONFIG_PROCESS_CHECK looks at
nothing. What it stands for is told only by the Config rule's name; these are the names in AWS's
packs for the CIS AWS Foundations Benchmark, 1.3 and 1.4.
https://docs.aws.amazon.com/config/latest/developerguide/operational-best-practices-for-cis_aws_benchmark_level_2.html
"""

from collections.abc import Mapping
from typing import Final

_RECORDED: Final = ("config-region-recorded", "config-global-types-recorded")

RULES: Final[Mapping[str, tuple[str, ...]]] = {
    "account-security-contact-configured": ("account-security-contact",),
    "alarm-aws-config-change": ("alarm-config-changes",),
    "alarm-cloudtrail-config-change": ("alarm-cloudtrail-changes",),
    "alarm-console-auth-failures": ("alarm-console-sign-in-failures",),
    "alarm-iam-policy-change": ("alarm-iam-policy-changes",),
    "alarm-kms-disable-or-delete-cmk": ("alarm-kms-key-disabling-or-deletion",),
    "alarm-organizations-change": ("alarm-organizations-changes",),
    "alarm-root-account-use": ("alarm-root-use",),
    "alarm-s3-bucket-policy-change": ("alarm-s3-bucket-activity",),
    "alarm-sign-in-without-mfa": ("alarm-console-sign-in-without-mfa",),
    "alarm-unauthorized-api-calls": ("alarm-authorization-failures",),
    "alarm-vpc-change": ("alarm-vpc-changes",),
    "alarm-vpc-nacl-change": ("alarm-network-acl-changes",),
    "alarm-vpc-network-gateway-change": ("alarm-network-gateway-changes",),
    "alarm-vpc-route-table-change": ("alarm-route-table-changes",),
    "alarm-vpc-secrity-group-change": ("alarm-security-group-changes",),  # as the packs spell it
    "alarm-vpc-security-group-change": ("alarm-security-group-changes",),
    "config-enabled-all-regions": _RECORDED,
    "iam-access-analyzer-enabled": ("access-analyzer-enabled",),
    "iam-expired-certificates": ("iam-server-certificates-valid",),
    "iam-support-role-created": ("iam-support-role",),
    "iam-user-single-access-key": ("iam-one-active-key",),
    "root-account-regular-use": ("root-not-used",),
    "vpc-networkacl-open-admin-ports": ("nacl-no-open-admin-ports",),
}
"""By the Config rule's name, in small letters, the ids of the rules that decide it together."""
