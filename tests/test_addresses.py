from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.network.addresses import (
    EVERYWHERE,
    WORLD,
    WORLD4,
    asked,
    range_of,
    sample,
    share_of_world,
    written,
)
from scanner.network.cover import covered
from scanner.network.ranges import common, minus, size, union
from scanner.network.traffic import ALL, by_protocol, example, named, traffic
from scanner.unresolved import Unresolved

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda it: (it[0], it[0] + it[1])),
    max_size=6,
)


def members(ranges):
    return {number for low, high in ranges for number in range(low, high + 1)}


@given(RANGES, RANGES)
def test_ranges_are_sets(one, other):
    a, b = union(one), union(other)
    assert members(a) == members(one)
    assert members(union(a + b)) == members(one) | members(other)
    assert members(common(a, b)) == members(one) & members(other)
    assert members(minus(a, b)) == members(one) - members(other)
    assert size(a) == len(members(one))
    for found in (a, common(a, b), minus(a, b)):
        assert found == union(found)


@given(st.lists(st.tuples(RANGES.map(union), RANGES.map(union)), max_size=6), RANGES.map(union))
def test_what_rectangles_cover_agrees_with_asking_point_by_point(rectangles, whole):
    if not whole:
        return
    found = covered(rectangles, whole)
    expected = {
        first
        for first in range(40)
        if members(whole)
        <= set().union(*(members(there) for here, there in rectangles if first in members(here)))
    }
    assert members(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "1", "10.0.0/33", "10.0.0.0/33", "10.0.0.0/255.0.0.0", "10.0.0.0/", "x" * 99),
        *("fe80::1%eth0", "fe80::%1/64", "٣.0.0.0/8", "010.0.0.0/8", "10.0.0.0/-1", "10.0.0.0/8 "),
    ],
)
def test_what_is_no_address_range(text):
    assert range_of(text) is None
    assert share_of_world(text) == 1.0


def test_bits_of_the_host_do_not_matter():
    assert range_of("10.1.2.3/8") == range_of("10.0.0.0/8")
    assert range_of("10.1.2.3") == range_of("10.1.2.3/32")


def test_the_world_is_what_python_calls_global():
    for low, high in WORLD:
        for number in (low, high):
            address = ip_address(number if number < 1 << 32 else number - (1 << 128))
            assert address.is_global
    for private in ("10.0.0.0/8", "100.64.0.0/10", "224.0.0.0/4", "fc00::/7", "2001:db8::/32"):
        assert share_of_world(private) < 0.001
    assert share_of_world("0.0.0.0/0") == share_of_world("::/0") == 1.0


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_a_set_is_written_as_the_cidrs_that_it_is(one, other):
    low, high = min(one, other), max(one, other)
    texts = written(((low, high),), most=99).split(", ")
    assert union(range_of(text) for text in texts) == ((low, high),)
    assert all(ip_network(text) for text in texts)


def test_long_sets_are_cut():
    assert written(EVERYWHERE) == "0.0.0.0/0, ::/0"
    assert written(WORLD4, most=2) == "1.0.0.0/8, 2.0.0.0/7, …"


def test_a_sample_is_public_where_it_can_be():
    assert sample(union([range_of("10.0.0.0/7")])) == "11.0.0.0"
    assert sample(union([range_of("10.0.0.0/8")])) == "10.0.0.0"


def test_an_argument_is_a_list_of_ranges():
    later = Unresolved("later")
    assert asked(["10.0.0.0/8", later], "trusted") == (
        (range_of("10.0.0.0/8"),),
        EVERYWHERE,
        (later,),
    )
    for wrong in ("10.0.0.0/8", None, 7, [7], ["x"], [None]):
        with pytest.raises(ValueError, match="trusted"):
            asked(wrong, "trusted")


@pytest.mark.parametrize(
    ("protocol", "ports", "words"),
    [
        ("-1", (22, 22), "all traffic"),
        ("all", (None, None), "all traffic"),
        ("tcp", (22, 22), "tcp port 22"),
        ("6", ("22", "23"), "tcp ports 22 to 23"),
        (17, (-1, -1), "udp, all ports"),
        ("udp", (None, None), "udp, all ports"),
        ("icmp", (8, -1), "icmp type 8"),
        ("1", (-1, -1), "icmp"),
        ("58", (128, 0), "icmpv6 type 128"),
        ("gre", (5, 6), "protocol 47"),
    ],
)
def test_traffic_is_named(protocol, ports, words):
    found = traffic(protocol, *ports)
    assert found.least == found.most
    assert named(found.least[0]) == words


@pytest.mark.parametrize(
    ("protocol", "ports"),
    [
        *(("tcp", (443, 80)), ("tcp", (22, -1)), ("tcp", (22, None)), ("tcp", ("x", 22))),
        *(("x", (1, 1)), ("256", (1, 1)), (None, (1, 1)), (True, (1, 1)), ("icmp", (-1, 0))),
        *(("icmp", (256, 0)), ("tcp", (0, 65536)), ("udp", (1.0, 2.0)), ("²", (1, 1))),
    ],
)
def test_traffic_that_aws_would_not_accept_is_unknown(protocol, ports):
    found = traffic(protocol, *ports)
    assert not found.least
    assert found.most
    assert len(found.why) == 1


def test_half_a_range_of_ports_is_known():
    found = traffic("tcp", 22, Unresolved("later"))
    assert named(found.least[0]) == "tcp port 22"
    assert named(found.most[0]) == "tcp ports 22 to 65535"


def test_stretches_are_cut_by_protocol():
    assert list(by_protocol(ALL)) == list(ALL)
    both = union(traffic("tcp", None, None).least + traffic("7", None, None).least)
    assert [named(each) for each in by_protocol(both)] == ["tcp, all ports", "protocol 7"]


def test_an_example_is_a_likely_packet():
    assert example(ALL[0]) == ("tcp", 1)
    assert example(traffic("udp", 0, 0).least[0]) == ("udp", 0)
    assert example(traffic("icmp", 8, 0).least[0]) == ("icmp", None)


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_is_the_same_however_ipv6_writes_it(number):
    address = ip_address(number)
    assert range_of(f"::ffff:{address}") == range_of(str(address)) == (number, number)
    low, high = range_of(f"::ffff:{address}/128")
    assert low == high != number  # a range that somebody writes is of IPv6
