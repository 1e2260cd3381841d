"""What a Terraform file says: blocks, arguments and expressions, each with its exact place."""

from dataclasses import dataclass, field
from typing import Union

from scanner.model import Location


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, number, boolean or null that is written out."""

    value: str | int | float | bool | None
    at: Location


@dataclass(frozen=True, slots=True)
class Template:
    """A text with holes: `"${var.name}-logs"`. A lone hole is a template of one expression."""

    parts: tuple["str | Expression", ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Name:
    """What a reference begins with: `var`, `aws_subnet`, the variable of a `for`."""

    name: str
    at: Location


@dataclass(frozen=True, slots=True)
class Attribute:
    """`of.name`."""

    of: "Expression"
    name: str
    at: Location


@dataclass(frozen=True, slots=True)
class Index:
    """`of[key]`, or `of.0` as it was once written."""

    of: "Expression"
    key: "Expression"
    at: Location


@dataclass(frozen=True, slots=True)
class Splat:
    """`of[*]` or `of.*`; `each` is what is taken of every element, beginning with `Element`."""

    of: "Expression"
    each: "Expression"
    at: Location


@dataclass(frozen=True, slots=True)
class Element:
    """The element that a splat is at."""

    at: Location


@dataclass(frozen=True, slots=True)
class Call:
    """`name(arguments)`; with `spread` the last one is a list of arguments."""

    name: str
    arguments: tuple["Expression", ...]
    spread: bool
    at: Location


@dataclass(frozen=True, slots=True)
class Tuple:
    """`[items]`."""

    items: tuple["Expression", ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Object:
    """`{key = value}`."""

    items: tuple[tuple["Expression", "Expression"], ...]
    at: Location


@dataclass(frozen=True, slots=True)
class For:
    """`[for key, value in collection : result if condition]`.

    With a `result_key` an object is made; `grouped` collects the results of one key in a list.
    """

    key: str | None
    value: str
    collection: "Expression"
    result_key: Union["Expression", None]
    result: "Expression"
    condition: Union["Expression", None]
    grouped: bool
    at: Location


@dataclass(frozen=True, slots=True)
class Conditional:
    """`test ? yes : no`."""

    test: "Expression"
    yes: "Expression"
    no: "Expression"
    at: Location


@dataclass(frozen=True, slots=True)
class Binary:
    """`left sign right`."""

    sign: str
    left: "Expression"
    right: "Expression"
    at: Location


@dataclass(frozen=True, slots=True)
class Unary:
    """`-operand` or `!operand`."""

    sign: str
    operand: "Expression"
    at: Location


@dataclass(frozen=True, slots=True)
class Unread:
    """An expression that is valid and that nobody here evaluates; `why` says which."""

    why: str
    at: Location


Expression = (
    Literal
    | Template
    | Name
    | Attribute
    | Index
    | Splat
    | Element
    | Call
    | Tuple
    | Object
    | For
    | Conditional
    | Binary
    | Unary
    | Unread
)


@dataclass(slots=True)
class Body:
    """What stands between the braces of a block, or in a file."""

    arguments: dict[str, Expression] = field(default_factory=dict)
    blocks: list["Block"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """`kind "label" { body }`. `at` is all before the brace, `extent` the whole block."""

    kind: str
    labels: tuple[str, ...]
    body: Body
    at: Location
    extent: Location


class Broken(Exception):  # noqa: N818 - it is no error of ours
    """A file that cannot be read further: `where` is "uri:line:column"."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


def place_of(at: Location) -> str:
    """`uri:line:column` of where something starts."""
    return f"{at.uri}:{at.line or 1}:{at.column or 1}"
