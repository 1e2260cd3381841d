"""Options from `groma.yaml`, or from `[tool.groma]` of a `pyproject.toml`."""

import os
from collections.abc import Mapping
from typing import Any

from scanner import document
from scanner.document import Mark, Parsed
from scanner.errors import UserError
from scanner.load import schema
from scanner.profiles.files import is_file
from scanner.sources import is_remote

NAMES = ("groma.yaml", "groma.yml", "pyproject.toml")
_PATHS = ("sources", "who", "rules", "waivers", "parameters", "var-file", "baseline")


def with_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options, where not given on the command line as the settings file has them."""
    stored = {
        name.replace("-", "_"): value for name, value in settings(".", given.get("config")).items()
    }
    options = dict(given)
    for name, value in stored.items():
        if name == "param":
            options["param"] = (*value.items(), *given["param"])
        elif not given.get(name) and not (name == "profile" and given.get("pack")):
            options[name] = value
    return options


def settings(folder: str, named: str | None = None) -> Mapping[str, Any]:
    """The settings of the file named, or of the first of `NAMES` in a folder that has some.

    Paths in it are made relative to its own folder. {} where there is none. Raises UserError with
    every mistake in the file.
    """
    for path in [named] if named else [os.path.join(folder, name) for name in NAMES]:
        if named or os.path.isfile(path):
            parsed = _parsed(path)
            if parsed is not None:
                return _checked(parsed, os.path.dirname(path))
    return {}


def _parsed(path: str) -> Parsed | None:
    text = document.read(path)
    if not path.endswith(".toml"):
        parsed = document.parse(text, path)
        return parsed if parsed.value is not None else None
    import tomllib  # only a pyproject.toml needs it

    try:
        table = tomllib.loads(text).get("tool", {}).get("groma")
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: not TOML: {error}") from None
    if table is None:
        return None
    return Parsed(path, table, {(): Mark(_table_line(text), 1)}, {})


def _table_line(text: str) -> int:
    lines = text.splitlines()
    found = (number for number, line in enumerate(lines, 1) if "[tool.groma" in line)
    return next(found, 1)


def _checked(parsed: Parsed, folder: str) -> Mapping[str, Any]:
    from scanner.check import structure  # it loads jsonschema

    mistakes = [*parsed.mistakes, *structure.mistakes(parsed, schema("settings"))]
    if mistakes:
        raise UserError("\n".join(mistakes))
    value = dict(parsed.value)
    for name in _PATHS:
        if name in value:
            value[name] = _below(folder, value[name])
    if is_file(value.get("profile", "")):
        value["profile"] = _below(folder, value["profile"])
    return value


def _below(folder: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_below(folder, each) for each in value]
    return value if is_remote(value) else os.path.join(folder, value)
