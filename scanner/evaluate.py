"""Rules judge items into findings: pass, fail or unknown, each with its evidence."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from scanner import places, wording
from scanner.clip import clipped
from scanner.expression import Expression, computed
from scanner.finding import Finding
from scanner.inventory import Entry, Inventory, Partition, ids
from scanner.model import Document, Evidence, Fix, Item, Location, Place, Related, Resource, Verdict
from scanner.operators import OPERATORS, Held
from scanner.rule import AnyOf, Clause, Compare, Join, Not, Rule
from scanner.unresolved import OPEN, Unresolved, identity, merged

Spare = Callable[[Rule, Verdict], bool] | None
"""Whether a finding of this verdict need not be made, since it is only counted."""


class Situation:
    """What a rule's clauses read of one item, each expression computed once."""

    __slots__ = ("_known", "root")

    def __init__(self, root: Document) -> None:
        self.root = root
        self._known: dict[str, Any] = {}

    def found(self, expression: Expression) -> Any:
        """An expression's value."""
        text = expression.text
        if text not in self._known:
            self._known[text] = computed(expression, self.root)
        return self._known[text]

    def held(self, clause: Clause) -> Held:
        """Whether a clause holds: True, False, or why it cannot be told."""
        if isinstance(clause, Compare):
            return OPERATORS[clause.operator](self.found(clause.value), clause.wanted)
        if isinstance(clause, Not):
            inner = self.held(clause.clause)
            return inner if isinstance(inner, Unresolved) else not inner
        answers = [self.held(each) for each in clause.clauses]
        if any(answer is True for answer in answers):
            return True
        missing = [answer for answer in answers if isinstance(answer, Unresolved)]
        return merged(missing) if missing else False


class Decision(NamedTuple):
    """The verdict on an item, None out of scope; what clauses read, and what each of them said."""

    verdict: Verdict | None
    situation: Situation
    clauses: Sequence[Clause] = ()
    answers: Sequence[Held] = ()


def decision(rule: Rule, document: Document, partition: Partition) -> Decision:
    """What a rule says of a document.

    A clause that fails decides, whatever is unresolved beside it; an item that may be out of scope
    is unknown. Joins are made only when what comes before them has not decided.
    """
    situation = Situation({**document, "params": rule.params})
    if rule.when:
        scope = [situation.held(clause) for clause in rule.plain_scope]
        if rule.joined_scope and False not in scope:
            situation = _joining(situation, rule.scope_joins, partition)
            scope += [situation.held(clause) for clause in rule.joined_scope]
        if False in scope:
            return Decision(None, situation)
        if scope.count(True) < len(scope):
            return Decision(Verdict.UNKNOWN, situation, rule.plain_scope + rule.joined_scope, scope)
    if rule.other_joins:
        situation = _joining(situation, rule.other_joins, partition)
    answers = [situation.held(clause) for clause in rule.check]
    return Decision(_verdict(answers), situation, rule.check, answers)


def _verdict(answers: list[Held]) -> Verdict:
    if False in answers:
        return Verdict.FAIL
    return Verdict.PASS if answers.count(True) == len(answers) else Verdict.UNKNOWN


def _joining(situation: Situation, joins: Sequence[Join], partition: Partition) -> Situation:
    """The situation with each join's items under its name; a join may start from those before."""
    root = dict(situation.root)
    for join in joins:
        root[join.name] = joined(join, root, partition)
    return Situation(root)


def joined(join: Join, root: Document, partition: Partition) -> list[Any]:
    """The documents that a join finds, each once, and an unresolved element for what it misses."""
    wanted = ids(computed(join.ours, root))
    if not wanted:
        return [] if join.optional else [Unresolved(f"{join.ours.text} names no {join.type}")]
    partners = partition.partners(join.type, join.theirs)
    result: dict[int, Any] = {}
    missing: list[Any] = []
    for one in wanted:
        if identity(one) is None:
            missing.append(one)
            continue
        matches = partners.of(one)
        for match in matches:
            result[id(match)] = match
        if not matches and (not join.optional or _elsewhere(one, partition)):
            missing.append(Unresolved(f"{_called(one)} is no known {join.type}"))
    if join.optional or join.theirs.text != "resourceId":
        gap = partition.gap(join.type) or _outside(wanted, partition, join)
        missing += [Unresolved(gap)] if gap else []
    return [*result.values(), *missing]


def _called(one: Any) -> str:
    """An id in words: of what only deployment decides, what it will be known by."""
    if not isinstance(one, Unresolved):
        return str(one)
    return one.token.removeprefix(OPEN) or f"what is not known ({one.why})"


def _elsewhere(one: Any, partition: Partition) -> bool:
    """Whether an id is of something that a template uses and does not declare."""
    here = one.named if isinstance(one, Unresolved) else one in partition.names
    return partition.declared and not here


def _outside(wanted: Sequence[Any], partition: Partition, join: Join) -> str | None:
    """Why a template may not show all that a join is to find; None where it does."""
    for one in wanted:
        if _elsewhere(one, partition):
            return f"{_called(one)} is not declared here, and so may have any {join.type}"
    return None


def judged(rule: Rule, entry: Entry, partition: Partition, spare: Spare) -> Finding | None:
    """The finding of a rule on an item; None out of scope, and for one that is only counted."""
    item, document = entry
    decided = decision(rule, document, partition)
    verdict = decided.verdict
    if verdict is None:
        return None
    if spare is not None and spare(rule, verdict):
        return None
    evidence = tuple(_evidence(decided, rule, entry, partition))
    message = wording.message(verdict, evidence)
    if item.condition:
        message = f"{message} (there only if {item.condition})"
    return Finding(
        rule,
        _resource(item, document),
        verdict,
        evidence,
        message,
        _location(item, evidence),
        fix=_fix(rule, verdict, evidence, entry),
        related=tuple(_related(rule, decided, entry, partition)),
        extent=item.extent,
    )


def _fix(rule: Rule, verdict: Verdict, evidence: Sequence[Evidence], entry: Entry) -> Fix | None:
    """What to write in place of the one literal at fault; None where there is no such thing."""
    if rule.replacement is None or verdict is not Verdict.FAIL or len(evidence) != 1:
        return None
    found, place = evidence[0].found, evidence[0].location
    if not isinstance(found, bool | int | float | str) or not places.is_literal(
        entry, place, found
    ):
        return None
    return Fix(place, msgspec.json.encode(rule.replacement).decode()) if place is not None else None


def _location(item: Item, evidence: Sequence[Evidence]) -> Location | None:
    """Where the first value that decided is written, or else the resource."""
    placed = (each.location for each in evidence if each.location and each.location.line)
    return next(placed, None) or item.at or (Location(item.uri) if item.uri else None)


def _resource(item: Item, document: Document) -> Resource:
    name, arn = document.get("resourceName"), document.get("arn")
    return Resource(
        item.type,
        item.id,
        item.account,
        item.region,
        name if type(name) is str else None,
        arn if type(arn) is str else None,
        item.stack,
    )


def _related(
    rule: Rule, decided: Decision, entry: Entry, partition: Partition
) -> Iterator[Related]:
    """The resources that were judged along with a declared one, and that one itself."""
    if entry[0].at is None:
        return
    for each in (entry[0], *places.related(rule, decided.situation.root, partition)):
        if each.at is not None:
            yield Related(f"{each.type} {each.id}", each.at, each.extent)


def _evidence(
    decided: Decision, rule: Rule, entry: Entry, partition: Partition
) -> Iterator[Evidence]:
    """What decided: the clauses that failed or are undecided, for a pass all of them."""
    for clause, answer in zip(decided.clauses, decided.answers, strict=True):
        undecided = isinstance(answer, Unresolved)
        decides = {Verdict.FAIL: answer is False, Verdict.UNKNOWN: undecided}
        if decides.get(decided.verdict or Verdict.PASS, True):
            for compare, denied in _leaves(clause):
                text, found = compare.value.text, decided.situation.found(compare.value)
                yield Evidence(
                    text,
                    clipped(found, text),
                    wording.wanted(compare, denied=denied),
                    _place(compare, decided.situation, rule, entry, partition),
                )


def _leaves(clause: Clause, *, denied: bool = False) -> Iterator[tuple[Compare, bool]]:
    """The comparisons in a clause, and whether each stands under a `not`."""
    if isinstance(clause, Not):
        yield from _leaves(clause.clause, denied=not denied)
    elif isinstance(clause, AnyOf):
        for each in clause.clauses:
            yield from _leaves(each, denied=denied)
    else:
        yield clause, denied


def _place(
    compare: Compare, situation: Situation, rule: Rule, entry: Entry, partition: Partition
) -> Location | None:
    """Where the value at fault is written, or else the resource, or else the item's file."""
    item = entry[0]
    if item.lines is None:
        return Location(item.uri) if item.uri else None
    said = type(situation.held(compare))

    def guilty(name: str, document: Any) -> bool:
        alone = Situation({**situation.root, name: [document]})
        answer = alone.held(compare)
        return type(answer) is said and (said is Unresolved or answer == situation.held(compare))

    found = situation.found(compare.value)
    at = places.places(rule, compare.value, found, situation.root, entry, partition, guilty)
    return at[0] if at else item.at


def findings(rules: Sequence[Rule], inventory: Inventory, spare: Spare = None) -> Iterator[Finding]:
    """Every finding, account by account and Region by Region, for each rule by resource id.

    With `spare` those that it takes are not among them.

    A rule whose type nobody is known to have read in a place has a finding there: unknown.
    """
    for partition in inventory.partitions():
        for rule in rules:
            unread = None if partition.declared else partition.unread(rule.resource)
            if unread is not None:
                yield _unread(rule, partition.place, unread)
            for entry in partition.own(rule.resource):
                finding = judged(rule, entry, partition, spare)
                if finding is not None:
                    yield finding


def _unread(rule: Rule, place: Place, gap: str) -> Finding:
    resource = Resource(rule.resource, "*", *place)
    evidence = Evidence(rule.resource, Unresolved(gap), "to have been read")
    return Finding(rule, resource, Verdict.UNKNOWN, (evidence,), f"{gap}.")
