"""What documents of which something may not have been read say, and where two of them agree."""

from collections.abc import Iterable
from typing import Any, Final

from scanner.unresolved import Unresolved, identity, merged

Judged = str | Unresolved | None
"""Why something is surely not as it should be, why nobody knows, or None where it is in order."""

Held = bool | Unresolved
"""Whether something is so, or why nobody knows."""

_MOST_REASONS: Final = 5


def field(document: Any, path: str) -> Any:
    """What stands at a path of names, None where nothing does, an `Unresolved` in the way of it."""
    value = document
    for name in path.split("."):
        if type(value) is Unresolved:
            return Unresolved(value.why)
        if value is not None and type(value) is not dict:
            return Unresolved(f"what should have {name} is no object")
        value = value.get(name) if value is not None else None
    return value


def listed(document: Any, path: str) -> list[Any]:
    """The elements of the list at a path; one `Unresolved` where it is not known, or no list."""
    value = field(document, path)
    if value is None:
        return []
    if type(value) is list:
        return value
    name = path.rpartition(".")[2]
    return [value if type(value) is Unresolved else Unresolved(f"{name} is no list")]


def alike(one: Any, other: Any) -> Held:
    """Whether two texts are the same; what only deployment decides is known by its token."""
    if type(one) is str and type(other) is str:
        return one == other
    if identity(one) is not None and identity(one) == identity(other):
        return True
    unread = [each for each in (one, other) if type(each) is Unresolved]
    if not unread:
        return one == other and one is not None
    others = [each for each in (one, other) if type(each) is not Unresolved]
    if all(each.named for each in unread) and (len(unread) == 2 or type(others[0]) is str):
        return False
    return reasons(unread)


def both(*held: Held) -> Held:
    """Whether all is so; one that surely is not decides."""
    if any(each is False for each in held):
        return False
    unknown = [each for each in held if isinstance(each, Unresolved)]
    return reasons(unknown) if unknown else True


def worst(judged: Iterable[Judged]) -> Judged:
    """The first sure mistake; else everything that is not known; else None."""
    found = mistake_or_doubts(judged)
    if isinstance(found, str):
        return found
    return reasons(found) if found else None


def mistake_or_doubts(judged: Iterable[Judged]) -> str | tuple[Unresolved, ...]:
    """The first sure mistake, which ends the judging; else everything that is not known."""
    unknown: list[Unresolved] = []
    for each in judged:
        if isinstance(each, str):
            return each
        if each is not None:
            unknown.append(each)
    return tuple(unknown)


def reasons(unknown: Iterable[Unresolved]) -> Unresolved:
    """One unresolved value with the first few distinct reasons of several."""
    first: dict[str, Unresolved] = {}
    for each in unknown:
        first.setdefault(each.why, each)
        if len(first) == _MOST_REASONS:
            break  # each may take long to put into words
    return merged(first.values()) if len(first) > 1 else Unresolved(*first)


def name_of(document: Any) -> str:
    """What a sentence calls a resource: its name, else its id, else what it will be known by."""
    for path in ("resourceName", "resourceId"):
        value = document.get(path) if type(document) is dict else None
        if isinstance(value, str):
            return value
        if type(value) is Unresolved and value.token:
            return value.token.removeprefix("?")
    return "one without a name"
