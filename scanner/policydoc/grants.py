"""What a policy lets outsiders do: each statement and principal, with an example request."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from scanner.network.opening import MOST, cut, summed
from scanner.policydoc import keys
from scanner.policydoc.actions import any_of, met, of_objects
from scanner.policydoc.callers import Caller, addressed, callers
from scanner.policydoc.grant import Answer, Example, Grant
from scanner.policydoc.limits import one_of
from scanner.policydoc.patterns import TooHard, like
from scanner.policydoc.principals import EVERYBODY, Named
from scanner.policydoc.search import Request, request_in
from scanner.policydoc.statements import Box, Statement
from scanner.policydoc.trust import Trust, accounts, insider, partition
from scanner.unresolved import Unresolved

EVERY_KIND: Final = frozenset(("AWS", "Service", "Federated", "CanonicalUser"))
_MOST_ACCOUNTS: Final = 40
_MOST_WORK: Final = 100_000
_ALL: Final = Named("AWS", EVERYBODY)
_OBJECTS: Final = one_of((like("*/*"), like("\0*")))


class Asked(NamedTuple):
    """A question: which actions, by whom; `kinds` are the kinds of principals asked about.

    `unread` is what of the actions is not known, `unsure` what of those who are trusted.
    """

    actions: tuple[str, ...]
    unread: tuple[Unresolved, ...]
    outsiders: tuple[Trust, Trust]
    kinds: frozenset[str] = EVERY_KIND
    unsure: tuple[Unresolved, ...] = ()


def grants(statements: list[Statement], asked: Asked) -> Answer:
    """What the statements let those asked about do."""
    found: list[Grant] = []
    unknown: list[Unresolved] = []
    if _work(statements, asked) > _MOST_WORK:
        return [Unresolved("a policy names more than can be worked out in time")]
    for statement, named in allowed(statements, asked.kinds):
        grant, why = _granted(statement, named, statements, asked)
        found += [grant] if grant else []
        unknown += why
    answer: Answer = list(islice(found, MOST))
    if why_not := summed(unknown):
        answer.append(why_not)
    return answer


def allowed(
    statements: list[Statement], kinds: frozenset[str]
) -> Iterator[tuple[Statement, Named]]:
    """Each statement that may allow something, with each principal of these kinds in it."""
    for statement in statements:
        if statement.may(allow=True) and statement.principals is not None:
            yield from ((statement, named) for named in _whom(statement, kinds))


def _work(statements: list[Statement], asked: Asked) -> int:
    """How many times a statement would have to be looked at."""
    there = len(accounts(statements)) + 1
    everybody = 2 * there + 1
    sources = there if _tells_sources(statements) else 1
    each_time = len(asked.actions) * len(statements)
    return each_time * sum(
        everybody if named.everybody else sources for _, named in allowed(statements, asked.kinds)
    )


def _tells_sources(statements: list[Statement]) -> bool:
    """Whether it matters for whose resource a service sends a request."""
    return any(each.key in keys.OF_SOURCES for one in statements for each in one.conditions)


def _whom(statement: Statement, kinds: frozenset[str]) -> Iterator[Named]:
    """The principals to ask about, once each."""
    principals = statement.principals
    if principals is None:
        return
    if principals.negated or principals.unsure:
        yield _ALL
    if not principals.negated:
        for named in dict.fromkeys(principals.named):
            if (named.kind in kinds or named.everybody) and not (
                principals.unsure and named.everybody
            ):
                yield named


def _granted(
    statement: Statement, named: Named, statements: list[Statement], asked: Asked
) -> tuple[Grant | None, list[Unresolved]]:
    open_: dict[str, Request] = {}
    unknown: list[Unresolved] = []
    for action in met(statement.actions[1], asked.actions):
        found, why = _asked(statement, named, statements, asked, action)
        unknown += why
        if found:
            open_[action] = found
    if asked.unread and not open_:
        unknown += asked.unread
    return (_grant(statement, named, statements, open_) if open_ else None), unknown


def _asked(
    statement: Statement, named: Named, statements: list[Statement], asked: Asked, action: str
) -> tuple[Request | None, list[Unresolved]]:
    """A request for one action that is surely allowed, or else why one may be."""
    this = _Question(statement, named, statements, action)
    try:
        found = this.request(asked.outsiders[0], most=False)
        if found:
            return found, []
        doubts = this.doubts()
        if not doubts and asked.outsiders[0] is asked.outsiders[1]:
            return None, []
        if this.request(asked.outsiders[1], most=True):
            return None, doubts or [*asked.unsure, *asked.unread]
    except TooHard as hard:
        return None, [Unresolved(f"statement {statement.name}: {hard}")]
    return None, []


class _Question(NamedTuple):
    """Whether a statement lets a principal do something."""

    statement: Statement
    named: Named
    statements: list[Statement]
    action: str

    def request(self, trust: Trust, most: bool) -> Request | None:
        """A request of an outsider that is allowed: surely, or with `most` perhaps."""
        if insider(self.named, trust) or (not most and not self.surely()):
            return None
        there = accounts(self.statements)
        if len(there) > _MOST_ACCOUNTS:
            raise TooHard(f"it names {len(there)} accounts")
        sources = _tells_sources(self.statements)
        known = (_stranger(there), *sorted(there))
        for caller in callers(self.named, known, sources, partition(self.statements)):
            found = request_in(self.allowed(caller, trust, most), self.denied(caller, not most))
            if found:
                return found
        return None

    def surely(self) -> bool:
        """Whether the statement surely allows, and surely this principal."""
        principals = self.statement.principals
        unsure = principals is None or (principals.unsure and self.named == _ALL)
        unsure = unsure or self.named.partly
        return self.statement.allows is True and not unsure

    def allowed(self, caller: Caller, trust: Trust, most: bool) -> Box:
        """What a caller may send by the statement: surely, or with `most` perhaps."""
        box = (*caller.box, *self.statement.box(most), (keys.ACTION, any_of((self.action,))))
        principals = self.statement.principals
        if principals and principals.negated:
            box = (*box, addressed(principals, caller, most))
        if of_objects(self.action):
            box = (*box, (keys.RESOURCE, _OBJECTS))
        here = dict.fromkeys(key for key, _ in box)
        return (*box, *((key, trust.outsiders(key, caller.kind)) for key in here))

    def denied(self, caller: Caller, most: bool) -> list[Box]:
        """What the Deny statements keep from the caller: surely, or with `most` perhaps."""
        return [
            (addressed(each.principals, caller, most), *each.denied(most))
            for each in self.statements
            if each.may(allow=False) and (most or each.allows is False)
        ]

    def doubts(self) -> list[Unresolved]:
        """Why less may be known of the answer than of others."""
        found = list(self.statement.doubts())
        for each in self.statements:
            if each.may(allow=False):
                found += each.doubts()
        return found or self.vague()

    def vague(self) -> list[Unresolved]:
        """Why a Deny may not be decided though all of it is known: whom it is for."""
        if any(each.may(allow=False) for each in self.statements):
            return [
                Unresolved(f"whether a Deny spares what statement {self.statement.name} allows")
            ]
        return []


def _stranger(there: Iterable[str]) -> str:
    """An account that nobody named."""
    taken = set(there)
    return next(text for n in range(len(taken) + 1) if (text := f"{999999999999 - n}") not in taken)


def _grant(
    statement: Statement, named: Named, statements: list[Statement], found: dict[str, Request]
) -> Grant:
    who = name_of(named)
    action, request = next(iter(found.items()))
    if "*" in action or "?" in action:
        action = request.get(keys.ACTION) or action
    more = f" and {len(found) - 1} actions more" if len(found) > 1 else ""
    telling = {each.key for one in statements for each in one.conditions}
    return Grant(
        cut(f"statement {statement.name} lets {who} do {action}{more}"),
        statement.name,
        who,
        tuple(found),
        statement.condition,
        _example(named, action, {key: request.get(key) for key in telling}, request),
        f"Statement[{statement.position}]",
    )


def name_of(named: Named) -> str:
    """What a sentence calls a principal."""
    if named.everybody:
        return "everybody"
    return cut(named.name.removeprefix("\0"))


def _example(named: Named, action: str, telling: Request, request: Request) -> Example:
    who = request.get(keys.ARN) or request.get(keys.SERVICE)
    if who is None:
        who = "anonymous" if named.everybody else name_of(named)
    context = {
        key: value.replace("\0", "") for key, value in sorted(telling.items()) if value is not None
    }
    resource = (request.get(keys.RESOURCE) or "").replace("\0", "") or "*"
    return Example(who.replace("\0", ""), action, resource, context)
