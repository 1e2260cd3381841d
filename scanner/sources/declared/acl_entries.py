"""A network ACL's entries, as templates and Terraform write them -> AWS Config's."""

from typing import Any, Final

from scanner.declared import Node, member
from scanner.sources.declared.mapping import About
from scanner.sources.declared.reading import noded
from scanner.unresolved import Unresolved

_NUMBERS: Final = {"tcp": "6", "udp": "17", "icmp": "1", "icmpv6": "58", "all": "-1"}
"""EC2 gives the protocols of ACLs by number, whatever they were called.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html"""
_WITH_PORTS: Final = ("6", "17")
_ICMP: Final = ("1", "58")
_ALIASES: Final = {
    "ruleNumber": ("RuleNumber", "rule_number", "rule_no"),
    "ruleAction": ("RuleAction", "rule_action", "action"),
    "cidrBlock": ("CidrBlock", "cidr_block"),
    "ipv6CidrBlock": ("Ipv6CidrBlock", "ipv6_cidr_block"),
}
_LAST: Final = 32767


def acl_entry(node: Node, about: About) -> Node:
    """One entry; CloudFormation's and Terraform's are for ingress unless they say otherwise."""
    said = member(node, "Egress", "egress")
    egress = Node(False) if said.value is None else Node(_flag(said.value), said.at)
    return _entry(node, egress)


def acl_entries(node: Node, about: About) -> Node:
    """The entries of Terraform's `ingress` and `egress` blocks, and the last ones of every ACL."""
    found: list[Node] = []
    for name, egress in (("ingress", False), ("egress", True)):
        blocks = member(node, name)
        if isinstance(blocks.value, Unresolved):
            found.append(blocks)
        for each in blocks.value if type(blocks.value) is list else ():
            found.append(_entry(each, Node(egress)))
    found += [_last(egress) for egress in (True, False)]
    return Node(found)


def _last(egress: bool) -> Node:
    entry = {"ruleNumber": _LAST, "protocol": "-1", "ruleAction": "deny", "egress": egress}
    return noded({**entry, "cidrBlock": "0.0.0.0/0"})


def _entry(node: Node, egress: Node) -> Node:
    if type(node.value) is not dict:
        return node
    protocol = _protocol(member(node, "Protocol", "protocol"))
    made = {"egress": egress, "protocol": protocol}
    for name, aliases in _ALIASES.items():
        said = member(node, *aliases)
        if said.value not in (None, ""):
            made[name] = Node(_number(said.value) if name == "ruleNumber" else said.value, said.at)
    if isinstance(made.get("ruleAction", egress).value, str):
        made["ruleAction"] = Node(made["ruleAction"].value.lower(), made["ruleAction"].at)
    unsure = isinstance(protocol.value, Unresolved)
    if unsure or protocol.value in _WITH_PORTS:
        made["portRange"] = _pair(node, ("From", "from_port"), ("To", "to_port"), "PortRange")
    if unsure or protocol.value in _ICMP:
        found = _pair(node, ("Type", "icmp_type"), ("Code", "icmp_code"), "Icmp")
        made["icmpTypeCode"] = Node(dict(zip(("type", "code"), found.value.values(), strict=True)))
    return Node(made, node.at)


def _pair(node: Node, first: tuple[str, str], last: tuple[str, str], inside: str) -> Node:
    """Two numbers that CloudFormation has in an object of its own and Terraform beside the rest."""
    here = member(node, inside)
    if isinstance(here.value, Unresolved):
        return Node({"from": here, "to": here}, here.at)
    ends = [
        member(here, names[0]) if here.value is not None else member(node, names[1])
        for names in (first, last)
    ]
    made = [Node(_number(each.value), each.at) for each in ends]
    return Node(dict(zip(("from", "to"), made, strict=True)), here.at)


def _protocol(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    text = str(node.value).lower()
    return Node(_NUMBERS.get(text, text), node.at)


def _number(value: Any) -> Any:
    try:
        return int(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value.lower(), value) if type(value) is str else value
