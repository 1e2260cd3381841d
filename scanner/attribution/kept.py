"""The events that are kept of one culprit while others are still read."""

from msgspec import Struct

from scanner.attribution.change import Draft
from scanner.attribution.lives import Being, Moment, repeated
from scanner.attribution.outcome import Effect


class Kept(Struct, frozen=True):
    """An event that touched a culprit, with what it did to each of its values at fault.

    It may be about a `namesake` where it says only a name that others may have.
    """

    draft: Draft
    effects: tuple[Effect | None, ...]
    namesake: bool = False
    being: Being = "there"

    @property
    def second(self) -> str:
        """When it happened: records have whole seconds."""
        return self.draft.time[:19]


class Touches(Struct):
    """What is known of one culprit's events beside those that are kept."""

    kept: dict[tuple[str, ...], Kept]
    any: bool = False  # whether one touched it, kept or not
    later: bool = False  # whether one did after it was captured
    forgotten: frozenset[int] = frozenset()  # the values of which only the newest are kept
    first: str = ""  # the second of the first that found it there

    def repeated(self, *, stood: bool) -> frozenset[tuple[str, ...]]:
        """The keys of the events that asked for it, and found it there."""
        moments = [Moment(key, each.second, each.being) for key, each in self.kept.items()]
        oldest = min((each.second for each in moments), default="")
        there = stood or bool(self.first and self.first < oldest)
        return repeated(moments, there=there, ends=not self.forgotten)
