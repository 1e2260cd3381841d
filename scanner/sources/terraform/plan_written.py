"""What the source in a plan says of a value inside blocks, as far as the plan tells it.

A plan leaves out `dynamic` blocks, and has one expression for all the blocks of an attribute that
is written as blocks, such as `ingress` of aws_security_group.
"""

from collections import Counter
from typing import Any

from scanner.sources.terraform.plan_records import is_open


def _is_expression(written: Any) -> bool:
    """Whether this is what one expression says, and not a block's arguments."""
    return isinstance(written, dict) and written.keys() <= {"constant_value", "references"}


def written_for(written: Any, name: str) -> Any:
    """What the source says of a member: in its block, in any of several, or with the whole.

    None where it says nothing of it, or not which of several blocks this is.
    """
    if _is_expression(written):
        return written
    if not isinstance(written, list):
        return mapping(written).get(name)
    found: list[Any] = []
    for block in written:
        said = mapping(block).get(name)
        found.extend(said if isinstance(said, list) else [] if said is None else [said])
    return found or None


def written_for_rows(written: Any, unknown: list[Any]) -> Any:
    """What the source says of each element of a list of blocks.

    Fewer blocks than elements: others are `dynamic`, and nothing tells which. One expression for
    all of them is for a member only where a single element has it unknown.
    """
    if isinstance(written, list):
        return None if len(written) < len(unknown) else written
    rows = [each for each in unknown if isinstance(each, dict)]
    if not rows or not _is_expression(written):
        return written
    times = Counter(name for row in rows for name, each in row.items() if is_open(each))
    return {name: written if count == 1 else {} for name, count in times.items()}


def mapping(value: Any) -> dict[str, Any]:
    """An object as it is; an empty one for all else."""
    return value if isinstance(value, dict) else {}
