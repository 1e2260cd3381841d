"""Where what decided a finding is written: the values at fault, and the resources they are of."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from scanner.check.analysis import Path, analyse, scope
from scanner.expression import Expression
from scanner.fields import document_shape
from scanner.inventory.partition import Partition
from scanner.model import Document, Item, Location
from scanner.rule import Rule
from scanner.unresolved import Unresolved

_INDEX: Final = re.compile(r"\[\d+\]")
_NAMES: Final = frozenset({"resourceId", "resourceName", "resourceType", "arn", "accountId"})

Guilty = Callable[[str, Any], bool]
"""Whether a joined document alone, under the join's name, gives the same answer as all together."""


def place(
    rule: Rule,
    expression: Expression,
    found: Any,
    root: Document,
    own: tuple[Item, Document],
    partition: Partition,
    guilty: Guilty,
) -> Location | None:
    """Where the value that decided is written, the most telling place; None where nothing says it.

    An opening tells its own places. Else it is that of what the expression reads, of the joined
    resources only of those that are at fault; of what is unknown, only what is.
    """
    seen = [own, *_joined(rule, root, partition)]
    told = next((place for each in _openings(found) for place in _told(each, seen)), None)
    if told is not None:
        return told
    unknown = _is_unknown(found)
    at_fault: dict[str, list[Any]] = {}
    for path in _reads(rule, expression):
        for (item, document), names in _read_by(path, rule, root, own, partition, guilty, at_fault):
            for written in _written(item, document, names, unknown=unknown):
                return written
    return None


def paths_at_fault(
    rule: Rule,
    expression: Expression,
    found: Any,
    root: Document,
    own: tuple[Item, Document],
    partition: Partition,
    guilty: Guilty,
) -> Iterator[tuple[Item, Document, str]]:
    """The documents whose values decided, each with a path to one: "configuration.routes[0]".

    An opening tells its own paths. Else they are what the expression reads, of joined resources
    only of those that are at fault. The path "" is that of a document as a whole.
    """
    seen = [own, *_joined(rule, root, partition)]
    told = [
        (item, document, str(each.get("path") or ""))
        for each in _openings(found)
        for item, document in seen
        if called(document) == each.get("resource")
    ]
    yield from told
    at_fault: dict[str, list[Any]] = {}
    for path in () if told else _reads(rule, expression):
        for (item, document), names in _read_by(path, rule, root, own, partition, guilty, at_fault):
            yield item, document, ".".join(names)


def is_literal(own: tuple[Item, Document], place: Location | None, found: Any) -> bool:
    """Whether a place is that of a value which was found, and not of something around it."""
    item, document = own
    return any(
        at == place and _value(document, path) == found for path, at in (item.lines or {}).items()
    )


def _value(document: Document, path: str) -> Any:
    """What stands at a path of names in a document; lists are not gone into."""
    value: Any = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _joined(rule: Rule, root: Document, partition: Partition) -> Iterator[tuple[Item, Document]]:
    for join in rule.join:
        for document in root.get(join.name, ()):
            item = partition.item(document)
            if item is not None:
                yield item, document


def related(rule: Rule, root: Document, partition: Partition) -> list[Item]:
    """The items that a rule joined, each once."""
    return list({id(item): item for item, _ in _joined(rule, root, partition)}.values())


def _openings(found: Any) -> Iterator[Mapping[str, Any]]:
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and isinstance(each.get("at"), list):
            yield from (place for place in each["at"] if isinstance(place, dict))


def _told(place: Mapping[str, Any], seen: list[tuple[Item, Document]]) -> Iterator[Location]:
    """The place in a file of a path in the document of a resource, or of what is around it."""
    for item, document in seen:
        if called(document) == place.get("resource"):
            path = str(place.get("path"))
            while path and path not in (item.lines or {}):
                path = _shorter(path)
            if path and item.lines:
                yield item.lines[path]
            elif item.at is not None:
                yield item.at
            return


def called(document: Any) -> str:
    """What an opening calls a resource: its id, or the token of one."""
    found = document.get("resourceId") if isinstance(document, dict) else None
    return found.token if isinstance(found, Unresolved) else str(found)


def _shorter(path: str) -> str:
    return path[: max(path.rfind("."), path.rfind("["), 0)]


@lru_cache(maxsize=256)
def _reads_of(key: "_Key") -> tuple[Path, ...]:
    rule, expression = key.rule, key.expression
    joins = {each.name: document_shape(each.type, rule.extra_fields) for each in rule.join}
    root = scope(document_shape(rule.resource, rule.extra_fields), joins, rule.params)
    text = expression.text
    paths = [each for each in analyse(expression, root).reads if each and each[0] != "params"]
    return tuple(sorted(paths, key=lambda path: (text.find(path[-1]), path)))


class _Key:
    """A rule's expression as a cache's key."""

    __slots__ = ("expression", "rule")

    def __init__(self, rule: Rule, expression: Expression) -> None:
        self.rule = rule
        self.expression = expression

    def __hash__(self) -> int:
        return hash((self.rule.id, self.expression.text))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and other.rule is self.rule
            and other.expression.text == self.expression.text
        )


def _reads(rule: Rule, expression: Expression) -> tuple[Path, ...]:
    """The paths that an expression reads, in the order of its text."""
    return _reads_of(_Key(rule, expression))


def _read_by(
    path: Path,
    rule: Rule,
    root: Document,
    own: tuple[Item, Document],
    partition: Partition,
    guilty: Guilty,
    at_fault: dict[str, list[Any]],
) -> Iterator[tuple[tuple[Item, Document], Path]]:
    """The items that a path is of, each with the path in its document.

    `at_fault` are the joined documents that are guilty, by join, as far as that is known yet.
    """
    if path[0] not in {join.name for join in rule.join}:
        if path[-1] not in _NAMES or len(path) > 1:
            yield own, path
        return
    if path[-1] in _NAMES and len(path) == 2:
        return
    name, documents = path[0], root.get(path[0], [])
    if name not in at_fault:
        several = len(documents) > 1
        at_fault[name] = [each for each in documents if several and guilty(name, each)]
    for document in at_fault[name] or documents:
        item = partition.item(document)
        if item is not None:
            yield (item, document), path[1:]


def _written(item: Item, document: Document, names: Path, *, unknown: bool) -> Iterator[Location]:
    lines = item.lines or {}
    if unknown:
        paths = [*_unresolved(document, names, "")]
        found = [lines[path] for path in paths if path in lines]
        yield from found
        if found or not paths:
            return
    place = _best(lines, names)
    if place is not None:
        yield place


def _best(lines: Mapping[str, Location], names: Path) -> Location | None:
    """The place of the value at these names, or of the nearest one around it that has one place."""
    for length in range(len(names), 0, -1):
        wanted = ".".join(names[:length])
        found = [place for path, place in lines.items() if _INDEX.sub("", path) == wanted]
        if len(found) == 1:
            return found[0]
    return None


def _unresolved(value: Any, names: Path, path: str) -> Iterator[str]:
    """The path of each unresolved value at or below these names."""
    if isinstance(value, Unresolved):
        yield path
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _unresolved(each, names, f"{path}[{index}]")
    elif isinstance(value, dict) and names:
        yield from _unresolved(value.get(names[0]), names[1:], f"{path}.{names[0]}".lstrip("."))
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _unresolved(each, (), f"{path}.{name}")


def _is_unknown(found: Any) -> bool:
    """Whether what was found is not known, or something in it: more than what it will be called."""
    if isinstance(found, Unresolved):
        return True
    return any(not (isinstance(each, Unresolved) and each.named) and _is_unknown(each)
               for each in _children(found))  # fmt: skip


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
