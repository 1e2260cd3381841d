"""What a policy must or must not say as a whole: that it requires TLS, that it is no free pass.

Sources: docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html and AWS
Config's managed rules s3-bucket-ssl-requests-only and iam-policy-no-statements-with-admin-access
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from scanner.network.opening import cut, elements, summed
from scanner.policydoc import keys, limits
from scanner.policydoc.callers import addressed, callers
from scanner.policydoc.grant import Answer, Example, Grant
from scanner.policydoc.limits import NEVER, PRESENT, Limit, one_of, outside
from scanner.policydoc.patterns import EVERYTHING, Pattern, TooHard, like
from scanner.policydoc.principals import EVERYBODY, Named
from scanner.policydoc.search import Request, request_in
from scanner.policydoc.statements import Box, Statement, statements
from scanner.policydoc.trust import accounts, partition
from scanner.policydoc.wherever import wherever
from scanner.unresolved import Unresolved, identity

_PLAIN: Final = one_of((Pattern("false"),))
_ACTIONS: Final = one_of((like("*:*"),))
_ALL: Final = Named("AWS", EVERYBODY)
_STRANGER: Final = "999999999999"
_MOST: Final = 40


@wherever
def denies_insecure_transport(policy: Any, resources: Any = None) -> Answer:
    """A request without TLS that no Deny stops; empty if TLS is required of everybody.

    `resources` are the ARNs it must hold for; without them those that the Deny statements name,
    where an S3 bucket is meant with all objects in it. No policy requires nothing.
    """
    read = statements(policy)
    wanted, unread = _wanted(resources, read)
    there = sorted(accounts(read))
    found: Answer = []
    try:
        for most in () if _plainly_stopped(read, wanted) else (True, False):
            request = _unstopped(read, wanted, there[:_MOST], most)
            if request and most and not unread:
                return [_insecure(request)]
            if request:
                whys = [why for each in read for why in each.doubts()]
                reason = summed([*unread, *whys])
                return [reason or Unresolved("whom a Deny of insecure transport spares")]
    except TooHard as hard:
        return [Unresolved(str(hard))]
    if unread or len(there) > _MOST:
        found.append(summed(unread) or Unresolved("a policy names too many accounts"))
    return found


def _plainly_stopped(read: list[Statement], wanted: Limit) -> bool:
    """Whether one Deny or another surely stops everybody without TLS at each resource wanted.

    So most buckets have it; for others it takes a search.
    """
    denied = [each for each in read if each.allows is False and _of_all_without_tls(each)]
    if not denied:
        return False
    service = _service(wanted, read)
    resources = [
        each.resources[0].values
        for each in denied
        if not each.resources[0].negated
        and limits.left((service, outside(each.actions[0]))) is None
    ]
    return all(any(each in values for values in resources) for each in wanted.values)


def _of_all_without_tls(statement: Statement) -> bool:
    """Whether a statement is surely for all that anybody asks without TLS of its resources."""
    whom = statement.principals
    return (
        whom is not None
        and not (whom.negated or whom.unsure)
        and any(each.everybody for each in whom.named)
        and all(
            each.key == keys.TRANSPORT and not each.quantifier and each.least.admits("false")
            for each in statement.conditions
        )
    )


def _unstopped(
    read: list[Statement], wanted: Limit, there: list[str], most: bool
) -> Request | None:
    """A request without TLS outside of all that is denied: surely, or with `most` at most."""
    base = (
        (keys.TRANSPORT, _PLAIN),
        (keys.RESOURCE, wanted),
        (keys.ACTION, _service(wanted, read)),
        ("s3:tlsversion", limits.ABSENT),
    )
    if not any(each.may(allow=False) for each in read):
        return _anybodys(base)
    for caller in callers(_ALL, (_STRANGER, *there), False, partition(read)):
        denied = [
            (addressed(each.principals, caller, most), *each.denied(most))
            for each in read
            if each.may(allow=False) and (most or each.allows is False)
        ]
        found = request_in((*caller.box, *base), denied)
        if found:
            return found
    return None


@lru_cache(maxsize=1 << 8)
def _anybodys(base: Box) -> Request | None:
    """A request that nothing is denied of, by somebody without a name."""
    nobody = next(callers(_ALL, (), sources=False))
    return request_in((*nobody.box, *base), ())


def _service(wanted: Limit, read: list[Statement]) -> Limit:
    """The actions on resources: of the services in their ARNs, or else in what is denied."""
    names = [each.text.split(":")[2] for each in wanted.values if each.text.count(":") > 4]
    if not names:
        about = [each.actions[0].values for each in read if _about_transport(each)]
        names = [pattern.text.split(":")[0] for values in about for pattern in values]
    if not names or "*" in "".join(names):
        return _ACTIONS
    return one_of(like(f"{each}:*") for each in dict.fromkeys(names))


def _wanted(resources: Any, read: list[Statement]) -> tuple[Limit, list[Unresolved]]:
    """The resources that must be reached over TLS only."""
    if resources is not None:
        texts = [identity(each) for each in elements(resources)]
        unread = [each for each in elements(resources) if identity(each) is None]
        known = [like(each) for each in texts if each is not None]
        whys = [each for each in unread if type(each) is Unresolved]
        return one_of(known or EVERYTHING), whys
    named = [each for each in _denied_resources(read) if each.text != "*"]
    found = [
        whole for each in named for whole in (_bucket(each) if ":s3:::" in each.text else (each,))
    ]
    return one_of(dict.fromkeys(found) or EVERYTHING), []


def _denied_resources(read: list[Statement]) -> Iterator[Pattern]:
    """The resources of each Deny that is about transport."""
    for each in read:
        limit = each.resources[0]
        if _about_transport(each) and limit.kind == limits.TEXT and not limit.negated:
            yield from limit.values


def _about_transport(statement: Statement) -> bool:
    """Whether a statement surely denies something because of how it is sent."""
    about = any(condition.key == keys.TRANSPORT for condition in statement.conditions)
    return statement.allows is False and about


def _bucket(resource: Pattern) -> tuple[Pattern, ...]:
    bucket = resource.text.split("/")[0]
    if bucket.endswith("*"):
        return (resource,)
    return like(bucket), like(f"{bucket}/*")


def _insecure(request: Request) -> Grant:
    action, resource = request.get(keys.ACTION) or "*", request.get(keys.RESOURCE) or "*"
    who = request.get(keys.ARN) or request.get(keys.SERVICE) or "anonymous"
    return Grant(
        cut(f"no statement denies {action} on {resource} without TLS"),
        "",
        who,
        (action,),
        None,
        Example(who, action, resource, {keys.TRANSPORT: "false"}),
        "Statement",
    )


@wherever
def full_admin(policy: Any) -> Answer:
    """The statements that allow every action on every resource, under whatever conditions.

    A Deny of all of it, without a condition, undoes them; a Deny of a part does not.
    """
    read = statements(policy)
    found: Answer = []
    unknown: list[Unresolved] = []
    try:
        denied = [each for each in read if each.allows is False and not each.conditions]
        if any(_whole(each, most=False) and each.principals is None for each in denied):
            return []
        for each in read:
            if each.may(allow=True) and _whole(each, most=True) and _possible(each):
                if each.allows and _whole(each, most=False):
                    found.append(_admin(each))
                else:
                    unknown += each.why
    except TooHard as hard:
        unknown.append(Unresolved(str(hard)))
    why = summed(unknown)
    return [*found, why] if why else found


def _whole(statement: Statement, most: bool) -> bool:
    """Whether a statement is for every action on every resource."""
    action, resource = statement.actions[most], statement.resources[most]
    return (
        limits.left((PRESENT, _ACTIONS, outside(action))) is None
        and limits.left((PRESENT, outside(resource))) is None
    )


def _possible(statement: Statement) -> bool:
    """Whether no condition of a statement can never hold."""
    return all(each.most != NEVER for each in statement.conditions)


def _admin(statement: Statement) -> Grant:
    return Grant(
        cut(f"statement {statement.name} allows every action on every resource"),
        statement.name,
        "",
        ("*",),
        statement.condition,
        Example("", "*", "*", {}),
        f"Statement[{statement.position}]",
    )
