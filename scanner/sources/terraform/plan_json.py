"""The text of a plan, as `terraform show -json` writes it -> the parts of it that are looked at.

https://developer.hashicorp.com/terraform/internals/json-format
"""

import re
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Raw, field

from scanner.errors import UserError

_MARKS: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_BYTE: Final = re.compile(r"\(byte (\d+)\)")
NOTHING: Final = Raw(b"null")

Expressions = dict[str, Any]
"""By the name of an argument what is written for it: `{"references": […]}` or
`{"constant_value": …}`, or such a mapping for a block, or a list of them for several blocks."""


class Change(msgspec.Struct, gc=False):
    """What a plan does to a resource; the values stay JSON until somebody asks for them."""

    actions: list[str] = []
    after: Raw = NOTHING
    after_unknown: Raw = NOTHING
    after_sensitive: Raw = NOTHING


class ResourceChange(msgspec.Struct, gc=False):
    """One instance of a resource that a plan looks at, whether anything changes or not."""

    address: str
    type: Annotated[str, Meta(min_length=1)]
    change: Change
    name: str = ""
    mode: str = "managed"
    module_address: str = ""
    deposed: str = ""


class ValuesResource(msgspec.Struct, gc=False):
    """One instance of a resource as it will be, or as a state has it."""

    address: str
    type: str
    name: str = ""
    mode: str = "managed"
    values: Raw = NOTHING
    sensitive_values: Raw = NOTHING


class ValuesModule(msgspec.Struct):
    """A module's resources, and the modules in it; the root module has no address."""

    address: str = ""
    resources: list[ValuesResource] = []
    child_modules: "list[ValuesModule]" = []


class Values(msgspec.Struct):
    """All that a state has, or will have."""

    root_module: ValuesModule


class State(msgspec.Struct):
    """What was there before a plan, and what was read for it."""

    values: Values | None = None


class Output(msgspec.Struct):
    """An output of a module, and what is written for it."""

    expression: Expressions = {}


class ConfiguredResource(msgspec.Struct):
    """A resource's block. What `dynamic` blocks write is in none of `expressions`."""

    type: str = ""
    name: str = ""
    mode: str = "managed"
    expressions: Expressions = {}
    for_each_expression: Expressions = {}
    provider_config_key: str = ""


class Module(msgspec.Struct):
    """A module's source, as far as the plan tells: locals are not in it."""

    resources: list[ConfiguredResource] = []
    outputs: dict[str, Output] = {}
    module_calls: "dict[str, ModuleCall]" = {}


class ModuleCall(msgspec.Struct):
    """A module's use, and what it is given."""

    expressions: Expressions = {}
    for_each_expression: Expressions = {}
    module: Module = field(default_factory=Module)


class Provider(msgspec.Struct):
    """A provider's block."""

    expressions: Expressions = {}


class Configuration(msgspec.Struct):
    """The source that a plan was made from."""

    provider_config: dict[str, Provider] = {}
    root_module: Module = field(default_factory=Module)


class Plan(msgspec.Struct):
    """A plan, or a state, which has only `values`."""

    format_version: str | None = None
    planned_values: Values | None = None
    resource_changes: list[ResourceChange] | None = None
    configuration: Configuration = field(default_factory=Configuration)
    values: Values | None = None
    prior_state: Raw = NOTHING
    errored: bool = False
    complete: bool = True
    deferred_changes: list[Raw] | None = None


_decode = msgspec.json.Decoder(Plan).decode


def plan_of(uri: str, data: bytes) -> Plan:
    """The plan in a file's bytes. Raises UserError("uri:line:column: …") for what is none.

    PowerShell's `>` writes UTF-16 with a byte order mark: that is read as well.
    """
    text = _utf_8(uri, data)
    try:
        plan = _decode(text)
    except msgspec.ValidationError as error:
        raise UserError(f"{uri}:1:1: not a plan: {error}") from error
    except msgspec.DecodeError as error:
        raise UserError(f"{_place(uri, text, error)}: {error}") from error
    except RecursionError as error:
        raise UserError(f"{uri}:1:1: nested too deeply") from error
    _check(uri, plan)
    return plan


def _utf_8(uri: str, data: bytes) -> bytes:
    """The text as UTF-8 without a byte order mark, sure to be text."""
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        read = data[len(mark) : len(mark) + error.start].decode(encoding, "replace")
        raise UserError(f"{_at_end(uri, read)}: not {encoding.upper()} text") from error
    return data[len(mark) :] if encoding == "utf-8" else text.encode()


def _place(uri: str, text: bytes, error: msgspec.DecodeError) -> str:
    byte = _BYTE.search(str(error))
    return _at_end(uri, text[: int(byte[1]) if byte else len(text)].decode(errors="replace"))


def _at_end(uri: str, read: str) -> str:
    line = read.count("\n") + 1
    return f"{uri}:{line}:{len(read) - read.rfind(chr(10))}"


def _check(uri: str, plan: Plan) -> None:
    """Raises UserError for JSON that is no plan, or one of a form that is not known here."""
    if plan.format_version is None:
        raise UserError(f"{uri}:1:1: not a plan: it has no format_version")
    if plan.format_version.partition(".")[0] not in ("0", "1"):
        raise UserError(f"{uri}:1:1: a plan of format {plan.format_version[:20]} is not known")
    if plan.planned_values is None and plan.resource_changes is None and plan.values is None:
        raise UserError(f"{uri}:1:1: it holds no plan; make one with terraform show -json PLAN")
