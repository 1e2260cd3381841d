"""Which of the culprits an event touches: looked up by what it calls the resources it changes."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from scanner.attribution.arn import account_of, tail
from scanner.attribution.being import is_end
from scanner.attribution.culprit import ALL, Culprit
from scanner.attribution.event import Event, by_name, identified, mentioned, named, renamed
from scanner.attribution.kind import Kind
from scanner.attribution.kinds import BY_TYPE, concerned, service_of
from scanner.event import Head
from scanner.eventdoc.reading import text
from scanner.model import Place

UNDECLARED: Final = Kind(type="", source="")
_TAKES_AWAY: Final = ("Delete", "Stop", "Remove", "Disable")

Turn = Literal["", "given", "taken"]


class Touch(NamedTuple):
    """A culprit's number, and the kind that says so; not `sure` if the event may mean another.

    With a `turn` the name by which the event says so is one that it gave, or took, by renaming.
    """

    number: int
    kind: Kind
    sure: bool = True
    turn: Turn = ""


class Index:
    """The culprits by everything that events may call them."""

    def __init__(self, culprits: Sequence[Culprit]) -> None:
        self._culprits = culprits
        self._called: dict[tuple[str, str], list[int]] = {}
        self._unnamed: dict[str, list[int]] = {}
        self._sources: set[str] = set()
        self._loose: set[str] = set()
        for number, each in enumerate(culprits):
            self._put(number, each)

    def may_matter(self, head: Head) -> bool:
        """Whether an event may touch a culprit, as far as its head tells."""
        if head.read_only is True or head.error_code or head.management_event is False:
            return False
        source = head.event_source or ""
        if source in self._loose:
            return True
        return source in self._sources and bool(concerned(source, head.event_name or ""))

    def touched(self, one: Event) -> Iterator[Touch]:
        """The culprits that an event touches, each once for a kind."""
        distinct: dict[tuple[int, int], Touch] = {}
        for each in self._touched(one):
            if each.sure or (each.number, id(each.kind)) not in distinct:
                distinct[each.number, id(each.kind)] = each
        for each in distinct.values():
            if _is_there(self._culprits[each.number], each.kind, one):
                yield each

    def _put(self, number: int, culprit: Culprit) -> None:
        kinds = BY_TYPE.get(culprit.type, ())
        for kind in kinds:
            self._sources.add(kind.event_source)
            if kind.unnamed or culprit.id == ALL:
                self._unnamed.setdefault(culprit.type, []).append(number)
            for name in culprit.called:
                self._call(kind.type, name.lower() if kind.folded else name, number)
            if culprit.vpc and kind.along:
                self._call("along", culprit.vpc, number)
        if not kinds:
            self._loose.add(service_of(culprit.type))
            for name in culprit.called:
                self._call(service_of(culprit.type), name, number)

    def _call(self, type: str, name: str, number: int) -> None:
        self._called.setdefault((type, name), []).append(number)

    def _touched(self, one: Event) -> Iterator[Touch]:
        for kind in concerned(one.source, one.name):
            yield from self._of_kind(one, kind)
            unnamed = self._unnamed.get(kind.type, ())
            said = _says(one, kind) if unnamed else None
            for number in unnamed:
                if said is not False and _is_meant(self._culprits[number], kind, one):
                    yield Touch(number, kind, sure=bool(said) and not kind.shared)
            if one.name in kind.along:
                yield from self._made_along(one, kind)
        if one.source in self._loose:
            for name in mentioned(one):
                known = self._called.get((one.source, name), [])
                yield from self._called_so(one, UNDECLARED, known)

    def _of_kind(self, one: Event, kind: Kind) -> Iterator[Touch]:
        """What it names; of an event that should name something, and is not recorded, any."""
        names, new = _names(one, kind), renamed(one, kind)
        sure = not kind.shared or bool(identified(one, kind))
        for name in dict.fromkeys((*names, *new)):
            turn: Turn = "given" if name in new else "taken" if new else ""
            bearers = self._bearers(kind.type, name)
            yield from self._called_so(one, kind, bearers, sure=sure, turn=turn)
        if not names and _could_be_anys(one, kind):
            for number, each in enumerate(self._culprits):
                if each.type == kind.type and each.called:
                    yield Touch(number, kind, sure=False)

    def _bearers(self, type: str, name: str) -> list[int]:
        """The culprits that are called so, or so in an ARN of their account."""
        whose = account_of(name)
        last = [
            number
            for number in self._called.get((type, tail(name)), ())
            if not whose or self._culprits[number].account in ("", whose)
        ]
        return list(dict.fromkeys((*self._called.get((type, name), ()), *last)))

    def _called_so(
        self, one: Event, kind: Kind, numbers: list[int], *, sure: bool = True, turn: Turn = ""
    ) -> Iterator[Touch]:
        """The culprits of one name: where it may be several's, none of them is sure."""
        known = ((number, self._culprits[number]) for number in numbers)
        there = {
            (each.type, each.id)
            for _, each in known
            if _is_there(each, kind, one) and _is_then(each, one)
        }
        for number in numbers:
            yield Touch(number, kind, sure and len(there) < 2, turn)

    def _made_along(self, one: Event, kind: Kind) -> Iterator[Touch]:
        for each in one.answered:
            if each.name == "vpc.vpcid" and isinstance(each.value, str):
                for number in self._called.get(("along", each.value), ()):
                    if self._culprits[number].type == kind.type:
                        yield Touch(number, kind)


def _names(one: Event, kind: Kind) -> list[str]:
    """What the event calls the resources; what it ends also by names, which others have then."""
    if kind.told_apart:
        others = [each.value for each in one.asked if each.name == kind.told_apart]
        return [f"{other}|{name}" for other in others for name in by_name(one, kind)]
    found = [*named(one, kind)]
    return found + by_name(one, kind) if is_end(one, kind) and not kind.shared else found


def _could_be_anys(one: Event, kind: Kind) -> bool:
    """Whether an event named what it changed in parameters that are not recorded."""
    if one.told or kind.unnamed or one.name in (*kind.made, *kind.along):
        return False
    return text(one.record, "eventType") != "AwsServiceEvent"  # nobody requested anything


def _is_meant(culprit: Culprit, kind: Kind, one: Event) -> bool:
    """Whether an event without a name is about what is there once, or took the last one away."""
    if culprit.id == ALL:
        return one.name.startswith(_TAKES_AWAY)
    if not kind.root:
        return True
    named = any(each.name == "username" for each in one.asked)
    return text(one.record, "userIdentity", "type") == "Root" and not named


def _says(one: Event, kind: Kind) -> bool | None:
    """Whether the event says what it has to say for the kind; None where that is not recorded."""
    said = {
        each.name: each.value for each in (*one.asked, *one.answered) if each.name in kind.where
    }
    if any(value != kind.where[name] for name, value in said.items()):
        return False
    return True if len(said) == len(kind.where) else None


def _is_there(culprit: Culprit, kind: Kind, one: Event) -> bool:
    """Whether an event happened in the account and Region of a culprit, as far as both say."""
    if culprit.account and one.account and culprit.account != one.account:
        return False
    region = text(one.record, "awsRegion")
    return kind.anywhere or not region or culprit.region in ("", "global", region)


def may_happen_in(place: Place | None, culprit: Culprit) -> bool:
    """Whether events about a culprit may happen in an account and Region; None is anywhere."""
    if place is None or not culprit.account:
        return True
    anywhere = any(each.anywhere for each in BY_TYPE.get(culprit.type, ()))
    return place[0] == culprit.account and (anywhere or culprit.region in ("", "global", place[1]))


def _is_then(culprit: Culprit, one: Event) -> bool:
    """Whether an event happened in the time in which a culprit became as it is."""
    time = text(one.record, "eventTime")[:19]
    return time > culprit.since[:19] and (not culprit.captured or time <= culprit.captured[:19])
