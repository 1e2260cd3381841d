"""What a call was about, in a few names: of the resources that it changes, or else as it has them."""

import re
from collections.abc import Iterator
from typing import Any, Final

from scanner.attribution.event import Event, event, named
from scanner.attribution.kinds import concerned

MOST: Final = 2
"""So many names are told."""
LONGEST: Final = 200
_NAMES: Final = re.compile(r"(?:.*\.)?(?:name|key|[a-z]+(?:name|arn|id|ids|identifier))")
_NO_NAMES: Final = re.compile(r".*(?:request|client|version|owner|account|image|kmskey|tagset)")


def about(record: Any) -> str:
    """The first names of resources in a phrase such as "sg-0a1" or "app and 3 more"; "" for none.

    They are what the events that are declared for resource types call these, and of all other
    calls the parameters that look like names.
    """
    one = event(record)
    declared = (name for kind in concerned(one.source, one.name) for name in named(one, kind))
    found = list(dict.fromkeys(declared)) or list(dict.fromkeys(_likely(one)))
    told = " and ".join(each[:LONGEST] for each in found[:MOST])
    more = len(found) - MOST
    return f"{told.replace(' and ', ', ')} and {more} more" if more > 0 else told


def _likely(one: Event) -> Iterator[str]:
    for each in one.asked:
        if isinstance(each.value, str) and each.value and _NAMES.fullmatch(each.name):
            if not _NO_NAMES.match(each.name):
                yield each.value
