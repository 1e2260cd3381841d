"""Which calls a scan makes: for each resource type that rules touch only what they read of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from scanner.inventory.inventory import GLOBAL
from scanner.model import Needs
from scanner.shape import Call, ResourceType

_MORE = "supplementaryConfiguration"


@dataclass(frozen=True, slots=True)
class Collection:
    """What to read of one resource type.

    `more` names the further calls of each item whose answers rules read, sorted; `detail` says
    whether each item has to be described as well: always where the list is too little, since an
    item's own name and ARN are in every report.
    """

    type: ResourceType
    more: tuple[str, ...]
    detail: bool


class Planned(NamedTuple):
    """A call that a scan would make, in which Region, and for what.

    With `each_item` it is made for each item of a list, and so nobody knows how often.
    """

    service: str
    operation: str
    region: str
    why: str
    each_item: bool


@cache
def api_names(client: str) -> tuple[str, Mapping[str, str]]:
    """The name that a service signs with, and its operations by the name that boto3 gives them."""
    import botocore.session
    from botocore import xform_name

    service = botocore.session.Session().get_service_model(client)
    return service.signing_name, {xform_name(name): name for name in service.operation_names}


@cache
def declared() -> Mapping[str, ResourceType]:
    """Every declared resource type, by name."""
    from scanner.resources import generate  # it loads botocore, which only live sources need

    return generate.declared()


def collections(needs: Needs) -> tuple[Collection, ...]:
    """What to read for these needs, by type name; types that no call gives are left out."""
    known = (declared().get(name) for name in sorted(needs.types))
    wanted = (_collection(each, needs.fields[each.name]) for each in known if each is not None)
    return tuple(each for each in wanted if each.type.live is not None or each.more)


def _collection(resource_type: ResourceType, names: frozenset[str] | None) -> Collection:
    more = sorted(each for each in resource_type.more if names is None or _reads(names, each))
    return Collection(resource_type, tuple(more), resource_type.detail is not None)


def _reads(names: frozenset[str], more: str) -> bool:
    """Whether the answer of a further call is read; its name may be a path from the document."""
    path = more if more == "tags" or more.startswith("configuration.") else f"{_MORE}.{more}"
    return ".".join(path.split(".")[:2]) in names or _MORE in names


def calls_of(collection: Collection) -> Iterator[tuple[Call, bool]]:
    """The calls of a collection, and whether each is made once an item rather than once a place.

    What a call needs to have been asked for before comes before it.
    """
    listing, detail = collection.type.live, collection.type.detail
    if listing is not None:
        yield listing, False
    if collection.detail and detail is not None:
        yield detail, True
    for name in collection.more:
        call = collection.type.more[name]
        for each in (call.before, call):
            if each is not None:
                yield each, listing is not None


def calls(wanted: Iterable[Collection], regions: Iterable[str]) -> list[Planned]:
    """The calls that reading these collections in these Regions makes in an account, in order.

    A list call stands for its first page, a call for each item for as many as there are.
    """
    places = tuple(regions)
    return sorted(
        Planned(call.client, call.operation, region, collection.type.name, each_item)
        for collection in wanted
        for call, each_item in calls_of(collection)
        for region in (places if collection.type.regional else (GLOBAL,))
    )
