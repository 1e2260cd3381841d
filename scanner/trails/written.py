"""What a document says, as a key: nearly all trails of an organization have the same selectors."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Final, TypeVar

from scanner.unresolved import KEY, Unresolved

_LONGEST: Final = 10_000  # characters: what is longer is hardly anybody else's
_MOST: Final = 1024

_Answer = TypeVar("_Answer")


class Written:
    """A JSON value; equal to another one of the very same text."""

    __slots__ = ("text", "value")

    def __init__(self, text: str, value: Any) -> None:
        self.text = text
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


def remembered(ask: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """The same function of a JSON value and hashable arguments, that answers from memory.

    What holds something unresolved is asked anew: its text does not tell it from an object that
    only looks like it. Nobody may change an answer: it is given again.
    """

    @lru_cache(maxsize=_MOST)
    def known(written: Written, *more: Any) -> _Answer:
        return ask(written.value, *more)

    @wraps(ask)
    def asked(value: Any, *more: Any) -> _Answer:
        text = _text(value)
        return ask(value, *more) if text is None else known(Written(text, value), *more)

    return asked


def _text(value: Any) -> str | None:
    """The text of a value, which only equal values have; None where it is no good key."""
    if type(value) is Unresolved:
        return None
    try:
        text = repr(value)
    except RecursionError:  # a stranger's document may be as deep as they like
        return None
    return None if len(text) > _LONGEST or KEY in text else text
