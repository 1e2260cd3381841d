"""A found value made fit for a report: bounded in size, with secrets masked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from scanner.unresolved import KEY, Unresolved

MAX_TEXT = 300  # characters of one string
MAX_VALUES = 60  # values of one piece of evidence, at any depth
MAX_DEPTH = 8
MASK = "(masked)"

_SECRET = re.compile(
    r"password|passwd|secret|token|credential|private_?key|environment|userdata|user_data",
    re.IGNORECASE,
)
_WHY = (
    r"([a-z0-9-]+:[A-Za-z0-9]+ in [a-z0-9-]*/[a-z0-9-]*: [A-Za-z0-9.-]{1,80}"
    r"|no source gave [A-Za-z0-9:]+ of [0-9]*/[a-z0-9-]*"
    r"|AWS Config [a-zA-Z,;` ]{1,80}|not selected by the query)"
)
_OURS = re.compile(f"{_WHY}(; {_WHY})*")
"""Why nothing gave a value: calls and what was answered, or what is not recorded; never a value."""


def clipped(value: Any, name: str) -> Any:
    """A copy of the value that is small; `name` is the expression or field it was found under.

    Text under a name such as password, secret, token or environment is masked; numbers and
    booleans there are settings ("minimumPasswordLength") and stay, as does whether an instance's
    metadata asks for tokens.
    """
    return _clip(value, _is_hidden(name, value), 0, iter(range(MAX_VALUES)))


def _is_hidden(name: str, value: Any) -> bool:
    """Whether a value is masked for its name: `httpTokens` is a setting if it is one of AWS's."""
    if value in ("optional", "required") and name.lower().endswith(("httptokens", "http_tokens")):
        return False
    return _is_secret(name)


@lru_cache(maxsize=4096)
def _is_secret(name: str) -> bool:
    return _SECRET.search(name) is not None


def _clip(value: Any, secret: bool, depth: int, budget: Iterator[int]) -> Any:
    if isinstance(value, str):
        return MASK if secret else _short(value)
    if type(value) is Unresolved:
        return _clip_unresolved(value, secret)
    if isinstance(value, dict) and value:
        return "{…}" if depth == MAX_DEPTH else _clip_dict(value, secret, depth, budget)
    if isinstance(value, list) and value:
        return "[…]" if depth == MAX_DEPTH else _clip_list(value, secret, depth, budget)
    return value


def _clip_unresolved(value: Unresolved, secret: bool) -> dict[str, Any]:
    """It stays whole, so that it is still known for what it is."""
    short = {key: _short(each) if isinstance(each, str) else each for key, each in value.items()}
    return short | {KEY: MASK} if secret and not _OURS.fullmatch(value.why) else short


def _clip_dict(value: dict[str, Any], secret: bool, depth: int, budget: Iterator[int]) -> Any:
    kept: dict[str, Any] = {}
    named = secret or _is_named_pair(value)
    for key, each in value.items():
        if next(budget, None) is None:
            kept["…"] = f"{len(value) - len(kept)} more"
            break
        hide = secret or _is_hidden(key, each) or (named and key.lower() == "value")
        kept[_short(key)] = _clip(each, hide, depth + 1, budget)
    return kept


def _is_named_pair(value: dict[str, Any]) -> bool:
    """Whether it is AWS's `{"name": "DB_PASSWORD", "value": …}`, a secret under a name's value."""
    names = [each for key, each in value.items() if key.lower() in ("name", "key")]
    return any(isinstance(name, str) and _is_secret(name) for name in names)


def _clip_list(value: list[Any], secret: bool, depth: int, budget: Iterator[int]) -> Any:
    kept: list[Any] = []
    for each in value:
        if next(budget, None) is None:
            kept.append(f"… {len(value) - len(kept)} more")
            break
        kept.append(_clip(each, secret, depth + 1, budget))
    return kept


def _short(text: str) -> str:
    if len(text) <= MAX_TEXT and text.isascii():
        return text
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}… ({len(text)} characters)"
