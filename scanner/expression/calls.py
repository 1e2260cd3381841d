"""jmespath's own functions, called with values that may be unresolved."""

import json
from collections.abc import Callable, Iterable
from typing import Any, Final

from jmespath.exceptions import JMESPathError, JMESPathTypeError
from jmespath.functions import Functions

from scanner.expression.signature import kind
from scanner.expression.three_valued import same
from scanner.unresolved import Unresolved, merged

_JMESPATH: Final = Functions()


class _Expression:
    """What `&key` passes to a function; jmespath knows the class by its name."""

    __slots__ = ("expression",)

    def __init__(self, expression: Callable[[Any], Any]) -> None:
        self.expression = expression

    @staticmethod
    def visit(expression: Callable[[Any], Any], element: Any) -> Any:
        """The value of the expression for one element."""
        value = expression(element)
        if type(value) is Unresolved:
            raise _UndecidedKeyError(value)
        return value


class _UndecidedKeyError(Exception):
    """The key of some element is unresolved."""


reference = _Expression
"""What a compiled expression passes for `&key`."""


def _checked(name: str, *arguments: Any) -> Any:
    """What jmespath's own function gives for arguments that hold nothing unresolved."""
    try:
        return _JMESPATH.call_function(name, list(arguments))
    except JMESPathTypeError as error:
        error.current_value = f"({kind(error.current_value)})"  # not for a report: size, secrets
        raise
    except JMESPathError:
        raise
    except (TypeError, ValueError, OverflowError) as error:
        raise JMESPathError(f"{name}(): {error}") from error


def whole(name: str) -> Callable[..., Any]:
    """The function that is unresolved where an argument, or an element or value of one, is."""

    def run(*arguments: Any) -> Any:
        unresolved = _among(arguments)
        for each in arguments:
            if type(each) is list and Unresolved in map(type, each):
                unresolved += _among(each)
            elif type(each) is dict and Unresolved in map(type, each.values()):
                unresolved += _among(each.values())
        if unresolved:
            return merged(unresolved)
        try:
            return _checked(name, *arguments)
        except _UndecidedKeyError as undecided:
            return undecided.args[0]

    return run


def shallow(name: str) -> Callable[..., Any]:
    """The function that is unresolved only where an argument itself is."""

    def run(*arguments: Any) -> Any:
        unresolved = _among(arguments)
        return merged(unresolved) if unresolved else _checked(name, *arguments)

    return run


def _among(values: Iterable[Any]) -> list[Unresolved]:
    return [each for each in values if type(each) is Unresolved]


def length(subject: Any) -> Any:
    """How many characters, elements or fields there are."""
    if type(subject) is str or (type(subject) is list and Unresolved not in map(type, subject)):
        return len(subject)
    return _whole_length(subject)


def contains(subject: Any, search: Any) -> Any:
    """Whether an element equals, or a part of the text is; one certain match is enough."""
    if type(subject) is str and type(search) is str:
        return search in subject
    if not isinstance(subject, list):
        return _shallow_contains(subject, search)
    if not isinstance(search, list | dict):
        if search in subject:
            return True
        subject = _among(subject)
    unresolved = []
    for each in subject:
        found = same(each, search)
        if found is True:
            return True
        if type(found) is Unresolved:
            unresolved.append(found)
    return merged(unresolved) if unresolved else False


def keys(subject: Any) -> Any:
    """The keys; one whose value is unresolved may be absent, so it is unresolved as well."""
    if type(subject) is not dict:
        return _shallow_keys(subject)
    return [
        merged((value,)) if type(value) is Unresolved else key for key, value in subject.items()
    ]


def mapped(expression: _Expression, array: Any) -> Any:
    """The expression for each element; an unresolved element stays, being any number of them."""
    if not isinstance(array, list):
        return array if type(array) is Unresolved else _checked("map", expression, array)
    return [
        merged((each,)) if type(each) is Unresolved else expression.expression(each)
        for each in array
    ]


def not_null(*arguments: Any) -> Any:
    """The first that is not null; unresolved as soon as one before it may be it."""
    return next((each for each in arguments if each is not None), None)


def starts_with(text: Any, start: Any) -> Any:
    """Whether the text starts so."""
    if type(text) is str and type(start) is str:
        return text.startswith(start)
    return _shallow_starts_with(text, start)


def ends_with(text: Any, end: Any) -> Any:
    """Whether the text ends so."""
    if type(text) is str and type(end) is str:
        return text.endswith(end)
    return _shallow_ends_with(text, end)


def to_string(value: Any) -> Any:
    """A string as it is, else its JSON; unresolved if anything in it is."""
    if type(value) is str:
        return value
    unresolved = _anywhere(value)
    return merged(unresolved) if unresolved else json.dumps(value, separators=(",", ":"))


def _anywhere(value: Any) -> list[Unresolved]:
    """Every unresolved value at any depth, found with a stack."""
    unresolved: list[Unresolved] = []
    todo = [value]
    while todo:
        each = todo.pop()
        if type(each) is Unresolved:
            unresolved.append(each)
        elif isinstance(each, dict | list):
            todo += each.values() if isinstance(each, dict) else each
    return unresolved[::-1]


_whole_length = whole("length")
_shallow_contains = shallow("contains")
_shallow_keys = shallow("keys")
_shallow_starts_with = shallow("starts_with")
_shallow_ends_with = shallow("ends_with")
