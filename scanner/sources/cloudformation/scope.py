"""One template with its parameters' values: what its references give, and what it declares."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from scanner.declared import Node, member
from scanner.model import Location
from scanner.sources.cloudformation.budget import Budget
from scanner.sources.cloudformation.evaluator import Evaluator
from scanner.sources.cloudformation.functions import MisusedError
from scanner.sources.cloudformation.loops import Entry, Loop, UntoldError, entries, looped
from scanner.sources.cloudformation.parameters import Given, parameter_values
from scanner.sources.cloudformation.problems import Problems
from scanner.sources.cloudformation.pseudo import NO_VALUE, Pseudo
from scanner.sources.cloudformation.template import Template
from scanner.sources.cloudformation.transforms import adds_resources
from scanner.sources.cloudformation.written import Written
from scanner.sources.declared.kinds import parameter, reference, told_by
from scanner.unresolved import Unresolved

_OUTPUTS: Final = "Outputs."
_CUSTOM: Final = ("Custom::", "AWS::CloudFormation::CustomResource")
_TOLD: Final = (str, int, float, bool, Unresolved)


class Resource(msgspec.Struct):
    """A resource as its template writes it; `open` says why only deployment decides on it."""

    name: str
    kind: str
    at: Location
    body: Written
    loop: Loop
    condition: str = ""
    made: bool = True
    open: bool = False


class Scope:
    """A template to be deployed with some parameters, as a stack of its own or a nested one.

    `address` is what a nested stack's resources are called by: "Network.". `place` is where the
    template is asked for. `nested` gives the scope of a resource that is a stack itself, None for
    one that is none or cannot be read.
    """

    def __init__(
        self,
        template: Template,
        given: Given,
        pseudo: Pseudo,
        problems: Problems,
        budget: Budget,
        nested: "Callable[[Scope, Resource], Scope | None]",
        address: str = "",
    ) -> None:
        self.template = template
        self.pseudo = pseudo
        self.address = address
        self.problems = problems
        self.budget = budget
        self.evaluator = Evaluator(self.refer, template.section("Mappings"), problems.say, budget)
        self._nested = nested
        self._parameters = parameter_values(template.section("Parameters"), given, address)
        self._properties: dict[tuple[str, str], Node] = {}
        self._under_way: set[tuple[str, str]] = set()
        self._inner: dict[str, Scope | None] = {}
        self._outputs: dict[str, Entry] | None = None
        self.resources: dict[
            str, Resource
        ] = {}  # none of them, until conditions and loops are known
        self.evaluator.conditions.declare(self._section("Conditions"))
        self.resources = {
            each.name: resource
            for each in self._section("Resources").values()
            if (resource := self._resource(each)) is not None
        }

    def refer(self, name: str, attribute: str, at: Location) -> Any:
        """What a reference at a place gives: `attribute` is "Ref", or what GetAtt asks for."""
        if attribute == "Ref" and name in self._parameters:
            return self._parameters[name]
        if attribute == "Ref" and name.startswith("AWS::"):
            value = self.pseudo.value(name, self.address)
            if value is not None:
                return value
        resource = self.resources.get(name)
        if resource is None:
            return self._undeclared(name, at)
        if not resource.made:
            return Unresolved(f"{name} is not made: {resource.condition} is false")
        if attribute.startswith(_OUTPUTS):
            inner = self.inner(resource, at)
            if inner is not None:
                return inner.output(attribute.removeprefix(_OUTPUTS), at)
        return self._attribute(resource, attribute, at)

    def properties(self, resource: Resource) -> Node:
        """All properties of a resource: a mapping, or what is no mapping at all."""
        written = resource.body.member("Properties")
        if written is None:
            return Node({})
        if _has_function(written):
            return self.evaluator.node(written, resource.loop)
        found = {
            looped(name, resource.loop): self.property(resource, name) for name in written.value
        }
        made = {name: each for name, each in found.items() if each.value is not NO_VALUE}
        return Node(made, written.at)

    def property(self, resource: Resource, name: str) -> Node:
        """One property of a resource, evaluated once. Raises MisusedError if it asks for itself."""
        key = (resource.name, name)
        if key in self._properties:
            return self._properties[key]
        written = resource.body.member("Properties")
        said = written.member(name) if written is not None else None
        if said is None:
            return Node(None)
        if key in self._under_way:
            raise MisusedError(f"{resource.name}.{name} depends on itself")
        self._under_way.add(key)
        try:
            self._properties[key] = self.evaluator.node(said, resource.loop)
        finally:
            self._under_way.discard(key)
        return self._properties[key]

    def inner(self, resource: Resource, at: Location) -> "Scope | None":
        """The scope of the stack that a resource is, None if it is none that can be read."""
        name = resource.name
        if name in self._inner:
            return self._inner[name]
        key = (name, _OUTPUTS)
        if key in self._under_way:
            raise MisusedError(f"{name} depends on itself")
        self._under_way.add(key)
        try:
            self._inner[name] = self._nested(self, resource)
        finally:
            self._under_way.discard(key)
        return self._inner[name]

    def output(self, name: str, at: Location) -> Any:
        """The value of an output, for the template around it."""
        if self._outputs is None:
            self._outputs = dict(self._section("Outputs"))
        entry = self._outputs.get(name)
        value = entry.written.member("Value") if entry is not None else None
        if entry is None or value is None:
            raise MisusedError(f"{self.template.uri} has no output {name}")
        key = ("", name)
        if key in self._under_way:
            raise MisusedError(f"the output {name} depends on itself")
        self._under_way.add(key)
        try:
            return _bare(self.evaluator.node(value, entry.loop))
        finally:
            self._under_way.discard(key)

    def _attribute(self, resource: Resource, attribute: str, at: Location) -> Any:
        told = told_by(resource.kind, attribute)
        if told is not None:
            name, *inside = told.split(".")
            said = self.property(resource, name)
            for each in inside:
                said = member(said, each)
            if type(said.value) in _TOLD and said.value != "":
                return said.value
        address = self.address + resource.name
        if attribute.startswith(_OUTPUTS) or resource.kind.startswith(_CUSTOM):
            what = f"{address}.{attribute}"  # which may be what anything else is called
            return parameter(what, f"{what} is known after deployment")
        return reference(address, resource.kind, attribute)

    def _undeclared(self, name: str, at: Location) -> Unresolved:
        what = f"{name} is not declared in this template"
        if not adds_resources(self.template.root):
            self.problems.say(what, at)
        return Unresolved(what)

    def _section(self, name: str) -> dict[str, Entry]:
        """The entries of a section, as far as its loops are known."""
        section = self.template.section(name)
        if section is None:
            return {}
        if type(section.value) is not dict:
            self.problems.say(f"{name} is not a mapping", section.at)
        return {each.name: each for each in self._entries(section)}

    def _entries(self, section: Written) -> Iterator[Entry]:
        for name, written in section.members().items():
            one = Written({name: written}, section.at, section.keys)
            try:
                for each in entries(one, {}, self.evaluator.node):
                    self.budget.spend()
                    yield each
            except UntoldError as error:
                self.problems.say(f"{name} is not known: {error.unresolved.why}", error.at)
            except MisusedError as error:
                self.problems.say(f"{name}: {error}", written.at)

    def _resource(self, entry: Entry) -> Resource | None:
        name, at, body, loop = entry
        if name.startswith("Fn::"):
            self.problems.say(f"what {name} adds is not judged", at)
            return None
        kind = body.member("Type")
        if kind is None or type(kind.value) is not str or not kind.value:
            what = "has no Type" if kind is None else "has a Type that is not a text"
            self.problems.say(f"the resource {name} {what}", at if kind is None else kind.at)
            return None
        resource = Resource(name, looped(kind.value, loop), at, body, loop)
        condition = body.member("Condition")
        if condition is not None:
            self._decide(resource, condition)
        return resource

    def _decide(self, resource: Resource, condition: Written) -> None:
        """Say of a resource whether its condition holds; one that is wrong may."""
        resource.condition = looped(str(condition.value), resource.loop)
        try:
            found = self.evaluator.conditions.holds(resource.condition)
        except MisusedError as error:
            self.problems.say(f"Condition: {error}", condition.at)
            resource.open = True
            return
        resource.made = found is not False
        resource.open = isinstance(found, Unresolved)


def _has_function(written: Written) -> bool:
    members = written.members()
    return type(written.value) is not dict or any(
        each.startswith("Fn::") or (each == "Ref" and len(members) == 1) for each in members
    )


def _bare(node: Node) -> Any:
    """A value for another template: a list's elements without their places."""
    if type(node.value) is list:
        return [each.value for each in node.value]
    return None if node.value is NO_VALUE else node.value
