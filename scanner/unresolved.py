"""A value that could not be read: `{"$unresolved": "why"}`, plain JSON, recognised at once."""

from collections.abc import Iterable
from typing import Any, Final

KEY: Final = "$unresolved"
PRESENT: Final = "$present"
IS: Final = "$is"
OPEN: Final = "?"
"""What the token of a value begins with that may turn out to equal any other."""


class Unresolved(dict[str, Any]):
    """A value that nobody knows: a refused call, a type never recorded.

    It may be null, unless `present`: then it is known to be set, as by a parameter that only
    deployment decides. Inside a list it stands for any number of elements. It is a dict, so JSON
    writers need not know it; `type(value) is Unresolved` is how the engine recognises it.

    With a `token` it is a text that only deployment decides but of which it is known where else it
    stands: two values with one token are equal. The token of what a declared resource is called
    ("DatabaseGroup", "aws_kms_key.log.arn") stands for a text that is not empty and differs from
    every text with another token; one that begins with "?" ("?VpcId") may equal anything else.
    Such a value is one element of a list, and no more.
    """

    __slots__ = ()

    def __init__(self, why: str, *, present: bool = False, token: str = "") -> None:
        self[KEY] = why
        if present or (token and not token.startswith(OPEN)):
            self[PRESENT] = True
        if token:
            self[IS] = token

    @property
    def why(self) -> str:
        """What could not be read, and why: a short phrase without a full stop."""
        why: str = self[KEY]
        return why

    @property
    def present(self) -> bool:
        """Whether the value is known to be set."""
        return PRESENT in self

    @property
    def token(self) -> str:
        """What names the value wherever it stands, "" if nothing does."""
        token: str = self.get(IS, "")
        return token

    @property
    def named(self) -> bool:
        """Whether it is what a declared resource is called: not empty, and nobody else's."""
        return not self.get(IS, OPEN).startswith(OPEN)


def identity(value: Any) -> str | None:
    """What is equal for equal texts: a text itself, the token of one that has it, else None."""
    if type(value) is str:
        return value
    if type(value) is Unresolved:
        return f"{_MARK}{value.token}" if IS in value else None
    return None


_MARK: Final = "\0"  # in front of tokens, so that none is taken for a text


def revive(value: Any) -> Any:
    """The JSON value with each plain `{"$unresolved": why}` in it turned into an `Unresolved`.

    Lists and dicts are changed in place. Walks with a stack: depth is no matter.
    """
    holder = [value]
    todo: list[Any] = [holder]
    while todo:
        container = todo.pop()
        pairs = container.items() if isinstance(container, dict) else enumerate(container)
        for key, child in list(pairs):
            if isinstance(child, dict) and KEY in child:
                container[key] = _revived(child)
            elif isinstance(child, dict | list):
                todo.append(child)
    return holder[0]


def _revived(child: dict[str, Any]) -> Unresolved:
    if len(child) == 1:  # as nearly all are
        return Unresolved(str(child[KEY]))
    token = child.get(IS)
    return Unresolved(
        str(child[KEY]),
        present=child.get(PRESENT) is True,
        token=token if isinstance(token, str) else "",
    )


def merged(unresolved: Iterable[Unresolved]) -> Unresolved:
    """One unresolved value whose reason names every distinct reason of several, in order."""
    return Unresolved("; ".join(dict.fromkeys(each.why for each in unresolved)))
