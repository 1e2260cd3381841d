"""What rules read of a kind of declared resource, worked out once for all resources of the kind."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from scanner.declared import Node
from scanner.fields import document_shape
from scanner.schema import Shape
from scanner.shape import Given
from scanner.sources.declared.fit import Rename, renaming
from scanner.sources.declared.kinds import Kind, kinds_of
from scanner.unresolved import Unresolved

GROWS: Final = "[+]"
TAGS: Final = "tags"


class Field(NamedTuple):
    """A field that is read: where it is said, and what becomes of that."""

    path: str
    given: Given
    steps: list[str]
    default: Node
    shape: Shape | None
    rename: Rename
    empty: bool  # whether "" is nothing, as Terraform has it


class Reading(NamedTuple):
    """What rules read of a kind of resource.

    `names` are the paths of what it is called, `untold` the fields that nothing says.
    """

    fields: list[Field]
    names: list[str]
    untold: dict[str, Node]
    tagged: bool


@cache
def reading(kind_name: str, type_name: str, read: frozenset[str]) -> Reading:
    """What of a kind is read for the items of a type, where these second-level names are."""
    kind = next(each for each in kinds_of(kind_name) if each.type.name == type_name)
    fields = [
        _field(kind, path, given if isinstance(given, Given) else Given(by=given))
        for path, given in kind.spelt.fields.items()
        if second_level(path) in read
    ]
    called = {f"configuration.{name}" for name in (kind.type.id, *kind.spelt.refers.values())}
    names = sorted(path for path in called if path in read or path.endswith(f".{kind.type.id}"))
    told = {second_level(each.path) for each in fields} | set(names) | {TAGS}
    untold = {name: Node(_untold(kind_name, name)) for name in sorted(read - told)}
    return Reading(fields, names, untold, TAGS in read)


def _field(kind: Kind, path: str, given: Given) -> Field:
    steps = given.by.replace("[]", "").split(".") if given.by else []
    shape = _shape(kind.type.name, path)
    rename = renaming(kind.type, kind.spelt, given.names)
    return Field(
        path, given, steps, noded(given.default), shape, rename, "::" not in kind.spelt.kind
    )


def second_level(path: str) -> str:
    """What of a path rules are said to read: "configuration.entries" of "…entries[+]"."""
    return ".".join(path.replace("[", ".[").split(".")[:2]).removesuffix(".[]")


def _untold(kind: str, name: str) -> Unresolved:
    return Unresolved(f"{kind} does not say {name.partition('.')[2] or name}")


def _shape(resource_type: str, path: str) -> Shape | None:
    shape: Shape | None = document_shape(resource_type)
    for step in _steps(path):
        if shape is not None:
            shape = shape.element() if step in ("[]", GROWS) else shape.field(step)
    return shape


def _steps(path: str) -> Iterator[str]:
    yield from path.replace("[", ".[").split(".")


def noded(value: Any) -> Node:
    """A plain value as nodes that are written nowhere."""
    if type(value) is dict:
        return Node({name: noded(each) for name, each in value.items()})
    if type(value) is list:
        return Node([noded(each) for each in value])
    return Node(value)
