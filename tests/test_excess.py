"""What is open to the world beyond the ports that may be."""

import pytest
from build import group, permission
from hypothesis import given
from hypothesis import strategies as st

from scanner.expression import compile
from scanner.network import Opening, open_beyond, open_to_world
from scanner.unresolved import Unresolved

EVERYBODY = "0.0.0.0/0"


def beyond(*permissions, tcp=(), udp=()):
    """The example port of each opening; None stands for what is not known."""
    answer = open_beyond([group("sg-1", *permissions)], list(tcp), list(udp))
    return [each.example.port if isinstance(each, Opening) else None for each in answer]


def test_a_listed_port_may_be_open():
    assert beyond(permission(EVERYBODY, ports=443), tcp=["443"]) == []
    assert beyond(permission(EVERYBODY, ports=443), tcp=[443]) == []
    assert beyond(permission(EVERYBODY, ports=443), tcp=["80", " 440 - 450 "]) == []


def test_the_example_is_a_port_that_is_not_listed():
    assert beyond(permission(EVERYBODY, ports=(80, 90)), tcp=["80-85"]) == [86]


def test_tcp_ports_say_nothing_of_udp():
    assert beyond(permission(EVERYBODY, protocol="udp", ports=53), tcp=["53"], udp=["54"]) == [53]


def test_protocols_without_ports_are_left_out():
    assert beyond(permission(EVERYBODY, protocol="icmp"), permission("::/0", protocol="50")) == []


def test_all_traffic_is_beyond_any_list_but_that_of_all_ports():
    assert beyond(permission(EVERYBODY, protocol="-1"), tcp=["0-65535"], udp=["1-65535"]) == [0]
    assert beyond(permission("::/0", protocol="-1"), tcp=["0-65535"], udp=["0-65535"]) == []


def test_a_port_that_is_not_known_is_unknown():
    later = Unresolved("a parameter")
    assert beyond(permission(EVERYBODY, ports=later), tcp=["443"]) == [None]


@pytest.mark.parametrize("port", ["", "x", "70000", "9-8", "1-2-3", "-", "4²", True, 1.5, None])
def test_what_is_no_port_is_refused(port):
    with pytest.raises(ValueError, match="not a port or a range of ports"):
        open_beyond([], [port], [])


def test_a_rule_with_such_a_port_is_unknown():
    (unknown,) = compile("open_beyond(groups, params.tcp, params.udp)")(
        {"groups": [], "params": {"tcp": ["https"], "udp": []}}
    )
    assert unknown.why == "open_beyond: 'https' is not a port or a range of ports"


spans = st.tuples(st.integers(0, 12), st.integers(0, 4)).map(lambda it: (it[0], it[0] + it[1]))
opened = st.lists(st.tuples(st.sampled_from(["tcp", "udp"]), spans), max_size=4)


@given(opened, st.lists(spans, max_size=3), st.lists(spans, max_size=3))
def test_agrees_with_asking_port_by_port(found, tcp, udp):
    groups = [group("sg-1", *(permission(EVERYBODY, protocol=p, ports=at) for p, at in found))]
    lists = [[f"{low}-{high}" for low, high in listed] for listed in (tcp, udp)]
    listed = {"tcp": tcp, "udp": udp}
    at_fault = {
        (protocol, port)
        for protocol, (low, high) in found
        for port in range(low, high + 1)
        if not any(first <= port <= last for first, last in listed[protocol])
    }
    answer = open_beyond(groups, *lists)
    assert bool(answer) == bool(at_fault)
    assert {(each.example.protocol, each.example.port) for each in answer} <= at_fault
    assert all(open_to_world(groups, [port]) for _, port in at_fault)
