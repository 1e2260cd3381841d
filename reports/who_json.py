"""The histories of resources as JSON, one event a line. A name may be that of several."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reports.ascii_json import as_json
from reports.change_json import change
from scanner.attribution.history import Done, History
from scanner.attribution.trace import Trace
from scanner.model import Problem

VERSION: Final = 1
"""The version of this format: it grows when a field changes its meaning or goes away."""


def render(traces: Mapping[str, Trace], problems: Sequence[Problem]) -> Iterator[str]:
    """The report in pieces of lines."""
    yield f'{{\n"version": {VERSION},\n"resources": ['
    before = "\n"
    for name, trace in traces.items():
        found: Sequence[History | None] = trace.histories() or (None,)
        for history in found:
            yield before
            yield from _history(name, trace, history)
            before = ",\n"
    told = (
        as_json({"where": each.where, "what": each.what, "blocks": each.blocks})
        for each in problems
    )
    yield '\n],\n"problems": ['
    yield from _lines(told)
    yield "]\n}\n"


def _history(name: str, trace: Trace, history: History | None) -> Iterator[str]:
    """What was done to one of the resources of a name; None where nothing was."""
    head = {
        "resource": name,
        "type": history and (history.type or None),
        "account": history and (history.account or None),
        "region": history and (history.region or None),
        "service": history and (history.service or None),
        "id": history and (history.id or None),
        "alsoCalled": history.also if history else (),
        "since": trace.begins or None,
        "records": trace.records,
        "namedOtherwise": trace.named,
        "forgotten": trace.forgotten,
        "notFollowed": trace.left,
        "notAsked": sorted(trace.unasked),
    }
    yield f'{as_json(head)[:-1]}, "events": ['
    yield from _lines(as_json(_done(each)) for each in (history.done if history else ()))
    yield "]}"


def _lines(texts: Iterator[str]) -> Iterator[str]:
    any_yet = False
    for text in texts:
        yield f",\n{text}" if any_yet else f"\n{text}"
        any_yet = True
    if any_yet:
        yield "\n"


def _done(done: Done) -> dict[str, Any]:
    return change(done.change) | {
        "type": done.type or None,
        "refused": bool(done.change.error),
        "sharedBy": done.shared,
    }
