"""Whether JSON is CloudTrail's events, from how it begins: by the keys of its first records.

Only the keys of records themselves tell, and those of what is around them. What is below them, such
as the parameters of a call, its caller chose: that hides nothing.
"""

import io
import re
from itertools import islice
from typing import Final

import msgspec

from scanner.sources.split import NOT_DECODED, SplitError, Text

MOST: Final = 100
"""So many elements may be strangers before the first record."""
DEEPEST: Final = 4  # a page in an array, an entry in its list, a record in the entry

_ENTRY: Final = "CloudTrailEvent"
_ENOUGH: Final = (
    frozenset({"eventTime", "eventVersion"}),
    frozenset({"eventTime", "eventName", "eventSource"}),
    frozenset({_ENTRY}),
)
_SOURCE: Final = "eventSource"
_NOTIFIED: Final = b'"aws:'
"""What the eventSource of a notification begins with, which has much of a record's form."""

_LISTS: Final = frozenset({"Records", "Events", "events", "logEvents"})
_AROUND: Final = {
    **dict.fromkeys(_LISTS, b"["),
    "message": b'"',  # of CloudWatch Logs
    "detail": b"{",  # of EventBridge
}
"""The keys that records are below, and what begins there."""
_OWN: Final = frozenset(
    {
        *("eventVersion", "eventTime", "eventSource", "eventName", "eventID", "eventType"),
        *("eventCategory", "userIdentity", "sourceIPAddress", "requestParameters"),
        *("responseElements", "additionalEventData", "managementEvent", "recipientAccountId"),
        *("sharedEventID", "serviceEventDetails", "insightDetails", "tlsDetails"),
        *("sessionCredentialFromConsole", "edgeDeviceDetails", "vpcEndpointAccountId", _ENTRY),
    }
)
_COMMON: Final = frozenset(
    {
        *("awsRegion", "userAgent", "errorCode", "errorMessage", "requestID", "readOnly"),
        *("resources", "apiVersion", "addendum", "vpcEndpointId", "eventContext"),
        # of what LookupEvents and CloudWatch Logs put around a record
        *("EventId", "EventName", "EventTime", "EventSource", "ReadOnly", "AccessKeyId"),
        *("Username", "Resources", "logStreamName", "timestamp", "ingestionTime", "message"),
        *("id", "eventId"),
    }
)
"""The other keys of records and entries, which much else has, too."""
_ANY: Final = _OWN | _COMMON
_NONE: Final = frozenset[str]()
_MARKS: Final = ("event", *sorted(each for each in _OWN | _LISTS if "event" not in each))
"""One of these stands in all that has events: most other JSON needs no closer look."""

_EMPTY: Final = re.compile(r'\s*\{\s*"(?:Records|Events)"\s*:\s*\[\s*(?:\]|\Z)')


def looks_like_events(text: str) -> bool:
    """Whether JSON text is CloudTrail's events; it may be cut anywhere."""
    if _EMPTY.match(text):
        return True
    if not any(each in text for each in _MARKS):
        return False
    try:
        return _first(Text(io.BytesIO(text.encode()).read))
    except SplitError:
        return False


def _first(text: Text) -> bool:
    """Whether one of the first values is a record or has some: of an array, or in a row."""
    if text.peek() == b"[":
        return _list(text, _OWN, DEEPEST)
    telling = _OWN
    for _ in range(MOST):
        if text.peek() != b"{":
            return False
        if _object(text, telling, DEEPEST):
            return True
        telling = _NONE
    return False


def _list(text: Text, telling: frozenset[str], deeper: int) -> bool:
    """Whether one of the first elements is a record or has some; raises SplitError."""
    for _ in islice(text.steps(), MOST):
        if _value(text, telling, deeper):
            return True
        telling = _NONE
    return False


def _value(text: Text, telling: frozenset[str], deeper: int) -> bool:
    first = text.peek()
    if first in (b"{", b"[") and deeper:
        return (_object if first == b"{" else _list)(text, telling, deeper - 1)
    value = text.value()
    return first == b'"' and _quoted(value, deeper)


def _quoted(value: bytes, deeper: int) -> bool:
    """Whether a string holds a record as JSON text."""
    try:
        held = msgspec.json.decode(value, type=str).encode()
        return held[:1] == b"{" and _value(Text(io.BytesIO(held).read), _NONE, deeper)
    except (*NOT_DECODED, SplitError):
        return False


def _object(text: Text, telling: frozenset[str], deeper: int) -> bool:
    """Whether an object is a record or has some.

    One that is cut is if all keys until there are known and one of them is among those `telling`.
    """
    keys: set[str] = set()
    source, cut = b"", False
    try:
        for key in text.members():
            keys.add(key)
            if _is_around(key, text) and deeper:
                if _below(key, text, deeper):
                    return True
                continue
            value = text.value()
            source = value if key == _SOURCE else source
    except SplitError:
        cut = True
    enough = any(each <= keys for each in _ENOUGH)
    known = enough or (cut and keys <= _ANY and not keys.isdisjoint(telling))
    return known and not source.startswith(_NOTIFIED)


def _is_around(key: str, text: Text) -> bool:
    """Whether what comes next, below a key, is something that records are kept in."""
    return text.peek() == _AROUND.get(key)


def _below(key: str, text: Text, deeper: int) -> bool:
    """Whether what comes next has records; raises SplitError."""
    if key in _LISTS:
        return _list(text, _ANY, deeper)
    return _value(text, _OWN, deeper)
