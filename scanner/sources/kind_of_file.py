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
    OTHER = "other"


JSON_ENDINGS: Final = (".json", ".json.gz")
YAML_ENDINGS: Final = (".yaml", ".yml", ".template")
SOURCE_ENDINGS: Final = (".tf", ".tf.json")
PLAN_ENDINGS: Final = (".tfplan",)
ENDINGS: Final = (*JSON_ENDINGS, *YAML_ENDINGS, *SOURCE_ENDINGS, *PLAN_ENDINGS)
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
        first = _FIRST_KEY.match(text)
        key = first[1] if first else ""
        if key in _OF_PLANS:
            return FileKind.PLAN
        return FileKind.TEMPLATE if key in _OF_TEMPLATES else FileKind.RECORDED
    if lower.endswith(JSON_ENDINGS):
        return FileKind.RECORDED
    return FileKind.TEMPLATE if _IN_TEMPLATES.search(text) else FileKind.OTHER
