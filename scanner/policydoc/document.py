"""A policy's text, or what a document holds in its place, as statements' documents.

Config has bucket policies as JSON text in an object, IAM's policies as URL-encoded JSON text.
"""

import json
import re
from typing import Any, Final

from scanner.network.opening import shown
from scanner.unresolved import Unresolved

_LONGEST: Final = 400_000  # characters: AWS allows 32 KiB at most, three for each in URL encoding
_DEEPEST: Final = 20
_MOST_STATEMENTS: Final = 200
_QUOTED: Final = {
    code: chr(number) for number in range(128) for code in (f"{number:02x}", f"{number:02X}")
}
_BRACKET: Final = re.compile(r"[{}\[\]]")
_WRAPPERS: Final = ("policyText", "PolicyText", "policy", "Policy")


def statements_of(policy: Any) -> tuple[list[Any], bool]:
    """The documents of the statements, and whether `${…}` is a variable in them.

    What is not known stands in the list as an `Unresolved`. No policy (None) has no statements.
    """
    document = _parsed(policy) if isinstance(policy, str) else policy
    while type(document) is dict and len(document) == 1 and document.keys() & set(_WRAPPERS):
        (inner,) = document.values()
        document = _parsed(inner) if isinstance(inner, str) else inner
    if document is None:
        return [], False
    if type(document) is Unresolved:
        return [document], True
    if type(document) is not dict or "Statement" not in document:
        return [Unresolved("what should be a policy has no Statement")], True
    return _listed(document["Statement"]), document.get("Version") != "2008-10-17"


def _listed(found: Any) -> list[Any]:
    statements = found if type(found) is list else [found]
    if len(statements) > _MOST_STATEMENTS:
        return [Unresolved(f"a policy has {len(statements)} statements, more than fit in one")]
    return [
        each
        if type(each) in (dict, Unresolved)
        else Unresolved(f"a statement is {shown(each)}, not an object")
        for each in statements
    ]


def _parsed(text: str) -> Any:
    if len(text) > _LONGEST:
        return Unresolved("a policy is longer than AWS allows")
    if text.lstrip().startswith("%"):
        plain = _unquoted(text)
        text = plain if plain.lstrip().startswith("{") else text
    if _too_deep(text):
        return Unresolved("a policy is nested more deeply than any can be")
    try:
        return _JSON.decode(text)
    except ValueError as error:
        return Unresolved(f"a policy is not JSON: {error}")


def _unquoted(text: str) -> str:
    """The text that a URL-encoded one stands for."""
    first, *pieces = text.split("%")
    try:
        return first + "".join([_QUOTED[each[:2]] + each[2:] for each in pieces])
    except KeyError:  # no plain character, which is rare
        from urllib.parse import unquote

        return unquote(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object, which AWS refuses if a key is in it twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is there twice in one object")
    return found


_JSON: Final = json.JSONDecoder(object_pairs_hook=_once)


def _too_deep(text: str) -> bool:
    if text.count("{") + text.count("[") <= _DEEPEST:
        return False
    depth = 0
    for character in _BRACKET.findall(text):
        if character in "{[":
            depth += 1
            if depth > _DEEPEST:
                return True
        else:
            depth -= 1
    return False
