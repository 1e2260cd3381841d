"""Which fields of which resource types a set of rules reads, so that no others need be kept."""

from collections.abc import Iterable, Iterator, Mapping

from scanner.check.analysis import Path, analyse, scope
from scanner.expression import Expression
from scanner.fields import document_shape
from scanner.rule import Join, Rule, asked

_ALWAYS = frozenset({"resourceType", "resourceId", "resourceName", "arn", "accountId", "awsRegion"})
_PARTS = ("configuration", "supplementaryConfiguration")


def fields_read(rules: Iterable[Rule]) -> dict[str, frozenset[str] | None]:
    """What some rule reads of each type that it judges or joins, beyond what every item tells."""
    found: dict[str, frozenset[str] | None] = {}
    for rule in rules:
        for resource_type, more in _fields_of(rule):
            names = found.get(resource_type, frozenset())
            found[resource_type] = None if names is None or more is None else names | more
    return found


def _fields_of(rule: Rule) -> Iterable[tuple[str, frozenset[str] | None]]:
    if rule.reads is not None:
        return rule.reads.items()
    return ((resource_type, _names(path)) for resource_type, path in paths_read(rule))


def _names(path: Path) -> frozenset[str] | None:
    """The name that a field is kept under, None if it is the whole document or half of it."""
    if not path or path in {(part,) for part in _PARTS}:
        return None
    if path[0] in _PARTS:
        return frozenset({".".join(path[:2])})
    return frozenset({path[0]}) - _ALWAYS


def paths_read(rule: Rule) -> Iterator[tuple[str, Path]]:
    """Each type that a rule touches with each path that it reads of it; "resourceId" if none."""
    joins = {join.name: join for join in rule.join}
    for resource_type in (rule.resource, *(join.type for join in rule.join)):
        yield resource_type, ("resourceId",)
    for index, join in enumerate(rule.join):
        yield from _of(join.ours, rule, {each.name: each for each in rule.join[:index]})
        shape = document_shape(join.type, rule.extra_fields)
        yield from ((join.type, path) for path in analyse(join.theirs, shape).reads)
    for expression in asked(rule):
        yield from _of(expression, rule, joins)


def _of(
    expression: Expression, rule: Rule, joins: Mapping[str, Join]
) -> Iterator[tuple[str, Path]]:
    shapes = {name: document_shape(join.type, rule.extra_fields) for name, join in joins.items()}
    root = scope(document_shape(rule.resource, rule.extra_fields), shapes, rule.params)
    for path in analyse(expression, root).reads:
        if path and path[0] in joins:
            yield joins[path[0]].type, path[1:]
        elif path[:1] != ("params",):
            yield rule.resource, path
