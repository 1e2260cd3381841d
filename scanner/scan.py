"""One scan from rules and sources to what reports render."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from reports.refusals import Refusals
from scanner import needs
from scanner.errors import UserError
from scanner.evaluate import findings
from scanner.event import EVENT, Log
from scanner.fields import is_anywhere, is_global
from scanner.finding import Finding, NotExercised, Scan
from scanner.idle import unheard
from scanner.inventory.inventory import ACCOUNT, Inventory
from scanner.ledger import NOTHING, Ledger
from scanner.model import Given, Needs, Problem, Remarks, SourceUse, Waiver
from scanner.rule import Rule
from scanner.waive import Waivers
from scanner.watch.kept import EventFindings

if TYPE_CHECKING:
    from scanner.authors import Authors
    from scanner.before_merge.baseline import Baseline
    from scanner.before_merge.changed import Changes
    from scanner.before_merge.inline import InlineWaiver


def needs_of(
    rules: Sequence[Rule], at: str | None = None, since: str = "", until: str = ""
) -> Needs:
    """What the rules read of each resource type, at a moment, and of events of which time."""
    return Needs(needs.fields_read(rules), at, since, until)


class Living(NamedTuple):
    """What of the findings does not count: what is agreed, what was there before, what is old.

    `inline` are the ids of the rules that comments may waive, None where comments do not count.
    """

    waivers: Sequence[Waiver] = ()
    inline: frozenset[str] | None = None
    baseline: "Baseline | None" = None
    changes: "Changes | None" = None

    def listed(
        self, most: Mapping[str, int], inline: "Sequence[InlineWaiver]"
    ) -> Mapping[str, int]:
        """How many findings of a rule need be made: what becomes of one is known only then."""
        made = {"fail"} if self.waivers or inline else set[str]()
        made |= {"fail", "unknown"} if self.baseline is not None else set()
        made |= {"pass", "fail", "unknown"} if self.changes is not None else set()
        return {outcome: number for outcome, number in most.items() if outcome not in made}


NOTHING_AGREED: Final = Living()


@contextmanager
def scanned(
    rules: Sequence[Rule],
    given: Iterable[Given],
    *,
    living: Living = NOTHING_AGREED,
    clock: Callable[[], str],
    complete: bool = False,
    listed: Mapping[str, int] = NOTHING,
    profile: str = "",
    since: str = "",
    until: str = "",
    authors: "Authors | None" = None,
) -> Iterator[Scan]:
    """The scan of what sources gave; its findings are gone when the context is left.

    `listed` is how many of a rule's findings the reports list at most, as `Ledger` has it;
    `profile` is what chose the rules. Of events those `since` and `until` a time are judged.
    `authors` are asked who made what fails so.

    Raises UserError where there is no item at all.
    """
    started = clock()
    shared = {join.type for rule in rules if rule.resource == ACCOUNT for join in rule.join}
    joined = {join.type for rule in rules for join in rule.join}
    inventory = Inventory(
        shared,
        complete=complete,
        is_global=is_global,
        anywhere=filter(is_anywhere, joined),
        now=started,
    )
    ledger = Ledger(rules, living.listed(listed, ()))
    with ExitStack() as held:
        held.callback(inventory.close)
        held.callback(ledger.close)
        on_events = [rule for rule in rules if rule.resource == EVENT]
        events = EventFindings(on_events, ledger, started, since, until)
        held.callback(events.close)
        inline = _gathered(given, inventory, events, living)
        ledger.list_more(living.listed(listed, inline))
        laid = Waivers(living.waivers, started[:10], inline)
        others = [rule for rule in rules if rule.resource != EVENT]
        blame = authors.blame if authors is not None else None
        found = chain(events.findings(), findings(others, inventory, ledger.spare, blame))
        left_out = _written_down(laid.over(found), living, ledger)
        told = (left_out, events.keyless, (started, clock()))
        made = _scan(rules, inventory, ledger, laid, living, *told)
        yield replace(_authored(made, authors), profile=profile)


def _written_down(found: Iterator[Finding], living: Living, ledger: Ledger) -> int:
    """Put the findings into the ledger; how many are left out, as they are about nothing new."""
    left_out = 0
    for finding in found if living.baseline is None else living.baseline.over(found):
        if living.changes is None or living.changes.touched(finding):
            ledger.add(finding)
        else:
            left_out += 1
    return left_out


def _authored(scan: Scan, authors: "Authors | None") -> Scan:
    """The scan with the authors of its failures, and with what was read to find them."""
    if authors is None:
        return scan
    authors.read()
    return replace(
        scan,
        findings=authors.over(scan.findings),
        sources=(*scan.sources, *authors.sources),
        problems=(*scan.problems, *sorted(authors.problems, key=_order)),
    )


def _gathered(
    given: Iterable[Given], inventory: Inventory, events: EventFindings, living: Living
) -> "Sequence[InlineWaiver]":
    """Everything that sources give, in the inventory; what comments in their files waive.

    Events are judged as they come.
    """
    refusals = Refusals()
    waivers: list[InlineWaiver] = []
    for each in refusals.seen(given):
        if isinstance(each, Log):
            events.add(each)
        elif isinstance(each, Remarks):
            if living.inline is not None:
                from scanner.before_merge.inline import (
                    inline_waivers,  # few files have comments to us
                )

                found, problems = inline_waivers(each.uri, each.text, each.extents, living.inline)
                waivers += found
                inventory.problems += problems
        else:
            inventory.add(each)
    for missing in refusals.problems():
        inventory.add(missing)
    inventory.problems += events.problems
    inventory.seen[EVENT] = events.records
    if (
        not inventory.places
        and not events.records
        and not any(each.blocks for each in inventory.problems)
    ):
        raise UserError(_nothing(inventory.sources))
    return waivers


def _nothing(sources: Sequence[SourceUse]) -> str:
    read = ", ".join(f"{each.where} ({each.files} files)" for each in sources) or "no source"
    return f"there is nothing to judge: no configuration item and no event in {read}"


def _scan(
    rules: Sequence[Rule],
    inventory: Inventory,
    ledger: Ledger,
    waivers: Waivers,
    living: Living,
    left_out: int,
    keyless: Mapping[str, int],
    times: tuple[str, str],
) -> Scan:
    idle = tuple(rule for rule in rules if not sum(ledger.counts(rule).values()))
    exercised = frozenset(rule.id for rule in rules) - {rule.id for rule in idle}
    old = f"nothing that changed is in its scope ({left_out} findings are not about what changed)"
    return Scan(
        started=times[0],
        finished=times[1],
        sources=tuple(sorted(inventory.sources, key=lambda use: (use.name, use.where))),
        rules=tuple(rules),
        findings=ledger,
        problems=(
            *sorted(inventory.problems, key=_order),
            *waivers.problems(exercised),
            *_gone(rules, inventory, living),
            *_old(left_out),
        ),
        not_exercised=[NotExercised(rule, old) for rule in idle]
        if left_out
        else unheard(idle, inventory, keyless),
    )


def _gone(rules: Sequence[Rule], inventory: Inventory, living: Living) -> Iterator[Problem]:
    """What a baseline has that no longer fails, of what was read to the end."""
    if living.baseline is not None:
        lost = {each.place for each in inventory.problems if each.blocks}
        read = [place for place in inventory.places if place not in lost and None not in lost]
        yield from living.baseline.gone([rule.id for rule in rules], read)


def _old(left_out: int) -> Iterator[Problem]:
    if left_out:
        what = f"{left_out} findings are left out: they are not about what changed"
        yield Problem("--changed-since", what, blocks=False)


def _order(problem: Problem) -> tuple[str, str]:
    return problem.where, problem.what
