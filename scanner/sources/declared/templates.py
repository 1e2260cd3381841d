"""CloudFormation's templates among the files that were met -> the stacks that they declare."""

from collections.abc import Iterator, Mapping, Sequence

from scanner.declared import Stack
from scanner.errors import UserError
from scanner.fields import nearest
from scanner.sources.cloudformation.files import files_below
from scanner.sources.cloudformation.nested import nested_paths
from scanner.sources.cloudformation.parameters_file import read_parameters
from scanner.sources.cloudformation.pseudo import Pseudo
from scanner.sources.cloudformation.stack import parameter_names, stack
from scanner.sources.cloudformation.template import (
    Template,
    is_template,
    may_be_template,
    read_template,
)
from scanner.sources.cloudformation.written import TemplateError
from scanner.sources.declared.met import Met
from scanner.sources.declared.within import outermost, roots_of
from scanner.sources.deployment import Deployment
from scanner.sources.files import FileError, Found
from scanner.sources.kind_of_file import FileKind, text_of

Placed = tuple[Met, Template]


def stacks(met: Sequence[Met], deployment: Deployment) -> Iterator[tuple[Met, Stack]]:
    """Each root template's stack with the path at which it was met, and each broken one's.

    A template that another one nests is judged there, with what is passed to it. Raises UserError
    for a file of parameters that is none, or that has some which no template declares.
    """
    given = _given(deployment)
    found: dict[str, Placed] = {}
    for each in met:
        for file in list(each.declaring.get(FileKind.TEMPLATE, ())):
            template = _template(file, each)
            if isinstance(template, Stack):
                yield each, template
            elif template is not None:
                found[file.uri] = each, template
    _require_known(given, [template for _, template in found.values()])
    pseudo = Pseudo(deployment.region, deployment.account)
    below = files_below(roots_of(each.path for each in met))
    for uri in outermost({uri: nested_paths(template) for uri, (_, template) in found.items()}):
        each, template = found[uri]
        yield each, stack(template, pseudo, given, below)


def _template(file: Found, met: Met) -> Template | Stack | None:
    """The template of a file, a stack with a problem if it is broken, None if it is none."""
    try:
        data = file.content()
        template = read_template(file.uri, data)
        if is_template(template.root):
            met.remember(file.uri, data)
            return template
        if file.named:
            raise TemplateError("it is no template: no resource in it has a type")
    except FileError as error:
        return Stack(file.uri, [], [TemplateError(str(error)).problem(file.uri)])
    except TemplateError as error:
        if file.named or may_be_template(text_of(data)):
            return Stack(file.uri, [], [error.problem(file.uri)])
    met.pass_over(FileKind.TEMPLATE, file)
    return None


def _given(deployment: Deployment) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for path in deployment.parameters:
        try:
            with open(path, "rb") as stream:
                found |= read_parameters(path, stream.read())
        except OSError as error:
            raise UserError(f"--parameters {path}: {error.strerror or error}") from None
    return found


def _require_known(given: Mapping[str, str], templates: Sequence[Template]) -> None:
    known = frozenset[str]().union(*map(parameter_names, templates))
    for name in sorted(given.keys() - known):
        best = nearest(name, sorted(known))
        hint = f"; did you mean {best}?" if best else ""
        raise UserError(f"--parameters: no template declares the parameter {name}{hint}")
