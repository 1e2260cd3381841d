"""Declared resources with plain values, and the documents that they map to."""

from scanner.declared import Declared, Node, Stack
from scanner.model import Needs
from scanner.resources.generate import declared as resource_types
from scanner.sources.declared.items import items, mapped
from scanner.sources.declared.kinds import reference
from scanner.sources.declared.reading import noded
from scanner.unresolved import Unresolved

LATER = Unresolved("only deployment decides", token="?Later")
POLICY = {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}
NEEDS = Needs(dict.fromkeys(resource_types()))


def resource(kind, address="It", condition="", **properties):
    """A declared resource, its properties written as plain values."""
    nodes = {name: noded(each) for name, each in properties.items()}
    return Declared(kind, address, nodes, condition=condition)


def made(*resources):
    """All items, in the order in which they are made."""
    stack = Stack("stack", list(resources))
    return list(items(mapped(stack, NEEDS).drafts, stack, "", ""))


def documents(*resources):
    """The document of each item, by address."""
    return {each.id: each.document() for each in made(*resources)}


def document(*resources):
    """The document of the first resource with what the others add to it."""
    return documents(*resources)[resources[0].address]


def supplementary(*resources):
    return document(*resources)["supplementaryConfiguration"]


def configuration(*resources):
    return document(*resources)["configuration"]


def set_fields(value):
    """A value without nulls, which say the same as nothing."""
    if type(value) is dict:
        return {name: set_fields(each) for name, each in value.items() if each is not None}
    return [set_fields(each) for each in value] if type(value) is list else value


def assert_says(found, recorded):
    """Each field that AWS Config records is the same where it is declared."""
    for name, value in recorded.items():
        assert set_fields(found[name]) == set_fields(value), name


def assert_stays_unresolved(written, recorded):
    """No text or number of a resource is known once none of its properties is."""
    unsure = Declared(written.kind, "It", dict.fromkeys(written.properties, Node(LATER)))
    found = configuration(unsure)
    said = [node.value for node in written.properties.values() if type(node.value) in (str, int)]
    known = [
        name
        for name, value in recorded.items()
        if type(value) in (str, int) and value in said and found[name] == value
    ]
    assert known == []


def named(address, kind, attribute="id"):
    """What a reference to a declared resource gives."""
    return reference(address, kind, attribute)
