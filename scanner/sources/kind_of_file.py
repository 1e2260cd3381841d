"""What a file is, from its name and its first bytes."""

import re
from enum import StrEnum
from typing import Final

HEAD: Final = 64 * 1024


class FileKind(StrEnum):
    """What may be in a file; only reading all of it tells whether it really is."""

    RECORDED = "recorded"  # or other JSON
    TEMPLATE = "template"
    PLAN = "plan"
    SOURCE = "source"
    BINARY_PLAN = "binary plan"
    EVENTS = "events"
    DIGEST = "digest"
    OTHER = "other"


JSON_ENDINGS: Final = (".json", ".json.gz")
YAML_ENDINGS: Final = (".yaml", ".yml", ".template")
SOURCE_ENDINGS: Final = (".tf", ".tf.json")
PLAN_ENDINGS: Final = (".tfplan",)
EVENT_ENDINGS: Final = tuple(f"{e}{z}" for e in (".jsonl", ".ndjson", ".csv") for z in ("", ".gz"))
"""Of files that are looked at for events alone: what else is in such a file is nobody's."""

ENDINGS: Final = (*JSON_ENDINGS, *YAML_ENDINGS, *SOURCE_ENDINGS, *PLAN_ENDINGS, *EVENT_ENDINGS)
SKIPPED: Final = frozenset(
    {".git", ".terraform", ".terragrunt-cache", ".aws-sam", ".serverless", ".venv", "node_modules"}
)
"""Folders that hold copies of what is elsewhere; one is read only if the user names it."""

_FIRST_KEY: Final = re.compile(r'\s*\{\s*"([^"\\]*)"')
_OF_TEMPLATES: Final = frozenset(
    {
        *("AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Rules"),
        *("Conditions", "Transform", "Resources", "Outputs", "Globals", "Hooks"),
    }
)
_OF_PLANS: Final = frozenset(
    {
        *("format_version", "terraform_version", "planned_values", "resource_changes"),
        "applyable",  # the first one where keys are sorted
    }
)
_EVENT_KEY: Final = re.compile(r'\s*\[?\s*\{\s*"([^"\\]*)"|\s*\[\s*"\s*\{')
_OF_EVENTS: Final = frozenset(
    {
        *("Records", "Events", "events", "logEvents"),
        # of a record
        *("eventVersion", "eventTime", "eventSource", "eventName", "eventID", "eventType"),
        *("eventCategory", "userIdentity", "awsRegion", "sourceIPAddress", "userAgent"),
        *("errorCode", "errorMessage", "requestParameters", "responseElements", "requestID"),
        *("additionalEventData", "addendum", "apiVersion", "insightDetails", "managementEvent"),
        # of what LookupEvents and CloudWatch Logs put around it
        *("EventId", "EventName", "EventTime", "EventSource", "ReadOnly", "AccessKeyId"),
        *("Username", "CloudTrailEvent", "messageType", "owner", "logGroup"),
    }
)
"""The first keys of files and elements that hold CloudTrail's events."""

_OF_ENVELOPES: Final = frozenset({"version", "account", "detail", "detail-type", "id"})
"""The first keys of what EventBridge sends, be it CloudTrail's or AWS Config's."""

_EVENT_LIST: Final = re.compile(r'"(?:Records|Events)"\s*:\s*\[\s*\{')
_NO_EVENT: Final = re.compile(r'"eventSource"\s*:\s*"aws:')  # of notifications, which are like them
STAMPED: Final = r"\s*\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.:+-]{0,16}Z? (?:[^\s{]{1,512} )?(?=\{)"
"""What stands before each record that was exported from CloudWatch Logs: the time it came at.

`aws logs tail` writes the stream's name, too.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html
"""
_STAMP: Final = re.compile(STAMPED)
_NO_RECORD: Final = re.compile(r'\s*\{\s*"(?:Records|Events)"\s*:\s*\[\s*(?:\]|\Z)')
_IN_TEMPLATES: Final = re.compile(
    r"""^[ \t{]*["']?(AWSTemplateFormatVersion|Resources|Transform)["']?\s*:|AWS::""", re.MULTILINE
)


def text_of(head: bytes) -> str:
    """The beginning of a file as text, by its byte order mark; what is no text becomes U+FFFD."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def kind_of_file(name: str, head: bytes) -> FileKind:
    """What a file may be; `head` are its first bytes, unpacked."""
    lower = name.lower()
    if lower.endswith(SOURCE_ENDINGS):
        return FileKind.SOURCE
    if head.startswith(b"PK\x03\x04"):
        return FileKind.BINARY_PLAN
    text = text_of(head)
    looks_like_json = text.lstrip()[:1] in ("{", "[", "")
    if looks_like_json and not lower.endswith(YAML_ENDINGS):
        if _has_events(text):
            return FileKind.EVENTS
        if lower.endswith(EVENT_ENDINGS):
            return FileKind.OTHER
        first = _FIRST_KEY.match(text)
        key = first[1] if first else ""
        if key in _OF_PLANS:
            return FileKind.PLAN
        return FileKind.TEMPLATE if key in _OF_TEMPLATES else FileKind.RECORDED
    if _is_exported(text):
        return FileKind.EVENTS
    if lower.endswith(JSON_ENDINGS):
        return FileKind.RECORDED
    if _is_event_history(text):
        return FileKind.EVENTS
    if lower.endswith(EVENT_ENDINGS):
        return FileKind.OTHER
    return FileKind.TEMPLATE if _IN_TEMPLATES.search(text) else FileKind.OTHER


def _has_events(text: str) -> bool:
    """Whether JSON is CloudTrail's events: a record tells eventVersion and eventTime."""
    first = _EVENT_KEY.match(text)
    if first is None:
        return False
    if "eventVersion" not in text or "eventTime" not in text or _NO_EVENT.search(text):
        return _NO_RECORD.match(text) is not None
    key = first[1]
    if key in _OF_ENVELOPES:
        return "configurationItem" not in text
    return key is None or key in _OF_EVENTS or _listed(text, key)


def _listed(text: str, first: str) -> bool:
    """Whether an object has a list of events, though not as its first member."""
    if first in _OF_TEMPLATES or first in _OF_PLANS or '"configurationItem' in text:
        return False
    return _EVENT_LIST.search(text) is not None


def _is_exported(text: str) -> bool:
    """Whether a text is records of CloudTrail's that CloudWatch Logs exported."""
    return "eventVersion" in text and "eventTime" in text and bool(_STAMP.match(text))


def _is_event_history(text: str) -> bool:
    """Whether a text is the CSV of CloudTrail's Event history, by its first line."""
    columns = text.partition("\n")[0].lower()
    return "," in columns and "event name" in columns and "event time" in columns
