"""Networks that a template declares: ids are tokens, which only deployment turns into texts."""

import json
import re

import pytest
from build import allow, group, nacl, permission, route_table, subnet
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.clip import clipped
from scanner.network import (
    Opening,
    cidrs_outside,
    nacl_admits,
    open_to_world,
    public_subnets,
    sg_admits,
)
from scanner.unresolved import Unresolved

EVERYBODY = "0.0.0.0/0"
IGW = "AWS::EC2::InternetGateway"


def named(name):
    return Unresolved(f"{name} is known after deployment", token=name)


def parameter(name):
    return Unresolved(f"the parameter {name} has no default", present=True, token=f"?{name}")


def route_to(gateway, kind=None):
    route = {"gatewayId": gateway, "destinationCidrBlock": EVERYBODY, "state": "active"}
    return route | ({"gatewayType": kind} if kind else {})


def declared(id, *permissions, **more):
    """A group that a template declares."""
    made = group(id, *permissions, **more)
    made["configuration"]["groupId"] = made["resourceId"] = named(id)
    return made


def is_unknown(answer):
    return [type(each) for each in answer] == [Unresolved]


def test_a_subnet_of_a_template_is_public_by_the_table_of_its_own():
    table = route_table("rtb", route_to(named("Gateway"), IGW), subnets=[named("Web")])
    private = route_table("rtb-2", "local", subnets=[named("Data")])
    subnets = [subnet(named("Web")), subnet(named("Data"))]
    assert public_subnets(subnets, [table, private]) == [named("Web")]


def test_a_gateway_that_is_declared_is_known_by_its_type():
    def answer(gateway, kind=None):
        return public_subnets([subnet("s")], [route_table("r", route_to(gateway, kind), main=True)])

    assert answer(named("G"), IGW) == ["s"]
    assert answer(named("G"), "AWS::EC2::VPNGateway") == []
    assert is_unknown(answer(named("G")))
    assert is_unknown(answer(parameter("G")))
    assert is_unknown(answer(named("G"), Unresolved("a condition")))
    assert answer("igw-1", "AWS::EC2::VPNGateway") == ["s"]


def test_a_parameter_may_be_any_subnet_but_a_resource_is_itself():
    main = route_table("rtb-1", "local", main=True)
    other = route_table("rtb-2", "igw-1", subnets=[named("Web")])
    assert public_subnets([subnet(named("Data"))], [main, other]) == []
    perhaps = route_table("rtb-2", "igw-1", subnets=[parameter("Web")])
    assert is_unknown(public_subnets([subnet(named("Data"))], [main, perhaps]))
    assert public_subnets([subnet(parameter("Web"))], [main, perhaps]) == ["Web"]
    assert is_unknown(public_subnets([subnet(parameter("Data"))], [main, other]))


def test_the_main_table_of_a_vpc_is_that_of_equal_tokens_and_perhaps_of_other_parameters():
    ours, theirs = parameter("Vpc"), parameter("Other")
    main = route_table("rtb-1", "local", main=True, vpc=ours)
    assert public_subnets([subnet("s", vpc=ours)], [main]) == []
    assert is_unknown(public_subnets([subnet("s", vpc=theirs)], [main]))
    out = route_table("rtb-2", "igw-1", main=True, vpc=theirs)
    assert is_unknown(public_subnets([subnet("s", vpc=ours)], [main, out]))
    adrift = route_table("rtb-2", "igw-1", subnets=[parameter("S")], vpc=theirs)
    known = route_table("rtb-1", "local", main=True, vpc=named("Vpc"))
    assert is_unknown(public_subnets([subnet("s", vpc=named("Vpc"))], [known, adrift]))
    apart = [
        route_table("rtb-1", "local", main=True, vpc=named("Vpc")),
        route_table("rtb-2", "igw-1", main=True, vpc=named("Other")),
    ]
    assert public_subnets([subnet("s", vpc=named("Vpc"))], apart) == []


def test_a_sentence_calls_a_group_by_its_name_in_the_template():
    database = declared("DatabaseGroup", permission(EVERYBODY, ports=5432))
    (opening,) = open_to_world([database])
    assert opening.what == "DatabaseGroup lets every IPv4 address in on tcp port 5432"
    assert opening.example.destination == "DatabaseGroup"
    database = declared("DatabaseGroup", permission({"groupId": named("WebGroup")}))
    (opening,) = sg_admits([database], "ingress", [])
    assert opening.what == "DatabaseGroup lets traffic in from the group WebGroup"


def test_a_group_of_a_template_is_allowed_by_the_name_that_it_says():
    database = declared("Database", permission({"groupId": named("Web")}))
    web = declared("Web", name="web")
    assert sg_admits([database], "ingress", ["web"], [web]) == []
    assert sg_admits([database], "ingress", ["app"], [web])[0].example.source == "Web"
    assert is_unknown(sg_admits([database], "ingress", ["web"], []))


def test_a_groups_name_in_the_template_is_not_the_name_that_it_will_have():
    database = declared("Database", permission({"groupId": named("web")}))
    web = declared("web", resourceName="web")
    web["configuration"]["groupName"] = named("web.groupName")
    assert is_unknown(sg_admits([database], "ingress", ["web"], [web]))
    del web["configuration"]["groupName"]
    assert is_unknown(sg_admits([database], "ingress", ["web"], [web]))


def test_a_group_that_a_stack_made_may_be_listed_by_its_id():
    database = declared("Database", permission({"groupId": named("Web")}))
    assert is_unknown(sg_admits([database], "ingress", ["sg-1"]))
    listed = declared("Database", permission())
    listed["configuration"]["ipPermissions"][0]["prefixListIds"] = [{"prefixListId": named("L")}]
    assert is_unknown(sg_admits([listed], "ingress", ["pl-1"]))
    (opening,) = sg_admits([listed], "ingress", [])
    assert opening.what == "Database lets traffic in from the prefix list L"


def test_a_group_is_of_the_account_that_deploys_it_unless_it_says_another():
    account = parameter("AWS::AccountId")
    web = declared("Web", name="web")

    def answer(**owner):
        pair = permission({"groupId": named("Web"), **owner})
        return sg_admits([declared("D", pair, accountId=account)], "ingress", ["web"], [web])

    assert answer() == answer(userId=account) == []
    assert is_unknown(answer(userId="222222222222"))


def test_a_range_that_a_resource_will_have_is_not_known_to_lie_outside():
    (unknown,) = cidrs_outside([named("Vpc.cidrBlock")], ["10.0.0.0/8"])
    assert (type(unknown), unknown.token) == (Unresolved, "")


def found_at(opening, *documents):
    """What is written where an opening says."""
    found = []
    for name, path in opening.at:
        (value,) = [
            each for each in documents if getattr(each["resourceId"], "token", None) == name
        ] or [each for each in documents if each["resourceId"] == name]
        for key, index in re.findall(r"([a-zA-Z0-9]+)|\[([0-9]+)\]", path):
            value = value[key] if key else value[int(index)]
        found.append(value)
    return found


def test_an_opening_points_at_the_range_that_is_open():
    web = declared("Web", permission("10.0.0.0/8"), permission("8.0.0.0/8", EVERYBODY, "::/0"))
    four, six = open_to_world([web])
    assert four.at == (("Web", "configuration.ipPermissions[1].ipv4Ranges[1].cidrIp"),)
    assert six.at == (("Web", "configuration.ipPermissions[1].ipv6Ranges[0].cidrIpv6"),)


def test_an_opening_points_at_all_ranges_that_are_the_world_together():
    one = group("sg-1", permission("10.0.0.0/8", "0.0.0.0/1"))
    two = group("sg-2", permission("128.0.0.0/1"))
    (opening,) = open_to_world([one, two])
    assert found_at(opening, one, two) == ["0.0.0.0/1", "128.0.0.0/1"]
    many = [f"{first}.0.0.0/8" for first in range(256)]
    (opening,) = open_to_world([group("sg-1", permission(*many))])
    assert len(opening.at) == 20


def test_an_opening_of_an_old_item_points_at_a_plain_text():
    old = {"ipProtocol": "-1", "ipRanges": [EVERYBODY]}
    (opening,) = open_to_world([group("sg-1", old)])
    assert opening.at == (("sg-1", "configuration.ipPermissions[0].ipRanges[0]"),)
    (opening,) = sg_admits([group("sg-1", old)], "ingress", [])
    assert opening.at == (("sg-1", "configuration.ipPermissions[0].ipRanges[0]"),)


def test_what_a_group_admits_points_at_its_source():
    sources = ("10.0.0.0/8", "::/0", "pl-1", "sg-2", {"groupName": "old"})
    one = group("sg-1", permission(), permission(*sources), egress=[permission("sg-3")])
    openings = sg_admits([one], "ingress", [])
    assert [each.at[0][1].partition("[1].")[2] for each in openings] == [
        "ipv4Ranges[0].cidrIp",
        "ipv6Ranges[0].cidrIpv6",
        "prefixListIds[0].prefixListId",
        "userIdGroupPairs[0].groupId",
        "userIdGroupPairs[1].groupName",
    ]
    (opening,) = sg_admits([one], "egress", [])
    assert opening.at[0][1] == "configuration.ipPermissionsEgress[0].userIdGroupPairs[0].groupId"


def test_an_opening_of_an_acl_points_at_the_addresses_of_its_entry():
    acl = nacl(allow(EVERYBODY, egress=True), allow("::/0"), id=named("Acl"))
    (opening,) = nacl_admits([acl], "tcp", 22, [])
    assert opening.at == (("Acl", "configuration.entries[1].ipv6CidrBlock"),)


SOURCES = ("sg-1", "sg-2", "sg-3", "pl-1", EVERYBODY, "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8")
GROUP_IDS = ("sg-1", "sg-2", "sg-3")
SUBNET_IDS = ("subnet-1", "subnet-2", "subnet-3")
VPC_IDS = ("vpc-1", "vpc-2")
IDS = (*GROUP_IDS, *SUBNET_IDS, *VPC_IDS, "pl-1", "igw-1", "vgw-1", "rtb-0", "rtb-1", "rtb-2")


@st.composite
def networks(draw):
    """Groups, subnets and route tables, as AWS has them: one main table, one table a subnet."""

    def some(values, most):
        return draw(st.lists(st.sampled_from(values), max_size=most, unique=True))

    groups = [
        group(one, *(permission(*some(SOURCES, 3), ports=draw(st.integers(0, 1))) for _ in "ab"))
        for one in some(GROUP_IDS, 3)
    ]
    subnets = [subnet(one, vpc=draw(st.sampled_from(VPC_IDS))) for one in some(SUBNET_IDS, 3)]
    left, mains, tables = list(SUBNET_IDS), list(VPC_IDS), []
    for number in range(draw(st.integers(0, 3))):
        vpc = draw(st.sampled_from(VPC_IDS))
        main = vpc in mains and draw(st.booleans())
        own = [one for one in left if draw(st.booleans())]
        left = [one for one in left if one not in own]
        mains = [one for one in mains if not main or one != vpc]
        gateways = some(("local", "igw-1", "vgw-1"), 2)
        tables.append(route_table(f"rtb-{number}", *gateways, subnets=own, main=main, vpc=vpc))
    return {"groups": groups, "subnets": subnets, "tables": tables}


def replaced(value, by_id):
    """The value with ids replaced, and beside each gateway that was its type."""
    if isinstance(value, str):
        return by_id.get(value, value)
    if isinstance(value, list):
        return [replaced(each, by_id) for each in value]
    if not isinstance(value, dict):
        return value
    made = {key: replaced(each, by_id) for key, each in value.items()}
    gateway = value.get("gatewayId")
    if getattr(by_id.get(gateway), "named", False):
        made["gatewayType"] = IGW if gateway == "igw-1" else "AWS::EC2::VPNGateway"
    return made


QUESTIONS = {
    "open to the world": lambda net: open_to_world(net["groups"]),
    "open on a port": lambda net: open_to_world(net["groups"], [1]),
    "sources": lambda net: sg_admits(net["groups"], "ingress", []),
    "named sources": lambda net: sg_admits(
        net["groups"][:1], "ingress", ["2", "0.0.0.0/0"], net["groups"][1:]
    ),
    "public": lambda net: public_subnets(net["subnets"], net["tables"]),
}


def in_texts(answer):
    """The answer as JSON; of what is not known only why."""
    return json.dumps([told(each) for each in answer])


def told(each):
    if isinstance(each, Opening):
        return each.document()
    return each.token if isinstance(each, Unresolved) and each.named else each


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@given(networks())
def test_what_resources_will_be_called_changes_no_answer_but_in_name(question, network):
    answer = question(replaced(network, {one: named(f"<{one}>") for one in IDS}))
    assert re.sub(r"<([a-z0-9-]+)>", r"\1", in_texts(answer)) == in_texts(question(network))


def definite(answer):
    return [each for each in answer if type(each) is not Unresolved]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@given(networks(), st.sets(st.sampled_from(IDS)))
def test_what_a_parameter_says_turns_nothing_that_was_found_into_nothing(question, network, opened):
    answer = question(replaced(network, {one: parameter(one) for one in opened}))
    assert bool(answer) >= bool(question(network))


def possible(network):
    """Whether AWS has such a network: each id once, one main table a VPC, one table a subnet."""
    owned = [each["configuration"] for each in network["tables"]]
    links = [one for each in owned for one in each["associations"]]
    mains = [each["vpcId"] for each in owned if any(one["main"] for one in each["associations"])]
    held = [one["subnetId"] for one in links if "subnetId" in one]
    ids = [each["resourceId"] for part in network.values() for each in part]
    return all(len(each) == len(set(each)) for each in (mains, held, ids))


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@settings(max_examples=200)
@given(networks(), st.sets(st.sampled_from(IDS)), st.data())
def test_what_is_said_holds_whatever_the_parameters_turn_out_to_be(question, network, opened, data):
    answer = question(replaced(network, {one: parameter(one) for one in opened}))
    kinds = {one: [each for each in IDS if each[:3] == one[:3]] for one in opened}
    kinds = {one: [*each, "igw-1", "vgw-1"] if "gw" in one else each for one, each in kinds.items()}
    chosen = {one: data.draw(st.sampled_from(each), label=one) for one, each in kinds.items()}
    filling = replaced(network, chosen)
    if not possible(filling):
        return
    known = question(filling)
    if len(definite(answer)) == len(answer):
        assert len(known) == len(answer)
    assert len(definite(answer)) <= len(known)


def test_evidence_keeps_a_token_whole_whatever_else_is_cut():
    key = named("Key")
    assert clipped([*range(59), key], "keys")[-1] == key
    secret = clipped(key, "configuration.masterUserPassword")
    assert secret == {"$unresolved": "(masked)", "$present": True, "$is": "Key"}


def test_what_would_have_given_a_secret_is_named():
    call = "iam:GetCredentialReport in 123456789012/us-east-1: AccessDenied"
    absent = "no source gave AWS::::Account of 123456789012/us-east-1"
    other = "rds:DescribeDBInstances in /eu-west-1: Throttling.Rate"
    left_out = "AWS Config does not record this; `groma scan aws` reads it"
    for why in (call, absent, left_out, f"{call}; {other}; {absent}"):
        assert clipped(Unresolved(why), "password_enabled") == {"$unresolved": why}
    for why in (f"{call} hunter2", f"hunter2; {call}", f"{call}; hunter2"):
        assert clipped(Unresolved(why), "password_enabled") == {"$unresolved": "(masked)"}
