"""Functions of the rule language that ask `scanner.filterpattern`."""

from typing import Any, Final

from scanner.expression.question import module, question, unfit
from scanner.expression.signature import Function, Parameter
from scanner.unresolved import Unresolved, merged

USE_CASES: Final = (
    *("s3-bucket-activity", "security-group-changes", "network-acl-changes"),
    *("network-gateway-changes", "vpc-changes", "ec2-instance-changes", "cloudtrail-changes"),
    *("console-sign-in-failures", "authorization-failures", "iam-policy-changes", "root-use"),
    *("console-sign-in-without-mfa", "kms-key-disabling-or-deletion", "route-table-changes"),
    *("config-changes", "organizations-changes"),
)
"""What `filter_misses` knows the events of: the keys of `filterpattern.USE_CASES`."""

_USE_CASE: Final = Parameter("use_case", ("string",), choices=USE_CASES)
_TOLD: Final = (
    *("eventSource", "eventName", "errorCode", "errorMessage", "eventType", "eventCategory"),
    *("managementEvent", "readOnly", "sourceIPAddress", "responseElements"),
    *("additionalEventData", "userIdentity.type", "userIdentity.invokedBy"),
)
"""What tells an event of a use case."""
_EVENT: Final = (Parameter("event", ("object",), reads=_TOLD), _USE_CASE)


def _in_use_case(event: Any, use_case: Any) -> bool | Unresolved:
    """Whether an event is one of a use case; unresolved where that is not known."""
    wrong = unfit("in_use_case", _EVENT, (event, use_case))
    if wrong:
        return merged(wrong)
    held: bool | Unresolved = module("filterpattern").belongs(event, use_case)
    return held


LOGS: Final = (
    question(
        "filterpattern",
        "filter_misses",
        (
            Parameter("pattern", ("string",)),
            _USE_CASE,
        ),
        "array[object]",
        "The API activity of a use case that a metric filter's pattern lets through: "
        "`filter_misses(configuration.FilterPattern, 'security-group-changes')`.",
    ),
    Function(
        "in_use_case",
        _EVENT,
        "boolean",
        "Whether an event of CloudTrail's is one of those that an alarm of this use case is for: "
        "`in_use_case(configuration, 'security-group-changes')`.",
        _in_use_case,
    ),
)
