"""The files at the user's paths that may declare resources, before any of them is read."""

from typing import Final

from msgspec import Struct, field

from scanner.model import Coverage, Item, Problem, SourceUse
from scanner.sources.config import Count
from scanner.sources.files import Found
from scanner.sources.kind_of_file import FileKind

Given = Item | Problem | Coverage | SourceUse

NAMES: Final = {
    FileKind.TEMPLATE: "cloudformation",
    FileKind.PLAN: "terraform plan",
    FileKind.SOURCE: "terraform",
}
"""What reports call the sources of each kind of file."""


class Met(Struct):
    """What was met at one of the user's paths: the files of each kind, in the order of names.

    `count` is of AWS Config's files and of what was passed over.
    """

    path: str
    count: Count = field(default_factory=Count)
    declaring: dict[FileKind, list[Found]] = field(default_factory=dict)

    def add(self, kind: FileKind, file: Found) -> None:
        """A file that may declare something."""
        self.declaring.setdefault(kind, []).append(file)

    def pass_over(self, kind: FileKind, file: Found) -> None:
        """A file that declares nothing after all."""
        self.declaring[kind].remove(file)
        self.count.passed_over += 1
