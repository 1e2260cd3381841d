"""Where things are, as SARIF has it: files relative to the repository's root, and regions."""

from typing import Any, Final

from reports.artifact import artifact_uri
from scanner.finding import Scan
from scanner.model import Fix, Location
from scanner.tree import Tree

BASES: Final = {
    "%SRCROOT%": {"description": {"text": "The root of the repository that was scanned"}}
}


class Places:
    """Where findings are shown: their own file, or the first source's where they have none."""

    def __init__(self, scan: Scan, tree: Tree) -> None:
        self._tree = tree
        self._default = Location(scan.sources[0].where if scan.sources else "")

    def physical(self, location: Location | None) -> dict[str, Any]:
        """The artifact location and region that code scanning needs on every result."""
        place = location or self._default
        return {"artifactLocation": self._artifact(place), "region": region(place)}

    def change(self, fix: Fix) -> dict[str, Any]:
        """A literal's replacement by the text that is to stand in its place."""
        replacement = {
            "deletedRegion": region(fix.location),
            "insertedContent": {"text": fix.text},
        }
        return {"artifactLocation": self._artifact(fix.location), "replacements": [replacement]}

    def _artifact(self, place: Location) -> dict[str, str]:
        return {"uri": artifact_uri(place.uri, self._tree), "uriBaseId": "%SRCROOT%"}


def region(place: Location) -> dict[str, int]:
    """The region from the place's start to behind its last character, as far as it is known.

    A place without a line is the file's first line; an end that is not behind the start is none.
    """
    start = (max(place.line or 1, 1), max(place.column or 1, 1))
    found = {"startLine": start[0]}
    if place.line and place.column:
        found["startColumn"] = start[1]
    if place.end_line and place.end_column and (place.end_line, place.end_column) > start:
        found |= {"endLine": place.end_line, "endColumn": place.end_column}
    return found
