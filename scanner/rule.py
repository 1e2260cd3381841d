"""One YAML file as one frozen value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scanner.expression import Expression, positions
from scanner.model import Location

SEVERITIES = ("critical", "high", "medium", "low", "info")
"""From the worst to the mildest."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A value and the one operator that it must satisfy."""

    value: Expression
    operator: str  # equals in exists empty matches at_least at_most
    wanted: Any


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these clauses must hold."""

    clauses: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """This clause must not hold."""

    clause: "Clause"


Clause = Compare | AnyOf | Not


def expressions(clause: Clause) -> Iterator[Expression]:
    """The expressions in a clause, in its order."""
    match clause:
        case Compare(value=value):
            yield value
        case Not(clause=inner):
            yield from expressions(inner)
        case AnyOf(clauses=clauses):
            for each in clauses:
                yield from expressions(each)


@dataclass(frozen=True, slots=True)
class Join:
    """Other items, found by ids: those of `type` whose `theirs` gives an id that `ours` gives."""

    name: str
    type: str
    ours: Expression
    theirs: Expression
    optional: bool = False


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A situation and its verdict: the item, the joined items by join name, parameters."""

    name: str
    given: Mapping[str, Any]
    expect: str  # pass fail unknown, or skip: out of scope
    joined: Mapping[str, Any]
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: one finding for each item of `resource` for which every clause of `when` holds."""

    id: str
    title: str
    severity: str
    resource: str
    check: tuple[Clause, ...]
    when: tuple[Clause, ...]
    join: tuple[Join, ...]
    params: Mapping[str, Any]
    tests: tuple[RuleTest, ...]
    why: str
    fix: str
    references: tuple[str, ...]
    controls: Mapping[str, tuple[str, ...]]
    extra_fields: tuple[str, ...]
    location: Location
    plain_scope: tuple[Clause, ...] = field(init=False, compare=False, repr=False)
    """The clauses of `when` that need no join."""
    joined_scope: tuple[Clause, ...] = field(init=False, compare=False, repr=False)
    """The clauses of `when` that look at joined items."""

    def __post_init__(self) -> None:
        names = {join.name for join in self.join}
        plain = [each for each in self.when if not names & _names(each)]
        joined = [each for each in self.when if names & _names(each)]
        object.__setattr__(self, "plain_scope", tuple(plain))
        object.__setattr__(self, "joined_scope", tuple(joined))


def _names(clause: Clause) -> set[str]:
    return {name for each in expressions(clause) for name, _ in positions(each.text)}
