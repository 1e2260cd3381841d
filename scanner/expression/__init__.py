"""JMESPath expressions: checked when they are read, compiled when they are first asked."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Final

from jmespath.exceptions import JMESPathError

from scanner.expression.functions import FUNCTIONS, STANDARD, Function
from scanner.expression.program import Program, compiled
from scanner.expression.signature import mistake
from scanner.expression.syntax import ExpressionError, Node, identifiers, parsed, walk
from scanner.unresolved import Unresolved

__all__ = ["Expression", "ExpressionError", "compile", "computed", "positions", "walk"]

CALLABLE: Final[Mapping[str, Function]] = {**STANDARD, **FUNCTIONS}
"""Every function that an expression may call, by name."""


class Expression:
    """An expression that can be asked for its value; two with the same text are equal."""

    __slots__ = ("_names", "program", "text")

    def __init__(self, text: str, program: Program, names: frozenset[str] | None = None) -> None:
        """`names` are those of `positions`, where somebody knows them already."""
        self.text = text
        self.program = program
        self._names = names

    @property
    def names(self) -> frozenset[str]:
        """The names in it, of fields, joins, functions and keys."""
        if self._names is None:
            self._names = frozenset(name for name, _ in positions(self.text))
        return self._names

    @property
    def ast(self) -> Node:
        """Its syntax tree, which is jmespath's own and shared: nobody may change it."""
        return parsed(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"

    def __call__(self, root: Any) -> Any:
        """The value for a document, which may be unresolved or hold what is.

        Raises jmespath's JMESPathError where a function cannot take its arguments.
        """
        try:
            return self.program.run(root)
        except RecursionError:
            return Unresolved("the document nests too deeply")

    def __reduce__(self) -> tuple[Callable[[str], "Expression"], tuple[str]]:
        return compile, (self.text,)


@lru_cache(maxsize=4096)
def compile(text: str) -> Expression:
    """The expression that a text spells.

    Raises ExpressionError for a mistake in the syntax, a function that does not exist, or arguments
    that it can never take.
    """
    ast = parsed(text)
    _check(text, ast)
    return Expression(text, Program(lambda: compiled(ast, CALLABLE)))


def computed(expression: Expression, root: Any) -> Any:
    """An expression's value; what cannot be computed on this document is unresolved."""
    try:
        return expression(root)
    except JMESPathError as error:
        return Unresolved(" ".join(f"{expression.text}: {error}".split()))


def positions(text: str) -> list[tuple[str, int]]:
    """Each name in an expression, of fields, functions and keys, with its offset; in order.

    `walk(ast)` gives the nodes that bear these names in the same order.
    """
    return [(token["value"], token["start"]) for token in identifiers(text)]


def _check(text: str, ast: Node) -> None:
    """Raises ExpressionError for a call that can never succeed."""
    nodes = [node for node in walk(ast) if node["type"] in ("function_expression", "expref")]
    if not nodes:
        return
    offsets = _offsets_of_calls(text)
    referenced: set[int] = set()
    for node in nodes:
        if node["type"] == "function_expression":
            referenced.update(id(each) for each in node["children"])
            _check_call(node, next(offsets))
        elif id(node) not in referenced:
            raise ExpressionError(
                "'&' stands outside a function; write it only for an argument such as `&name`"
            )


def _offsets_of_calls(text: str) -> Iterator[int]:
    return (token["start"] for token in identifiers(text) if token["called"])


def _check_call(node: Node, position: int) -> None:
    name = node["value"]
    if name not in CALLABLE:
        raise ExpressionError(f"there is no function {name}(){_nearest(name)}", position)
    function, arguments = CALLABLE[name], node["children"]
    if len(arguments) < function.fewest or len(arguments) > (function.most or len(arguments)):
        raise ExpressionError(
            f"{name}() takes {_arity(function)}, not {len(arguments)}: {usage(function)}", position
        )
    for index, argument in enumerate(arguments):
        what = _impossible(function, index, argument)
        if what:
            parameter = function.parameter(index).name
            raise ExpressionError(
                f"{name}(): {parameter} is {what}; it is used as {usage(function)}", position
            )


def _nearest(name: str) -> str:
    nearest = get_close_matches(name, CALLABLE, n=1)
    return f"; did you mean {nearest[0]}()?" if nearest else "; `groma functions` lists them"


def _arity(function: Function) -> str:
    fewest, most = function.fewest, function.most
    if most is None:
        return f"{fewest} or more arguments"
    if fewest < most:
        return f"{fewest} to {most} arguments"
    return f"{most} argument{'s' * (most != 1)}"


def usage(function: Function) -> str:
    """How a function is called, such as `open_to_world(groups, ports?)`."""
    names = (each.name + "?" * each.optional + "…" * each.repeats for each in function.parameters)
    return f"{function.name}({', '.join(names)})"


def _impossible(function: Function, index: int, argument: Node) -> str | None:
    """Why an argument can never be right, as far as its mere look tells."""
    parameter = function.parameter(index)
    referring = argument["type"] == "expref"
    if parameter.kinds == ("expref",) and not referring:
        return "not an expression to apply to each element; write `&` before it"
    if referring and "expref" not in parameter.kinds:
        return "an expression to apply to each element; leave out the `&`"
    return mistake(argument["value"], parameter) if argument["type"] == "literal" else None
