"""What rules leave open of an event by its head: events come in few kinds, much alike."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from scanner.event import Head
from scanner.rule import Rule
from scanner.watch.glance import Glance, Said, Told, kind_of, remember


class Open(NamedTuple):
    """A rule that has something to say of an event, and what it says by the head."""

    glance: Glance
    said: Said
    keys: Sequence[Any] = ()


class Kind:
    """The rules that the events of a kind may be in the scope of, and what the kind settles."""

    __slots__ = ("_asked", "_settled", "any")

    def __init__(self, suspects: Sequence[tuple[Glance, Said]]) -> None:
        """`suspects` are the rules, each with what it says by the kind."""
        self._asked = [each for each, said in suspects if said is True or each.counts]
        self._settled = tuple(
            Open(each, said) for each, said in suspects if said is not True and not each.counts
        )
        self.any = bool(suspects)

    def opens(self, head: Head) -> Sequence[Open]:
        """The rules that are not done with an event of which all is known."""
        found = [*self._settled]
        for glance in self._asked:
            said, keys = glance.of_head(head)
            if said is not False:
                found.append(Open(glance, said, keys))
        return found


class Kinds:
    """Rules on events, and the kinds of events that they were asked about."""

    def __init__(self, rules: Sequence[Rule], now: str) -> None:
        told = Told(rules, now)
        self._glances = [Glance(rule, told) for rule in rules]
        self._kinds: dict[Hashable, Kind] = {}
        self.everything = tuple(Open(each, True) for each in self._glances)
        """Every rule: for an event whose head does not tell all that is in it."""

    def of(self, head: Head) -> Kind:
        """The kind that an event is of."""
        key = kind_of(head)
        known = self._kinds.get(key)
        if known is None:
            said = ((each, each.of_kind(head)) for each in self._glances)
            known = Kind(tuple(pair for pair in said if pair[1] is not False))
            remember(self._kinds, key, known)
        return known
