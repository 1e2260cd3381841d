"""How the table's page looks: its width, its colours, its headings and paragraphs."""

from collections.abc import Iterator

from msgspec import Struct

from reports.cells import wrapped
from reports.escape import visible

NARROWEST, USUAL, WIDEST = 60, 80, 160
COLOURS = {
    "critical": "1;31",
    "high": "31",
    "medium": "33",
    "low": "36",
    "info": "2",
    "bold": "1",
    "dim": "2",
    "good": "32",
    "bad": "1;31",
    "open": "33",
}


class Page(Struct, frozen=True):
    """A page `width` cells wide."""

    width: int
    colour: bool

    def painted(self, text: str, style: str) -> str:
        """The text, coloured if the page is."""
        return f"\x1b[{COLOURS[style]}m{text}\x1b[0m" if self.colour else text

    def heading(self, text: str) -> str:
        """A section's first lines."""
        return self.painted(f"{text}\n{'=' * len(text)}", "bold")

    def paragraph(
        self, text: str, *, indent: int = 2, most: int = 4, lead: str = ""
    ) -> Iterator[str]:
        """The lines of a paragraph; `lead` opens the first one, the others stand below its end."""
        room = self.width - indent - len(lead)
        lines = wrapped(visible(text), room, most)
        yield " " * indent + lead + lines[0]
        for line in lines[1:]:
            yield " " * (indent + len(lead)) + line


def page(width: int | None, colour: bool) -> Page:
    """A page as wide as the terminal, within what can be read; 80 cells where nobody knows."""
    return Page(min(max(width or USUAL, NARROWEST), WIDEST), colour)
