"""The files of a folder that hold rules, and the rule that a file's checked content is."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from scanner.expression import Expression, compile
from scanner.model import Location
from scanner.operators import OPERATORS
from scanner.rule import (
    AnyOf,
    Clause,
    Compare,
    Count,
    Fields,
    Join,
    Not,
    Rule,
    RuleTest,
    Silence,
)


def rule_files(folder: str) -> list[str]:
    """The rule files below a folder, sorted."""
    return sorted(
        os.path.join(inner, name)
        for inner, _, names in os.walk(folder)
        if "profiles" not in inner.split(os.sep)
        for name in names
        if name.endswith((".yaml", ".yml"))
    )


def rule_of(
    value: Mapping[str, Any],
    uri: str,
    expression: Callable[[str], Expression] = compile,
    reads: Fields | None = None,
) -> Rule:
    """The rule that the checked content of a file holds; `expression` makes what a text spells."""

    def clause(each: Mapping[str, Any]) -> Clause:
        return clause_of(each, expression)

    return Rule(
        id=value["id"],
        title=value["title"].strip(),
        severity=value["severity"],
        resource=value["resource"],
        check=tuple(map(clause, value.get("check", ()))),
        when=tuple(map(clause, value.get("when", ()))),
        join=tuple(_join(name, each, expression) for name, each in value.get("join", {}).items()),
        params=value.get("params", {}),
        tests=tuple(map(_test, value.get("tests", ()))),
        why=value["why"].strip(),
        fix=value["fix"].strip(),
        references=tuple(value.get("references", ())),
        controls={name: tuple(each) for name, each in value.get("controls", {}).items()},
        extra_fields=tuple(value.get("extraFields", ())),
        location=Location(uri, 1, 1),
        replacement=value.get("replacement"),
        inputs=value.get("inputs", {}),
        reads=reads,
        together=_together(value, expression),
    )


def clause_of(value: Mapping[str, Any], expression: Callable[[str], Expression]) -> Clause:
    """The clause that a mapping spells."""
    if "any" in value:
        return AnyOf(tuple(clause_of(each, expression) for each in value["any"]))
    if "not" in value:
        return Not(clause_of(value["not"], expression))
    operator = next(key for key in OPERATORS if key in value)
    return Compare(expression(value["value"]), operator, value[operator])


def _together(
    value: Mapping[str, Any], expression: Callable[[str], Expression]
) -> Count | Silence | None:
    if "count" in value:
        count = value["count"]
        return Count(tuple(map(expression, count["by"])), count["within"], count["at_least"])
    if "silence" in value:
        silence = value["silence"]
        return Silence(tuple(map(expression, silence["by"])), silence["longer_than"])
    return None


def _join(name: str, value: Mapping[str, Any], expression: Callable[[str], Expression]) -> Join:
    ours, theirs = expression(value["ours"]), expression(value.get("theirs", "resourceId"))
    return Join(name, value["type"], ours, theirs, value.get("optional", False))


def _test(value: Mapping[str, Any]) -> RuleTest:
    joined, params = value.get("with", {}), value.get("params", {})
    return RuleTest(value["name"], value["given"], value["expect"], joined, params)
