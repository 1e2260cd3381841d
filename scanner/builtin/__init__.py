"""The built-in rules, as they are kept: nothing of YAML or JMESPath is read at the start."""

import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

import rules as package
from scanner import document
from scanner.expression import Expression
from scanner.expression.program import Program
from scanner.rule import Rule
from scanner.rule_of import rule_files, rule_of

KEPT = os.path.join(os.path.dirname(__file__), "kept")
TABLE = "rules.json"
_TESTS = "\ntests:"


class Kept(msgspec.Struct):
    """The content of one rule file without its tests, and what the file was when it was read.

    `reads` is what the rule reads of each type, as `needs.fields_read` has it; `names` are those in
    its expressions, where somebody will ask for them.
    """

    size: int
    value: msgspec.Raw
    reads: dict[str, list[str] | None]
    names: dict[str, frozenset[str]] = {}


@cache
def rules() -> tuple[Rule, ...]:
    """The built-in rules by id, without their tests and unchecked: `make check` has done that.

    A file whose size is not what it was is read anew, so that who works on it sees what it says.
    """
    kept = table()
    return tuple(rule(path, kept) for path in sorted(paths(), key=os.path.basename))


def ids() -> frozenset[str]:
    """The ids of the built-in rules, which are called as their files are."""
    return frozenset(map(_stem, paths()))


@cache
def paths() -> list[str]:
    """The files of the built-in rules."""
    return rule_files(folder())


def folder() -> str:
    """Where the built-in rules are."""
    return os.path.dirname(package.__file__)


def table() -> dict[str, Kept]:
    """What is kept of each rule, by id."""
    with open(os.path.join(KEPT, TABLE), "rb") as file:
        return msgspec.json.decode(file.read(), type=dict[str, Kept])


def rule(path: str, kept: Mapping[str, Kept]) -> Rule:
    """The rule of a file, as it is kept if the file is what it was."""
    known = kept.get(_stem(path))
    if known is None or known.size != os.path.getsize(path):
        text = document.read(path).partition(_TESTS)[0]
        return rule_of(document.parse(text, path).value, path)
    reads = {
        kind: None if names is None else frozenset(names) for kind, names in known.reads.items()
    }
    service = os.path.basename(os.path.dirname(path))

    def ready(text: str) -> Expression:
        return _ready(text, service, known.names.get(text))

    return rule_of(msgspec.json.decode(known.value), path, ready, reads)


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(".yaml")


@cache
def _ready(text: str, service: str, names: frozenset[str] | None) -> Expression:
    """The expression that a text spells, whose program is loaded when it is first asked."""
    return Expression(text, Program(lambda: program(text, service)), names)


def program(text: str, service: str) -> Callable[[Any], Any]:
    """What computes an expression of a service's rules."""
    made: Mapping[str, Callable[[], Callable[[Any], Any]]]
    made = import_module(f"{__name__}.kept.{service}").EXPRESSIONS
    return made[text]()
