"""A parse tree of python-hcl2 -> our expressions, without what is only layout."""

from typing import TYPE_CHECKING, Any, Final

from scanner.model import Location
from scanner.sources.terraform import hcl_text
from scanner.sources.terraform.hcl_tree import (
    Attribute,
    Binary,
    Call,
    Conditional,
    Element,
    Expression,
    For,
    Index,
    Literal,
    Name,
    Object,
    Splat,
    Tuple,
    Unary,
    Unread,
)

if TYPE_CHECKING:
    from lark import Tree

Origin = str | Location
"""The file that is parsed, or the one place of all that is in a piece of text."""

_LAYOUT: Final = "new_line_or_comment"
_OPEN_ENDED: Final = ("binary_op", "binary_term", "conditional", "unary_op")
_SIGNS: Final = ("==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "?")
_WORDS: Final = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER: Final = 300  # digits: no number of AWS's is longer, and int() is slow on such


def expression(tree: "Tree[Any]", origin: Origin) -> Expression:
    """The expression that a part of the parse tree is.

    The caller has bounded how deep the tree is.
    """
    at = place(tree, origin)
    parts = [each for each in tree.children if not _is_layout(each)]
    match str(tree.data):
        case "expr_term":
            inner = [each for each in parts if _is_tree(each)]
            return expression(inner[0], origin)
        case "identifier" | "keyword":
            return Name(str(parts[0]), at)
        case "literal_value":
            return Literal(_WORDS[str(parts[0])], at)
        case "int_lit" | "float_lit":
            return _number(str(parts[0]), at)
        case "string":
            return _template(parts[1:-1], at, origin)
        case "heredoc_template" | "heredoc_template_trim":
            return _heredoc(str(parts[0]), at, origin)
        case _:
            return _compound(str(tree.data), parts, at, origin)


def _compound(kind: str, parts: list[Any], at: Location, origin: Origin) -> Expression:
    trees = [each for each in parts if _is_tree(each)]
    match kind:
        case "tuple":
            return Tuple(tuple(expression(each, origin) for each in trees), at)
        case "object":
            return Object(tuple(_item(each, origin) for each in trees), at)
        case "conditional":
            test, yes, no = (expression(each, origin) for each in trees)
            return Conditional(test, yes, no, at)
        case "binary_op":
            return _binary(trees, at, origin)
        case "unary_op":
            return Unary(str(parts[0]), expression(trees[0], origin), at)
        case "function_call":
            return _call(parts, at, origin)
        case "index_expr_term" | "get_attr_expr_term":
            return _step(expression(trees[0], origin), trees[1], at, origin)
        case "attr_splat_expr_term" | "full_splat_expr_term":
            return _splat(expression(trees[0], origin), trees[1], at, origin)
        case "for_tuple_expr" | "for_object_expr":
            return _for(parts, at, origin)
        case _:
            return Unread(f"{kind.replace('_', ' ')} is not evaluated", at)


def place(tree: Any, origin: Origin) -> Location:
    """Where a tree or token stands, without the line's end that operators take along."""
    if isinstance(origin, Location):
        return origin
    end = tree
    while _is_tree(end) and str(end.data) in _OPEN_ENDED:
        end = [each for each in end.children if not _is_layout(each)][-1]
    start, end = (each.meta if _is_tree(each) else each for each in (tree, end))
    return Location(origin, start.line, start.column, end.end_line, end.end_column)


def _is_tree(part: Any) -> bool:
    return hasattr(part, "children")


def _is_layout(part: Any) -> bool:
    return _is_tree(part) and str(part.data) == _LAYOUT


def _number(text: str, at: Location) -> Expression:
    if len(text) > _LONGEST_NUMBER:
        return Unread("a number of so many digits is not evaluated", at)
    if text.lstrip("-").isdigit():
        return Literal(int(text), at)
    number = float(text)
    if number in (float("inf"), float("-inf")):
        return Unread("so large a number is not evaluated", at)
    return Literal(number, at)


def _template(parts: list[Any], at: Location, origin: Origin) -> Expression:
    found: list[str | Expression] = []
    for part in parts:
        inner = part.children[0]
        if not _is_tree(inner):
            found.append(hcl_text.unescaped(str(inner)))
        elif str(inner.data) == "interpolation":
            hole = next(each for each in inner.children if _is_tree(each))
            found.append(expression(hole, origin))
        else:
            return Unread("a template's %{…} is not evaluated", at)
    return hcl_text.text_of(found, at)


def _heredoc(raw: str, at: Location, origin: Origin) -> Expression:
    body = raw.rstrip("\n\r")
    if isinstance(origin, Location):
        return hcl_text.template(hcl_text.heredoc(body), origin)
    last = body.rpartition("\n")[2]
    end = (at.line or 1) + body.count("\n")
    whole = Location(at.uri, at.line, at.column, end, len(last) + 1)
    return hcl_text.template(hcl_text.heredoc(body), whole)


def _item(tree: "Tree[Any]", origin: Origin) -> tuple[Expression, Expression]:
    key, value = (each for each in tree.children if _is_tree(each) and not _is_layout(each))
    name = expression(key.children[0], origin)
    bare = isinstance(name, Name) and not _in_parentheses(key)
    said = Literal(name.name, name.at) if bare and isinstance(name, Name) else name
    return said, expression(value, origin)


def _in_parentheses(key: "Tree[Any]") -> bool:
    inner = key.children[0]
    return _is_tree(inner) and str(inner.children[0]) == "("


def _binary(trees: list[Any], at: Location, origin: Origin) -> Expression:
    left = expression(trees[0], origin)
    sign, operand = (each for each in trees[1].children if not _is_layout(each))
    right = expression(operand, origin)
    text = str(sign.children[0])
    written = next(each for each in _SIGNS if text.endswith(each))
    return Binary(written, left, right, at)


def _call(parts: list[Any], at: Location, origin: Origin) -> Expression:
    words = [each for each in parts if _is_tree(each) and str(each.data) == "identifier"]
    name = "::".join(str(each.children[0]) for each in words)
    given = [each for each in parts if _is_tree(each) and str(each.data) == "arguments"]
    inside = given[0].children if given else []
    trees = [each for each in inside if _is_tree(each) and not _is_layout(each)]
    spread = any(not _is_tree(each) and str(each) == "..." for each in inside)
    return Call(name, tuple(expression(each, origin) for each in trees), spread, at)


def _step(of: Expression, step: Any, at: Location, origin: Origin) -> Expression:
    inside = [each for each in step.children if not _is_layout(each)]
    match str(step.data):
        case "get_attr":
            return Attribute(of, str(inside[1].children[0]), at)
        case "short_index":
            return Index(of, _number(str(inside[1]), place(inside[1], origin)), at)
        case _:
            return Index(of, expression(inside[1], origin), at)


def _splat(of: Expression, splat: Any, at: Location, origin: Origin) -> Expression:
    each: Expression = Element(at)
    for step in splat.children[1:]:
        each = _step(each, step, at, origin)
    return Splat(of, each, at)


def _for(parts: list[Any], at: Location, origin: Origin) -> Expression:
    trees = [each for each in parts if _is_tree(each)]
    intro, *results = (each for each in trees if str(each.data) != "for_cond")
    conditions = [each for each in trees if str(each.data) == "for_cond"]
    names = [
        str(each.children[0])
        for each in intro.children
        if _is_tree(each) and str(each.data) == "identifier"
    ]
    inside = [each for each in intro.children if _is_tree(each) and not _is_layout(each)]
    found = [expression(each, origin) for each in results]
    return For(
        key=names[0] if len(names) > 1 else None,
        value=names[-1],
        collection=expression(inside[-1], origin),
        result_key=found[0] if len(found) > 1 else None,
        result=found[-1],
        condition=_condition(conditions[0], origin) if conditions else None,
        grouped=any(not _is_tree(each) and str(each) == "..." for each in parts),
        at=at,
    )


def _condition(tree: "Tree[Any]", origin: Origin) -> Expression:
    inside = [each for each in tree.children if _is_tree(each) and not _is_layout(each)]
    return expression(inside[-1], origin)
