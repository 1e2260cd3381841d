"""One YAML file as one frozen value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import force_setattr

from scanner.expression import Expression
from scanner.model import Location
from scanner.operators import wanted_phrase

SEVERITIES = ("critical", "high", "medium", "low", "info")
"""From the worst to the mildest."""


class Compare(Struct, frozen=True):
    """A value and the one operator that it must satisfy."""

    value: Expression
    operator: str  # equals in exists empty matches at_least at_most
    wanted: Any

    @property
    def phrase(self) -> str:
        """What is wanted in words, as in "to be at least 8"."""
        return wanted_phrase(self.operator, self.wanted)


class AnyOf(Struct, frozen=True):
    """At least one of these clauses must hold."""

    clauses: tuple["Clause", ...]


class Not(Struct, frozen=True):
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


class Join(Struct, frozen=True):
    """Other items, found by ids: those of `type` whose `theirs` gives an id that `ours` gives."""

    name: str
    type: str
    ours: Expression
    theirs: Expression
    optional: bool = False


class Count(Struct, frozen=True):
    """So many events within so long that one of `by` gives the same for fail together.

    `within` is a length such as "5m" and `at_least` a number, or the parameter that has it, as
    "params.within".
    """

    by: tuple[Expression, ...]
    within: str
    at_least: int | str


class Silence(Struct, frozen=True):
    """An event fails that comes so long after the last one for which one of `by` gives the same.

    `longer_than` is a length such as "90d", or the parameter that has it.
    """

    by: tuple[Expression, ...]
    longer_than: str


class RuleTest(Struct, frozen=True):
    """A situation and its verdict: the item, the joined items by join name, parameters.

    What judges events together is given a list of them.
    """

    name: str
    given: Mapping[str, Any] | Sequence[Mapping[str, Any]]
    expect: str  # pass fail unknown, or skip: out of scope
    joined: Mapping[str, Any]
    params: Mapping[str, Any]


Fields = Mapping[str, frozenset[str] | None]
"""By resource type: names such as "configuration.keyState" and "tags"; None for all there are."""


class Rule(Struct, frozen=True):
    """A rule: one finding for each item of `resource` for which every clause of `when` holds.

    One that looks at events `together` has no `check`: a finding is about several of them.
    """

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
    replacement: bool | int | float | str | None = None
    """What is right in place of a literal at fault, where a file holds it."""
    inputs: Mapping[str, str] = field(default_factory=dict)
    """By input parameter of AWS's managed rules the parameter of this one that it sets."""
    reads: Fields | None = None
    """What it reads of each type, where that is known already; see `needs.fields_read`."""
    together: Count | Silence | None = None
    plain_scope: tuple[Clause, ...] = ()
    """The clauses of `when` that need no join."""
    joined_scope: tuple[Clause, ...] = ()
    """The clauses of `when` that look at joined items."""
    scope_joins: tuple[Join, ...] = ()
    """The joins that `joined_scope` needs, with those that they start from."""
    other_joins: tuple[Join, ...] = ()
    """The joins that only `check` needs."""

    def __post_init__(self) -> None:
        names = {join.name for join in self.join}
        joined = [each for each in self.when if names and names & _names(expressions(each))]
        needed = names & _names(value for each in joined for value in expressions(each))
        for join in reversed(self.join):
            if join.name in needed:
                needed |= names & _names([join.ours])
        derived: dict[str, Sequence[Clause | Join]] = {
            "plain_scope": [each for each in self.when if each not in joined],
            "joined_scope": joined,
            "scope_joins": [join for join in self.join if join.name in needed],
            "other_joins": [join for join in self.join if join.name not in needed],
        }
        for name, value in derived.items():
            force_setattr(self, name, tuple(value))


def asked(rule: Rule) -> Iterator[Expression]:
    """The expressions that a rule asks of an item and of what it joins, in its order."""
    for clause in (*rule.when, *rule.check):
        yield from expressions(clause)
    if rule.together is not None:
        yield from rule.together.by


def _names(values: Iterable[Expression]) -> set[str]:
    return {name for each in values for name in each.names}
