"""Plain scalars of YAML -> the values that CloudFormation takes them for."""

import re
from typing import Any, Final

_TRUE: Final = ("true", "yes", "on")
_FALSE: Final = ("false", "no", "off")
_NULL: Final = ("null", "~", "")
_WORDS: Final = {
    spelt: value
    for words, value in ((_TRUE, True), (_FALSE, False), (_NULL, None))
    for word in words
    for spelt in (word, word.capitalize(), word.upper())
}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,20}")


def plain_value(text: str) -> Any:
    """What a plain scalar says, by YAML 1.1 as CloudFormation reads it.

    Dates, times and numbers with a leading zero stay text: account ids have them.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
    """
    if text in _WORDS:
        return _WORDS[text]
    return number(text)


def number(text: str) -> Any:
    """The number that a text is, if writing the number gives the same text; else the text.

    A version such as 5.10 would lose its zero as a number.
    """
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def text_of(value: Any) -> str | None:
    """A text, number or boolean as CloudFormation writes it in a text; None for what is none."""
    if type(value) is str:
        return value
    if type(value) is bool:
        return "true" if value else "false"
    return str(value) if type(value) in (int, float) else None
