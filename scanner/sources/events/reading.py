"""CloudTrail's files -> logs for rules on events, and what of the files could not be read."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Final, Protocol

from scanner.event import EVENT, Log
from scanner.model import Needs, Problem
from scanner.sources.events import NO_RULE
from scanner.sources.events.contents import Fault, contents
from scanner.sources.events.forms import NotEvents
from scanner.sources.events.names import Window, log_name
from scanner.sources.files import Count, FileError, Read

MOST_FAULTS: Final = 20
TYPES: Final = frozenset({EVENT})


class File(Protocol):
    """Something with the text of a file; `named` if the user asked for it."""

    @property
    def uri(self) -> str: ...  # noqa: D102
    @property
    def named(self) -> bool: ...  # noqa: D102
    def open(self) -> AbstractContextManager[Read]: ...  # noqa: D102


def chosen(file: File, needs: Needs, count: Count) -> Iterator[Log | Problem]:
    """What a file gives if rules want it; its name may tell that its events are too old or new."""
    if EVENT not in needs.types:
        count.passed_over += 1
        if file.named:
            yield Problem(file.uri, f"CloudTrail's log file; {NO_RULE}", blocks=False)
    elif not file.named and not Window(needs.since, needs.until).has(file.uri):
        count.passed_over += 1
    else:
        yield from logs(file, count)


def logs(file: File, count: Count) -> Iterator[Log | Problem]:
    """What a file gives; only its first problems one by one.

    It was named, or its name or its beginning says that it has events: that it has none is told.
    A digest is well where somebody named it, but not where a log file should be.
    """
    name = log_name(file.uri)
    place = None if name is None else (name.account, name.region)
    told, hidden = 0, 0
    try:
        for each in contents(file.open):
            if isinstance(each, Fault):
                told += 1
                hidden += told > MOST_FAULTS
                if told <= MOST_FAULTS:
                    where = f"{file.uri}: {each.where}" if each.where else file.uri
                    yield Problem(where, each.what, TYPES, place)
            else:
                count.items += len(each.heads)
                yield Log(file.uri, each.first, each.heads, each.text, each.whole)
    except FileError as error:
        yield Problem(file.uri, str(error), TYPES, place)
    except NotEvents as other:
        blocks = name is not None or not other.fine
        yield Problem(file.uri, f"no log file but {other}", TYPES, place, blocks=blocks)
    count.files += 1
    if hidden:
        yield Problem(file.uri, f"and {hidden} more that could not be read", TYPES, place)
