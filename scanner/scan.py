"""One scan from rules and sources to what reports render."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from reports.refusals import Refusals
from scanner import needs
from scanner.errors import UserError
from scanner.evaluate import findings
from scanner.fields import is_global
from scanner.finding import NotExercised, Scan
from scanner.inventory import ACCOUNT, Inventory
from scanner.ledger import NOTHING, Ledger
from scanner.model import DECLARED, Coverage, Item, Needs, Problem, SourceUse, Waiver
from scanner.rule import Rule
from scanner.waive import Waivers


def needs_of(rules: Sequence[Rule], at: str | None = None) -> Needs:
    """What the rules read of each resource type, at a moment."""
    return Needs(needs.fields_read(rules), at)


@contextmanager
def scanned(
    rules: Sequence[Rule],
    given: Iterable[Item | Problem | Coverage | SourceUse],
    *,
    waivers: Sequence[Waiver] = (),
    clock: Callable[[], str],
    complete: bool = False,
    listed: Mapping[str, int] = NOTHING,
) -> Iterator[Scan]:
    """The scan of what sources gave; its findings are gone when the context is left.

    `listed` is how many of a rule's findings the reports list at most, as `Ledger` has it.

    Raises UserError where there is no item at all.
    """
    started = clock()
    shared = {join.type for rule in rules if rule.resource == ACCOUNT for join in rule.join}
    inventory = Inventory(shared, complete=complete, is_global=is_global)
    # What is waived is known only of findings that are made.
    listed = {name: most for name, most in listed.items() if name != "fail" or not waivers}
    ledger = Ledger(rules, listed)
    try:
        refusals = Refusals()
        for each in refusals.seen(given):
            inventory.add(each)
        for missing in refusals.problems():
            inventory.add(missing)
        if not inventory.places and not inventory.problems:
            raise UserError(_nothing(inventory.sources))
        laid = Waivers(waivers, started[:10])
        for finding in laid.over(findings(rules, inventory, ledger.spare)):
            ledger.add(finding)
        yield _scan(rules, inventory, ledger, laid, (started, clock()))
    finally:
        inventory.close()
        ledger.close()


def _nothing(sources: Sequence[SourceUse]) -> str:
    read = ", ".join(f"{each.where} ({each.files} files)" for each in sources) or "no source"
    return f"there is nothing to judge: no configuration item in {read}"


def _scan(
    rules: Sequence[Rule],
    inventory: Inventory,
    ledger: Ledger,
    waivers: Waivers,
    times: tuple[str, str],
) -> Scan:
    idle = tuple(rule for rule in rules if not sum(ledger.counts(rule).values()))
    exercised = frozenset(rule.id for rule in rules) - {rule.id for rule in idle}
    return Scan(
        started=times[0],
        finished=times[1],
        sources=tuple(sorted(inventory.sources, key=lambda use: (use.name, use.where))),
        rules=tuple(rules),
        findings=ledger,
        problems=(*sorted(inventory.problems, key=_order), *waivers.problems(exercised)),
        not_exercised=[NotExercised(rule, _why_idle(rule, inventory)) for rule in idle],
    )


def _order(problem: Problem) -> tuple[str, str]:
    return problem.where, problem.what


def _why_idle(rule: Rule, inventory: Inventory) -> str:
    seen = inventory.seen[rule.resource]
    if not seen and all(place[1] == DECLARED for place in inventory.places):
        return f"nothing here declares {rule.resource}"
    if not seen:
        return f"there is no {rule.resource}"
    return f"none of the {seen} items of type {rule.resource} is in the rule's scope"
