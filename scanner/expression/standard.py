"""JMESPath's own 26 functions and their signatures."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.expression import calls
from scanner.expression.signature import ANY, Function, Parameter

_NUMBERS: Final = "array[number]"
_STRINGS: Final = "array[string]"


def _one(name: str, *kinds: str) -> Parameter:
    return Parameter(name, kinds)


_NUMBER = _one("number", "number")
_VALUE = _one("value", ANY)
_ARRAY = _one("array", "array")
_OBJECT = _one("object", "object")
_TEXT = _one("text", "string")
_KEY = _one("key", "expref")
_SORTABLE = _one("array", _NUMBERS, _STRINGS)


def _named(
    name: str, result: str, doc: str, *parameters: Parameter, run: Callable[..., Any] | None = None
) -> Function:
    return Function(name, parameters, result, doc, run or calls.whole(name))


_ALL: Final = (
    _named("abs", "number", "The number without its sign.", _NUMBER),
    _named("avg", "number", "The average, null for no numbers.", _one("numbers", _NUMBERS)),
    _named("ceil", "number", "The number rounded up.", _NUMBER),
    _named(
        "contains",
        "boolean",
        "Whether an array has the value as an element, or a string has it as a part.",
        _one("subject", "array", "string"),
        _VALUE,
        run=calls.contains,
    ),
    _named(
        "ends_with",
        "boolean",
        "Whether the text ends so.",
        _TEXT,
        _one("end", "string"),
        run=calls.ends_with,
    ),
    _named("floor", "number", "The number rounded down.", _NUMBER),
    _named(
        "join",
        "string",
        "The strings as one, with the separator between them.",
        _one("separator", "string"),
        _one("strings", _STRINGS),
    ),
    _named("keys", _STRINGS, "The names of an object's fields.", _OBJECT, run=calls.keys),
    _named(
        "length",
        "number",
        "How many characters, elements or fields there are.",
        _one("subject", "string", "array", "object"),
        run=calls.length,
    ),
    _named(
        "map", "array", "The expression's value for each element.", _KEY, _ARRAY, run=calls.mapped
    ),
    _named("max", ANY, "The largest element, null for none.", _SORTABLE),
    _named("max_by", ANY, "The element with the largest key, null for none.", _ARRAY, _KEY),
    _named(
        "merge",
        "object",
        "One object with all fields; where names are equal the last one's value holds.",
        Parameter("objects", ("object",), repeats=True),
    ),
    _named("min", ANY, "The smallest element, null for none.", _SORTABLE),
    _named("min_by", ANY, "The element with the smallest key, null for none.", _ARRAY, _KEY),
    _named(
        "not_null",
        ANY,
        "The first value that is not null.",
        Parameter("values", (ANY,), repeats=True),
        run=calls.not_null,
    ),
    _named(
        "reverse",
        ANY,
        "The characters or elements from the last to the first.",
        _one("subject", "string", "array"),
        run=calls.shallow("reverse"),
    ),
    _named("sort", "array", "The elements in order.", _SORTABLE),
    _named("sort_by", "array", "The elements in the order of their keys.", _ARRAY, _KEY),
    _named(
        "starts_with",
        "boolean",
        "Whether the text starts so.",
        _TEXT,
        _one("start", "string"),
        run=calls.starts_with,
    ),
    _named("sum", "number", "All numbers added.", _one("numbers", _NUMBERS)),
    _named(
        "to_array",
        "array",
        "An array as it is, anything else as an array's only element.",
        _VALUE,
        run=calls.shallow("to_array"),
    ),
    _named(
        "to_number",
        "number",
        "The number that a text spells, null where it spells none.",
        _VALUE,
        run=calls.shallow("to_number"),
    ),
    _named("to_string", "string", "A string as it is, else its JSON.", _VALUE, run=calls.to_string),
    _named(
        "type", "string", "What the value is: number, null …", _VALUE, run=calls.shallow("type")
    ),
    _named(
        "values", "array", "The values of an object's fields.", _OBJECT, run=calls.shallow("values")
    ),
)

STANDARD: Final[Mapping[str, Function]] = {each.name: each for each in _ALL}
"""JMESPath's own functions by name."""
