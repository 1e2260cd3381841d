"""What a call was about, in a few names of resources."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec.structs import replace

from scanner.attribution.arn import tail
from scanner.attribution.event import Event, event, named
from scanner.attribution.kinds import concerned

MOST: Final = 2
"""So many names are told."""
LONGEST: Final = 200
_NAMES: Final = re.compile(
    r"(?:[a-z]+(?:set|request|input)\.)?(?:name|key|[a-z]+(?:name|arn|id|ids|identifier))"
)
"""What looks like a name: at the top, or below what AWS itself named. Other keys callers chose."""
_NO_NAMES: Final = re.compile(r".*(?:request|client|version|owner|external|kmskey|tagset)")
_HIDDEN: Final = "HIDDEN_DUE_TO_SECURITY_REASONS"
_POLICIES: Final = ("policyarn", "policyname")
"""What somebody got matters as much as who got it."""


def about(record: Any) -> str:
    """The first names of resources in a phrase such as "sg-0a1" or "app and 3 more"; "" for none.

    They are what the events that are declared for resource types call these, and of all other
    calls the parameters that look like names.
    """
    one = event(record)
    kinds, request = concerned(one.source, one.name), replace(one, answered=[])
    declared = (name for each in (request, one) for kind in kinds for name in named(each, kind))
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
        if is_name and isinstance(each.value, str) and each.value not in ("", _HIDDEN):
            yield each.value
