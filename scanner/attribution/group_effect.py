"""What an event did to the rules of a security group: which permission let in what is at fault."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.attribution.culprit import PERMISSIONS, Culprit, Fault
from scanner.attribution.event import Event
from scanner.attribution.group_rule import GroupRule, group_rules
from scanner.attribution.kind import Kind
from scanner.attribution.outcome import Effect
from scanner.eventdoc.permissions import OUT, Granted, added, removed
from scanner.unresolved import Unresolved

_EVERYWHERE: Final = ("0.0.0.0/0", "::/0")
_PATHS: Final = {
    "ModifySecurityGroupRules": "requestParameters.ModifySecurityGroupRulesRequest",
}


def group_effect(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the event did to the rule at fault, or to the permissions where no rule is."""
    outward = fault.field.startswith(PERMISSIONS[1].lower())
    rule = next(group_rules(fault.element), None)
    given, taken = _given(one, outward), _taken(one, outward)
    if _matches(given, rule):
        return Effect("set", _path(one), _shown(given, rule))
    if _matches(taken, rule):
        return Effect("otherwise" if rule else "set", _path(one), _shown(taken, rule))
    if _is_unknown((*given.permissions, *taken.permissions)):
        return Effect("may", "eventName", one.name)
    return _made(one, kind, culprit, rule, outward)


class _Permissions(NamedTuple):
    """Permissions of one event, and by rule the first of them that is for it."""

    permissions: list[Any]
    by_rule: dict[GroupRule, Any]


@lru_cache(maxsize=2)
def _given(one: Event, outward: bool) -> _Permissions:
    """What the event added; of the newest asked event it is known, whatever fault is asked for."""
    return _by_rule(_granted(added(one.record), outward))


@lru_cache(maxsize=2)
def _taken(one: Event, outward: bool) -> _Permissions:
    """What the event took away."""
    return _by_rule(_granted(removed(one.record), outward))


def _by_rule(permissions: list[Any]) -> _Permissions:
    found: dict[GroupRule, Any] = {}
    for each in permissions:
        for rule in group_rules(each):
            found.setdefault(rule, each)
    return _Permissions(permissions, found)


def _granted(found: Iterable[Granted], outward: bool) -> list[Any]:
    return [
        permission
        for each in found
        if each.either or (each.direction == OUT) is outward
        for permission in each.permissions
    ]


def _matches(found: _Permissions, rule: GroupRule | None) -> bool:
    """Whether one of them is for the rule; where none is asked for, whether there are any."""
    return bool(found.permissions) if rule is None else rule in found.by_rule


def _shown(found: _Permissions, rule: GroupRule | None) -> Any:
    return found.permissions[0] if rule is None else found.by_rule[rule]


def _is_unknown(permissions: Iterable[Any]) -> bool:
    return any(type(each) is Unresolved for each in permissions)


def _made(
    one: Event, kind: Kind, culprit: Culprit, rule: GroupRule | None, outward: bool
) -> Effect | None:
    """Whether the making brought the rule: new groups let all out, default ones themselves in."""
    along = bool(culprit.vpc) and one.name in kind.along
    if one.name not in kind.made and not along:
        return None
    if rule is None:
        return Effect("otherwise" if outward or along else "made", "eventName", one.name)
    everything = rule.protocol == "-1"
    out = outward and everything and rule.source in _EVERYWHERE
    itself = along and not outward and everything and rule.source == culprit.id
    return Effect("made" if out or itself else "otherwise", "eventName", one.name)


def _path(one: Event) -> str:
    return _PATHS.get(one.name, "requestParameters.ipPermissions")
