"""The values that a selector finds in an event, as far as they are known."""

from collections.abc import Iterable
from typing import Any

from scanner.filterpattern.partial import ABSENT, Open, Text
from scanner.filterpattern.pattern import Selector, Step, written
from scanner.unresolved import Unresolved


def values(selector: Selector, event: Any) -> list[Any]:
    """What stands where the selector points: nothing, one value, or several with a wildcard.

    An `Unresolved` stands for what may be there.
    """
    found = [event]
    for step in selector:
        found = [each for value in found for each in _inside(value, step, selector)]
    return found


def _inside(value: Any, step: Step, selector: Selector) -> Iterable[Any]:
    if type(value) is Unresolved:
        return [_hidden(value)]
    if isinstance(value, dict):
        if step is None:
            known = [each for each in value.values() if each is not ABSENT]
            return [*known, _free(selector)] if isinstance(value, Open) else known
        return _member(value, step, selector)
    if isinstance(value, list):
        return _elements(value, step)
    return []


def _member(value: dict[str, Any], step: Step, selector: Selector) -> list[Any]:
    if step in value:
        found = value[str(step)]
        return [] if found is ABSENT else [found]
    return [_free(selector)] if isinstance(value, Open) and isinstance(step, str) else []


def _elements(value: list[Any], step: Step) -> list[Any]:
    if step is None:
        return value
    if not isinstance(step, int):
        return []
    for each in value[: step + 1]:
        if type(each) is Unresolved and not each.named:
            return [_hidden(each)]  # it may be any number of elements
    return value[step : step + 1]


def _free(selector: Selector) -> Unresolved:
    return Unresolved(f"{written(selector)} may be anything")


def _hidden(value: Unresolved) -> Unresolved:
    """What is in something unresolved, which may well be absent."""
    return Unresolved(value.why)


def is_free(value: Any) -> bool:
    """Whether a value found is not known."""
    return isinstance(value, Text) or type(value) is Unresolved
