"""The report formats: one module each, `render(scan)`, knowing nothing of one another."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scanner.finding import Scan
    from scanner.profile import Framework
    from scanner.tree import Tree

FORMATS: Final[Mapping[str, str]] = {
    "table": "reports.table",
    "json": "reports.json",
    "junit": "reports.junit",
    "sarif": "reports.sarif",
    "markdown": "reports.markdown_summary",
    "gitlab": "reports.gitlab",
    "github": "reports.github",
}
"""Each format's name and its module, imported only when the format is asked for."""


LISTED: Final[Mapping[str, Mapping[str, int]]] = {
    "table": {"pass": 0, "fail": 25, "unknown": 10},
    "sarif": {"pass": 0},
    "markdown": {"pass": 0},
    "gitlab": {"pass": 0},
    "github": {"pass": 0, "fail": 10, "unknown": 10},
}
"""How many of a rule's findings a format lists at most, by what they count as; others list all."""


def most_listed(names: Iterable[str]) -> Mapping[str, int]:
    """How many of a rule's findings these formats list at most; what is not there, all of them."""
    limits = [LISTED.get(name, {}) for name in names]
    outcomes = [each for each in ("pass", "fail", "unknown") if all(each in one for one in limits)]
    return {outcome: max(one[outcome] for one in limits) for outcome in outcomes}


def pieces(
    name: str,
    scan: "Scan",
    *,
    width: int | None = None,
    colour: bool = False,
    tree: "Tree | None" = None,
    by: "Framework | None" = None,
) -> Iterator[str]:
    """The report piece by piece, each to be written at once: no piece holds all findings.

    `width` and `colour` are the terminal's and matter to the table alone; `tree` is where the
    repository lies, for the formats whose paths are relative to its root. `by` is the framework
    by whose controls those formats group that can: table, json, junit and markdown.
    """
    render = import_module(FORMATS[name]).render
    match name:
        case "table":
            yield from render(scan, width=width, colour=colour, by=by)
        case "markdown":
            yield from render(scan, tree=tree, by=by)
        case "sarif" | "gitlab" | "github":
            yield from render(scan, tree=tree)
        case _:
            yield from render(scan, by=by)
