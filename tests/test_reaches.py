import re
from ipaddress import ip_address

import packets
import pytest
from build import allow, deny, group, nacl, permission, route_table, subnet
from holes import Hole, fillings, holes, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.network import Reach, balancers_reach, internet_reaches
from scanner.unresolved import Unresolved

EVERYBODY = "0.0.0.0/0"
LATER = Unresolved("a parameter")


def route(destination, gateway="igw-1", state="active", **more):
    key = "destinationIpv6CidrBlock" if ":" in str(destination) else "destinationCidrBlock"
    made = {key: destination, "gatewayId": gateway, "state": state, **more}
    return {key: value for key, value in made.items() if value is not None}


OUT = route(EVERYBODY)


def named(name):
    return Unresolved(f"{name} is known after deployment", token=name)


def is_unknown(answer):
    return [type(each) for each in answer] == [Unresolved]


def open_acl(*entries, subnets=("subnet-1",), id="acl-1"):
    """An ACL that lets everything pass after the entries."""
    everything = [
        allow(cidr, rule=1000 + number, egress=egress)
        for number, (cidr, egress) in enumerate(
            [(EVERYBODY, False), (EVERYBODY, True), ("::/0", False), ("::/0", True)]
        )
    ]
    return nacl(*entries, *everything, id=id, subnets=subnets)


def from_internet(*permissions, routes=(OUT,), acl=None, place=None, port=5432, **more):
    """What the internet reaches behind a group, by default with everything else open."""
    return internet_reaches(
        more.pop("groups", [group("sg-1", *permissions)]),
        [place or subnet("subnet-1")],
        more.pop("tables", [route_table("rtb-1", *routes, subnets=["subnet-1"])]),
        [acl or open_acl()],
        port,
        **more,
    )


def dual(id="subnet-1"):
    """A subnet with an IPv6 range as well."""
    made = subnet(id)
    blocks = [{"ipv6CidrBlock": "2600:1f18::/64", "ipv6CidrBlockState": {"state": "associated"}}]
    made["configuration"]["ipv6CidrBlockAssociationSet"] = blocks
    return made


# From the internet


def test_the_way_in_and_back_is_told_hop_by_hop():
    (reach,) = from_internet(permission(EVERYBODY, ports=5432))
    assert reach.document() == {
        "what": "sg-1 lets the internet connect to tcp port 5432 in subnet-1",
        "resource": "sg-1",
        "example": {
            "protocol": "tcp",
            "port": 5432,
            "source": "1.0.0.0",
            "sourcePort": 49152,
            "destination": "subnet-1",
        },
        "hops": [
            {"gateway": "igw-1"},
            {"acl": "acl-1: 1000 allow all traffic, 0.0.0.0/0"},
            {"group": "sg-1: tcp port 5432 from 0.0.0.0/0"},
        ],
        "back": [
            {"acl": "acl-1: 1001 allow all traffic, 0.0.0.0/0"},
            {"route": "rtb-1: 0.0.0.0/0"},
            {"gateway": "igw-1"},
        ],
        "at": [
            {"resource": "sg-1", "path": "configuration.ipPermissions[0].ipv4Ranges[0].cidrIp"},
            {"resource": "acl-1", "path": "configuration.entries[0].cidrBlock"},
            {"resource": "rtb-1", "path": "configuration.routes[0]"},
            {"resource": "acl-1", "path": "configuration.entries[1].cidrBlock"},
        ],
    }


def test_one_public_address_is_enough():
    (reach,) = from_internet(permission("8.8.8.8/32"))
    assert reach.example.source == "8.8.8.8"


@pytest.mark.parametrize("source", ["10.0.0.0/8", "192.168.0.0/16", "sg-2", "fd00::/8"])
def test_private_addresses_and_groups_are_not_the_internet(source):
    assert from_internet(permission(source)) == []


@pytest.mark.parametrize(
    "routes",
    [
        [],
        ["local"],
        [route(EVERYBODY, None, natGatewayId="nat-1")],
        [route(EVERYBODY, None, transitGatewayId="tgw-1")],
        [route(EVERYBODY, "vgw-1")],
        [route(EVERYBODY, state="blackhole")],
        [route("9.0.0.0/8")],
        [route(EVERYBODY), route("8.0.0.0/8", "vgw-1")],
        [route(EVERYBODY), route("8.8.0.0/16", state="blackhole")],
        [route("::/0")],
    ],
    ids=str,
)
def test_no_route_back_is_no_way_in(routes):
    assert from_internet(permission("8.8.8.8/32"), routes=routes) == []


def test_the_longest_prefix_wins_and_of_equal_ones_what_somebody_wrote():
    longer = [route(EVERYBODY, "vgw-1"), route("8.0.0.0/8")]
    assert from_internet(permission("8.8.8.8/32"), routes=longer)
    propagated = route(EVERYBODY, "vgw-1", origin="EnableVgwRoutePropagation")
    assert from_internet(permission("8.8.8.8/32"), routes=[propagated, route(EVERYBODY)])


def test_a_gateway_endpoint_beside_the_gateway_changes_nothing():
    to_s3 = {"destinationPrefixListId": "pl-1", "gatewayId": "vpce-1", "state": "active"}
    assert type(from_internet(permission(EVERYBODY), routes=[route(EVERYBODY), to_s3])[0]) is Reach


def test_a_prefix_list_that_leads_elsewhere_may_be_the_longer_way():
    away = {"destinationPrefixListId": "pl-1", "transitGatewayId": "tgw-1", "state": "active"}
    (unknown,) = from_internet(permission(EVERYBODY), routes=[route(EVERYBODY), away])
    assert unknown.why == "what pl-1 holds is not known"


def test_what_comes_in_through_an_appliance_is_not_known():
    routes = [route(EVERYBODY, "vpce-1")]
    assert from_internet(permission(EVERYBODY), routes=routes) == []
    edge = route_table("rtb-edge", route("10.0.0.0/24", "vpce-1"))
    edge["configuration"]["associations"] = [{"main": False, "gatewayId": "igw-1"}]
    tables = [route_table("rtb-1", *routes, subnets=["subnet-1"]), edge]
    (unknown,) = from_internet(permission(EVERYBODY), tables=tables)
    assert unknown.why == "what an appliance behind rtb-1 lets through is not known"


def test_an_acl_that_lets_no_answer_out_lets_nobody_in():
    no_answer = deny(EVERYBODY, rule=1, egress=True)
    assert from_internet(permission(EVERYBODY), acl=open_acl(no_answer)) == []


def test_a_stranger_sends_from_any_port_that_is_answered():
    usual = deny(EVERYBODY, rule=1, egress=True, protocol="6", ports=(1024, 65535))
    (reach,) = from_internet(permission(EVERYBODY), acl=open_acl(usual))
    assert reach.example.source_port < 1024


def test_who_comes_in_need_not_be_who_is_answered():
    acl = open_acl(deny("0.0.0.0/1", rule=1), deny("128.0.0.0/1", rule=1, egress=True))
    assert from_internet(permission(EVERYBODY), acl=acl) == []


def test_ipv6_comes_in_to_what_has_an_address_of_it():
    everywhere, way = permission("::/0"), [route("::/0")]
    assert from_internet(everywhere, routes=way, place=dual())
    assert from_internet(everywhere, routes=way) == []
    assert from_internet(everywhere, routes=way, place=dual(), networks=["IPV4"]) == []
    assert from_internet(everywhere, routes=way, place=dual(), networks=[None]) == []
    assert from_internet(everywhere, routes=way, place=dual(), networks=[])
    assert is_unknown(from_internet(everywhere, routes=way, place=dual(), networks=[LATER]))
    egress_only = [route("::/0", None, egressOnlyInternetGatewayId="eigw-1")]
    assert from_internet(everywhere, routes=egress_only, place=dual()) == []


def test_an_unknown_family_does_not_matter_to_ipv4():
    (reach,) = from_internet(permission(EVERYBODY), networks=[LATER])
    assert reach.example.source == "1.0.0.0"


@pytest.mark.parametrize("mode", ["block-bidirectional", "block-ingress"])
def test_the_account_may_keep_the_internet_out(mode):
    place = subnet("subnet-1")
    place["configuration"]["blockPublicAccessStates"] = {"internetGatewayBlockMode": mode}
    assert from_internet(permission(EVERYBODY), place=place) == []
    place["configuration"]["blockPublicAccessStates"] = {"internetGatewayBlockMode": "off"}
    assert from_internet(permission(EVERYBODY), place=place)


def test_without_a_port_any_port_is_a_way_in():
    (reach,) = from_internet(permission("8.8.8.8/32", ports=(22, 23)), port=None)
    assert reach.example.port == 22
    assert from_internet(permission("8.8.8.8/32", protocol="udp"), port=None) == []


def test_each_permission_is_told_once_with_all_subnets():
    acl = open_acl(subnets=["subnet-1", "subnet-2"])
    table = route_table("rtb-1", route(EVERYBODY), main=True)
    two = group("sg-1", permission("8.8.8.8/32", "9.9.9.9/32"))
    found = internet_reaches([two], [subnet("subnet-1"), subnet("subnet-2")], [table], [acl], 22)
    assert [each.at[0][1].partition("ipv4Ranges")[2] for each in found] == [
        "[0].cidrIp",
        "[1].cidrIp",
    ]
    assert found[0].what.endswith("tcp port 22 in subnet-1, subnet-2")


def test_a_private_group_needs_no_network_to_be_known():
    assert internet_reaches([group("sg-1", permission("10.0.0.0/8"))], [LATER], [], [], 22) == []


def test_what_is_missing_on_the_way_is_named():
    everybody = [group("sg-1", permission(EVERYBODY))]
    table = [route_table("rtb-1", route(EVERYBODY), main=True)]
    (unknown,) = internet_reaches(everybody, [subnet("s")], table, [], 22)
    assert unknown.why == "the network ACL of s is not known"
    (unknown,) = internet_reaches(everybody, [subnet("s")], [], [open_acl(subnets=["s"])], 22)
    assert unknown.why == "the route table of s is not known"
    assert is_unknown(internet_reaches(everybody, [LATER], table, [open_acl()], 22))


def test_a_template_is_judged_by_its_tokens():
    web = group(named("Group"), permission(EVERYBODY), name="web")
    table = route_table(
        named("Table"),
        route(EVERYBODY, named("Gateway"), gatewayType="AWS::EC2::InternetGateway"),
        subnets=[named("Subnet")],
    )
    acl = open_acl(id=named("Acl"), subnets=[named("Subnet")])
    (reach,) = internet_reaches([web], [subnet(named("Subnet"), cidr=LATER)], [table], [acl], 22)
    assert [name for name, _ in reach.at] == ["Group", "Acl", "Table", "Acl"]
    assert reach.hops[0] == ("gateway", "Gateway")


@pytest.mark.parametrize("arguments", [(1 << 16, ["DUAL"]), (22, ["IPV5"]), (22, [{}]), (22, [7])])
def test_an_argument_that_means_nothing_is_an_error(arguments):
    with pytest.raises(ValueError, match=r"port|networks"):
        internet_reaches([group("sg-1", permission(EVERYBODY))], [], [], [], *arguments)


# From load balancers


def balancer(id="web", groups=("sg-web",), subnets=("subnet-web",), **more):
    configuration = {
        "loadBalancerName": id,
        "type": "application",
        "vpcId": "vpc-1",
        "securityGroups": list(groups),
        "availabilityZones": [{"subnetId": each} for each in subnets],
        **more,
    }
    return {"resourceId": f"arn:{id}", "configuration": configuration}


WEB, DATA = subnet("subnet-web", cidr="10.0.0.0/24"), subnet("subnet-db", cidr="10.0.1.0/24")
SENDS = group("sg-web", egress=[permission(EVERYBODY, protocol="-1")])
BOTH = open_acl(subnets=["subnet-web", "subnet-db"])


def from_balancer(*permissions, sender=None, sends=SENDS, acls=(BOTH,), allowed=(), places=(WEB,)):
    database = group("sg-db", *permissions)
    return balancers_reach(
        [sender or balancer()], [sends], places, [database], [DATA], acls, 5432, allowed
    )


def test_the_way_from_a_load_balancer_is_told_hop_by_hop():
    (reach,) = from_balancer(permission("sg-web", ports=5432))
    assert reach.document() == {
        "what": "sg-db lets the load balancer web connect to tcp port 5432 in subnet-db",
        "resource": "sg-db",
        "example": {
            "protocol": "tcp",
            "port": 5432,
            "source": "10.0.0.4",
            "sourcePort": 1024,
            "destination": "10.0.1.4",
        },
        "hops": [
            {"group": "sg-web: all traffic to 0.0.0.0/0"},
            {"acl": "acl-1: 1001 allow all traffic, 0.0.0.0/0"},
            {"acl": "acl-1: 1000 allow all traffic, 0.0.0.0/0"},
            {"group": "sg-db: tcp port 5432 from sg-web"},
        ],
        "back": [
            {"acl": "acl-1: 1001 allow all traffic, 0.0.0.0/0"},
            {"acl": "acl-1: 1000 allow all traffic, 0.0.0.0/0"},
        ],
        "at": [
            {
                "resource": "sg-db",
                "path": "configuration.ipPermissions[0].userIdGroupPairs[0].groupId",
            },
            {"resource": "acl-1", "path": "configuration.entries[0].cidrBlock"},
            {"resource": "acl-1", "path": "configuration.entries[1].cidrBlock"},
            {
                "resource": "sg-web",
                "path": "configuration.ipPermissionsEgress[0].ipv4Ranges[0].cidrIp",
            },
        ],
    }


def test_the_whole_vpc_has_its_load_balancers_in_it():
    assert from_balancer(permission("10.0.0.0/16"))
    assert from_balancer(permission("10.0.1.0/24")) == []


def test_other_groups_are_not_the_load_balancers():
    assert from_balancer(permission("sg-app")) == []


def test_a_group_that_sends_only_to_the_application_does_not_reach_the_database():
    only = group("sg-web", egress=[permission("sg-app"), permission("10.0.0.0/24")])
    assert from_balancer(permission("sg-web"), sends=only) == []
    back = group("sg-web", egress=[permission("sg-db", ports=5432)])
    assert from_balancer(permission("sg-web"), sends=back)


@pytest.mark.parametrize(
    "acl",
    [
        deny("10.0.0.0/24", rule=1),
        deny("10.0.1.0/24", rule=1),
        deny("10.0.0.0/24", rule=1, egress=True),
        deny("10.0.1.0/24", rule=1, egress=True),
        deny(EVERYBODY, rule=1, protocol="6", ports=5432),
        deny("10.0.0.0/24", rule=1, egress=True, protocol="6", ports=(1024, 65535)),
    ],
    ids=["target in", "answer in", "answer out", "source out", "the port", "ephemeral"],
)
def test_an_acl_anywhere_on_the_way_keeps_it_out(acl):
    assert from_balancer(permission("sg-web"), acls=[open_acl(acl, subnets=BOTH_IDS)]) == []


BOTH_IDS = ("subnet-web", "subnet-db")


def test_the_answer_passes_both_acls_on_one_port():
    low = deny(EVERYBODY, rule=1, egress=True, protocol="6", ports=(1024, 30000))
    high = deny(EVERYBODY, rule=1, protocol="6", ports=(30001, 65535))
    ours = open_acl(high, subnets=["subnet-web"], id="acl-web")
    theirs = open_acl(low, subnets=["subnet-db"], id="acl-db")
    assert from_balancer(permission("sg-web"), acls=[ours, theirs]) == []
    assert from_balancer(permission("sg-web"), acls=[open_acl(subnets=["subnet-web"]), theirs])


def test_inside_of_one_subnet_there_is_no_acl():
    closed = nacl(subnets=["subnet-db"])
    inside = balancer(subnets=["subnet-db"])
    assert from_balancer(permission("sg-web"), sender=inside, acls=[closed], places=[DATA])


def test_a_network_load_balancer_without_a_group_sends_what_it_likes():
    plain = balancer(groups=(), type="network")
    assert from_balancer(permission("10.0.0.0/24"), sender=plain)
    assert from_balancer(permission("sg-web"), sender=plain) == []


def test_a_gateway_load_balancer_opens_no_connection():
    assert from_balancer(permission("10.0.0.0/8"), sender=balancer(type="gateway")) == []


def test_a_classic_load_balancer_lists_its_subnets():
    old = balancer(availabilityZones=["eu-west-1a"])
    old["configuration"]["subnets"] = ["subnet-web"]
    assert from_balancer(permission("sg-web"), sender=old)


def test_a_load_balancer_may_be_allowed_by_its_name():
    assert from_balancer(permission("sg-web"), allowed=["web"]) == []
    assert from_balancer(permission("sg-web"), allowed=["other"])
    unnamed = balancer(loadBalancerName=LATER)
    assert is_unknown(from_balancer(permission("sg-web"), sender=unnamed, allowed=["web"]))
    assert type(from_balancer(permission("sg-web"), sender=unnamed)[0]) is Reach


def test_what_is_not_known_of_a_load_balancer_matters_where_it_may_be_let_in():
    assert is_unknown(from_balancer(permission("sg-web"), sends=group("sg-other")))
    assert is_unknown(from_balancer(permission("sg-web"), places=()))
    assert is_unknown(from_balancer(permission("sg-web"), acls=()))
    assert is_unknown(from_balancer(permission("sg-web"), sender=LATER))
    assert from_balancer(sender=LATER, acls=()) == []


def test_unknown_addresses_do_not_matter_where_all_are_let_in():
    places = [subnet("subnet-web", cidr=LATER)]
    assert type(from_balancer(permission("sg-web"), places=places)[0]) is Reach
    assert is_unknown(from_balancer(permission("10.0.0.0/16"), places=places))


def test_a_group_of_a_template_is_known_by_its_token():
    def answer(source, groups):
        sends = group(named("Web"), egress=[permission(EVERYBODY)], name="web")
        return from_balancer(permission(source), sender=balancer(groups=groups), sends=sends)

    assert answer({"groupId": named("Web")}, [named("Web")])
    assert answer({"groupId": named("App")}, [named("Web")]) == []
    maybe = Unresolved("the parameter Group has no default", token="?Group")
    assert is_unknown(answer({"groupId": maybe}, [named("Web")]))
    assert is_unknown(answer({"groupId": named("Web")}, [LATER]))


# Nonsense


@pytest.mark.parametrize("value", [None, 3, "igw-1", [], {}, [None], ["x"], True, LATER], ids=str)
def test_nonsense_is_no_traceback_and_no_silent_no(value):
    everybody = [group("sg-1", permission(EVERYBODY))]
    table, acl = route_table("rtb-1", route(EVERYBODY), main=True), open_acl()
    here = subnet("subnet-1")
    for number in range(4):
        arguments = [everybody, [here], [table], [acl], 22]
        arguments[number] = [value]
        assert internet_reaches(*arguments)
    for document, keys in ((table, ("routes", "associations")), (acl, ("entries", "associations"))):
        for key in keys:
            changed = {**document, "configuration": {**document["configuration"], key: value}}
            each = (changed, acl) if document is table else (table, changed)
            found = internet_reaches(everybody, [here], [each[0]], [each[1]], 22)
            assert found or value == []
    assert balancers_reach([value], [SENDS], [WEB], everybody, [DATA], [BOTH], 22)
    for key in ("securityGroups", "availabilityZones"):
        sender = balancer(**{key: value})
        assert from_balancer(permission(EVERYBODY), sender=sender) or value == []


def test_very_many_of_everything_are_answered_soon():
    many = group(
        "sg-1", *(permission(f"8.{n % 256}.{n // 256}.0/24", ports=n) for n in range(2000))
    )
    acls = open_acl(*(deny("9.9.9.9/32", rule=n, protocol="6", ports=n) for n in range(1, 200)))
    routes = [route(f"11.{n % 256}.{n // 256}.0/24", "vgw-1") for n in range(1000)]
    table = route_table("rtb-1", *routes, route(EVERYBODY), main=True)
    assert len(internet_reaches([many], [subnet("subnet-1")], [table], [acls])) == 100


# Against packets that are walked one by one


def makers(draw, cidrs, with_holes):
    """What draws a value or a hole, a permission, and an ACL; entries are about `cidrs`."""

    def maybe(*values, about=""):
        if with_holes and draw(st.integers(0, 14)) == 0:
            return Hole(values, about)
        return draw(st.sampled_from(values))

    def stretch():
        low = draw(st.sampled_from(packets.EDGES))
        return low, draw(st.sampled_from([each for each in packets.EDGES if each >= low]))

    def entry(number):
        ports = stretch() if draw(st.integers(0, 2)) == 2 else None
        action = allow if draw(st.integers(0, 2)) else deny
        made = action(draw(st.sampled_from(cidrs)), rule=number, egress=draw(st.booleans()))
        made["protocol"] = "-1" if ports is None else draw(st.sampled_from(("6", "17")))
        made |= {} if ports is None else {"portRange": {"from": ports[0], "to": ports[1]}}
        key = "cidrBlock" if "cidrBlock" in made else "ipv6CidrBlock"
        family = [each for each in cidrs if (":" in each) == (key == "ipv6CidrBlock")]
        made[key] = maybe(*family) if draw(st.booleans()) else made[key]
        return made | {
            "ruleAction": maybe(made["ruleAction"], *({"allow", "deny"} - {made["ruleAction"]}))
        }

    def door(sources):
        chosen = draw(st.lists(st.sampled_from(sources), min_size=1, max_size=2, unique=True))
        ports = stretch() if draw(st.integers(0, 2)) == 2 else None
        made = permission(*chosen, ports=ports, protocol=maybe("tcp", "tcp", "-1", "udp"))
        for each in made["ipv4Ranges"]:
            four = [one for one in sources if "." in one]
            each["cidrIp"] = maybe(each["cidrIp"], *four)
        return made

    def acl(name, subnets):
        count = draw(st.integers(0, 3))
        ending = open_acl()["configuration"]["entries"] if draw(st.integers(0, 7)) else []
        return nacl(*(entry(n + 1) for n in range(count)), *ending, id=name, subnets=subnets)

    return maybe, door, acl


@st.composite
def facing_the_internet(draw, with_holes=False):
    maybe, door, acl = makers(draw, packets.WORLD_CIDRS, with_holes)
    doors = draw(st.integers(1, 2))
    groups = [group("sg-1", *(door((*packets.WORLD_CIDRS, "sg-2")) for _ in range(doors)))]
    routes = [
        route(
            maybe(each, "9.1.0.0/16") if "." in each else each,
            maybe("igw-1", "igw-1", "vgw-1"),
            draw(st.sampled_from(("active", "active", "active", "blackhole"))),
        )
        for each in packets.WORLD_CIDRS
        if draw(st.integers(0, 2)) == 0 or (each.endswith("/0") and draw(st.integers(1, 2)))
    ]
    tables = [
        route_table("rtb-1", *routes, subnets=[maybe("subnet-1", "subnet-3")]),
        route_table("rtb-2", *routes[:3], main=True),
    ]
    subnets = [draw(st.sampled_from((subnet, dual)))("subnet-1"), subnet("subnet-2")]
    ours = draw(st.sampled_from((["subnet-1"], ["subnet-1", "subnet-2"])))
    rest = [each for each in ("subnet-1", "subnet-2") if each not in ours]
    return {
        "groups": groups,
        "subnets": subnets[: draw(st.integers(1, 2))],
        "tables": tables,
        "acls": [acl("acl-1", ours), acl("acl-2", rest)],
        "port": draw(st.sampled_from((None, 1, 2, 2000))),
    }


def ask_internet(net):
    return internet_reaches(*(net[key] for key in ("groups", "subnets", "tables", "acls", "port")))


def doors_of(answer):
    return {each.at[0] for each in answer if isinstance(each, Reach)}


@settings(max_examples=300)
@given(facing_the_internet())
def test_the_internet_reaches_what_a_walk_of_every_packet_finds(net):
    found, walked = ask_internet(net), packets.internet(net)
    assert not any(type(each) is Unresolved for each in found)
    assert doors_of(found) == walked.keys()
    for each in found:
        (place,) = [one for one in net["subnets"] if one["resourceId"] == each.example.destination]
        source, ports = (
            ip_address(each.example.source),
            (each.example.source_port, each.example.port),
        )
        assert packets.comes_in(place, net["tables"], net["acls"], source, *ports)


LAN = ("0.0.0.0/0", "10.0.0.0/30", "10.0.0.0/31", "10.0.0.2/31", "10.0.0.1/32", "10.0.0.2/32")


@st.composite
def with_a_balancer(draw, with_holes=False):
    _, door, acl = makers(draw, LAN, with_holes)
    doors = (*LAN, "sg-1", "sg-2", "sg-3")
    groups = [group("sg-1", *(door(doors) for _ in range(draw(st.integers(1, 2)))))]
    sends = [group("sg-2", egress=[door(doors) for _ in range(draw(st.integers(1, 2)))])]
    ids = draw(st.sampled_from(([], ["sg-2"], ["sg-2"])))
    one, two = subnet("subnet-1", cidr="10.0.0.0/31"), subnet("subnet-2", cidr="10.0.0.2/31")
    shared = draw(st.booleans())
    return {
        "balancers": [balancer(groups=ids, subnets=["subnet-2"])],
        "balancer_groups": sends if ids else [],
        "balancer_ids": ids,
        "balancer_subnets": [two],
        "groups": groups,
        "target_ids": ["sg-1"],
        "subnets": [one, two] if draw(st.integers(0, 3)) == 0 else [one],
        "acls": [acl("acl-1", ["subnet-1", *(["subnet-2"] * shared)]),
                 acl("acl-2", [] if shared else ["subnet-2"])],
        "port": draw(st.sampled_from((1, 2, 2000))),
    }  # fmt: skip


def ask_balancers(net):
    keys = ("balancers", "balancer_groups", "balancer_subnets", "groups", "subnets", "acls", "port")
    return balancers_reach(*(net[key] for key in keys))


@settings(max_examples=300)
@given(with_a_balancer())
def test_a_load_balancer_reaches_what_a_walk_of_every_packet_finds(net):
    found = ask_balancers(net)
    assert not any(type(each) is Unresolved for each in found)
    assert doors_of(found) == packets.balancers(net)
    ends = {each["resourceId"]: each for each in (*net["subnets"], *net["balancer_subnets"])}
    for each in found:
        goal = ends[re.search(r"in (\S+)$", each.what)[1]]
        assert packets.gets_there(
            net,
            (ends["subnet-2"], goal),
            ip_address(each.example.source),
            ip_address(each.example.destination),
            each.example.source_port,
        )


@pytest.mark.parametrize(
    ("nets", "ask"),
    [(facing_the_internet(True), ask_internet), (with_a_balancer(True), ask_balancers)],
    ids=["internet", "balancers"],
)
def test_what_is_said_in_spite_of_holes_is_true_however_they_are_filled(nets, ask):
    @settings(max_examples=150)
    @given(nets)
    def check(net):
        answer = ask(unresolved(net))
        for filling in fillings(net, most=30) if holes(net) else ():
            known = ask(filling)
            if any(type(each) is Unresolved for each in known):
                continue
            if any(isinstance(each, Reach) for each in answer):
                assert known
            elif not answer:
                assert not known

    check()
