"""When a verdict changed that nothing but time has changed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from scanner.clock import utc

V = TypeVar("V")


def flip(said_at: Callable[[str], V], began: str, ended: str) -> str | None:
    """The second of a change between two times; None if both have the same.

    Of several changes it is any one of them after which it is not as it `began`.
    """
    old = said_at(began)
    if said_at(ended) == old:
        return None
    low, high = _seconds(began), _seconds(ended) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if said_at(min(_moment(middle), ended)) == old:
            low = middle
        else:
            high = middle
    return min(_moment(high), ended)


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp() // 1)


def _moment(seconds: int) -> str:
    return utc(datetime.fromtimestamp(seconds, UTC))
