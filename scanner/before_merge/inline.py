"""Waivers that stand as comments at the resources they are for."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from scanner.before_merge.comments import Comment, comments
from scanner.fields import nearest
from scanner.model import Location, Problem, Resource, Waiver

OWNER: Final = "inline"
"""Who owns a waiver that does not say by whom it is."""

LONGEST: Final = 1_000  # characters of a comment
MOST: Final = 1_000  # comments of a file

_FORM: Final = "write `groma: waive RULE until 2027-01-31 because REASON`"
_DATE: Final = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")

Bound = tuple[str, str]
"""A stack's name and the address of a resource in it."""


class InlineWaiver(Struct, frozen=True):
    """A waiver, and the declared resources that it is for: those that its place belongs to."""

    waiver: Waiver
    at: frozenset[Bound]

    def covers(self, resource: Resource) -> bool:
        """Whether it is for a resource, by stack and address."""
        return (resource.stack, resource.id) in self.at


class _Agreed(Struct, frozen=True):
    """What a comment says."""

    rules: tuple[str, ...]
    owner: str
    expires: str
    reason: str


def inline_waivers(
    uri: str, text: str, extents: Iterable[tuple[Bound, Location]], known: frozenset[str]
) -> tuple[list[InlineWaiver], list[Problem]]:
    """The waivers in a file's comments, one a rule, and what is wrong with others.

    `extents` are all that is written of each resource that the file declares: a resource may have
    several, and several resources the same one, as those of a module that is called twice. A
    comment belongs to the extent whose lines it stands in, or else to the one right below it.
    `known` are the ids of all rules at hand. A mistake blocks: a typo must not pass for a waiver.
    """
    waivers: list[InlineWaiver] = []
    problems: list[Problem] = []
    found = comments(uri, text)
    places = _places(uri, extents) if found else {}
    for comment in found[:MOST]:
        agreed = _agreed(comment.said)
        bound = _bound(comment, places)
        mistakes = [agreed] if isinstance(agreed, str) else [*_strange(agreed, known)]
        if not bound:
            mistakes.append(
                "this waiver stands at no resource; put it inside one or directly above, no "
                "deeper than its first line"
            )
        where = f"{uri}:{comment.line}:{comment.column}"
        problems += [Problem(where, each) for each in mistakes]
        if isinstance(agreed, _Agreed) and not mistakes:
            waivers += _waivers(uri, comment, agreed, bound)
    if len(found) > MOST:
        what = f"more than {MOST} comments to Groma; use a waiver file for the rest"
        problems.append(Problem(f"{uri}:{found[MOST].line}:{found[MOST].column}", what))
    return waivers, problems


def _waivers(
    uri: str, comment: Comment, agreed: _Agreed, bound: frozenset[Bound]
) -> Iterator[InlineWaiver]:
    place = Location(uri, comment.line, comment.column, comment.line, comment.end_column)
    address = min(bound)[1]
    for rule in agreed.rules:
        waiver = Waiver(rule, address, agreed.reason, agreed.owner, agreed.expires, place)
        yield InlineWaiver(waiver, bound)


def _places(
    uri: str, extents: Iterable[tuple[Bound, Location]]
) -> dict[Location, frozenset[Bound]]:
    found: dict[Location, set[Bound]] = {}
    for bound, extent in extents:
        if extent.uri == uri and extent.line is not None:
            found.setdefault(extent, set()).add(bound)
    return {extent: frozenset(each) for extent, each in found.items()}


def _bound(comment: Comment, places: dict[Location, frozenset[Bound]]) -> frozenset[Bound]:
    """The resources that a comment belongs to: those of the smallest extent, the last in a line.

    Above a resource it must not stand deeper than that begins: there it would belong to what is
    before it.
    """
    spans = [(each.line or 0, each.end_line or each.line or 0, each) for each in places]
    around = [
        (last - first, -(each.column or 1), each)
        for first, last, each in spans
        if first <= comment.line <= last
    ]
    if around:
        return places[min(around, key=lambda each: each[:2])[2]]
    right_below = [
        (each.column or 1, each)
        for first, _, each in spans
        if comment.alone and first == comment.below and comment.column <= (each.column or 1)
    ]
    return places[min(right_below, key=lambda each: each[0])[1]] if right_below else frozenset()


def _strange(agreed: _Agreed, known: frozenset[str]) -> Iterator[str]:
    for rule in agreed.rules:
        if rule not in known:
            best = nearest(rule, sorted(known))
            hint = f"did you mean {best}?" if best else "`groma rules` lists them"
            yield f"no rule is called {_quoted(rule)}; {hint}"


def _agreed(said: str) -> _Agreed | str:
    """What a comment agrees on, or what is wrong with it."""
    if len(said) > LONGEST:
        return f"a waiver of more than {LONGEST} characters; give the reason in fewer"
    tag, colon, rest = said.partition(":")
    words = rest.split()
    if tag.strip().casefold() != "groma" or not colon:
        return f"a waiver begins with `groma:`; {_FORM}"
    if not words or words[0].casefold() != "waive":
        return f"groma: {_quoted(words[0] if words else '')} means nothing here; {_FORM}"
    about, until = _before(words[1:], "until")
    if until is None:
        return f"a waiver without `until DATE`; {_FORM}"
    when, reason = _before(until, "because")
    if not reason:
        return f"a waiver without `because REASON`; {_FORM}"
    return _checked(about, when, " ".join(reason))


def _checked(about: list[str], when: list[str], reason: str) -> _Agreed | str:
    names, owner = _before(about, "by")
    rules = tuple(dict.fromkeys(" ".join(names).replace(",", " ").split()))
    expires = " ".join(when)
    if not rules:
        return f"a waiver without a rule; {_FORM}"
    if owner == []:
        return "a waiver `by` nobody; name who answers for it, or leave `by` out"
    if not _is_day(expires):
        return f"{_quoted(expires)} is no day; write it as 2027-01-31"
    return _Agreed(rules, " ".join(owner) if owner else OWNER, expires, reason)


def _before(words: list[str], keyword: str) -> tuple[list[str], list[str] | None]:
    """The words before a keyword, and those after it: None where it does not stand there."""
    for number, word in enumerate(words):
        if word.casefold() == keyword:
            return words[:number], words[number + 1 :]
    return words, None


def _is_day(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:60]}…")
