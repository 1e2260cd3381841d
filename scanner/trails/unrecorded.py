"""The events of a kind that selectors leave out, whichever trail has them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from scanner.policydoc.limits import PRESENT, Limit, one_of
from scanner.policydoc.patterns import Pattern, TooHard, like
from scanner.policydoc.search import Request, request_in
from scanner.policydoc.statements import Box
from scanner.trails import selectors
from scanner.trails.selectors import Selected, selected
from scanner.trails.written import remembered
from scanner.unresolved import Unresolved

SOURCES: Final = ("ec2.amazonaws.com", "kms.amazonaws.com", "rdsdata.amazonaws.com")
"""A service like most, and those whose management events a basic selector can leave out."""

PARTITION: Final = re.compile(r"arn:(aws[a-z-]*):")
"""What an ARN tells of the partition of AWS that it is in."""


class Unrecorded(NamedTuple):
    """An example of each sort of event that is surely left out, and why there may be more."""

    events: tuple[Mapping[str, str], ...]
    why: tuple[Unresolved, ...]


@remembered
def management(found: Any, kinds: tuple[str, ...]) -> Unrecorded:
    """The management events that selectors leave out, of these values of readOnly."""
    recorded = selected(found)
    if recorded.unread:
        return Unrecorded((), recorded.why)
    sources = tuple(dict.fromkeys([*SOURCES, *_sources_of(recorded)]))
    return _missing(recorded, (box for kind in kinds for box in _management(kind, sources)))


@remembered
def objects(
    found: Any, kinds: tuple[str, ...], partition: str, buckets: tuple[str, ...]
) -> Unrecorded:
    """The object-level events of S3 that selectors leave out, in buckets of these names.

    A name may be a pattern. `partition` is the trail's, where the selectors tell none.
    """
    recorded = selected(found)
    if recorded.unread and buckets:
        return Unrecorded((), recorded.why)
    place = _partition(recorded) or partition
    wanted = [like(f"arn:{place}:s3:::{each}/?*") for each in buckets]
    return _missing(recorded, (box for kind in kinds for box in _data(kind, wanted)))


def _missing(recorded: Selected, asked: Iterable[Box]) -> Unrecorded:
    """The events asked about that are not recorded."""
    events: list[Mapping[str, str]] = []
    why: list[Unresolved] = []
    for box in asked:
        try:
            surely = request_in((*_event(), *box), recorded.most)
            if surely:
                events.append(_told(surely))
            elif request_in((*_event(), *box), recorded.least):
                why += recorded.why or (Unresolved("what the trail records is not known"),)
        except TooHard as hard:
            why.append(Unresolved(str(hard)))
    return Unrecorded(tuple(events), tuple(why))


def _event() -> Box:
    return tuple((field, PRESENT) for field in selectors.ALWAYS_THERE)


def _management(kind: str, sources: Iterable[str]) -> Iterator[Box]:
    box = ((selectors.CATEGORY, _exactly("Management")), (selectors.READ_ONLY, _exactly(kind)))
    for source in sources:
        yield (*box, (selectors.SOURCE, _exactly(source)))
    yield box


def _data(kind: str, wanted: Iterable[Pattern]) -> Iterator[Box]:
    for pattern in wanted:
        yield (
            (selectors.CATEGORY, _exactly("Data")),
            (selectors.READ_ONLY, _exactly(kind)),
            (selectors.TYPE, _exactly("AWS::S3::Object")),
            (selectors.ARN, one_of((pattern,))),
        )


def _partition(recorded: Selected) -> str | None:
    """The partition of AWS that the ARNs in selectors tell."""
    found = (PARTITION.match(str(each.text)) for each in _values(recorded, selectors.ARN))
    return next((each[1] for each in found if each), None)


def _sources_of(recorded: Selected) -> list[str]:
    """The services that the selectors name, each a candidate for being left out."""
    return [each.text for each in _values(recorded, selectors.SOURCE) if each.fixed][:20]


def _values(recorded: Selected, field: str) -> Iterator[Pattern]:
    for box in recorded.most:
        yield from (value for key, limit in box if key == field for value in limit.values)


def _told(event: Request) -> dict[str, str]:
    """The fields of an example that say something."""
    return {field: value for field, value in sorted(event.items()) if value}


def _exactly(text: str) -> Limit:
    return one_of((Pattern(text),))
