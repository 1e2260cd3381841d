"""Which fields the document of each resource type has, as the committed table says."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import msgspec

from scanner.schema import Form, Shape

ENVELOPE: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("resourceType", "resourceId", "resourceName", "arn", "accountId"), "string"),
    **dict.fromkeys(("awsRegion", "availabilityZone", "version"), "string"),
    **dict.fromkeys(("resourceCreationTime", "configurationItemCaptureTime"), "string"),
    "configurationItemStatus": "string",
    "tags": {"*": "string"},
    "relationships": [
        dict.fromkeys(
            ("resourceType", "resourceId", "resourceName", "relationshipName", "name"), "string"
        )
    ],
    "configuration": {},
    "supplementaryConfiguration": {},
}
"""The fields that every item has, whatever its type."""

_DEEPEST_EXTRA = 32


class _Table(msgspec.Struct):
    """The committed table: each type's tree stays JSON text until somebody asks for it."""

    anywhere: frozenset[str]
    botocore: str
    globals: frozenset[str] = msgspec.field(name="global")
    kinds: dict[str, str]
    types: dict[str, msgspec.Raw]


@lru_cache(maxsize=1)
def _table() -> _Table:
    text = resources.files("scanner.resources").joinpath("fields.json").read_bytes()
    return msgspec.json.decode(text, type=_Table)


def known_types() -> Sequence[str]:
    """The resource types in the table, sorted."""
    return tuple(_table().types)


def is_global(resource_type: str) -> bool:
    """Whether AWS has this type once an account and not once a Region."""
    return resource_type in _table().globals


def is_anywhere(resource_type: str) -> bool:
    """Whether what others call an item of this type is unique in all of AWS."""
    return resource_type in _table().anywhere


def module_of(kind: str) -> str | None:
    """The module of `scanner.resources` that knows a kind of declared resource, if one does."""
    return _table().kinds.get(kind)


def generated_from() -> str:
    """The botocore version that the table was generated from."""
    return _table().botocore


@lru_cache(maxsize=512)
def document_shape(resource_type: str, extra_fields: tuple[str, ...] = ()) -> Shape:
    """The shape of a type's whole item document, envelope and all.

    `extra_fields` are fields newer than the table, such as "configuration.list[].newThing": they
    may hold anything. A type that the table lacks has no fields but these.
    """
    raw = _table().types.get(resource_type)
    tree: dict[str, Any] = {**ENVELOPE, **(msgspec.json.decode(raw) if raw else {})}
    for field in extra_fields:
        tree = _with(tree, _steps(field))
    return Shape((Form(tree, (), resource_type),))


def _steps(field: str) -> list[str]:
    """The names and "[]" list levels of a field, outermost first."""
    return field.replace("[]", ".[]").split(".")[:_DEEPEST_EXTRA]


def _with(tree: Any, steps: Sequence[str]) -> Any:
    """A copy of a tree in which these steps lead to a value that may be anything."""
    if not steps or tree == "any":
        return "any"
    if steps[0] == "[]":
        return [_with(tree[0] if isinstance(tree, list) else {}, steps[1:])]
    if isinstance(tree, list):
        return [_with(tree[0], steps)]
    if not isinstance(tree, dict):
        return "any"
    return {**tree, steps[0]: _with(tree.get(steps[0], {}), steps[1:])}


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, None if none is close: other case first, then spelling."""
    candidates = list(names)
    folded = {each.casefold(): each for each in reversed(candidates)}
    if name.casefold() in folded:
        return folded[name.casefold()]
    close = difflib.get_close_matches(name[:200].casefold(), folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None
