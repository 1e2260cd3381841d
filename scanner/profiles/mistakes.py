"""What is wrong with a profile file, each mistake with its place and the nearest real name."""

from collections.abc import Iterator, Mapping, Sequence

from scanner.check import structure
from scanner.document import Parsed
from scanner.load import schema
from scanner.profiles.select import unfit, unserved, unsettable
from scanner.rule import Rule


def mistakes(parsed: Parsed, rules: Sequence[Rule]) -> list[str]:
    """What is wrong with a profile, `rules` being all at hand, as `file:line:column: text`."""
    found = [*parsed.mistakes, *structure.mistakes(parsed, schema("profile"))]
    return found or [*_unknown_rules(parsed, rules), *_settings(parsed, rules)]


def _unknown_rules(parsed: Parsed, rules: Sequence[Rule]) -> Iterator[str]:
    for key, fault in (("rules", unfit), ("without", unfit), ("serving", unserved)):
        first: dict[str, int] = {}
        for index, name in enumerate(parsed.value.get(key, ())):
            place = parsed.at((key, index))
            if name in first:
                line = parsed.values[key, first[name]].line
                yield f"{place}: {name} stands already at line {line}; keep one"
            elif problem := fault(name, rules):
                yield f"{place}: {problem}"
            first.setdefault(name, index)


def _settings(parsed: Parsed, rules: Sequence[Rule]) -> Iterator[str]:
    for key, value in _members(parsed, "params").items():
        if problem := unsettable(key, value, rules):
            yield f"{parsed.at_key(('params', key))}: {problem}"
    framework = parsed.value.get("framework")
    if framework and "controls" not in parsed.value and (problem := unserved(framework, rules)):
        yield f"{parsed.at(('framework',))}: {problem}"
    ids = frozenset(rule.id for rule in rules)
    for name in _members(parsed, "severities"):
        if name not in ids:
            yield f"{parsed.at_key(('severities', name))}: {unfit(name, rules) or _pattern(name)}"


def _pattern(name: str) -> str:
    return f"{name}: a severity is one rule's; write its id in full"


def _members(parsed: Parsed, key: str) -> Mapping[str, object]:
    members: Mapping[str, object] = parsed.value.get(key, {})
    return members
