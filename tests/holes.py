"""Documents with holes: each left unresolved, or filled with one of the values it could have."""

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from scanner.unresolved import Unresolved


@dataclass(frozen=True, eq=False)
class Hole:
    """A place and what could stand there; a list that could stand in a list is put into it."""

    could_be: tuple[Any, ...]
    about: str = ""


def filled(value: Any, choose: Callable[[Hole], Any]) -> Any:
    """The value with each hole replaced by what `choose` gives for it."""
    if isinstance(value, Hole):
        return choose(value)
    if isinstance(value, dict):
        return {key: filled(child, choose) for key, child in value.items()}
    if not isinstance(value, list | tuple):
        return value
    made = []
    for child in value:
        found = filled(child, choose)
        made += found if isinstance(child, Hole) and isinstance(found, list) else [found]
    return made


def unresolved(value: Any) -> Any:
    """The value with an `Unresolved` in each hole."""
    return filled(value, lambda hole: Unresolved("a hole"))


def holes(value: Any) -> list[Hole]:
    """Every hole in the value."""
    found: list[Hole] = []
    filled(value, found.append)
    return found


def fillings(value: Any, most: int = 150) -> Iterator[Any]:
    """The value filled in every way; where there are too many, in that many random ways."""
    found = holes(value)
    ways = 1
    for hole in found:
        ways *= len(hole.could_be)
    if ways <= most:
        choices: Any = itertools.product(*(hole.could_be for hole in found))
    else:
        pick = random.Random(0)
        choices = ([pick.choice(hole.could_be) for hole in found] for _ in range(most))
    for choice in choices:
        by_hole = dict(zip(map(id, found), choice, strict=True))
        yield filled(value, lambda hole, chosen=by_hole: chosen[id(hole)])
