"""JSON that every parser, terminal and encoding takes: ASCII only, no lone surrogate, no NaN."""

import json
import math
import re
from typing import Any

_encode = json.JSONEncoder(allow_nan=False).encode
_SURROGATES = re.compile(r"(\\\\|\\ud[89ab]..\\ud[cdef]..)|\\ud[89a-f]..")


def as_json(value: Any) -> str:
    """The value as JSON text on one line.

    A lone surrogate, which strict parsers refuse, becomes U+FFFD; a number that JSON cannot write
    becomes its name, such as "inf".
    """
    try:
        text = _encode(value)
    except ValueError:
        text = _encode(_writable(value))
    if r"\ud" not in text:
        return text
    return _SURROGATES.sub(lambda found: found[1] or r"\ufffd", text)


def _writable(value: Any) -> Any:
    match value:
        case dict():
            return {key: _writable(each) for key, each in value.items()}
        case list() | tuple():
            return [_writable(each) for each in value]
        case float() if not math.isfinite(value):
            return str(value)
        case int() if value.bit_length() > 10_000:
            return f"an integer of {value.bit_length()} bits"
    return value
