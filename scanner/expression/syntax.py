"""What jmespath's lexer and parser make of a text, and the place of every mistake in it."""

import warnings
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from jmespath import exceptions
from jmespath.lexer import Lexer
from jmespath.parser import Parser

Node = dict[str, Any]

LONGEST: Final = 20_000
DEEPEST: Final = 150


class ExpressionError(Exception):
    """An expression that cannot be used: what is wrong with it, and where, counted from 0."""

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@lru_cache(maxsize=4096)
def parsed(text: str) -> Node:
    """jmespath's syntax tree of a text.

    Raises ExpressionError for a mistake, and for what is too long or nests too deeply to be meant.
    """
    if len(text) > LONGEST:
        raise ExpressionError(
            f"an expression has at most {LONGEST} characters: split it up", LONGEST
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)  # `foo` for `"foo"` is no news
        try:
            ast: Any = Parser().parse(text).parsed
        except RecursionError:
            raise _too_deep() from None
        except (
            ValueError
        ) as error:  # jmespath's own errors are such, and so is a 5,000 digit number
            raise _mistake(text, error) from error
    if _depth(ast) > DEEPEST:
        raise _too_deep()
    if any(node["type"] == "slice" and node["children"][2] == 0 for node in walk(ast)):
        raise ExpressionError("a slice cannot go in steps of 0: leave the third number out")
    tree: Node = ast
    return tree


def _too_deep() -> ExpressionError:
    return ExpressionError(f"an expression nests at most {DEEPEST} levels deep: split it up")


def _mistake(text: str, error: ValueError) -> ExpressionError:
    """The same error in words for somebody who writes a rule."""
    match error:
        case exceptions.EmptyExpressionError():
            return ExpressionError("the expression is empty: name a field, or write @", 0)
        case exceptions.IncompleteExpressionError():
            return ExpressionError("the expression stops short: finish it", len(text))
        case exceptions.LexerError():
            what = f"not JMESPath: {error.message}"
            return ExpressionError(what, min(error.lex_position, len(text)))
        case exceptions.ParseError() if error.token_value == "":  # the token at the end
            return ExpressionError("the expression stops short: finish it", len(text))
        case exceptions.ParseError():
            token = str(error.token_value)[:40]
            what = f"{token!r} cannot stand here ({error.msg})"
            return ExpressionError(what, min(error.lex_position, len(text)))
    return ExpressionError(f"not JMESPath: {error}")


def walk(ast: Node) -> Iterator[Node]:
    """Every node of a tree, each before what is in it, in the order of the text."""
    todo = [ast]
    while todo:
        node = todo.pop()
        yield node
        todo += reversed(_children(node))


def _children(node: Node) -> list[Node]:
    children: list[Any] = node["children"]
    match node["type"]:
        case "slice":
            return []
        case "filter_projection":
            left, right, condition = children
            return [left, condition, right]
    return children


def _depth(ast: Node) -> int:
    deepest = 0
    todo = [(ast, 1)]
    while todo:
        node, depth = todo.pop()
        deepest = max(deepest, depth)
        todo += ((child, depth + 1) for child in _children(node))
    return deepest


def identifiers(text: str) -> list[dict[str, Any]]:
    """The tokens that are names: "value", "start", and whether each is "called" as a function."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        tokens = list(Lexer().tokenize(text))
    return [
        {**token, "called": following["type"] == "lparen"}
        for token, following in pairwise(tokens)
        if token["type"].endswith("_identifier")
    ]
