"""Which rules show each control of a framework, and why some controls have none."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from scanner.errors import UserError
from scanner.profile import Framework, Profile, covers, in_order, picked
from scanner.profiles.files import profile, profile_names
from scanner.profiles.select import unserved
from scanner.rule import Rule


class Shown(Struct, frozen=True):
    """A control and the rules that show whether it is met.

    `manual` says why there can be none, "" where there could.
    """

    control: str
    title: str
    rules: tuple[str, ...]
    manual: str = ""


def framework(name: str, given: Profile | None = None) -> Framework:
    """The framework of a name, with the controls that a profile lists of it: the given one or ours.

    One that no profile lists has no controls here.
    """
    if given is not None and given.framework == name and given.controls:
        return Framework(name, given.controls)
    ours = profile(name, ()) if name in profile_names() else None
    return Framework(name, ours.controls if ours and ours.framework == name else ())


def shown(of: Framework, rules: Iterable[Rule]) -> list[Shown]:
    """Each control that the framework lists or a rule serves, in order.

    One that only stands for others, such as AC for AC-2, is there where no rule serves those.
    """
    serving: dict[str, list[str]] = {}
    for rule in rules:
        for number in rule.controls.get(of.name, ()):
            serving.setdefault(number, []).append(rule.id)
    listed = {each.number: each for each in of.controls}
    above = {each for each in listed if any(covers(each, below) for below in serving)}
    numbers = sorted((listed.keys() - above) | serving.keys(), key=in_order)
    return [
        Shown(
            number,
            of.title(number),
            tuple(sorted(serving.get(number, ()))),
            listed[number].manual if number in listed else "",
        )
        for number in numbers
    ]


def grouped_by(text: str, given: Profile | None, rules: Sequence[Rule]) -> Framework:
    """The framework that "control" (the profile's) or "control:framework" means.

    Raises UserError where there is none.
    """
    word, _, name = text.partition(":")
    if word != "control":
        raise UserError(f"--by {text}: rule, control or control:FRAMEWORK is meant")
    name = name or (given.framework if given else "")
    if not name:
        known = ", ".join(frameworks(rules))
        raise UserError(f"--by control: of which framework? write control:NAME; there are {known}")
    found = framework(name, given)
    if not found.controls and (problem := unserved(name, rules)):
        raise UserError(f"--by {problem}")
    return found


def frameworks(rules: Iterable[Rule]) -> list[str]:
    """The frameworks whose controls rules serve, or that a built-in profile lists."""
    listed = (name for name in profile_names() if framework(name).controls)
    return sorted({name for rule in rules for name in rule.controls}.union(listed))


def profiles_with(rule: Rule) -> list[str]:
    """The names of the built-in profiles that use a rule."""
    return [name for name in profile_names() if picked(profile(name, ()), [rule])]
