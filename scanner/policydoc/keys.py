"""What condition keys say: who calls, what the caller may choose, or something nobody here knows.

Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, the
service authorization reference of S3, KMS, STS and SNS, and what Amazon S3 calls public:
docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

import re
from functools import lru_cache
from typing import Final

ARN: Final = "aws:principalarn"
ACCOUNT: Final = "aws:principalaccount"
SOURCE_ARN: Final = "aws:sourcearn"
SOURCE_ACCOUNT: Final = "aws:sourceaccount"
SOURCE_IP: Final = "aws:sourceip"
EXTERNAL_ID: Final = "sts:externalid"
SERVICE: Final = "aws:principalservicename"
FEDERATED: Final = "a federated identity"  # no condition has these keys
CANONICAL: Final = "a canonical user"
ACTION: Final = "an action"
RESOURCE: Final = "a resource"
IS_SERVICE: Final = "aws:principalisawsservice"
TRANSPORT: Final = "aws:securetransport"

ACCOUNTS: Final = frozenset(
    (ACCOUNT, SOURCE_ACCOUNT, "kms:calleraccount", "aws:sourceowner", "aws:vpceaccount")
) | {"s3:dataaccesspointaccount"}
ARNS: Final = frozenset(
    (ARN, SOURCE_ARN, "s3:dataaccesspointarn", "s3:x-amz-server-side-encryption-aws-kms-key-id")
)
ORGANIZATIONS: Final = frozenset(("aws:principalorgid", "aws:sourceorgid", "aws:vpceorgid"))
ORGANIZATION_PATHS: Final = frozenset(
    ("aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths")
)
NETWORKS: Final = frozenset(("aws:sourcevpc", "aws:sourcevpce"))
OTHERS: Final = frozenset(("aws:userid", SERVICE, FEDERATED, CANONICAL))

OF_SOURCES: Final = frozenset(
    (SOURCE_ARN, SOURCE_ACCOUNT, "aws:sourceowner", "aws:sourceorgid")
) | {"aws:sourceorgpaths"}
"""Keys of a request that a service makes for somebody's resource."""

OF_PRINCIPALS: Final = (
    frozenset(("aws:principalorgid", "aws:principalorgpaths", "aws:userid", "aws:username"))
    | {ARN, ACCOUNT, "kms:calleraccount", "aws:principaltype", "aws:multifactorauthpresent"}
    | {"aws:multifactorauthage", "aws:tokenissuetime"}
)
"""Keys that requests of users and roles have, and those of nobody and of services have not."""

WHO: Final = ACCOUNTS | ARNS | ORGANIZATIONS | ORGANIZATION_PATHS | NETWORKS | OTHERS | {SOURCE_IP}
"""Keys by which a policy can say who is let in: the caller cannot choose what they hold."""

ALWAYS_THERE: Final = frozenset(
    (TRANSPORT, "aws:currenttime", "aws:epochtime", "aws:requestedregion", "aws:viaawsservice")
) | {IS_SERVICE, ACTION, RESOURCE}

BOOLEANS: Final = frozenset(
    (TRANSPORT, IS_SERVICE, "aws:viaawsservice", "aws:multifactorauthpresent")
) | {"kms:grantisforawsresource"}

_CHOSEN: Final = frozenset(
    (
        *(
            TRANSPORT,
            IS_SERVICE,
            EXTERNAL_ID,
            "aws:currenttime",
            "aws:epochtime",
            "aws:requestedregion",
        ),
        *("aws:referer", "aws:useragent", "aws:multifactorauthpresent", "aws:multifactorauthage"),
        *(
            "aws:tokenissuetime",
            "aws:principaltype",
            "aws:username",
            "aws:tagkeys",
            "aws:vpcsourceip",
        ),
        *("aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast"),
        *(
            "s3:prefix",
            "s3:delimiter",
            "s3:max-keys",
            "s3:versionid",
            "s3:authtype",
            "s3:tlsversion",
        ),
        *("s3:signatureversion", "s3:signatureage", "s3:locationconstraint", "s3:if-none-match"),
        *("kms:viaservice", "kms:encryptioncontextkeys", "kms:encryptionalgorithm"),
        *("kms:grantoperations", "kms:grantisforawsresource", "kms:granteeprincipal"),
        *("sts:rolesessionname", "sts:sourceidentity", "sts:transitivetagkeys"),
        *("sns:protocol", "sns:endpoint"),
    )
)
_CHOSEN_BEGIN: Final = (
    *("aws:principaltag/", "aws:requesttag/", "s3:x-amz-", "s3:requestobjecttag"),
    *("s3:object-lock-", "kms:encryptioncontext:"),
)

_CONTEXT: Final = "kms:encryptioncontext:"
_SUBJECT: Final = re.compile(r"[a-z0-9.\-]+(?:/[^:]*)?:(?:sub|aud|amr|oaud|app_id|user_id|iss)")
ANYBODYS_AUDIENCE: Final = "sts.amazonaws.com"
"""The audience that AWS itself is: tokens of anybody at a web identity provider may be for it."""


@lru_cache(maxsize=1 << 10)
def of_federation(key: str) -> bool:
    """Whether a key tells who an identity provider says it is: `accounts.google.com:aud`."""
    return _SUBJECT.fullmatch(key) is not None and not key.startswith(("aws:", "sts:"))


def of_encryption(key: str) -> bool:
    """Whether a key is of KMS's encryption context, where services say for what they encrypt."""
    return key.startswith(_CONTEXT)


@lru_cache(maxsize=1 << 10)
def names_who(key: str) -> bool:
    """Whether a policy can say with the key who is let in."""
    return key in WHO or of_federation(key)


@lru_cache(maxsize=1 << 10)
def understood(key: str) -> bool:
    """Whether it is known what the key may hold in a stranger's request."""
    return names_who(key) or key in _CHOSEN or key.startswith(_CHOSEN_BEGIN)
