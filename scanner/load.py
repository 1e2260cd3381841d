"""Rule and waiver files -> values; every mistake of all files at once, each with its place."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from scanner import document
from scanner.document import Parsed
from scanner.errors import UserError
from scanner.expression import compile
from scanner.model import Location, Waiver
from scanner.operators import OPERATORS
from scanner.rule import AnyOf, Clause, Compare, Join, Not, Rule, RuleTest

_TESTS = "\ntests:"


def builtin_rules() -> tuple[Rule, ...]:
    """The built-in rules by id, without their tests and unchecked: `make check` has done that."""
    return tuple(
        rule_of(document.parse(text.partition(_TESTS)[0], name)) for name, text in _builtin_texts()
    )


def builtin_ids() -> frozenset[str]:
    """The ids of the built-in rules, which are called as their files are."""
    return frozenset(Path(path).stem for path in builtin_paths())


def builtin_paths() -> list[str]:
    """The files of the built-in rules."""
    return _rule_files(str(files("rules")))


def _builtin_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(builtin_paths(), key=os.path.basename):
        yield path, Path(path).read_text("utf-8")


def rules(paths: Sequence[str], *, with_builtin: bool = False) -> tuple[Rule, ...]:
    """The rules of files and directories, by id. Raises UserError with every mistake in them.

    With `with_builtin` the built-in rules stand among them; no other may have an id of theirs.
    """
    names = list(dict.fromkeys(name for path in paths for name in _rule_files(path)))
    mistakes: list[str] = []
    parsed: list[Parsed] = []
    for name in names:
        try:
            one = document.parse(document.read(name), name)
        except UserError as error:
            mistakes.append(str(error))
            continue
        parsed.append(one)
        mistakes += [*one.mistakes, *_mistakes(one)]
    builtin = builtin_rules() if with_builtin else ()
    mistakes += _same_ids(parsed, builtin)
    if mistakes:
        raise UserError("\n".join(mistakes))
    return tuple(sorted([*builtin, *map(rule_of, parsed)], key=lambda rule: rule.id))


def _rule_files(path: str) -> list[str]:
    """The rule files below a path, sorted. A named file is one whatever its ending."""
    if os.path.isfile(path):
        return [path]
    if not os.path.isdir(path):
        raise UserError(f"{path}: no such rule file or directory")
    found = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(path)
        if "profiles" not in Path(folder).parts
        for name in names
        if name.endswith((".yaml", ".yml"))
    ]
    if not found:
        raise UserError(f"{path}: holds no rule; rules are files that end in .yaml")
    return sorted(found)


def _mistakes(parsed: Parsed) -> list[str]:
    from scanner.check import meaning, structure

    return structure.mistakes(parsed, schema("rule")) or [
        *_misnamed(parsed),
        *meaning.mistakes(parsed),
    ]


def _misnamed(parsed: Parsed) -> Iterator[str]:
    stem = Path(parsed.name).stem
    if parsed.value["id"] != stem:
        yield f"{parsed.at(('id',))}: the id is {parsed.value['id']}, the file {stem}; name it so"


def _same_ids(parsed: Iterable[Parsed], builtin: Iterable[Rule]) -> Iterator[str]:
    seen = {rule.id: f"{rule.location.uri}, which is built in" for rule in builtin}
    for one in parsed:
        name = one.value.get("id") if isinstance(one.value, dict) else None
        if isinstance(name, str) and name in seen:
            yield f"{one.at(('id',))}: the rule {name} stands already in {seen[name]}; rename one"
        elif isinstance(name, str):
            seen[name] = one.name


@cache
def schema(name: str) -> dict[str, Any]:
    """One of our JSON Schemas: "rule", "waivers" or "settings"."""
    text = files("scanner").joinpath(f"{name}.schema.json").read_bytes()
    value: dict[str, Any] = msgspec.json.decode(text)
    return value


def rule_of(parsed: Parsed) -> Rule:
    """The rule that a checked document holds."""
    value = parsed.value
    return Rule(
        id=value["id"],
        title=value["title"].strip(),
        severity=value["severity"],
        resource=value["resource"],
        check=tuple(map(clause_of, value["check"])),
        when=tuple(map(clause_of, value.get("when", ()))),
        join=tuple(_join(name, each) for name, each in value.get("join", {}).items()),
        params=value.get("params", {}),
        tests=tuple(map(_test, value.get("tests", ()))),
        why=value["why"].strip(),
        fix=value["fix"].strip(),
        references=tuple(value.get("references", ())),
        controls={name: tuple(each) for name, each in value.get("controls", {}).items()},
        extra_fields=tuple(value.get("extraFields", ())),
        location=Location(parsed.name, 1, 1),
        replacement=value.get("replacement"),
        inputs=value.get("inputs", {}),
    )


def clause_of(value: Mapping[str, Any]) -> Clause:
    """The clause that a mapping spells."""
    if "any" in value:
        return AnyOf(tuple(map(clause_of, value["any"])))
    if "not" in value:
        return Not(clause_of(value["not"]))
    operator = next(key for key in OPERATORS if key in value)
    return Compare(compile(value["value"]), operator, value[operator])


def _join(name: str, value: Mapping[str, Any]) -> Join:
    theirs = compile(value.get("theirs", "resourceId"))
    return Join(name, value["type"], compile(value["ours"]), theirs, value.get("optional", False))


def _test(value: Mapping[str, Any]) -> RuleTest:
    joined, params = value.get("with", {}), value.get("params", {})
    return RuleTest(value["name"], value["given"], value["expect"], joined, params)


def waivers(path: str, known: frozenset[str]) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order. Raises UserError with every mistake in it.

    `known` are the ids of all rules at hand: a waiver for another one is a mistake.
    """
    from scanner.check import structure
    from scanner.fields import nearest

    parsed = document.parse(document.read(path), path)
    mistakes = [*parsed.mistakes, *structure.mistakes(parsed, schema("waivers"))]
    if not mistakes:
        for index, each in enumerate(parsed.value["waivers"]):
            if each["rule"] not in known:
                best = nearest(each["rule"], tuple(known))
                hint = f"did you mean {best}?" if best else "`groma rules` lists them"
                place = parsed.at(("waivers", index, "rule"))
                mistakes.append(f"{place}: no rule is called {each['rule']}; {hint}")
    if mistakes:
        raise UserError("\n".join(mistakes))
    return tuple(_waiver(parsed, index) for index in range(len(parsed.value["waivers"])))


def _waiver(parsed: Parsed, index: int) -> Waiver:
    mark = parsed.values["waivers", index]
    value = parsed.value["waivers"][index]
    return Waiver(**value, location=Location(parsed.name, mark.line, mark.column))
