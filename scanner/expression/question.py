"""How the rule language asks a pure module of ours: what is at fault, [] being the good answer."""

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from scanner.expression.signature import Function, Parameter, mistake
from scanner.unresolved import Unresolved, merged


@cache
def _module(name: str) -> ModuleType:
    """A module of ours that answers questions; each is loaded when a rule first asks it."""
    return import_module(f"scanner.{name}")


def question(
    home: str,
    name: str,
    parameters: tuple[Parameter, ...],
    result: str,
    doc: str,
) -> Function:
    """The function that asks a module, `home`, once each argument is known to be of its kind."""

    def run(*arguments: Any) -> list[Any]:
        wrong = unfit(name, parameters, arguments)
        if wrong:
            return [merged(wrong)]
        try:
            found = getattr(_module(home), name)(*arguments)
        except ValueError as error:
            return [Unresolved(f"{name}: {error}")]
        return [each.document() if hasattr(each, "document") else each for each in found]

    return Function(name, parameters, result, doc, run)


def unfit(
    name: str, parameters: tuple[Parameter, ...], arguments: tuple[Any, ...]
) -> list[Unresolved]:
    """Why arguments cannot be used: they are unresolved, or not of their parameter's kind."""
    wrong = []
    for parameter, value in zip(parameters, arguments, strict=False):
        if type(value) is Unresolved:
            wrong.append(value)
        elif not parameter.plainly_fits(value) and (what := mistake(value, parameter)):
            wrong.append(Unresolved(f"{name}: {parameter.name} is {what}"))
    return wrong
