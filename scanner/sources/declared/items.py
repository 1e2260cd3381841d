"""A stack -> the items that its resources will be, each part folded into what it is a part of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from scanner.declared import Declared, Node, Stack, member
from scanner.fields import document_shape
from scanner.filling import ACCOUNT, REGION, filled, tokens
from scanner.model import Item, Location, Needs
from scanner.sources.declared.assembly import assembled, laid
from scanner.sources.declared.deployed import known_of
from scanner.sources.declared.forms import form
from scanner.sources.declared.implied import implied
from scanner.sources.declared.kinds import Kind, kinds_of, parameter, told_by
from scanner.sources.declared.listed import listed
from scanner.sources.declared.mapping import Draft, Mapper
from scanner.unresolved import Unresolved, identity

_encode = msgspec.json.Encoder().encode

_ACCOUNT: Final = parameter(ACCOUNT, "the account is chosen at deployment")
_REGION: Final = parameter(REGION, "the Region is chosen at deployment")


def items(drafts: Sequence[Draft], stack: Stack, account: str, region: str) -> Iterator[Item]:
    """The items of a stack, in an account and Region where these are known."""
    known = known_of(region, account)
    for draft in drafts:
        yield _item(draft, stack, account, region, known)


def extents(drafts: Sequence[Draft], stack: Stack) -> Iterator[tuple[tuple[str, str], Location]]:
    """All that is written of each resource, and of what is a part of it, by stack and address."""
    for draft in drafts:
        for each in (draft.declared, *draft.parts):
            if each.extent is not None:
                yield (stack.name, draft.declared.address), each.extent
    for each in stack.resources:
        if each.extent is not None:
            yield (stack.name, each.address), each.extent


class Mapped(NamedTuple):
    """The drafts of a stack's items, and what its resources are called where that is written."""

    drafts: list[Draft]
    names: frozenset[str]


def mapped(stack: Stack, needs: Needs) -> Mapped:
    """What rules need of a stack's resources, each part folded into what it is a part of."""
    resources = [*stack.resources, *implied(stack.resources), *listed(stack.resources)]
    known = [(each, kind) for each in resources for kind in kinds_of(each.kind)]
    found = _Found(known)
    mapper = Mapper(form, needs.fields, found)
    wanted = [(each, kind) for each, kind in known if kind.type.name in needs.types]
    drafts = [mapper.draft(each, kind) for each, kind in wanted if not kind.spelt.part_of]
    owners = _by_id(drafts)
    for each, kind in wanted:
        if not kind.spelt.part_of:
            continue
        for known_owner in _owners(each, kind, owners):
            owner = known_owner or mapper.orphan(each, kind)
            drafts += [] if known_owner else [owner]
            mapper.add(owner, each, kind)
        for doubt in _unread_owners(each, kind):
            for draft in drafts:
                if draft.kind.type is kind.type and draft.declared is not each:
                    mapper.add(draft, each, kind, f"it is a part of it, and {doubt.why}")
    return Mapped(drafts, found.names)


class _Found:
    """Finds what a reference is to, by its token or by a name that is written out."""

    def __init__(self, known: list[tuple[Declared, Kind]]) -> None:
        self._by_address = {each.address: each for each, _ in known}
        self._by_name: dict[tuple[str, str], Declared] = {}
        for each, kind in known:
            for name in _names(each, kind):
                self._by_name.setdefault((kind.type.name, name), each)

    @property
    def names(self) -> frozenset[str]:
        """All names that are written out."""
        return frozenset(name for _, name in self._by_name)

    def __call__(self, value: Any, resource_type: str = "") -> Declared | None:
        if type(value) is str:
            return self._by_name.get((resource_type, value))
        if not isinstance(value, Unresolved) or not value.named:
            return None
        token = value.token
        return self._by_address.get(token) or self._by_address.get(token.rpartition(".")[0])


def _names(declared: Declared, kind: Kind) -> Iterator[str]:
    """What a resource says itself of what it will be called."""
    if kind.spelt.part_of:
        return
    for attribute in ("Ref", "id", *kind.spelt.refers):
        for name in (told_by(declared.kind, attribute), attribute):
            node = declared.properties.get(name) if name is not None else None
            if node is not None and type(node.value) is str:
                yield node.value


def _by_id(drafts: list[Draft]) -> dict[tuple[str, str], Draft]:
    """Drafts by their type with each thing that they are called: ids, and other names and ARNs."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        for node in draft.names.values():
            called = identity(node.value)
            if called is not None:
                found.setdefault((draft.kind.type.name, called), draft)
    return found


def _owners(
    part: Declared, kind: Kind, owners: Mapping[tuple[str, str], Draft]
) -> Iterator[Draft | None]:
    """What a resource is a part of, None for what is not declared here."""
    for each in _naming(part, kind):
        called = identity(each.value)
        yield owners.get((kind.type.name, called)) if called is not None else None


def _unread_owners(part: Declared, kind: Kind) -> Iterator[Unresolved]:
    """Why nobody knows what a resource is a part of: it may be any of the stack's."""
    for each in _naming(part, kind):
        if isinstance(each.value, Unresolved) and not each.value.token:
            yield each.value


def _naming(part: Declared, kind: Kind) -> list[Node]:
    """What a resource says of what it is a part of."""
    spelt = kind.spelt
    named = member(Node(part.properties), spelt.part_of, spelt.or_of)
    if spelt.of_several and named.value is None:
        return []
    listed = named.value if type(named.value) is list else [named]
    return [member(each, spelt.inside) if type(each.value) is dict else each for each in listed]


def _item(draft: Draft, stack: Stack, account: str, region: str, known: Mapping[str, str]) -> Item:
    declared, resource_type = draft.declared, draft.kind.type
    shape = document_shape(resource_type.name)
    nodes = assembled(draft.fields, shape, declared.kind)
    document, lines = laid(nodes)
    configuration = document.get("configuration", {})
    label = configuration.get(resource_type.label)
    whole = {
        "resourceType": resource_type.name,
        "resourceId": configuration.get(resource_type.id),
        "resourceName": label if isinstance(label, str) else declared.address,
        "arn": _arn(declared, configuration.get(resource_type.arn)),
        "accountId": account or _ACCOUNT,
        "awsRegion": region or _REGION,
        **document,
    }
    if any(name in token for token in tokens(whole) for name in known):
        whole = filled(whole, known)  # of what Terraform reads of them in data sources
    return Item(
        resource_type.name,
        declared.address,
        account,
        region,
        _encode(whole),
        declared.at.uri if declared.at is not None else stack.name,
        stack=stack.name,
        lines=lines,
        at=declared.at,
        extent=declared.extent,
        condition=declared.condition,
    )


def _arn(declared: Declared, said: Any) -> Any:
    if isinstance(said, str | Unresolved):
        return said
    return Unresolved("known after deployment", token=f"{declared.address}.arn")
