"""Where rules judge resources as things stand, and where it is known when to judge anew."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from scanner.at_fault import AtFault
from scanner.attribution.culprit import Culprit
from scanner.evaluate import Blame, judged
from scanner.finding import Finding
from scanner.inventory.partition import Entry
from scanner.rule import Rule
from scanner.timeline.course import Course, Said
from scanner.timeline.dependents import Dependents
from scanner.timeline.sightings import Known
from scanner.timeline.stage import Applied, Stage
from scanner.timeline.standing import Asked, Key

Blaming = Callable[[Finding, Sequence[AtFault]], Sequence[Culprit]]
"""The resources to ask about, for a finding that fails and what is at fault."""


class Bench:
    """The rules of some resources, judging by what stands on a stage and what is known."""

    def __init__(
        self,
        stage: Stage,
        known: Known,
        courses: Iterable[Course],
        blaming: Blaming | None = None,
    ) -> None:
        self._stage = stage
        self._blaming = blaming
        self._culprits: dict[tuple[Key, str], tuple[Culprit, ...]] = {}
        self._known = known
        self._dependents = Dependents()
        self._by_join: dict[str, set[tuple[Key, str]]] = defaultdict(set)
        for course in courses:
            for rule in course.rules:
                for join in rule.join:
                    self._by_join[join.type].add((course.key, rule.id))

    def standing(self, course: Course) -> Entry | None:
        """The item of a resource as it stands."""
        return self._stage.standing(course.key) or course.default

    def said(self, course: Course, rules: Sequence[Rule], now: str) -> list[Said]:
        """What rules say of a resource by the clock `now`."""
        course.checked.update((rule.id, now) for rule in rules)
        entry = self.standing(course)
        if entry is None:
            return [(rule, None) for rule in rules]
        partition = self._stage.partition(self._known, now)
        found = []
        for rule in rules:
            found.append((rule, judged(rule, entry, partition, None, self._blame(course, rule))))
            self._dependents.note((course.key, rule.id), self._stage.asked())
        return found

    def culprits(self, course: Course, rule: Rule) -> tuple[Culprit, ...]:
        """What made a rule fail when it last judged a resource; () where nobody wants to know."""
        return self._culprits.get((course.key, rule.id), ())

    def _blame(self, course: Course, rule: Rule) -> Blame:
        blaming = self._blaming
        if blaming is None:
            return None

        def blame(finding: Finding, at_fault: Sequence[AtFault]) -> None:
            self._culprits[course.key, rule.id] = tuple(blaming(finding, at_fault))

        return blame

    def stale(self, applied: Iterable[Applied], kinds: set[str] | None) -> dict[Key, set[str]]:
        """By resource the rules to ask anew, beside resources that have new versions themselves.

        `kinds` are the types of which something else is known to be recorded; None is any.
        """
        found = self._dependents.touched({one for each in applied for one in each.touched})
        for kind in self._by_join if kinds is None else kinds:
            found |= self._by_join.get(kind, set())
        rules: dict[Key, set[str]] = defaultdict(set)
        for key, name in found:
            rules[key].add(name)
        return rules

    def asked(self, course: Course, rules: Iterable[str]) -> frozenset[Asked]:
        """What rules asked of other items when they last judged a resource."""
        every = (self._dependents.asked((course.key, name)) for name in rules)
        return frozenset[Asked]().union(*every)


def concerning(
    asked: frozenset[Asked], course: Course, applied: Iterable[Applied]
) -> Iterator[Applied]:
    """What of the new versions of other resources the answers to questions rest on."""
    indexes = {each[:2] for each in asked}
    for each in sorted(applied, key=lambda each: each.key):
        if each.key != course.key and any(
            one in asked
            or one._replace(id=None) in asked
            or (one.id is None and one[:2] in indexes)
            for one in each.touched
        ):
            yield each
