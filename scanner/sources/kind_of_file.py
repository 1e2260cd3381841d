"""What a file is, from its name and its first bytes."""

import re
from enum import StrEnum
from typing import Final

from scanner.sources.first_events import looks_like_events

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
STATE_ENDINGS: Final = (*JSON_ENDINGS, *YAML_ENDINGS, *SOURCE_ENDINGS, *PLAN_ENDINGS)
"""Of files that tell how things are; in JSON there may be events all the same."""
_LINE_ENDINGS: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_TABLE_ENDINGS: Final = (".csv", ".csv.gz")
_EVENT_ENDINGS: Final = (*_LINE_ENDINGS, *_TABLE_ENDINGS, ".log", ".gz")
_COPIED: Final = re.compile(r"(?: ?\(\d+\)|\.\d+)\Z")
"""What a browser puts behind the name of a file that it has already, or who rotates files."""
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
STAMPED: Final = (
    r"(?m)^[ \t]{0,64}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.:+-]{0,16}Z? (?:[^\s{]{1,512} )?(?=\{)"
)
"""What stands before each record that was exported from CloudWatch Logs: the time it came at.

`aws logs tail` writes the stream's name, too.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html
"""
_STAMP: Final = re.compile(STAMPED)
_IN_TEMPLATES: Final = re.compile(
    r"""^[ \t{]*["']?(AWSTemplateFormatVersion|Resources|Transform)["']?\s*:|AWS::""", re.MULTILINE
)


def text_of(head: bytes) -> str:
    """The beginning of a file as text, by its byte order mark; what is no text becomes U+FFFD."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def is_of_events_alone(name: str) -> bool:
    """Whether a file is looked at for events alone: what else is in it is nobody's."""
    lower = name.lower()
    original = _COPIED.sub("", lower)
    if original != lower:
        return original.endswith((*JSON_ENDINGS, *_EVENT_ENDINGS))
    return lower.endswith(_EVENT_ENDINGS) and not lower.endswith(JSON_ENDINGS)


def is_lines(name: str) -> bool:
    """Whether a file's name says that it is JSON line by line."""
    return name.lower().endswith(_LINE_ENDINGS)


def may_be_table(name: str) -> bool:
    """Whether a file's name leaves it open that it is a CSV."""
    return is_of_events_alone(name) and not is_lines(name)


def kind_of_file(name: str, head: bytes) -> FileKind:
    """What a file may be; `head` are its first bytes, unpacked."""
    lower = name.lower()
    if lower.endswith(SOURCE_ENDINGS):
        return FileKind.SOURCE
    if head.startswith(b"PK\x03\x04") and not is_of_events_alone(lower):
        return FileKind.BINARY_PLAN
    text = text_of(head)
    looks_like_json = text.lstrip()[:1] in ("{", "[", "")
    if looks_like_json and not lower.endswith(YAML_ENDINGS):
        if looks_like_events(text):
            return FileKind.EVENTS
        if is_of_events_alone(lower):
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
    if is_event_history(text):
        return FileKind.EVENTS
    if is_of_events_alone(lower):
        return FileKind.OTHER
    return FileKind.TEMPLATE if _IN_TEMPLATES.search(text) else FileKind.OTHER


def _is_exported(text: str) -> bool:
    """Whether a text is records of CloudTrail's that CloudWatch Logs exported."""
    stamp = _STAMP.search(text)
    if stamp is None:
        return False
    return ("eventVersion" in text and "eventTime" in text) or looks_like_events(
        text[stamp.end() :]
    )


def is_event_history(text: str) -> bool:
    """Whether a text is the CSV of CloudTrail's Event history, by its first line."""
    columns = text.partition("\n")[0].lower()
    return "," in columns and "event name" in columns and "event time" in columns
