"""What `groma verify` does: options to places and keys, the reports, and the exit status."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

from scanner.clock import clock, parsed
from scanner.errors import UserError
from scanner.integrity.audit import Audit
from scanner.outputs import Output, outputs, put
from scanner.progress import barred
from scanner.sources.trail import trails
from scanner.trail_window import window
from scanner.verify import WORKERS, Verification

FORMATS: Final[Mapping[str, str]] = {
    "table": "reports.trail_table",
    "json": "reports.trail_json",
    "junit": "reports.trail_junit",
}
OK, FAILED, INCOMPLETE = 0, 1, 3


def verify(options: Mapping[str, Any]) -> int:
    """Verify, write the reports, and give the exit status."""
    targets = _outputs(list(options["format"]) or ["table"])
    told = clock(options["now"])
    audit = Audit(told())
    try:
        _fill(audit, options)
        audit.finished = told()
        for each in targets:
            put(each.path, _pieces(each, audit))
        return status(audit)
    finally:
        audit.close()


def status(audit: Audit) -> int:
    """1 if a file was altered or is missing, 3 if one is not proven or not readable, else 0."""
    if audit.invalid:
        return FAILED
    return INCOMPLETE if audit.unproven or audit.problems else OK


def _fill(audit: Audit, options: Mapping[str, Any]) -> None:
    since, until = (_time(options, name) for name in ("since", "until"))
    if since and until and since > until:
        raise UserError("--since is later than --until")
    workers = options["max_workers"] or WORKERS
    named: Sequence[str] = options["sources"]
    found = trails(named, options["keys"], audit.started, workers)
    when = window(audit.started, since, until)
    running = Verification(found.files, found.keys_of, when, workers)
    for each in barred(running.run(), lambda: running.listed, "files"):
        audit.add(each)
    if not audit.chains and not audit.problems:
        raise UserError(f"{', '.join(named)}: no digest or log file of CloudTrail's, or none then")


def _time(options: Mapping[str, Any], name: str) -> str:
    return parsed(options[name], f"--{name}") if options[name] else ""


def _outputs(texts: list[str]) -> list[Output]:
    found = outputs(texts)
    for each in found:
        if each.format not in FORMATS:
            known = ", ".join(FORMATS)
            raise UserError(f"--format {each.format}: a verification has {known}")
    return found


def _pieces(each: Output, audit: Audit) -> Iterator[str]:
    render = import_module(FORMATS[each.format]).render
    if each.format != "table":
        yield from render(audit)
        return
    to_screen = each.path is None
    colour = to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = shutil.get_terminal_size((100, 24)).columns if to_screen else None
    yield from render(audit, width=width, colour=colour)
