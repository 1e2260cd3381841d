"""The actions that a question is about, and which of them a statement can be about."""

from functools import lru_cache
from typing import Any

from scanner.network.opening import elements
from scanner.policydoc import limits
from scanner.policydoc.limits import Limit, one_of
from scanner.policydoc.patterns import TooHard, like
from scanner.unresolved import Unresolved


def asked_actions(actions: Any) -> tuple[tuple[str, ...], tuple[Unresolved, ...]]:
    """The actions that an argument names, and what of them is not known."""
    texts = [each for each in elements(actions) if isinstance(each, str)]
    unread = [each for each in elements(actions) if type(each) is Unresolved]
    return tuple(dict.fromkeys(texts)), tuple(unread)


@lru_cache(maxsize=1 << 8)
def any_of(actions: tuple[str, ...]) -> Limit:
    """The actions that any of these names, which may have wildcards."""
    return one_of(like(each.lower()) for each in actions)


@lru_cache(maxsize=1 << 12)
def met(actions: Limit, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the actions asked about that are, at least in part, among a statement's.

    Most statements are about none of them, and need not be looked at any further.
    """
    return tuple(each for each in asked if _meets(actions, any_of((each,))))


def _meets(actions: Limit, asked: Limit) -> bool:
    try:
        return limits.left((asked, actions)) is not None
    except TooHard:
        return True


def of_objects(action: str) -> bool:
    """Whether an action is one on S3's objects, which have a slash in their ARNs."""
    action = action.lower()
    plain = not {"*", "?"} & set(action)
    return plain and action.startswith("s3:") and "object" in action and "bucket" not in action
