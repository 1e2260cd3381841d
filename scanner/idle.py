"""Why a rule judged nothing: nothing is of its type or in its scope, or it waits to be told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from scanner.check.analysis import analyse, scope
from scanner.decide import Situation
from scanner.event import EVENT
from scanner.fields import document_shape
from scanner.finding import NotExercised
from scanner.inventory.inventory import Inventory
from scanner.model import DECLARED
from scanner.rule import Clause, Rule, expressions
from scanner.unresolved import Unresolved

_ANYTHING: Final = Unresolved("it may be anything")
_NOTHING: Final[tuple[Any, ...]] = ([], {}, "", None)


def unheard(
    rules: Iterable[Rule], inventory: Inventory, keyless: Mapping[str, int]
) -> list[NotExercised]:
    """The rules that judged nothing, each with the reason.

    `keyless` are by rule the events in its scope that have nothing it puts events together by.
    """
    declared = all(place[1] == DECLARED for place in inventory.places)
    absent = "nothing here declares" if declared else "there is no"
    absent = absent if inventory.places else "no source tells of"
    found = []
    for rule in rules:
        seen = inventory.seen[rule.resource]
        why = _why(rule, seen, keyless.get(rule.id, 0))
        found.append(NotExercised(rule, why if seen else f"{absent} {rule.resource}"))
    return found


def _why(rule: Rule, seen: int, keyless: int) -> str:
    """Why a rule judged none of the items of its type."""
    if keyless and rule.together is not None:
        by = " nor ".join(each.text for each in rule.together.by)
        return f"{keyless} of the {seen} events are in the rule's scope, but none has {by}"
    if names := waits_for(rule):
        return f"it waits for the parameter{'s' * (len(names) > 1)} {' and '.join(names)}"
    items = "events" if rule.resource == EVENT else f"items of type {rule.resource}"
    return f"none of the {seen} {items} is in the rule's scope"


def waits_for(rule: Rule) -> Sequence[str]:
    """The empty parameters for which nothing can be in a rule's scope, whatever it may be."""
    return sorted({name for clause in rule.plain_scope for name in _awaited(clause, rule)})


def _awaited(clause: Clause, rule: Rule) -> Iterator[str]:
    read = list(expressions(clause))
    root = {name: _ANYTHING for each in read for name in each.names} | {"params": rule.params}
    if Situation(root).held(clause) is not False:
        return
    shape = scope(document_shape(rule.resource, rule.extra_fields), {}, rule.params)
    for each in read:
        for path in analyse(each, shape).reads:
            if len(path) > 1 and path[0] == "params" and rule.params.get(path[1]) in _NOTHING:
                yield path[1]
