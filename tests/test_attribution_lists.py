"""Who made a list what it is: of its elements those at fault count, and what it lacks."""

import json
from functools import partial
from typing import Any
from urllib.parse import quote

import items
import pytest
from build import allow, deny, nacl, route_table
from items import rule, scan

from scanner import builtin
from scanner.attribution.culprit import MOST
from scanner.authors import Authors
from tests.attributions import log, record

RULES = {each.id: each for each in builtin.rules()}
item = partial(items.item, captured="2026-11-20T00:00:00Z")
LATER = "2026-11-10T14:00:00Z"
IN_IAM = {"awsRegion": "us-east-1"}
ADMIN, READS = (f"arn:aws:iam::aws:policy/{name}" for name in ("AdministratorAccess", "ReadOnly"))
EVERYTHING = {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
LOGS = {"Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}


def author(wanted: Any, given: Any, *records: Any) -> Any:
    """What a scan by one rule says of who made its one failure so."""
    authors = Authors(lambda *_: [log(*records)])
    chosen = RULES[wanted] if isinstance(wanted, str) else wanted
    things = given if isinstance(given, list) else [given]
    with scan([chosen], things, authors=authors) as result:
        [failed] = [each for each in result.findings if each.verdict == "fail"]
    return failed.attribution


def told(found: Any) -> tuple[list[str], bool]:
    return [each.id for each in found.changes], found.sure


def user(inline: Any = None, *attached: str, **more: Any) -> Any:
    """A user with these policies inside, by name, and these attached."""
    policies = [
        {"policyName": name, "policyDocument": quote(json.dumps(each))}
        for name, each in (inline or {}).items()
    ]
    configuration = {
        "userName": "svc",
        "userPolicyList": policies,
        "attachedManagedPolicies": [{"policyName": "x", "policyArn": each} for each in attached],
        "groupList": [],
        **more,
    }
    return item("AWS::IAM::User", "AIDA1", configuration, resourceName="svc")


def put(at: str, name: str, policy: Any) -> Any:
    asked = {"userName": "svc", "policyName": name, "policyDocument": json.dumps(policy, indent=2)}
    return record("iam:PutUserPolicy", asked, at=at, **IN_IAM)


def delete(at: str, name: str) -> Any:
    asked = {"userName": "svc", "policyName": name}
    return record("iam:DeleteUserPolicy", asked, at=at, **IN_IAM)


def attach(at: str, policy: str, verb: str = "Attach") -> Any:
    return record(
        f"iam:{verb}UserPolicy", {"userName": "svc", "policyArn": policy}, at=at, **IN_IAM
    )


OF_POLICIES = ("iam-user-no-full-admin", "iam-user-no-inline-policies", "iam-user-no-policies")


@pytest.mark.parametrize("wanted", OF_POLICIES)
def test_whoever_put_the_policy_in_is_told_and_not_who_took_another_one_away(wanted):
    others = [put("13:00:00", "q", LOGS), delete("14:00:00", "q")]
    found = author(wanted, user({"p": EVERYTHING}), put("12:00:00", "p", EVERYTHING), *others)
    assert (told(found), found.why) == ((["PutUserPolicy-12:00:00"], True), "")


@pytest.mark.parametrize("wanted", [OF_POLICIES[0], OF_POLICIES[2]])
def test_whoever_attached_the_policy_is_told_and_not_who_detached_another_one(wanted):
    others = [attach("13:00:00", READS), attach("14:00:00", READS, "Detach")]
    found = author(wanted, user(None, ADMIN), attach("12:00:00", ADMIN), *others)
    assert told(found) == (["AttachUserPolicy-12:00:00"], True)


def test_of_several_policies_only_that_counts_which_fails_alone():
    given = user({"q": LOGS, "p": EVERYTHING})
    written = [put("12:00:00", "p", EVERYTHING), put("13:00:00", "q", LOGS)]
    assert told(author(OF_POLICIES[0], given, *written)) == (["PutUserPolicy-12:00:00"], True)
    assert told(author(OF_POLICIES[1], given, *written)) == (
        ["PutUserPolicy-13:00:00", "PutUserPolicy-12:00:00"],
        True,
    )


@pytest.mark.parametrize("space", ["", "\n", " \t\n"])
def test_a_policy_is_the_same_with_space_before_it(space):
    policy = {"policyName": "p", "policyDocument": quote(space + json.dumps(EVERYTHING))}
    given = user(userPolicyList=[policy])
    found = author(OF_POLICIES[0], given, put("12:00:00", "p", EVERYTHING))
    assert told(found) == (["PutUserPolicy-12:00:00"], True)
    assert told(author(OF_POLICIES[0], given, put("12:00:00", "p", LOGS))) == ([], False)


def test_a_policy_that_was_put_in_with_another_text_is_another_one():
    found = author(OF_POLICIES[0], user({"p": EVERYTHING}), put("12:00:00", "p", LOGS))
    assert told(found) == ([], False)
    assert "left configuration.userPolicyList[0].policyDocument otherwise" in found.why


def test_where_more_is_at_fault_than_is_asked_about_nobody_is_sure():
    policies = [f"arn:aws:iam::aws:policy/p{number}" for number in range(25)]
    attached = [attach(f"12:00:{at:02}", each) for at, each in enumerate(policies[:MOST])]
    few = author(OF_POLICIES[2], user(None, *policies[:MOST]), *attached)
    assert (len(few.changes), few.sure, few.why) == (20, True, "")
    many = author(OF_POLICIES[2], user(None, *policies), *attached)
    assert (len(many.changes), many.sure) == (20, False)
    assert many.why == "only 20 of 25 values at fault were asked about"


def test_of_elements_that_fail_only_together_nobody_knows_which_it_is():
    most = rule("""
        resource: AWS::IAM::User
        check: [{value: length(configuration.attachedManagedPolicies), in: [0, 1]}]
    """)
    attached = [attach("12:00:00", ADMIN), attach("13:00:00", READS)]
    found = author(most, user(None, ADMIN, READS), *attached)
    assert told(found) == (["AttachUserPolicy-13:00:00", "AttachUserPolicy-12:00:00"], False)
    assert found.why == "which of configuration.attachedManagedPolicies is at fault is not known"


def balancer(**attributes: str) -> Any:
    listed = [{"key": f"{key}.enabled", "value": each} for key, each in attributes.items()]
    kind = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    supplement = {"LoadBalancerAttributes": listed}
    return item(kind, "arn:lb", {"Type": "network"}, supplementaryConfiguration=supplement)


def test_of_settings_by_name_that_is_at_fault_whose_value_was_found():
    def modify(at: str, name: str) -> Any:
        asked = {"attributes": [{"key": f"{name}.enabled", "value": "false"}]}
        event = "elasticloadbalancing:ModifyLoadBalancerAttributes"
        return record(event, {"loadBalancerArn": "arn:lb", **asked}, at=at)

    events = [modify("12:00:00", "deletion_protection"), modify("13:00:00", "cross_zone")]
    given = balancer(cross_zone="false", deletion_protection="false")
    assert told(author("elb-deletion-protection", given, *events)) == (
        ["ModifyLoadBalancerAttributes-12:00:00"],
        True,
    )


def test_of_a_joined_resource_the_elements_at_fault_are_asked_for_as_well():
    joining = rule("""
        resource: AWS::IAM::Group
        join:
          users:
            type: AWS::IAM::User
            ours: configuration.groupName
            theirs: configuration.groupList[]
        check:
          - value: users[].configuration.attachedManagedPolicies[].policyArn
              | [?ends_with(@, 'Access')]
            empty: true
    """)
    given = [
        item("AWS::IAM::Group", "AGPA1", {"groupName": "ops"}, resourceName="ops"),
        user(None, READS, ADMIN, groupList=["ops"]),
    ]
    events = [attach("12:00:00", ADMIN), attach("13:00:00", READS)]
    found = author(joining, given, *events)
    assert told(found) == (["AttachUserPolicy-12:00:00"], True)


def group(at: str, name: str, event: str = "AddUserToGroup") -> Any:
    return record(f"iam:{event}", {"userName": "svc", "groupName": name}, at=at, **IN_IAM)


IN_GROUPS = rule("""
    resource: AWS::IAM::User
    params: {groups: [everybody, with-mfa]}
    check: [{value: "without(params.groups, configuration.groupList)", empty: true}]
""")


def test_what_a_list_lacks_was_taken_away_and_what_it_has_is_not_at_fault():
    there = [group("12:00:00", "with-mfa"), group("14:00:00", "everybody")]
    given = user(groupList=["everybody"])
    found = author(IN_GROUPS, given, *there, group("13:00:00", "with-mfa", "RemoveUserFromGroup"))
    assert told(found) == (["RemoveUserFromGroup-13:00:00"], True)
    found = author(IN_GROUPS, given, *there)
    assert (told(found), "otherwise" in found.why) == (([], False), True)


def test_what_a_list_lacks_from_the_beginning_its_making_left_out():
    made = record("iam:CreateUser", {"userName": "svc"}, at="11:00:00", **IN_IAM)
    found = author(IN_GROUPS, user(groupList=["everybody"]), made, group("12:00:00", "everybody"))
    assert told(found) == (["CreateUser-11:00:00"], True)


def database(*logs: str) -> Any:
    exports = {"engine": "mysql", "enabledCloudwatchLogsExports": list(logs)}
    return item("AWS::RDS::DBInstance", "db-1", exports, resourceName="main")


def exported(at: str, event: str = "ModifyDBInstance", **asked: Any) -> Any:
    asked = {"cloudwatchLogsExportConfiguration": asked} if event.startswith("Modify") else asked
    return record(f"rds:{event}", {"dBInstanceIdentifier": "main", **asked}, at=at)


def test_whoever_stopped_the_logs_is_told_and_not_who_sends_another():
    made = exported("11:00:00", "CreateDBInstance", engine="mysql")
    stopped = exported("12:00:00", disableLogTypes=["audit", "general", "slowquery"])
    found = author(
        "rds-logs-exported", database("error"), made, stopped,
        exported("13:00:00", enableLogTypes=["error"]),
    )  # fmt: skip
    assert told(found) == (["ModifyDBInstance-12:00:00", "CreateDBInstance-11:00:00"], True)
    assert [each.value for each in found.changes[0].given] == ["audit", "general", "slowquery"]


def test_of_an_empty_list_each_text_that_it_lacks_is_asked_for():
    made = exported("10:00:00", "CreateDBInstance", engine="mysql")
    stopped = exported("11:00:00", disableLogTypes=["audit", "general", "slowquery"])
    last = exported("12:00:00", disableLogTypes=["error"])
    found = author("rds-logs-exported", database(), made, stopped, last)
    ids = ["ModifyDBInstance-12:00:00", "ModifyDBInstance-11:00:00", "CreateDBInstance-10:00:00"]
    assert told(found) == (ids, True)


def test_logs_that_were_sent_last_were_stopped_by_an_event_that_is_not_in_the_logs():
    sent = exported("12:00:00", enableLogTypes=["audit", "general", "slowquery", "error"])
    found = author("rds-logs-exported", database("error"), sent)
    assert told(found) == ([], False)
    assert "left configuration.enabledCloudwatchLogsExports otherwise" in found.why


def test_a_database_made_with_some_logs_was_made_without_the_others():
    made = exported(
        "11:00:00", "CreateDBInstance", engine="mysql", enableCloudwatchLogsExports=["error"]
    )
    found = author("rds-logs-exported", database("error"), made)
    assert told(found) == (["CreateDBInstance-11:00:00"], True)


def test_a_list_inside_of_a_distribution_is_compared_element_by_element():
    def origin(id: str, policy: str) -> Any:
        return {"id": id, "customOriginConfig": {"originProtocolPolicy": policy}}

    def config(*origins: Any) -> Any:
        return {"distributionConfig": {"origins": {"quantity": 2, "items": list(origins)}}}

    now = config(origin("a", "https-only"), origin("b", "http-only"))
    given = item("AWS::CloudFront::Distribution", "E1", now, ("111122223333", "global"))
    better = config(origin("a", "https-only"), origin("b", "https-only"))
    update = "cloudfront:UpdateDistribution2020_05_31"
    worse = record(update, {"id": "E1", **now}, at="13:00:00", **IN_IAM)
    before = record(update, {"id": "E1", **better}, **IN_IAM)
    found = author("cloudfront-origin-https", given, before, worse)
    assert told(found) == ([worse["eventID"]], True)
    assert found.changes[0].given[0].value == "http-only"
    found = author("cloudfront-origin-https", given, worse, before | {"eventTime": LATER})
    assert (found.sure, "originProtocolPolicy otherwise" in found.why) == (False, True)


def test_a_listener_is_compared_by_the_kind_of_its_actions():
    listener = {"Protocol": "HTTP", "Port": 80, "DefaultActions": [{"Type": "forward"}]}
    given = item("AWS::ElasticLoadBalancingV2::Listener", "arn:l", listener)
    asked = {"listenerArn": "arn:l", "defaultActions": [{"type": "forward"}]}
    changed = record("elasticloadbalancing:ModifyListener", asked)
    plain = rule("""
        resource: AWS::ElasticLoadBalancingV2::Listener
        check: [{value: "configuration.DefaultActions[?Type != 'redirect'].Type", empty: true}]
    """)
    assert told(author(plain, given, changed)) == (["ModifyListener-12:00:00"], True)


def acl(*entries: Any) -> Any:
    built = nacl(*entries, id="acl-1", subnets=["subnet-1"])["configuration"]
    return item("AWS::EC2::NetworkAcl", "acl-1", {**built, "vpcId": "vpc-1", "isDefault": False})


def entry(at: str, number: int, ports: Any = 22, event: str = "Create", **more: Any) -> Any:
    asked = {"networkAclId": "acl-1", "ruleNumber": number, "egress": False, **more}
    if event != "Delete":
        range = {"from": ports, "to": ports} if ports is not None else {}
        usual = {"ruleAction": "allow", "aclProtocol": "6", "cidrBlock": "0.0.0.0/0"}
        asked = {**usual, **asked, "portRange": range, "icmpTypeCode": {}}
    return record(f"ec2:{event}NetworkAclEntry", asked, at=at)


SSH = acl(allow("0.0.0.0/0", 100, protocol="6", ports=22))
OF_PORTS = "nacl-no-open-admin-ports"


@pytest.mark.parametrize(
    "more", [{"ports": 443}, {"aclProtocol": "17"}, {"ports": None, "aclProtocol": "-1"}]
)
def test_an_entry_of_the_same_number_for_other_traffic_is_another_one(more):
    found = author(OF_PORTS, SSH, entry("12:00:00", 100, **more))
    assert told(found) == ([], False)
    assert "left configuration.entries[0].cidrBlock otherwise" in found.why
    assert told(author(OF_PORTS, SSH, entry("12:00:00", 100))) == (
        ["CreateNetworkAclEntry-12:00:00"],
        True,
    )


@pytest.mark.parametrize("event", ["Delete", "Replace"])
def test_an_entry_that_stood_before_may_have_kept_the_world_out(event):
    opened = entry("12:00:00", 100)
    gone = entry("13:00:00", 90, event=event)
    found = author(OF_PORTS, SSH, opened, gone)
    assert told(found) == ([gone["eventID"], opened["eventID"]], False)
    assert "NetworkAclEntry at 2026-11-10T13:00:00Z may have taken away what stood" in found.why
    assert told(author(OF_PORTS, SSH, gone)) == ([gone["eventID"]], False)


def test_what_stood_behind_an_entry_or_went_before_it_kept_nobody_out():
    opened = entry("12:00:00", 100)
    others = [
        entry("11:00:00", 90, event="Delete"),
        entry("13:00:00", 110, event="Delete"),
        entry("14:00:00", 90, event="Delete", egress=True),
        entry("15:00:00", 95, event="Create", ruleAction="deny", ports=443),
    ]
    found = author(OF_PORTS, acl(deny("0.0.0.0/0", 95, protocol="6", ports=443),
                                 allow("0.0.0.0/0", 100, protocol="6", ports=22)),
                   opened, *others)  # fmt: skip
    assert told(found) == ([opened["eventID"]], True)


def routed(**target: str) -> Any:
    asked = {"routeTableId": "rtb-1", "destinationCidrBlock": "0.0.0.0/0", **target}
    return record("ec2:CreateRoute", asked)


def test_a_route_to_elsewhere_is_another_one():
    given = item("AWS::EC2::RouteTable", "rtb-1", route_table("rtb-1", "igw-1")["configuration"])
    wanted = "route-no-unrestricted-igw"
    assert told(author(wanted, given, routed(gatewayId="igw-1"))) == (
        ["CreateRoute-12:00:00"],
        True,
    )
    found = author(wanted, given, routed(transitGatewayId="tgw-1"))
    assert (told(found), "otherwise" in found.why) == (([], False), True)
    assert not author(wanted, given, routed(somethingNewId="x-1")).sure


def switch(given: Any, asked: Any) -> Any:
    """A flag of a database that is found so, after somebody asked for it."""
    configuration = {} if given is None else {"deletionProtection": given}
    one = item("AWS::RDS::DBInstance", "db-1", configuration, resourceName="main")
    on = rule("""
        resource: AWS::RDS::DBInstance
        check: [{value: configuration.deletionProtection, equals: 7}]
    """)
    asked = {"dBInstanceIdentifier": "main", "deletionProtection": asked}
    return told(author(on, one, record("rds:ModifyDBInstance", asked)))


@pytest.mark.parametrize(
    ("given", "asked"),
    [(False, "Disabled"), (True, "ENABLED"), (None, False), (None, "Disabled"), (False, "")],
)
def test_a_switch_is_the_same_in_every_spelling(given, asked):
    assert switch(given, asked) == (["ModifyDBInstance-12:00:00"], True)


@pytest.mark.parametrize(("given", "asked"), [(False, "Enabled"), (None, True), (None, "Enabled")])
def test_a_switch_that_was_turned_the_other_way_is_not(given, asked):
    assert switch(given, asked) == ([], False)
