"""Which of the culprits an event touches: looked up by what it calls the resources it changes."""

from collections.abc import Iterator, Sequence
from typing import Final

from scanner.attribution.arn import tail
from scanner.attribution.culprit import ALL, Culprit
from scanner.attribution.event import Event, mentioned, named
from scanner.attribution.kind import Kind
from scanner.attribution.kinds import BY_TYPE, concerned, service_of
from scanner.event import Head
from scanner.eventdoc.reading import text

UNDECLARED: Final = Kind(type="", source="")
_TAKES_AWAY: Final = ("Delete", "Stop", "Remove", "Disable")


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

    def touched(self, one: Event) -> Iterator[tuple[int, Kind]]:
        """The numbers of the culprits that an event touches, each with the kind that says so."""
        distinct = {(number, id(kind)): (number, kind) for number, kind in self._touched(one)}
        for number, kind in distinct.values():
            if _is_there(self._culprits[number], kind, one):
                yield number, kind

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

    def _touched(self, one: Event) -> Iterator[tuple[int, Kind]]:
        for kind in concerned(one.source, one.name):
            for name in named(one, kind):
                for each in {name: None, tail(name): None}:
                    for number in self._called.get((kind.type, each), ()):
                        yield number, kind
            for number in self._unnamed.get(kind.type, ()):
                if _is_meant(self._culprits[number], kind, one):
                    yield number, kind
            if one.name in kind.along:
                yield from self._made_along(one, kind)
        if one.source in self._loose:
            for name in mentioned(one):
                for number in self._called.get((one.source, name), ()):
                    yield number, UNDECLARED

    def _made_along(self, one: Event, kind: Kind) -> Iterator[tuple[int, Kind]]:
        for each in one.answered:
            if each.name == "vpc.vpcid" and isinstance(each.value, str):
                for number in self._called.get(("along", each.value), ()):
                    if self._culprits[number].type == kind.type:
                        yield number, kind


def _is_meant(culprit: Culprit, kind: Kind, one: Event) -> bool:
    """Whether an event without a name is about what is there once, or took the last one away."""
    if culprit.id == ALL:
        return one.name.startswith(_TAKES_AWAY)
    if not kind.root:
        return True
    named = any(each.name == "username" for each in one.asked)
    return text(one.record, "userIdentity", "type") == "Root" and not named


def _is_there(culprit: Culprit, kind: Kind, one: Event) -> bool:
    """Whether an event happened in the account and Region of a culprit, as far as both say."""
    if culprit.account and one.account and culprit.account != one.account:
        return False
    region = text(one.record, "awsRegion")
    return kind.anywhere or not region or culprit.region in ("", "global", region)
