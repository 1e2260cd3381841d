"""Whether a template's conditions hold: yes, no, or as only deployment decides."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.declared import Node
from scanner.sources.cloudformation.budget import Budget
from scanner.sources.cloudformation.composed import reasons
from scanner.sources.cloudformation.functions import MisusedError
from scanner.sources.cloudformation.loops import Entry, Evaluate, Loop, looped
from scanner.sources.cloudformation.scalars import text_of
from scanner.sources.cloudformation.written import Written
from scanner.unresolved import Unresolved, identity

Decided = bool | Unresolved


class Conditions:
    """The conditions of a template, each decided when it is asked for, and once."""

    def __init__(self, evaluate: Evaluate, budget: Budget) -> None:
        self._evaluate = evaluate
        self._budget = budget
        self._entries: Mapping[str, Entry] = {}
        self._known: dict[str, Decided] = {}
        self._under_way: set[str] = set()

    def declare(self, entries: Mapping[str, Entry]) -> None:
        """Say which conditions there are."""
        self._entries = entries

    def holds(self, name: str) -> Decided:
        """Whether a condition holds. Raises MisusedError if there is none or it asks for itself."""
        if name in self._known:
            return self._known[name]
        entry = self._entries.get(name)
        if entry is None:
            raise MisusedError(f"the condition {name} is not declared")
        if name in self._under_way:
            raise MisusedError(f"the condition {name} depends on itself")
        self._under_way.add(name)
        try:
            if not self._budget.deeper():
                raise MisusedError(f"the condition {name} depends on too many others")
            found = self.decided(entry.written, entry.loop)
        finally:
            self._budget.depth -= 1
            self._under_way.discard(name)
        if isinstance(found, Unresolved):
            found = Unresolved(f"the condition {name} is open: {found.why}", present=True)
        self._known[name] = found
        return found

    def decided(self, written: Written, loop: Loop) -> Decided:
        """Whether what is written holds. Raises MisusedError where it is no condition."""
        value = self._named(written, loop)
        if value is None:
            value = self._evaluate(written, loop).value
        if type(value) is str and value in ("true", "false"):
            return value == "true"
        if type(value) is bool or isinstance(value, Unresolved):
            return value
        raise MisusedError("a condition is neither true nor false")

    def combined(self, name: str, argument: Written, loop: Loop) -> Decided:
        """What Fn::And, Fn::Or, Fn::Not or Fn::Equals gives."""
        parts = argument.value if type(argument.value) is list else [argument]
        if name == "Fn::Equals":
            if len(parts) != 2:
                raise MisusedError("it wants a list of 2 values")
            return _equal(*(self._evaluate(each, loop) for each in parts))
        return _COMBINED[name]([self.decided(each, loop) for each in parts])

    def _named(self, written: Written, loop: Loop) -> Decided | None:
        """What another condition gives that is named as a condition."""
        name = written.member("Condition")
        if name is None or len(written.value) != 1:
            return None
        if type(name.value) is not str:
            raise MisusedError("a condition is named by a text")
        return self.holds(looped(name.value, loop))


def _all(parts: list[Decided]) -> Decided:
    if any(each is False for each in parts):
        return False
    return _open(parts) or True


def _any(parts: list[Decided]) -> Decided:
    if any(each is True for each in parts):
        return True
    return _open(parts) or False


def _not(parts: list[Decided]) -> Decided:
    if len(parts) != 1:
        raise MisusedError("it wants a list of 1 condition")
    return parts[0] if isinstance(parts[0], Unresolved) else not parts[0]


def _open(parts: list[Decided]) -> Unresolved | None:
    found = [each for each in parts if isinstance(each, Unresolved)]
    return Unresolved(reasons(found), present=True) if found else None


CONDITIONS: Final = ("Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals")
_COMBINED: Final[Mapping[str, Callable[[list[Decided]], Decided]]] = {
    "Fn::And": _all,
    "Fn::Or": _any,
    "Fn::Not": _not,
}


def _equal(one: Node, other: Node) -> Decided:
    left, right = _comparable(one.value), _comparable(other.value)
    hidden = [each for each in (left, right) if isinstance(each, Unresolved)]
    if not hidden:
        return bool(left == right)
    called = identity(left)
    if called is not None and called == identity(right):
        return True
    return Unresolved(reasons(hidden), present=True)


def _comparable(value: Any) -> Any:
    """A value as it is compared: as text if it is a scalar, a list element by element."""
    if isinstance(value, Unresolved):
        return value
    if type(value) is list:
        parts = [_comparable(each.value) for each in value]
        return next((each for each in parts if isinstance(each, Unresolved)), parts)
    text = text_of(value)
    if text is None and value is not None:
        raise MisusedError("it compares texts and lists of them")
    return text
