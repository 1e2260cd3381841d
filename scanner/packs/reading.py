"""The file of a conformance pack -> the Config rules that it asks for.

A pack is a template of AWS CloudFormation without its `AWSTemplateFormatVersion`:
https://docs.aws.amazon.com/config/latest/developerguide/custom-conformance-pack.html
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reports.escape import visible
from scanner.declared import Stack
from scanner.errors import UserError
from scanner.fields import nearest
from scanner.model import Problem
from scanner.packs.asking import asked
from scanner.packs.pack import Pack
from scanner.sources.cloudformation.pseudo import Pseudo
from scanner.sources.cloudformation.stack import parameter_names, stack
from scanner.sources.cloudformation.template import MAX_BYTES, read_template
from scanner.sources.cloudformation.written import TemplateError

CONFIG_RULE: Final = "AWS::Config::ConfigRule"


def packs(
    paths: Sequence[str], given: Iterable[str] = (), pseudo: Pseudo | None = None
) -> list[Pack]:
    """The packs of files, with `given` values of their parameters, each "NAME=VALUE".

    Raises UserError for what cannot be read, and for a parameter that none of the packs declares.
    """
    values = _values(given)
    found = [_pack(path, values, pseudo) for path in paths]
    declared = frozenset[str]().union(*(each.parameters for each in found))
    for name in values:
        if name not in declared:
            best = nearest(name, tuple(declared))
            known = ", ".join(sorted(declared)) or "none"
            hint = f"did you mean {best}?" if best else f"declared are {known}"
            raise UserError(f"--pack-param {name}: no pack declares this parameter; {hint}")
    return found


def _values(given: Iterable[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for each in given:
        name, separator, text = each.partition("=")
        if not separator:
            raise UserError(f"--pack-param {each}: write it as NAME=VALUE")
        values[name] = text
    return values


def _pack(path: str, values: Mapping[str, str], pseudo: Pseudo | None) -> Pack:
    try:
        template = read_template(path, _bytes(path))
    except TemplateError as error:
        raise UserError(_line(error.problem(path))) from None
    made = _without_mistakes(stack(template, pseudo, values))
    rules = [each for each in made.resources if each.kind == CONFIG_RULE]
    if not rules:
        raise UserError(f"{path}: no {CONFIG_RULE} is in it; a conformance pack is made of these")
    others = Counter(each.kind for each in made.resources if each.kind != CONFIG_RULE)
    return Pack(path, tuple(map(asked, rules)), others, parameter_names(template))


def _without_mistakes(made: Stack) -> Stack:
    mistakes = [_line(each) for each in made.problems if each.blocks]
    if mistakes:
        raise UserError("\n".join(mistakes))
    return made


def _line(problem: Problem) -> str:
    return visible(f"{problem.where}: {problem.what}")


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"{path}: {error.strerror or error}") from None
