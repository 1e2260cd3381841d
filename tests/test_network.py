from ipaddress import ip_address, ip_network

import pytest
from build import group, permission
from holes import Hole, fillings, holes, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.network import Opening, cidrs_outside, open_to_world, sg_admits
from scanner.network.addresses import WORLD4, WORLD6
from scanner.unresolved import Unresolved

EVERYBODY = "0.0.0.0/0"


def definite(answer):
    return [each for each in answer if isinstance(each, Opening)]


def is_unknown(answer):
    return any(type(each) is Unresolved for each in answer)


def told(answer):
    return [each.what for each in definite(answer)]


def test_everybody_in_two_halves_is_everybody():
    halves = group("sg-db", permission("0.0.0.0/1", "128.0.0.0/1", protocol="-1"))
    assert told(open_to_world([halves])) == ["sg-db lets every IPv4 address in on all traffic"]


def test_everybody_in_two_halves_in_two_groups_is_everybody_where_the_ports_meet():
    one = group("sg-1", permission("0.0.0.0/1", ports=(0, 22)))
    two = group("sg-2", permission("128.0.0.0/1", ports=(22, 80)))
    (opening,) = open_to_world([one, two])
    assert opening.document() == {
        "what": "sg-1, sg-2 lets every IPv4 address in on tcp port 22",
        "resource": "sg-1, sg-2",
        "entries": [
            "sg-1: tcp ports 0 to 22 from 0.0.0.0/1",
            "sg-2: tcp ports 22 to 80 from 128.0.0.0/1",
        ],
        "example": {
            "protocol": "tcp",
            "port": 22,
            "source": "1.0.0.0",
            "destination": "sg-1, sg-2",
        },
        "at": [
            {"resource": "sg-1", "path": "configuration.ipPermissions[0].ipv4Ranges[0].cidrIp"},
            {"resource": "sg-2", "path": "configuration.ipPermissions[0].ipv4Ranges[0].cidrIp"},
        ],
    }


def test_everybody_but_private_addresses_is_everybody():
    public = [str(each) for each in ip_network(EVERYBODY).address_exclude(ip_network("10.0.0.0/8"))]
    assert open_to_world([group("sg-1", permission(*public))])


def test_everybody_but_one_public_address_is_not_everybody():
    others = ip_network(EVERYBODY).address_exclude(ip_network("8.8.8.8/32"))
    assert open_to_world([group("sg-1", permission(*map(str, others)))]) == []


def test_global_unicast_is_all_of_ipv6():
    assert told(open_to_world([group("sg-1", permission("2000::/3", ports=443))])) == [
        "sg-1 lets every IPv6 address in on tcp port 443"
    ]


def test_only_the_ports_asked_for_count():
    web = group("sg-1", permission(EVERYBODY, ports=(80, 443)))
    assert open_to_world([web], [22, 3389]) == []
    assert open_to_world([web], [22, 100])[0].example.port == 100


def test_all_protocols_count_for_every_port_and_icmp_for_none():
    assert open_to_world([group("sg-1", permission(EVERYBODY, protocol="-1", ports=5))], [22])
    assert not open_to_world([group("sg-1", permission(EVERYBODY, protocol="icmp", ports=-1))], [8])
    assert open_to_world([group("sg-1", permission(EVERYBODY, protocol="icmp", ports=-1))])


def test_items_of_version_1_2_have_plain_strings():
    old = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "ipRanges": [EVERYBODY]}
    assert open_to_world([group("sg-1", old)])


def test_groups_let_in_no_address_that_can_be_told():
    assert open_to_world([group("sg-1", permission("sg-2", protocol="-1"))]) == []


def test_a_prefix_list_may_hold_the_world():
    (unknown,) = open_to_world([group("sg-1", permission("pl-1", ports=22))])
    assert unknown.why == "what pl-1 holds is not known"


def test_a_prefix_list_on_other_ports_does_not_matter():
    assert open_to_world([group("sg-1", permission("pl-1", ports=443))], [22]) == []


def test_a_prefix_list_beside_everybody_does_not_matter():
    answer = open_to_world([group("sg-1", permission("pl-1", EVERYBODY, ports=22))])
    assert definite(answer) == answer != []


def test_everybody_on_unknown_ports_is_surely_open():
    unknown = Unresolved("a parameter")
    assert definite(open_to_world([group("sg-1", permission(EVERYBODY, ports=unknown))]))
    assert not definite(open_to_world([group("sg-1", permission(EVERYBODY, ports=unknown))], [22]))


def test_a_group_without_permissions_is_not_an_empty_one():
    (unknown,) = open_to_world([{"resourceId": "sg-1", "configuration": {"groupId": "sg-1"}}])
    assert unknown.why == "sg-1 has no ipPermissions"


def test_no_group_opens_nothing():
    assert open_to_world([]) == []
    assert open_to_world([group("sg-1")]) == []


@pytest.mark.parametrize("ports", [[], ["22"], [1 << 16], [True], 22])
def test_ports_that_are_none_are_an_error(ports):
    with pytest.raises(ValueError, match="port"):
        open_to_world([group("sg-1", permission(EVERYBODY))], ports)


NONSENSE = [3, "x", [3], ["x"], {"a": 1}, [None], [[]], [{}], [{"cidrIp": 7}], 1.5, True]


@pytest.mark.parametrize("value", NONSENSE, ids=str)
def test_nonsense_in_a_permission_is_no_traceback_and_no_silent_pass(value):
    for key in ("ipv4Ranges", "ipv6Ranges", "prefixListIds"):
        group_ = group("sg-1", permission() | {key: value})
        assert open_to_world([group_]), key
        assert sg_admits([group_], "ingress", ["10.0.0.0/8"]), key
    assert sg_admits([group("sg-1", {"userIdGroupPairs": value})], "ingress", ["web", "sg-1"])
    for key in ("ipProtocol", "fromPort", "toPort"):
        assert open_to_world([group("sg-1", permission(EVERYBODY, ports=22) | {key: value})]), key
    assert open_to_world([group("sg-1", value)])
    assert open_to_world([value])
    assert open_to_world([{"configuration": value}])


def test_a_huge_group_is_judged_in_bounded_time():
    low = [permission("0.0.0.0/1", ports=(0, port)) for port in range(0, 60_000, 20)]
    high = [permission("128.0.0.0/1", ports=(port, 65535)) for port in range(0, 60_000, 20)]
    assert len(open_to_world([group("sg-1", *low, *high)])) == 1
    spots = [permission(EVERYBODY, ports=port) for port in range(0, 60_000, 20)]
    assert len(open_to_world([group("sg-1", *spots)])) == 100


def test_addresses_partly_inside_what_is_allowed_are_told_with_the_part_outside():
    (opening,) = sg_admits([group("sg-1", permission("10.0.0.0/23"))], "ingress", ["10.0.0.0/24"])
    assert opening.entries == (
        "sg-1: tcp, all ports from 10.0.0.0/23, of which 10.0.1.0/24 is not allowed",
    )
    assert opening.example.source == "10.0.1.0"
    assert opening.example.destination == "sg-1"


def test_two_allowed_halves_allow_the_whole():
    halves = ["10.0.0.0/9", "10.128.0.0/9"]
    assert sg_admits([group("sg-1", permission("10.0.0.0/8"))], "ingress", halves) == []


def test_egress_is_judged_by_itself():
    database = group("sg-1", permission("sg-2"), egress=[permission(EVERYBODY, protocol="-1")])
    assert told(sg_admits([database], "egress", ["sg-2"])) == ["sg-1 lets traffic out to 0.0.0.0/0"]


def test_a_group_may_be_allowed_by_id_or_name():
    database = group("sg-1", permission("sg-2"))
    assert sg_admits([database], "ingress", ["sg-2"]) == []
    assert sg_admits([database], "ingress", ["web"], [group("sg-2", name="web")]) == []
    assert told(sg_admits([database], "ingress", ["web"], [group("sg-2", name="other")])) == [
        "sg-1 lets traffic in from the group sg-2"
    ]


def test_the_pair_itself_may_tell_the_name():
    database = group("sg-1", permission({"groupId": "sg-2", "groupName": "web"}))
    assert sg_admits([database], "ingress", ["web"]) == []
    assert told(sg_admits([database], "ingress", ["app"])) == [
        "sg-1 lets traffic in from the group sg-2 (web)"
    ]


def test_a_group_whose_name_is_not_known_is_undecided_only_where_a_name_is_allowed():
    database = group("sg-1", permission("sg-2"))
    (unknown,) = sg_admits([database], "ingress", ["web"])
    assert unknown.why == "the name of group sg-2 is not known"
    assert definite(sg_admits([database], "ingress", ["sg-3", "10.0.0.0/8"]))


def test_a_group_refers_to_itself_by_its_own_name():
    cluster = group("sg-1", permission("sg-1"), name="cluster")
    assert sg_admits([cluster], "ingress", ["cluster"]) == []
    assert sg_admits([cluster], "ingress", [])


def test_a_group_of_another_account_is_never_allowed_by_name():
    pair = permission({"groupId": "sg-2", "groupName": "web", "userId": "222222222222"})
    theirs, ours = "111111111111", "222222222222"
    assert sg_admits([group("sg-1", pair, accountId=ours)], "ingress", ["web"]) == []
    assert definite(sg_admits([group("sg-1", pair, accountId=theirs)], "ingress", ["web"]))
    assert sg_admits([group("sg-1", pair, accountId=theirs)], "ingress", ["sg-2"]) == []
    assert is_unknown(
        sg_admits([group("sg-1", pair, accountId=Unresolved("later"))], "ingress", ["web"])
    )


def test_a_prefix_list_is_allowed_by_id_and_may_lie_in_allowed_addresses():
    listed = group("sg-1", permission("pl-1"))
    assert sg_admits([listed], "ingress", ["pl-1"]) == []
    assert is_unknown(sg_admits([listed], "ingress", ["10.0.0.0/8"]))
    assert told(sg_admits([listed], "ingress", ["sg-2"])) == [
        "sg-1 lets traffic in from the prefix list pl-1"
    ]


def test_an_unknown_range_is_at_fault_where_no_range_is_allowed():
    later = {"ipv4Ranges": [{"cidrIp": Unresolved("a parameter")}], "ipProtocol": "-1"}
    assert definite(sg_admits([group("sg-1", later)], "ingress", ["sg-2"]))
    assert not definite(sg_admits([group("sg-1", later)], "ingress", ["10.0.0.0/8"]))
    assert sg_admits([group("sg-1", later)], "ingress", [EVERYBODY]) == []


def test_what_is_allowed_may_be_unknown():
    assert is_unknown(
        sg_admits([group("sg-1", permission("10.0.0.0/8"))], "ingress", [Unresolved("later")])
    )


@pytest.mark.parametrize("allowed", [["10.0.0/33"], ["10.0.0.0.0"], [7], ["::1/129"], [["web"]]])
def test_an_allowed_range_that_means_nothing_is_an_error(allowed):
    with pytest.raises(ValueError, match="allowed"):
        sg_admits([group("sg-1")], "ingress", allowed)


def test_a_direction_that_means_nothing_is_an_error():
    with pytest.raises(ValueError, match="inbound"):
        sg_admits([], "inbound", [])


def test_cidrs_outside_keeps_what_is_not_inside_all_of_the_allowed():
    later = Unresolved("later")
    cidrs = ["10.0.0.0/8", "10.0.0.0/7", "::/0", later, "10.0.0/33"]
    outside = cidrs_outside(cidrs, ["10.0.0.0/9", "10.128.0.0/9"])
    assert outside[:3] == ["10.0.0.0/7", "::/0", later]
    assert outside[3].why == "'10.0.0/33' is not an address range"
    assert cidrs_outside(["10.0.0.0/8"], [later]) == [later]
    with pytest.raises(ValueError, match="allowed: 'x'"):
        cidrs_outside([], ["x"])


CIDRS = (
    *("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "128.0.0.0/2", "192.0.0.0/2", "10.0.0.0/8"),
    *("0.0.0.0/2", "64.0.0.0/2", "224.0.0.0/3", "192.0.0.0/3", "8.8.8.8/32"),
)
CIDRS6 = ("::/0", "2000::/3", "::/1", "2000::/4", "3000::/4", "2001:db8::/32", "2002::/16")
PORTS = [*range(6), 65535]
PROTOCOLS = {"tcp": ("tcp", "6"), "udp": ("udp", "17"), "icmp": ("icmp", "1"), "47": ("47",)}


@st.composite
def permissions(draw, cidrs=CIDRS, cidrs6=CIDRS6, with_holes=False):
    def maybe(*values, about=""):
        if with_holes and draw(st.integers(0, 9)) == 0:
            return Hole(values, about)
        return draw(st.sampled_from(values))

    low = maybe(0, 1, 2, 3, 4, about="traffic")
    high = maybe(*range(0 if isinstance(low, Hole) else low, 5), about="traffic")
    four = [{"cidrIp": maybe(*cidrs)} for _ in range(draw(st.integers(0, 3)))]
    six = [{"cidrIpv6": maybe(*cidrs6)} for _ in range(draw(st.integers(0, 2)))]
    if with_holes and draw(st.integers(0, 9)) == 0:
        four.append(Hole(([], *([{"cidrIp": each}] for each in cidrs))))
    protocol = maybe("tcp", "6", "udp", "-1", "47", about="traffic")
    ports = {"fromPort": low, "toPort": high} if draw(st.booleans()) else {}
    return {"ipProtocol": protocol, "ipv4Ranges": four, "ipv6Ranges": six, **ports}


GROUPS = st.lists(permissions(), max_size=5).map(lambda made: [group("sg-1", *made)])


def matches(permission, protocol, port):
    """Whether a permission is for a packet's protocol and port, as AWS documents it."""
    of = permission["ipProtocol"]
    if of != "-1" and of not in PROTOCOLS[protocol]:
        return False
    with_ports = of in ("tcp", "6", "udp", "17") and permission.get("fromPort") is not None
    return not with_ports or permission["fromPort"] <= port <= permission["toPort"]


def ranges_of(permission):
    yield from (ip_network(each["cidrIp"]) for each in permission["ipv4Ranges"])
    yield from (ip_network(each["cidrIpv6"]) for each in permission["ipv6Ranges"])


def edges(family, make, world):
    """Addresses of the world such that whatever lets in all of them lets in everybody."""
    cuts = {low for low, _ in world}
    for cidr in family:
        network = ip_network(cidr)
        cuts |= {int(network.network_address), int(network.broadcast_address) + 1}
    return [make(cut) for cut in sorted(cuts) if any(low <= cut <= high for low, high in world)]


EDGES = [
    edges(CIDRS, ip_address, WORLD4),
    edges(
        CIDRS6,
        lambda number: ip_address(number) if number >= 1 << 32 else ip_address("::"),
        [(low - (1 << 128), high - (1 << 128)) for low, high in WORLD6],
    ),
]


def walk(groups, protocol, port):
    """Whether every public address of a family gets in, asking one address after the other."""
    held = [each for group_ in groups for each in group_["configuration"]["ipPermissions"]]
    ranges = [found for each in held if matches(each, protocol, port) for found in ranges_of(each)]
    return any(all(any(at in each for each in ranges) for at in family) for family in EDGES)


PACKETS = [(protocol, port) for protocol in PROTOCOLS for port in PORTS]


@settings(max_examples=200)
@given(GROUPS)
def test_what_is_open_to_the_world_agrees_with_asking_address_by_address(groups):
    found = open_to_world(groups)
    assert bool(found) == any(walk(groups, *packet) for packet in PACKETS)
    for each in found:
        assert walk(groups, each.example.protocol, each.example.port or 0)


@settings(max_examples=200)
@given(GROUPS, st.lists(st.integers(0, 5), min_size=1, max_size=2))
def test_what_is_open_on_ports_agrees_with_asking_address_by_address(groups, ports):
    found = open_to_world(groups, ports)
    packets = [(protocol, port) for protocol in ("tcp", "udp") for port in ports]
    assert bool(found) == any(walk(groups, *packet) for packet in packets)
    assert {each.example.port for each in found} <= set(ports)


@given(GROUPS)
def test_what_is_open_is_told_in_stretches_that_leave_nothing_out(groups):
    found = {(each.example.protocol, each.what) for each in open_to_world(groups)}
    for protocol, port in PACKETS:
        words = "".join(what for _, what in found)
        assert walk(groups, protocol, port) <= (protocol in words or "all traffic" in words)


HOLED = st.lists(permissions(with_holes=True), max_size=3).map(lambda made: [group("sg-1", *made)])
SMALL = ("10.0.0.0/27", "10.0.0.0/28", "10.0.0.16/28", "10.0.0.6/31", EVERYBODY)
SMALL6 = ("2001:db8::/125", "2001:db8::4/126", "::/0")
HOLED_SMALL = st.lists(permissions(SMALL, SMALL6, with_holes=True), max_size=3).map(
    lambda made: [group("sg-1", *made)]
)
QUESTIONS = {
    "any port": (HOLED, open_to_world),
    "some ports": (HOLED, lambda groups: open_to_world(groups, [2])),
    "allowed": (HOLED_SMALL, lambda groups: sg_admits(groups, "ingress", ["10.0.0.0/28"])),
    "none allowed": (HOLED_SMALL, lambda groups: sg_admits(groups, "ingress", [])),
}


@pytest.mark.parametrize(("groups", "question"), QUESTIONS.values(), ids=QUESTIONS)
@given(st.data())
def test_what_is_said_in_spite_of_holes_is_true_however_they_are_filled(groups, question, data):
    given_groups = data.draw(groups)
    answer = question(unresolved(given_groups))
    for filling in fillings(given_groups, most=40):
        known = question(filling)
        if is_unknown(known):
            continue  # from a higher port to a lower one
        if definite(answer):
            assert known
        elif not is_unknown(answer):
            assert not known


@pytest.mark.parametrize(("groups", "question"), QUESTIONS.values(), ids=QUESTIONS)
@settings(max_examples=200)
@given(st.data())
def test_an_unknown_answer_could_be_both(groups, question, data):
    given_groups = data.draw(groups)
    answer = question(unresolved(given_groups))
    if len(holes(given_groups)) != 1 or definite(answer) or not is_unknown(answer):
        return
    known = [found for each in fillings(given_groups) if not is_unknown(found := question(each))]
    assert any(known)
    if (
        holes(given_groups)[0].about != "traffic"
    ):  # an opening on one port or another is still an opening
        assert not all(known)


@given(st.lists(permissions(SMALL, SMALL6), max_size=3), st.lists(st.sampled_from(SMALL + SMALL6)))
def test_what_groups_admit_agrees_with_asking_address_by_address(made, allowed):
    found = sg_admits([group("sg-1", *made)], "ingress", allowed)
    outside = [
        str(network)
        for each in made
        for network in ranges_of(each)
        if not all(any(at in ip_network(one) for one in allowed) for at in points(network))
    ]
    assert [each.what.split(" from ")[1].split(",")[0] for each in found] == outside
    for each in found:
        source = ip_address(each.example.source)
        assert not any(source in ip_network(one) for one in allowed)


def points(network):
    """Every address of a small range; of a family those at the edges of the small ranges."""
    if network.num_addresses < 100:
        return list(network)
    ends = [ip_network(each) for each in SMALL + SMALL6]
    near = [at for end in ends for at in (end.network_address, end.broadcast_address)]
    near += [ip_address("10.0.0.32"), ip_address("9.255.255.255"), ip_address("2001:db8::8")]
    return [at for at in near if at in network]
