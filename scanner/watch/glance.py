"""What rules say of an event by its head alone: heads are much alike, so that it is remembered."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any, Final

from scanner.decide import Glimpse
from scanner.event import EVENT, Head, Identity
from scanner.expression import computed
from scanner.fields import ENVELOPE, document_shape
from scanner.model import Document, Verdict
from scanner.needs import paths_read
from scanner.rule import Rule, asked
from scanner.unresolved import Unresolved

MOST_REMEMBERED: Final = 1 << 15
LONGEST_KEY: Final = 2000  # characters

Said = Verdict | bool
"""A verdict on an event; False where it is out of scope, True where its head does not tell."""

_LATER: Final = Unresolved("more than the head of the event has to be read")
_PLAIN: Final = {
    "eventTime": "event_time",
    "eventSource": "event_source",
    "eventName": "event_name",
    "awsRegion": "aws_region",
    "sourceIPAddress": "source_ip_address",
    "errorCode": "error_code",
    "eventID": "event_id",
    "readOnly": "read_only",
    "eventType": "event_type",
    "eventCategory": "event_category",
    "managementEvent": "management_event",
    "recipientAccountId": "recipient_account_id",
}
_OF_IDENTITY: Final = {
    "type": "type",
    "invokedBy": "invoked_by",
    "accountId": "account_id",
    "accessKeyId": "access_key_id",
}
_KIND: Final = (
    "eventSource",
    "eventName",
    "errorCode",
    "eventType",
    "eventCategory",
    "awsRegion",
)
_FLAGS: Final = ("managementEvent", "readOnly")
_WHO: Final = ("type", "invokedBy")
_NOBODY: Final = Identity()
_NO_IDENTITY: Final = object()  # an identity may have None in a field
_of_kind: Final = attrgetter(*(_PLAIN[name] for name in (*_KIND, *_FLAGS)))
_IDENTITY: Final = "userIdentity"
_WHOLES: Final = frozenset({(), ("configuration",), ("configuration", _IDENTITY)})
"""What a rule may read whole: nobody knows by its head which keys an event has there."""


class Glance:
    """One rule on events, and what it says of heads."""

    __slots__ = (
        "_blind",
        "_by",
        "_glimpse",
        "_key",
        "_names",
        "_remembered",
        "_told",
        "_who",
        "counts",
        "rule",
    )

    def __init__(self, rule: Rule, told: "Told") -> None:
        self.rule = rule
        self._glimpse = Glimpse(rule)
        self._by = rule.together.by if rule.together else ()
        self.counts = rule.together is not None
        self._told = told
        self._remembered: dict[Hashable, tuple[Said, tuple[Any, ...]]] = {}
        self._blind = any(path in _WHOLES for _, path in paths_read(rule))
        read = _read(rule)
        self._names, self._who = read if read is not None else ((), ())
        self._key = None if read is None else _key(*read)

    def of_kind(self, head: Head) -> Said:
        """What it says of all events whose heads have this one's kind."""
        if self._blind:
            return True
        said = self._glimpse.verdict(self._told.root(head, (*_KIND, *_FLAGS), _WHO))
        return True if said is Verdict.UNKNOWN else said

    def of_head(self, head: Head) -> tuple[Said, tuple[Any, ...]]:
        """What it says of an event, and what each of `by` gives, if the head tells it all."""
        if self._key is None:
            return True, ()
        key = self._key(head)
        known = self._remembered.get(key)
        if known is None:
            known = self.of(self._told.part(head, self._names, self._who))
            remember(self._remembered, key, known)
        return known

    def of(self, root: Document) -> tuple[Said, tuple[Any, ...]]:
        """What it says of an event, and what each of `by` gives; `root` is changed."""
        said = self._glimpse.verdict(root)
        if said is Verdict.PASS and self._by:
            return said, tuple(computed(each, root) for each in self._by)
        return said, ()


def remember(known: dict[Hashable, Any], key: Hashable, value: Any) -> None:
    """Keep a value, unless its key is a stranger's megabyte; many make room for new ones."""
    if len(repr(key)) > LONGEST_KEY:
        return
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = value


def kind_of(head: Head) -> Hashable:
    """What heads of one kind have in common: what `Glance.of_kind` depends on."""
    who = head.user_identity or _NOBODY
    return _of_kind(head), head.user_identity is None, who.type, who.invoked_by


class Told:
    """What heads tell, in the form of the documents that rules are asked about."""

    def __init__(self, rules: Iterable[Rule], now: str) -> None:
        tree: Any = document_shape(EVENT).forms[0].tree["configuration"]
        read = {path[1:] for each in rules for _, path in paths_read(each) if len(path) > 1}
        names = {path[0] for path in read}
        who = {path[1] for path in read if path[0] == _IDENTITY and len(path) > 1}
        self._configuration = dict.fromkeys({*tree, *names}, _LATER)
        self._identity = dict.fromkeys({*tree[_IDENTITY], *who}, _LATER)
        self._now = now

    def root(self, head: Head, names: Iterable[str], who: Iterable[str]) -> Document:
        """The document of an event of which only some fields, and some of who acts, are known."""
        configuration: dict[str, Any] = dict(self._configuration)
        configuration.update((name, getattr(head, _PLAIN[name])) for name in names)
        if head.user_identity is None:
            configuration[_IDENTITY] = None
        else:
            found = ((name, getattr(head.user_identity, _OF_IDENTITY[name])) for name in who)
            configuration[_IDENTITY] = {**self._identity, **dict(found)}
        known = dict.fromkeys(ENVELOPE, _LATER)
        return {
            **known,
            "resourceType": EVENT,
            "configuration": configuration,
            "supplementaryConfiguration": {},
            "now": self._now,
        }

    def part(self, head: Head, names: Iterable[str], who: Sequence[str]) -> Document:
        """The same of a rule that reads these fields and no others: they are all that is there."""
        configuration: dict[str, Any] = {name: getattr(head, _PLAIN[name]) for name in names}
        identity = head.user_identity
        if who and identity is not None:
            configuration[_IDENTITY] = {n: getattr(identity, _OF_IDENTITY[n]) for n in who}
        return {"configuration": configuration, "now": self._now}


def _read(rule: Rule) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The fields of heads and of identities that a rule reads; None if it reads anything else."""
    names: set[str] = set()
    who: set[str] = set()
    if any("resourceId" in each.names for each in asked(rule)):
        return None  # every rule is said to read the id, below
    for _, path in paths_read(rule):
        match path:
            case ("configuration", name) if name in _PLAIN:
                names.add(name)
            case ("configuration", "userIdentity", name) if name in _OF_IDENTITY:
                who.add(name)
            case ("resourceId",) | ("now",) | ("params", *_):
                pass
            case _:
                return None
    return tuple(sorted(names)), tuple(sorted(who))


def _key(names: Sequence[str], who: Sequence[str]) -> Callable[[Head], Hashable]:
    """What gives the same for heads that have the same in these fields."""
    plain = attrgetter(*(_PLAIN[name] for name in names)) if names else None
    if not who:
        return plain or (lambda head: None)
    of_identity = attrgetter(*(_OF_IDENTITY[name] for name in who))

    def of_who(head: Head) -> Hashable:
        identity = head.user_identity
        return _NO_IDENTITY if identity is None else of_identity(identity)

    if plain is None:
        return of_who
    return lambda head: (plain(head), of_who(head))
