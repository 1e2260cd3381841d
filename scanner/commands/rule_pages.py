"""The pages of `docs/rules`: every built-in rule, written from the rules themselves.

`python -m scanner.commands.rule_pages` writes them anew, the list of rules in the profile of those
that recordings alone decide, and the table of use cases in `docs/events.md`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from reports.markdown import addresses, code, literal
from reports.tally import numbered
from scanner import builtin, decidable
from scanner.commands.use_case_table import with_table
from scanner.decidable import Gap
from scanner.resources.generate import declared
from scanner.rule import SEVERITIES, Rule
from scanner.shape import ResourceType
from scanner.wording import together_in_words, written

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
EVENTS = FOLDER.parent / "events.md"
PROFILE = Path(builtin.folder()) / "profiles" / "aws-config-recorded.yaml"
_NOTE = "<!-- Written by `make rules` from the rules: change those. -->"
_SPAN = re.compile(r"`([^`]+)`")


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """By file name the pages that describe these rules: an index, and one for each service."""
    types = declared()
    ranked = sorted(rules, key=lambda rule: (in_service(rule), _rank(rule)))
    services = {name: list(each) for name, each in groupby(ranked, key=in_service)}
    found = {f"{name}.md": _page(name, each, types) for name, each in services.items()}
    return {"README.md": _index(services), **found}


def in_service(rule: Rule) -> str:
    """The folder that a rule's file is in."""
    return Path(rule.location.uri).parent.name


def _rank(rule: Rule) -> tuple[int, str]:
    return SEVERITIES.index(rule.severity), rule.id


def _index(services: Mapping[str, Sequence[Rule]]) -> str:
    total = numbered(sum(map(len, services.values())), "rule")
    head = [
        "# Built-in rules",
        _NOTE,
        f"{total}. [Profiles](../profiles.md) choose among them, and [the rule language]"
        "(../rules.md) is for rules of your own.",
    ]
    return _joined([*head, *(_section(name, rules) for name, rules in services.items())])


def _section(name: str, rules: Iterable[Rule]) -> str:
    rows = (
        f"| [{literal(rule.id)}]({name}.md#{rule.id}) | {rule.severity} | {literal(rule.title)} |"
        for rule in rules
    )
    table = ["| rule | severity | what is good |", "|---|---|---|", *rows]
    return f"## {literal(name)}\n\n" + "\n".join(table)


def _page(name: str, rules: Iterable[Rule], types: Mapping[str, ResourceType]) -> str:
    head = [f"# Rules: {literal(name)}", _NOTE, "[All rules](README.md)"]
    return _joined([*head, *(_joined(_rule(rule, types)).rstrip() for rule in rules)])


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule, types: Mapping[str, ResourceType]) -> Iterator[str]:
    yield f"## {rule.id}"
    yield f"**{literal(rule.title)}.** Severity {rule.severity}; judges each {code(rule.resource)}."
    if rule.together is not None:
        yield f"**Wanted of them together:** {literal(together_in_words(rule.together))}."
    yield prose(rule.why)
    yield f"**Fix.** {prose(rule.fix)}"
    yield _sources(rule, types)
    if rule.params:
        yield _parameters(rule)
    if rule.controls:
        yield _table(
            ("framework", "controls"),
            ((name, ", ".join(map(code, each))) for name, each in rule.controls.items()),
        )
    if links := addresses(rule.references):
        yield "\n".join(f"- <{each}>" for each in links)


def _sources(rule: Rule, types: Mapping[str, ResourceType]) -> str:
    gaps = {
        "CloudFormation": decidable.template_gaps(rule, types),
        "Terraform": decidable.terraform_gaps(rule, types),
    }
    known = {
        "CloudTrail's events": decidable.from_events(rule),
        "the APIs": decidable.live(rule, types),
        "AWS Config alone": decidable.by_config_alone(rule),
        **{name: each == [] for name, each in gaps.items()},
    }
    told = [name for name, is_told in known.items() if is_told]
    said = f"**Decided from** {', '.join(told) or 'no source alone'}."
    return " ".join([said, *_partly({name: each for name, each in gaps.items() if each})])


def _partly(gaps: Mapping[str, list[Gap]]) -> Iterator[str]:
    for missing, names in groupby(gaps, key=gaps.__getitem__):
        listed = ", ".join(code(f"{each.type} {each.field}".strip()) for each in missing)
        yield f"What needs {listed} is unknown from {' and '.join(names)}."


def _parameters(rule: Rule) -> str:
    inputs: dict[str, list[str]] = {}
    for name, param in rule.inputs.items():
        inputs.setdefault(param, []).append(name)
    return _table(
        ("parameter", "default", "input of AWS's managed rules"),
        (
            (code(name), code(written(default)), ", ".join(map(code, inputs.get(name, ()))))
            for name, default in rule.params.items()
        ),
    )


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    ruler = ["---"] * len(headers)
    return "\n".join(f"| {' | '.join(row)} |" for row in (headers, ruler, *rows))


def prose(text: str) -> str:
    """A rule's text as Markdown that shows it letter for letter, with code between backquotes."""
    parts = _SPAN.split(" ".join(text.split()))
    return "".join(code(part) if number % 2 else _within(part) for number, part in enumerate(parts))


def _within(text: str) -> str:
    """The text escaped, its spaces kept, for the middle of a line."""
    return literal(f"x{text}x")[1:-1]


def recorded_profile(text: str, rules: Iterable[Rule]) -> str:
    """The text of a profile, its list of rules being those that recordings alone decide."""
    head = text.partition("\nrules:\n")[0]
    ids = (rule.id for rule in rules if decidable.by_config_alone(rule))
    return f"{head}\nrules:\n" + "".join(f"  - {each}\n" for each in ids)


def main() -> None:
    """Write the pages, and remove those of services that have no rules any more."""
    PROFILE.write_text(recorded_profile(PROFILE.read_text("utf-8"), builtin.rules()), "utf-8")
    found = pages(builtin.rules())
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in found:
            path.unlink()
    for name, text in found.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    ids = {each.id for each in builtin.rules()}
    EVENTS.write_text(with_table(EVENTS.read_text("utf-8"), ids), "utf-8")


if __name__ == "__main__":
    main()
