"""What a plan's references lead to: through variables and outputs of modules, to resources.

Plans show which names an expression uses, but not how. So `aws_subnet.a[*].id` is "aws_subnet.a",
`aws_subnet.a[count.index].id` is that and "count.index", and a local is only its name.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from scanner.sources.terraform.plan_modules import Own, Scope, Scopes, Steps, references, steps_of
from scanner.sources.terraform.plan_records import Block, Records

_OWN: Final = "*"  # in front of a key: the instance of that key, if what is referred to has it
_MOST: Final = 200
_DEEPEST: Final = 40
_KNOWN: Final = frozenset({"count", "each", "path", "terraform", "self"})


class Target(NamedTuple):
    """A resource that is referred to: `key` and `attribute` are "" where the plan hides them."""

    block: Block
    key: str
    attribute: str


class Hidden(NamedTuple):
    """Something that is referred to of which the plan does not say what it is."""

    why: str


class References:
    """Follows the references of a plan."""

    def __init__(self, scopes: Scopes, records: Records) -> None:
        self._scopes = scopes
        self._records = records

    def reached(self, expression: Any, scope: Scope, own: Own) -> list[Target | Hidden]:
        """What an expression uses that the plan does not know, in order, each once."""
        trail = _Trail(self._scopes, self._records)
        return list(dict.fromkeys(trail.of(expression, scope, own, (), 0)))


class _Trail:
    """The search for one expression; it gives up after so many steps."""

    def __init__(self, scopes: Scopes, records: Records) -> None:
        self._scopes = scopes
        self._records = records
        self._left = _MOST

    def of(
        self, expression: Any, scope: Scope, own: Own, rest: Steps, deep: int
    ) -> Iterator[Target | Hidden]:
        """What an expression leads to; `rest` is what is then looked up in its value."""
        self._left -= 1
        if self._left < 0 or deep > _DEEPEST:
            yield Hidden("it refers to too much")
            return
        found = references(expression)
        if rest and len([each for each in found if steps_of(each)[:1] != ("each",)]) > 1:
            yield Hidden("the plan does not tell which of several values it is")
            return
        indexed = {"count.index", "each.key"} & set(found)
        for text in found:
            steps = steps_of(text)
            if not steps:
                yield Hidden(f"{text[:80]} is known after apply")
                continue
            if len(steps) == 2 and indexed and own.key and steps[0] not in _KNOWN:
                steps = (*steps, _OWN + own.key)
            yield from self._one((*steps, *rest), scope, own, deep + 1)

    def _one(self, steps: Steps, scope: Scope, own: Own, deep: int) -> Iterator[Target | Hidden]:
        match steps:
            case ("var", name, *rest):
                if scope.parent is not None and scope.given is not None:
                    given = scope.given.get(name)
                    yield from self.of(given, scope.parent, scope.own, tuple(rest), deep)
            case ("local", name, *_):
                yield Hidden(f"local.{name} is known after apply")
            case ("data", kind, name, *_):
                if self._records.instances((scope.address, f"data.{kind}", name)):
                    yield Hidden(f"data.{kind}.{name} is read at apply")
            case ("module", name, *rest):
                yield from self._output(scope, name, tuple(rest), own, deep)
            case ("each", "value", *rest):
                inner = (_OWN + own.key, *rest) if own.key else tuple(rest)
                yield from self.of(own.for_each, scope, own._replace(for_each=None), inner, deep)
            case (kind, name, *rest) if kind not in _KNOWN:
                yield self._resource((scope.address, kind, name), tuple(rest), own)

    def _output(
        self, scope: Scope, name: str, rest: Steps, own: Own, deep: int
    ) -> Iterator[Target | Hidden]:
        key = rest[0].removeprefix(_OWN) if rest and _is_key(rest[0]) else ""
        rest = rest[1:] if key else rest
        child = self._scopes.child(scope, name, key)
        output = child.module.outputs.get(rest[0]) if child is not None and rest else None
        if child is None or output is None:
            yield Hidden(f"the plan does not tell which output of module.{name} it is")
            return
        yield from self.of(output.expression, child, child.own, rest[1:], deep)

    def _resource(self, block: Block, rest: Steps, own: Own) -> Target | Hidden:
        instances = self._records.instances(block)
        key = ""
        while rest and _is_key(rest[0]):
            mine, given = rest[0].startswith(_OWN), rest[0].removeprefix(_OWN)
            if not mine or (given in instances and own.siblings <= instances.keys()):
                key = given
            rest = rest[1:]
        rest = tuple(each for each in rest if not each.startswith(_OWN))
        if len(rest) > 1 or not instances or (key and key not in instances):
            return Hidden(f"{'.'.join((*block[1:], *rest))} is known after apply")
        return Target(block, key, rest[0] if rest else "")


def _is_key(step: str) -> bool:
    return step.startswith(("[", _OWN))
