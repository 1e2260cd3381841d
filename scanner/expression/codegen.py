"""JMESPath's syntax tree written out as Python, many times as fast as a walk of the tree."""

from collections.abc import Callable, Mapping
from typing import Final

from scanner.expression.foresight import boolean, strict
from scanner.expression.signature import Function
from scanner.expression.source import Source
from scanner.expression.syntax import Node

_DECIDES: Final = {"and_expression": ("False", "True"), "or_expression": ("True", "False")}


class Writer(Source):
    """Writes one function for each level of nesting that CPython allows, statement by statement.

    A `_value…` method writes what computes a node for the document in a variable, and returns what
    to call the result: a variable or a constant. In truth mode that is true, false or unresolved.
    """

    def __init__(self, functions: Mapping[str, Function]) -> None:
        super().__init__()
        self._functions = functions

    def function(self, node: Node, mode: str = "value") -> str:
        """The name of a new function of one document that gives the node's value (or truth)."""
        name, outer = self._begin()
        self._end(name, self.write(node, "it", mode), outer)
        return name

    def write(self, node: Node, it: str, mode: str = "value") -> str:
        """Writes a node; what is nested too deep for one function becomes another one."""
        if self._deep and node["children"]:
            return self._set(f"{self.function(node, mode)}({it})")
        if mode == "truth":
            return self._truth(node, it)
        written: str = getattr(self, f"_value_{node['type']}")(node, it)
        return written

    def _truth(self, node: Node, it: str) -> str:
        match node["type"]:
            case "and_expression" | "or_expression":
                return self._connective(node, it)
            case "pipe":
                left, right = node["children"]
                return self.write(right, self.write(left, it), "truth")
        value = self.write(node, it)
        if boolean(node, self._functions):
            return value
        return self._set(f"{value} if {value} is True or {value} is False else truth({value})")

    # what a name or an index gives

    def _value_identity(self, node: Node, it: str) -> str:
        return it

    _value_current = _value_identity

    def _value_literal(self, node: Node, it: str) -> str:
        value = node["value"]
        return repr(value) if value is None or isinstance(value, bool) else self._constant(value)

    def _value_field(self, node: Node, it: str) -> str:
        return self._set(
            f"{it}.get({node['value']!a}) if type({it}) is dict"
            f" else merged(({it},)) if type({it}) is Unresolved else None"
        )

    def _value_index(self, node: Node, it: str) -> str:
        return self._set(f"element({it}, {node['value']:d})")

    def _value_slice(self, node: Node, it: str) -> str:
        return self._set(f"sliced({it}, {', '.join(map(ascii, node['children']))})")

    def _value_subexpression(self, node: Node, it: str) -> str:
        for child in node["children"]:
            it = self.write(child, it)
        return it

    _value_index_expression = _value_pipe = _value_subexpression

    # lists

    def _value_projection(self, node: Node, it: str) -> str:
        left, right = node["children"]
        flat = left["type"] == "flatten"
        base = self.write(left["children"][0] if flat else left, it)
        result = self._open_list(f"type({base}) is list", base)
        each = self._loop(base)
        if flat:
            each = self._loop(f"{each} if type({each}) is list else ({each},)")
        self._append(right, each, result)
        self._close(3 if flat else 2)
        return result

    def _value_value_projection(self, node: Node, it: str) -> str:
        left, right = node["children"]
        base = self.write(left, it)
        result = self._open_list(f"type({base}) is dict", base)
        self._append(right, self._loop(f"{base}.values()"), result)
        self._close(2)
        return result

    def _value_filter_projection(self, node: Node, it: str) -> str:
        left, right, condition = node["children"]
        base = self.write(left, it)
        result = self._open_list(f"type({base}) is list", base)
        each = self._loop(base)
        holds = self.write(condition, each, "truth")
        self._open(f"if {holds} is True:")
        self._append(right, each, result)
        self._close(1)
        self._line(f"elif {holds} is not False: {result}.append(merged(({holds},)))")
        self._close(2)
        return result

    def _append(self, right: Node, each: str, result: str) -> None:
        """Appends what a projection makes of an element; an unresolved one stays what it is, for
        it may be no element at all."""
        sure = strict(right)
        if not sure:
            self._line(f"if type({each}) is Unresolved: {result}.append(merged(({each},)))")
            self._open("else:")
        value = self.write(right, each)
        self._line(f"if {value} is not None: {result}.append({value})")
        if not sure:
            self._close(1)

    def _open_list(self, condition: str, base: str) -> str:
        result = self._set(f"{base} if type({base}) is Unresolved else None")
        self._open(f"if {condition}:")
        self._line(f"{result} = []")
        return result

    def _loop(self, values: str) -> str:
        each = self._name("e")
        self._open(f"for {each} in {values}:")
        return each

    # new lists and objects

    def _value_multi_select_list(self, node: Node, it: str) -> str:
        return self._selected(node["children"], it, lambda values: f"[{', '.join(values)}]")

    def _value_multi_select_dict(self, node: Node, it: str) -> str:
        keys = [ascii(child["value"]) for child in node["children"]]
        values = [child["children"][0] for child in node["children"]]
        return self._selected(
            values,
            it,
            lambda names: f"{{{', '.join(map(': '.join, zip(keys, names, strict=True)))}}}",
        )

    def _selected(self, nodes: list[Node], it: str, join: Callable[[list[str]], str]) -> str:
        result = self._set(f"{it} if type({it}) is Unresolved else None")
        self._open(f"if {it} is not None and {result} is None:")
        self._line(f"{result} = {join([self.write(node, it) for node in nodes])}")
        self._close(1)
        return result

    # logic

    def _value_not_expression(self, node: Node, it: str) -> str:
        return self._set(f"negated({self.write(node['children'][0], it, 'truth')})")

    def _value_comparator(self, node: Node, it: str) -> str:
        left, right = (self.write(child, it) for child in node["children"])
        operator = node["value"]
        if operator not in ("eq", "ne"):
            return self._set(f"ordered({operator!r}, {left}, {right})")
        same = self._equal(node["children"][1], left, right)
        return same if operator == "eq" else self._set(f"negated({same})")

    def _equal(self, node: Node, left: str, right: str) -> str:
        """Equality; with a plain word or number, of which there are most, without a call."""
        value = node["value"] if node["type"] == "literal" else []
        if value is None or isinstance(value, bool):
            test = "is"
        elif isinstance(value, str) or (isinstance(value, int | float) and value not in (0, 1)):
            test = "=="
        else:
            return self._set(f"equal({left}, {right})")
        called = f"equal({left}, {right}) if type({left}) is Unresolved"
        return self._set(f"{called} else {left} {test} {right}")

    def _connective(self, node: Node, it: str) -> str:
        """`&&` or `||` in truth mode: what one side decides, the other cannot change."""
        ends, goes_on = _DECIDES[node["type"]]
        left, right = node["children"]
        result = self._set(self.write(left, it, "truth"))
        self._open(f"if {result} is not {ends}:")
        other = self.write(right, it, "truth")
        self._line(f"if {other} is {ends} or {result} is {goes_on}: {result} = {other}")
        self._line(f"elif {other} is not {goes_on}: {result} = merged(({result}, {other}))")
        self._close(1)
        return result

    def _value_and_expression(self, node: Node, it: str) -> str:
        """`&&` or `||` in value mode, where the operands themselves are the value."""
        if boolean(node, self._functions):
            return self._connective(node, it)
        ends, goes_on = _DECIDES[node["type"]]
        left, right = node["children"]
        result = self._set(self.write(left, it))
        if boolean(left, self._functions):
            self._open(f"if {result} is not {ends}:")
            other = self.write(right, it)
            self._line(f"if {result} is {goes_on} or {other} is {ends}: {result} = {other}")
        else:
            holds = self._set(f"truth({result})")
            self._line(f"if type({holds}) is Unresolved: {result} = {holds}")
            self._open(f"elif {holds} is {goes_on}:")
            self._line(f"{result} = {self.write(right, it)}")
        self._close(1)
        return result

    _value_or_expression = _value_and_expression

    # functions

    def _value_function_expression(self, node: Node, it: str) -> str:
        arguments = ", ".join([self.write(child, it) for child in node["children"]])
        run = self._constant(self._functions[node["value"]].run)
        return self._set(f"{run}({arguments})")

    def _value_expref(self, node: Node, it: str) -> str:
        return self._set(f"reference({self.function(node['children'][0])})")
