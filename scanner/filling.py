"""Texts that only deployment decides -> what they are once some names in them are known.

The token of a text with holes names each: "?arn:aws:iam::${AWS::AccountId}:root". A name by itself
is "?AWS::AccountId", and "${!" in such a text stands for a plain "${".
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from scanner.unresolved import OPEN, Unresolved

ACCOUNT: Final = "AWS::AccountId"
REGION: Final = "AWS::Region"
PARTITION: Final = "AWS::Partition"
SUFFIX: Final = "AWS::URLSuffix"
NAMES: Final = (ACCOUNT, REGION, PARTITION, SUFFIX)
"""What every stack has, and each resource of it the same."""

_HOLE: Final = "${"
_DEEPEST: Final = 100


def filled(value: Any, known: Mapping[str, str], level: int = 0) -> Any:
    """A JSON value in which the names that are known have been put in, all the way down."""
    if type(value) is Unresolved:
        return _text(value, known)
    if level < _DEEPEST and type(value) is dict:
        return {name: filled(each, known, level + 1) for name, each in value.items()}
    if level < _DEEPEST and type(value) is list:
        return [filled(each, known, level + 1) for each in value]
    return value


def tokens(value: Any) -> Iterator[str]:
    """The tokens of all that only deployment decides in a JSON value, however deep."""
    todo = [value]
    while todo:
        here = todo.pop()
        if type(here) is Unresolved:
            yield here.token
        elif type(here) is dict:
            todo += here.values()
        elif type(here) is list:
            todo += here


def wild(value: Any) -> str | None:
    """A text in which `*` stands for each hole, so that it matches whatever the value will be.

    None for what is no text with holes.
    """
    token = value.token if type(value) is Unresolved else ""
    if not token.startswith(OPEN) or _HOLE not in token:
        return None
    pieces = _pieces(token.removeprefix(OPEN), {}, 0)
    return "".join(text if plain else "*" for text, plain in pieces)


def _text(value: Unresolved, known: Mapping[str, str]) -> str | Unresolved:
    token = value.token.removeprefix(OPEN)
    if token in known:
        return known[token]
    if not any(f"{_HOLE}{each}}}" in token for each in known):
        return value
    pieces = list(_pieces(token, known, 0))
    if all(plain for _, plain in pieces):
        return "".join(text for text, _ in pieces)
    runs = groupby(pieces, key=itemgetter(1))
    shown = "".join(_shown("".join(text for text, _ in run), plain) for plain, run in runs)
    return Unresolved(value.why, present=value.present, token=OPEN + shown)


def _shown(run: str, plain: bool) -> str:
    """A run of pieces in a token, where no plain text can look like a hole."""
    return run.replace(_HOLE, "${!") if plain else run


def _pieces(text: str, known: Mapping[str, str], level: int) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and of each whether it is plain text; else it is a hole."""
    while _HOLE in text:
        before, _, rest = text.partition(_HOLE)
        yield before, True
        if rest.startswith("!"):
            yield _HOLE, True
            text = rest[1:]
            continue
        name, text = _name(rest)
        if name in known:
            yield known[name], True
        elif _HOLE in name and level < _DEEPEST:  # a text with holes, as a parameter gave it
            yield from _pieces(name, known, level + 1)
        else:
            yield f"{_HOLE}{name}}}", False
    yield text, True


def _name(text: str) -> tuple[str, str]:
    """What stands before the brace that closes a hole, and what after it."""
    depth = 1
    for place, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return text[:place], text[place + 1 :]
    return text, ""
