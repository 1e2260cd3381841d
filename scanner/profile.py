"""A profile: which rules are used, how strictly, and which controls they are to show."""

import re
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from msgspec import Struct, field

from scanner.rule import Rule

_WILD = frozenset("*?[")
_DIGITS = frozenset("0123456789")


class Control(Struct, frozen=True):
    """A control of a framework: its number, and in our words what it asks for.

    `manual` says why no configuration can show that it is met, "" where one can.
    """

    number: str
    title: str = ""
    manual: str = ""


class Framework(Struct, frozen=True):
    """A set of controls. One that stands for others, as AC for AC-2(4), gives them a title."""

    name: str
    controls: tuple[Control, ...] = ()

    def title(self, number: str) -> str:
        """What a control asks for, or the nearest control above it; "" if nobody says."""
        above = [each for each in self.controls if covers(each.number, number)]
        return max(above, key=lambda each: len(each.number)).title if above else ""


class Profile(Struct, frozen=True):
    """What is to be judged and how: the rules that it names, and those that serve controls.

    `rules` and `without` are ids or patterns, `serving` "framework" or "framework:number". `params`
    are those of `--param`, `severities` are by rule id. `framework` is what reports group by. What
    `base` says holds where this profile says nothing else.
    """

    name: str
    title: str
    description: str = ""
    rules: tuple[str, ...] = ()
    serving: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    framework: str = ""
    controls: tuple[Control, ...] = ()
    base: "Profile | None" = None


def names(patterns: Sequence[str]) -> Callable[[Rule], bool]:
    """What tells whether one of these ids and patterns is a rule's."""
    ids = frozenset(patterns)
    wild = [each for each in patterns if not _WILD.isdisjoint(each)]
    return lambda rule: rule.id in ids or any(fnmatchcase(rule.id, each) for each in wild)


def serves(rule: Rule, control: str) -> bool:
    """Whether a rule serves a control, "framework" or "framework:number"; 3 covers 3.1."""
    framework, _, number = control.partition(":")
    numbers = rule.controls.get(framework)
    if numbers is None or not number:
        return numbers is not None
    return any(covers(number, each) for each in numbers)


def covers(number: str, other: str) -> bool:
    """Whether a control is another one, or stands for it: 3 for 3.1, AC-2 for AC-2(4)."""
    return other.startswith(number) and other[len(number) : len(number) + 1] in ("", ".", "-", "(")


def picked(profile: Profile, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Those of the rules that a profile uses."""
    mine = {rule.id for rule in picked(profile.base, rules)} if profile.base else set[str]()
    named, left_out = names(profile.rules), names(profile.without)
    return tuple(
        rule
        for rule in rules
        if (rule.id in mine or named(rule) or any(serves(rule, each) for each in profile.serving))
        and not left_out(rule)
    )


def in_order(number: str) -> list[tuple[bool, int, str]]:
    """What sorts controls as people do: 1.2 before 1.10, AC-2 before AC-2(4) before AC-17."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9.]+", number)
    return [(False, int(each), "") if each[0] in _DIGITS else (True, 0, each) for each in parts]
