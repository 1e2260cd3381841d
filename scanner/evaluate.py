"""Rules judge items into findings: pass, fail or unknown, each with its evidence."""

from collections.abc import Iterator, Sequence
from typing import Any

from jmespath.exceptions import JMESPathError

from scanner import wording
from scanner.clip import clipped
from scanner.expression import Expression
from scanner.finding import Finding
from scanner.inventory import Entry, Inventory, Partition, ids
from scanner.model import Document, Evidence, Item, Location, Place, Resource, Verdict
from scanner.operators import OPERATORS, Held
from scanner.rule import AnyOf, Clause, Compare, Join, Not, Rule
from scanner.unresolved import Unresolved, merged


def held(clause: Clause, root: Document) -> Held:
    """Whether a clause holds on a root document: True, False, or why it cannot be told."""
    if isinstance(clause, Compare):
        return OPERATORS[clause.operator](found(clause.value, root), clause.wanted)
    if isinstance(clause, Not):
        inner = held(clause.clause, root)
        return inner if isinstance(inner, Unresolved) else not inner
    answers = [held(each, root) for each in clause.clauses]
    if any(answer is True for answer in answers):
        return True
    missing = [answer for answer in answers if isinstance(answer, Unresolved)]
    return merged(missing) if missing else False


def found(expression: Expression, root: Document) -> Any:
    """The value of an expression; what cannot be computed on this document is unresolved."""
    try:
        return expression(root)
    except JMESPathError as error:
        return Unresolved(" ".join(f"{expression.text}: {error}".split()))


def root_of(rule: Rule, document: Document, partition: Partition) -> Document:
    """The document that a rule's clauses read: the item's, with params and each join's items."""
    root = {**document, "params": rule.params}
    for join in rule.join:
        root[join.name] = joined(join, root, partition)
    return root


def joined(join: Join, root: Document, partition: Partition) -> list[Any]:
    """The documents that a join finds, each once, and an unresolved element for what it misses."""
    partners = partition.partners(join.type, join.theirs)
    wanted = list(ids(found(join.ours, root)))
    result: dict[int, Any] = {}
    missing: list[Any] = []
    for one in wanted:
        matches = partners.get(one, ()) if isinstance(one, str) else ()
        result.update((id(match), match) for match in matches)
        if isinstance(one, Unresolved):
            missing.append(one)
        elif not matches and not join.optional:
            missing.append(Unresolved(f"{one} is no known {join.type}"))
    if not wanted and not join.optional:
        missing.append(Unresolved(f"{join.ours.text} names no {join.type}"))
    if join.optional or join.theirs.text != "resourceId":
        gap = partition.gap(join.type) if wanted else None
        missing += [Unresolved(gap)] if gap else []
    return [*result.values(), *missing]


def verdict_of(rule: Rule, root: Document) -> tuple[Verdict | None, list[Held]]:
    """The verdict on a root document, and what each clause of `check` said.

    None where the item is out of scope. A clause that fails decides, whatever is unresolved beside
    it; an item that may be out of scope is unknown.
    """
    scope = [held(clause, root) for clause in rule.when]
    if any(answer is False for answer in scope):
        return None, []
    answers = [held(clause, root) for clause in rule.check]
    if any(isinstance(answer, Unresolved) for answer in scope):
        return Verdict.UNKNOWN, answers
    if any(answer is False for answer in answers):
        return Verdict.FAIL, answers
    if any(isinstance(answer, Unresolved) for answer in answers):
        return Verdict.UNKNOWN, answers
    return Verdict.PASS, answers


def judged(rule: Rule, entry: Entry, partition: Partition, *, proof: bool) -> Finding | None:
    """The finding of a rule on an item; None out of scope. `proof` gives passes evidence too."""
    item, document = entry
    root = root_of(rule, document, partition)
    verdict, answers = verdict_of(rule, root)
    if verdict is None:
        return None
    location = Location(item.uri) if item.uri else None
    resource = _resource(item, document)
    if verdict is Verdict.PASS and not proof:
        return Finding(rule, resource, verdict, (), "", location)
    evidence = tuple(_evidence(rule, root, verdict, answers, item))
    return Finding(rule, resource, verdict, evidence, wording.message(verdict, evidence), location)


def _resource(item: Item, document: Document) -> Resource:
    name, arn = document.get("resourceName"), document.get("arn")
    return Resource(
        item.type,
        item.id,
        item.account,
        item.region,
        name if type(name) is str else None,
        arn if type(arn) is str else None,
    )


def _evidence(
    rule: Rule, root: Document, verdict: Verdict, answers: Sequence[Held], item: Item
) -> Iterator[Evidence]:
    """What decided: the clauses that failed, those that are undecided, or for a pass all of them."""
    clauses = [*zip(rule.check, answers, strict=True)]
    if verdict is Verdict.UNKNOWN:
        clauses += [(clause, held(clause, root)) for clause in rule.when]
    for clause, answer in clauses:
        decides = {
            Verdict.PASS: True,
            Verdict.FAIL: answer is False,
            Verdict.UNKNOWN: isinstance(answer, Unresolved),
        }[verdict]
        if decides:
            yield from _leaves(clause, root, item)


def _leaves(
    clause: Clause, root: Document, item: Item, *, denied: bool = False
) -> Iterator[Evidence]:
    if isinstance(clause, Not):
        yield from _leaves(clause.clause, root, item, denied=not denied)
    elif isinstance(clause, AnyOf):
        for each in clause.clauses:
            yield from _leaves(each, root, item, denied=denied)
    else:
        text = clause.value.text
        yield Evidence(
            text,
            clipped(found(clause.value, root), text),
            wording.wanted(clause, denied=denied),
            _line(text, item),
        )


def _line(text: str, item: Item) -> Location | None:
    """Where the value stands: the longest path of the item's lines that the expression starts with."""
    paths = [path for path in item.lines or () if text.startswith(path)]
    if not item.lines or not paths:
        return Location(item.uri) if item.uri else None
    return Location(item.uri, *item.lines[max(paths, key=len)])


def findings(
    rules: Sequence[Rule], inventory: Inventory, *, proof: bool = True
) -> Iterator[Finding]:
    """Every finding, account by account and Region by Region, for each rule by resource id.

    A rule whose type nobody is known to have read in a place has a finding there: unknown.
    """
    for partition in inventory.partitions():
        for rule in rules:
            unread = partition.unread(rule.resource)
            if unread is not None:
                yield _unread(rule, partition.place, unread)
            for entry in partition.own(rule.resource):
                finding = judged(rule, entry, partition, proof=proof)
                if finding is not None:
                    yield finding


def _unread(rule: Rule, place: Place, gap: str) -> Finding:
    resource = Resource(rule.resource, "*", *place)
    evidence = Evidence(rule.resource, Unresolved(gap), "to have been read")
    return Finding(rule, resource, Verdict.UNKNOWN, (evidence,), f"{gap}.")
