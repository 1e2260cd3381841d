"""The resources that names stand for, as far as events tie names together.

Ids tell resources apart: an id is given once, while a name may be given again, to another resource
of the same account and Region. An ARN that ends in a name is no better than the name.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from scanner.attribution.arn import tail
from scanner.attribution.naming import Naming, Spot, folded


class Bearer:
    """A resource and all that events call it; `made` is when one made it, "" where none tells."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.ids: set[str] = set()
        """Ids that nothing else will ever have."""
        self.names: set[str] = set()
        self.labels: set[str] = set()
        self.made = ""

    @property
    def type(self) -> str:
        """The resource's type."""
        return self.spot[0]

    @property
    def id(self) -> str:
        """What to tell it by: its id without an ARN's beginning, else its name."""
        return min(map(tail, self.ids or self.names), key=lambda each: (len(each), each))

    @property
    def called(self) -> frozenset[str]:
        """What later events may call it; where that is an ARN, its last part as well."""
        return frozenset({*self.ids, *map(tail, self.ids), *self.names})

    def bears(self, texts: frozenset[str]) -> bool:
        """Whether it is called by one of these texts, or an ARN of it ends in one."""
        wanted = {folded(self.type, each) for each in texts}
        return any(
            folded(self.type, each) in wanted or each in texts
            for each in (*self.ids, *self.names, *self.labels)
        )

    def take(self, naming: Naming, strong: Iterable[str], made: str) -> None:
        """Know what an event calls it, and when it was made if that event made it."""
        self.ids.update(strong)
        self.names.update(naming.names, naming.ids - self.ids)
        self.labels.update(naming.labels)
        self.made = made or self.made

    def join(self, other: "Bearer") -> None:
        """Be the other one as well."""
        self.ids |= other.ids
        self.names |= other.names
        self.labels |= other.labels
        self.made = self.made or other.made


class _Place:
    """The resources of one type in one account and Region."""

    def __init__(self, spot: Spot, ties: Mapping[Naming, str]) -> None:
        self._type = spot[0]
        self._weak = {self._folded(each) for naming in ties for each in naming.names}
        self._by_id: dict[str, Bearer] = {}
        self.by_name: dict[str, list[Bearer]] = {}
        ordered = sorted(ties, key=lambda each: (sorted(each.ids), sorted(each.names)))
        for naming in (each for each in ordered if self._strong(each)):
            self._identify(naming, ties[naming])
        self.bearers = list(dict.fromkeys(self._by_id.values()))
        for each in self.bearers:
            self._call(each)
        for naming in (each for each in ordered if not self._strong(each)):
            self._name(naming, ties[naming])

    def of(self, naming: Naming, time: str) -> list[Bearer]:
        """The resources that an event of a time may have meant."""
        strong = self._strong(naming)
        if strong:
            found = [self._by_id.get(self._folded(each)) for each in sorted(strong)]
            return list(dict.fromkeys(each for each in found if each))
        known = self._named(naming)
        return [each for each in known if each.made[:19] <= time[:19]] or known

    def _folded(self, text: str) -> str:
        return folded(self._type, text)

    def _strong(self, naming: Naming) -> frozenset[str]:
        return frozenset(each for each in naming.ids if self._folded(each) not in self._weak)

    def _identify(self, naming: Naming, made: str) -> None:
        strong = self._strong(naming)
        keys = [self._folded(each) for each in sorted(strong)]
        known = list(dict.fromkeys(self._by_id[each] for each in keys if each in self._by_id))
        bearer = known[0] if known else Bearer(naming.spot)
        for other in known[1:]:
            bearer.join(other)
            self._by_id.update((key, bearer) for key, of in self._by_id.items() if of is other)
        bearer.take(naming, strong, made)
        self._by_id.update((key, bearer) for key in keys)

    def _name(self, naming: Naming, made: str) -> None:
        """Names alone are one resource's, unless several are known to bear them."""
        known = self._named(naming)
        if not known:
            known = [Bearer(naming.spot)]
            self.bearers += known
        if len(known) == 1:
            known[0].take(naming, (), made)
            self._call(known[0])

    def _named(self, naming: Naming) -> list[Bearer]:
        names = sorted(map(self._folded, naming.names | naming.ids))
        return list(dict.fromkeys(each for name in names for each in self.by_name.get(name, ())))

    def _call(self, bearer: Bearer) -> None:
        for name in sorted(set(map(self._folded, bearer.names))):
            known = self.by_name.setdefault(name, [])
            if bearer not in known:
                known.append(bearer)


class Bearers:
    """All resources that some namings are about; each naming with when it was given, if it was."""

    def __init__(self, ties: Mapping[Naming, str]) -> None:
        self._places: dict[Spot, _Place] = {}
        ordered = sorted(ties, key=lambda each: each.spot)
        for spot, some in groupby(ordered, key=lambda each: each.spot):
            self._places[spot] = _Place(spot, {each: ties[each] for each in some})

    def __iter__(self) -> Iterator[Bearer]:
        for place in self._places.values():
            yield from sorted(place.bearers, key=lambda each: each.id)

    def of(self, naming: Naming, time: str) -> list[Bearer]:
        """The resources that an event of a time calls so: several if it gives only a name."""
        place = self._places.get(naming.spot)
        return place.of(naming, time) if place else []
