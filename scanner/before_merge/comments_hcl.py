"""Where line comments are in Terraform source, and not what looks like one inside a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_CODE: Final = re.compile(r'"|#|//|/\*|<<-?([^\W\d][\w-]*)\r?\n|[{}]')
_TEXT: Final = re.compile(r'\\.|\$\$\{|%%\{|[$%]\{|"|\n', re.DOTALL)
_HEREDOC: Final = re.compile(r"\$\$\{|%%\{|[$%]\{|\n")
_ESCAPED: Final = ("$${", "%%{")


@dataclass(slots=True)
class _Code:
    """Expressions and blocks: of the file, or of a `${…}` inside a text; `braces` are open."""

    braces: int = 0


@dataclass(slots=True)
class _Text:
    """A text in quotes."""


@dataclass(slots=True)
class _Heredoc:
    """A text over several lines, up to a line that holds its marker and no more."""

    marker: str


@dataclass(slots=True)
class _Reader:
    """Walks over a text once; `inside` is what it is in, the innermost last."""

    text: str
    at: int = 0
    inside: list[_Code | _Text | _Heredoc] = field(default_factory=lambda: [_Code()])

    def comments(self) -> Iterator[int]:
        """Where each comment with `#` or `//` begins that is not within a text's `${…}`."""
        while self.at < len(self.text):
            match self.inside[-1]:
                case _Code() as code:
                    yield from self._code(code)
                case _Text():
                    self._text()
                case _Heredoc(marker):
                    self._heredoc(marker)

    def _code(self, code: _Code) -> Iterator[int]:
        found = self._next(_CODE)
        match found and found[0]:
            case None:
                return
            case '"':
                self.inside.append(_Text())
            case "#" | "//" if found:
                if len(self.inside) == 1:
                    yield found.start()
                self.at = self._end_of_line()
            case "/*":
                end = self.text.find("*/", self.at)
                self.at = end + 2 if end >= 0 else len(self.text)
            case "{":
                code.braces += 1
            case "}":
                self._closed(code)
            case _ if found:
                self.inside.append(_Heredoc(found[1]))

    def _closed(self, code: _Code) -> None:
        if code.braces:
            code.braces -= 1
        elif len(self.inside) > 1:
            self.inside.pop()

    def _text(self) -> None:
        found = self._next(_TEXT)
        if found is None or found[0].startswith("\\") or found[0] in _ESCAPED:
            return
        if found[0] in ('"', "\n"):  # no text in quotes goes on in another line
            self.inside.pop()
        else:
            self.inside.append(_Code())

    def _heredoc(self, marker: str) -> None:
        if self.text[self.at - 1] == "\n":
            end = self._end_of_line()
            if self.text[self.at : end].strip() == marker:
                self.inside.pop()
                self.at = end
                return
        found = self._next(_HEREDOC)
        if found is not None and found[0] not in ("\n", *_ESCAPED):
            self.inside.append(_Code())

    def _next(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The next match, behind which reading goes on; at the end None."""
        found = pattern.search(self.text, self.at)
        self.at = found.end() if found else len(self.text)
        return found

    def _end_of_line(self) -> int:
        end = self.text.find("\n", self.at)
        return end if end >= 0 else len(self.text)


def comment_starts(text: str) -> list[int]:
    """Where each line comment of a Terraform file begins, counted in characters from 0."""
    return list(_Reader(text).comments())
