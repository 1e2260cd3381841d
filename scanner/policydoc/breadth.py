"""How much one statement gives away: a whole service, or an action on everything there is.

Like AWS Config's managed rules iam-policy-no-statements-with-full-access and
iam-customer-policy-blocked-kms-actions they ask what a statement grants under whatever conditions.
A Deny undoes it only if it has no condition and is for all resources.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from scanner.network.opening import cut, elements, summed
from scanner.policydoc import limits
from scanner.policydoc.actions import any_of, asked_actions, met
from scanner.policydoc.grant import Answer, Example, Grant
from scanner.policydoc.limits import NEVER, PRESENT, Limit, one_of, outside
from scanner.policydoc.patterns import TooHard, like
from scanner.policydoc.statements import Statement, statements
from scanner.policydoc.wherever import wherever
from scanner.unresolved import Unresolved

_SOME_SERVICES: Final = ("ec2", "s3", "iam", "kms", "sqs", "sns", "rds", "lambda", "logs", "ecs")
"""Any that a wildcard or a NotAction may be for: one of them is, whatever it leaves out."""

_ACTIONS: Final = one_of((like("?*:?*"),))

_Given = Callable[[Statement, bool, list[Statement]], str | None]
"""The action that a statement of several gives away, surely or at most."""


@wherever
def whole_services(policy: Any) -> Answer:
    """The statements that allow every action of some service, on whatever resources."""
    return _at_fault(statements(policy), _whole_service, "every action of a service")


@wherever
def allowed_everywhere(policies: Any, actions: Any, resources: Any) -> Answer:
    """The statements that allow one of the actions, which may have wildcards, on all resources.

    `policies` is one or a list of them, each looked at by itself. `resources` are patterns of ARNs:
    a statement is at fault if it is for all that they match.
    """
    asked, unread = asked_actions(actions)
    where = one_of(like(each) for each in elements(resources) if isinstance(each, str))

    def given(statement: Statement, most: bool, read: list[Statement]) -> str | None:
        if not met(statement.actions[most], asked):
            return None
        resources = statement.resources[most and not _named_alone(statement)]
        if limits.left((where, outside(resources))) is not None:
            return None
        free = (outside(each.actions[not most]) for each in _denied(read, not most))
        found = limits.left((_ACTIONS, any_of(asked), statement.actions[most], *free))
        return found[0] if found else None

    several = policies if type(policies) is list else [policies]
    found = (_at_fault(statements(each), given, "an action on all resources") for each in several)
    return [*(answer for answers in found for answer in answers), *unread[:1]]


def _named_alone(statement: Statement) -> bool:
    """Whether nothing of it is unknown but what declared resources will be called.

    Each of those is one ARN, and so never all that a pattern matches.
    """
    return all(each.named for each in statement.why)


def _at_fault(read: list[Statement], given: _Given, what: str) -> Answer:
    found: Answer = []
    unknown: list[Unresolved] = []
    try:
        for each in read:
            if not each.may(allow=True) or any(one.most == NEVER for one in each.conditions):
                continue
            action = given(each, False, read) if each.allows else None
            if action is not None:
                found.append(_grant(each, action))
            elif given(each, True, read):
                doubts = [why for one in read for why in one.why]
                unknown.append(summed(doubts) or Unresolved(f"whether a statement allows {what}"))
    except TooHard as hard:
        unknown.append(Unresolved(str(hard)))
    why = summed(unknown)
    return [*found, why] if why else found


def _denied(read: list[Statement], most: bool) -> list[Statement]:
    """What is denied on all resources without a condition: surely, or with `most` perhaps."""
    return [
        each
        for each in read
        if (each.may(allow=False) if most else each.allows is False)
        and (most or each.principals is None)
        and not each.conditions
        and limits.left((PRESENT, outside(each.resources[most]))) is None
    ]


def _whole_service(statement: Statement, most: bool, read: list[Statement]) -> str | None:
    if limits.left((PRESENT, statement.resources[most])) is None:
        return None
    action, denied = statement.actions[most], _denied(read, not most)
    for name in dict.fromkeys((*_services(action), *_SOME_SERVICES)):
        every = one_of((like(f"{name}:?*"),))
        free = (outside(each.actions[not most]) for each in denied)
        if limits.left((every, outside(action))) is None and limits.left((every, *free)):
            return f"{name}:*"
    return None


def _services(actions: Limit) -> Iterator[str]:
    """The services that a statement's actions name."""
    for each in actions.values if actions.kind == limits.TEXT else ():
        name, colon, _ = each.text.partition(":")
        if colon and not {"*", "?"} & set(name):
            yield name


def _grant(statement: Statement, action: str) -> Grant:
    left = limits.left((PRESENT, statement.resources[0]))
    resource = (left[0] if left else None) or "*"
    return Grant(
        cut(f"statement {statement.name} allows {action}"),
        statement.name,
        "",
        (action,),
        statement.condition,
        Example("", action, resource, {}),
        f"Statement[{statement.position}]",
    )
