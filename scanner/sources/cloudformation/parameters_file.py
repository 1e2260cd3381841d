"""A file of parameter values, in the forms that AWS's own tools take."""

import json
from typing import Any

from scanner.errors import UserError
from scanner.sources.declared.kinds import parameter
from scanner.unresolved import Unresolved

_FORMS = (
    'write [{"ParameterKey": "Name", "ParameterValue": "value"}], {"Parameters": {"Name": "value"}}'
    ' or ["Name=value"]'
)


def read_parameters(name: str, data: bytes) -> dict[str, Any]:
    """The values in a file's bytes by parameter. Raises UserError with the file's name.

    Each is a text, or an `Unresolved` where the deployed stack's value is kept.
    The forms are those of the AWS CLI and of CodePipeline, as `aws cloudformation deploy
    --parameter-overrides file://…` takes them, and a plain mapping.
    https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
    """
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_int=str, parse_float=str)
    except UnicodeDecodeError as error:
        raise UserError(f"{name}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise UserError(f"{name}:{error.lineno}:{error.colno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise UserError(f"{name}: nested too deep; {_FORMS}") from None
    if isinstance(value, dict):
        return _mapped(name, value)
    if isinstance(value, list):
        return _listed(name, value)
    raise UserError(f"{name}: neither a list nor a mapping; {_FORMS}")


def _mapped(name: str, value: dict[str, Any]) -> dict[str, str]:
    parameters = value.get("Parameters", value)
    if not isinstance(parameters, dict):
        raise UserError(f"{name}: Parameters is not a mapping; {_FORMS}")
    return {key: _text(name, key, each) for key, each in parameters.items()}


def _listed(name: str, value: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for index, each in enumerate(value, 1):
        key, said = _pair(name, index, each)
        if key in found:
            raise UserError(f"{name}: {key} is given twice; keep one")
        found[key] = said if isinstance(said, Unresolved) else _text(name, key, said)
    return found


def _pair(name: str, index: int, entry: Any) -> tuple[str, Any]:
    """An entry's name and value."""
    if isinstance(entry, str) and "=" in entry:
        return entry[: entry.index("=")], entry[entry.index("=") + 1 :]
    key = entry.get("ParameterKey") if isinstance(entry, dict) else None
    if not isinstance(key, str):
        raise UserError(f"{name}: entry {index} has no ParameterKey; {_FORMS}")
    if entry.get("UsePreviousValue") is True:
        return key, parameter(key, f"the parameter {key} keeps the deployed stack's value")
    if "ParameterValue" not in entry:
        raise UserError(f"{name}: {key} has no ParameterValue; {_FORMS}")
    return key, entry["ParameterValue"]


def _text(name: str, key: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ",".join(value)
    raise UserError(f"{name}: the value of {key} is not a text; {_FORMS}")
