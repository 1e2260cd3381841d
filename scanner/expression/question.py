"""How the rule language asks a pure module of ours: what is at fault, [] being the good answer."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any

from scanner.expression.signature import Function, Parameter, mistake
from scanner.unresolved import Unresolved, merged


@cache
def module(name: str) -> ModuleType:
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
        frozen = _frozen(arguments)
        if frozen is None:
            return _answer(home, name, arguments)
        return list(_known_answer(home, name, frozen))

    return Function(name, parameters, result, doc, run)


def _answer(home: str, name: str, arguments: Iterable[Any]) -> list[Any]:
    try:
        found = getattr(module(home), name)(*arguments)
    except ValueError as error:
        return [Unresolved(f"{name}: {error}")]
    return [each.document() if hasattr(each, "document") else each for each in found]


@lru_cache(maxsize=1024)
def _known_answer(home: str, name: str, frozen: tuple[Any, ...]) -> list[Any]:
    """The answer to a question about texts, which many resources have in common."""
    return _answer(home, name, (list(e) if type(e) is tuple else e for e in frozen))


def _frozen(arguments: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Arguments that are texts and lists of texts as a key; None for others."""
    kept: list[Any] = []
    for each in arguments:
        if type(each) is list:
            if not all(type(part) is str for part in each):
                return None
            kept.append(tuple(each))
        elif type(each) is str or each is None:
            kept.append(each)
        else:
            return None
    return tuple(kept)


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
