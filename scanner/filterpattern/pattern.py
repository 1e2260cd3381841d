"""What a filter pattern says, once it is read: conditions on JSON or on words, or terms."""

from msgspec import Struct

Step = str | int | None
"""A member's name, an element's number, or None for every member or element (`*`)."""

Selector = tuple[Step, ...]
"""Where a value stands in an event: `$.users[0].id` is ("users", 0, "id")."""


class Literal(Struct, frozen=True):
    """A text to compare with, without the wildcards at its ends, which `before` and `after` tell.

    `number` is what the text is as a number, None where it is none or was quoted.
    """

    text: str
    number: float | None = None
    before: bool = False
    after: bool = False

    @property
    def anything(self) -> bool:
        """Whether it is a wildcard and no more."""
        return not self.text and (self.before or self.after)


class Regex(Struct, frozen=True):
    """A regular expression that is looked for anywhere in a text."""

    text: str


Operand = Literal | Regex


class Compares(Struct, frozen=True):
    """That a value compares so with a text, a number or a regular expression."""

    selector: Selector
    operator: str
    operand: Operand


class Is(Struct, frozen=True):
    """That a value is null, true or false."""

    selector: Selector
    value: bool | None


class Exists(Struct, frozen=True):
    """That an event has a value, or has none."""

    selector: Selector
    wanted: bool


Atom = Compares | Is | Exists


class Both(Struct, frozen=True):
    """That all parts hold."""

    parts: tuple["Condition", ...]


class Either(Struct, frozen=True):
    """That at least one part holds."""

    parts: tuple["Condition", ...]


Condition = Atom | Both | Either


class Json(Struct, frozen=True):
    """A pattern for JSON events: `{ $.a = b }`."""

    condition: Condition


class Words(Struct, frozen=True):
    """A pattern for events of words: `[ip, ..., bytes > 100]`.

    `fields` are the names in their order, "" for one without and None for the ellipsis.
    `open_end` says that the last has no condition, so that it takes all words that remain.
    """

    fields: tuple[str | None, ...]
    conditions: tuple[Condition, ...]
    open_end: bool


class Terms(Struct, frozen=True):
    """A pattern of terms: all of `included`, none of `excluded`, one of `optional` if there are."""

    included: tuple[Operand, ...]
    excluded: tuple[Operand, ...]
    optional: tuple[Operand, ...]


Pattern = Json | Words | Terms


def atoms(condition: Condition) -> list[Atom]:
    """The comparisons and tests of a condition, in the order of the text."""
    if not isinstance(condition, Both | Either):
        return [condition]
    return [atom for part in condition.parts for atom in atoms(part)]


def written(selector: Selector) -> str:
    """The selector as people write it: `$.users[0].id`."""
    return "$" + "".join(_step(step) for step in selector)


def _step(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if step is None:
        return ".*"
    return f"['{step}']" if "." in step else f".{step}"
