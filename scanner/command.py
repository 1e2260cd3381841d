"""What the commands do: options to rules, sources and reports, and the exit status."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import click
from msgspec.structs import replace

import reports
from scanner import builtin, load, select, sources
from scanner.choice import Choice, choice
from scanner.clock import clock, parsed
from scanner.errors import UserError
from scanner.finding import Scan
from scanner.outputs import Output, outputs, put, write
from scanner.profile import Framework
from scanner.progress import shown
from scanner.rule import Rule
from scanner.scan import Living, needs_of, scanned
from scanner.settings import settings
from scanner.sources.deployment import Deployment
from scanner.sources.reach import WORKERS, Reach

Options = Mapping[str, Any]

NOTHING: Options = MappingProxyType({})
OK, FAILED, INCOMPLETE = 0, 1, 3


def scan(given: Options) -> int:
    """Scan, write the reports, and give the exit status."""
    gc.disable()  # documents are trees, which reference counting frees; looking for cycles costs
    options = _with_settings(given)
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
    progress = sources.Progress()
    items = sources.read(
        options["sources"], needs_of(rules, at), _reach(options), progress, _deployment(options)
    )
    with scanned(
        rules,
        shown(items, progress.told),
        living=living,
        clock=clock(options["now"]),
        complete=bool(options["complete"]),
        listed=listed,
        profile=chosen.profile.name if chosen.profile else "",
    ) as result:
        yield chosen.heard(result)


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
    from scanner import controls

    return controls.grouped_by(options["by"], chosen.profile, chosen.rules)


def _with_settings(given: Options) -> dict[str, Any]:
    """The options, where not given on the command line as the settings file has them."""
    stored = {
        name.replace("-", "_"): value for name, value in settings(".", given.get("config")).items()
    }
    options = dict(given)
    for name, value in stored.items():
        if name == "param":
            options["param"] = (*value.items(), *given["param"])
        elif not given.get(name) and not (name == "profile" and given.get("pack")):
            options[name] = value
    return options


def _living(options: Options, rules: Sequence[Rule]) -> Living:
    """What of the findings shall not count."""
    known = builtin.ids().union(rule.id for rule in rules)
    path, reference = options["baseline"], options["changed_since"]
    baseline = changes = None
    if path:
        from scanner.baseline import read

        baseline = read(path)
    if reference:
        from scanner.changed import changed

        if remote := [each for each in options["sources"] if sources.is_remote(each)]:
            raise UserError(f"--changed-since: {remote[0]} is not in git; name files and folders")
        changes = changed(reference, os.getcwd())
    inline = None if options["no_inline_waivers"] else known
    return Living(_waivers(options, rules), inline, baseline, changes)


def baseline(given: Options, path: str | None) -> int:
    """Write the failures of a scan to a file, or to standard output, and give status 0.

    It is 3 where something could not be read or decided: what fails there is not known yet.
    """
    from scanner import baseline as known

    gc.disable()
    options = {
        **_with_settings({**given, "baseline": None}),
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


def _reach(options: Options) -> Reach:
    return Reach(
        regions=tuple(sorted(set(options["region"]))),
        accounts=tuple(options["account"]),
        organization=bool(options["organization"]),
        units=tuple(options["ou"]),
        excluded=tuple(options["exclude_account"]),
        role=options["role"],
        external_id=options["external_id"],
        max_workers=options.get("max_workers") or WORKERS,
        aggregator=options.get("aggregator"),
        max_age=options.get("max_age"),
    )


def _deployment(options: Options) -> Deployment:
    """What is known of a deployment: one account and Region are its own, several are not."""
    accounts, regions = options["account"], options["region"]
    return Deployment(
        parameters=tuple(options["parameters"]),
        var_files=tuple(options["var_file"]),
        account=accounts[0] if len(accounts) == 1 else "",
        region=regions[0] if len(regions) == 1 else "",
    )


def plan(given: Options) -> str:
    """The calls that a scan of live AWS would make, as text."""
    from scanner import preview

    options = _with_settings({**given, "param": ()})
    return preview.calls_made(needs_of(choice(options).rules), _reach(options))


def permissions(given: Options) -> str:
    """The IAM policy that a scan of live AWS or AWS Config needs, as JSON."""
    from scanner import permissions

    options = _with_settings({**given, "param": ()})
    return permissions.policy(needs_of(choice(options).rules), _reach(options), options["source"])


def test(paths: Sequence[str]) -> int:
    """Run rules' tests and mutants; print what does not hold and a last line; 1 if anything."""
    from scanner import selftest

    rules = load.rules(paths or builtin.paths())
    faults = 0
    for rule in rules:
        for line in selftest.faults(rule):
            click.echo(f"{rule.location.uri}: {line}")
            faults += 1
    tests = sum(len(rule.tests) for rule in rules)
    mutants = sum(1 for rule in rules for _ in selftest.mutants(rule))
    click.echo(f"{len(rules)} rules, {tests} tests, {mutants} mutants: {faults or 'no'} faults")
    return FAILED if faults else OK


def rules(rule_id: str | None, options: Options) -> str:
    """The list of rules as a table or JSON, or one rule in prose."""
    from scanner import controls, describe

    named = {**options, "rule": (*options["rule"], *([rule_id] if rule_id else []))}
    chosen = choice(named, default=None).rules
    if rule_id is None or len(chosen) != 1 or options["format"] == "json":
        return describe.listed(chosen, options["format"])
    [full] = load.rules([chosen[0].location.uri])
    explained = replace(full, params=chosen[0].params, severity=chosen[0].severity)
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    return describe.prose(explained, controls.profiles_with(explained), width)


def profiles(form: str) -> str:
    """The built-in profiles as a table or JSON."""
    from scanner import overview

    return overview.profiles(builtin.rules(), form)


def packs(files: Sequence[str], options: Options) -> str:
    """What answers each rule of conformance packs, or why nothing does: a table or JSON."""
    from scanner.packs import listing, reading

    rules = load.rules(options["rules"], with_builtin=True)
    return listing.listed(reading.packs(files, options["pack_param"]), rules, options["format"])


def coverage(framework: str | None, options: Options) -> str:
    """What shows each control of a framework, or which frameworks there are: a table or JSON."""
    from scanner import overview

    rules = load.rules(options["rules"], with_builtin=True)
    return overview.coverage(framework, rules, options["format"])
