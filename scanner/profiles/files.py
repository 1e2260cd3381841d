"""Profile files -> values: the built-in ones by name, one's own by path, with every mistake."""

import os
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any, Final

from scanner import document
from scanner.document import Parsed
from scanner.errors import UserError
from scanner.fields import nearest
from scanner.profile import Control, Profile
from scanner.rule import Rule

DEFAULT: Final = "traceability"
"""The profile of a scan for which nobody chose rules or a profile."""

_ENDINGS = (".yaml", ".yml")


def profile(name: str, rules: Sequence[Rule]) -> Profile:
    """The built-in profile of a name, or that of a file, which ends in .yaml or .yml.

    `rules` are all at hand: a file that names another one is refused. Raises UserError with every
    mistake in the file and those that it extends; built-in profiles have none.
    """
    return _profile(name, rules, ())


def profile_names() -> list[str]:
    """The names of the built-in profiles, sorted."""
    found = (each.name for each in files("rules").joinpath("profiles").iterdir())
    return sorted(each.removesuffix(".yaml") for each in found if each.endswith(".yaml"))


def is_file(name: str) -> bool:
    """Whether a profile is named by its file."""
    return name.endswith(_ENDINGS)


def _profile(name: str, rules: Sequence[Rule], within: tuple[str, ...]) -> Profile:
    if not is_file(name):
        return _builtin(name)
    path = os.path.realpath(name)
    if path in within:
        raise UserError(f"{name}: extends itself; start from another profile")
    parsed = document.parse(document.read(name), name)
    _refuse_mistakes(parsed, rules)
    base = parsed.value.get("extends")
    if base is not None and is_file(base):
        base = os.path.join(os.path.dirname(name), base)
    elif base is not None and base not in profile_names():
        raise UserError(f"{parsed.at(('extends',))}: {_unknown(base)}")
    return _made(parsed, None if base is None else _profile(base, rules, (*within, path)))


def _builtin(name: str) -> Profile:
    if name not in profile_names():
        raise UserError(f"--profile {name}: {_unknown(name)}")
    text = files("rules").joinpath("profiles", f"{name}.yaml").read_text("utf-8")
    parsed = document.parse(text, name)
    base = parsed.value.get("extends")
    return _made(parsed, None if base is None else _builtin(base))


def _unknown(name: str) -> str:
    best = nearest(name, profile_names())
    listed = "`groma profiles` lists them, and one of your own is a file that ends in .yaml"
    return f"no profile is called {name}; {f'did you mean {best}?' if best else listed}"


def _refuse_mistakes(parsed: Parsed, rules: Sequence[Rule]) -> None:
    from scanner.profiles.mistakes import mistakes  # it loads jsonschema

    if found := mistakes(parsed, rules):
        raise UserError("\n".join(found))


def _made(parsed: Parsed, base: Profile | None) -> Profile:
    value: dict[str, Any] = parsed.value
    return Profile(
        name=parsed.name,
        title=value["title"].strip(),
        description=value.get("description", "").strip(),
        rules=tuple(value.get("rules", ())),
        serving=tuple(value.get("serving", ())),
        without=tuple(value.get("without", ())),
        params=value.get("params", {}),
        severities=value.get("severities", {}),
        framework=value.get("framework") or (base.framework if base else ""),
        controls=tuple(_controls(value)) or (base.controls if base else ()),
        base=base,
    )


def _controls(value: dict[str, Any]) -> Iterator[Control]:
    for number, each in value.get("controls", {}).items():
        yield Control(number, each["title"].strip(), each.get("manual", "").strip())
