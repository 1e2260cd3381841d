"""Whom somebody tried to sign in to the console as.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
"""

from typing import Any, Final

from scanner.eventdoc.reading import inside, text
from scanner.unresolved import Unresolved

HIDDEN: Final = "HIDDEN_DUE_TO_SECURITY_REASONS"
"""What CloudTrail writes for a name that no user has: somebody may have typed a password there."""


def tried_user(record: Any) -> str | Unresolved | None:
    """The user whom somebody tried to sign in as, "111122223333 alice"; None where no user is told.

    The root user is called root. A name that is no user's is hidden in the record, and is none.
    """
    identity = inside(record, "userIdentity")
    unknown = [identity, *(inside(identity, name) for name in ("type", "accountId", "userName"))]
    for each in unknown:
        if type(each) is Unresolved:
            return each
    name = "root" if text(identity, "type") == "Root" else text(identity, "userName")
    if not name or name == HIDDEN:
        return None
    return f"{text(identity, 'accountId')} {name}".lstrip()
