"""What a rule says of one document: its clauses, three-valued, over the item and what it joins."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from jmespath.exceptions import JMESPathError

from scanner.expression import Expression, computed
from scanner.inventory.partition import Partition, ids
from scanner.model import Document, Verdict
from scanner.operators import OPERATORS, Held, comparison
from scanner.rule import Clause, Compare, Join, Not, Rule
from scanner.unresolved import OPEN, Unresolved, identity, merged


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
        return one_of(map(self.held, clause.clauses))


def one_of(answers: Iterable[Held]) -> Held:
    """Whether one of several clauses holds; those behind one that does are not asked."""
    missing = []
    for answer in answers:
        if answer is True:
            return True
        if isinstance(answer, Unresolved):
            missing.append(answer)
    return merged(missing) if missing else False


Glance = Callable[[Document], Held]

_LATER: Final = Unresolved("other items have to be joined")


def glance(clause: Clause, joins: frozenset[str]) -> Glance:
    """What `Situation.held` says of a clause on a root, computed at once and not remembered.

    What reads one of the `joins` is not known yet.
    """
    if isinstance(clause, Compare):
        if joins and joins & clause.value.names:
            return lambda root: _LATER
        return _compared(clause.value, comparison(clause.operator, clause.wanted))
    if isinstance(clause, Not):
        inner = glance(clause.clause, joins)

        def denied(root: Document) -> Held:
            said = inner(root)
            return said if isinstance(said, Unresolved) else not said

        return denied
    several = [glance(each, joins) for each in clause.clauses]
    return lambda root: one_of(each(root) for each in several)


def _compared(value: Expression, compare: Callable[[Any], Held]) -> Glance:
    program = value.program

    def compared(root: Document) -> Held:
        try:
            found = program.run(root)
        except (JMESPathError, RecursionError):
            found = computed(value, root)
        return compare(found)

    return compared


class Glimpse:
    """What a rule says at a glance, without other items: of some items they need not be joined."""

    def __init__(self, rule: Rule) -> None:
        joins = frozenset(join.name for join in rule.join)
        self._params = rule.params
        self._joined = bool(joins)
        self._scope = [glance(each, joins) for each in rule.plain_scope]
        self._check = None if rule.joined_scope else [glance(each, joins) for each in rule.check]

    def verdict(self, root: Document) -> Verdict | bool:
        """The verdict on an item; False out of scope, True where it takes a closer look.

        `root` is its document with `now`, and is changed.
        """
        root["params"] = self._params
        sure = True
        for clause in self._scope:
            held = clause(root)
            if held is False:
                return False
            sure = sure and held is True
        if self._check is None or not sure:
            return True
        for clause in self._check:
            held = clause(root)
            if held is False:
                return Verdict.FAIL
            sure = sure and held is True
        return Verdict.PASS if sure else self._joined or Verdict.UNKNOWN


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
    situation = Situation({**document, "params": rule.params, "now": partition.now})
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
    settled = 0
    for one in wanted:
        if identity(one) is None:
            no_id = Unresolved(f"{join.ours.text} has what is no id of a {join.type}")
            missing.append(one if isinstance(one, Unresolved) else no_id)
            continue
        matches = partners.of(one)
        sure = [each for each in matches if not isinstance(each, Unresolved)]
        if sure and partition.unique(join.type, join.theirs):
            matches = sure
            settled += 1
        for match in matches:
            result[id(match)] = match
        if not matches and (not join.optional or _elsewhere(one, partition)):
            missing.append(Unresolved(f"{_called(one)} is no known {join.type}"))
    if settled < len(wanted) and (join.optional or join.theirs.text != "resourceId"):
        gap = partition.gap(join.type, join.theirs) or _outside(wanted, partition, join)
        missing += [Unresolved(gap)] if gap else []
    return [*result.values(), *missing]


def _called(one: Any) -> str:
    """An id in words: of what only deployment decides, what it will be known by."""
    if not isinstance(one, Unresolved):
        return str(one)
    return one.token.removeprefix(OPEN) or f"what is not known ({one.why})"


def _elsewhere(one: Any, partition: Partition) -> bool:
    """Whether an id is of something that a template uses and does not declare."""
    if isinstance(one, Unresolved):
        return partition.declared and not one.named
    return partition.declared and not (isinstance(one, str) and one in partition.names)


def _outside(wanted: Sequence[Any], partition: Partition, join: Join) -> str | None:
    """Why a template may not show all that a join is to find; None where it does."""
    for one in wanted:
        if _elsewhere(one, partition):
            return f"{_called(one)} is not declared here, and so may have any {join.type}"
    return None
