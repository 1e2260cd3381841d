"""An expression as Python that runs: written when it is first asked, and bound to what it calls."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.expression.calls import reference
from scanner.expression.codegen import Writer
from scanner.expression.signature import Function
from scanner.expression.syntax import Node
from scanner.expression.three_valued import element, equal, negated, ordered, sliced, truth
from scanner.unresolved import Unresolved, merged

RUNTIME: Final[dict[str, Any]] = {
    "__builtins__": {},
    **{each.__name__: each for each in (type, list, dict, bool, Unresolved, merged)},
    **{each.__name__: each for each in (element, equal, negated, ordered, sliced, truth)},
    "reference": reference,
}
"""What the code of every expression calls."""


class Program:
    """A function `run` of a document that is made when it is first called."""

    __slots__ = ("_make", "run")

    def __init__(self, make: Callable[[], Callable[[Any], Any]]) -> None:
        self._make = make
        self.run: Callable[[Any], Any] = self._first

    def _first(self, root: Any) -> Any:
        self.run = self._make()
        return self.run(root)


def compiled(ast: Node, functions: Mapping[str, Function]) -> Callable[[Any], Any]:
    """The Python function that gives a tree's value for a document.

    The source that is executed holds nothing of a rule but `ascii()` of its strings and integers:
    everything else that a rule says reaches it as a value under a name made here.
    """
    writer = Writer(functions)
    name = writer.function(ast)
    namespace = {**RUNTIME, **writer.constants}
    exec(writer.text, namespace)  # noqa: S102 - our own words, see above
    run: Callable[[Any], Any] = namespace[name]
    return run
