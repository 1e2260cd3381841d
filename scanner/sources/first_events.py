"""Whether JSON is CloudTrail's events, from how it begins: by the keys of its first records.

Only the keys of records themselves tell, and those of what is around them. What is below them, such
as the parameters of a call, its caller chose: that hides nothing.
"""

import io
import re
from typing import Final

import msgspec

from scanner.sources.split import NOT_DECODED, SplitError, Text

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
_MARKS: Final = (*sorted(_OWN), '"Records"', '"Events"')
"""One of these stands in all that has events: most other JSON needs no closer look."""

_QUOTED: Final = re.compile(
    rf'(?:[\[,]|"message"\s*:)\s*"\s*\{{\s*\\"(?:{"|".join(sorted(_OWN))}|awsRegion|userAgent)\\"'
)
_ENDS: Final = "the text ends"
_MALFORMED: Final = ("stands here", "a key that is not")
"""What is said of text that is cut, and of text that is no JSON."""
_EMPTY: Final = re.compile(r'\s*\{\s*"(?:Records|Events)"\s*:\s*\[\s*(?:\]|\Z)')


def looks_like_events(text: str) -> bool:
    """Whether JSON text is CloudTrail's events; it may be cut anywhere."""
    if _EMPTY.match(text):
        return True
    if not any(each in text for each in _MARKS):
        return False
    try:
        return _first(Text(io.BytesIO(text.encode()).read)) or _is_quoted_and_cut(text)
    except SplitError:
        return _is_quoted_and_cut(text)


def _is_quoted_and_cut(text: str) -> bool:
    """Whether a string that goes on beyond the text may hold a record as JSON text."""
    if _QUOTED.search(text) is None:
        return False
    whole = Text(io.BytesIO(text.encode()).read)
    try:
        while whole.peek():
            whole.skip()
    except SplitError as error:
        return _ENDS in error.what
    return False


def _first(text: Text) -> bool:
    """Whether one of the first values is a record or has some: of an array, or in a row."""
    if text.peek() == b"[":
        return _list(text, _OWN, DEEPEST)
    telling = _OWN
    while text.peek() == b"{":
        if _object(text, telling, DEEPEST):
            return True
        telling = _NONE
    return False


def _list(text: Text, telling: frozenset[str], deeper: int) -> bool:
    """Whether one of the first elements is a record or has some; raises SplitError."""
    for _ in text.steps():
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
    """Whether an object is a record or has some; raises SplitError where it cannot be read on.

    One that is cut is if all keys until there are known and one of them is among those `telling`.
    The first of a list of records that is malformed is one that cannot be read.
    """
    keys: set[str] = set()
    source, broken = b"", None
    try:
        for key in text.members():
            keys.add(key)
            if _is_around(key, text) and deeper:
                if _below(key, text, deeper):
                    return True
                continue
            value = text.value()
            source = value if key == _SOURCE else source
    except SplitError as error:
        broken = error
    if broken and telling is _ANY and any(each in broken.what for each in _MALFORMED):
        return True
    enough = any(each <= keys for each in _ENOUGH)
    known = enough or (broken and keys <= _ANY and not keys.isdisjoint(telling))
    if known and not source.startswith(_NOTIFIED):
        return True
    if broken:
        raise broken
    return False


def _is_around(key: str, text: Text) -> bool:
    """Whether what comes next, below a key, is something that records are kept in."""
    return text.peek() == _AROUND.get(key)


def _below(key: str, text: Text, deeper: int) -> bool:
    """Whether what comes next has records; raises SplitError."""
    if key in _LISTS:
        return _list(text, _ANY, deeper)
    return _value(text, _OWN, deeper)
