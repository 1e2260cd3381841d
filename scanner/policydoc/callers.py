"""Who may send a request that a statement is for: each caller with what its request says of it.

Sources: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and
reference_policies_elements_notprincipal.html
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from scanner.policydoc import keys
from scanner.policydoc.limits import ABSENT, ALWAYS, NEVER, PRESENT, Limit, one_of, outside
from scanner.policydoc.patterns import EVERYTHING, Pattern, like
from scanner.policydoc.principals import EVERYBODY, Named, Principals
from scanner.policydoc.statements import Box

_ACCOUNT: Final = re.compile(r"[0-9]{12}")
_SESSION: Final = re.compile(r"arn:([^:]+):sts::([0-9]{12}):assumed-role/([^/]+)/.*", re.DOTALL)
_ARN: Final = re.compile(r"arn:[^:]*:[^:]*:[^:]*:([^:]*):.*", re.DOTALL)

NOBODY_KNOWN: Final = "anonymous"

_OF_KIND: Final = {
    "AWS": keys.ARN,
    "Service": keys.SERVICE,
    "Federated": keys.FEDERATED,
    "CanonicalUser": keys.CANONICAL,
}


class Caller(NamedTuple):
    """Callers of one kind, and the limits within which their requests' keys are."""

    kind: str
    box: Box


def account_of(text: str) -> str | None:
    """The account that an account's id or an ARN is of; None if it says none."""
    if _ACCOUNT.fullmatch(text):
        return text
    arn = _ARN.fullmatch(text)
    return arn[1] if arn and _ACCOUNT.fullmatch(arn[1]) else None


def whole_account(text: str) -> str | None:
    """The account that a principal's name means all of: its id, or the ARN of its root."""
    account = account_of(text)
    return account if account and (account == text or text.endswith(":root")) else None


def in_account(account: str) -> Pattern:
    """The ARNs of an account."""
    return Pattern(f"arn:*:*:*:{account}:*", like=True, parts=True)


def callers(
    named: Named, accounts: Iterable[str], sources: bool, partition: str = "aws"
) -> Iterator[Caller]:
    """Those who may call by one principal's name, everybody being of one of the accounts.

    With `sources` requests that a service makes for an account's resource are told apart.
    """
    known = tuple(accounts)
    for caller in _plain(named, known, partition):
        yield Caller(caller.kind, (*caller.box, *((key, ABSENT) for key in keys.OF_SOURCES)))
        if sources and not (named.everybody and caller.kind == "AWS"):
            yield from (
                Caller(caller.kind, caller.box + _source(each, partition)) for each in known
            )


def _source(account: str, partition: str) -> Box:
    """What a request says that a service makes for an account's resource; S3's ARNs name none."""
    start = f"arn:{partition}:*:*"
    arns = (
        Pattern(f"{start}:{account}:*", like=True, parts=True),
        Pattern(f"{start}::*", like=True, parts=True),
    )
    this = one_of((Pattern(account),), absent=True)
    return (
        (keys.SOURCE_ACCOUNT, this),
        ("aws:sourceowner", this),
        (keys.SOURCE_ARN, one_of(arns, absent=True)),
    )


def _plain(named: Named, accounts: tuple[str, ...], partition: str) -> Iterator[Caller]:
    if named.everybody:
        yield Caller(NOBODY_KNOWN, _not_a_user(ABSENT, "false"))
        yield from (_user(_members(each, partition), each) for each in accounts)
        yield Caller("Service", _not_a_user(PRESENT, "true"))
    elif named.kind == "Service":
        yield Caller("Service", _not_a_user(one_of(_name(named)), "true"))
    elif named.kind == "AWS":
        yield from _users(named, accounts, partition)
    else:
        this = ((_OF_KIND[named.kind], one_of(_name(named))),)
        yield Caller(named.kind, this + _not_a_user(ABSENT, "false"))


def _users(named: Named, accounts: tuple[str, ...], partition: str) -> Iterator[Caller]:
    account = account_of(named.name)
    if account is not None:
        whole = named.partly or whole_account(named.name)
        yield _user(_members(account, partition) if whole else _arns(named)[1], account)
    elif named.name.startswith("\0"):
        yield Caller("AWS", ((keys.ARN, one_of(_name(named))), (keys.SERVICE, ABSENT)))
    elif {"*", "?"} & set(named.name):
        for each in accounts:
            user = _user(_members(each, partition), each)
            yield user._replace(box=(*user.box, (keys.ARN, one_of((like(named.name),)))))


def _members(account: str, partition: str) -> tuple[Pattern, ...]:
    """The ARNs that a request of somebody in an account may tell."""
    start = f"arn:{partition}:iam::{account}"
    users = (like(f"{start}:{each}") for each in ("root", "user/?*", "role/?*"))
    return (*users, like(f"arn:{partition}:sts::{account}:federated-user/?*"))


def _user(arns: tuple[Pattern, ...], account: str) -> Caller:
    this = one_of((Pattern(account),))
    return Caller(
        "AWS",
        (
            (keys.ARN, one_of(arns)),
            (keys.ACCOUNT, this),
            ("kms:calleraccount", this),
            (keys.SERVICE, ABSENT),
            (keys.IS_SERVICE, one_of((Pattern("false"),))),
        ),
    )


@lru_cache(maxsize=1 << 8)
def _not_a_user(service: Limit, is_service: str) -> Box:
    return (
        *((key, ABSENT) for key in sorted(keys.OF_PRINCIPALS)),
        (keys.SERVICE, service),
        (keys.IS_SERVICE, one_of((Pattern(is_service),))),
    )


def _name(named: Named) -> tuple[Pattern, ...]:
    return EVERYTHING if named.name == EVERYBODY else (Pattern(named.name),)


def _arns(named: Named) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    """The ARNs of those that a name of the kind AWS is for, surely and at most.

    A session's request tells the role, not the session, as its principal's ARN.
    """
    if named.everybody:
        return EVERYTHING, EVERYTHING
    account = account_of(named.name)
    if named.partly and account:
        return (), (in_account(account),)
    whole = whole_account(named.name)
    if whole:
        return (in_account(whole),), (in_account(whole),)
    session = _SESSION.fullmatch(named.name)
    if session:
        role = f"arn:{session[1]}:iam::{session[2]}:role/"
        return (), (Pattern(f"{role}{session[3]}"), like(f"{role}*/{session[3]}"))
    exact = (Pattern(named.name, like=True, parts=True),)
    return exact, exact


def addressed(principals: Principals | None, caller: Caller, most: bool) -> tuple[str, Limit]:
    """Which of the callers a statement is for, as a limit on one key of their requests."""
    if principals is None:
        return keys.ACTION, ALWAYS
    if principals.unsure and most != principals.negated:
        return keys.ACTION, ALWAYS if most else NEVER
    if principals.negated:
        key, exempt = _exempt(principals.named, caller, not most)
        limit = outside(exempt)
        return (key, limit) if not (principals.unsure and not most) else (key, NEVER)
    return _called(principals.named, caller, most)


def _called(named: tuple[Named, ...], caller: Caller, most: bool) -> tuple[str, Limit]:
    if any(each.everybody for each in named):
        return keys.ACTION, ALWAYS
    key = _OF_KIND.get(caller.kind, keys.ACTION)
    if caller.kind == "CanonicalUser" and most and any(each.kind == "AWS" for each in named):
        return key, ALWAYS  # nobody here knows whose account it is
    alike = [each for each in named if each.kind == caller.kind]
    patterns = [
        pattern
        for each in alike
        for pattern in (_arns(each)[most] if each.kind == "AWS" else _name(each))
    ]
    return key, one_of(patterns) if patterns else NEVER


def _exempt(named: tuple[Named, ...], caller: Caller, most: bool) -> tuple[str, Limit]:
    """Those whom NotPrincipal leaves out: users only together with their account."""
    if caller.kind != "AWS" or most:
        return _called(named, caller, most)
    wholes = {whole_account(each.name) for each in named}
    kept = [
        each
        for each in named
        if each.everybody or (not whole_account(each.name) and account_of(each.name) in wholes)
    ]
    return _called(tuple(kept), caller, most)
