"""What was known to be recorded, as time went by: why something may be missing at a moment."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scanner.fields import is_global
from scanner.inventory.inventory import Inventory
from scanner.inventory.partition import Entry
from scanner.model import Coverage, Item, Place, Problem
from scanner.sources.config_head import NOT_RECORDED, Head
from scanner.sources.recording import RECORDER, Recording
from scanner.timeline.standing import Key


class Sighting(NamedTuple):
    """The first time that a type was seen in a place, recorded or not; or a recorder's own item."""

    time: str
    place: Place
    type: str
    recorded: bool = True
    recorder: bytes | None = None


class Sightings:
    """What sources show to have been recorded since when; of types nobody needs only the place."""

    def __init__(self, types: frozenset[str]) -> None:
        self._types = types
        self._first: dict[tuple[Place, str, bool], str] = {}
        self._recorders: list[Sighting] = []

    def saw(self, place: Place, head: Head, captured: str) -> None:
        """Take note of an item, as `sources.config.Seen` has it."""
        recorded = head.configuration_item_status != NOT_RECORDED
        self.at(place, head.resource_type, captured, recorded=recorded)

    def at(self, place: Place, resource_type: str, time: str, *, recorded: bool = True) -> None:
        """Take note of a type in a place at a time; `recorded` if it is, and not merely known."""
        if not recorded and resource_type not in self._types:
            return
        sign = (place, resource_type if resource_type in self._types else "", recorded)
        self._first[sign] = min(self._first.get(sign, time), time)

    def recorder(self, item: Item) -> None:
        """Take note of a recorder's own item."""
        text = b"" if item.deleted else item.text
        self._recorders.append(Sighting(item.captured, item.place, RECORDER, recorder=text))

    @property
    def places(self) -> list[Place]:
        """The accounts and Regions in which anything is recorded, sorted."""
        return sorted({place for place, _, recorded in self._first if recorded})

    def in_order(self) -> list[Sighting]:
        """All of them, the oldest first."""
        first = [Sighting(time, *sign) for sign, time in self._first.items()]
        return sorted([*first, *self._recorders], key=lambda each: (each[:4], each.recorder or b""))


class Known:
    """What is known to be recorded, as far as sightings were taken."""

    def __init__(self, problems: Iterable[Problem], *, complete: bool) -> None:
        """`problems` leave their types incomplete at all times; see `Inventory` for `complete`."""
        self._problems = list(problems)
        self._complete = complete
        self._recording = Recording()
        self._inventory: Inventory | None = None
        self.broken: dict[Key, Problem] = {}
        """By resource what is wrong with the version that stands."""
        self.faults: list[Problem] = []
        """What was wrong with any version."""

    def take(self, sighting: Sighting) -> None:
        """Know one more."""
        self._inventory = None
        place, kind = sighting.place, sighting.type
        if sighting.recorder is not None:
            self._recording.saw_recorder(place, sighting.time, sighting.recorder)
        elif sighting.recorded:
            self._recording.saw(place, kind)
        else:
            self._recording.saw_unrecorded(place, kind)

    def broke(self, resource: Key, problem: Problem) -> None:
        """Know that the version of a resource that stands now cannot be read."""
        self.broken[resource] = problem
        self.faults.append(problem)

    def gap(self, resource_type: str, place: Place) -> str | None:
        """Why items of a type may be missing in a place; None where all are known."""
        for each in self.broken.values():
            if resource_type in each.types and each.place == place:
                return f"{each.where}: {each.what}"
        return self._now.gap(resource_type, place)

    def gap_anywhere(self, resource_type: str) -> str | None:
        """Why items of a type may be missing somewhere."""
        return self._first_gap(resource_type, self._now.places)

    def gap_in_account(self, resource_type: str, account: str) -> str | None:
        """Why items of a type may be missing in some Region of an account."""
        return self._first_gap(resource_type, [p for p in self._now.places if p[0] == account])

    def _first_gap(self, resource_type: str, places: Sequence[Place]) -> str | None:
        gaps = (
            self.gap(resource_type, place)
            for place in places
            if self._now.expected(resource_type, place)
        )
        return next((gap for gap in gaps if gap is not None), None)

    @property
    def _now(self) -> Inventory:
        if self._inventory is None:
            given: list[Problem | Coverage] = [*self._problems, *self._recording.coverage()]
            self._inventory = inventory(given, complete=self._complete)
        return self._inventory


def inventory(given: Iterable[Problem | Coverage], *, complete: bool = False) -> Inventory:
    """An inventory without items: it answers what may be missing."""
    made = Inventory(complete=complete, is_global=is_global, now="")
    for each in given:
        made.add(each)
    return made


def made(resource_type: str, place: Place) -> Entry:
    """The item of an account or Region itself, of which no source tells more than that."""
    partitions = inventory([Coverage(place)]).partitions()
    return next(entry for each in partitions for entry in each.own(resource_type))
