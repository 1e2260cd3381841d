"""What is wrong with a rule beyond its form: fields, expressions, operators, joins and tests."""

from collections.abc import Iterator, Mapping
from typing import Any

from scanner.check import togetherness
from scanner.check.analysis import Shape, analyse, kinds_of, scope
from scanner.check.strangers import strange_fields
from scanner.document import Parsed, Path
from scanner.expression import Expression, ExpressionError, compile
from scanner.expression.signature import kind as kind_of
from scanner.fields import ENVELOPE, document_shape, known_types, nearest
from scanner.operators import OPERATORS, misfit, pattern, same_kind


def mistakes(parsed: Parsed) -> list[str]:
    """What is wrong with the meaning of a rule whose form is right, each with its place."""
    rule = parsed.value
    found = list(_types(parsed))
    if found:
        return found  # what else seems wrong may be so because of them
    joins = rule.get("join", {})
    found += _join_names(parsed, joins)
    root = _scope(rule, joins)
    for name, join in joins.items():
        earlier = {key: joins[key] for key in list(joins)[: list(joins).index(name)]}
        found += _expression(parsed, ("join", name, "ours"), join["ours"], _scope(rule, earlier))[0]
        if "theirs" in join:
            shape = document_shape(join["type"], tuple(rule.get("extraFields", ())))
            found += _expression(parsed, ("join", name, "theirs"), join["theirs"], shape)[0]
    found += togetherness.mistakes(
        parsed, lambda path, text: _expression(parsed, path, text, root)[0]
    )
    for part in ("when", "check"):
        for index, clause in enumerate(rule.get(part, ())):
            found += _clause(parsed, (part, index), clause, root)
    found += _inputs(parsed, rule.get("params", {}))
    of_tests: dict[str, str] = {}
    for index, test in enumerate(rule["tests"]):
        for each in _test(parsed, ("tests", index), test):
            of_tests.setdefault(each.partition(": ")[2], each)
    return [*found, *of_tests.values()]  # tests repeat fields, and a mistake once is enough


def _scope(rule: Mapping[str, Any], joins: Mapping[str, Any]) -> Shape:
    extra = tuple(rule.get("extraFields", ()))
    shapes = {name: document_shape(join["type"], extra) for name, join in joins.items()}
    return scope(document_shape(rule["resource"], extra), shapes, rule.get("params", {}))


def _types(parsed: Parsed) -> Iterator[str]:
    rule = parsed.value
    named: list[tuple[Path, str]] = [(("resource",), rule["resource"])]
    named += [(("join", name, "type"), join["type"]) for name, join in rule.get("join", {}).items()]
    for path, resource_type in named:
        if resource_type not in known_types() and not rule.get("extraFields"):
            best = nearest(resource_type, known_types())
            hint = f"did you mean {best}?" if best else "list the fields it reads under extraFields"
            yield f"{parsed.at(path)}: {resource_type} is not a type that Groma knows; {hint}"


def _join_names(parsed: Parsed, joins: Mapping[str, Any]) -> Iterator[str]:
    for name in joins:
        if name in ENVELOPE or name in ("params", "now"):
            place = parsed.at_key(("join", name))
            yield f"{place}: {name} is there for every item; give the join another name"


def _expression(
    parsed: Parsed, path: Path, text: str, root: Shape
) -> tuple[list[str], frozenset[str]]:
    """The mistakes of an expression, and the kinds of value that it can give."""
    try:
        expression: Expression = compile(text)
    except ExpressionError as error:
        return [f"{parsed.at(path, error.position)}: {error.message}"], frozenset({"any"})
    analysis = analyse(expression, root)
    found = [f"{parsed.at(path, each.position)}: {each.what}" for each in analysis.mistakes]
    return found, frozenset({"any"}) if found else kinds_of(analysis.shape)


def _clause(parsed: Parsed, path: Path, clause: Mapping[str, Any], root: Shape) -> Iterator[str]:
    if "any" in clause:
        for index, each in enumerate(clause["any"]):
            yield from _clause(parsed, (*path, "any", index), each, root)
    elif "not" in clause:
        yield from _clause(parsed, (*path, "not"), clause["not"], root)
    else:
        found, kinds = _expression(parsed, (*path, "value"), clause["value"], root)
        yield from found
        operator = next(key for key in OPERATORS if key in clause)
        yield from _operator(parsed, (*path, operator), operator, clause[operator], kinds)


def _operator(
    parsed: Parsed, path: Path, operator: str, wanted: Any, kinds: frozenset[str]
) -> Iterator[str]:
    if operator == "matches":
        reason = _not_a_pattern(wanted)
        if reason:
            yield f"{parsed.at(path)}: not an RE2 expression: {reason}"
    reason = misfit(operator, wanted, kinds)
    if reason:
        yield f"{parsed.at(path)}: {operator}: {reason}"


def _not_a_pattern(text: str) -> str | None:
    import re2

    try:
        pattern(text)
    except re2.error as error:
        return str(error.args[0].decode() if isinstance(error.args[0], bytes) else error)
    return None


def _test(parsed: Parsed, path: Path, test: Mapping[str, Any]) -> Iterator[str]:
    rule = parsed.value
    extra = tuple(rule.get("extraFields", ()))
    shape = document_shape(rule["resource"], extra)
    for below, given in togetherness.situations(test["given"]):
        for at, what in strange_fields(given, shape):
            yield f"{parsed.at_key((*path, 'given', *below, *at))}: {what}"
    for name, documents in test.get("with", {}).items():
        yield from _joined(parsed, (*path, "with", name), name, documents)
    yield from wrong_params(parsed, (*path, "params"), test.get("params", {}), rule)


def _joined(parsed: Parsed, path: Path, name: str, documents: Any) -> Iterator[str]:
    joins = parsed.value.get("join", {})
    if name not in joins:
        yield f"{parsed.at_key(path)}: {name} is not declared under join; {_known(name, joins)}"
        return
    shape = document_shape(joins[name]["type"], tuple(parsed.value.get("extraFields", ())))
    for index, document in enumerate(documents):
        for at, what in strange_fields(document, shape):
            yield f"{parsed.at_key((*path, index, *at))}: {what}"


def wrong_params(
    parsed: Parsed, path: Path, params: Mapping[str, Any], rule: Mapping[str, Any]
) -> Iterator[str]:
    """What is wrong with params that are to replace a rule's defaults."""
    declared = rule.get("params", {})
    for name, value in params.items():
        at = parsed.at_key((*path, name))
        if name not in declared:
            yield f"{at}: {name} is not declared under params; {_known(name, declared)}"
        elif not same_kind(value, declared[name]):
            yield f"{at}: {name} is a {kind_of(value)}; its default is a {kind_of(declared[name])}"


def _inputs(parsed: Parsed, declared: Mapping[str, Any]) -> Iterator[str]:
    """The inputs of managed rules that set no parameter of this one."""
    for name, param in parsed.value.get("inputs", {}).items():
        if param not in declared:
            place = parsed.at(("inputs", name))
            yield f"{place}: {param} is not declared under params; {_known(param, declared)}"


def _known(name: str, names: Mapping[str, Any]) -> str:
    best = nearest(name, tuple(names))
    if best:
        return f"did you mean {best}?"
    return f"known are {', '.join(names)}" if names else "none is declared"
