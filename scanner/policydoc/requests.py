"""Whether a policy allows one request: yes, no, or not known.

Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from typing import Any

from scanner.network.opening import summed
from scanner.policydoc import keys
from scanner.policydoc.callers import NOBODY_KNOWN, Caller, account_of, addressed, whole_account
from scanner.policydoc.conditions import ALL, Condition
from scanner.policydoc.limits import Limit
from scanner.policydoc.principals import EVERYBODY
from scanner.policydoc.statements import Statement, statements
from scanner.unresolved import Unresolved

_Request = dict[str, Any]


def allows(
    policy: Any, principal: str, action: str, resource: str, context: Any = None
) -> bool | Unresolved:
    """Whether the policy by itself allows a request: a Deny in it wins, and no Allow is a no.

    `principal` is an account id, an ARN, a service's name, or `*` for somebody without a name.
    A key that `context` lacks is one that the request has not; a value in it may be a list.
    """
    caller, request = _caller(principal)
    given = context if type(context) is dict else {}
    request |= {str(key).lower(): value for key, value in given.items()}
    request |= {keys.ACTION: action.lower(), keys.RESOURCE: resource}
    read = statements(policy)
    if _allowed(read, caller, request, most=False):
        return True
    if not _allowed(read, caller, request, most=True):
        return False
    whys = [why for each in read for why in each.why]
    whys += [each for each in request.values() if type(each) is Unresolved]
    return summed(whys) or Unresolved("whether the policy is for this principal")


def _allowed(read: list[Statement], caller: Caller, request: _Request, most: bool) -> bool:
    """Whether it is allowed surely, or with `most` perhaps."""
    denied = any(
        each.may(allow=False)
        and (not most or each.allows is False)
        and _holds(each, caller, request, not most)
        for each in read
    )
    return not denied and any(
        each.may(allow=True)
        and (most or each.allows is True)
        and _holds(each, caller, request, most)
        for each in read
    )


def _holds(statement: Statement, caller: Caller, request: _Request, most: bool) -> bool:
    """Whether a statement is about the request."""
    key, limit = addressed(statement.principals, caller, most)
    side = 1 if most else 0
    return (
        _within(limit, request.get(key), "", most)
        and _within(statement.actions[side], request[keys.ACTION], "", most)
        and _within(statement.resources[side], request[keys.RESOURCE], "", most)
        and all(_met(each, request, most) for each in statement.conditions)
    )


def _met(condition: Condition, request: _Request, most: bool) -> bool:
    limit = condition.most if most else condition.least
    return _within(limit, request.get(condition.key), condition.quantifier, most)


def _within(limit: Limit, value: Any, quantifier: str, most: bool) -> bool:
    values = value if type(value) is list else [value]
    if value is None or not values:
        return limit.absent
    every = all if quantifier == ALL else any
    return every(most if type(each) is Unresolved else limit.admits(_text(each)) for each in values)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _caller(principal: str) -> tuple[Caller, _Request]:
    """The caller that a text names, with the keys that its request has by itself."""
    whole, account = whole_account(principal), account_of(principal)
    if principal == EVERYBODY:
        return Caller(NOBODY_KNOWN, ()), {keys.IS_SERVICE: "false"}
    if account is None:
        return Caller("Service", ()), {keys.SERVICE: principal, keys.IS_SERVICE: "true"}
    name = principal if whole is None or principal != whole else f"arn:aws:iam::{whole}:root"
    request = {keys.ARN: name, keys.ACCOUNT: account, "kms:calleraccount": account}
    return Caller("AWS", ()), {**request, keys.IS_SERVICE: "false"}
