"""What an event did to the rules of a security group: which permission let in what is at fault."""

from collections.abc import Iterable
from typing import Any, Final

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
    given = _granted(added(one.record), outward)
    taken = _granted(removed(one.record), outward)
    if _matches(given, rule):
        return Effect("set", _path(one), _shown(given, rule))
    if _matches(taken, rule):
        return Effect("otherwise" if rule else "set", _path(one), _shown(taken, rule))
    if _is_unknown((*given, *taken)):
        return Effect("may", "eventName", one.name)
    return _made(one, kind, culprit, rule, outward)


def _granted(found: Iterable[Granted], outward: bool) -> list[Any]:
    return [
        permission
        for each in found
        if each.either or (each.direction == OUT) is outward
        for permission in each.permissions
    ]


def _matches(permissions: list[Any], rule: GroupRule | None) -> bool:
    """Whether one of them is for the rule; where none is asked for, whether there are any."""
    if rule is None:
        return bool(permissions)
    return any(rule in group_rules(each) for each in permissions)


def _shown(permissions: list[Any], rule: GroupRule | None) -> Any:
    return next((each for each in permissions if _matches([each], rule)), permissions[0])


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
