"""What `groma timeline` does: options to rules, a source and reports, and the exit status."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Final

from msgspec import Struct

from reports.tally import numbered
from scanner import sources
from scanner.clock import ago, between, clock
from scanner.commands.choice import choice
from scanner.commands.outputs import outputs, put, rendered
from scanner.commands.settings import with_settings
from scanner.errors import UserError
from scanner.event import EVENT
from scanner.fields import nearest
from scanner.inventory.inventory import CHAIN
from scanner.model import Given, Needs, Problem
from scanner.progress import shown
from scanner.rule import Rule
from scanner.scan import needs_of
from scanner.sources.reach import reach_of
from scanner.timeline.bench import Blaming
from scanner.timeline.change import Timeline
from scanner.timeline.reading import Wish, gathered, local, wide
from scanner.timeline.replay import Past
from scanner.timeline.sightings import Sightings
from scanner.timeline.telling import told
from scanner.timeline.versions import Versions

FORMATS: Final[Mapping[str, str]] = {
    "table": "reports.timeline_table",
    "json": "reports.timeline_json",
    "svg": "reports.timeline_svg",
}
OK, FAILED, INCOMPLETE = 0, 1, 3

Options = Mapping[str, Any]


class Asked(Struct, frozen=True):
    """What the options ask for: resources of a source, judged by rules in a time."""

    wanted: tuple[str, ...]
    source: str
    rules: tuple[Rule, ...]
    since: str
    until: str
    now: str
    options: Options

    @property
    def judged(self) -> frozenset[str]:
        """The types of which resources can be asked for."""
        return frozenset(rule.resource for rule in self.rules)


class Source(Struct, frozen=True):
    """What a source gives; when that is read, what the resources in it are called."""

    given: Iterator[Given]
    names: Callable[[], Iterable[str]] = tuple


def timeline(given: Options) -> int:
    """Read, judge, write the reports, and give the exit status."""
    options = {**with_settings(given), "format": given["format"]}
    targets = outputs(list(options["format"]) or ["table"], FORMATS)
    found = of(options)
    for each in targets:
        put(each.path, rendered(each, FORMATS, found))
    return status(found)


def status(found: Timeline) -> int:
    """1 if a rule fails at the end, 3 if one is unknown there or something unread, else 0."""
    if found.counts["fail"]:
        return FAILED
    unread = any(each.blocks for each in found.problems)
    return INCOMPLETE if found.counts["unknown"] or unread else OK


def of(options: Options) -> Timeline:
    """The timeline that options ask for. Raises UserError where there is no such resource."""
    chosen = choice(options)
    if options["who"]:
        from scanner.recall import require

        require(options["who"])
    asked = _asked(options, chosen.rules)
    with closing(Versions(asked.wanted, asked.judged)) as versions:
        needs, sightings = needs_of(asked.rules), Sightings(needs_of(asked.rules).types)
        source = _source(asked, wide(needs, asked.judged, asked.until), sightings)
        given = shown(source.given, lambda number: f"{number:,} versions read")
        problems, uses = gathered(given, needs.types, versions, sightings)
        problems += _missing(asked, versions, source, problems)
        complete = bool(options["complete"])
        past = Past(
            versions,
            sightings.in_order(),
            problems,
            needs,
            asked.since,
            asked.until,
            complete,
            _blaming() if options["who"] else None,
        )
        found = told(asked.rules, past, uses, chosen.profile.name if chosen.profile else "")
        return _with_authors(found, versions, needs, asked) if options["who"] else found


def _blaming() -> Blaming:
    from scanner.authors import culprits

    return culprits


def _with_authors(found: Timeline, versions: Versions, needs: Needs, asked: Asked) -> Timeline:
    """The timeline with what the sources of `--who` tell of its changes."""
    from scanner.recall import Unknown, recalled
    from scanner.timeline.authorship import authored

    since = asked.since and ago("1d", "--since", asked.since)  # sessions are as long, at most
    events = Needs({EVENT: None}, since=since, until=asked.until)
    who, at = asked.options["who"], reach_of(asked.options)

    def reading(names: frozenset[str], unknown: Unknown) -> Iterator[Given]:
        return recalled(who, events, at, names, unknown)

    return authored(found, versions, needs, reading)


def _asked(options: Options, rules: Sequence[Rule]) -> Asked:
    """Raises UserError where that is nothing."""
    *wanted, source = options["arguments"]
    if not wanted:
        raise UserError("name resources and then a source: groma timeline sg-0a1b recorded/")
    now = clock(options["now"])()
    since, until = between(options["since"], options["until"], now)
    until = until or now
    if since > until:
        raise UserError(f"--since {since} is later than the end, {until}")
    states = tuple(rule for rule in rules if rule.resource not in (EVENT, CHAIN))
    if not states:
        raise UserError("the rules that were chosen judge events only, not what was recorded")
    return Asked(tuple(wanted), source, states, since, until, now, options)


def _source(asked: Asked, needs: Needs, sightings: Sightings) -> Source:
    if asked.source == sources.LIVE:
        raise UserError("aws has no past; name aws-config, s3://… or files of AWS Config's")
    wish = Wish(asked.wanted, needs, asked.since)
    if asked.source == sources.RECORDED:
        from scanner.timeline.remote import Recorded  # it loads boto3

        recorded = Recorded(wish, asked.rules, reach_of(asked.options), sightings)
        return Source(recorded.read(), recorded.names)
    if asked.source.startswith(sources.BUCKET):
        from scanner.timeline.remote import bucket

        return Source(bucket(asked.source, wish, reach_of(asked.options), sightings))
    return Source(local(asked.source, needs, sightings))


def _missing(
    asked: Asked, versions: Versions, source: Source, problems: Sequence[Problem]
) -> list[Problem]:
    """What to say of resources that are not there, where they may be in what was not read.

    Raises UserError where everything was read, or nothing at all was found.
    """
    missing = [each for each in asked.wanted if each not in versions.fitting]
    if not missing:
        return []
    if problems:
        what = "it is not in what could be read"
        return [Problem(each, what) for each in missing]
    names = sorted({*versions.names(), *source.names()})
    raise UserError("\n".join(_unknown(each, asked, names) for each in missing))


def _unknown(wanted: str, asked: Asked, names: Sequence[str]) -> str:
    best = nearest(wanted, names)
    hint = f"; did you mean {best}?" if best else ""
    until = f" up to {asked.until}" if asked.options["until"] else ""
    return (
        f"{wanted}: {asked.source} has no resource that is called so{until},"
        f" of the {numbered(len(asked.judged), 'type')} that the chosen rules judge{hint}"
    )
