"""Every instance of a resource that will be there after a plan, found by its address and block."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import msgspec

from scanner.sources.terraform.plan_json import NOTHING, Plan, ValuesModule

Block = tuple[str, str, str]
"""A resource's block in one instance of a module: its module's address, its type and name."""

_GOES: Final = (["delete"], ["forget"])
_decode = msgspec.json.Decoder().decode


class Record:
    """One instance of a resource. `key` is `[0]` or `["a"]`, "" without count and for_each.

    The values are decoded at the first look. `exact` tells whether the plan says which are unknown;
    of `planned_values` alone it does not.
    """

    def __init__(self, address: str, block: Block, values: tuple[msgspec.Raw, ...]) -> None:
        self.address = address
        self.block = block
        self.key = address.removeprefix(_plain_address(block))
        self.exact = len(values) == 3
        self._values = values

    @property
    def type(self) -> str:
        """The kind of resource, such as "aws_subnet"."""
        return self.block[1]

    @cached_property
    def after(self) -> dict[str, Any]:
        """Its known values, sensitive ones among them."""
        return _object(self._values[0])

    @cached_property
    def sensitive(self) -> dict[str, Any]:
        """Which values are sensitive: true in their place, at any depth."""
        return _object(self._values[1])

    @cached_property
    def unknown(self) -> dict[str, Any]:
        """Which values only the apply tells: true in their place, at any depth."""
        return _object(self._values[2]) if self.exact else {}

    def knows(self, attribute: str) -> bool:
        """Whether the plan tells the whole of an attribute."""
        unknown = self.unknown.get(attribute)
        return attribute in self.after and not is_open(unknown)


class Records:
    """The instances of a plan, of every mode."""

    def __init__(self, plan: Plan) -> None:
        self.all = {each.address: each for each in _records(plan)}
        self._blocks: dict[Block, dict[str, Record]] = defaultdict(dict)
        for each in self.all.values():
            self._blocks[each.block][each.key] = each

    def instances(self, block: Block) -> dict[str, Record]:
        """The instances of a block by their key, in the plan's order."""
        return self._blocks.get(block, {})


def _records(plan: Plan) -> Iterator[Record]:
    """Those of the state that will be, then those of the changes, which say more."""
    changes = plan.resource_changes or []
    gone = {each.address for each in changes if each.change.actions in _GOES and not each.deposed}
    for values in (plan.planned_values, plan.values):
        if values is not None:
            yield from (each for each in _of_module(values.root_module) if each.address not in gone)
    for each in changes:
        if each.address in gone or each.deposed:
            continue
        kind = each.type if each.mode == "managed" else f"data.{each.type}"
        change = each.change
        values_of = (change.after, change.after_sensitive, change.after_unknown)
        yield Record(each.address, (each.module_address, kind, each.name), values_of)


def _of_module(module: ValuesModule) -> Iterator[Record]:
    todo = [module]
    while todo:
        here = todo.pop()
        todo.extend(reversed(here.child_modules))
        for each in here.resources:
            if each.mode == "managed":
                block = (here.address, each.type, each.name)
                yield Record(each.address, block, (each.values, each.sensitive_values))


def _plain_address(block: Block) -> str:
    module, kind, name = block
    return f"{module}.{kind}.{name}" if module else f"{kind}.{name}"


def _object(raw: msgspec.Raw) -> dict[str, Any]:
    value = _decode(raw) if raw is not NOTHING else None
    return value if isinstance(value, dict) else {}


def is_open(unknown: Any) -> bool:
    """Whether a value has something unknown in it; this says what, true in its place."""
    todo = [unknown]
    while todo:
        here = todo.pop()
        if here is True:
            return True
        if isinstance(here, dict):
            todo.extend(here.values())
        elif isinstance(here, list):
            todo.extend(here)
    return False
