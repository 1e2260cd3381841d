"""A scan's rules as a report goes through them: all at once, or control by control."""

from collections.abc import Iterable

from msgspec import Struct

from reports.escape import flowing
from reports.subject import worst_first
from scanner.finding import Scan
from scanner.profile import Control, Framework, covers, in_order
from scanner.rule import Rule

NO_CONTROL = "no control"


class Group(Struct, frozen=True):
    """Some rules of a scan, from the worst, and the control that they serve.

    The control is "" where nothing is grouped.
    """

    control: str
    title: str
    rules: tuple[Rule, ...]

    @property
    def heading(self) -> str:
        """The control's number and what it asks for, on one line."""
        return flowing(f"{self.control} {self.title}")


def groups(rules: Iterable[Rule], by: Framework | None) -> list[Group]:
    """The rules control by control; a rule is in the group of each control that it serves.

    Those that serve none come last. Without a framework there is one group, which has no control.
    """
    ranked = worst_first(rules)
    if by is None:
        return [Group("", "", tuple(ranked))]
    serving: dict[str, list[Rule]] = {}
    for rule in ranked:
        for number in dict.fromkeys(rule.controls.get(by.name, ())):
            serving.setdefault(number, []).append(rule)
    found = [
        Group(number, by.title(number), tuple(serving[number]))
        for number in sorted(serving, key=in_order)
    ]
    others = tuple(rule for rule in ranked if not rule.controls.get(by.name))
    return [*found, Group(NO_CONTROL, f"of {by.name}", others)] if others else found


def unjudged(scan: Scan, by: Framework) -> list[Control]:
    """The controls of a framework that no rule of the scan serves, nor a part of them."""
    served = {number for rule in scan.rules for number in rule.controls.get(by.name, ())}
    return [each for each in by.controls if not any(covers(each.number, below) for below in served)]


def counts(scan: Scan, group: Group) -> dict[str, int]:
    """How many findings of a group's rules count as pass, fail, unknown and waived."""
    total = dict.fromkeys(("pass", "fail", "unknown", "waived"), 0)
    for rule in group.rules:
        for outcome, number in scan.findings.counts(rule).items():
            total[outcome] += number
    return total
