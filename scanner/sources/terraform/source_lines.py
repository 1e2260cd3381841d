"""A plan's resources with the places that their source has for what they say.

Verdicts come from the plan, lines from the source. Of the plan's values only those are changed
that it cannot tell and its source can: how long a list of references is, and what they are to.
"""

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from scanner.declared import Declared, Node, Stack, plain
from scanner.model import Location
from scanner.sources.terraform.plan_values import MAY_BE_MORE
from scanner.unresolved import Unresolved, identity

_MOST_PAIRS: Final = 100_000
_INDEX: Final = re.compile(r'\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\]')


def with_lines(plan: Stack, source: Stack) -> Stack:
    """The plan, each value placed where the source's resource of the same address says it.

    A resource that the source knows only without an index has the places of that one; one that it
    does not know at all has none.
    """
    exact = {each.address: each for each in source.resources}
    alike: dict[str, Declared] = {}
    for each in source.resources:
        alike.setdefault(without_indexes(each.address), each)
    resources = [_placed(each, exact, alike) for each in plan.resources]
    shown = (replace(each, blocks=False) for each in source.problems)  # the plan is what is judged
    problems = [*plan.problems, *shown]
    files = plan.files + source.files
    return replace(plan, resources=resources, problems=problems, files=files)


def without_indexes(address: str) -> str:
    """The address of a block: `module.a.aws_subnet.b` of `module.a[0].aws_subnet.b["x"]`."""
    return _INDEX.sub("", address)


def _placed(
    planned: Declared, exact: Mapping[str, Declared], alike: Mapping[str, Declared]
) -> Declared:
    written = exact.get(planned.address) or alike.get(without_indexes(planned.address))
    if written is None:
        return planned
    properties = {
        name: _matched(node, written.properties[name]) if name in written.properties else node
        for name, node in planned.properties.items()
    }
    return Declared(
        planned.kind,
        planned.address,
        properties,
        written.at,
        written.extent,
        planned.condition,
    )


def _matched(planned: Node, written: Node) -> Node:
    """The plan's value with the places of what is written, as far as both have one shape."""
    value, at = planned.value, written.at or planned.at
    if _untold(value) and _is_certain(written):
        return written
    if type(value) is dict:
        inner = written.value if type(written.value) is dict else {}
        made = {
            name: _matched(each, inner[name]) if name in inner else _all_at(each, None)
            for name, each in value.items()
        }
        whole = type(written.value) is dict
        return Node(made if whole else _all_at(planned, at).value, at)
    if type(value) is list:
        return _matched_list(planned, written, at)
    return Node(value, at)


def _matched_list(planned: Node, written: Node, at: Location | None) -> Node:
    if type(written.value) is not list:
        return _all_at(planned, at)
    if any(_ends(each) for each in planned.value) and _is_certain(written):
        named = {identity(each.value) for each in planned.value if not _ends(each)}
        if named == {identity(each.value) for each in written.value}:
            return written
    found = _partners(planned.value, list(written.value))
    by_index = len(planned.value) == len(written.value)
    made = []
    for index, each in enumerate(planned.value):
        other = found[index] or (written.value[index] if by_index else None)
        made.append(_matched(each, other) if other is not None else _all_at(each, at))
    return Node(made, at)


def _untold(value: object) -> bool:
    """Whether a plan tells nothing of a value, not even that it is secret."""
    return isinstance(value, Unresolved) and not value.token and not value.present


def _ends(node: Node) -> bool:
    return isinstance(node.value, Unresolved) and node.value.why == MAY_BE_MORE


def _is_certain(written: Node) -> bool:
    """Whether a source says all of a value: names of resources, or a list of them."""
    values = written.value if type(written.value) is list else [written]
    return all(isinstance(each.value, Unresolved) and each.value.named for each in values)


def _partners(planned: list[Node], left: list[Node]) -> list[Node | None]:
    """What is written of each element, by its value; each is the partner of one at most."""
    if len(planned) * len(left) > _MOST_PAIRS:
        return [None] * len(planned)
    found: list[Node | None] = []
    for each in planned:
        same = next((one for one in left if _agrees(each, one)), None)
        if same is not None:
            left = [one for one in left if one is not same]
        found.append(same)
    return found


def _agrees(planned: Node, written: Node) -> bool:
    """Whether the plan's element is what is written: a block leaves out what is null or empty."""
    one, other = plain(planned), plain(written)
    if isinstance(one, dict) and isinstance(other, dict):
        return bool(other) and all(_equal(one.get(name), each) for name, each in other.items())
    return _equal(one, other)


def _equal(one: object, other: object) -> bool:
    return one == other or (_scalar(one) and _scalar(other) and str(one) == str(other))


def _scalar(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _all_at(node: Node, at: Location | None) -> Node:
    value = node.value
    if type(value) is list:
        return Node([_all_at(each, at) for each in value], at)
    if type(value) is dict:
        return Node({name: _all_at(each, at) for name, each in value.items()}, at)
    return Node(value, at)
