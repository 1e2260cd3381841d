"""What differs between resource types: how each is read from AWS, and how AWS spells it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal

Spelling = Literal["lowerFirst", "jackson", "upperFirst", "identity"]
"""How AWS Config renames the fields of a describe answer, all the way down."""

Tree = str | dict[str, "Tree"] | list["Tree"]
"""A value's fields: a leaf's kind, an object's names, a list of one element's tree.

Leaf kinds are string, boolean, integer, number, timestamp and any; an object whose keys are free
has the one name "*".
"""

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Call:
    """One API call, and where in its answer the items are.

    `items` is a path such as "Reservations[].Instances[]"; "" is the whole answer. `fixed` are
    arguments that never change; `each` maps an argument to the field of the item that gives it, in
    the service's own spelling, "@" being the item itself (a name in a list of names). An argument
    that takes a list is written "Names[]".
    """

    client: str
    operation: str
    items: str = ""
    fixed: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    each: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceType:
    """How one resource type is read, and what its configuration item looks like.

    `id` is the field of `configuration` that the item's resourceId repeats, "" where there is none.
    `live` lists the items; where its answer is only a list of names or says too little, `detail` is
    asked for each. `more` are calls whose answers go below `supplementaryConfiguration` by name.
    `spelling` and then `rename` (by the service's name, at any depth) turn names into Config's.
    `shape` is the configuration where no answer gives it; `extra` sets what the rule gets wrong or
    lacks, by path from the document: "configuration.ipPermissions[].ipv4Ranges".
    `regional` is False for what AWS has once an account, `recorded` for what AWS Config leaves out.
    """

    name: str
    id: str
    live: Call | None = None
    detail: Call | None = None
    more: Mapping[str, Call] = field(default_factory=lambda: NOTHING)
    spelling: Spelling = "lowerFirst"
    rename: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    shape: Tree | None = None
    extra: Mapping[str, Tree] = field(default_factory=lambda: NOTHING)
    regional: bool = True
    recorded: bool = True


def lower_first(name: str) -> str:
    """The name with its first letter in lower case: DBName becomes dBName."""
    return name[:1].lower() + name[1:]


def upper_first(name: str) -> str:
    """The name with its first letter in upper case: logGroupName becomes LogGroupName."""
    return name[:1].upper() + name[1:]


def jackson(name: str) -> str:
    """The name with its leading capitals in lower case: DBClusterArn becomes dbclusterArn.

    That is what Java's Jackson makes of a getter, and so what older Config types look like.
    """
    capitals = len(name) - len(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return name[:capitals].lower() + name[capitals:]


SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "lowerFirst": lower_first,
    "jackson": jackson,
    "upperFirst": upper_first,
    "identity": str,
}


def respelt(name: str, resource_type: ResourceType) -> str:
    """The name that AWS Config gives to a field of a describe answer."""
    return resource_type.rename.get(name) or SPELLINGS[resource_type.spelling](name)
