"""What becomes a suite of a JUnit file: a rule, or a control with the rules that serve it."""

from collections.abc import Sequence
from typing import NamedTuple

from reports.grouping import groups
from scanner.finding import Scan
from scanner.profile import Framework
from scanner.rule import Rule


class Suite(NamedTuple):
    """A suite: its name, what its properties say, its rules.

    `prefix` keeps the names of its cases from being those of another suite's.
    """

    name: str
    properties: Sequence[tuple[str, str]]
    rules: Sequence[Rule]
    prefix: str = ""


def suites(scan: Scan, by: Framework | None) -> list[Suite]:
    """The suites of a scan: one a rule, or one a control and one for rules that serve none."""
    if by is None:
        return [Suite(rule.id, _properties(rule), (rule,)) for rule in scan.rules]
    return [
        Suite(
            f"{by.name} {group.heading}",
            [("title", group.title), (f"control:{by.name}", group.control)],
            group.rules,
            f"{by.name}:{group.control}/",
        )
        for group in groups(scan.rules, by)
    ]


def _properties(rule: Rule) -> list[tuple[str, str]]:
    controls = ((f"control:{name}", ", ".join(each)) for name, each in rule.controls.items())
    told = [("title", rule.title), ("severity", rule.severity), ("resource", rule.resource)]
    return [*told, *controls]
