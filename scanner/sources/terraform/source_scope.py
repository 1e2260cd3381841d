"""One module as it is called, what evaluation may cost, and the values that only it knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from scanner.declared import Node
from scanner.model import Location, Problem
from scanner.sources.terraform.hcl_tree import Block, Expression
from scanner.sources.terraform.source_folder import Folder, Library

MOST_STEPS: Final = 400_000
MOST_LEVELS: Final = 60
DEEPEST: Final = 40
MOST_INSTANCES: Final = 1_000
MOST_RESOURCES: Final = 20_000
MOST_TEXT: Final = 1 << 20

Names = Mapping[str, Node]
"""What `each`, `count` and the variables of `for` and `dynamic` are called where they hold."""


class Mistake(Exception):  # noqa: N818 - it is the module's, and a value for try() and can()
    """An expression that Terraform would refuse: its text says why."""


class Exhausted(Exception):  # noqa: N818 - it is the module's
    """A module that costs more to evaluate than any real one."""


@dataclass(slots=True)
class Run:
    """What the evaluation of a root module has cost until now, and what went wrong in it."""

    library: Library
    evaluate: Callable[[Expression, "Scope", Names], Node]
    problems: list[Problem] = field(default_factory=list)
    steps: int = 0
    levels: int = 0
    resources: int = 0

    def spend(self, steps: int = 1) -> None:
        """Count steps. Raises Exhausted where there were too many."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise Exhausted("the module is too large to evaluate")


@dataclass(frozen=True, slots=True)
class Bound:
    """An expression with the module and the names that it is to be evaluated in."""

    expression: Expression
    scope: "Scope"
    names: Names


@dataclass(slots=True, eq=False)
class Scope:
    """A module as it is called from one place: `address` is "" or "module.network[0].".

    `condition` is what only deployment decides on whether it will be there.
    """

    run: Run
    folder: Folder
    address: str = ""
    condition: str = ""
    given: dict[str, Bound] = field(default_factory=dict)
    ancestors: tuple[str, ...] = ()
    known: dict[str, Node] = field(default_factory=dict)
    active: set[str] = field(default_factory=set)
    spread: dict[int, "Spread"] = field(default_factory=dict)
    children: dict[str, "Scope | None"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instance:
    """One of what a block makes: its key, and what `each` and `count` are in it."""

    key: int | str | None
    names: Names


@dataclass(frozen=True, slots=True)
class Spread:
    """All that a block makes. `how` is "", "count" or "for_each"; `doubt` why nobody knows."""

    instances: tuple[Instance, ...]
    how: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A resource, data source or called module, as the value that a reference gives."""

    block: Block
    scope: Scope
    instance: Instance

    @property
    def address(self) -> str:
        """How Terraform addresses it: `module.a.aws_subnet.b["first"]`."""
        kind = self.block.kind
        labels = self.block.labels if kind == "resource" else (kind, *self.block.labels)
        return f"{self.scope.address}{'.'.join(labels)}{suffix(self.instance.key)}"


@dataclass(frozen=True, slots=True, eq=False)
class Uncertain:
    """The instances of a block, how many nobody knows: every one is taken for `of`."""

    of: Made
    why: str


def suffix(key: int | str | None) -> str:
    """The end of an address: `[0]`, `["first"]` or nothing."""
    if key is None:
        return ""
    if isinstance(key, int):
        return f"[{key}]"
    quoted = key.replace("\\", "\\\\").replace('"', '\\"').replace("${", "$${")
    return f'["{quoted}"]'


def moved(node: Node, at: Location, run: Run, level: int = 0) -> Node:
    """The value with the place of the reference that it is had by, all the way down."""
    run.spend()
    if level > DEEPEST:
        raise Mistake("nested too deep to be evaluated")
    value: Any = node.value
    if type(value) is list:
        value = [moved(each, at, run, level + 1) for each in value]
    elif type(value) is dict:
        value = {name: moved(each, at, run, level + 1) for name, each in value.items()}
    return Node(value, at)
