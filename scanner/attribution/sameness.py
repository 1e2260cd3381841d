"""Whether a parameter's value is what AWS Config found: records and items spell values apart."""

import ipaddress
import json
from typing import Any, Final
from urllib.parse import unquote

_LONGEST: Final = 200
_SWITCHES: Final = {"enabled": "true", "disabled": "false"}


def same(found: Any, given: Any) -> bool | None:
    """Whether a parameter gave what was found; None where the two cannot be compared.

    "true" is true, so is "Enabled", and "7" is 7; nothing, "" and [] are alike, and what is off may
    be left out; in a list it is one of the elements.
    """
    if _empty(found) or _empty(given):
        off = _is_off(found) or _is_off(given)
        return None if off else _empty(found) and _empty(given)
    if type(found) is list:
        return _among(found, given) if _plain(given) else None
    if type(found) is dict:
        return _among([each for each in found.values() if _plain(each)], given)
    if _plain(found) and _plain(given):
        switches = isinstance(found, bool) or isinstance(given, bool)
        texts = [
            _SWITCHES.get(each, each) if switches else each for each in (_text(found), _text(given))
        ]
        return texts[0] == texts[1]
    return None


def same_text(found: Any, given: Any) -> bool | None:
    """Whether the same JSON was given; None where one of them is none."""
    one, other = decoded(found), decoded(given)
    return None if one is None or other is None else bool(one == other)


def decoded(value: Any) -> Any:
    """A policy, which IAM gives out URL-encoded; None for what is no JSON object."""
    if not isinstance(value, str):
        return value if type(value) is dict else None
    try:
        return json.loads(_unquoted(value))
    except (ValueError, RecursionError):
        return None


def _unquoted(value: str) -> str:
    """The text that a URL-encoded one stands for, if that is JSON by its beginning."""
    plain = unquote(value) if value.lstrip().startswith("%") else value
    return plain if plain.lstrip().startswith(("{", "[")) else value


def _among(found: list[Any], given: Any) -> bool | None:
    compared = [same(each, given) for each in found]
    if True in compared:
        return True
    return None if None in compared or not compared else False


def _empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


def _plain(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST and not _unquoted(value).lstrip().startswith(("{", "["))
    return isinstance(value, bool | int | float)


def _is_off(value: Any) -> bool:
    return _plain(value) and _text(value) in ("false", "disabled")


def _text(value: Any) -> str:
    return _range(value.lower()) if isinstance(value, str) else str(value).lower()


def _range(text: str) -> str:
    """An address range as EC2 keeps it: 10.0.0.1/8 is 10.0.0.0/8."""
    if "/" not in text:
        return text
    try:
        return str(ipaddress.ip_network(text, strict=False))
    except ValueError:
        return text
