"""A resource's timeline as values: when which rule changed its verdict, and what was different."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from scanner.attribution.attribution import Attribution
from scanner.attribution.culprit import Culprit
from scanner.model import Evidence, Problem, Resource, SourceUse, Verdict
from scanner.rule import Rule

What = Literal["first", "changed", "deleted", "recreated", "unreadable"]
"""What a version is to the one before: the first that is known, one that follows, none any more."""
Cause = Literal["edit", "recording", "time"]
"""Why verdicts changed: something was edited, more (or less) is known by now, or time went by."""


class Difference(Struct, frozen=True):
    """A value that two versions of an item do not share; UNSET in the one that lacks it.

    Values are small, with secrets masked. In a list `path` ends in "[]": one element of it.
    """

    path: str
    old: Any | UnsetType = UNSET
    new: Any | UnsetType = UNSET
    read: bool = False  # by a rule


class Edit(Struct, frozen=True):
    """A new version of the resource, or of one that is judged along with it.

    `more` differences are left out.
    """

    resource: Resource
    what: What
    differences: tuple[Difference, ...] = ()
    more: int = 0


class Turn(Struct, frozen=True):
    """A rule whose verdict changed; None where it does not judge the resource, or there is none.

    `culprits` are what makes it fail, where authors are asked for.
    """

    rule: Rule
    old: Verdict | None
    new: Verdict | None
    message: str = ""
    evidence: tuple[Evidence, ...] = ()
    culprits: tuple[Culprit, ...] = ()


class Change(Struct, frozen=True):
    """A moment at which verdicts changed, the edits that came with it, and the author of these.

    The resource's own edit comes first; `more` edits of others are left out. `quiet` is how many
    versions of the resource came before, since the last change, that changed no verdict.
    """

    time: str
    resource: Resource
    edits: tuple[Edit, ...]
    turns: tuple[Turn, ...]
    cause: Cause = "edit"
    more: int = 0
    quiet: int = 0
    author: Attribution | None = None

    @property
    def blamed(self) -> tuple[Culprit, ...]:
        """What fails of what was not recorded before: it may have been so for long.

        () where something was edited, whose author is asked for instead.
        """
        if self.cause == "time" or any(each.what in ("changed", "deleted") for each in self.edits):
            return ()
        return tuple(dict.fromkeys(each for turn in self.turns for each in turn.culprits))


class Track(Struct, frozen=True):
    """One resource over time: `versions` of it were judged, the last `quiet` without a change.

    `reasons` are of rules that say at the end what they said, though no longer for the same reason.
    """

    resource: Resource
    versions: int
    changes: tuple[Change, ...]
    quiet: int = 0
    gone: bool = False  # at the end
    reasons: tuple[Turn, ...] = ()

    @property
    def last(self) -> tuple[Turn, ...]:
        """By rule id the last turn of each rule that judges the resource at the end."""
        found = {turn.rule.id: turn for change in self.changes for turn in change.turns}
        return tuple(found[name] for name in sorted(found) if found[name].new is not None)


class Timeline(Struct, frozen=True):
    """Everything a report can say. Times are ISO-8601 UTC; `since` is "" for the beginning."""

    since: str
    until: str
    sources: tuple[SourceUse, ...]
    rules: tuple[Rule, ...]  # by id, those that judge one of the resources
    tracks: tuple[Track, ...]
    problems: tuple[Problem, ...]
    profile: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many rules say pass, fail and unknown of the resources at the end."""
        verdicts = [turn.new for track in self.tracks for turn in track.last]
        return {each.value: verdicts.count(each) for each in Verdict}


AuthorOf = Callable[[int, Change], Attribution | None]
"""Who made the change of this number."""


def with_authors(changes: Sequence[Change], author_of: AuthorOf) -> tuple[Change, ...]:
    """The changes, each with its author where `author_of` knows one."""
    return tuple(
        replace(each, author=author_of(number, each)) for number, each in enumerate(changes)
    )


def spans(track: Track, rule: str, until: str) -> Iterator[tuple[str, str, Turn]]:
    """From when to when a rule says one and the same of a resource; the last ends at `until`."""
    turns = [
        (change.time, turn)
        for change in track.changes
        for turn in change.turns
        if turn.rule.id == rule
    ]
    ends = [*(time for time, _ in turns[1:]), until]
    for (began, turn), ended in zip(turns, ends, strict=True):
        yield began, max(began, ended), turn
