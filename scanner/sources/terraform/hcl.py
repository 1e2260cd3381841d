"""The text of a Terraform file -> its blocks and arguments, each with its exact place."""

import re
from typing import TYPE_CHECKING, Any, Final

from scanner.model import Location
from scanner.sources.terraform.hcl_expressions import expression, place
from scanner.sources.terraform.hcl_text import unescaped
from scanner.sources.terraform.hcl_tree import Block, Body, Broken, Expression, place_of

if TYPE_CHECKING:
    from lark import Tree

LARGEST: Final = 1 << 20  # bytes of one file: the grammar reads some 300 KB a second
DEEPEST: Final = 200  # levels of the parse tree, two or three of which are one of the text
_BLANK: Final = re.compile(r"\s{500}")


def parsed(text: str, uri: str) -> Body:
    """What a `.tf` or `.tfvars` file says. Raises Broken with the place of a syntax error."""
    _refuse_what_is_slow(text, uri)
    tree = _tree(text, uri)
    _refuse_what_is_deep(tree, uri)
    return _body(tree.children[0], uri)


def lone_expression(text: str, at: Location) -> Expression:
    """The expression that stands alone in a text, with the place given. Raises Broken."""
    where = place_of(at)
    try:
        tree = _tree(f"x = (\n{text}\n)", where)
    except Broken as broken:
        raise Broken(where, broken.what) from None
    _refuse_what_is_deep(tree, where)
    found = [each for each in tree.children[0].children if _data(each) == "attribute"]
    if len(found) != 1:
        raise Broken(where, "not one expression")
    return expression(found[0].children[-1], at)


def _tree(text: str, uri: str) -> "Tree[Any]":
    from hcl2.parser import parser
    from lark.exceptions import LarkError, UnexpectedInput

    try:
        return parser().parse(text + "\n")
    except UnexpectedInput as error:
        raise Broken(f"{uri}:{max(error.line, 1)}:{max(error.column, 1)}", _what(error)) from None
    except LarkError as error:
        raise Broken(f"{uri}:1:1", f"not HCL: {str(error)[:100]}") from None


def _what(error: Any) -> str:
    token = getattr(error, "token", None)
    if token is None or token.type == "$END":
        return "not HCL: the text ends too soon" if token is not None else "not HCL"
    return f"not HCL: unexpected {str(token)[:20].strip() or 'end of line'!r}"


def _refuse_what_is_slow(text: str, uri: str) -> None:
    found = _BLANK.search(text)
    if found is not None:  # a heredoc's end is looked for at each blank, through all that follow
        line = text.count("\n", 0, found.start()) + 1
        raise Broken(f"{uri}:{line}:1", "500 blanks or empty lines in a row")


def _refuse_what_is_deep(tree: "Tree[Any]", uri: str) -> None:
    todo: list[tuple[Any, int]] = [(tree, 0)]
    while todo:
        here, depth = todo.pop()
        if depth > DEEPEST:
            where = place(here, uri)
            raise Broken(place_of(where), "nested too deep")
        todo.extend((each, depth + 1) for each in here.children if hasattr(each, "children"))


def _data(part: Any) -> str:
    return str(part.data) if hasattr(part, "children") else ""


def _body(tree: "Tree[Any]", uri: str) -> Body:
    body = Body()
    for part in tree.children:
        if _data(part) == "attribute":
            name, value = _argument(part, uri)
            if name in body.arguments:
                raise Broken(place_of(place(part, uri)), f"{name} is set twice")
            body.arguments[name] = value
        elif _data(part) == "block":
            body.blocks.append(_block(part, uri))
    return body


def _argument(tree: "Tree[Any]", uri: str) -> tuple[str, Expression]:
    return str(tree.children[0].children[0]), expression(tree.children[-1], uri)


def _block(tree: "Tree[Any]", uri: str) -> Block:
    named = [each for each in tree.children if _data(each) not in ("", "body")]
    words = [each for each in named if _data(each) != "new_line_or_comment"]
    body = next(each for each in tree.children if _data(each) == "body")
    first, last = place(words[0], uri), place(words[-1], uri)
    header = Location(uri, first.line, first.column, last.end_line, last.end_column)
    kind, *labels = (_label(each) for each in words)
    return Block(kind, tuple(labels), _body(body, uri), header, place(tree, uri))


def _label(tree: "Tree[Any]") -> str:
    if _data(tree) != "string":
        return str(tree.children[0])
    pieces = (each.children[0] for each in tree.children[1:-1])
    return "".join(unescaped(str(each)) for each in pieces if not hasattr(each, "children"))
