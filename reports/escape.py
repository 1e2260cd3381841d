"""Strangers' text made visible: nothing in it can steer a terminal or break a report's lines."""

import re


def visible(text: str) -> str:
    r"""The text on one line, each character that does not print written as its escape.

    Control characters, newlines, bidirectional overrides, invisible characters and lone surrogates
    become `\x1b`, `\n`, `\u202e` and the like. What XML 1.0 forbids is among them.
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def exact(text: str) -> str:
    r"""Like `visible`, and different texts stay different, however a reader folds white space.

    A backslash is doubled, a space that leads, trails or follows another is written `\x20`.
    """
    shown = visible(text.replace("\\", r"\\"))
    return re.sub(r"(?<= ) |^ | $", r"\\x20", shown) if " " in shown else shown


def flowing(text: str) -> str:
    """A rule's prose as one visible line: a line break that YAML kept is a space."""
    return visible(" ".join(text.split()))


def bounded(text: str, most: int) -> str:
    """The text, or as much of its start as leaves room for an ellipsis within `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def remark(text: str, most: int) -> str:
    """A stranger's text on one line, of at most about `most` characters, without a link of its own.

    For readers who take `[text](target)` for a link even in plain text.
    """
    return bounded(visible(bounded(text, most)), most).replace("](", "] (")


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
