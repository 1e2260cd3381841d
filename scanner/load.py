"""Rule and waiver files -> values; every mistake of all files at once, each with its place."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from scanner import builtin, document
from scanner.document import Parsed
from scanner.errors import UserError
from scanner.model import Location, Waiver
from scanner.rule import Rule
from scanner.rule_of import rule_files, rule_of


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
    known = builtin.rules() if with_builtin else ()
    mistakes += _same_ids(parsed, known)
    if mistakes:
        raise UserError("\n".join(mistakes))
    return tuple(sorted([*known, *map(_rule, parsed)], key=lambda rule: rule.id))


def _rule_files(path: str) -> list[str]:
    """The rule files below a path, sorted. A named file is one whatever its ending."""
    if os.path.isfile(path):
        return [path]
    if not os.path.isdir(path):
        raise UserError(f"{path}: no such rule file or directory")
    found = rule_files(path)
    if not found:
        raise UserError(f"{path}: holds no rule; rules are files that end in .yaml")
    return found


def _rule(parsed: Parsed) -> Rule:
    return rule_of(parsed.value, parsed.name)


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


def _same_ids(parsed: Iterable[Parsed], known: Iterable[Rule]) -> Iterator[str]:
    seen = {rule.id: f"{rule.location.uri}, which is built in" for rule in known}
    for one in parsed:
        name = one.value.get("id") if isinstance(one.value, dict) else None
        if isinstance(name, str) and name in seen:
            yield f"{one.at(('id',))}: the rule {name} stands already in {seen[name]}; rename one"
        elif isinstance(name, str):
            seen[name] = one.name


@cache
def schema(name: str) -> dict[str, Any]:
    """One of our JSON Schemas: "rule", "profile", "waivers" or "settings"."""
    text = files("scanner").joinpath(f"{name}.schema.json").read_bytes()
    value: dict[str, Any] = msgspec.json.decode(text)
    return value


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
