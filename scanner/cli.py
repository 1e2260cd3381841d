"""The command line: one function a command, no logic."""

import io
import os
import sys
from types import TracebackType
from typing import Any, Final

import click

from scanner import __version__
from scanner.errors import UserError

BUG: Final = 70  # EX_SOFTWARE of sysexits.h
SEVERITIES = ("critical", "high", "medium", "low", "info")


class _Interruptible(click.Group):
    """A Ctrl-C is status 130, as shells have it; while AWS is read it ends with what is known."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
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
    groma plan aws                which calls that would make
    groma permissions             the IAM policy that it needs
    groma rules                   what the built-in rules are
    groma rules ID                one of them explained
    groma test my-rules/          run the tests that rules carry

    Exit status of a scan: 0 nothing failed, 1 something failed, 2 a mistake in what you asked
    for, 3 nothing failed but something could not be read or decided, 70 a bug in Groma.
    """


def _rule_ids(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    """The built-in rules that begin with what was typed."""
    from scanner.load import builtin_paths

    names = (os.path.basename(path).removesuffix(".yaml") for path in builtin_paths())
    return sorted(name for name in names if name.startswith(incomplete))


def _rules_options(command: Any) -> Any:
    """The options that choose rules."""
    for option in (
        click.option(
            "--severity", type=click.Choice(SEVERITIES), help="Only rules this bad or worse."
        ),
        click.option(
            "--control", multiple=True, help="Only rules for FRAMEWORK[:NUMBER]. Repeatable."
        ),
        click.option(
            "--rule",
            multiple=True,
            shell_complete=_rule_ids,
            help="Only this rule: an id, or a pattern. Repeatable.",
        ),
        click.option(
            "--with-builtin", is_flag=True, default=None, help="Add --rules to the built-in."
        ),
        click.option(
            "--rules", multiple=True, type=click.Path(), help="Rule file or folder. Repeatable."
        ),
    ):
        command = option(command)
    return command


def _aws_options(command: Any) -> Any:
    """The options that choose accounts and Regions, and how they are entered."""
    for option in (
        click.option("--external-id", metavar="ID", help="What the role's trust policy asks for."),
        click.option("--role", metavar="NAME", help="The role that enters the other accounts."),
        click.option(
            "--exclude-account", multiple=True, metavar="ID", help="Not this one. Repeatable."
        ),
        click.option(
            "--ou", multiple=True, metavar="ID", help="Accounts at or below a unit. Repeatable."
        ),
        click.option(
            "--organization", is_flag=True, default=None, help="All active accounts of it."
        ),
        click.option(
            "--account", multiple=True, metavar="ID", help="Default: your own. Repeatable."
        ),
        click.option("--region", multiple=True, help="Default: all that are enabled. Repeatable."),
    ):
        command = option(command)
    return command


def _reading_options(command: Any) -> Any:
    """The options that say how sources are read, and what of their findings does not count."""
    for option in (
        click.option("--config", type=click.Path(), help="Settings file, not ./groma.yaml."),
        click.option("--now", metavar="TIME", help="The clock: for waivers and reports."),
        click.option("--at", metavar="TIME", help="Judge the state at this time, from histories."),
        click.option(
            "--complete", is_flag=True, default=None, help="What is not recorded does not exist."
        ),
        click.option(
            "--var-file",
            multiple=True,
            type=click.Path(),
            help="Terraform's variables. Repeatable.",
        ),
        click.option(
            "--parameters",
            multiple=True,
            type=click.Path(),
            help="Values of templates' parameters. Repeatable.",
        ),
        click.option(
            "--no-inline-waivers",
            is_flag=True,
            default=None,
            help="Comments in templates and Terraform waive nothing.",
        ),
        click.option("--waivers", type=click.Path(), help="The waiver file."),
        click.option(
            "--param", multiple=True, metavar="NAME=VALUE", help="Set a parameter. Repeatable."
        ),
        click.option("--max-age", type=click.IntRange(1), metavar="HOURS", help="Older: unknown."),
        click.option("--aggregator", metavar="NAME", help="With aws-config: ask this aggregator."),
        click.option(
            "--max-workers", type=click.IntRange(1, 256), help="Calls at a time (default 16)."
        ),
    ):
        command = option(command)
    return command


@cli.command()
@click.argument("sources", nargs=-1, type=click.Path())
@_rules_options
@_aws_options
@_reading_options
@click.option("--baseline", type=click.Path(), help="Failures that `groma baseline` wrote down.")
@click.option("--changed-since", metavar="REF", help="Only what changed since a git revision.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Milder failures leave status 0.")
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
    s3://BUCKET/PREFIX   what AWS Config delivered there
    PATH                 a file or folder: AWS Config's items, CloudFormation templates,
                         Terraform plans (`terraform show -json`) and source
    """
    from scanner.command import scan

    sys.exit(scan(options))


@cli.command()
@click.argument("sources", nargs=-1, type=click.Path())
@_rules_options
@_aws_options
@_reading_options
@click.option("--output", "-o", type=click.Path(), help="The file to write; else standard output.")
def baseline(output: str | None, **options: Any) -> None:
    """Write down what fails now, for `groma scan --baseline`: only what is new fails there."""
    from scanner.command import baseline

    sys.exit(baseline(options, output))


@cli.command()
@click.argument("source", type=click.Choice(["aws"]))
@_rules_options
@_aws_options
@click.option("--config", type=click.Path(), help="Settings file, in place of ./groma.yaml.")
def plan(**options: Any) -> None:
    """Print the calls that a scan would make.

    Nothing is called, except to learn accounts and Regions where you do not name them.
    """
    from scanner.command import plan

    click.echo(plan(options))


@cli.command()
@click.argument("source", type=click.Choice(["aws", "aws-config"]), default="aws")
@_rules_options
@_aws_options
@click.option("--aggregator", metavar="NAME", help="With aws-config: ask this aggregator.")
@click.option("--config", type=click.Path(), help="Settings file, in place of ./groma.yaml.")
def permissions(**options: Any) -> None:
    """Print the least IAM policy for a scan of aws or aws-config with the same options."""
    from scanner.command import permissions

    click.echo(permissions(options))


@cli.command()
@click.argument("rules", nargs=-1, type=click.Path())
def test(rules: tuple[str, ...]) -> None:
    """Run the tests of rules, and check that each clause is needed by one (default: built-in)."""
    from scanner.command import test

    sys.exit(test(rules))


@cli.command()
@click.argument("rule_id", required=False, metavar="[ID]", shell_complete=_rule_ids)
@click.option("--format", type=click.Choice(["table", "json"]), default="table")
@_rules_options
def rules(rule_id: str | None, **options: Any) -> None:
    """List the rules, or explain one of them."""
    from scanner.command import rules

    click.echo(rules(rule_id, options))


@cli.command()
def functions() -> None:
    """List the functions that expressions in rules can use."""
    from scanner.describe import functions

    click.echo(functions())


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    from scanner.describe import schema

    click.echo(schema())


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
    except BrokenPipeError:  # the reader of standard output has left, as `| head` does
        sys.stderr.close()
        sys.exit(1)
