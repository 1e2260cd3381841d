"""What to say of a field that a value does not have, and how to name a value."""

from collections.abc import Mapping

from scanner.fields import nearest
from scanner.schema import Form, Shape, kinds_of

_NEWER = "list it under extraFields if it is newer than Groma"


def named(shape: Shape) -> str:
    """The value's name in a sentence: its path, "the item" or "the value"."""
    path = shape.forms[0].path
    if path is None:
        return "the value"
    return ".".join(path) or "the item"


def described(shape: Shape) -> str:
    """The value's kinds with their articles, such as "a string" or "an object or a list"."""
    words = ("list" if kind == "array" else kind for kind in sorted(kinds_of(shape)))
    return " or ".join(f"{'an' if word[0] in 'aeiou' else 'a'} {word}" for word in words)


def missing(name: str, shape: Shape) -> str:
    """What is wrong with reading this field of a value, and what to write instead."""
    form = shape.forms[0]
    if isinstance(form.tree, list):
        return f"{named(shape)} is a list; write {named(shape)}[].{name}"
    if not isinstance(form.tree, Mapping):
        return f"{named(shape)} is {described(shape)} and has no field {name}"
    if form.owner == "params":
        return f"{name} is not declared under params; {_choice(name, shape, 'none is declared')}"
    if form.path is None:
        return f"the value has no {name}; {_choice(name, shape, 'it has no fields')}"
    return _of_document(name, shape, form)


def _of_document(name: str, shape: Shape, form: Form) -> str:
    meant = nearest(name, shape.names) or _deeper(name, shape)
    field = ".".join((*form.place, name))
    if meant:
        return f"{form.owner} has no {field}; did you mean {meant}?"
    if "params" in shape.names and not form.path:
        joins = sorted(
            key
            for key, node in form.tree.items()
            if isinstance(node, Shape) and key not in ("params", "now")
        )
        listed = f"declared {'are' if len(joins) > 1 else 'is'} {', '.join(joins)}"
        declared = listed if joins else "nothing is"
        return f"{name} is not declared under join ({declared}), and {form.owner} has no such field"
    return f"{form.owner} has no {field}; {_NEWER}"


def _deeper(name: str, shape: Shape) -> str | None:
    """The field of `configuration` or its supplement that has the very name."""
    for part in ("configuration", "supplementaryConfiguration"):
        below = shape.field(part) if part in shape.names else None
        if below and name in below.names:
            return f"{part}.{name}"
    return None


def _choice(name: str, shape: Shape, otherwise: str) -> str:
    meant = nearest(name, shape.names)
    if meant:
        return f"did you mean {meant}?"
    return f"known are {', '.join(sorted(shape.names)[:20])}" if shape.names else otherwise
