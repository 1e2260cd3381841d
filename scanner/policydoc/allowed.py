"""Which actions an identity's policies allow, on whatever resource and under what conditions."""

from typing import Any

from scanner.network.opening import cut, summed
from scanner.policydoc import keys
from scanner.policydoc.actions import any_of, asked_actions, met
from scanner.policydoc.grant import Answer, Example, Grant
from scanner.policydoc.patterns import TooHard
from scanner.policydoc.search import Request, request_in
from scanner.policydoc.statements import Statement, statements
from scanner.policydoc.wherever import wherever
from scanner.unresolved import Unresolved


@wherever
def actions_allowed(policies: Any, actions: Any) -> Answer:
    """What an identity's policy, or a list of them, allows of some actions, by statement.

    What a Deny in any of them takes back is not allowed; that of a policy that could not be read is
    not counted on. A condition that can hold does not keep an action out: the grant tells it.
    """
    listed = policies if type(policies) is list else [policies]
    read = [one for each in listed if type(each) is not Unresolved for one in statements(each)]
    asked, unread = asked_actions(actions)
    found: Answer = []
    unknown = [*unread, *(each for each in listed if type(each) is Unresolved)]
    for statement in read:
        allowed: dict[str, Request] = {}
        for action in met(statement.actions[1], asked) if statement.may(allow=True) else ():
            request, why = _request(statement, read, action)
            unknown += why
            if request:
                allowed[action] = request
        if allowed:
            found.append(_grant(statement, allowed))
    why_not = summed(unknown)
    return [*found, why_not] if why_not else found


def _request(
    statement: Statement, read: list[Statement], action: str
) -> tuple[Request | None, list[Unresolved]]:
    """A request that is surely allowed, or else why one may be."""
    try:
        if statement.allows is True:
            found = _within(statement, read, action, most=False)
            if found:
                return found, []
        if _within(statement, read, action, most=True):
            return None, _doubts(statement, read)
    except TooHard as hard:
        return None, [Unresolved(f"statement {statement.name}: {hard}")]
    return None, []


def _within(statement: Statement, read: list[Statement], action: str, most: bool) -> Request | None:
    """A request of a statement that no Deny takes back: surely, or with `most` perhaps."""
    denied = [
        each.denied(not most)
        for each in read
        if each.may(allow=False) and (not most or each.allows is False)
    ]
    wanted = (keys.ACTION, any_of((action,)))
    return request_in((*statement.box(most), wanted), denied)


def _doubts(statement: Statement, read: list[Statement]) -> list[Unresolved]:
    """Why it is not known whether a statement allows something."""
    others = [each for each in read if each.may(allow=False)]
    found = [why for each in (statement, *others) for why in each.doubts()]
    return found or [Unresolved(f"whether a Deny spares what statement {statement.name} allows")]


def _grant(statement: Statement, allowed: dict[str, Request]) -> Grant:
    action, request = next(iter(allowed.items()))
    more = f" and {len(allowed) - 1} actions more" if len(allowed) > 1 else ""
    context = {
        each.key: value.replace("\0", "")
        for each in statement.conditions
        if (value := request.get(each.key)) is not None
    }
    resource = (request.get(keys.RESOURCE) or "").replace("\0", "") or "*"
    return Grant(
        cut(f"statement {statement.name} allows {action}{more}"),
        statement.name,
        "",
        tuple(allowed),
        statement.condition,
        Example("", action, resource, context),
        f"Statement[{statement.position}]",
    )
