"""What the commands do that only tell something: of rules, profiles, controls, calls to come."""

import shutil
from collections.abc import Sequence

import click
from msgspec.structs import replace

from scanner import builtin, load
from scanner.commands.choice import choice
from scanner.commands.scanning import FAILED, OK, Options
from scanner.commands.settings import with_settings
from scanner.errors import UserError
from scanner.event import EVENT
from scanner.inventory.inventory import CHAIN
from scanner.scan import needs_of
from scanner.sources import LIVE, RECORDED
from scanner.sources.reach import reach_of


def plan(given: Options) -> str:
    """The calls that a scan of live AWS would make, as text."""
    from scanner.commands import preview

    options = with_settings({**given, "param": ()})
    return preview.calls_made(needs_of(choice(options).rules), reach_of(options))


def permissions(given: Options) -> str:
    """The IAM policy that reading the sources takes, as JSON.

    Raises UserError where the rules that were chosen read nothing of a source.
    """
    from scanner import permissions

    options = with_settings({**given, "param": ()})
    sources, needs = list(options["sources"]) or [LIVE], needs_of(choice(options).rules)
    if needs.types <= {EVENT, CHAIN} and {*sources} <= {LIVE, RECORDED}:
        raise UserError(f"{sources[0]}: the rules that were chosen judge events; name aws-events")
    return permissions.policy(needs, reach_of(options), sources)


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
    from scanner.commands import describe
    from scanner.profiles import controls

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
    from scanner.commands import overview

    return overview.profiles(builtin.rules(), form)


def packs(files: Sequence[str], options: Options) -> str:
    """What answers each rule of conformance packs, or why nothing does: a table or JSON."""
    from scanner.packs import listing, reading

    rules = load.rules(options["rules"], with_builtin=True)
    return listing.listed(reading.packs(files, options["pack_param"]), rules, options["format"])


def coverage(framework: str | None, options: Options) -> str:
    """What shows each control of a framework, or which frameworks there are: a table or JSON."""
    from scanner.commands import overview

    rules = load.rules(options["rules"], with_builtin=True)
    return overview.coverage(framework, rules, options["format"])
