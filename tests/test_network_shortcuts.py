"""What is found out by a short way, or only once, is what the long way says."""

from ipaddress import ip_network

import pytest
from build import allow, deny, group, nacl
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reaches import with_a_balancer

from scanner.network import Opening, balancers_reach, nacl_open_to_world, open_to_world
from scanner.network.acl_entries import entries
from scanner.network.addresses import WORLD, WORLD4, range_of
from scanner.network.admissions import strangers
from scanner.network.ranges import common, minus, size, union
from scanner.unresolved import Unresolved

TEXTS = (
    *("0.0.0.0/1", "128.0.0.0/1", "64.0.0.0/2", "0.0.0.0/2", "8.0.0.0/11", "8.0.0.0/12"),
    *("10.1.2.3/12", "10.0.0.0/24", "8.8.8.8/32", "8.8.8.8", "255.255.255.255/32"),
    *("10.0.0.256/24", "010.0.0.0/24", "10.0.0.0/33", "10.0.0/24", " 10.0.0.0/24", "10.0.0.0/24\n"),
    *("\u06610.0.0.0/24", "10.0.0.0/2\u0664", "10.0.0.0/", "x/24", ""),
)
"""Of each length that the quick look tells apart, and what only looks like an address range."""


def long_way(text):
    """The addresses by Python's own library; None for what is no range."""
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return None
    return int(network.network_address), int(network.broadcast_address)


def test_python_and_groma_read_the_same_ranges():
    for text in TEXTS:
        assert text.isascii() is False or range_of(text) == long_way(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_a_group_is_passed_over_only_if_it_can_be_read_and_is_not_the_world(texts):
    ranges = [range_of(text) for text in texts]
    asked = {"ipProtocol": "-1", "ipv4Ranges": [{"cidrIp": text} for text in texts]}
    world = None in ranges or not minus(WORLD4, union(ranges))
    for ports in (None, [22]):
        assert bool(open_to_world([group("sg-1", asked)], ports)) is world


@pytest.mark.parametrize("text", [*TEXTS, "10.0.0.0/7", "fd00::/8", "2000::/3", "x" * 99])
def test_a_source_is_passed_over_only_if_all_of_it_is_private(text):
    source = {"cidrIpv6" if ":" in text else "cidrIp": text}
    asked = {"ipProtocol": "-1", "ipv6Ranges" if ":" in text else "ipv4Ranges": [source]}
    found = range_of(text)
    public = found is None or bool(common((found,), WORLD))
    assert bool(list(strangers([group("sg-1", asked)], ((6 << 16, 6 << 16),)))) is public


@given(st.integers(0, 255), st.integers(12, 32))
def test_a_small_range_is_a_small_part_of_the_world(first, length):
    text = f"{first}.255.7.0/{length}"
    assert size(common((range_of(text),), WORLD4)) <= 0.0003 * size(WORLD4)


def test_small_ranges_may_add_up_to_the_world():
    def pieces(low, high):
        while low <= high:
            bits = min((low & -low).bit_length() - 1 if low else 20, 20)
            while low + (1 << bits) - 1 > high:
                bits -= 1
            yield f"{low >> 24}.{low >> 16 & 255}.{low >> 8 & 255}.{low & 255}/{32 - bits}"
            low += 1 << bits

    texts = [text for low, high in WORLD4 for text in pieces(low, high)]
    alone = [{"ipProtocol": "-1", "ipv4Ranges": [{"cidrIp": text}]} for text in texts]
    whole = {"ipProtocol": "-1", "ipv4Ranges": [{"cidrIp": text} for text in texts]}
    assert open_to_world([group("sg-1", whole)])
    assert open_to_world([group("sg-1", *alone)])
    assert open_to_world([group("sg-1", *alone[1:])]) == []


def test_groups_that_are_alike_are_told_by_their_own_names():
    everybody = {"ipProtocol": "-1", "ipRanges": ["0.0.0.0/0"]}
    again = {"ipProtocol": "-1", "ipv4Ranges": [{"cidrIp": "0.0.0.0/0"}]}
    (one,) = open_to_world([group("sg-1", everybody)])
    (two,) = open_to_world([group("sg-2", again)])
    assert one.at == (("sg-1", "configuration.ipPermissions[0].ipRanges[0]"),)
    assert two.at == (("sg-2", "configuration.ipPermissions[0].ipv4Ranges[0].cidrIp"),)
    assert two.what.startswith("sg-2 ")


ODD = (None, True, False, 0, 1, 1.0, "1", "", "6", "tcp", "allow", "10.0.0.0/8", "x" * 60, [], {})
KEYS = ("ruleNumber", "egress", "ruleAction", "protocol", "cidrBlock", "ipv6CidrBlock")
ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        **{key: st.sampled_from(ODD) for key in KEYS},
        "portRange": st.fixed_dictionaries(
            {}, optional=dict.fromkeys(("from", "to"), st.sampled_from(ODD))
        )
        | st.sampled_from(ODD),
    },
)


@settings(max_examples=500)
@given(st.lists(ENTRIES, max_size=3), st.booleans())
def test_an_entry_that_was_read_before_is_read_alike(found, egress):
    # an ICMP type that says nothing makes no difference, but that nothing is remembered
    anew = [{"icmpTypeCode": {}, **each} for each in found]
    assert repr(entries(found, egress)) == repr(entries(anew, egress))


def test_types_of_icmp_are_told_apart():
    ping, all_of_it = (
        {"protocol": "1", "icmpTypeCode": {"type": kind, "code": -1}} for kind in (8, -1)
    )
    read = [each.traffic.least for each in entries([{"protocol": "1"}, ping, all_of_it], False)]
    assert read[0] == read[2] != read[1]


CIDRS = ("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "64.0.0.0/2", "8.8.8.8/32", "::/0", "2000::/4")
RULES = st.lists(
    st.builds(
        lambda make, cidr, rule, ports: (
            make(cidr, rule=rule, protocol="6", ports=ports) if ports else make(cidr, rule=rule)
        ),
        st.sampled_from([allow, deny]),
        st.sampled_from(CIDRS),
        st.integers(1, 9),
        st.sampled_from([None, 22, 3389, (22, 3389)]),
    ),
    max_size=5,
    unique_by=lambda entry: entry["ruleNumber"],
)


@settings(max_examples=200)
@given(RULES)
def test_ports_asked_together_are_judged_as_each_by_itself(found):
    def told(ports):
        answer = nacl_open_to_world([nacl(*found)], ports)
        assert all(isinstance(each, Opening) for each in answer)
        return {
            (each.what.split(" internet")[0], port.strip(), each.entries)
            for each in answer
            for port in each.what.split(" in on ")[1].split(",")
        }

    assert told([22, 3389]) == told([22]) | told([3389])


@settings(max_examples=300)
@given(with_a_balancer(), st.sampled_from(["groups", "subnets", "acls", None]))
def test_unknown_load_balancers_may_reach_what_one_of_a_parameter_may(net, missing):
    def unknown(**more):
        sender, hole = Unresolved("never recorded", **more), Unresolved("missing")
        asked = {**net, missing: [hole, *net.get(missing, [])]} if missing else net
        return balancers_reach(
            *([sender], [], [], asked["groups"], asked["subnets"], asked["acls"], asked["port"])
        )

    found = unknown()
    assert bool(found) is bool(unknown(token="?Balancer"))  # which takes the long way
    assert [each.why for each in found] in ([], ["never recorded"])
