"""The command line: one function a command, no logic."""

import io
import os
import sys
from types import TracebackType
from typing import Any, Final

import click

from scanner import __version__
from scanner.commands.history import timeline, verify, who
from scanner.commands.options import (
    SEVERITIES,
    aws_options,
    events_options,
    reading_options,
    rule_ids,
    rules_options,
)
from scanner.errors import UserError

BUG: Final = 70  # EX_SOFTWARE of sysexits.h
NO_READER: Final = 141  # as shells tell of what SIGPIPE ended


class _Interruptible(click.Group):
    """What ends a command from outside has a status of its own, as shells have it.

    A Ctrl-C is status 130; while AWS is read it ends with what is known. Where the reader of
    standard output has left, as `| head` does, it is 141.
    """

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())  # what is left is written when Python ends
            sys.exit(NO_READER)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            sys.exit(130)


@click.group(cls=_Interruptible, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="groma", message="%(prog)s %(version)s")
def cli() -> None:
    """Policy as code for AWS: YAML rules judge what your accounts are configured to do.

    \b
    groma scan snapshot.json      judge AWS Config items by the built-in rules
    groma scan infra/             judge templates, Terraform plans and source before a merge
    groma scan aws                judge what the AWS APIs say now
    groma scan trail-logs/ --profile events   judge what was done, by CloudTrail's events
    groma plan aws                which calls that would make
    groma permissions             the IAM policy that it needs
    groma verify s3://BUCKET      prove that CloudTrail's log files are intact
    groma who ID --who logs/      who changed a resource, as CloudTrail's events tell
    groma timeline ID recorded/   when a resource began to fail, and what changed then
    groma rules                   what the built-in rules are
    groma rules ID                one of them explained
    groma profiles                which of them a scan can use
    groma controls FRAMEWORK      which of them show its controls
    groma packs FILE              which rules of a conformance pack they answer
    groma test my-rules/          run the tests that rules carry

    Exit status of a scan: 0 nothing failed, 1 something failed, 2 a mistake in what you asked
    for, 3 nothing failed but something could not be read or decided, 70 a bug in Groma.
    """


@cli.command()
@click.argument("sources", nargs=-1, type=click.Path())
@rules_options
@aws_options
@reading_options
@events_options
@click.option("--baseline", type=click.Path(), help="Failures that `groma baseline` wrote down.")
@click.option("--changed-since", metavar="REF", help="Only what changed since a git revision.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Milder failures leave status 0.")
@click.option(
    "--by", metavar="control[:NAME]", help="Group by a framework's controls, not by rule."
)
@click.option(
    "--format",
    multiple=True,
    metavar="NAME[=FILE]",
    help="Report: table, json, junit, sarif, markdown, gitlab, github. Repeatable.",
)
def scan(**options: Any) -> None:
    """Judge what sources say.

    \b
    aws                  what the AWS APIs say now
    aws-config           what AWS Config recorded, and the APIs where it does not
    aws-events           what CloudTrail's Event history has of the last 24 hours, or --since
    s3://BUCKET/PREFIX   what AWS Config delivered there, or CloudTrail with --since
    PATH                 a file or folder: AWS Config's items, CloudFormation templates,
                         Terraform plans (`terraform show -json`) and source, CloudTrail's logs
    """
    from scanner.commands.scanning import scan

    sys.exit(scan(options))


@cli.command()
@click.argument("sources", nargs=-1, type=click.Path())
@rules_options
@aws_options
@reading_options
@events_options
@click.option("--output", "-o", type=click.Path(), help="The file to write; else standard output.")
def baseline(output: str | None, **options: Any) -> None:
    """Write down what fails now, for `groma scan --baseline`: only what is new fails there."""
    from scanner.commands.scanning import baseline

    sys.exit(baseline(options, output))


@cli.command()
@click.argument("source", type=click.Choice(["aws"]))
@rules_options
@aws_options
@click.option("--config", type=click.Path(), help="Settings file, in place of ./groma.yaml.")
def plan(**options: Any) -> None:
    """Print the calls that a scan would make.

    Nothing is called, except to learn accounts and Regions where you do not name them.
    """
    from scanner.commands.telling import plan

    click.echo(plan(options))


@cli.command()
@click.argument(
    "sources",
    nargs=-1,
    type=click.Choice(["aws", "aws-config", "aws-events", "s3", "timeline", "verify"]),
)
@rules_options
@aws_options
@click.option("--aggregator", metavar="NAME", help="With aws-config: ask this aggregator.")
@click.option("--config", type=click.Path(), help="Settings file, in place of ./groma.yaml.")
def permissions(**options: Any) -> None:
    """Print the least IAM policy for a scan of the sources (default: aws).

    s3 is a scan of files in a bucket, timeline a timeline from aws-config, verify a verification of
    a bucket. What --who reads is a source, too: groma permissions aws aws-events
    """
    from scanner.commands.telling import permissions

    click.echo(permissions(options))


@cli.command()
@click.argument("rules", nargs=-1, type=click.Path())
def test(rules: tuple[str, ...]) -> None:
    """Run the tests of rules, and check that each clause is needed by one (default: built-in)."""
    from scanner.commands.telling import test

    sys.exit(test(rules))


@cli.command()
@click.argument("rule_id", required=False, metavar="[ID]", shell_complete=rule_ids)
@click.option("--format", type=click.Choice(["table", "json"]), default="table")
@rules_options
def rules(rule_id: str | None, **options: Any) -> None:
    """List the rules, or explain one of them."""
    from scanner.commands.telling import rules

    click.echo(rules(rule_id, options))


@cli.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def profiles(form: str) -> None:
    """List the built-in profiles: which rules a scan uses."""
    from scanner.commands.telling import profiles

    click.echo(profiles(form))


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--format", type=click.Choice(["table", "json"]), default="table")
@click.option("--pack-param", multiple=True, metavar="NAME=VALUE", help="Set a pack's parameter.")
@click.option("--rules", multiple=True, type=click.Path(), help="Your rules as well. Repeatable.")
def packs(files: tuple[str, ...], **options: Any) -> None:
    """Tell which rules of AWS's conformance packs are built in, and which rules answer them."""
    from scanner.commands.telling import packs

    click.echo(packs(files, options))


@cli.command()
@click.argument("framework", required=False)
@click.option("--format", type=click.Choice(["table", "json"]), default="table")
@click.option("--rules", multiple=True, type=click.Path(), help="Your rules as well. Repeatable.")
def controls(framework: str | None, **options: Any) -> None:
    """Tell which rules show each control of a framework, and why some have none.

    FRAMEWORK is a name, such as cis-aws-foundations-5.0, or a profile file; without it the
    frameworks are listed.
    """
    from scanner.commands.telling import coverage

    click.echo(coverage(framework, options))


@cli.command()
def functions() -> None:
    """List the functions that expressions in rules can use."""
    from scanner.commands.describe import functions

    click.echo(functions())


@cli.command()
@click.argument("kind", type=click.Choice(["rule", "profile"]), default="rule")
def schema(kind: str) -> None:
    """Print the JSON Schema of a rule file or a profile, for editors."""
    from scanner.commands.describe import schema

    click.echo(schema(kind))


for each in (verify, who, timeline):
    cli.add_command(each)


def _bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug of ours ends with a traceback and a status of its own: 1 is that something failed."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(BUG)


def main() -> None:
    """The command `groma`. A mistake of the user's is a sentence on standard error and status 2."""
    sys.excepthook = _bug
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without UTF-8 is no reason to stop
    try:
        cli()
    except UserError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
