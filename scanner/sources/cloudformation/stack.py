"""A template of a file -> the stack that it declares, with what is nested in it."""

from collections.abc import Iterator, Mapping
from typing import Final

from scanner.declared import Declared, Stack
from scanner.model import Location
from scanner.sources.cloudformation.budget import Budget
from scanner.sources.cloudformation.files import Files, no_files
from scanner.sources.cloudformation.nested import Nesting
from scanner.sources.cloudformation.problems import Problems
from scanner.sources.cloudformation.pseudo import Pseudo
from scanner.sources.cloudformation.scope import Resource, Scope
from scanner.sources.cloudformation.template import Template, is_template, read_template
from scanner.sources.cloudformation.transforms import macros
from scanner.sources.cloudformation.written import TemplateError

_NOTHING: Final[Mapping[str, str]] = {}


def stack_of(
    uri: str,
    data: bytes,
    pseudo: Pseudo | None = None,
    given: Mapping[str, str] = _NOTHING,
    files: Files | None = None,
) -> Stack:
    """The stack that a file's bytes declare; what cannot be read is a problem of it.

    `given` are values of parameters; names that the template does not declare are passed over.
    """
    try:
        template = read_template(uri, data)
        if not is_template(template.root):
            raise TemplateError("it is no template: no resource in it has a type")
    except TemplateError as error:
        return Stack(uri, [], [error.problem(uri)])
    return stack(template, pseudo, given, files)


def stack(
    template: Template,
    pseudo: Pseudo | None = None,
    given: Mapping[str, str] = _NOTHING,
    files: Files | None = None,
) -> Stack:
    """The stack that a template declares, like `stack_of`."""
    problems = Problems()
    for mistake in template.mistakes:
        problems.refused(mistake, template.uri)
    nesting = Nesting(files or no_files())
    resources: list[Declared] = []
    try:
        scope = Scope(template, given, pseudo or Pseudo(), problems, Budget(), nesting.scope)
        resources.extend(_declared(scope))
    except TemplateError as error:
        problems.refused(error, template.uri)
        resources = []
    return Stack(template.uri, resources, problems.found(), 1 + len(nesting.opened))


def parameter_names(template: Template) -> frozenset[str]:
    """The parameters that a template declares: no other name of a parameters file is its own."""
    section = template.section("Parameters")
    return frozenset(section.members()) if section is not None else frozenset()


def _declared(scope: Scope, around: str = "") -> Iterator[Declared]:
    """What a scope declares; `around` is the condition under which all of it will be there."""
    root = scope.template.root
    for macro in macros(root):
        what = f"the macro {macro.value} may change every resource: judged as written"
        scope.problems.say(what, macro.at, blocks=False)
    if root.member("Resources") is None:
        scope.problems.say("it has no Resources", root.at)
    for resource in scope.resources.values():
        if not resource.made:
            continue
        condition = _condition(scope, resource, around)
        yield from _one(scope, resource, condition)
        inner = scope.inner(resource, resource.at)
        if inner is not None:
            yield from _declared(inner, condition)


def _one(scope: Scope, resource: Resource, condition: str) -> Iterator[Declared]:
    node = scope.properties(resource)
    if type(node.value) is not dict:
        what = f"the Properties of {resource.name} are not a mapping that is known"
        scope.problems.say(what, node.at or resource.at)
        return
    yield Declared(
        resource.kind,
        scope.address + resource.name,
        node.value,
        resource.at,
        _extent(resource),
        condition,
    )


def _condition(scope: Scope, resource: Resource, around: str) -> str:
    own = scope.address + resource.condition if resource.open else ""
    return " and ".join(each for each in (around, own) if each)


def _extent(resource: Resource) -> Location:
    start, end = resource.at, resource.body.at
    if end.uri != start.uri or (end.line or 0) < (start.line or 0):
        return start  # an alias: its body stands elsewhere
    return Location(start.uri, start.line, start.column, end.end_line, end.end_column)
