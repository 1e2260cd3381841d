"""What tasks give, in their order, several of them at a time."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

T = TypeVar("T")


def in_order(tasks: Iterable[Callable[[], T]], pool: Executor, ahead: int) -> Iterator[T]:
    """What tasks give, in their order; so many are begun before the first one's is taken."""
    begun: deque[Future[T]] = deque()
    for task in tasks:
        begun.append(pool.submit(task))
        if len(begun) >= ahead:
            yield begun.popleft().result()
    while begun:
        yield begun.popleft().result()
