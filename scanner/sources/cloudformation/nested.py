"""Templates that are nested in others by a local path, each as the scope of a stack of its own."""

import os.path
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from scanner.declared import Node
from scanner.model import Location
from scanner.sources.cloudformation.files import Files
from scanner.sources.cloudformation.parameters import Given, is_list
from scanner.sources.cloudformation.pseudo import NO_VALUE
from scanner.sources.cloudformation.scope import Resource, Scope
from scanner.sources.cloudformation.template import Template, is_template, read_template
from scanner.sources.cloudformation.written import TemplateError, Written
from scanner.unresolved import Unresolved

MAX_NESTED: Final = 5
"""How deep templates may nest; deployments that nest deeper are rare."""

LOCATIONS: Final = {
    "AWS::CloudFormation::Stack": "TemplateURL",
    "AWS::Serverless::Application": "Location",
}
"""The kinds of resources that are stacks, each with the property that names their template."""

_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_NOT_JUDGED: Final = "its resources are not judged"


class RefusedError(Exception):
    """A nested template cannot be judged; the text says why."""


class _Asked(NamedTuple):
    """A template that is asked for, and where."""

    path: str
    at: Location


class Nesting:
    """Opens the templates that one root template names, each file once."""

    def __init__(self, files: Files) -> None:
        self.opened: dict[str, Template] = {}
        self._files = files
        self._paths: dict[int, tuple[str, ...]] = {}

    def scope(self, around: Scope, resource: Resource) -> Scope | None:
        """The scope of a resource that is a stack; a problem is said where it cannot be read."""
        if resource.kind not in LOCATIONS:
            return None
        try:
            asked = _asked(around, resource)
            chain = self._paths.get(id(around), (os.path.normpath(around.template.uri),))
            if asked.path in chain:
                raise RefusedError(f"{asked.path} is nested in itself")
            if len(chain) > MAX_NESTED:
                raise RefusedError(f"templates are nested more than {MAX_NESTED} deep")
            template = self._template(asked.path)
        except RefusedError as error:
            at = _place(resource)
            around.problems.say(f"{resource.name}: {error}", at)
            return None
        except TemplateError as error:
            around.problems.refused(error, asked.path)
            return None
        for mistake in template.mistakes:
            around.problems.refused(mistake, template.uri)
        inner = Scope(
            template,
            _given(around, resource, template),
            around.pseudo,
            around.problems,
            around.budget,
            self.scope,
            f"{around.address}{resource.name}.",
        )
        self._paths[id(inner)] = (*chain, asked.path)
        return inner

    def _template(self, path: str) -> Template:
        if path in self.opened:
            return self.opened[path]
        if not self._files.allowed(path):
            raise RefusedError(f"{_NOT_JUDGED}: {path} is outside of what is scanned")
        try:
            data = self._files.read(path)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise RefusedError(f"{_NOT_JUDGED}: {path}: {why}") from None
        template = read_template(path, data)
        if not is_template(template.root):
            raise TemplateError("it is named as a template but is none")
        self.opened[path] = template
        return template


def nested_paths(template: Template) -> list[str]:
    """The local paths that a template's resources name as templates nested in it."""
    resources = template.section("Resources")
    members = resources.members().values() if resources is not None else ()
    return [path for each in members for path in _named(template.uri, each)]


def _named(uri: str, resource: Written) -> Iterator[str]:
    kind, properties = resource.member("Type"), resource.member("Properties")
    said = kind.value if kind is not None else None
    name = LOCATIONS.get(said) if type(said) is str else None
    written = properties.member(name) if properties is not None and name is not None else None
    if written is not None and type(written.value) is str and not _REMOTE.match(written.value):
        yield beside(uri, written.value)


def beside(uri: str, path: str) -> str:
    """The path of a file that a template names, as the user would write it."""
    return os.path.normpath(os.path.join(os.path.dirname(uri), path))


def _asked(around: Scope, resource: Resource) -> _Asked:
    """The file that a resource names. Raises RefusedError where that is no local path."""
    named = around.property(resource, LOCATIONS[resource.kind])
    value = named.value
    if isinstance(value, Unresolved):
        raise RefusedError(f"{_NOT_JUDGED}: where its template is: {value.why}")
    if type(value) is dict:
        raise RefusedError(f"{_NOT_JUDGED}: it is an application of a repository")
    if type(value) is not str or not value or "\0" in value:
        raise RefusedError("it names no template")
    if _REMOTE.match(value):
        raise RefusedError(f"{_NOT_JUDGED}: the template is at {value}")
    return _Asked(beside(around.template.uri, value), _place(resource))


def _place(resource: Resource) -> Location:
    """Where a resource names its template, the resource's name where it does not."""
    properties = resource.body.member("Properties")
    written = properties.member(LOCATIONS[resource.kind]) if properties is not None else None
    return written.at if written is not None else resource.at


def _given(around: Scope, resource: Resource, template: Template) -> Given:
    """The parameters that a resource passes to its template."""
    properties = resource.body.member("Properties")
    written = properties.member("Parameters") if properties is not None else None
    node = around.property(resource, "Parameters")
    if type(node.value) is not dict:
        return {}
    declared = template.section("Parameters")
    found: dict[str, Any] = {}
    for name, each in node.value.items():
        kind = declared.member(name) if declared is not None else None
        said = written.member(name) if written is not None else None
        listed = _joined(around, resource, said) if _takes_list(kind) else None
        found[name] = _passed(listed or each)
    return {name: each for name, each in found.items() if each is not NO_VALUE}


def _takes_list(declared: Written | None) -> bool:
    kind = declared.member("Type") if declared is not None else None
    return kind is not None and type(kind.value) is str and is_list(kind.value)


def _joined(around: Scope, resource: Resource, written: Written | None) -> Node | None:
    """The list that is passed as one text with commas: its elements, each with its own token."""
    call = written.member("Fn::Join") if written is not None else None
    parts = call.value if call is not None else None
    if type(parts) is not list or len(parts) != 2 or parts[0].value != ",":
        return None
    node = around.evaluator.node(parts[1], resource.loop)
    return node if type(node.value) is list else None


def _passed(node: Node) -> Any:
    value = node.value
    if type(value) is dict:
        return Unresolved("what is passed to a nested stack is not a text")
    if type(value) is not list:
        return NO_VALUE if value is None else value
    if any(isinstance(each.value, Unresolved) and not each.value.token for each in value):
        return Unresolved("a list that is passed on is known after deployment", present=True)
    if any(type(each.value) in (dict, list) for each in value):
        return Unresolved("what is passed to a nested stack is not a list of texts")
    return [each.value for each in value]
