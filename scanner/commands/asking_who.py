"""What `groma who` does: events to the history of a resource, the reports, and the exit status."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from scanner import sources
from scanner.attribution.trace import Following, Trace, name
from scanner.clock import between, clock
from scanner.commands.outputs import outputs, put, rendered
from scanner.errors import UserError
from scanner.event import EVENT, Log
from scanner.model import Needs, Problem
from scanner.recall import NO_EVENT, recalled, require
from scanner.sources.reach import reach_of

FORMATS: Final[Mapping[str, str]] = {"table": "reports.who_table", "json": "reports.who_json"}
OK, INCOMPLETE = 0, 3


def who(options: Mapping[str, Any]) -> int:
    """Read the events, write the histories, and give the exit status."""
    _check(options)
    targets = outputs(list(options["format"]) or ["table"], FORMATS)
    accounts = frozenset(options["account"])
    traces = {each: Trace(name(each), accounts) for each in options["resources"]}
    problems = _read(options, list(traces.values()))
    for text, trace in traces.items():
        _require(text, trace, options["who"], problems)
    for each in targets:
        put(each.path, rendered(each, FORMATS, traces, problems))
    return INCOMPLETE if any(each.blocks for each in problems) else OK


def _check(options: Mapping[str, Any]) -> None:
    """Raise UserError where options are missing, or say what is not done."""
    named: Sequence[str] = options["who"]
    if not named:
        raise UserError("nothing to read: name CloudTrail's events with --who PATH or aws-events")
    if not all(options["resources"]):
        raise UserError("the name of a resource is empty")
    require(named)
    given = [each for each in ("region", "role", "external_id") if options[each]]
    if given and sources.EVENTS not in named:
        raise UserError(f"--{given[0].replace('_', '-')}: it goes with --who aws-events")


def _read(options: Mapping[str, Any], traces: Sequence[Trace]) -> list[Problem]:
    """Show every log to every trace; what could not be read."""
    named: Sequence[str] = options["who"]
    since, until = between(options["since"], options["until"], clock(options["now"])())
    needs = Needs({EVENT: None}, since=since, until=until)
    reach = reach_of(options)
    if not reach.role:
        reach = replace(reach, accounts=())  # they only tell events apart
    names = frozenset(name for each in traces for name in each.names)

    def unknown() -> frozenset[str]:
        return frozenset(key for each in traces for key in each.sessions_unknown)

    def follow() -> Following:
        found = [each.follow() for each in traces]
        new = frozenset(name for each in found for name in each.names)
        return Following(new, any(each.again for each in found))

    problems: list[Problem] = []
    for given in recalled(named, needs, reach, names, unknown, follow=follow):
        if isinstance(given, Problem):
            problems.append(given)
        elif isinstance(given, Log):
            for trace in traces:
                trace.add(given, since, until)
    problems += dict.fromkeys(told for each in traces for told in each.sessions.problems)
    if set(named) == {sources.EVENTS}:
        for each in traces:
            each.begins = ""  # all 90 days were asked
    return problems


def _require(text: str, trace: Trace, named: Sequence[str], problems: Sequence[Problem]) -> None:
    """Raise UserError where no event names the resource, and nothing was left unread."""
    if trace.found or trace.named or any(each.blocks for each in problems):
        return
    if not trace.records and set(named) == {sources.EVENTS}:
        raise UserError(f"{text}: CloudTrail's Event history has no event of it, or none then")
    if not trace.records:
        raise UserError(f"{', '.join(named)}: {NO_EVENT}")
    where = f" in {', '.join(sorted(trace.accounts))}" if trace.accounts else ""
    raise UserError(
        f"{text}: none of the {trace.records:,} events in {', '.join(named)} names it{where}; the"
        f" first is of {trace.begins}"
    )
