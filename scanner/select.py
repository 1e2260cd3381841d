"""Which rules a scan uses, and with which parameters."""

import fnmatch
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from scanner.errors import UserError
from scanner.expression.signature import kind as kind_of
from scanner.fields import nearest
from scanner.operators import same_kind
from scanner.rule import SEVERITIES, Rule


def selected(
    rules: Sequence[Rule],
    *,
    ids: Sequence[str] = (),
    controls: Sequence[str] = (),
    severity: str | None = None,
) -> tuple[Rule, ...]:
    """The rules that an id or pattern names, that serve a control, and that are severe enough.

    `controls` are "framework" or "framework:number". Raises UserError where a name fits no rule, or
    none is left.
    """
    kept = list(rules)
    if ids:
        _each_fits(ids, [rule.id for rule in rules])
        kept = [rule for rule in kept if any(fnmatch.fnmatchcase(rule.id, each) for each in ids)]
    if controls:
        _each_known(controls, rules)
        kept = [rule for rule in kept if any(serves(rule, each) for each in controls)]
    if severity is not None:
        kept = [rule for rule in kept if at_least(rule.severity, severity)]
    if not kept:
        raise UserError("no rule is left; loosen --rule, --control or --severity")
    return tuple(sorted(kept, key=lambda rule: rule.id))


def at_least(severity: str, limit: str) -> bool:
    """Whether a severity is as bad as a limit, or worse."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(limit)


def serves(rule: Rule, control: str) -> bool:
    """Whether a rule serves a control, "framework" or "framework:number"; 3 covers 3.1."""
    framework, _, number = control.partition(":")
    numbers = rule.controls.get(framework)
    if numbers is None or not number:
        return numbers is not None
    return any(each == number or each.startswith(f"{number}.") for each in numbers)


def _each_fits(patterns: Iterable[str], ids: Sequence[str]) -> None:
    for pattern in patterns:
        if not any(fnmatch.fnmatchcase(each, pattern) for each in ids):
            best = nearest(pattern, ids)
            hint = f"did you mean {best}?" if best else "`groma rules` lists them"
            raise UserError(f"--rule {pattern}: no rule is called so; {hint}")


def _each_known(controls: Iterable[str], rules: Sequence[Rule]) -> None:
    for control in controls:
        if not any(serves(rule, control) for rule in rules):
            framework = control.partition(":")[0]
            names = sorted({name for rule in rules for name in rule.controls})
            best = nearest(framework, names)
            hint = f"did you mean {best}?" if best and best != framework else ""
            listed = hint or f"frameworks are {', '.join(names)}"
            raise UserError(f"--control {control}: no rule serves it; {listed}")


def with_params(rules: Sequence[Rule], given: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules with their defaults replaced; `given` names a parameter, or rule.parameter.

    Raises UserError for a name that no rule declares and for a value of another kind.
    """
    unused = set(given)
    changed = []
    for rule in rules:
        values = {}
        for name in rule.params:
            for key in (name, f"{rule.id}.{name}"):
                if key in given:
                    unused.discard(key)
                    values[name] = _fitting(key, given[key], rule, name)
        changed.append(replace(rule, params={**rule.params, **values}) if values else rule)
    if unused:
        _undeclared(min(unused), rules)
    return tuple(changed)


def _fitting(key: str, value: Any, rule: Rule, name: str) -> Any:
    default = rule.params[name]
    if not same_kind(value, default):
        raise UserError(
            f"--param {key}: {value!r} is not fit; {rule.id} takes a value of the same kind as its"
            f" default, which is a {kind_of(default)}: {default!r}"
        )
    return value


def _undeclared(key: str, rules: Sequence[Rule]) -> None:
    names = sorted({name for rule in rules for name in rule.params})
    names += [f"{rule.id}.{name}" for rule in rules for name in rule.params]
    best = nearest(key, names)
    hint = f"did you mean {best}?" if best else f"known are {', '.join(names)}"
    raise UserError(f"--param {key}: no rule has this parameter; {hint}")
