"""The words of a log event, and which field of a pattern each of them is."""

import re
from typing import Any, Final

from scanner.filterpattern.pattern import Words

_WORD: Final = re.compile(r'\[([^\]]*)(?:\]|\Z)|"([^"]*)(?:"|\Z)|(\S+)')


def words(text: str) -> list[str]:
    """The words of a text: what is in brackets or in double quotation marks is one."""
    return [found[found.lastindex or 0] for found in _WORD.finditer(text)]


def fields(pattern: Words, text: str) -> dict[str, Any] | None:
    """The words by the names of the pattern's fields; None where there are too few or too many.

    An ellipsis stands for any number of words, and so does a last field without a condition,
    which is all of the rest.
    """
    found = words(text)
    names = pattern.fields
    spare = len(found) - len(names)
    if None in names:
        at = names.index(None)
        if spare < -1:
            return None
        found[at : at + spare + 1] = [""]
    elif pattern.open_end and spare > 0:
        found[len(names) - 1 :] = [" ".join(found[len(names) - 1 :])]
    elif spare:
        return None
    return {name: word for name, word in zip(names, found, strict=True) if name}
