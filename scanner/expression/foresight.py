"""What the mere look of a syntax tree's node promises of every value that it can give."""

from collections.abc import Mapping

from scanner.expression.signature import Function
from scanner.expression.syntax import Node


def boolean(node: Node, functions: Mapping[str, Function]) -> bool:
    """Whether a node can give nothing but true, false or an unresolved value."""
    match node["type"]:
        case "comparator":
            return node["value"] in ("eq", "ne")
        case "not_expression":
            return True
        case "and_expression" | "or_expression":
            return all(boolean(each, functions) for each in node["children"])
        case "pipe":
            return boolean(node["children"][-1], functions)
        case "function_expression":
            return functions[node["value"]].boolean
        case "literal":
            return isinstance(node["value"], bool)
    return False


def strict(node: Node) -> bool:
    """Whether a node gives for an unresolved document that same unresolved value, and no other."""
    match node["type"]:
        case "identity" | "current" | "field" | "index" | "slice":
            return True
        case "multi_select_list" | "multi_select_dict":
            return True
        case "subexpression" | "index_expression" | "pipe":
            return all(map(strict, node["children"]))
        case "projection" | "value_projection" | "filter_projection" | "flatten":
            return strict(node["children"][0])
    return False
