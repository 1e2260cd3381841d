"""The permissions of security groups in events, in every form in which EC2 has recorded them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.attribution.group_rule import GroupRule, group_rules
from scanner.eventdoc import opened, opens_to_world
from scanner.eventdoc.permissions import removed
from scanner.unresolved import Unresolved
from tests.attributions import record

INGRESS = "ec2:AuthorizeSecurityGroupIngress"
EGRESS = "ec2:AuthorizeSecurityGroupEgress"


def items(*each):
    return {"items": list(each)} if each else {}


def permission(cidr="0.0.0.0/0", port=22, **more):
    made = {"ipProtocol": "tcp", "fromPort": port, "toPort": port, "groups": {}}
    ranges = {"ipRanges": items({"cidrIp": cidr}), "ipv6Ranges": {}, "prefixListIds": {}}
    return made | ranges | more


def asked(*permissions, group="sg-1"):
    return {"groupId": group, "ipPermissions": items(*permissions)}


def rules(one, direction="ipPermissions"):
    return [
        rule
        for group in opened(one)
        for each in group["configuration"][direction]
        for rule in group_rules(each)
    ]


def what(one, ports=None):
    return [each.what for each in opens_to_world(one, ports)]


def test_what_opens_a_port_to_the_world_is_told():
    told = ["sg-1 lets every IPv4 address in on tcp port 22"]
    assert what(record(INGRESS, asked(permission()))) == told


def test_the_old_form_has_one_range_beside_the_protocol():
    old = {"groupId": "sg-1", "cidrIp": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 22}
    one = record(INGRESS, old | {"toPort": 22, "ipPermissions": {}})
    assert rules(one) == [GroupRule("tcp", (22, 22), "0.0.0.0/0")]


def test_a_range_with_host_bits_is_the_range_that_it_is_in():
    one = record(INGRESS, asked(permission("208.236.235.254/0")))
    assert rules(one) == [GroupRule("tcp", (22, 22), "0.0.0.0/0")]
    assert what(one) == ["sg-1 lets every IPv4 address in on tcp port 22"]


def test_two_halves_of_the_world_in_one_call_are_the_world():
    halves = permission("0.0.0.0/1"), permission("128.0.0.0/1")
    assert len(what(record(INGRESS, asked(*halves)))) == 1
    assert what(record(INGRESS, asked(halves[0]))) == []


def test_ipv6_and_all_traffic():
    six = {"ipProtocol": "-1", "ipv6Ranges": items({"cidrIpv6": "::/0"}), "ipRanges": {}}
    assert what(record(INGRESS, asked(six))) == ["sg-1 lets every IPv6 address in on all traffic"]


def test_only_the_ports_that_are_asked_about_count():
    one = record(INGRESS, asked(permission(port=443)))
    assert (what(one, [22, 3389]), len(what(one, [443]))) == ([], 1)


def test_a_refused_call_opens_nothing():
    assert opened(record(INGRESS, asked(permission()), errorCode="Client.X")) == []


def test_what_is_let_out_is_let_out():
    one = record(EGRESS, asked(permission()))
    assert (what(one), len(rules(one, "ipPermissionsEgress"))) == ([], 1)


def test_another_services_event_of_this_name_opens_nothing():
    assert opened(record("rds:AuthorizeSecurityGroupIngress", asked(permission()))) == []


def test_a_group_of_the_default_vpc_is_named_and_its_answer_has_the_id():
    by_name = {"groupName": "web", "ipPermissions": items(permission())}
    answer = {"securityGroupRuleSet": items({"groupId": "sg-9", "isEgress": False})}
    assert opened(record(INGRESS, by_name, answer))[0]["resourceId"] == "sg-9"
    assert opened(record(INGRESS, by_name))[0]["resourceId"] == "web"


def test_without_parameters_the_answer_says_what_was_added():
    rule = {"groupId": "sg-1", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22}
    answer = {"securityGroupRuleSet": items(rule | {"cidrIpv4": "0.0.0.0/0"})}
    assert len(what(record(INGRESS, None, answer))) == 1


def test_without_parameters_and_answer_it_is_unknown_and_not_nothing():
    (found,) = opens_to_world(record(INGRESS, None))
    assert isinstance(found, Unresolved)


def test_peers_and_prefix_lists_are_kept():
    peers = items({"groupId": "sg-2", "userId": "1"})
    one = permission(groups=peers, ipRanges={}, prefixListIds=items({"prefixListId": "pl-1"}))
    assert {each.source for each in rules(record(INGRESS, asked(one)))} == {"sg-2", "pl-1"}


def modified(**rule):
    update = {"SecurityGroupRuleId": "sgr-1", "SecurityGroupRule": rule, "tag": 1}
    request = {"GroupId": "sg-1", "SecurityGroupRule": update}
    return record("ec2:ModifySecurityGroupRules", {"ModifySecurityGroupRulesRequest": request})


def test_a_modified_rule_does_not_say_which_way_it_lets_traffic():
    one = modified(IpProtocol="tcp", FromPort=22, ToPort=22, CidrIpv4="0.0.0.0/0")
    assert rules(one) == [GroupRule("tcp", (22, 22), "0.0.0.0/0")]
    (found,) = opens_to_world(one)
    assert isinstance(found, Unresolved)
    assert "or out" in found.why


def test_a_modified_rule_that_opens_nothing_to_the_world_is_no_doubt():
    one = modified(IpProtocol="tcp", FromPort=22, ToPort=22, CidrIpv4="10.0.0.0/8")
    assert opens_to_world(one) == []


def test_what_is_revoked_by_the_rules_ids_stands_in_the_answer():
    rule = {"groupId": "sg-1", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22}
    answer = {"revokedSecurityGroupRuleSet": items(rule | {"cidrIpv4": "0.0.0.0/0"})}
    ids = {"groupId": "sg-1", "securityGroupRuleIds": items({"securityGroupRuleId": "sgr-1"})}
    (found,) = removed(record("ec2:RevokeSecurityGroupIngress", ids, answer))
    assert [*group_rules(found.permissions[0])] == [GroupRule("tcp", (22, 22), "0.0.0.0/0")]


@pytest.mark.parametrize("parameters", [[], "x", 7, {"ipPermissions": 7}, {"ipPermissions": [[]]}])
def test_nonsense_is_unknown(parameters):
    (found,) = opens_to_world(record(INGRESS, parameters))
    assert isinstance(found, Unresolved)


SAFE = permission("10.0.0.0/8")


@pytest.mark.parametrize(
    "permissions",
    [
        items(SAFE, "x", None),
        items(permission(ipRanges=items({"cidrIp": "10.0.0.0/8"}, "0.0.0.0/0"))),
        items(permission(ipRanges=items("0.0.0.0/0"))),
        items(permission(ipRanges="0.0.0.0/0")),
        items(permission(ipRanges=5)),
        items(permission(ipRanges={"items": "0.0.0.0/0"})),
        items(permission(ipRanges=items({"cidrIp": 5}))),
        items(permission(ipRanges=Unresolved("never read"))),
        items(permission(ipRanges={}, ipv6Ranges=items("::/0"))),
        items(permission(ipRanges={}, prefixListIds=7)),
        items(SAFE, {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22}),
        {"items": "x"},
        "x",
    ],
)
def test_a_permission_or_range_that_nobody_can_read_is_unknown_and_not_left_out(permissions):
    (found,) = opens_to_world(record(INGRESS, {"groupId": "sg-1", "ipPermissions": permissions}))
    assert isinstance(found, Unresolved)


def test_what_can_be_read_is_told_beside_what_cannot():
    told, unknown = opens_to_world(record(INGRESS, asked(permission(), "x")))
    assert told.what == "sg-1 lets every IPv4 address in on tcp port 22"
    assert unknown.why == "a permission is no object"


def test_the_old_form_s_range_may_be_unreadable_too():
    old = {"groupId": "sg-1", "cidrIp": 5, "ipProtocol": "tcp", "fromPort": 22, "toPort": 22}
    (found,) = opens_to_world(record(INGRESS, old))
    assert isinstance(found, Unresolved)


@pytest.mark.parametrize("strange", ["x", None, {"SecurityGroupRule": "x"}, {}, {"CidrIpv4": 5}])
def test_one_modified_rule_that_nobody_can_read_is_unknown_beside_one_that_is_well(strange):
    well = {"SecurityGroupRule": {"IpProtocol": "tcp", "CidrIpv4": "10.0.0.0/8"}}
    request = {"GroupId": "sg-1", "SecurityGroupRule": [well, strange]}
    call = record("ec2:ModifySecurityGroupRules", {"ModifySecurityGroupRulesRequest": request})
    (found,) = opens_to_world(call)
    assert isinstance(found, Unresolved)


def test_a_group_as_the_source_is_read_as_before():
    one = permission(ipRanges={}, groups=items({"groupId": "sg-2"}))
    assert opens_to_world(record(INGRESS, asked(one))) == []


cidrs = st.sampled_from(["10.0.0.0/8", "0.0.0.0/0", "192.0.2.1/32", "0.0.0.0/1"])
ports = st.integers(0, 65535)


@given(cidrs, ports)
def test_every_form_says_the_same(cidr, port):
    rule = {"ipProtocol": "tcp", "fromPort": port, "toPort": port}
    flat = {"groupId": "sg-1", **rule}
    answer = {"securityGroupRuleSet": items(flat | {"cidrIpv4": cidr})}
    forms = (
        record(INGRESS, asked(permission(cidr, port))),
        record(INGRESS, flat | {"cidrIp": cidr}),
        record(INGRESS, None, answer),
        modified(IpProtocol="tcp", FromPort=port, ToPort=port, CidrIpv4=cidr),
    )
    assert [rules(each) for each in forms] == [[GroupRule("tcp", (port, port), cidr)]] * 4


def test_whether_a_call_was_refused_may_be_unknown():
    why = Unresolved("the log leaves it out")
    asked = {"groupId": "sg-1", "ipPermissions": {"items": []}}
    record = {
        "eventSource": "ec2.amazonaws.com",
        "eventName": "AuthorizeSecurityGroupIngress",
        "errorCode": why,
        "requestParameters": asked,
    }
    assert opens_to_world(record) == [why]
