"""What is kept of the built-in rules: their content as JSON, their expressions as Python.

`python -m scanner.builtin.generate` writes both anew.
"""

import json
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from scanner import builtin, document
from scanner.builtin import KEPT, TABLE
from scanner.expression import CALLABLE, Expression, compile
from scanner.expression.codegen import Writer
from scanner.needs import fields_read
from scanner.rule import Rule, asked
from scanner.rule_of import rule_of

_HEAD: Final = '''"""What rules of {} compute, as `python -m scanner.builtin.generate` wrote it."""

from scanner.expression import CALLABLE
from scanner.expression.program import RUNTIME

'''


def files(paths: Iterable[str]) -> dict[str, str]:
    """What is to be kept of these rules: the text of each file of `kept`, by its name."""
    services = groupby(sorted(paths), key=lambda path: Path(path).parent.name)
    return {TABLE: table(paths)} | {f"{name}.py": programs(name, of) for name, of in services}


def table(paths: Iterable[str]) -> str:
    """The content of the rules as `builtin.Kept` has it, one rule a line, as JSON."""
    lines = [f"{json.dumps(Path(path).stem)}:{_line(path)}" for path in sorted(paths)]
    return "{" + ",\n".join(lines) + "}\n"


def _line(path: str) -> str:
    text = Path(path).read_text("utf-8")
    value = dict(document.parse(text, path).value)
    del value["tests"]
    rule = rule_of(value, path)
    reads = fields_read([rule])
    kept = {
        "size": len(text.encode()),
        "value": value,
        "reads": {kind: _listed(reads[kind]) for kind in sorted(reads)},
        "names": _names(rule) if rule.join else {},
    }
    return json.dumps(kept, separators=(",", ":"))


def _listed(names: frozenset[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)


def _names(rule: Rule) -> dict[str, list[str]]:
    """The names in the expressions of a rule, which tell those that read its joins."""
    found = [*asked(rule), *(join.ours for join in rule.join)]
    return {each.text: sorted(each.names) for each in found}


def programs(service: str, paths: Iterable[str]) -> str:
    """A module that makes the programs of all expressions in some rules, each once."""
    rules = [rule_of(document.parse(document.read(path), path).value, path) for path in paths]
    texts = sorted({each.text for rule in rules for each in _expressions(rule)})
    made = [_program(number, text) for number, text in enumerate(texts)]
    index = [f" {text!a}: p{number},\n" for number, text in enumerate(texts)]
    tail = f"EXPRESSIONS = {{\n{''.join(index)}}}\nglobals().update(RUNTIME)\n"
    return f"{_HEAD.format(service)}{''.join(made)}{tail}"


def _expressions(rule: Rule) -> Iterator[Expression]:
    for join in rule.join:
        yield from (join.ours, join.theirs)
    yield from asked(rule)


def _program(number: int, text: str) -> str:
    """A function that makes the program of an expression."""
    writer = Writer(CALLABLE)
    name = writer.function(compile(text).ast)
    constants = "".join(f"{each} = {_spelt(value)}\n" for each, value in writer.constants.items())
    body = textwrap.indent(f"{constants}{writer.text}\nreturn {name}\n", " ")
    return f"def p{number}():\n{body}\n"


def _spelt(value: Any) -> str:
    """A constant as Python: a literal of a rule, or what a function of ours runs."""
    named = (name for name, each in CALLABLE.items() if each.run is value)
    name = next(named, None)
    return ascii(value) if name is None else f"CALLABLE[{name!r}].run"


if __name__ == "__main__":
    written = files(builtin.paths())
    for old in {each.name for each in Path(KEPT).glob("[a-z]*.py")} - written.keys():
        Path(KEPT, old).unlink()
    for name, text in written.items():
        Path(KEPT, name).write_text(text, encoding="utf-8")
