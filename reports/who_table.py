"""The histories of resources for people: what was done, the newest first, then what was refused."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reports.ascii_json import as_json
from reports.escape import bounded, visible
from reports.page import Page, page
from reports.tally import numbered
from scanner.attribution.arn import tail
from scanner.attribution.change import Change, Given
from scanner.attribution.history import Done, History
from scanner.attribution.trace import MOST as MOST_NAMED
from scanner.attribution.trace import Trace
from scanner.model import Problem

MOST: Final = 100
MOST_NAMES: Final = 20
MOST_TOLD: Final = 50
"""So many resources of one name are shown."""
LONGEST: Final = 60
"""So many characters of a value are shown."""
_WRAPPERS: Final = frozenset({"items", "requestParameters", "value", "content"})


def render(
    traces: Mapping[str, Trace],
    problems: Sequence[Problem],
    *,
    width: int | None = None,
    colour: bool = False,
) -> Iterator[str]:
    """The report in pieces of lines."""
    sheet = page(width, colour)
    for name, trace in traces.items():
        for line in _trace(name, trace, sheet):
            yield f"{line}\n"
    for line in _problems(problems, sheet):
        yield f"{line}\n"


def _trace(name: str, trace: Trace, sheet: Page) -> Iterator[str]:
    found = trace.histories()
    for each in found[:MOST_TOLD]:
        several = f" ({_told_apart(each)})" if len(found) > 1 else ""
        yield from (sheet.heading(visible(name + several)), "")
        yield from _history(name, each, sheet)
    if not found:
        yield from (sheet.heading(visible(name)), "")
    if len(found) > 1:
        left = len(found) - MOST_TOLD
        more = f"; {left:,} are not shown (--format json lists all)" if left > 0 else ""
        yield from sheet.paragraph(f"{len(found):,} resources are called {name}{more}.")
    if trace.left:
        yield from sheet.paragraph(f"{_left(trace.left)} are not followed by other names.")
    if trace.unasked:
        last = ", ".join(sorted(trace.unasked)[:MOST_NAMES])
        yield from sheet.paragraph(f"Not asked for, since they turned up last: {last}.")
    yield from sheet.paragraph(_sum(trace, found))
    yield ""


def _history(name: str, history: History, sheet: Page) -> Iterator[str]:
    if also := [each for each in history.also if tail(each) != tail(name)]:
        yield from (*sheet.paragraph(", ".join(also[:MOST_NAMES]), lead="also called "), "")
    good = [each for each in history.done if not each.change.error]
    bad = [each for each in history.done if each.change.error]
    yield from _section(good, sheet)
    if bad:
        yield from ("  Refused or failed:", "")
        yield from _section(bad, sheet)


def _told_apart(history: History) -> str:
    where = "/".join(each for each in (history.account, history.region) if each)
    said = f"{history.type} {history.id}" if history.type else history.service
    return f"{said} in {where}" if where else said


def _left(number: int) -> str:
    return f"{number:,} more resources of this name"


def _section(done: Sequence[Done], sheet: Page) -> Iterator[str]:
    for each in done[:MOST]:
        yield from _event(each, sheet)
        yield ""
    if len(done) > MOST:
        yield from (f"  … and {len(done) - MOST:,} more (--format json lists all)", "")


def _event(done: Done, sheet: Page) -> Iterator[str]:
    one = done.change
    style = "bad" if one.error else "bold"
    kind = f" ({visible(done.type)})" if done.type else ""
    yield f"  {visible(one.time)}  {sheet.painted(visible(one.event), style)}{kind}"
    yield from sheet.paragraph(_by(one), indent=4)
    if one.error:
        yield from sheet.paragraph(one.error, indent=4, lead="error: ")
    if one.given:
        said = ", ".join(map(_given, one.given))
        yield from sheet.paragraph(said, indent=4, most=6)
    if done.shared:
        said = f"it says only a name that {numbered(done.shared, 'resource')} bear: it may be any's"
        yield from sheet.paragraph(said, indent=4)
    event = f"event {one.id or 'without an id'} in {_file(one)}"
    yield f"    {sheet.painted(visible(event), 'dim')}"


def _by(one: Change) -> str:
    origin = f", from {one.address}" if one.address else ""
    agent = f", {bounded(one.agent, 40)}" if one.agent and one.agent != one.address else ""
    return f"by {one.who}{origin}{agent}"


def _file(one: Change) -> str:
    return f"{one.uri.replace(chr(92), '/').rpartition('/')[2]}, record {one.number}"


def _given(given: Given) -> str:
    steps = [each.partition("[")[0] for each in given.path.split(".")]
    name = next((each for each in reversed(steps) if each not in _WRAPPERS), given.path)
    return f"{name} = {bounded(_value(given.value), LONGEST)}"


def _value(value: Any) -> str:
    return value if isinstance(value, str) else as_json(value)


def _sum(trace: Trace, found: Sequence[History]) -> str:
    events = {id(each.change): bool(each.change.error) for of in found for each in of.done}
    bad = sum(events.values())
    refused = f", {numbered(bad, 'attempt')} refused or failed" if bad else ""
    most = " or more" if trace.named >= MOST_NAMED else ""
    named = (
        f" {numbered(trace.named, 'other event')}{most} only {_verb(trace.named)} it."
        if trace.named
        else ""
    )
    begins = f" The logs begin at {trace.begins}." if trace.begins else ""
    older = f" {trace.forgotten:,} older ones are left out." if trace.forgotten else ""
    return f"{numbered(len(events) - bad, 'change')}{refused}.{older}{named}{begins}"


def _verb(number: int) -> str:
    return "names" if number == 1 else "name"


def _problems(problems: Sequence[Problem], sheet: Page) -> Iterator[str]:
    if not problems:
        return
    yield from (sheet.heading("Could not be read"), "")
    for each in problems[:MOST]:
        yield from sheet.paragraph(f"{each.where}: {each.what}")
    if len(problems) > MOST:
        yield f"  … and {len(problems) - MOST:,} more (--format json lists all)"
    yield ""
