"""A value that could not be read: `{"$unresolved": "why"}`, plain JSON, recognised at once."""

from collections.abc import Iterable
from typing import Any, Final

KEY: Final = "$unresolved"
PRESENT: Final = "$present"


class Unresolved(dict[str, Any]):
    """A value that nobody knows: a refused call, a type never recorded.

    It may be null, unless `present`: then it is known to be set, as by a parameter that only
    deployment decides. Inside a list it stands for any number of elements. It is a dict, so JSON
    writers need not know it; `type(value) is Unresolved` is how the engine recognises it.
    """

    __slots__ = ()

    def __init__(self, why: str, *, present: bool = False) -> None:
        super().__init__({KEY: why, PRESENT: True} if present else {KEY: why})

    @property
    def why(self) -> str:
        """What could not be read, and why: a short phrase without a full stop."""
        why: str = self[KEY]
        return why

    @property
    def present(self) -> bool:
        """Whether the value is known to be set."""
        return PRESENT in self


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
                container[key] = Unresolved(str(child[KEY]), present=child.get(PRESENT) is True)
            elif isinstance(child, dict | list):
                todo.append(child)
    return holder[0]


def merged(unresolved: Iterable[Unresolved]) -> Unresolved:
    """One unresolved value whose reason names every distinct reason of several, in order."""
    return Unresolved("; ".join(dict.fromkeys(each.why for each in unresolved)))
