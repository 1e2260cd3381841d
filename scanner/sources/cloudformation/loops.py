"""A mapping with Fn::ForEach in it -> its entries, each loop written out."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from scanner.declared import Node
from scanner.model import Location
from scanner.sources.cloudformation.functions import MisusedError
from scanner.sources.cloudformation.scalars import text_of
from scanner.sources.cloudformation.written import Written
from scanner.unresolved import Unresolved

Loop = Mapping[str, str]
"""The identifiers of the loops around a value, each with the element that it stands for."""

Evaluate = Callable[[Written, Loop], Node]

NO_LOOP: Final[Loop] = {}
LOOPS: Final = "Fn::ForEach::"


class Entry(NamedTuple):
    """A name, where it is written, what it names, and the loops around it."""

    name: str
    at: Location
    written: Written
    loop: Loop


class UntoldError(Exception):
    """A loop goes over what only deployment decides."""

    def __init__(self, unresolved: Unresolved, at: Location) -> None:
        super().__init__(unresolved.why)
        self.unresolved, self.at = unresolved, at


def entries(section: Written, loop: Loop, evaluate: Evaluate) -> Iterator[Entry]:
    """The entries of a mapping, those of its loops in the order of their elements.

    Raises UntoldError where a loop's elements are not known, MisusedError where it is no loop.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
    """
    for name, written in section.members().items():
        if name.startswith(LOOPS):
            yield from _repeated(name, written, loop, evaluate)
        else:
            at = section.keys.get(name, written.at)
            yield Entry(looped(name, loop), at, written, loop)


def looped(text: str, loop: Loop) -> str:
    """A text with each identifier replaced: `&{Name}` by its letters and digits only."""
    if not loop or "{" not in text:
        return text
    for name, element in loop.items():
        text = text.replace(f"${{{name}}}", element)
        if f"&{{{name}}}" in text:
            kept = "".join(each for each in element if each.isascii() and each.isalnum())
            text = text.replace(f"&{{{name}}}", kept)
    return text


def _repeated(name: str, written: Written, loop: Loop, evaluate: Evaluate) -> Iterator[Entry]:
    parts = written.value
    if type(parts) is not list or len(parts) != 3 or type(parts[0].value) is not str:
        raise MisusedError("a loop is a list of an identifier, a collection and what is repeated")
    identifier, collection, body = parts
    if type(body.value) is not dict:
        raise MisusedError(f"what {name} repeats is not a mapping")
    for element in _elements(collection, loop, evaluate):
        yield from entries(body, {**loop, identifier.value: element}, evaluate)


def _elements(collection: Written, loop: Loop, evaluate: Evaluate) -> Iterator[str]:
    node = evaluate(collection, loop)
    for each in node.value if type(node.value) is list else [node]:
        if isinstance(each.value, Unresolved):
            raise UntoldError(each.value, collection.at)
        text = text_of(each.value)
        if text is None or each is node:
            raise MisusedError("a loop goes over a list of texts")
        yield text
