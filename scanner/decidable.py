"""Where a rule can be decided, as far as the declarations of the types that it reads tell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from scanner.event import EVENT
from scanner.model import Needs
from scanner.needs import fields_read, paths_read
from scanner.rule import Rule
from scanner.schema import Path
from scanner.shape import ResourceType, Spelt
from scanner.sources.leftover import leftover
from scanner.unresolved import Unresolved

ACCOUNT_FACTS: Final = "AWS::::"
"""What the names of the types begin with that no template declares and no recording holds."""

_TOLD: Final = (("configuration",), ("supplementaryConfiguration",))


def by_config_alone(rule: Rule) -> bool:
    """Whether all that a rule reads is in AWS Config's recordings, so that no API need be asked."""
    read = fields_read([rule])
    facts = any(name.startswith(ACCOUNT_FACTS) and read[name] != frozenset() for name in read)
    return not facts and not leftover(Needs(read)).fields


def from_events(rule: Rule) -> bool:
    """Whether a rule judges what was done, which CloudTrail's events tell."""
    return rule.resource == EVENT


def live(rule: Rule, types: Mapping[str, ResourceType]) -> bool:
    """Whether the APIs tell all that a rule reads."""
    return all(
        name.startswith(ACCOUNT_FACTS) or (name in types and _is_read(types[name], path))
        for name, path in paths_read(rule)
    )


def _is_read(kind: ResourceType, path: Path) -> bool:
    return kind.live is not None and not any(_names(each) == path for each in kind.unread)


class Gap(Struct, frozen=True, order=True):
    """Something that a rule reads and that no declared resource says: a type, or (in) a field."""

    type: str
    field: str = ""


def template_gaps(rule: Rule, types: Mapping[str, ResourceType]) -> list[Gap] | None:
    """What CloudFormation leaves out of what a rule reads; None if it does not have the resource.

    A rule can often be decided all the same: a clause may not need it.
    """
    return _gaps(rule, {name: each.cloudformation for name, each in types.items()})


def terraform_gaps(rule: Rule, types: Mapping[str, ResourceType]) -> list[Gap] | None:
    """What Terraform leaves out of what a rule reads, as `template_gaps` has it."""
    return _gaps(rule, {name: each.terraform for name, each in types.items()})


def _gaps(rule: Rule, kinds: Mapping[str, Sequence[Spelt]]) -> list[Gap] | None:
    if not kinds.get(rule.resource):
        return None
    return sorted({gap for name, path in paths_read(rule) for gap in _gap(name, path, kinds)})


def _gap(name: str, path: Path, kinds: Mapping[str, Sequence[Spelt]]) -> Iterator[Gap]:
    """Of an object that is read as a whole it is not enough if only some members are said."""
    spelt = kinds.get(name, ())
    if not spelt:
        yield Gap(name)
    elif path[:1] in _TOLD and len(path) > 1:
        mapped = [each for kind in spelt for each in (*_said(kind), *_referred(kind))]
        if not any(_says(each, path) for each in mapped):
            yield Gap(name, ".".join(path[:2]))


def _said(kind: Spelt) -> Iterator[str]:
    """The fields that a kind of resource says, without those that are known to be unknown."""
    for path, given in kind.fields.items():
        if isinstance(given, str) or given.by is not None or type(given.default) is not Unresolved:
            yield path


def _says(mapped: str, path: Path) -> bool:
    names = _names(mapped)
    whole = names == path[: len(names)]
    listed = names[: len(path)] == path and mapped.count("[") > 0
    return whole or listed


def _referred(kind: Spelt) -> Iterable[str]:
    return (f"configuration.{name}" for name in kind.refers.values())


def _names(path: str) -> Path:
    """The names in a path, without list levels."""
    return tuple(re.sub(r"\[.*?\]", "", path).split("."))
