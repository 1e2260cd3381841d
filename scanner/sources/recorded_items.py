"""The rows that AWS Config's API gave of one resource type, as items and problems."""

from collections.abc import Iterator

from scanner.fields import is_global
from scanner.inventory.inventory import GLOBAL
from scanner.model import Item, Place, Problem
from scanner.sources.config_head import DELETED, NOT_RECORDED, Head, ItemError, moment
from scanner.sources.config_item import Form
from scanner.sources.query import Rows
from scanner.sources.split import NOT_DECODED

MOST_FAULTS = 20


def uri(place: Place) -> str:
    """How problems and items name a place."""
    return f"aws://{place[0]}/{place[1]}"


def items_of(resource_type: str, rows: Rows, fields: frozenset[str] | None) -> Iterator[Item | str]:
    """Each item that is there, and in words each that cannot be judged.

    What AWS has once an account gets the Region "global", wherever AWS Config recorded it.
    """
    form = Form(resource_type, fields)
    for head in rows.heads:
        try:
            if head.resource_type != resource_type:
                raise ItemError(f"of another type, {head.resource_type}")
            if (found := _item(head, form)) is not None:
                yield found
        except (ItemError, *NOT_DECODED) as error:
            yield f"{resource_type} {head.resource_id}: {error}"
    yield from rows.faults


def problems(
    faults: list[str], resource_type: str, place: Place | None, where: str
) -> Iterator[Problem]:
    """A problem for each of the first faults, and one for all the others."""
    types = frozenset({resource_type})
    for what in faults[:MOST_FAULTS]:
        yield Problem(where, what, types, place)
    if len(faults) > MOST_FAULTS:
        more = f"and {len(faults) - MOST_FAULTS} more of {resource_type} that could not be read"
        yield Problem(where, more, types, place)


def _item(head: Head, form: Form) -> Item | None:
    if head.configuration_item_status in DELETED:
        return None
    if head.configuration_item_status == NOT_RECORDED:
        raise ItemError("AWS Config knows of it and does not record it")
    if is_global(head.resource_type):
        head.aws_region = GLOBAL
    if not (head.account and head.aws_region and head.resource_id):
        raise ItemError("an item without its account, Region or id")
    place = (head.account, head.aws_region)
    captured = moment(head.configuration_item_capture_time)
    text = form.text(head, None)
    return Item(head.resource_type, head.resource_id, *place, text, uri(place), captured)
