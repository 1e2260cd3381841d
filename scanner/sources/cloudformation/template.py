"""The bytes of a file -> a template as it is written, and whether a text may be one at all."""

import re
from typing import Final

import msgspec

from scanner.sources.cloudformation.json_text import read_json
from scanner.sources.cloudformation.written import Builder, TemplateError, Written
from scanner.sources.cloudformation.yaml_text import read_yaml

MAX_BYTES: Final = 8 << 20  # CloudFormation itself takes 1 MB

_MARKS: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_HEADER: Final = re.compile(r"\b(?:AWSTemplateFormatVersion|Transform)\b")
_JSON_ONLY: Final = re.compile(r'\s*\{\s*"')
_YAML_ENDINGS: Final = (".yaml", ".yml")
_HEADERS: Final = ("AWSTemplateFormatVersion", "Transform")


class Template(msgspec.Struct, frozen=True, gc=False):
    """A template of a file `uri`; `mistakes` are what is wrong but leaves the rest readable."""

    uri: str
    root: Written
    mistakes: list[TemplateError] = []

    def section(self, name: str) -> Written | None:
        """A section such as Resources, None without it."""
        return self.root.member(name)


def read_template(uri: str, data: bytes) -> Template:
    """The template in a file's bytes, in YAML or JSON, UTF-8 or UTF-16 with its mark.

    Whether it has what templates have is `is_template`'s to say. Raises TemplateError where the
    text cannot be read.
    """
    text = _text(data)
    builder = Builder(uri)
    if text.lstrip()[:1] == "{":
        builder = _braced(uri, text)
    else:
        read_yaml(text, builder)
    if builder.root is None:
        raise TemplateError("there is nothing in it")
    return Template(uri, builder.root, builder.mistakes)


def may_be_template(text: str) -> bool:
    """Whether a text has the words that every template has; cheap, and never wrong in saying no."""
    return ("Resources" in text and "::" in text) or bool(_HEADER.search(text))


def is_template(root: Written) -> bool:
    """Whether a file's value is a template: it says so, or has a resource with a type."""
    if any(root.member(name) is not None for name in _HEADERS):
        return True
    resources = root.member("Resources")
    members = resources.members().items() if resources is not None else ()
    return any(name.startswith("Fn::") or _has_type(each) for name, each in members)


def _has_type(resource: Written) -> bool:
    said = resource.member("Type")
    return said is not None and type(said.value) is str and "::" in said.value


def _braced(uri: str, text: str) -> Builder:
    """A text that begins with a brace: JSON, or YAML where the name or the text says so."""
    builder = Builder(uri)
    try:
        read_json(text, builder)
    except TemplateError as error:
        builder = Builder(uri)
        if _JSON_ONLY.match(text) and not uri.lower().endswith(_YAML_ENDINGS):
            raise
        try:
            read_yaml(text, builder)
        except TemplateError:
            raise error from None
    return builder


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise TemplateError(f"not read: it is larger than {MAX_BYTES >> 20} MB")
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].count(b"\n")
        raise TemplateError(f"not {encoding.upper()} at byte {error.start}", before + 1) from None
