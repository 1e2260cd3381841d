"""All that was done to what somebody names: every write, those refused among them."""

import heapq
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct

from scanner.attribution.arn import tail
from scanner.attribution.bearers import Bearer, Bearers
from scanner.attribution.change import draft, shown
from scanner.attribution.event import Event, event, is_then, mentioned
from scanner.attribution.history import MOST_BORNE, History, Kept, histories, meant
from scanner.attribution.kinds import concerned
from scanner.attribution.naming import FOLDED, Naming, folded, namings
from scanner.attribution.sessions import Sessions
from scanner.event import Head, Log

MOST: Final = 10_000
"""So many events of one name are kept: the newest. So many are counted, too, that only name it."""
_decode: Final = msgspec.json.Decoder().decode
_SERVICES: Final = {"cloudwatch": "monitoring", "opensearch": "es"}


class Name(Struct, frozen=True):
    """What the user calls a resource: an id, a name or an ARN, and what an ARN tells of it."""

    text: str
    texts: frozenset[str]
    source: str = ""
    region: str = ""
    account: str = ""


class Following(Struct, frozen=True):
    """Names that have turned up; `again` if what is read whole has to be read again for them."""

    names: frozenset[str] = frozenset()
    again: bool = False


def name(text: str) -> Name:
    """The resource that an id, a name or an ARN names; of an ARN also its last part is a name."""
    parts = text.split(":", 5)
    if parts[0] != "arn" or len(parts) < 6:
        return Name(text, frozenset({text}))
    service, region, account = parts[2:5]
    source = f"{_SERVICES.get(service, service)}.amazonaws.com"
    return Name(text, frozenset({text, tail(text)}), source, region, account)


class Trace:
    """The history of what bears a name: give it every log, in any order, then ask.

    Events tell other names of the same resource. `follow` them, and give it the logs again.
    """

    def __init__(self, of: Name, accounts: frozenset[str] = frozenset()) -> None:
        self._name = of
        self._lower = frozenset(each.lower() for each in of.texts)
        self.accounts = accounts | ({of.account} if of.account else frozenset())
        self._searched: frozenset[str] = of.texts
        self._bytes = _searchable(of.texts)
        self._kept: dict[tuple[str, ...], Kept] = {}
        self._named: set[tuple[str, ...]] = set()
        self._ties: dict[Naming, str] = {}
        self._bearers = Bearers({})
        self._followed: frozenset[Bearer] = frozenset()
        self._first = True
        self.sessions = Sessions()
        self.records = 0
        self.begins = ""
        self.forgotten = 0
        self.left = 0
        """So many resources that bear the name are not followed: they are too many."""

    @property
    def found(self) -> bool:
        """Whether anything was done to it."""
        return bool(self._kept)

    @property
    def named(self) -> int:
        """How many events name it, but as something that another change is about."""
        return len(self._named)

    @property
    def names(self) -> frozenset[str]:
        """What events are searched for: all that is known to be a name of it."""
        return self._searched

    @property
    def unasked(self) -> frozenset[str]:
        """Names that turned up after it was last asked what to follow."""
        known = meant(Bearers(self._ties), self._name.texts)[:MOST_BORNE]
        before = {tail(each).lower() for each in self._searched}
        names = (name for each in known for name in each.called)
        return frozenset(each for each in names if tail(each).lower() not in before)

    @property
    def sessions_unknown(self) -> frozenset[str]:
        """The access keys of sessions that did something, if nobody is known to have begun them."""
        return self.sessions.unknown(each.draft.actor for each in self._kept.values())

    def add(self, log: Log, since: str = "", until: str = "") -> None:
        """Look at the records of a log; only those that name the resource are decoded.

        Only events from `since` to `until` count, times as `scanner.clock` has them.
        """
        self.sessions.add(log)
        if self._first:
            self.records += len(log.heads)
        times = [each.event_time for each in log.heads if each.event_time]
        self.begins = min([*times, self.begins or "~"]) if times else self.begins
        if not self._may_name(log.text):
            return
        for number, (head, text) in enumerate(zip(log.heads, log.texts(), strict=True)):
            if is_then(head, since, until) and self._may_matter(head) and self._may_name(text):
                self._add(event(_decode(text), log.uri, log.first + number))

    def follow(self) -> Following:
        """The names of the same resources that have turned up since; from now on they count."""
        self._bearers = Bearers(self._ties)
        known = meant(self._bearers, self._name.texts)
        self._followed = frozenset(known[:MOST_BORNE])
        self.left = len(known) - len(self._followed)
        found = frozenset(name for each in self._followed for name in each.called)
        new, before = found - self._searched, {tail(each).lower() for each in self._searched}
        self._searched |= new
        self._bytes = _searchable(self._searched)
        self._first = False
        again = any(tail(each).lower() not in before for each in new)
        self.forgotten = 0 if again else self.forgotten
        return Following(new, again)

    def histories(self) -> list[History]:
        """What was done to each resource that bears the name."""
        self._forget()
        kept, bearers = self._kept.values(), Bearers(self._ties)
        return histories(kept, bearers, self._name.texts, self.sessions, self._name.text)

    def _may_name(self, text: bytes) -> bool:
        """Whether a name stands in a text; of what JSON may write in two ways it may anyhow."""
        lower = text.lower()
        return any(each in lower for each in self._bytes)

    def _may_matter(self, head: Head) -> bool:
        if head.read_only is True or head.management_event is False:
            return False
        if self._name.source and head.event_source not in (None, self._name.source):
            return False
        region, account = self._name.region, head.recipient_account_id
        if region and head.aws_region not in (None, region):
            return False
        return not self.accounts or account is None or account in self.accounts

    def _add(self, one: Event) -> None:
        kinds = concerned(one.source, one.name)
        kept = draft(one)
        found = tuple(each for each in self._namings(one) if self._means(each, kept.time))
        about = frozenset[str]() if kinds else self._about(one)
        if not found and not about:
            if len(self._named) < MOST and not self._name.texts.isdisjoint(mentioned(one)):
                self._named.add(kept.key)
            return
        self._named.discard(kept.key)
        given = tuple(shown(each.path, each.value) for each in one.asked if self._says(each.value))
        self._kept[kept.key] = Kept(kept, found, about, given)
        if len(self._kept) >= 2 * MOST:
            self._forget()
        made = {each.type for each in kinds if one.name in each.made and not kept.error}
        for naming in found:
            if naming in self._ties or len(self._ties) < MOST:
                before = self._ties.get(naming, "")
                self._ties[naming] = kept.time if naming.spot[0] in made else before

    def _namings(self, one: Event) -> Iterator[Naming]:
        """What the event calls whatever it changes; of two types that are told alike the first."""
        kinds = {(each.ids, each.names): each for each in concerned(one.source, one.name)[::-1]}
        for kind in list(kinds.values())[::-1]:
            yield from namings(one, kind)

    def _means(self, naming: Naming, time: str) -> bool:
        """Whether an event that calls something so is about what bears the name."""
        type = naming.spot[0]
        known = self._lower if type in FOLDED else self._name.texts
        if any(each in known or folded(type, each) in known for each in naming.texts):
            return True
        return not self._followed.isdisjoint(self._bearers.of(naming, time))

    def _about(self, one: Event) -> frozenset[str]:
        """The names that stand in an event of which no type is known that it changes."""
        ids = (text for each in self._followed for text in each.ids)
        return frozenset({*self._name.texts, *ids}.intersection(mentioned(one)))

    def _says(self, value: object) -> bool:
        """Whether a parameter tells more than which resource it is about."""
        empty = value is None or value == "" or value == {} or value == []
        return not empty and value not in self._name.texts if isinstance(value, str) else not empty

    def _forget(self) -> None:
        """Drop all but the newest."""
        newest = heapq.nlargest(MOST, self._kept.items(), key=lambda each: each[1].draft.time)
        self.forgotten += len(self._kept) - len(newest)
        self._kept = dict(newest)


def _searchable(names: frozenset[str]) -> list[bytes]:
    """What stands in every record that has one of the names: b"" where JSON has two spellings."""
    lower = sorted({each.lower() for each in names}, key=len)
    if not all(each.isascii() for each in lower):
        return [b""]
    found: list[str] = []
    for each in lower:
        if not any(shorter in each for shorter in found):
            found.append(each)
    return [each.encode() for each in found]
