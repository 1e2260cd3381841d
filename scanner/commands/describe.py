"""Rules, functions and the rule schema as a person reads them."""

import textwrap
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

import msgspec

from scanner import needs, wording
from scanner.expression.functions import FUNCTIONS, STANDARD
from scanner.expression.signature import Function
from scanner.rule import SEVERITIES, Rule


def listed(rules: Sequence[Rule], form: str) -> str:
    """The rules as a table, or as JSON: id, title, severity, resource, controls."""
    if form == "json":
        return msgspec.json.format(msgspec.json.encode([_summary(rule) for rule in rules])).decode()
    from tabulate import tabulate

    by_severity = sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.id))
    rows = [(rule.id, rule.severity, rule.title) for rule in by_severity]
    return tabulate(
        rows, headers=("rule", "severity", "what is good"), maxcolwidths=[None, None, 60]
    )


def _summary(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "resource": rule.resource,
        "controls": {name: list(numbers) for name, numbers in rule.controls.items()},
    }


def prose(rule: Rule, profiles: Sequence[str], width: int) -> str:
    """One rule explained: what it wants, why, how to mend it, what it reads, how it is tested.

    `profiles` are the names of those that use it.
    """
    return "\n".join(_lines(rule, profiles, width)).rstrip()


def _lines(rule: Rule, profiles: Sequence[str], width: int) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity})"
    yield from _wrapped(f"{rule.title}.", width)
    yield ""
    yield from _wrapped(f"Why: {rule.why}", width)
    yield from _wrapped(f"Fix: {rule.fix}", width)
    yield ""
    yield from _listing(
        f"Judges each {rule.resource}" + (" for which:" if rule.when else "."),
        [wording.clause_in_words(clause) for clause in rule.when],
        width,
    )
    yield from _listing("Wants:", [wording.clause_in_words(clause) for clause in rule.check], width)
    if rule.together is not None:
        wanted = wording.together_in_words(rule.together)
        yield from _listing("Wants of them together:", [wanted], width)
    yield from _listing(
        "Looks at:",
        [
            f"{join.name}: each {join.type} whose {join.theirs.text} is in {join.ours.text}"
            for join in rule.join
        ],
        width,
    )
    yield from _listing(
        "Parameters:",
        [f"{name} (default {wording.written(value)})" for name, value in rule.params.items()],
        width,
    )
    yield from _listing(
        "Inputs of AWS's managed rules:",
        [f"{name} sets {param}" for name, param in rule.inputs.items()],
        width,
    )
    yield from _listing("Reads:", sorted(_read(rule)), width)
    yield from _listing(
        "Controls:",
        [f"{name}: {', '.join(numbers)}" for name, numbers in rule.controls.items()],
        width,
    )
    yield from _listing("Profiles that use it:", profiles, width)
    yield from _listing("Tests:", [f"{test.name}: {test.expect}" for test in rule.tests], width)
    yield from _listing("See:", list(rule.references), width)


def _read(rule: Rule) -> Iterator[str]:
    for resource_type, names in needs.fields_read([rule]).items():
        if names is None:
            yield f"{resource_type}: the whole item"
        elif names:
            yield f"{resource_type}: {', '.join(sorted(names))}"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, break_long_words=False)


def _listing(title: str, entries: Sequence[str], width: int) -> Iterator[str]:
    if entries or title.endswith("."):
        yield title
    for entry in entries:
        yield from textwrap.wrap(
            " ".join(entry.split()),
            width,
            initial_indent="  - ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def functions() -> str:
    """Every function of the expression language, ours first, with what it takes and gives."""
    ours = "\n\n".join(_function(each) for each in FUNCTIONS.values())
    standard = "\n".join(f"  {_signature(each)}" for each in STANDARD.values())
    return f"Groma's functions:\n\n{ours}\n\nJMESPath's functions (https://jmespath.org):\n\n{standard}"


def _function(function: Function) -> str:
    doc = textwrap.fill(function.doc, 96, initial_indent="      ", subsequent_indent="      ")
    return f"  {_signature(function)}\n{doc}"


def _signature(function: Function) -> str:
    parameters = ", ".join(
        f"{each.name}{'?' if each.optional else ''}: {' | '.join(each.kinds)}"
        for each in function.parameters
    )
    return f"{function.name}({parameters}) -> {function.result}"


def schema(kind: str) -> str:
    """The JSON Schema of a file: "rule" or "profile"."""
    return files("scanner").joinpath(f"{kind}.schema.json").read_text("utf-8").rstrip()
