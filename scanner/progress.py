"""How far a scan has come, on standard error, when a terminal looks on."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def shown(
    given: Iterable[T], told: Callable[[int], str], size: Callable[[T], int] = lambda each: 1
) -> Iterator[T]:
    """The same values; a terminal on standard error sees what is `told` of so many of them.

    A value counts for as many as its `size`.
    """
    if not sys.stderr.isatty():
        yield from given
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    number = 0

    class Told:
        def __rich__(self) -> Text:
            return Text(told(number))

    with Status(Told(), console=Console(stderr=True)):  # drawn anew eight times a second
        for each in given:
            number += size(each)
            yield each


def barred(given: Iterable[T], total: Callable[[], int], what: str) -> Iterator[T]:
    """The same values; a terminal on standard error sees how many there are of the `total`."""
    if not sys.stderr.isatty():
        yield from given
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn(what))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for each in given:
            bar.update(task, advance=1, total=total() or None)
            yield each
