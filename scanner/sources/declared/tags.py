"""The tags of a declared resource, however it lists them."""

from scanner.declared import Declared, Node, member
from scanner.unresolved import Unresolved


def tags_of(declared: Declared) -> Node:
    """The tags as a map; unresolved where a key is, since then anything may be among them."""
    node = member(Node(declared.properties), "tags_all", "Tags", "tags")
    if node.value is None:
        return Node({})
    if type(node.value) is not list:
        return node
    found: dict[str, Node] = {}
    for each in node.value:
        key, value = member(each, "Key", "key"), member(each, "Value", "value")
        if type(key.value) is not str:
            return Node(Unresolved("the tags are known after deployment"), node.at)
        found[key.value] = value
    return Node(found, node.at)
