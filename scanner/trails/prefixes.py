"""Which readers of a bucket with trails' logs see more than the logs of their own account.

CloudTrail keeps the logs of an account below `AWSLogs/ACCOUNT/`, or `AWSLogs/o-…/ACCOUNT/` for an
organization. Source: awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
"""

from typing import Any

from scanner.policydoc.document import statements_of
from scanner.policydoc.grant import Answer
from scanner.policydoc.questions import outsiders_allowed
from scanner.policydoc.statements import statements
from scanner.policydoc.trust import accounts
from scanner.policydoc.wherever import wherever

_VERSION = "2012-10-17"


@wherever
def beyond_own_prefix(policy: Any, actions: Any, trusted: Any) -> Answer:
    """What outsiders may do by a bucket's policy, but for each account below its own prefix.

    `actions` and `trusted` are those of `outsiders_allowed`.
    """
    documents, variables = statements_of(policy)
    strangers = sorted(accounts(statements(policy)))
    allowed = {
        "Version": _VERSION if variables else "2008-10-17",
        "Statement": [*documents, *map(_own, strangers)],
    }
    return outsiders_allowed(allowed, actions, trusted)


def _own(account: str) -> dict[str, Any]:
    """A Deny of what is an account's own, so that only the rest is left to find."""
    return {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "*",
        "Resource": [f"arn:*:s3:::*AWSLogs/{account}/*", f"arn:*:s3:::*AWSLogs/o-*/{account}/*"],
        "Condition": {"StringEquals": {"aws:PrincipalAccount": account}},
    }
