"""What `groma scan` does: options to rules, sources and reports, and the exit status."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import reports
from scanner import builtin, load, sources
from scanner.clock import between, clock, parsed
from scanner.commands.choice import Choice, choice
from scanner.commands.outputs import Output, outputs, put, write
from scanner.commands.settings import with_settings
from scanner.errors import UserError
from scanner.event import EVENT
from scanner.finding import Scan
from scanner.inventory.inventory import CHAIN
from scanner.model import Given, Needs
from scanner.profile import Framework
from scanner.profiles import select
from scanner.progress import shown
from scanner.rule import Rule
from scanner.scan import Living, needs_of, scanned
from scanner.sources.deployment import Deployment
from scanner.sources.digests import provable
from scanner.sources.reach import reach_of

if TYPE_CHECKING:
    from scanner.authors import Authors
    from scanner.recall import Unknown

Options = Mapping[str, Any]

NOTHING: Options = MappingProxyType({})
OK, FAILED, INCOMPLETE = 0, 1, 3


def scan(given: Options) -> int:
    """Scan, write the reports, and give the exit status."""
    gc.disable()  # documents are trees, which reference counting frees; looking for cycles costs
    options = with_settings(given)
    chosen = choice(options)
    by = _grouped_by(options, chosen)
    targets = outputs(list(options["format"]) or ["table"])
    most = reports.most_listed(each.format for each in targets)
    with _scanned(options, chosen, most) as result:
        for each in targets:
            _write(each, result, by)
        gc.freeze()  # or the interpreter looks through everything once more when it ends
        return status(result, options["fail_on"])


@contextmanager
def _scanned(
    options: Options, chosen: Choice, listed: Mapping[str, int] = NOTHING
) -> Iterator[Scan]:
    """The scan of the sources that the options name."""
    rules, living = chosen.rules, _living(options, chosen.rules)
    at = parsed(options["at"], "--at") if options["at"] else None
    if not options["sources"]:
        raise UserError("nothing to scan: name files, or aws, as in `groma scan snapshot.json`")
    now = clock(options["now"])
    since, until = between(options["since"], options["until"] or at, at or now())
    if at and until > at:
        raise UserError("--until is later than --at")
    needs = needs_of(rules, at, since, until)
    authors = _authors(options, since, until)
    progress = sources.Progress()
    items = _given(options, authors.needing(needs) if authors else needs, now(), progress)
    with scanned(
        rules,
        shown(items, progress.told, sources.size),
        living=living,
        clock=now,
        complete=bool(options["complete"]),
        listed=listed,
        profile=chosen.profile.name if chosen.profile else "",
        since=since,
        until=until,
        authors=authors,
    ) as result:
        yield chosen.heard(result)


def _given(options: Options, needs: Needs, now: str, progress: sources.Progress) -> Iterator[Given]:
    """What the sources give, and what is proven of their digests if a rule asks for that."""
    named = options["sources"]
    reach, deployment = reach_of(options), _deployment(options)
    yield from sources.read(named, needs, reach, progress, deployment, tables_first=True)
    found = provable(named, needs.since) if CHAIN in needs.types else None
    if found:
        from scanner.verification.intact import chains  # it reads every log file once more

        yield from chains(found, options["keys"], now, needs.since, needs.until)


def _authors(options: Options, since: str, until: str) -> "Authors | None":
    """What asks the sources of `--who` for the authors of failures; None without any."""
    who: Sequence[str] = options["who"]
    if not who:
        return None
    from scanner.authors import Authors
    from scanner.recall import recalled, require

    require(who)
    needs = Needs({EVENT: None}, since=since, until=until)
    at = reach_of(options)

    def read(names: frozenset[str], everything: bool, unknown: "Unknown") -> Iterator[Given]:
        return recalled(who, needs, at, names, unknown, everything=everything)

    return Authors(read, since, until)


def status(result: Scan, fail_on: str | None) -> int:
    """The exit status of a scan: 1 something failed, 3 something is not known, else 0."""
    failed = [rule for rule in result.rules if result.findings.counts(rule).get("fail")]
    if any(fail_on is None or select.at_least(rule.severity, fail_on) for rule in failed):
        return FAILED
    return INCOMPLETE if result.incomplete else OK


def _write(each: Output, result: Scan, by: Framework | None) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ  # https://no-color.org
    write(each, result, width=shutil.get_terminal_size((100, 24)).columns, colour=colour, by=by)


def _grouped_by(options: Options, chosen: Choice) -> Framework | None:
    """The framework by whose controls reports group what they say; None where by rules."""
    if options["by"] in (None, "rule"):
        return None
    from scanner.profiles import controls

    return controls.grouped_by(options["by"], chosen.profile, chosen.rules)


def _living(options: Options, rules: Sequence[Rule]) -> Living:
    """What of the findings shall not count."""
    known = builtin.ids().union(rule.id for rule in rules)
    path, reference = options["baseline"], options["changed_since"]
    baseline = changes = None
    if path:
        from scanner.before_merge.baseline import read

        baseline = read(path)
    if reference:
        from scanner.before_merge.changed import changed

        if remote := [each for each in options["sources"] if sources.is_remote(each)]:
            raise UserError(f"--changed-since: {remote[0]} is not in git; name files and folders")
        changes = changed(reference, os.getcwd())
    inline = None if options["no_inline_waivers"] else known
    return Living(_waivers(options, rules), inline, baseline, changes)


def baseline(given: Options, path: str | None) -> int:
    """Write the failures of a scan to a file, or to standard output, and give status 0.

    It is 3 where something could not be read or decided: what fails there is not known yet.
    """
    from scanner.before_merge import baseline as known

    gc.disable()
    options = {
        **with_settings({**given, "baseline": None}),
        "baseline": None,
        "changed_since": None,
    }
    with _scanned(options, choice(options)) as result:
        put(path, known.written(result.findings))
        return INCOMPLETE if result.incomplete else OK


def _waivers(options: Options, rules: Sequence[Rule]) -> Any:
    if not options["waivers"]:
        return ()
    known = builtin.ids().union(rule.id for rule in rules)
    return load.waivers(options["waivers"], known)


def _deployment(options: Options) -> Deployment:
    """What is known of a deployment: one account and Region are its own, several are not."""
    accounts, regions = options["account"], options["region"]
    return Deployment(
        parameters=tuple(options["parameters"]),
        var_files=tuple(options["var_file"]),
        account=accounts[0] if len(accounts) == 1 else "",
        region=regions[0] if len(regions) == 1 else "",
    )
