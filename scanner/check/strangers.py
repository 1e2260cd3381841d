"""The fields of a document that its resource type does not have."""

from collections.abc import Iterator
from typing import Any, Final

from scanner.document import Path
from scanner.fields import nearest
from scanner.schema import Shape
from scanner.unresolved import KEY

MOST: Final = 12
"""So many names are told where none is like the wrong one."""


def strange_fields(value: Any, shape: Shape, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The path of each field that the shape lacks, and what to say of it.

    Unresolved values may stand anywhere. Documents come from rule files, whose depth is bounded.
    """
    if isinstance(value, list):
        element = shape.element()
        for index, each in enumerate(value if element else ()):
            yield from strange_fields(each, element or shape, (*path, index))
    elif isinstance(value, dict) and KEY not in value:
        for name, each in value.items():
            below = shape.field(name)
            if below is None:
                yield (*path, name), _unknown(name, shape, path)
            else:
                yield from strange_fields(each, below, (*path, name))


def _unknown(name: str, shape: Shape, path: Path) -> str:
    where = ".".join(str(each) for each in path if isinstance(each, str)) or "the item"
    best = nearest(name, shape.names)
    return f"{where} has no {name}; {f'did you mean {best}?' if best else _known(shape)}"


def _known(shape: Shape) -> str:
    names = sorted(shape.names)
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return f"known are {', '.join(names[:MOST]) or 'none'}{more}"
