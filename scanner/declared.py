"""What templates, plans and Terraform source declare, in their own spelling, each value placed."""

from typing import Any

import msgspec

from scanner.model import Location, Problem


class Node(msgspec.Struct, gc=False):
    """A value and where it is written.

    `value` is a text, number, boolean, null, an `Unresolved`, a list of nodes, or a mapping of
    names to nodes. `at` covers the whole value, None where nothing in a file says it.
    """

    value: Any
    at: Location | None = None


class Declared(msgspec.Struct):
    """One resource that is declared, its properties resolved as far as they can be.

    `kind` is "AWS::EC2::SecurityGroup" or "aws_security_group". `address` names it in its stack:
    "DatabaseGroup", "Network.DatabaseGroup" in a nested stack, "module.a.aws_subnet.b[0]". `at` is
    its name (or its block's header), `extent` all that is written of it. `condition` is what only
    deployment decides on whether it will be there, "" if nothing does.
    """

    kind: str
    address: str
    properties: dict[str, Node]
    at: Location | None = None
    extent: Location | None = None
    condition: str = ""


class Stack(msgspec.Struct):
    """What is deployed together: a root template with those nested in it, a plan, a root module.

    `name` is the path of the template, plan or module's folder as the user gave it. A problem is
    what could not be read of it. `region` and `account` are where it says itself that it is
    deployed, or "".
    """

    name: str
    resources: list[Declared]
    problems: list[Problem] = []
    files: int = 1
    region: str = ""
    account: str = ""


def member(node: Node, *names: str) -> Node:
    """The first of some members of an object that is set; a null where none is."""
    said = node.value if type(node.value) is dict else {}
    found = (said[name] for name in names if name in said)
    return next((each for each in found if each.value is not None), Node(None))


def plain(node: Node) -> Any:
    """The value of a node without places, all the way down."""
    value = node.value
    if type(value) is dict:
        return {name: plain(each) for name, each in value.items()}
    if type(value) is list:
        return [plain(each) for each in value]
    return value
