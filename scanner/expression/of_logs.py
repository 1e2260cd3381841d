"""Functions of the rule language that ask `scanner.filterpattern`."""

from typing import Final

from scanner.expression.question import question
from scanner.expression.signature import Parameter

USE_CASES: Final = (
    *("s3-bucket-activity", "security-group-changes", "network-acl-changes"),
    *("network-gateway-changes", "vpc-changes", "ec2-instance-changes", "cloudtrail-changes"),
    *("console-sign-in-failures", "authorization-failures", "iam-policy-changes", "root-use"),
    *("console-sign-in-without-mfa", "kms-key-disabling-or-deletion", "route-table-changes"),
    *("config-changes", "organizations-changes"),
)
"""What `filter_misses` knows the events of: the keys of `filterpattern.USE_CASES`."""

LOGS: Final = (
    question(
        "filterpattern",
        "filter_misses",
        (
            Parameter("pattern", ("string",)),
            Parameter("use_case", ("string",), choices=USE_CASES),
        ),
        "array[object]",
        "The API activity of a use case that a metric filter's pattern lets through: "
        "`filter_misses(configuration.FilterPattern, 'security-group-changes')`.",
    ),
)
