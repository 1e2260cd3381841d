"""What is new in a version, as values whose authors can be asked for."""

from collections.abc import Iterator
from typing import Any

from scanner.attribution.culprit import GROUP, Fault, at, lists
from scanner.attribution.group_rule import group_rules, narrowed
from scanner.eventdoc.reading import objects
from scanner.model import Document
from scanner.timeline.differences import between, is_read, without


def faults(
    type: str, old: Document, new: Document, read: frozenset[str] | None
) -> tuple[Fault, ...]:
    """The values that an event after the old version must have set, or taken away.

    Those that rules read, as `Needs` has them; where they differ in none of these, all.
    """
    found = [path for path, *_ in between(old, new)]
    paths = [each for each in found if is_read(each, read)] or found
    return tuple(
        fault
        for path in dict.fromkeys(each.partition("[")[0] for each in paths)
        for fault in _faults(type, path, old, new)
    )


def _faults(type: str, path: str, old: Document, new: Document) -> Iterator[Fault]:
    before, after = at(old, path), at(new, path)
    if path not in lists(type):
        yield Fault(path, after)
    elif type == GROUP:
        yield from _permissions(path, before, after)
    else:
        before, after = (each if isinstance(each, list) else [] for each in (before, after))
        yield from (Fault(path, each, each) for each in without(after, before))
        yield from (Fault(path, None, each, gone=True) for each in without(before, after))


def _permissions(path: str, before: Any, after: Any) -> Iterator[Fault]:
    """One fault for each source; that another stands beside it now is no difference."""
    old, new = _by_rule(before), _by_rule(after)
    yield from (Fault(path, one, one) for rule, one in new.items() if rule not in old)
    yield from (Fault(path, None, one, gone=True) for rule, one in old.items() if rule not in new)


def _by_rule(permissions: Any) -> dict[Any, dict[str, Any]]:
    return {
        rule: one
        for permission in objects(permissions)
        for one in narrowed(permission)
        for rule in group_rules(one)
    }
