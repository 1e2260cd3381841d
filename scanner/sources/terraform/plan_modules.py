"""The modules of a plan, one for each instance, with the source of each and what it is given."""

import re
from typing import Any, Final, NamedTuple

from scanner.sources.terraform.plan_json import Expressions, Module, ModuleCall
from scanner.sources.terraform.plan_records import Records

Steps = tuple[str, ...]
"""A reference or address in its parts, keys as they are written: ("aws_subnet", "a", "[0]")."""

_STEP: Final = re.compile(r'\.?([^\W\d][\w-]*)|(\[(?:\d+|"(?:[^"\\]|\\.)*")\])')
_LONGEST: Final = 2000
_DEEPEST: Final = 50


class Own(NamedTuple):
    """What `each` and `count` mean to an instance, and the keys of all instances of its block."""

    key: str = ""
    siblings: frozenset[str] = frozenset()
    for_each: Expressions | None = None


class Scope(NamedTuple):
    """An instance of a module: "" is the root; `given` is what its parent's source gives it."""

    address: str
    module: Module
    parent: "Scope | None" = None
    given: Expressions | None = None
    own: Own = Own()


class Scopes:
    """Finds the instance of a module that has an address."""

    def __init__(self, root: Module, records: Records) -> None:
        self._found: dict[str, Scope | None] = {"": Scope("", root)}
        addresses = {each.block[0] for each in records.all.values()}
        self._keys = _keys([steps for each in addresses if (steps := steps_of(each))])

    def at(self, address: str) -> Scope | None:
        """The module instance; None where the configuration does not have it."""
        if address not in self._found:
            steps = steps_of(address)
            self._found[address] = self._walked(steps) if steps else None
        return self._found[address]

    def child(self, scope: Scope, name: str, key: str) -> Scope | None:
        """The instance of a module that a module calls."""
        call = scope.module.module_calls.get(name)
        if call is None:
            return None
        address = f"{scope.address}.module.{name}".lstrip(".")
        keys = self._keys.get(address, frozenset())
        if key not in keys and keys and len(keys) == 1 and not key:
            key = next(iter(keys))
        return _called(scope, call, f"{address}{key}", Own(key, keys, call.for_each_expression))

    def _walked(self, steps: Steps) -> Scope | None:
        here: Scope | None = self._found[""]
        rest = list(steps[: _DEEPEST * 3])
        while here is not None and len(rest) >= 2 and rest[0] == "module":
            key = rest[2] if len(rest) > 2 and rest[2].startswith("[") else ""
            here = self.child(here, rest[1], key)
            del rest[: 3 if key else 2]
        return here if not rest else None


def _called(scope: Scope, call: ModuleCall, address: str, own: Own) -> Scope:
    return Scope(address, call.module, scope, call.expressions, own)


def _keys(addresses: list[Steps]) -> dict[str, frozenset[str]]:
    """The keys of the instances of each module call, by its address without the last key."""
    found: dict[str, set[str]] = {}
    for steps in addresses:
        call = ""
        for at, step in enumerate(steps):
            if step.startswith("["):
                found.setdefault(call, set()).add(step)
                call += step
            else:
                call = f"{call}.{step}" if at else step
    return {call: frozenset(keys) for call, keys in found.items()}


def steps_of(text: str) -> Steps:
    """The parts of a reference or address; empty for what is none."""
    if len(text) > _LONGEST:
        return ()
    found, at = [], 0
    while at < len(text):
        step = _STEP.match(text, at)
        if step is None:
            return ()
        found.append(step[1] or step[2])
        at = step.end()
    return tuple(found)


def references(expression: Any) -> list[str]:
    """What an expression refers to, in its order, each as long as the plan says it.

    A plan names after `aws_subnet.a[0].id` also `aws_subnet.a[0]` and `aws_subnet.a`.
    """
    said = expression.get("references") if isinstance(expression, dict) else None
    found: list[str] = []
    for each in said if isinstance(said, list) else ():
        if isinstance(each, str) and not (found and _begins(each, found[-1])):
            found.append(each)
    return found


def _begins(beginning: str, text: str) -> bool:
    return text.startswith(beginning) and text[len(beginning) :][:1] in (".", "[")
