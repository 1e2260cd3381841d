"""How far a scan has come, on standard error, when a terminal looks on."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

EVERY = 500


def shown(given: Iterable[T], what: str) -> Iterator[T]:
    """The same values; a terminal on standard error sees their number grow."""
    if not sys.stderr.isatty():
        yield from given
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"))
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task(what, total=None)
        for number, each in enumerate(given):
            if number % EVERY == 0:
                progress.update(task, completed=number)
            yield each
