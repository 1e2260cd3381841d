"""The files at the user's paths that may declare resources, before any of them is read."""

from typing import Final

from msgspec import Struct, field

from scanner.sources.files import Count, Found
from scanner.sources.kind_of_file import FileKind, text_of

NAMES: Final = {
    FileKind.TEMPLATE: "cloudformation",
    FileKind.PLAN: "terraform plan",
    FileKind.SOURCE: "terraform",
}
"""What reports call the sources of each kind of file."""


class Met(Struct):
    """What was met at one of the user's paths: the files of each kind, in the order of names.

    `count` is of AWS Config's files and of what was passed over, `events` of CloudTrail's. `texts`
    are those of the files that have the word "groma", whose comments may be for us.
    """

    path: str
    count: Count = field(default_factory=Count)
    events: Count = field(default_factory=Count)
    texts: dict[str, str] = field(default_factory=dict)
    declaring: dict[FileKind, list[Found]] = field(default_factory=dict)

    def add(self, kind: FileKind, file: Found) -> None:
        """A file that may declare something."""
        self.declaring.setdefault(kind, []).append(file)

    def remember(self, uri: str, data: bytes) -> None:
        """A file that was read: its text, if its comments may be for us."""
        if b"groma" in data or b"g\0r\0o\0m\0a" in data:
            self.texts[uri] = text_of(data)

    def pass_over(self, kind: FileKind, file: Found) -> None:
        """A file that declares nothing after all."""
        self.declaring[kind].remove(file)
        self.count.passed_over += 1
