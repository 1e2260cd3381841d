"""A rule's own tests, and its mutants: take any clause away and one of the tests must notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec.structs import replace

from scanner.decide import decision
from scanner.event import EVENT
from scanner.eventdoc.omitted import without_omitted
from scanner.inventory.inventory import ACCOUNT
from scanner.inventory.partition import Entry, Partition, by_type
from scanner.model import Document, Item
from scanner.rule import AnyOf, Clause, Not, Rule, RuleTest
from scanner.unresolved import KEY, revive
from scanner.watch import rehearsal

PLACE = ("111122223333", "eu-west-1")
SKIP = "skip"
NOW = "2026-01-01T00:00:00.000Z"
"""When a rule's tests are, unless they say."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A test's name, what it expected and what came out."""

    name: str
    expected: str
    actual: str

    @property
    def good(self) -> bool:
        """Whether the test held."""
        return self.expected == self.actual


def outcomes(rule: Rule) -> list[Outcome]:
    """What each of a rule's tests gives."""
    return [Outcome(test.name, test.expect, verdict(rule, test)) for test in rule.tests]


def verdict(rule: Rule, test: RuleTest) -> str:
    """The verdict in a test's situation: pass, fail, unknown or skip."""
    if rule.together is not None:
        tried = replace(rule, params={**rule.params, **test.params})
        answer = rehearsal.verdict(tried, test.given, NOW)
    else:
        answer = decision(*situation(rule, test)).verdict
    return SKIP if answer is None else answer.value


def situation(rule: Rule, test: RuleTest) -> tuple[Rule, Document, Partition]:
    """The rule with a test's parameters, the document that is judged, and the items there are.

    The joined items are all that exist; joins run for real, so an id without a partner is unknown.
    An unresolved element among them says that there may be more.
    """
    tried = replace(rule, params={**rule.params, **test.params})
    document = _document(test.given, rule.resource, 0)
    given = _entry(document)
    named = [(join.type, each) for join in rule.join for each in test.joined.get(join.name, ())]
    gaps = {kind: each[KEY] for kind, each in named if KEY in each}
    others = [
        _entry(_document(each, kind, number))
        for number, (kind, each) in enumerate(named, 1)
        if KEY not in each
    ]
    items = _distinct([given, *others])
    partition = Partition(PLACE, by_type([given]), by_type(items), gaps.get, gaps.get, now=NOW)
    return tried, document, partition


def _distinct(entries: list[Entry]) -> list[Entry]:
    """The items, each once: two joins of one type may name the same."""
    return list({(each[0].type, each[0].id, each[0].text): each for each in entries}.values())


def _document(given: Any, resource_type: str, number: int) -> Document:
    name = PLACE[0] if resource_type == ACCOUNT else f"test-{number}"
    filled = {
        "resourceType": resource_type,
        "resourceId": name,
        "accountId": PLACE[0],
        "awsRegion": PLACE[1],
        "configuration": {},
        "supplementaryConfiguration": {},
        **given,
    }
    document: Document = revive(msgspec.json.decode(msgspec.json.encode(filled)))
    if resource_type == EVENT and type(document["configuration"]) is dict:
        without_omitted(document["configuration"])
    return document


def _entry(document: Document) -> Entry:
    text = msgspec.json.encode(document)
    return Item(document["resourceType"], str(document["resourceId"]), *PLACE, text, ""), document


def faults(rule: Rule) -> Iterator[str]:
    """Everything that a rule's tests leave to be desired, each as a sentence."""
    for outcome in outcomes(rule):
        if not outcome.good:
            yield f"test {outcome.name!r}: {outcome.actual}, expected {outcome.expected}"
    for name in lacking(rule):
        yield f"no test expects {name}; add one"
    for what in survivors(rule):
        yield f"{what}, and every test gives the same; add a test that needs it"


def lacking(rule: Rule) -> list[str]:
    """The verdicts of pass, fail and unknown that no test of the rule expects."""
    expected = {test.expect for test in rule.tests}
    return [name for name in ("pass", "fail", "unknown") if name not in expected]


def survivors(rule: Rule) -> list[str]:
    """The mutants that no test notices, each as a phrase: what was changed."""
    before = [each.actual for each in outcomes(rule)]
    return [
        what for what, mutant in mutants(rule) if [o.actual for o in outcomes(mutant)] == before
    ]


def mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule with one clause, branch or `not` less, and what was changed."""
    for index, clause in enumerate(rule.when):
        for what, changed in _without(clause, f"when[{index}]"):
            yield what, replace(rule, when=_spliced(rule.when, index, changed))
    for index, clause in enumerate(rule.check):
        for what, changed in _without(clause, f"check[{index}]"):
            yield what, replace(rule, check=_spliced(rule.check, index, changed))
    for what, together in rehearsal.mutants(rule):
        yield what, replace(rule, together=together)


def _spliced(clauses: tuple[Clause, ...], index: int, changed: Clause | None) -> tuple[Clause, ...]:
    middle = () if changed is None else (changed,)
    return (*clauses[:index], *middle, *clauses[index + 1 :])


def _without(clause: Clause, where: str) -> Iterator[tuple[str, Clause | None]]:
    """A clause's mutants: None for its removal."""
    yield f"{where} removed", None
    if isinstance(clause, Not):
        yield f"{where}: not removed", clause.clause
    elif isinstance(clause, AnyOf) and len(clause.clauses) > 1:
        for index in range(len(clause.clauses)):
            yield f"{where}.any[{index}] removed", AnyOf(_spliced(clause.clauses, index, None))
