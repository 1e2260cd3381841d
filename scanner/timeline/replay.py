"""Time replayed: each resource is judged whenever something changed that a verdict rests on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from scanner.model import Needs, Problem, Verdict
from scanner.rule import Rule
from scanner.timeline.bench import Bench, Blaming, concerning
from scanner.timeline.change import Difference, Edit, Track, Turn, What
from scanner.timeline.course import Course
from scanner.timeline.differences import differences
from scanner.timeline.flip import flip
from scanner.timeline.sightings import Known, Sighting, made
from scanner.timeline.stage import Applied, Stage
from scanner.timeline.standing import Key
from scanner.timeline.versions import Version, Versions, resource_of

MOST_FLIPS = 100
"""So often at most a verdict is seen to change between two versions, by time alone."""


class Past(Struct, frozen=True):
    """What is known of the past, and the time to tell of; `since` is "" for the beginning.

    `needs` is what the rules read, and nothing else.
    """

    versions: Versions
    sightings: Sequence[Sighting]
    problems: Sequence[Problem]
    needs: Needs
    since: str
    until: str
    complete: bool = False
    blaming: Blaming | None = None


class Replay:
    """One run through the past of an account and Region, or of an account as a whole."""

    def __init__(self, past: Past, stage: Stage, rules_of: Mapping[Key, Sequence[Rule]]) -> None:
        """`rules_of` has the resources that are judged, each with its rules."""
        self._past = past
        self._stage = stage
        self._known = Known(past.problems, complete=past.complete)
        self._courses = {key: Course(key, rules) for key, rules in sorted(rules_of.items())}
        self._bench = Bench(stage, self._known, self._courses.values(), past.blaming)
        self._places: set[tuple[str, str]] = set()
        self._restless = {
            key
            for key, course in self._courses.items()
            if any(rule.join for rule in course.clocked)
        }
        """The resources whose verdicts time alone may change together with those of others."""

    def run(self) -> list[Track]:
        """What became of each resource, in the order of their keys."""
        began = not self._past.since
        for time, group in groupby(self._moments(), key=_time):
            events = list(group)
            if not began and time > self._past.since:
                began = True
                self._begin()
            if began:
                self._elapse(time, {each.key for each in events if isinstance(each, Version)})
            applied = [
                self._stage.apply(each, self._past.versions, self._known)
                for each in events
                if isinstance(each, Version)
            ]
            sightings = [each for each in events if isinstance(each, Sighting)]
            kinds, met = self._learn(sightings), self._meet(sightings)
            if began:
                broken = any(each.unreadable for each in applied)
                self._judge(time, applied, None if broken else kinds, met)
        if not began:
            self._begin()
        self._elapse(self._past.until, set(self._courses))
        return [course.track() for course in self._courses.values()]

    @property
    def problems(self) -> Sequence[Problem]:
        """The versions that could not be read."""
        return self._known.faults

    def _moments(self) -> list[Version | Sighting]:
        """What happened, the oldest first."""
        versions = self._past.versions
        needed = (key for key in versions.keys if key in self._courses or self._stage.needs(key))
        found: list[Version | Sighting] = [*self._past.sightings]
        found += (each for key in needed for each in versions.of(key))
        return sorted((each for each in found if _time(each) <= self._past.until), key=_time)

    def _learn(self, sightings: Iterable[Sighting]) -> set[str] | None:
        """The types of which something else is known now; None is any."""
        kinds: set[str] = set()
        everything = False
        for each in sightings:
            self._known.take(each)
            everything |= each.recorder is not None or each.place not in self._places
            if each.recorded:  # what is not shows no place
                self._places.add(each.place)
            kinds.add(each.type)
        return None if everything else kinds

    def _meet(self, sightings: Iterable[Sighting]) -> set[Key]:
        """The accounts and Regions that stand from now on, since something is seen there."""
        met: set[Key] = set()
        for each in sightings:
            if each.recorded and self._stage.scope.sees(each.place):
                for key, course in self._courses.items():
                    if key[0].startswith("AWS::::") and course.default is None:
                        course.default = made(key[0], each.place)
                        met.add(key)
        return met

    def _begin(self) -> None:
        """Judge what stands at the first moment of the time to tell of."""
        time = self._past.since
        for course in self._courses.values():
            entry = self._bench.standing(course)
            if entry is not None:
                turns = self._turns(course, course.rules, time)
                course.take(time, "edit", Edit(resource_of(entry[0]), "first"), (), turns)

    def _judge(
        self, time: str, applied: Sequence[Applied], kinds: set[str] | None, met: Set[Key]
    ) -> None:
        """Judge the resources that have a new version, and those that something else touches."""
        mine = {each.key: each for each in applied if each.key in self._courses}
        stale = self._bench.stale(applied, kinds)
        for key in sorted({*mine, *stale, *met}):
            course = self._courses[key]
            own = self._own(course, mine.get(key))
            names = stale.get(key, set())
            rules = course.rules if own else [each for each in course.rules if each.id in names]
            if rules:
                self._turn(time, course, own, rules, applied)

    def _turn(
        self,
        time: str,
        course: Course,
        own: Edit | None,
        rules: Sequence[Rule],
        applied: Sequence[Applied],
    ) -> None:
        """Judge a resource anew by some rules, and take note of what turned."""
        names = [rule.id for rule in rules]
        asked = self._bench.asked(course, names)
        turns = self._turns(course, rules, time)
        others: list[Edit] = []
        if turns and (own is None or own.what == "changed"):
            asked |= self._bench.asked(course, [turn.rule.id for turn in turns])
            others = [self._other(each) for each in concerning(asked, course, applied)]
        course.take(time, "edit" if own or others else "recording", own, others, turns)

    def _turns(self, course: Course, rules: Sequence[Rule], time: str) -> tuple[Turn, ...]:
        """The verdicts that are others at a time."""
        turns = course.turns(self._bench.said(course, rules, time))
        if self._past.blaming is None:
            return turns
        return tuple(
            replace(each, culprits=self._bench.culprits(course, each.rule))
            if each.new is Verdict.FAIL
            else each
            for each in turns
        )

    def _own(self, course: Course, applied: Applied | None) -> Edit | None:
        """What is new of the resource itself, if anything is."""
        entry = self._bench.standing(course)
        unreadable = applied is not None and applied.unreadable
        what = course.what(entry, unreadable=unreadable)
        if what is None or (applied is None and what in ("changed", "deleted")):
            return None
        resource = resource_of(entry[0]) if entry else course.resource
        listed, more = self._differences(applied)
        return Edit(resource, what, listed, more)

    def _other(self, applied: Applied) -> Edit:
        """What is new of another resource."""
        item = self._past.versions.item(applied.version)
        listed, more = self._differences(applied)
        what: What = "changed" if applied.old else "first"
        if applied.new is None:
            what = "unreadable" if applied.unreadable else "deleted"
        return Edit(resource_of(item), what, listed, more)

    def _differences(self, applied: Applied | None) -> tuple[tuple[Difference, ...], int]:
        if applied is None or applied.old is None or applied.new is None:
            return (), 0
        read = self._past.needs.fields.get(applied.key[0], frozenset())
        return differences(applied.old[1], applied.new[1], read)

    def _elapse(self, time: str, keys: Set[Key]) -> None:
        """Find what time alone changed, up to now, of resources that are about to change."""
        for key in sorted(self._restless.union(keys) & self._courses.keys()):
            course = self._courses[key]
            rules = [rule for rule in course.clocked if key in keys or rule.join]
            if rules and self._bench.standing(course):
                self._age(course, rules, time)

    def _age(self, course: Course, rules: Sequence[Rule], time: str) -> None:
        """Take note of the verdicts on a resource that time alone changed, up to a time."""
        turned: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            began = course.checked.get(rule.id, time)
            said_at = partial(self._said_at, course, rule)
            while (when := flip(said_at, began, time)) and len(turned) < MOST_FLIPS:
                turned[when].append(rule)
                began = when
        for when, some in sorted(turned.items()):
            turns = self._turns(course, some, when)
            course.take(when, "time", None, (), turns)
        course.checked.update((rule.id, time) for rule in rules)

    def _said_at(self, course: Course, rule: Rule, moment: str) -> Verdict | None:
        [(_, finding)] = self._bench.said(course, [rule], moment)
        return finding.verdict if finding else None


def _time(event: Version | Sighting) -> str:
    return event.captured if isinstance(event, Version) else event.time
