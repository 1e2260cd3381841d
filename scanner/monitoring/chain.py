"""Following the chain from a trail to somebody who hears of an event, link by link."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, Final, NamedTuple

from msgspec import Struct

from scanner.filterpattern import USE_CASES, filter_misses
from scanner.monitoring import alarms as watching
from scanner.monitoring import filters as counting
from scanner.monitoring import topics as notifying
from scanner.monitoring import trails as recording
from scanner.monitoring.alarm_index import Alarms
from scanner.monitoring.filters import Metric
from scanner.monitoring.outcome import Lack, Outcome, Perhaps, Whole, after, answer, best
from scanner.monitoring.reading import field, listed, name_of, reasons
from scanner.monitoring.trails import Group
from scanner.network.opening import elements
from scanner.unresolved import Unresolved

Answer = list[Lack | Unresolved]

_MOST_UNKNOWN: Final = 5


class _Filter(NamedTuple):
    """A metric filter, and what becomes of what it counts: once for all trails that lead to it."""

    document: Any
    onward: Callable[[], Outcome]


class _Asked(Struct, frozen=True):
    """The alarms by what they are on, who may be told, and how many events have to raise one."""

    alarms: Alarms
    events: int
    topics: list[Any]
    subscriptions: list[Any]
    to_the_end: bool  # whether somebody has to have subscribed


def alarm_chain(
    trails: Any,
    filters: Any,
    alarms: Any,
    topics: Any,
    subscriptions: Any,
    use_case: Any,
    events: Any,
) -> Answer:
    """What keeps a use case from being heard of: [] if one chain is whole, whatever else is not.

    Else the missing links of those chains that get farthest. `events` is how many events in one
    period have to raise the alarm. An `Unresolved` alone says that nobody knows, as what was not
    read may complete a chain. Raises ValueError for a name that no use case has.
    """
    if use_case not in USE_CASES:
        raise ValueError(f"no use case is called {str(use_case)[:40]!r}")
    asked = _Asked(
        Alarms(elements(alarms)), _whole(events), elements(topics), elements(subscriptions), True
    )
    known = [
        _Filter(each, cache(partial(_counted, each, use_case, asked))) for each in elements(filters)
    ]
    hopeless = all(type(each.document) is Unresolved for each in known)
    every = (_from_trail(each, known, use_case) for each in elements(trails))
    ways = _until_unknown(every) if hopeless else every
    return answer(best(ways, Lack("trail", "there is no trail")))


def alarm_gaps(filters: Any, alarms: Any, events: Any) -> Answer:
    """What keeps metric filters from being heard of: [] if each has an alarm that acts.

    Whether somebody receives what the alarm's actions send is not asked.
    """
    asked = _Asked(Alarms(elements(alarms)), _whole(events), [], [], False)
    found: Answer = []
    for each in elements(filters):
        found += [each] if type(each) is Unresolved else answer(_from_filter(each, asked))
    return found


def use_cases_served(pattern: Any) -> list[str | Unresolved]:
    """The names of the use cases whose every event a filter pattern matches.

    An `Unresolved` stands for those of which nobody knows.
    """
    found: list[str | Unresolved] = []
    unknown: list[Unresolved] = []
    for name in USE_CASES:
        slips = filter_misses(pattern, name)
        if not slips:
            found.append(name)
        elif all(isinstance(each, Unresolved) for each in slips):
            unknown += [each for each in slips if isinstance(each, Unresolved)]
    return [*found, *([reasons(unknown)] if unknown else [])]


def _whole(events: Any) -> int:
    if isinstance(events, bool) or not isinstance(events, int | float) or events < 1:
        raise ValueError(f"{events!r} is no number of events")
    return int(events)


def _until_unknown(ways: Iterable[Outcome]) -> Iterator[Outcome]:
    """Ways of which none can be whole, up to the first few of which nobody knows.

    One of these decides: the others could only add reasons.
    """
    unknown = 0
    for each in ways:
        yield each
        unknown += isinstance(each, Perhaps)
        if unknown == _MOST_UNKNOWN:
            return


def _from_trail(trail: Any, filters: list[_Filter], use_case: str) -> Outcome:
    judged = recording.carries(trail, use_case)
    group = None if type(trail) is Unresolved else recording.group_of(trail)
    if isinstance(group, Unresolved):
        return after(judged, "trail", Perhaps((group,)))
    if isinstance(judged, str):
        return after(judged, "trail", Whole(), name_of(trail))
    owner = recording.abroad(group, trail) if group else None
    if owner:
        why = f"the log group of the trail {name_of(trail)} is of the account {owner}"
        return Perhaps((Unresolved(why),))
    return after(judged, "trail", _of_group(group, filters))


def _of_group(group: Group | None, filters: list[_Filter]) -> Outcome:
    name = group.name if group and isinstance(group.name, str) else "of a trail"
    ways = []
    for each in filters:
        held = counting.of_group(each.document, group)
        if held is not False:
            doubt = held if isinstance(held, Unresolved) else None
            ways.append(after(doubt, "filter", each.onward()))
    return best(ways, Lack("log group", f"the log group {name} has no metric filter"))


def _counted(filter_: Any, use_case: str, asked: _Asked) -> Outcome:
    judged = filter_ if type(filter_) is Unresolved else counting.counts(filter_, use_case)
    if isinstance(judged, str):
        return after(judged, "filter", Whole(), name_of(filter_))
    return after(judged, "filter", _from_filter(filter_, asked))


def _from_filter(filter_: Any, asked: _Asked) -> Outcome:
    name = name_of(filter_)
    metrics = [filter_] if type(filter_) is Unresolved else counting.metrics(filter_)
    place = (field(filter_, "accountId"), field(filter_, "awsRegion"))
    ways = (_from_metric(each, place, asked) for each in metrics)
    return best(ways, Lack("filter", f"the metric filter {name} publishes no metric", (name,)))


def _from_metric(metric: Metric | Unresolved, place: tuple[Any, Any], asked: _Asked) -> Outcome:
    if isinstance(metric, Unresolved):
        ways = [_acting(each, asked) for each in asked.alarms.all]
        return after(metric, "metric", best(ways, Lack("metric", "no alarm notifies anybody")))
    ways = [_watched(each, metric, asked) for each in asked.alarms.on(metric, place)]
    what = f"the metric filter {metric.filter} serves, but no alarm watches {metric.called}"
    return best(ways, Lack("metric", what, (metric.filter, metric.called)))


def _watched(alarm: Any, metric: Metric, asked: _Asked) -> Outcome:
    """What becomes of a metric by an alarm that is on it, or may be."""
    before = (metric.filter, metric.called)
    subject = alarm if type(alarm) is Unresolved else watching.subject_of(alarm)
    if isinstance(subject, Unresolved):
        return after(subject, "alarm", _acting(alarm, asked))
    name = name_of(alarm)
    onward = _acting(alarm, asked)
    for judged in (
        _doubt(watching.watches(subject, metric)),
        watching.hears(subject, metric),
        watching.rises(alarm, subject, metric.counted, asked.events),
    ):
        said = f"the alarm {name} on {metric.called}: {judged}" if type(judged) is str else judged
        onward = after(said, "alarm", onward, *before, name)
    return onward


def _doubt(held: Any) -> Unresolved | None:
    return held if isinstance(held, Unresolved) else None


def _acting(alarm: Any, asked: _Asked) -> Outcome:
    name = name_of(alarm)
    acts = alarm if type(alarm) is Unresolved else watching.acts(alarm)
    said = f"the alarm {name} tells nobody: {acts}" if type(acts) is str else acts
    if type(said) is str or not asked.to_the_end:
        return after(said, "action", Whole(), name)
    return after(said, "action", _told(alarm, name, asked))


def _told(alarm: Any, name: str, asked: _Asked) -> Outcome:
    actions = [alarm] if type(alarm) is Unresolved else listed(alarm, "configuration.alarmActions")
    account = field(alarm, "accountId")
    ways: list[Outcome] = []
    for each in actions:
        judged = notifying.heard(each, account, asked.topics, asked.subscriptions)
        said = f"the alarm {name} tells nobody: {judged}" if type(judged) is str else judged
        ways.append(after(said, "subscription", Whole(), name))
    return best(ways, Lack("action", f"the alarm {name} has no alarm actions", (name,)))
