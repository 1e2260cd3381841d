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
    for heading, listed in (*_judged(rule), *_around(rule, profiles)):
        yield from _listing(heading, listed, width)


def _judged(rule: Rule) -> Iterator[tuple[str, Sequence[str]]]:
    """What a rule judges, and what it wants: headings, each with what stands below it."""
    words = wording.clause_in_words
    narrowed = " for which:" if rule.when else "."
    yield f"Judges each {rule.resource}{narrowed}", [*map(words, rule.when)]
    yield "Wants:", [*map(words, rule.check)]
    if rule.together is not None:
        yield "Wants of them together:", [wording.together_in_words(rule.together)]
    joined = "{0.name}: each {0.type} whose {0.theirs.text} is in {0.ours.text}"
    yield "Looks at:", [joined.format(each) for each in rule.join]


def _around(rule: Rule, profiles: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """What else there is to know of a rule."""
    written = wording.written
    yield "Parameters:", [f"{name} (default {written(each)})" for name, each in rule.params.items()]
    inputs = [f"{name} sets {param}" for name, param in rule.inputs.items()]
    yield "Inputs of AWS's managed rules:", inputs
    yield "Reads:", sorted(_read(rule))
    controls = [f"{name}: {', '.join(numbers)}" for name, numbers in rule.controls.items()]
    yield "Controls:", controls
    yield "Profiles that use it:", profiles
    yield "Tests:", [f"{test.name}: {test.expect}" for test in rule.tests]
    yield "See:", list(rule.references)


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
