"""Which ACLs admit most of the internet to a port, and which route tables send most of it out."""

from itertools import pairwise

import pytest
from build import allow, deny, nacl, route_table
from holes import Hole, fillings, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.network import Opening, nacl_open_to_world, routes_to_world
from scanner.network.addresses import WORLD4, WORLD6, range_of
from scanner.network.ranges import common, size
from scanner.unresolved import Unresolved

EVERYBODY = "0.0.0.0/0"


def admits(*entries, ports=(22,)):
    """The first words of each opening; None stands for what is not known."""
    answer = nacl_open_to_world([nacl(*entries)], list(ports))
    return [each.what if isinstance(each, Opening) else None for each in answer]


def test_everybody_is_most_of_the_internet():
    (what,) = admits(allow(EVERYBODY, protocol="6", ports=22))
    assert what == "acl-1 lets most of the IPv4 internet in on tcp port 22"


def test_ports_that_the_same_entries_open_are_told_together():
    (what,) = admits(allow("::/0", protocol="6"), ports=(22, 3389))
    assert what.endswith("IPv6 internet in on tcp port 22, tcp port 3389")


def test_an_office_is_not():
    assert admits(allow("8.8.4.0/24"), allow("10.0.0.0/8", rule=110)) == []


def test_denying_a_few_before_everybody_keeps_nobody_out():
    answer = nacl_open_to_world([nacl(deny("5.0.0.0/8", rule=1), allow(EVERYBODY))], [22])
    assert [each.entries for each in answer] == [("acl-1: 100 allow all traffic, 0.0.0.0/0",)]
    assert answer[0].at == (("acl-1", "configuration.entries[1].cidrBlock"),)
    assert answer[0].example.port == 22


def test_everybody_but_the_office_denied_first_is_not_most():
    office, rest = allow("8.8.4.0/24", rule=1), deny(EVERYBODY, rule=2)
    assert admits(office, rest, allow(EVERYBODY)) == []


def test_other_ports_and_other_protocols_do_not_count():
    assert (
        admits(allow(EVERYBODY, protocol="6", ports=443), allow(EVERYBODY, 9, protocol="1")) == []
    )


def test_what_may_be_everybody_is_unknown_unless_it_comes_too_late():
    later = Unresolved("a parameter")
    assert admits(allow(later)) == [None]
    assert admits(deny(EVERYBODY, rule=1), deny("::/0", rule=2), allow(later)) == []


def test_an_acl_with_too_many_entries_is_unknown():
    assert admits(*[deny("10.0.0.0/8", rule=number) for number in range(300)]) == [None]


CIDRS = (EVERYBODY, "0.0.0.0/1", "128.0.0.0/1", "0.0.0.0/2", "64.0.0.0/3", "::/0", "2000::/4")
rules = st.integers(1, 4)
blocks = st.sampled_from(CIDRS) | st.builds(
    Hole, st.lists(st.sampled_from(CIDRS[:5]), min_size=1, max_size=2).map(tuple)
)
actions = st.sampled_from([allow, deny])
entries = st.lists(
    st.builds(lambda make, cidr, rule: make(cidr, rule), actions, blocks, rules),
    max_size=4,
    unique_by=lambda entry: entry["ruleNumber"],
)


def walked(entries, world):
    """How many addresses are let in, walking the entries for each stretch without an edge in it."""
    blocks = {
        id(each): range_of(each.get("cidrBlock") or each.get("ipv6CidrBlock")) for each in entries
    }
    edges = {edge for low, high in (*world, *blocks.values()) for edge in (low, high + 1)}
    total = 0
    for low, following in pairwise(sorted(edges)):
        here = common(((low, following - 1),), world)
        for entry in sorted(entries, key=lambda each: each["ruleNumber"]):
            first, last = blocks[id(entry)]
            if here and first <= low <= last:
                total += size(here) if entry["ruleAction"] == "allow" else 0
                break
    return total


def is_open(entries):
    return any(2 * walked(entries, world) > size(world) for world in (WORLD4, WORLD6))


@settings(max_examples=150)
@given(entries)
def test_agrees_with_walking_the_entries_stretch_by_stretch(found):
    answer = nacl_open_to_world([nacl(*unresolved(found))], [22])
    verdicts = {is_open(each) for each in fillings(found)}
    if any(isinstance(each, Opening) for each in answer):
        assert verdicts == {True}
    elif not answer:
        assert verdicts == {False}


def test_a_default_route_to_an_internet_gateway_is_found_where_it_stands():
    (opening,) = routes_to_world([route_table("rtb-1", out("8.0.0.0/8"), "igw-1")])
    assert opening.what == "rtb-1 sends most of the IPv4 internet to an internet gateway"
    assert ("rtb-1", "configuration.routes[1].gatewayId") in opening.at
    assert "rtb-1: 0.0.0.0/0" in opening.entries


def out(cidr, gateway="igw-1"):
    key = "destinationIpv6CidrBlock" if ":" in cidr else "destinationCidrBlock"
    return {"gatewayId": gateway, key: cidr, "state": "active"}


@pytest.mark.parametrize(
    ("routes", "families"),
    [
        ([out("8.0.0.0/8")], []),
        ([out("0.0.0.0/1"), out("128.0.0.0/1")], ["IPv4"]),
        ([out("0.0.0.0/0"), out("0.0.0.0/1", "tgw-1")], []),
        ([out("0.0.0.0/0"), out("::/0")], ["IPv4", "IPv6"]),
        ([out("0.0.0.0/0", "vgw-1")], []),
        ([], []),
    ],
)
def test_the_longest_prefix_decides(routes, families):
    answer = routes_to_world([route_table("rtb-1", *routes)])
    assert [each.what.split()[5] for each in answer] == families


def test_a_gateway_that_nobody_knows_makes_a_default_route_undecided():
    (unknown,) = routes_to_world([route_table("rtb-1", out(EVERYBODY, Unresolved("a parameter")))])
    assert unknown.why == "a parameter"
