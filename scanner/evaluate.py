"""Rules judge items into findings: pass, fail or unknown, each with its evidence and its place."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from scanner import places, wording
from scanner.at_fault import AtFault, at_fault
from scanner.clip import clipped
from scanner.decide import Decision, Glimpse, Situation, decision
from scanner.finding import Finding
from scanner.inventory.inventory import Inventory
from scanner.inventory.partition import Entry, Partition
from scanner.model import Document, Evidence, Fix, Item, Location, Place, Related, Resource, Verdict
from scanner.rule import AnyOf, Clause, Compare, Not, Rule
from scanner.unresolved import Unresolved

Spare = Callable[[Rule, Verdict], bool] | None
"""Whether a finding of this verdict need not be made, since it is only counted."""

Blame = Callable[[Finding, Sequence[AtFault]], None] | None
"""Takes each finding that fails, with what is at fault, for somebody who looks for its author."""


def judged(
    rule: Rule, entry: Entry, partition: Partition, spare: Spare, blame: Blame = None
) -> Finding | None:
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
    finding = Finding(
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
    if blame is not None and verdict is Verdict.FAIL:
        blame(finding, list(_at_fault(decided, rule, entry, partition)))
    return finding


def _at_fault(
    decided: Decision, rule: Rule, entry: Entry, partition: Partition
) -> Iterator[AtFault]:
    """What made the clauses fail that did."""
    situation = decided.situation
    for clause, answer in zip(decided.clauses, decided.answers, strict=True):
        for compare, _ in _leaves(clause) if answer is False else ():
            found, root = situation.found(compare.value), situation.root
            guilty = _guilty(compare, situation)
            paths = places.paths_at_fault(
                rule, compare.value, found, root, entry, partition, guilty
            )
            yield from at_fault(compare, situation, entry[1], paths)


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
    found, root, guilty = (
        situation.found(compare.value),
        situation.root,
        _guilty(compare, situation),
    )
    return places.place(rule, compare.value, found, root, entry, partition, guilty) or item.at


def _guilty(compare: Compare, situation: Situation) -> places.Guilty:
    """Whether a joined document alone gives the same answer as all together."""
    said = type(situation.held(compare))

    def guilty(name: str, document: Any) -> bool:
        alone = Situation({**situation.root, name: [document]})
        answer = alone.held(compare)
        return type(answer) is said and (said is Unresolved or answer == situation.held(compare))

    return guilty


def findings(
    rules: Sequence[Rule], inventory: Inventory, spare: Spare = None, blame: Blame = None
) -> Iterator[Finding]:
    """Every finding, account by account and Region by Region, for each rule by resource id.

    With `spare` those that it takes are not among them; `blame` hears of those that fail.

    A rule whose type nobody is known to have read in a place has a finding there: unknown.
    """
    judges: dict[str, list[tuple[Rule, Glimpse]]] = defaultdict(list)
    for rule in rules:
        judges[rule.resource].append((rule, Glimpse(rule)))
    for partition in inventory.partitions():
        for kind in partition.types if partition.declared else judges:
            unread = None if partition.declared else partition.unread(kind)
            if unread is not None:
                yield from (_unread(rule, partition.place, unread) for rule, _ in judges[kind])
            if kind in judges:
                yield from _of_type(kind, judges[kind], partition, spare, blame)


def _of_type(
    kind: str,
    judges: list[tuple[Rule, Glimpse]],
    partition: Partition,
    spare: Spare,
    blame: Blame,
) -> Iterator[Finding]:
    """The findings of some rules on the items of their type."""
    now = {"now": partition.now}
    entries = [(each, {**each[1], **now}) for each in partition.own(kind)]
    for rule, glimpse in judges:
        seen = glimpse.verdict
        for entry, root in entries:
            verdict = seen(root)
            if verdict is False or (spare and verdict is not True and spare(rule, verdict)):
                continue
            finding = judged(rule, entry, partition, spare if verdict is True else None, blame)
            if finding is not None:
                yield finding


def _unread(rule: Rule, place: Place, gap: str) -> Finding:
    resource = Resource(rule.resource, "*", *place)
    evidence = Evidence(rule.resource, Unresolved(gap), "to have been read")
    return Finding(rule, resource, Verdict.UNKNOWN, (evidence,), f"{gap}.")
