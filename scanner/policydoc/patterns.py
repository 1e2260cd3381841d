"""Patterns of texts in which wildcards may have a meaning, as policies have them.

`*` is any text and `?` any one character. In an ARN condition neither reaches over a colon, but for
the last of its six parts. Case counts unless a pattern folds it.
Source: reference_policies_elements_condition_operators.html of IAM's user guide
"""

from typing import Final, NamedTuple


class TooHard(Exception):  # noqa: N818 - it is no error of anybody's
    """Something takes too long to decide."""


PARTS: Final = 6
"""So many parts has an ARN."""


class Pattern(NamedTuple):
    """A text to match: `like` gives wildcards a meaning, `parts` keeps them inside ARN parts."""

    text: str
    like: bool = False
    parts: bool = False
    fold: bool = False

    @property
    def fixed(self) -> bool:
        """Whether it matches one text only, but for case."""
        return not self.like or not ("*" in self.text or "?" in self.text)


EVERYTHING: Final = (Pattern("*", like=True),)

Group = tuple[Pattern, ...]
"""Patterns of which any one will do."""


def like(text: str, fold: bool = False) -> Pattern:
    """The pattern of a text in which wildcards count."""
    return Pattern(text, like=True, fold=fold)


def head(pattern: Pattern) -> str:
    """The text that everything begins with which a pattern matches, but for case if it folds."""
    if not pattern.like:
        return pattern.text
    return pattern.text.split("*", 1)[0].split("?", 1)[0]
