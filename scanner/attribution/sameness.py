"""Whether a parameter's value is what AWS Config found: records and items spell values apart."""

from typing import Any, Final

_LONGEST: Final = 200


def same(found: Any, given: Any) -> bool | None:
    """Whether a parameter gave what was found; None where the two cannot be compared.

    "true" is true and "7" is 7; nothing, "" and [] are alike; in a list it is one of the elements.
    """
    if _empty(found) or _empty(given):
        return _empty(found) and _empty(given)
    if type(found) is list:
        return _among(found, given) if _plain(given) else None
    if type(found) is dict:
        return _among([each for each in found.values() if _plain(each)], given)
    if _plain(found) and _plain(given):
        return _text(found) == _text(given)
    return None


def _among(found: list[Any], given: Any) -> bool | None:
    compared = [same(each, given) for each in found]
    if True in compared:
        return True
    return None if None in compared or not compared else False


def _empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


def _plain(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST and not value.lstrip().startswith(("{", "[", "%7B"))
    return isinstance(value, bool | int | float)


def _text(value: Any) -> str:
    return str(value).lower() if not isinstance(value, str) else value.lower()
