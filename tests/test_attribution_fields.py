"""Of each field that a built-in rule reads it is known what changes it, so that a making is told
as sure only where nothing can have changed the field unseen."""

import re
from pathlib import Path
from typing import Any

import pytest

from scanner import load
from scanner.attribution.culprit import PERMISSIONS, Culprit, Fault, lists
from scanner.attribution.effect import effect
from scanner.attribution.event import event
from scanner.attribution.kind import Kind, is_inside
from scanner.attribution.kinds import ALL, BY_TYPE
from scanner.authors import culprits
from scanner.evaluate import judged
from scanner.event import EVENT
from scanner.selftest import _entry, situation
from tests.attributions import record
from tests.test_attribution_kinds import names, operations

ROOT = Path(__file__).resolve().parents[1]
READS = re.compile(r"(Describe|Get|List|Search|Test|Validate)")
PLACE = frozenset({"awsregion", "accountid", "resourceid", "resourcename", "arn"})
"""What no event changes, though a rule may read it to join: it stays unsure."""


def at_fault(rule: Any, test: Any) -> list[Culprit]:
    """What is at fault in the situation of a rule's own test."""
    tried, document, partition = situation(rule, test)
    found: list[Culprit] = []
    judged(
        tried,
        (_entry(document)[0], document),
        partition,
        None,
        lambda finding, at_fault: found.extend(culprits(finding, at_fault)),
    )
    return found


def fields_read() -> list[tuple[str, str]]:
    """The types and fields that the built-in rules' failing tests find at fault."""
    files = [each for each in (ROOT / "rules").rglob("*.yaml") if each.parent.name != "profiles"]
    found = {
        (culprit.type, fault.field)
        for rule in load.rules(sorted(map(str, files)))
        if rule.resource != EVENT
        for test in rule.tests
        if test.expect == "fail"
        for culprit in at_fault(rule, test)
        for fault in culprit.faults
    }
    return sorted(each for each in found if each[0] in BY_TYPE)


READ = fields_read()


@pytest.mark.parametrize(("type", "field"), READ, ids=lambda each: each)
def test_of_each_field_that_a_rule_reads_it_is_known_what_changes_it(type, field):
    field = field.partition(".*")[0]
    elements = (*lists(type), *PERMISSIONS)
    known = any(each.shows(field) or each.hides(field) for each in BY_TYPE[type])
    assert known or field in PLACE or is_inside(field, *elements)


def test_the_rules_read_many_fields():
    assert len(READ) > 250


def shown() -> list[tuple[Kind, str]]:
    """The fields whose changes parameters show: of their own name, or another one."""
    found = []
    for kind in ALL:
        decided = [field for fields in kind.sets.values() for field in fields]
        renamed = [each.lstrip("+-") for each in kind.fields.values() if not each.endswith("*")]
        found += [(kind, each) for each in kind.told]
        found += [(kind, each) for each in renamed if not is_in(each, [*decided, *kind.fixed])]
    return found


def is_in(field: str, others: list[str]) -> bool:
    return is_inside(field.lower(), *others)


@pytest.mark.parametrize(
    ("kind", "field"), shown(), ids=lambda each: names(each) if isinstance(each, Kind) else each
)
def test_each_field_that_is_shown_is_a_parameter_of_an_event_besides_the_making(kind, field):
    later = [
        name
        for name in operations(kind.source)
        if kind.concerns(name) and name not in kind.made and not READS.match(name)
    ]
    assert [each for each in later if decides(kind, each, field)] != []


def decides(kind: Kind, name: str, field: str) -> bool:
    """Whether a call with all of its parameters says something of the field."""
    word = field.rpartition(".")[2]
    asked = filled(operations(kind.source)[name].input_shape, word, ())
    one = event(record(f"{kind.source}:{name}", asked))
    return effect(one, kind, Culprit(kind.type, "x"), Fault(field)) is not None


def filled(shape: Any, word: str, above: tuple[str, ...]) -> Any:
    """A parameter of that shape, with all that is in it; every text is the word."""
    if shape is None or shape.name in above:
        return {}
    above = (*above, shape.name)
    if shape.type_name == "structure":
        return {
            name[0].lower() + name[1:]: filled(each, word, above)
            for name, each in shape.members.items()
        }
    if shape.type_name == "list":
        return [filled(shape.member, word, above)]
    return {word: filled(shape.value, word, above)} if shape.type_name == "map" else word


@pytest.mark.parametrize("kind", ALL, ids=names)
def test_a_field_has_one_explanation(kind):
    assert [each for each in kind.fixed if is_in(each, [*kind.told, *kind.untold])] == []
    assert [each for each in kind.untold if kind.shows(each.lower())] == []
