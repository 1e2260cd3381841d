"""Values as a template writes them -> what they are, with every function evaluated."""

from collections.abc import Callable
from typing import Any, Final

from scanner.declared import Node, plain
from scanner.model import Location
from scanner.sources.cloudformation.budget import Budget
from scanner.sources.cloudformation.composed import composed, resolvable
from scanner.sources.cloudformation.conditions import CONDITIONS, Conditions
from scanner.sources.cloudformation.functions import FUNCTIONS, MisusedError
from scanner.sources.cloudformation.loops import LOOPS, NO_LOOP, Loop, UntoldError, entries, looped
from scanner.sources.cloudformation.pseudo import NO_VALUE
from scanner.sources.cloudformation.scalars import text_of
from scanner.sources.cloudformation.substitution import Hole, pieces
from scanner.sources.cloudformation.written import Written
from scanner.sources.declared.kinds import parameter
from scanner.unresolved import OPEN, Unresolved

Refer = Callable[[str, str, Location], Any]
"""From a name, an attribute ("Ref" for Ref) and a place to the value that the reference gives."""

Say = Callable[[str, Location], None]
"""Takes what is wrong, and where."""

_FUNCTION: Final = "Fn::"


class Evaluator:
    """Evaluates what one template writes; the references are the template's own to answer."""

    def __init__(self, refer: Refer, mappings: Written | None, say: Say, budget: Budget) -> None:
        self._refer = refer
        self._mappings = mappings
        self._say = say
        self._budget = budget
        self.conditions = Conditions(self.node, budget)

    def node(self, written: Written, loop: Loop = NO_LOOP) -> Node:
        """What a value is; `NO_VALUE` for what is to be left out."""
        value = written.value
        kind = type(value)
        if kind is dict or kind is list:
            return self._deeper(written, loop)
        self._budget.spend()
        if kind is str:
            return Node(resolvable(self._looped(value, loop)), written.at)
        return Node(value, written.at)

    def _deeper(self, written: Written, loop: Loop) -> Node:
        budget = self._budget
        budget.spend()
        try:
            if not budget.deeper():
                return Node(Unresolved("it is nested too deep to follow"), written.at)
            if type(written.value) is dict:
                return self._mapping(written, loop)
            found = [self.node(each, loop) for each in written.value]
            return Node([each for each in found if each.value is not NO_VALUE], written.at)
        finally:
            budget.depth -= 1

    def _mapping(self, written: Written, loop: Loop) -> Node:
        members, at = written.value, written.at
        named = next((name for name in members if name.startswith(_FUNCTION)), "")
        if not named and "Ref" in members and len(members) == 1:
            named = "Ref"
        if not named:
            found = [(looped(name, loop), self.node(each, loop)) for name, each in members.items()]
        elif not named.startswith(LOOPS):
            return self._called(named, written, loop)
        else:
            try:
                every = list(entries(written, loop, self.node))
            except UntoldError as error:
                return Node(Unresolved(error.unresolved.why, present=True), at)
            except MisusedError as error:
                return self._wrong(str(error), at)
            found = [(each.name, self.node(each.written, each.loop)) for each in every]
        return Node({name: each for name, each in found if each.value is not NO_VALUE}, at)

    def _called(self, name: str, written: Written, loop: Loop) -> Node:
        """What a function gives, at the place of its call."""
        if len(written.value) > 1 and name != "Fn::Transform":
            return self._wrong(f"{name} stands beside other names", written.at)
        try:
            if not self._budget.deeper():
                return Node(Unresolved("it is nested too deep to follow"), written.at)
            value = self._function(name, written.value[name], written.at, loop)
        except MisusedError as error:
            return self._wrong(f"{name}: {error}", written.at)
        finally:
            self._budget.depth -= 1
        return value if type(value) is Node else self._placed(value, written.at)

    def _function(self, name: str, argument: Written, at: Location, loop: Loop) -> Any:
        if name == "Ref":
            return self._reference(_text(argument), at, loop)
        if name in FUNCTIONS:
            return FUNCTIONS[name](self.node(argument, loop))
        if name in CONDITIONS:
            return self.conditions.combined(name, argument, loop)
        match name:
            case "Fn::GetAtt":
                return self._attribute(self.node(argument, loop), at)
            case "Fn::Sub":
                return self._substituted(argument, at, loop)
            case "Fn::If":
                return self._chosen(argument, at, loop)
            case "Fn::FindInMap":
                return self._found(argument, at, loop)
            case "Fn::GetAZs":
                return Unresolved("the Availability Zones are known at deployment", present=True)
            case "Fn::ImportValue":
                return _imported(self.node(argument, loop))
            case "Fn::Transform":
                return Unresolved("a macro gives it at deployment")
        raise MisusedError("CloudFormation has no such function")

    def _reference(self, name: str, at: Location, loop: Loop) -> Any:
        name = looped(name, loop)
        return loop[name] if name in loop else self._refer(name, "Ref", at)

    def _attribute(self, argument: Node, at: Location) -> Any:
        parts = argument.value if type(argument.value) is list else [argument]
        unknown = next((each.value for each in parts if isinstance(each.value, Unresolved)), None)
        if unknown is not None:
            return Unresolved(unknown.why)
        name, _, attribute = ".".join(str(each.value) for each in parts).partition(".")
        if not name or not attribute:
            raise MisusedError("it wants a resource and an attribute")
        return self._refer(name, attribute, at)

    def _substituted(self, argument: Written, at: Location, loop: Loop) -> Any:
        text, own = argument, None
        if type(argument.value) is list:
            if len(argument.value) != 2 or type(argument.value[1].value) is not dict:
                raise MisusedError("it wants a text, or a list of a text and a mapping")
            text, own = argument.value
        made = []
        for piece in pieces(self._looped(_text(text), loop)):
            if not isinstance(piece, Hole):
                made.append(piece)
                continue
            named = own.member(piece.name) if own is not None else None
            made.append(self.node(named, loop).value if named else self._named(piece, at, loop))
        return composed(made)

    def _named(self, hole: Hole, at: Location, loop: Loop) -> Any:
        name, dot, attribute = hole.name.partition(".")
        return self._refer(name, attribute, at) if dot else self._reference(hole.name, at, loop)

    def _chosen(self, argument: Written, at: Location, loop: Loop) -> Any:
        """What Fn::If gives: where it is not decided, what both ways give if that is the same."""
        parts = argument.value
        if type(parts) is not list or len(parts) != 3:
            raise MisusedError("it wants a list of a condition and 2 values")
        name = parts[0].value
        if type(name) is str:
            decided = self.conditions.holds(looped(name, loop))
        else:
            decided = self.conditions.decided(parts[0], loop)
        if not isinstance(decided, Unresolved):
            return self.node(parts[1 if decided else 2], loop)
        ways = [self.node(each, loop) for each in parts[1:]]
        if repr(plain(ways[0])) == repr(plain(ways[1])):  # 1 and true are not the same
            return Node(ways[0].value, at)
        return Unresolved(decided.why, present=all(_is_set(each.value) for each in ways))

    def _found(self, argument: Written, at: Location, loop: Loop) -> Any:
        """What Fn::FindInMap gives, its DefaultValue where the map has no such entry."""
        node = self.node(argument, loop)
        parts = node.value if type(node.value) is list else []
        if not 3 <= len(parts) <= 4:
            raise MisusedError("it wants a list of a map and 2 names in it")
        here = self._mappings
        for each in parts[:3]:
            if isinstance(each.value, Unresolved):
                return Unresolved(each.value.why)
            name = text_of(each.value)
            here = here.member(name) if here is not None and name is not None else None
        if here is not None:
            return self._moved(self.node(here), at)
        default = parts[3].value.get("DefaultValue") if _is_mapping(parts[3:]) else None
        if default is None:
            names = ".".join(str(each.value) for each in parts[:3])
            raise MisusedError(f"the mappings have no {names}")
        return default

    def _placed(self, value: Any, at: Location) -> Node:
        """A function's value at the place of its call."""
        if type(value) is list:
            self._budget.spend(len(value))
            made = [each if type(each) is Node else Node(each, at) for each in value]
            return Node(made, at)
        if type(value) is str:
            self._budget.spend(characters=len(value))
        return Node(value, at)

    def _moved(self, node: Node, at: Location) -> Node:
        """A value that stands elsewhere, at the place of what refers to it."""
        if type(node.value) is list:
            return Node([self._moved(each, at) for each in node.value], at)
        if type(node.value) is dict:
            return Node({name: self._moved(each, at) for name, each in node.value.items()}, at)
        return Node(node.value, at)

    def _looped(self, text: str, loop: Loop) -> str:
        if not loop:
            return text
        made = looped(text, loop)
        self._budget.spend(characters=len(made))
        return made

    def _wrong(self, what: str, at: Location) -> Node:
        self._say(what, at)
        return Node(Unresolved(what), at)


def _text(written: Written) -> str:
    if type(written.value) is not str:
        raise MisusedError("it wants a text")
    return written.value


def _imported(name: Node) -> Any:
    value = name.value
    if isinstance(value, Unresolved):
        why = "an export of another stack is known after deployment"
        token = f"{OPEN}import:{value.token.removeprefix(OPEN)}" if value.token else ""
        return Unresolved(f"{why}; {value.why}", present=True, token=token)
    if type(value) is not str:
        raise MisusedError("it wants a text")
    return parameter(f"import:{value}", f"the export {value} is known after deployment")


def _is_set(value: Any) -> bool:
    if isinstance(value, Unresolved):
        return value.present
    return value is not None and value is not NO_VALUE


def _is_mapping(nodes: list[Node]) -> bool:
    return bool(nodes) and type(nodes[0].value) is dict
