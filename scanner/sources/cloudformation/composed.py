"""Texts put together from pieces, of which some may be known only after deployment."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from scanner.sources.cloudformation.scalars import text_of
from scanner.unresolved import OPEN, Unresolved

MAX_TEXT: Final = 1_000_000  # characters: no template may be longer
_MOST_REASONS: Final = 5
_DYNAMIC: Final = "{{resolve:"
_BETWEEN: Final = "; "


def composed(pieces: Iterable[Any]) -> Any:
    """The text that pieces make, or an `Unresolved` with the token of a text with holes.

    A text with holes may be what another reference gives by itself (the ARN of a bucket, put
    together from its name), so that its token never claims to differ from others.
    """
    parts = list(_parts(map(_piece, pieces)))
    if sum(len(each) if type(each) is str else len(each.token) for each in parts) > MAX_TEXT:
        return Unresolved(f"the text is longer than {MAX_TEXT} characters", present=True)
    holes = [each for each in parts if isinstance(each, Unresolved)]
    if not holes:
        return resolvable("".join(parts))
    if len(parts) == 1 and holes[0].token:
        return holes[0]
    dynamic = [resolvable(each) for each in parts if type(each) is str and _DYNAMIC in each]
    holes += dynamic
    known = not dynamic and all(each.token for each in holes)
    token = OPEN + "".join(map(_shown, parts)) if known else ""
    return Unresolved(reasons(holes), present=True, token=token)


def resolvable(text: str) -> Any:
    """The text itself, or an `Unresolved` for one with a reference that deployment resolves.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    """
    if _DYNAMIC not in text:
        return text
    start = text.index(_DYNAMIC)
    service = text[start + len(_DYNAMIC) :].partition(":")[0]
    why = f"a dynamic reference to {service} is resolved at deployment"
    return Unresolved(why, present=True, token=OPEN + _shown(text))


def reasons(unresolved: Iterable[Unresolved]) -> str:
    """Why some values are not known: every distinct reason once, a few at most."""
    found = dict.fromkeys(part for each in unresolved for part in each.why.split(_BETWEEN))
    return _BETWEEN.join(list(found)[:_MOST_REASONS])


def _parts(pieces: Iterable[Any]) -> Iterator[Any]:
    """The pieces with each run of plain texts as one: "$" and "{" beside each other are "${"."""
    for plain, run in groupby(pieces, key=lambda each: type(each) is str):
        if not plain:
            yield from run
        elif text := "".join(run):
            yield text


def _piece(value: Any) -> Any:
    if isinstance(value, Unresolved):
        return value
    text = text_of(value)
    return Unresolved("a piece of the text is not a text") if text is None else text


def _shown(part: Any) -> str:
    """A piece in a token, where no text can look like a hole."""
    if type(part) is str:
        return part.replace("${", "${!")
    return f"${{{part.token.removeprefix(OPEN)}}}"
