"""One record of a log as an item that rules judge, and what findings say of it."""

import hashlib
from functools import cached_property
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from scanner.event import EVENT, Log
from scanner.finding import Finding
from scanner.inventory.partition import Entry
from scanner.model import Document, Evidence, Item, Location, Problem, Resource, Verdict
from scanner.rule import Rule
from scanner.unresolved import KEY, revive
from scanner.watch.tally import Sign

MOST_TOLD: Final = 100  # characters of a name that a sentence repeats, or that a sign keeps
MOST_OF_NAME: Final = 200  # characters of an id or a key; AWS's own are shorter
MOST_OF_PHRASE: Final = 500
_OMITTED: Final = b'"omitted"'


class Broken(Struct, frozen=True):
    """A record that cannot be read as a whole: its number in the file, and what is wrong."""

    number: int
    what: str


class Records:
    """The records of a log; each is decoded when somebody asks for it."""

    def __init__(self, log: Log, now: str) -> None:
        self.log = log
        self._now = now
        self._last: tuple[int, Entry | Broken] | None = None

    @cached_property
    def _texts(self) -> list[bytes]:
        return self.log.texts()

    def text(self, index: int) -> bytes:
        """A record's JSON text."""
        return self._texts[index]

    def id(self, index: int) -> str:
        """A record's eventID; what is the same for the same record where it has none."""
        known = self.log.heads[index].event_id
        return _short(known) if known else _digest(self.content(index))

    def content(self, index: int) -> bytes:
        """A record's JSON text, the same in whatever order and with whatever spaces it came."""
        text = self.text(index)
        try:
            return msgspec.json.encode(msgspec.json.decode(text), order="sorted")
        except (msgspec.DecodeError, RecursionError):
            return text

    def entry(self, index: int) -> Entry | Broken:
        """A record as an item with its document, decoded once for all rules that ask in a row."""
        if self._last is None or self._last[0] != index:
            self._last = index, self._entry(index)
        return self._last[1]

    def _entry(self, index: int) -> Entry | Broken:
        text = self.text(index)
        try:
            record = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError) as error:
            return Broken(self.log.first + index, str(error))
        if not self.log.whole and KEY.encode() in text:
            record = revive(record)
        if _OMITTED in text:
            from scanner.eventdoc.omitted import without_omitted  # few records are so large

            without_omitted(record)
        head = self.log.heads[index]
        document: Document = {
            "resourceType": EVENT,
            "resourceId": self.id(index),
            "resourceName": None if head.event_name is None else _short(head.event_name),
            "accountId": account(self.log, index),
            "awsRegion": _short(head.aws_region or ""),
            "configuration": record,
            "supplementaryConfiguration": {},
        }
        item = Item(
            EVENT,
            document["resourceId"],
            document["accountId"],
            document["awsRegion"],
            b"",
            self.log.uri,
            (head.event_time or "")[:MOST_TOLD],
        )
        return item, document

    def root(self, entry: Entry) -> Document:
        """What expressions are asked about."""
        return {**entry[1], "now": self._now}

    def problem(self, broken: Broken) -> Problem:
        """What to say of a record that cannot be read."""
        where = f"{self.log.uri}: record {broken.number}"
        return Problem(where, broken.what, frozenset({EVENT}))

    def told(self, finding: Finding, entry: Entry) -> Finding:
        """The finding about an event, whose sentence tells the event as well."""
        return replace(finding, message=f"{_told(entry[1]['configuration'])}: {finding.message}")

    def unknown(
        self, rule: Rule, entry: Entry, evidence: tuple[Evidence, ...], message: str
    ) -> Finding:
        """The finding that nobody knows what a rule says of an event."""
        item, document = entry
        resource = Resource(EVENT, item.id, item.account, item.region, document["resourceName"])
        at = Location(item.uri)
        said = f"{_told(document['configuration'])}: {message}"
        return Finding(rule, resource, Verdict.UNKNOWN, evidence, said, at)


def account(log: Log, index: int) -> str:
    """The account that an event is of: the one whose trail got it, or else its caller's."""
    head = log.heads[index]
    caller = head.user_identity.account_id if head.user_identity else None
    return _short(head.recipient_account_id or caller or "")


def sign(records: Records, index: int, rule: int, by: int, key: str, at: float) -> Sign:
    """What is kept of an event that counts: no text of it is longer than it should be."""
    head = records.log.heads[index]
    return Sign(
        *(rule, by, _short(key), at),
        id=records.id(index),
        time=(head.event_time or "")[:MOST_TOLD],
        name=(head.event_name or "")[:MOST_TOLD],
        account=account(records.log, index),
        region=_short(head.aws_region or ""),
        uri=records.log.uri,
    )


def _short(name: str) -> str:
    """A name that is not long; two that differ still do."""
    if len(name) <= MOST_OF_NAME:
        return name
    return f"{name[:MOST_OF_NAME]}… {_digest(name.encode())}"


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()[:32]


def _told(record: Any) -> str:
    """An event in a phrase: what was done to what, when, by whom and from where."""
    from scanner.attribution.about import about  # only for what is reported
    from scanner.eventdoc.actor import actor, told

    name, time = record.get("eventName"), record.get("eventTime")
    address, code = record.get("sourceIPAddress"), record.get("errorCode")
    named = about(record)
    what = f"{_text(name)}{' on ' * bool(named)}{named}"
    failed = f" ended with {code[:MOST_TOLD]}" if isinstance(code, str) and code else ""
    origin = f" from {address[:MOST_TOLD]}" if isinstance(address, str) else ""
    who = told(actor(record))[:MOST_OF_PHRASE]
    return f"{what}{failed} at {_text(time)} by {who}{origin}"


def _text(value: Any) -> str:
    return value[:MOST_TOLD] if isinstance(value, str) else "something unknown"
