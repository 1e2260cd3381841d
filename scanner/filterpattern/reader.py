"""Reading a text from left to right, with the place of what is wrong in it."""

import re
from typing import Final

_SPACE: Final = re.compile(r"\s*")


class UnreadableError(Exception):
    """A text that cannot be read on, where, and what should stand there."""

    def __init__(self, position: int, what: str) -> None:
        super().__init__(what)
        self.position = position
        self.what = what


class Reader:
    """A text and how far it is read; white space in front of what is asked for is skipped."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def skip(self) -> None:
        """Go on to the next character that is no white space."""
        found = _SPACE.match(self.text, self.position)
        if found:
            self.position = found.end()

    @property
    def at_end(self) -> bool:
        """Whether nothing but white space is left."""
        self.skip()
        return self.position == len(self.text)

    def sees(self, sign: str) -> bool:
        """Whether this comes next."""
        self.skip()
        return self.text.startswith(sign, self.position)

    def takes(self, sign: str) -> bool:
        """Whether this comes next; if so it is read."""
        if not self.sees(sign):
            return False
        self.position += len(sign)
        return True

    def found(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What comes next in this form; if it does it is read."""
        self.skip()
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return match

    def needs(self, sign: str, what: str = "") -> None:
        """Read this; raises `UnreadableError` where something else comes."""
        if not self.takes(sign):
            raise self.wrong(what or f"{sign} is missing")

    def wrong(self, what: str, position: int | None = None) -> UnreadableError:
        """What to raise: it is wrong here, or at a position."""
        return UnreadableError(self.position if position is None else position, what)
