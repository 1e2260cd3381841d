"""Text as Markdown that shows it letter for letter: no markup, no link of its own."""

import re
from collections.abc import Iterable

from reports.escape import flowing, visible
from scanner.rule import Rule

_MARKUP = re.compile(r"([\\`*_{}\[\]<>&~|#!:@^$])")
_BLOCK = re.compile(r"^(\d*)([-+=.)])")  # a list, a rule or a heading at a line's start
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~/?#%=&+:,;@-]*)?")


def help_of(rule: Rule) -> str:
    """Why the rule matters, how to mend what fails it, where to read on, and its controls."""
    parts = [literal(rule.why), f"**How to mend it:** {literal(rule.fix)}"]
    parts += _listed("Read on", map(_reference, rule.references))
    parts += _listed("Controls", map(literal, controls_of(rule)))
    return "\n\n".join(parts)


def plain_help_of(rule: Rule) -> str:
    """The same as `help_of` in plain text."""
    parts = [flowing(rule.why), f"How to mend it: {flowing(rule.fix)}"]
    parts += _listed("Read on", map(flowing, rule.references), mark="")
    parts += _listed("Controls", map(flowing, controls_of(rule)), mark="")
    return "\n\n".join(parts)


def literal(text: str) -> str:
    """Markdown that renders as the text itself, on one line."""
    escaped = _MARKUP.sub(r"\\\1", flowing(text)).replace("www.", r"www\.")
    return _BLOCK.sub(r"\1\\\2", escaped)


def quiet(text: str) -> str:
    """Like `literal`, and nobody is mentioned and no issue linked.

    GitHub looks for `@name` and `#1` in the text that Markdown gave, where a backslash is gone; an
    empty comment parts them. https://github.com/github/markup/issues/1168
    """
    return re.sub(r"\\([@#])", r"\\\1<!-- -->", literal(text))


def code(text: str) -> str:
    """The text as code in a table's cell, on one line: no markup, no link and no mention in it."""
    shown = visible(text).replace("|", r"\|") or " "
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    space = " " if shown[0] in " `" or shown[-1] in " `" else ""
    return f"{fence}{space}{shown}{space}{fence}"


def addresses(references: Iterable[str]) -> list[str]:
    """Those references that are plain web addresses, fit for a link."""
    return [each for each in references if _ADDRESS.fullmatch(each)]


def controls_of(rule: Rule) -> list[str]:
    """Each framework with the controls of it that the rule serves."""
    return [f"{name}: {', '.join(numbers)}" for name, numbers in rule.controls.items()]


def _reference(text: str) -> str:
    return f"<{text}>" if addresses([text]) else literal(text)


def _listed(title: str, lines: Iterable[str], mark: str = "**") -> list[str]:
    listed = [f"- {line}" for line in lines]
    return ["\n".join([f"{mark}{title}:{mark}", "", *listed])] if listed else []
