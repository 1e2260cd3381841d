"""Which rules a scan uses, and with which parameters and severities."""

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from msgspec.structs import replace

from scanner.errors import UserError
from scanner.fields import nearest
from scanner.operators import same_kind
from scanner.profile import Profile, names, serves
from scanner.rule import SEVERITIES, Rule


def selected(
    rules: Sequence[Rule],
    *,
    ids: Sequence[str] = (),
    controls: Sequence[str] = (),
    severity: str | None = None,
    beyond: Sequence[Rule] = (),
) -> tuple[Rule, ...]:
    """The rules that an id or pattern names, that serve a control, and that are severe enough.

    `controls` are "framework" or "framework:number". `beyond` are rules that only an id written in
    full chooses. Raises UserError where a name fits no rule, or none is left.
    """
    kept = list(rules)
    if ids:
        _refuse("--rule", (unfit(each, [*rules, *beyond]) for each in ids))
        here = {rule.id for rule in rules}
        kept = list(filter(names(ids), rules))
        kept += [rule for rule in beyond if rule.id in ids and rule.id not in here]
    if controls:
        _refuse("--control", (unserved(each, rules) for each in controls))
        kept = [rule for rule in kept if any(serves(rule, each) for each in controls)]
    if severity is not None:
        kept = [rule for rule in kept if at_least(rule.severity, severity)]
    if not kept:
        raise UserError("no rule is left; loosen --rule, --control, --severity or --profile")
    return tuple(sorted(kept, key=lambda rule: rule.id))


def _refuse(option: str, problems: Iterable[str | None]) -> None:
    for problem in problems:
        if problem:
            raise UserError(f"{option} {problem}")


def at_least(severity: str, limit: str) -> bool:
    """Whether a severity is as bad as a limit, or worse."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(limit)


def unfit(pattern: str, rules: Sequence[Rule]) -> str | None:
    """What is wrong with an id or pattern: no rule is called so. None if one is."""
    ids = [rule.id for rule in rules]
    if any(fnmatchcase(each, pattern) for each in ids):
        return None
    best = nearest(pattern, ids)
    hint = f"did you mean {best}?" if best else "`groma rules` lists them"
    return f"{pattern}: no rule is called so; {hint}"


def unserved(control: str, rules: Sequence[Rule]) -> str | None:
    """What is wrong with "framework" or "framework:number": no rule serves it. None if one does."""
    if any(serves(rule, control) for rule in rules):
        return None
    framework = control.partition(":")[0]
    frameworks = sorted({name for rule in rules for name in rule.controls})
    listed, best = ", ".join(frameworks), nearest(framework, frameworks)
    meant = f"did you mean {best}?" if best and best != framework else ""
    return f"{control}: no rule serves it; {meant or f'frameworks are {listed}'}"


def with_params(rules: Sequence[Rule], given: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules with their defaults replaced; `given` names a parameter, or rule.parameter.

    Raises UserError for a name that no rule declares and for a value of another kind.
    """
    _refuse("--param", (unsettable(key, value, rules) for key, value in given.items()))
    return _set(rules, given)


def _set(rules: Sequence[Rule], given: Mapping[str, Any]) -> tuple[Rule, ...]:
    if not given:
        return tuple(rules)
    return tuple(_with_values(rule, given) for rule in rules)


def _with_values(rule: Rule, given: Mapping[str, Any]) -> Rule:
    values = {name: given[key] for name in rule.params for key in _keys(rule, name) if key in given}
    return replace(rule, params={**rule.params, **values}) if values else rule


def unsettable(key: str, value: Any, rules: Sequence[Rule]) -> str | None:
    """What is wrong with a parameter's name, or its value where the default is of another kind."""
    found = [(rule, name) for rule in rules for name in rule.params if key in _keys(rule, name)]
    for rule, name in found:
        default = rule.params[name]
        if not same_kind(value, default):
            return (
                f"{key}: {value!r} is not fit; {rule.id} takes a value of the same kind as its"
                f" default, {default!r}"
            )
    return None if found else _undeclared(key, rules)


def _keys(rule: Rule, name: str) -> tuple[str, str]:
    return name, f"{rule.id}.{name}"


def _undeclared(key: str, rules: Sequence[Rule]) -> str:
    known = sorted({name for rule in rules for name in rule.params})
    known += [f"{rule.id}.{name}" for rule in rules for name in rule.params]
    best = nearest(key, known)
    hint = f"did you mean {best}?" if best else f"known are {', '.join(known)}"
    return f"{key}: no rule has this parameter; {hint}"


def as_profiled(rules: Sequence[Rule], profile: Profile | None) -> tuple[Rule, ...]:
    """The rules with the parameters and severities that a checked profile gives them."""
    if profile is None:
        return tuple(rules)
    below = _set(as_profiled(rules, profile.base), profile.params)
    return tuple(
        replace(rule, severity=profile.severities[rule.id])
        if rule.id in profile.severities
        else rule
        for rule in below
    )
