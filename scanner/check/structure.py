"""A document held against a JSON Schema: every mistake in words, with its place."""

from collections.abc import Iterable, Iterator
from typing import Any

from scanner.document import Parsed, Path
from scanner.fields import nearest

_KINDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "boolean": "true or false",
    "number": "a number",
    "integer": "a whole number",
    "null": "null",
}


def mistakes(parsed: Parsed, schema: dict[str, Any]) -> list[str]:
    """What is wrong with a parsed document by a schema (2020-12), as `file:line:column: text`."""
    from jsonschema import Draft202012Validator

    found: list[str] = []
    for error in Draft202012Validator(schema).iter_errors(parsed.value):
        found += _in_words(error, parsed)
    return list(dict.fromkeys(found))


def _in_words(error: Any, parsed: Parsed) -> Iterator[str]:
    path: Path = tuple(error.absolute_path)
    at = parsed.at(path)
    name = str(path[-1]) if path else "the file"
    match error.validator:
        case "additionalProperties":
            known = error.schema.get("properties", {})
            for key in error.instance:
                if key not in known:
                    yield f"{parsed.at_key((*path, key))}: {_unknown(key, known)}"
        case "required":
            missing = [key for key in error.validator_value if key not in error.instance]
            if lacking := [key for key in missing if key not in _meant(error)]:
                yield f"{at}: {', '.join(lacking)} missing; every {_what(path)} needs it"
        case "oneOf":
            yield f"{at}: {_one_of(error)}"
        case "type":
            allowed = error.validator_value
            kinds = [allowed] if isinstance(allowed, str) else allowed
            wanted = " or ".join(_KINDS[each] for each in kinds)
            wanted = _described(error) or wanted
            yield f"{at}: {name} must be {wanted}, not {_kind(error.instance)}"
        case "enum":
            yield f"{at}: {name} is {error.instance!r}; {_choice(error)}"
        case "pattern":
            form = _described(error) or f"of the form {error.validator_value}"
            yield f"{at}: {name}: {error.instance!r} is not {form}"
        case "maxProperties":
            others = ", ".join(key for key in error.instance if key not in ("any", "not"))
            yield f"{at}: any and not stand alone; {others} belongs to a clause of its own"
        case "minItems" | "minLength":
            yield f"{at}: {name} is empty; fill it in"
        case _:
            yield f"{at}: {name}: {error.message[:200]}"


def _meant(error: Any) -> set[str | None]:
    """The keys that were probably meant by those that are not known."""
    known = tuple(error.schema.get("properties", {}))
    return {nearest(key, known) for key in error.instance if key not in known}


def _described(error: Any) -> str:
    """What the schema calls a value that it describes as a thing: "a length of time such as 5m"."""
    words = error.schema.get("description", "")
    return f"a{words[1:].rstrip('.')}" if words.startswith("A ") else ""


def _unknown(key: str, known: Iterable[str]) -> str:
    best = nearest(key, tuple(known))
    hint = f"did you mean {best}?" if best else f"known are {', '.join(known)}"
    return f"unknown key {key}; {hint}"


def _one_of(error: Any) -> str:
    choices = [alternative["required"][0] for alternative in error.validator_value]
    present = [choice for choice in choices if choice in error.instance]
    if present:
        return f"{' and '.join(present)} stand together; keep one, or write two clauses"
    return f"one of {', '.join(choices)} is missing"


def _choice(error: Any) -> str:
    best = nearest(str(error.instance), error.validator_value)
    listed = ", ".join(str(each) for each in error.validator_value)
    return f"did you mean {best}?" if best else f"one of {listed} is meant"


def _what(path: Path) -> str:
    kinds = {"tests": "test", "check": "clause", "when": "clause", "join": "join", "any": "clause"}
    kinds |= {"count": "count", "silence": "silence"}
    named = [kinds[each] for each in path if isinstance(each, str) and each in kinds]
    return named[-1] if named else "file"


def _kind(value: Any) -> str:
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return _KINDS[kinds.get(type(value), "number")]
