"""The commands about what was done and when: log files proven, authors named, versions judged."""

import sys
from typing import Any

import click

from scanner.commands.options import WHO, WORKERS, aws_options, rules_options


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path())
@click.option(
    "--keys",
    multiple=True,
    type=click.Path(),
    help="Public keys that `aws cloudtrail list-public-keys` printed. Repeatable.",
)
@click.option("--since", metavar="TIME", help="Only digests and log files from this time on.")
@click.option("--until", metavar="TIME", help="Only digests and log files up to this time.")
@click.option("--now", metavar="TIME", help="The clock.")
@click.option("--max-workers", type=click.IntRange(1, 256), help="Reads at a time (default 32).")
@click.option(
    "--format",
    multiple=True,
    metavar="NAME[=FILE]",
    help="Report: table, json, junit. Repeatable.",
)
def verify(**options: Any) -> None:
    """Prove that CloudTrail's log files are as CloudTrail delivered them.

    \b
    s3://BUCKET/PREFIX   where CloudTrail delivers them to
    PATH                 a folder with a copy of it, as `aws s3 sync` makes one

    Exit status: 0 all is proven, 1 something was altered or is missing, 2 wrong use, 3 something is
    not proven or could not be read.
    """
    from scanner.commands.verifying import verify

    sys.exit(verify(options))


@click.command()
@click.argument("resources", nargs=-1, required=True, metavar="RESOURCE...")
@click.option(
    "--who",
    multiple=True,
    type=click.Path(),
    help="CloudTrail's events: PATH, s3://…, aws-events. Repeatable.",
)
@click.option("--since", metavar="TIME", help="Events from this time on, or 24h for so long.")
@click.option("--until", metavar="TIME", help="Events up to this time.")
@click.option("--now", metavar="TIME", help="The clock.")
@click.option("--account", multiple=True, metavar="ID", help="Only of this account. Repeatable.")
@click.option("--region", multiple=True, help="With aws-events: only here. Repeatable.")
@click.option("--role", metavar="NAME", help="With aws-events: enters the accounts named.")
@click.option("--external-id", metavar="ID", help="What the role's trust policy asks for.")
@WORKERS
@click.option(
    "--format", multiple=True, metavar="NAME[=FILE]", help="Report: table, json. Repeatable."
)
def who(**options: Any) -> None:
    """Tell who changed a resource: its history, the newest event first.

    RESOURCE is an id, a name or an ARN.

    Exit status: 0 its history is told, 2 no event names it, 3 something could not be read.
    """
    from scanner.commands.asking_who import who

    sys.exit(who(options))


@click.command()
@click.argument("arguments", nargs=-1, required=True, metavar="RESOURCE... SOURCE")
@rules_options
@aws_options
@WHO
@click.option("--since", metavar="TIME", help="Tell of the time from then on; 90d: so long ago.")
@click.option("--until", metavar="TIME", help="Tell of the time up to then; default: now.")
@click.option("--now", metavar="TIME", help="The clock.")
@click.option("--param", multiple=True, metavar="NAME=VALUE", help="Set a parameter. Repeatable.")
@click.option("--complete", is_flag=True, default=None, help="What is not recorded does not exist.")
@WORKERS
@click.option("--config", type=click.Path(), help="Settings file, not ./groma.yaml.")
@click.option(
    "--format",
    multiple=True,
    metavar="NAME[=FILE]",
    help="Report: table, json, svg. Repeatable.",
)
def timeline(**options: Any) -> None:
    """Tell when rules changed their verdicts on resources, and what was different then.

    RESOURCE is an id, a name or an ARN; `*` and `?` stand for anything. The last argument is the
    source:

    \b
    PATH                 files of AWS Config's: histories and snapshots
    s3://BUCKET/PREFIX   where AWS Config delivers them to
    aws-config           AWS Config's own record of each resource

    Exit status: 0 nothing fails at the end, 1 something does, 2 wrong use, 3 something is not known
    there or could not be read.
    """
    from scanner.commands.timeline import timeline

    sys.exit(timeline(options))
