from ipaddress import ip_address, ip_network
from itertools import product

import pytest
from build import allow, deny, nacl
from holes import Hole, fillings, holes, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.network import Opening, nacl_admits, nacl_blocks, nacl_lets_out
from scanner.unresolved import Unresolved

EVERYBODY = "0.0.0.0/0"


def numbers(answer):
    """The rule numbers at fault, `*` for the deny that ends every ACL."""
    return {each.entries[0].split(": ")[1].split()[0] for each in answer}


def definite(answer):
    return [each for each in answer if isinstance(each, Opening)]


def is_unknown(answer):
    return any(type(each) is Unresolved for each in answer)


def test_an_acl_that_denies_first_admits_nobody():
    acl = nacl(deny(EVERYBODY, rule=100), allow(EVERYBODY, rule=200))
    assert nacl_admits([acl], "tcp", 5432, trusted=[]) == []


def test_an_acl_that_allows_first_admits_whom_it_denies_later():
    acl = nacl(deny(EVERYBODY, rule=200), allow(EVERYBODY, rule=100))
    (opening,) = nacl_admits([acl], "tcp", 5432, trusted=["10.0.0.0/8"])
    assert opening.entries == ("acl-1: 100 allow all traffic, 0.0.0.0/0",)
    assert opening.document()["example"] == {
        "protocol": "tcp",
        "port": 5432,
        "source": "1.0.0.0",
        "destination": "acl-1",
    }


def test_trusted_halves_are_the_whole():
    acl = nacl(allow("10.0.0.0/8"))
    assert nacl_admits([acl], "tcp", 22, ["10.0.0.0/9", "10.128.0.0/9"]) == []


def test_ipv6_is_not_covered_by_denying_ipv4():
    acl = nacl(deny(EVERYBODY, rule=1), allow("::/0", rule=2))
    assert numbers(nacl_admits([acl], "tcp", 22, [])) == {"2"}


def test_each_acl_is_judged_by_itself():
    closed, opened = nacl(deny(EVERYBODY)), nacl(allow(EVERYBODY), id="acl-2")
    assert [each.resource for each in nacl_admits([closed, opened], "tcp", 22, [])] == ["acl-2"]


def test_egress_entries_admit_nothing():
    assert nacl_admits([nacl(allow(EVERYBODY, egress=True))], "tcp", 22, []) == []


def test_no_acl_has_no_opening():
    assert nacl_admits([], "tcp", 22, []) == []


def test_an_acl_without_entries_is_not_an_empty_one():
    (unknown,) = nacl_admits([{"resourceId": "acl-1", "configuration": {}}], "tcp", 22, [])
    assert unknown.why == "acl-1 has no entries"


def test_the_default_deny_of_ipv6_comes_last():
    acl = nacl(deny("::/0", rule=32768), allow("::/0", rule=100))
    assert numbers(nacl_admits([acl], "tcp", 22, [])) == {"100"}


def test_a_range_of_ports_that_lacks_its_end_is_unknown():
    entry = allow(EVERYBODY, protocol="6")
    entry["portRange"] = {"from": "433"}
    assert is_unknown(nacl_admits([nacl(entry)], "tcp", 22, []))


def test_two_entries_of_one_number_that_disagree_are_unknown():
    acl = nacl(allow(EVERYBODY, rule=7), deny(EVERYBODY, rule=7))
    assert "several entries have the number 7" in nacl_admits([acl], "tcp", 22, [])[0].why


def test_an_unknown_entry_after_the_deny_of_everybody_does_not_matter():
    acl = nacl(deny(EVERYBODY, rule=1), deny("::/0", rule=2), allow(Unresolved("a parameter")))
    assert nacl_admits([acl], "tcp", 22, []) == []


def test_unknown_traffic_to_trusted_addresses_does_not_matter():
    acl = nacl(allow("10.1.0.0/16", protocol=Unresolved("a parameter")))
    assert nacl_admits([acl], "tcp", 22, ["10.0.0.0/8"]) == []


def test_an_unknown_trusted_range_leaves_the_answer_open():
    assert is_unknown(nacl_admits([nacl(allow("10.0.0.0/8"))], "tcp", 22, [Unresolved("later")]))


def test_icmp_has_types_and_no_ports():
    entry = allow(EVERYBODY, protocol="1")
    entry["icmpTypeCode"] = {"type": 8, "code": -1}
    (opening,) = nacl_lets_out([nacl(entry | {"egress": True})], ["10.0.0.0/8"])
    assert opening.document()["example"]["protocol"] == "icmp"
    assert opening.document()["example"]["port"] is None


def test_public_subnets_that_deny_the_database_and_allow_the_rest_are_good():
    acl = nacl(
        deny("10.100.20.0/24", rule=90, egress=True), allow(EVERYBODY, rule=100, egress=True)
    )
    assert nacl_lets_out([acl], ["10.100.20.0/24"]) == []
    assert nacl_blocks([acl], [EVERYBODY], ["10.100.20.0/24"]) == []


def test_denying_too_much_is_told_with_the_entry():
    acl = nacl(deny("10.0.0.0/8", rule=90, egress=True), allow(EVERYBODY, rule=100, egress=True))
    (opening,) = nacl_blocks([acl], [EVERYBODY], ["10.100.20.0/24"])
    assert opening.entries == ("acl-1: 90 deny all traffic, 10.0.0.0/8",)


def test_allowing_too_little_is_the_last_deny():
    acl = nacl(allow(EVERYBODY, protocol="tcp", egress=True))
    (opening,) = nacl_blocks([acl], [EVERYBODY], [])
    assert opening.entries == ("acl-1: * deny all traffic, every address",)
    assert opening.example.protocol != "tcp"


@pytest.mark.parametrize(
    "arguments", [("tcp", 22, ["10.0.0/33"]), ("tcp", None, []), ("tcp", 1 << 16, []), ("x", 1, [])]
)
def test_an_argument_that_means_nothing_is_an_error(arguments):
    with pytest.raises(ValueError, match="is not a"):
        nacl_admits([nacl()], *arguments)


def test_more_entries_than_aws_allows_are_unknown_at_once():
    acl = nacl(*(allow(EVERYBODY, rule=number, egress=True) for number in range(100_000)))
    assert "more than AWS allows" in nacl_lets_out([acl], [EVERYBODY])[0].why


@pytest.mark.parametrize(
    "value", [None, -7, "x", [], {}, [None], [[]], 1 << 80, 1.5, True, 1 << 20_000], ids=type
)
def test_whatever_stands_in_an_entry_is_no_traceback_and_no_silent_pass(value):
    for key in ("ruleNumber", "ruleAction", "protocol", "cidrBlock"):
        acl = nacl(allow(EVERYBODY) | {key: value})
        assert nacl_admits([acl], "tcp", 22, []), key
    assert nacl_admits([nacl(value)], "tcp", 22, [])


CIDRS = ("0.0.0.0/0", "10.0.0.0/27", "10.0.0.0/28", "10.0.0.16/28", "10.0.0.6/31", "10.0.0.7/32")
CIDRS6 = ("::/0", "2001:db8::/125", "2001:db8::4/126")
ADDRESSES = [
    *(ip_address("10.0.0.0") + number for number in range(33)),
    *(ip_address("2001:db8::") + number for number in range(9)),
    *(ip_address("1.0.0.0"), ip_address("9.255.255.255"), ip_address("2000::")),
]
PORTS = [*range(6), 65535]
PROTOCOLS = {"tcp": "6", "udp": "17", "icmp": "1", "47": "47"}
TRUSTED = st.lists(st.sampled_from(CIDRS[1:] + CIDRS6[1:]), max_size=2)


@st.composite
def acl_entries(draw, with_holes=False):
    def maybe(*values, about=""):
        if with_holes and draw(st.integers(0, 9)) == 0:
            return Hole(values, about)
        return draw(st.sampled_from(values))

    low = maybe(0, 1, 2, 3, 4, about="traffic")
    high = maybe(*range(0 if isinstance(low, Hole) else low, 5), about="traffic")
    entry = {
        "ruleAction": maybe("allow", "deny"),
        "egress": maybe(False, True),
        "protocol": maybe("-1", "6", "tcp", "17", "1", about="traffic"),
    }
    six = draw(st.booleans())
    entry["ipv6CidrBlock" if six else "cidrBlock"] = maybe(*(CIDRS6 if six else CIDRS))
    return entry | ({"portRange": {"from": low, "to": high}} if draw(st.booleans()) else {})


def everything(action):
    for number, (cidr, egress) in enumerate(product((EVERYBODY, "::/0"), (False, True))):
        yield action(cidr, rule=1 + number, egress=egress)


@st.composite
def acls(draw, with_holes=False):
    found = draw(st.lists(acl_entries(with_holes), max_size=4))
    order = draw(st.permutations(range(1, len(found) + 1)))
    made = []
    for number, entry in zip(order, found, strict=True):
        if with_holes and draw(st.integers(0, 9)) == 0:
            number = Hole((number * 10 + 7, 0, 1000 + number))
        else:
            number = number * 10
        made.append(entry | {"ruleNumber": number})
    if with_holes and draw(st.integers(0, 9)) == 0:
        made.append(Hole(([], *([*everything(action)] for action in (allow, deny)))))
    return nacl(*made)


def decision(acl, egress, protocol, port, address):
    """The first matching entry's number and action, entry after entry as AWS documents it."""
    for entry in sorted(acl["configuration"]["entries"], key=lambda each: each["ruleNumber"]):
        block = ip_network(entry.get("cidrBlock") or entry.get("ipv6CidrBlock"))
        of = {"tcp": "6"}.get(entry["protocol"], entry["protocol"])
        ports = entry.get("portRange") if of in ("6", "17") else None
        if (
            entry["egress"] == egress
            and of in ("-1", PROTOCOLS[protocol])
            and (ports is None or ports["from"] <= port <= ports["to"])
            and address in block
        ):
            return str(entry["ruleNumber"]), entry["ruleAction"]
    return "*", "deny"


def inside(address, cidrs):
    return any(address in ip_network(cidr) for cidr in cidrs)


def walk(acl, egress, verdict, packets):
    """The rule numbers that give the verdict on any of the packets, one packet after the other."""
    found = (decision(acl, egress, *packet) for packet in packets)
    return {number for number, action in found if action == verdict}


EVERY_PACKET = [
    (protocol, port, address)
    for protocol in PROTOCOLS
    for port in (PORTS if protocol in ("tcp", "udp") else (0,))
    for address in ADDRESSES
]


@given(acls(), st.integers(0, 5), TRUSTED)
def test_agrees_with_walking_the_rules_address_by_address(acl, port, trusted):
    packets = [("tcp", port, each) for each in ADDRESSES if not inside(each, trusted)]
    found = nacl_admits([acl], "tcp", port, trusted)
    assert numbers(found) == walk(acl, False, "allow", packets)
    for each in found:
        assert each.example.port == port
        source = ip_address(each.example.source)
        assert not inside(source, trusted)
        assert decision(acl, False, "tcp", port, source)[1] == "allow"


@settings(max_examples=60)
@given(acls(), st.lists(st.sampled_from(CIDRS[1:] + CIDRS6[1:]), max_size=2))
def test_what_is_let_out_agrees_with_walking_every_packet(acl, destinations):
    packets = [each for each in EVERY_PACKET if inside(each[2], destinations)]
    found = nacl_lets_out([acl], destinations)
    assert numbers(found) == walk(acl, True, "allow", packets)


@settings(max_examples=60)
@given(acls(), st.lists(st.sampled_from(CIDRS + CIDRS6), max_size=2), TRUSTED)
def test_what_is_blocked_agrees_with_walking_every_packet(acl, destinations, spared):
    packets = [
        each
        for each in EVERY_PACKET
        if inside(each[2], destinations) and not inside(each[2], spared)
    ]
    found = nacl_blocks([acl], destinations, spared)
    assert numbers(found) == walk(acl, True, "deny", packets)


QUESTIONS = {
    "admits": lambda acl: nacl_admits([acl], "tcp", 2, ["10.0.0.0/28", "2001:db8::4/126"]),
    "lets_out": lambda acl: nacl_lets_out([acl], ["10.0.0.0/28", "2001:db8::/126"]),
    "blocks": lambda acl: nacl_blocks([acl], ["10.0.0.0/26"], ["10.0.0.0/28"]),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@given(acls(with_holes=True))
def test_what_is_said_in_spite_of_holes_is_true_however_they_are_filled(question, acl):
    answer = question(unresolved(acl))
    for filling in fillings(acl, most=40):
        known = question(filling)
        if is_unknown(known):
            continue  # not a range of ports, or two entries of one number
        if definite(answer):
            assert known
        elif not is_unknown(answer):
            assert not known


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@given(acls(with_holes=True))
def test_an_unknown_answer_could_be_both(question, acl):
    answer = question(unresolved(acl))
    if len(holes(acl)) != 1 or definite(answer) or not is_unknown(answer):
        return
    known = [found for each in fillings(acl) if not is_unknown(found := question(each))]
    assert any(known)
    if holes(acl)[0].about != "traffic":  # an opening on one port or another is still an opening
        assert not all(known)
