"""What Terraform's texts mean: escapes, heredocs, and the holes of a text that is not quoted."""

import re
from typing import Final

from scanner.model import Location
from scanner.sources.terraform.hcl_tree import Broken, Expression, Literal, Template, Unread

_ESCAPE: Final = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|\$(\$\{)|%(%\{)", re.DOTALL
)
_PLAIN: Final = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_HIGHEST: Final = 0x10FFFF
_OPENS: Final = re.compile(r"\$\$\{|%%\{|\$\{|%\{")


def unescaped(text: str) -> str:
    r"""What a piece of a quoted text stands for: `\n`, `\"`, `\u00e9`, and `$${` for `${`."""
    return _ESCAPE.sub(_character, text) if "\\" in text or "{" in text else text


def _character(found: re.Match[str]) -> str:
    four, eight, one, dollar, percent = found.groups()
    if four or eight:
        code = int(four or eight, 16)
        return chr(code) if code <= _HIGHEST and not 0xD800 <= code <= 0xDFFF else found.group()
    if one:
        return _PLAIN.get(one, found.group())
    return str(dollar or percent)


def heredoc(raw: str) -> str:
    """The text of `<<NAME` … `NAME`; of `<<-NAME` without the indentation that all lines share."""
    head, _, rest = raw.replace("\r\n", "\n").partition("\n")
    lines = rest.split("\n")[:-1]
    if head.startswith("<<-"):
        filled = [len(each) - len(each.lstrip()) for each in lines if each.strip()]
        cut = min(filled, default=0)
        lines = [each[cut:] for each in lines]
    return "".join(f"{each}\n" for each in lines)


def template(text: str, at: Location) -> Expression:
    """The text with its holes, each of which has the place of the whole."""
    from scanner.sources.terraform.hcl import lone_expression

    parts: list[str | Expression] = []
    start = 0
    while (found := _OPENS.search(text, start)) is not None:
        parts.append(text[start : found.start()])
        mark = found.group()
        if mark == "%{":
            return Unread("a template's %{…} is not evaluated", at)
        if mark != "${":
            parts.append(mark[1:])
            start = found.end()
            continue
        end = _closing(text, found.end())
        if end is None:
            raise Broken(f"{at.uri}:{at.line}:{at.column}", "a ${ that no } closes")
        parts.append(lone_expression(text[found.end() : end].strip().strip("~"), at))
        start = end + 1
    parts.append(text[start:])
    return text_of([each for each in parts if each != ""], at)


def text_of(parts: list[str | Expression], at: Location) -> Expression:
    """The literal or template that pieces of text and holes make."""
    if all(isinstance(each, str) for each in parts):
        return Literal("".join(str(each) for each in parts), at)
    return Template(tuple(parts), at)


def _closing(text: str, start: int) -> int | None:
    """Where the brace stands that closes a hole; texts inside it are passed over."""
    depth, quoted = 0, False
    index = start
    while index < len(text):
        letter = text[index]
        if letter == "\\" and quoted:
            index += 1
        elif letter == '"':
            quoted = not quoted
        elif letter == "{" and not quoted:
            depth += 1
        elif letter == "}" and not quoted:
            if depth == 0:
                return index
            depth -= 1
        index += 1
    return None
