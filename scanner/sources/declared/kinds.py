"""Which resource type a kind of declared resource makes, and what references to it give."""

from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from scanner.fields import module_of
from scanner.shape import Given, ResourceType, Spelt
from scanner.unresolved import OPEN, Unresolved

_NAMES: Final = frozenset({"Ref", "id", "arn", "name"})
_LIKE_NAMES: Final = ("Arn", "ARN", "Id", "Name", "_arn", "_id", "_name")


class Kind(NamedTuple):
    """A kind of declared resource: the type whose items it makes (or is part of), and how."""

    type: ResourceType
    spelt: Spelt


@cache
def kind_of(name: str) -> Kind | None:
    """What "AWS::EC2::SecurityGroup" or "aws_security_group" declares; None if no rule can ask."""
    return next(iter(kinds_of(name)), None)


@cache
def kinds_of(name: str) -> tuple[Kind, ...]:
    """What a kind declares: an item of its own first, then what it is a part of, by type."""
    module = module_of(name)
    if module is None:
        return ()
    types = vars(import_module(f"scanner.resources.{module}")).values()
    found = [
        Kind(each, spelt)
        for each in types
        if isinstance(each, ResourceType)
        for spelt in (*each.cloudformation, *each.terraform)
        if spelt.kind == name
    ]
    return tuple(sorted(found, key=lambda kind: bool(kind.spelt.part_of)))


def told_by(kind: str, attribute: str) -> str | None:
    """The property that says what a reference's attribute gives; None where only AWS knows.

    `attribute` is "Ref" or what GetAtt names in CloudFormation, and an attribute in Terraform.
    Where the resource does not say that property, or for None, the value is `reference(…)`.
    """
    known = kind_of(kind)
    if known is None:
        return None
    told = known.spelt.fields.get(f"configuration.{_field(known, attribute)}")
    return told.by or None if isinstance(told, Given) else told


def reference(address: str, kind: str, attribute: str) -> Unresolved:
    """What a reference to a declared resource gives where no property of it says so.

    The same field has the same token however it is referred to: Ref and GetAtt GroupId. Only what
    is an id, an ARN or a name is surely a text that nothing else equals.
    """
    known = kind_of(kind)
    name = attribute if known is None else _field(known, attribute)
    main = known is not None and name == known.type.id
    token = address if main or name == "Ref" else f"{address}.{name}"
    if main or attribute in _NAMES or (known is not None and attribute in known.spelt.refers):
        return Unresolved(f"{token} is known after deployment", token=token)
    if attribute.endswith(_LIKE_NAMES):
        return Unresolved(f"{token} is known after deployment", token=token)
    return Unresolved(f"{token} is known after deployment", token=f"{OPEN}{token}")


def parameter(name: str, why: str, *, present: bool = True) -> Unresolved:
    """The value of a parameter or variable that nobody gave: the same wherever it is used.

    One that is not `present` may turn out to be null.
    """
    return Unresolved(why, present=present, token=f"{OPEN}{name}")


def _field(kind: Kind, attribute: str) -> str:
    """The field of `configuration` that an attribute gives, the attribute itself if none."""
    refers = kind.spelt.refers
    main = kind.type.id if attribute in ("Ref", "id") else attribute
    return refers.get(attribute, main)
