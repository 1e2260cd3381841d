"""What AWS Config's API has of one resource's past, as items."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import msgspec
from msgspec import Struct

from scanner.model import Item, Place, Problem
from scanner.shape import Call
from scanner.sources.calling import Refused, streamed
from scanner.sources.config_decode import items_in
from scanner.sources.config_head import DELETED, NOT_RECORDED, ItemError, moment
from scanner.sources.config_item import Form
from scanner.sources.recorded_items import uri
from scanner.sources.split import NOT_DECODED
from scanner.sources.spot import Spot
from scanner.timeline.sightings import Sightings

_OF: Final = {"resourceType": "type", "resourceId": "id", "laterTime": "until"}


def _history(fixed: dict[str, Any], each: dict[str, str]) -> Call:
    return Call(
        "config",
        "get_resource_config_history",
        "configurationItems[]",
        fixed=fixed,
        each={**_OF, **each},
        absent=("ResourceNotDiscoveredException",),
    )


HISTORY: Final = _history({"limit": 100, "chronologicalOrder": "Forward"}, {})
"""AWS goes through a history seven days at a time; an empty page may lead to one that is not.

https://docs.aws.amazon.com/config/latest/APIReference/API_GetResourceConfigHistory.html
"""
PART: Final = _history(dict(HISTORY.fixed), {"earlierTime": "since"})
BEFORE: Final = _history({"limit": 1, "chronologicalOrder": "Reverse"}, {})


class Wanted(Struct, frozen=True):
    """A resource whose past is asked for: its type and id, where it is, and the time."""

    type: str
    id: str
    place: Place
    since: str
    until: str


def past(spot: Spot, wanted: Wanted, form: Form, sightings: Sightings) -> Iterator[Item | Problem]:
    """Every version of a resource up to `until`; of those before `since` the last one."""
    for given in _given(spot, wanted):
        try:
            if isinstance(given, Refused):
                raise ItemError(str(given))
            item = _item(given, wanted, form, sightings)
        except (ItemError, *NOT_DECODED) as error:
            what = f"the history of {wanted.type} {wanted.id}: {error}"
            yield Problem(spot.uri, what, frozenset({wanted.type}), wanted.place)
        else:
            if item is not None:
                yield item


def _given(spot: Spot, wanted: Wanted) -> Iterator[Any]:
    """The versions as the API gives them; a Refused where they end early."""
    client = spot.client("config")
    asked = {"type": wanted.type, "id": wanted.id, "since": wanted.since, "until": wanted.until}
    if not wanted.since:
        yield from streamed(client, HISTORY, spot.arguments(HISTORY, asked))
        return
    before = {**asked, "until": wanted.since}
    yield from islice(streamed(client, BEFORE, spot.arguments(BEFORE, before)), 1)
    yield from streamed(client, PART, spot.arguments(PART, asked))


def _item(given: Any, wanted: Wanted, form: Form, sightings: Sightings) -> Item | None:
    """A version as an item; None where it only tells that the type is not recorded."""
    [head] = items_in(msgspec.json.encode([given]))
    captured = moment(head.configuration_item_capture_time)
    if not captured:
        raise ItemError("a version without configurationItemCaptureTime")
    if (head.resource_type, head.resource_id) != (wanted.type, wanted.id):
        raise ItemError(f"a version of another resource, {head.resource_type} {head.resource_id}")
    if head.account not in ("", wanted.place[0]):
        raise ItemError(f"a version of another account, {head.account}")
    head.account_id, head.aws_region = wanted.place
    sightings.saw(wanted.place, head, captured)
    if head.configuration_item_status == NOT_RECORDED:
        return None
    gone = head.configuration_item_status in DELETED
    text = form.text_of_deleted(head) if gone else form.text(head, None)
    return Item(wanted.type, wanted.id, *wanted.place, text, uri(wanted.place), captured, gone)
