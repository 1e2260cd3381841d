"""What `groma verify` does: options to places and keys, the reports, and the exit status."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from scanner.clock import between, clock
from scanner.commands.outputs import outputs, put, rendered
from scanner.errors import UserError
from scanner.integrity.audit import Audit
from scanner.progress import barred
from scanner.sources.trail import trails
from scanner.verification.verify import WORKERS, Verification
from scanner.verification.window import window

FORMATS: Final[Mapping[str, str]] = {
    "table": "reports.trail_table",
    "json": "reports.trail_json",
    "junit": "reports.trail_junit",
}
OK, FAILED, INCOMPLETE = 0, 1, 3


def verify(options: Mapping[str, Any]) -> int:
    """Verify, write the reports, and give the exit status."""
    targets = outputs(list(options["format"]) or ["table"], FORMATS)
    told = clock(options["now"])
    audit = Audit(told())
    try:
        _fill(audit, options)
        audit.finished = told()
        for each in targets:
            put(each.path, rendered(each, FORMATS, audit))
        return status(audit)
    finally:
        audit.close()


def status(audit: Audit) -> int:
    """1 if a file was altered or is missing, 3 if one is not proven or not readable, else 0."""
    if audit.invalid:
        return FAILED
    return INCOMPLETE if audit.unproven or audit.problems else OK


def _fill(audit: Audit, options: Mapping[str, Any]) -> None:
    since, until = between(options["since"], options["until"], audit.started)
    workers = options["max_workers"] or WORKERS
    named: Sequence[str] = options["sources"]
    found = trails(named, options["keys"], audit.started, workers)
    when = window(audit.started, since, until)
    running = Verification(found.files, found.keys_of, when, workers)
    for each in barred(running.run(), lambda: running.listed, "files"):
        audit.add(each)
    if not audit.chains and not audit.problems:
        raise UserError(f"{', '.join(named)}: no digest or log file of CloudTrail's, or none then")
