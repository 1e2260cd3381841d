"""What a call was about, in a few names of resources."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from scanner.attribution.arn import tail
from scanner.attribution.event import Event, event, named
from scanner.attribution.kinds import concerned

MOST: Final = 2
"""So many names are told."""
LONGEST: Final = 200
_NAMES: Final = re.compile(r"(?:.*\.)?(?:name|key|[a-z]+(?:name|arn|id|ids|identifier))")
_NO_NAMES: Final = re.compile(r".*(?:request|client|version|owner|account|image|kmskey|tagset)")
_POLICIES: Final = ("policyarn", "policyname")
"""What somebody got matters as much as who got it."""


def about(record: Any) -> str:
    """The first names of resources in a phrase such as "sg-0a1" or "app and 3 more"; "" for none.

    They are what the events that are declared for resource types call these, and of all other
    calls the parameters that look like names.
    """
    one = event(record)
    declared = (name for kind in concerned(one.source, one.name) for name in named(one, kind))
    policies = (str(each.value) for each in one.asked if each.name in _POLICIES)
    found = _each_once([*declared, *policies]) or _each_once(_likely(one))
    told, more = [each[:LONGEST] for each in found[:MOST]], len(found) - MOST
    return f"{', '.join(told)} and {more} more" if more > 0 else " and ".join(told)


def _each_once(names: Iterable[str]) -> list[str]:
    """The names without those that are others' ARNs."""
    found = dict.fromkeys(names)
    return [each for each in found if tail(each) == each or tail(each) not in found]


def _likely(one: Event) -> Iterator[str]:
    for each in one.asked:
        is_name = _NAMES.fullmatch(each.name) and not _NO_NAMES.match(each.name)
        if is_name and isinstance(each.value, str) and each.value:
            yield each.value
