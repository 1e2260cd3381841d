"""The options that several commands take, in groups."""

import os
from typing import Any, Final

import click

SEVERITIES = ("critical", "high", "medium", "low", "info")


def rule_ids(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    """The built-in rules that begin with what was typed."""
    from scanner import builtin

    names = (os.path.basename(path).removesuffix(".yaml") for path in builtin.paths())
    return sorted(name for name in names if name.startswith(incomplete))


def profiles_like(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    """The built-in profiles that begin with what was typed."""
    from scanner.profiles.files import profile_names

    return [name for name in profile_names() if name.startswith(incomplete)]


def rules_options(command: Any) -> Any:
    """The options that choose rules."""
    for option in (
        click.option(
            "--pack-param",
            multiple=True,
            metavar="NAME=VALUE",
            help="Set a pack's parameter. Repeatable.",
        ),
        click.option(
            "--pack",
            multiple=True,
            type=click.Path(),
            help="What a conformance pack asks for, in place of a profile. Repeatable.",
        ),
        click.option(
            "--profile",
            shell_complete=profiles_like,
            help="The rules of a profile: a name, or a .yaml file.",
        ),
        click.option(
            "--severity", type=click.Choice(SEVERITIES), help="Only rules this bad or worse."
        ),
        click.option(
            "--control", multiple=True, help="Only rules for FRAMEWORK[:NUMBER]. Repeatable."
        ),
        click.option(
            "--rule",
            multiple=True,
            shell_complete=rule_ids,
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


WHO: Final = click.option(
    "--who",
    multiple=True,
    type=click.Path(),
    help="CloudTrail's events, to tell authors: PATH, s3://…, aws-events. Repeatable.",
)
WORKERS: Final = click.option(
    "--max-workers", type=click.IntRange(1, 256), help="Calls at a time (default 16)."
)


def aws_options(command: Any) -> Any:
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


def reading_options(command: Any) -> Any:
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
        WORKERS,
    ):
        command = option(command)
    return command


def events_options(command: Any) -> Any:
    """The options about CloudTrail's events, where these are judged or asked for authors."""
    for option in (
        click.option(
            "--keys",
            multiple=True,
            type=click.Path(),
            help="With cloudtrail-logs-intact: public keys for digests on disk. Repeatable.",
        ),
        WHO,
        click.option("--until", metavar="TIME", help="Of events those up to this time."),
        click.option(
            "--since", metavar="TIME", help="Of events those from this time on, or 24h for so long."
        ),
    ):
        command = option(command)
    return command
