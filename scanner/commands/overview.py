"""Profiles, and what shows the controls of a framework, as tables and JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from reports.escape import flowing
from reports.tally import numbered
from scanner.errors import UserError
from scanner.profile import picked
from scanner.profiles.controls import Shown, framework, frameworks, shown
from scanner.profiles.files import DEFAULT, is_file, profile, profile_names
from scanner.profiles.select import unserved
from scanner.rule import Rule


def profiles(rules: Sequence[Rule], form: str) -> str:
    """The built-in profiles: name, how many of the rules each uses, and what it is."""
    found = [profile(name, ()) for name in profile_names()]
    if form == "json":
        return _json(
            {
                "profile": each.name,
                "title": each.title,
                "description": flowing(each.description),
                "default": each.name == DEFAULT,
                "framework": each.framework or None,
                "rules": [rule.id for rule in picked(each, rules)],
            }
            for each in found
        )
    rows = [
        (each.name, len(picked(each, rules)), flowing(f"{each.title}. {each.description}"))
        for each in found
    ]
    table = _table(("profile", "rules", "what it is"), rows, (None, None, 66))
    return f"{table}\n\nA scan uses {DEFAULT} unless you choose a profile or rules."


def coverage(name: str | None, rules: Sequence[Rule], form: str) -> str:
    """What shows each control of a framework; of all frameworks how many have rules, if None.

    The name may be that of a profile file. Raises UserError for a framework that nobody knows.
    """
    if name is None:
        return _coverages({each: shown(framework(each), rules) for each in frameworks(rules)}, form)
    own = profile(name, rules) if is_file(name) else None
    if own is not None and not own.framework:
        raise UserError(f"{name}: it names no framework")
    of = framework(own.framework if own else name, own)
    if not of.controls and (problem := unserved(of.name, rules)):
        raise UserError(problem)
    return _coverage(shown(of, rules), form)


def _coverages(found: Mapping[str, Sequence[Shown]], form: str) -> str:
    headers = ("framework", "controls", "with rules", "manual")
    rows = [(name, len(each), *_numbers(each)) for name, each in found.items()]
    if form == "json":
        return _json(dict(zip(headers, row, strict=True)) for row in rows)
    return _table(headers, rows, (None, None, None, None))


def _coverage(found: Sequence[Shown], form: str) -> str:
    if form == "json":
        return _json(msgspec.to_builtins(each) for each in found)
    return f"{_control_table(found)}\n\n{_summary(found)}"


def _control_table(found: Sequence[Shown]) -> str:
    if not any(each.title for each in found):
        rows = [(each.control, _shown_by(each)) for each in found]
        return _table(("control", "rules"), rows, (None, 52))
    titled = [(each.control, flowing(each.title), _shown_by(each)) for each in found]
    return _table(("control", "what it asks for", "rules"), titled, (None, 40, 52))


def _shown_by(control: Shown) -> str:
    if control.rules:
        return "\n".join(control.rules)
    return f"(by hand: {flowing(control.manual)})" if control.manual else "(no rule yet)"


def _numbers(found: Sequence[Shown]) -> tuple[int, int]:
    """How many controls have rules, and how many can have none."""
    ruled = [each for each in found if each.rules]
    return len(ruled), sum(bool(each.manual and not each.rules) for each in found)


def _summary(found: Sequence[Shown]) -> str:
    ruled, manual = _numbers(found)
    said = [f"{ruled} of {numbered(len(found), 'control')} have rules"]
    said += [f"{manual} can only be judged by hand"] if manual else []
    left = len(found) - ruled - manual
    return ", ".join([*said, *([f"{left} have no rule yet"] if left else [])]) + "."


def _json(values: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(list(values))).decode()


def _table(
    headers: Sequence[str], rows: Sequence[Sequence[object]], widths: Sequence[int | None]
) -> str:
    from tabulate import tabulate

    return tabulate(rows, headers=headers, maxcolwidths=list(widths), disable_numparse=True)
