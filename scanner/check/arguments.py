"""Whether the arguments of a call can be of the right kinds, and the shape of what it gives."""

from collections.abc import Iterator, Sequence
from typing import Any

from scanner.check.missing import described, named
from scanner.expression.signature import Function, Parameter
from scanner.schema import ANY, Form, Shape, joined, kinds_of, made


def misfits(function: Function, shapes: Sequence[Shape]) -> Iterator[str]:
    """What is wrong with each argument that can never be right; `&key` is taken as it comes."""
    for index, shape in enumerate(shapes):
        parameter = function.parameter(index)
        if "expref" not in parameter.kinds and not _fits(shape, parameter):
            wanted = " or ".join(map(_in_words, parameter.kinds))
            what = f"{named(shape)} is {described(shape)}"
            yield f"{function.name}(): {parameter.name} must be {wanted}; {what}"


def result(function: Function, shapes: Sequence[Shape]) -> Shape:
    """The shape of what a function gives for arguments of these shapes."""
    match function.name:
        case "sort" | "sort_by" | "reverse":
            return shapes[0]
        case "max" | "min" | "max_by" | "min_by":
            return shapes[0].element() or ANY
        case "not_null":
            return joined(shapes) or ANY
        case "map":
            return made([shapes[0]])
    outer, inner = _split(function.result)
    return made([_tree(inner or "any")] if outer == "array" else _tree(outer))


def _tree(kind: str) -> Any:
    return {"*": "any"} if kind == "object" else kind


def _fits(shape: Shape, parameter: Parameter) -> bool:
    return any(_is(form, kind) for form in shape.forms for kind in parameter.kinds)


def _is(form: Form, wanted: str) -> bool:
    outer, inner = _split(wanted)
    if outer == "any" or form.tree == "any":
        return True
    if outer not in form.kinds:
        return False
    element = form.element() if inner else None
    return element is None or bool(kinds_of(element) & {inner, "any"})


def _in_words(kind: str) -> str:
    outer, inner = _split(kind)
    word = "list" if outer == "array" else outer
    word = f"an {word}" if word[0] in "aeiou" else f"a {word}"
    return f"{word} of {inner}s" if inner else word


def _split(kind: str) -> tuple[str, str]:
    outer, _, inner = kind.rstrip("]").partition("[")
    return outer, inner
